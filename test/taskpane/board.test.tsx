import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Board from '../../taskpane/views/board'
import { resultsOf } from '../../taskpane/state'
import type { Event } from '../../taskpane/state'
import { areaNamed } from '../../src/core/area'
import type { HirePlan } from '../../src/core/outlook'
import type { Judgement } from '../../src/core/report'
import { LanguageContext } from '../../taskpane/strings'
import type { PersonLine } from '../../taskpane/shown'
import { judgement, opened, report, unitRows } from './fixture'
import { acts, results, show, view } from './shown-screen'

test.each([
  ['notice.calculationManual', /手动计算/],
  ['notice.by-cells', /合并单元格.*plancheck\.html/],
])('what the verdicts are worth stands beside them: %s', (key, said) => {
  const notices = [{ key, params: {} }, { key: 'notice.hidden-sheet', params: { sheet: '旧表' } }]
  show(<Board view={resultsOf(opened, { ...report, notices }, [])} act={acts()} />)
  expect(screen.getByRole('note').textContent).toMatch(said)
  expect(screen.getByRole('note').textContent).not.toContain('旧表')
})

describe('结论', () => {
  test('the sentence, the overall figures with their verdicts in words, the worst community first', () => {
    show(<Board view={results} act={acts()} />)
    expect(screen.getByText('3 个社区中 1 个全部达标；用房缺口 140 ㎡')).toBeTruthy()
    const overall = within(screen.getByRole('region', { name: '总体' }))
    expect(overall.getAllByRole('row').slice(1).map(row => [...row.children].map(cell => cell.textContent))).toEqual([
      ['正式人员', '11 人应为 12 人', '应为 12 人', '缺 1 人', '未达标'], ['大专以上比例', '85.7%不少于 80%', '不少于 80%', '', '达标'],
      ['平均年龄', '45.04 岁不高于 45 岁', '不高于 45 岁', '高 0.04 岁', '未达标'],
    ])
    const matrix = within(screen.getByRole('grid'))
    expect(matrix.getAllByRole('rowheader').map(header => header.textContent)).toEqual(['南苑社区', '东街社区', '河东社区'])
    expect(matrix.getAllByRole('row')[1]?.textContent).toBe('南苑社区3未达标4超配71.4%未达标60未达标')
  })

  test('premises stand today and in the plan period as two columns, the whole and each community', async () => {
    const [first, second, third] = report.communities, premises = first?.premises ?? null
    if (first === undefined || second === undefined || third === undefined || premises === null) throw new Error('the fixture has premises')
    const rented = { ...premises, usableArea: 60, ownArea: 0, plannedArea: 180, gapNow: 140, gapPlanned: 200, gapWhenBuilt: 20 }
    const own = { ...premises, usableArea: 210, ownArea: 210, plannedArea: 210, gapNow: 0, gapPlanned: 0, gapWhenBuilt: 0 }
    const communities = [{ ...first, premises: rented }, { ...second, premises: null }, { ...third, premises: own }]
    const overall = { ...report.overall, premises: { ...rented, usableArea: 270, ownArea: 210, plannedArea: 390 } }
    show(<Board view={resultsOf(opened, { ...report, communities, overall }, [])} act={acts()} />)
    const part = within(screen.getByRole('region', { name: '办公用房：现在与规划期' }))
    const rowsOf = (table: HTMLElement) => within(table).getAllByRole('row').map(row => [...row.children].map(cell => cell.textContent))
    expect(rowsOf(part.getByRole('table'))).toEqual([
      ['项目', '现在', '规划期'], ['使用面积', '270 ㎡', '210 ㎡'], ['缺口', '140 ㎡另 1 个社区待核实', '200 ㎡另 1 个社区待核实'], ['含在建', '', '390 ㎡缺 20 ㎡'],
    ])
    await userEvent.click(part.getByText('各社区用房'))
    expect(rowsOf(part.getByRole('table', { name: '各社区用房' })).sort()).toEqual([
      ['社区', '现在', '规划期'], [first.label, '60 ㎡缺 140 ㎡', '0 ㎡缺 200 ㎡含在建 180 ㎡ 缺 20 ㎡'], [second.label, '待核实', '待核实'], [third.label, '210 ㎡', '210 ㎡'],
    ].sort())
  })

  test('a whole with too few here and too many there says both', () => {
    const { overall, ...rest } = report, [formal] = overall.judgements
    const judgements = [{ ...(formal as Judgement), each: true as const, actual: 12, expected: 12, difference: 0 }]
    const mixed = { ...rest, overall: { ...overall, judgements } }
    mixed.communities = report.communities.map((unit, i) => i === 0 ? { ...unit, judgements: [judgement('formal-count', 'surplus', 5, 4)] } : unit)
    show(<Board view={resultsOf(opened, mixed, [])} act={acts()} />)
    expect(screen.getByText('缺 1 人、').parentElement?.textContent).toBe('缺 1 人、超 1 人')
  })

  test('one sentence says what would close the gap', () => {
    const overall: HirePlan = {
      community: -1, rosterMissing: false, formal: 1, contracted: 0, anyKind: 0, college: 1, collegeBeyond: 0,
      partyLeague: 0, partyLeagueBeyond: 0, ageSum: null, ageReachable: true, over: false, reachable: true,
    }
    show(<Board view={resultsOf(opened, { ...report, plan: { hires: [], overall } }, [])} act={acts()} />)
    expect(screen.getByText('再聘正式 1 名；新增人员中至少 1 名大专以上')).toBeTruthy()
  })

  test('a cell opens its target alone, by the names behind it, with masked ids', async () => {
    const act = acts(), user = userEvent.setup()
    const { rerender } = show(<Board view={results} act={act} />)
    await user.click(within(screen.getByRole('grid')).getAllByRole('cell')[2] as HTMLElement)
    expect(act.sent).toEqual([{ type: 'community-toggled', community: 1, target: 'college-share' }])
    const below = { ...unitRows.people[0] as PersonLine, row: 6, college: 'no' as const, area: areaNamed('花名册', 'A6:F6') }
    const lacking = { ...unitRows, people: [below] }
    const open = view({ type: 'community-toggled', community: 1, target: 'college-share' })
    rerender(<LanguageContext.Provider value="zh-CN"><Board view={open} act={{ ...act, unitRows: () => Promise.resolve(lacking) }} /></LanguageContext.Provider>)
    const name = await screen.findByRole('button', { name: '丁一' })
    expect(name.parentElement?.textContent).toBe('丁一大专以下 990***********0014')
    await user.click(name)
    expect(act.gone).toEqual(['花名册!H6'])
    expect(screen.queryByText('用房')).toBeNull()
    await user.click(screen.getByRole('button', { name: '查看南苑社区全部指标' }))
    expect(act.sent.at(-1)).toEqual({ type: 'community-toggled', community: 1 })
  })

  test('people who do not count are folded under their own heading', async () => {
    const gone = { ...unitRows.people[0] as PersonLine, row: 9, name: '丁二', presence: 'left' as const, counted: false }
    const act = { ...acts(), unitRows: () => Promise.resolve({ ...unitRows, people: [...unitRows.people, gone] }) }
    show(<Board view={view({ type: 'community-toggled', community: 1 })} act={act} />)
    const folded = (await screen.findByText('未计入')).closest('details')
    expect(folded?.open).toBe(false)
    expect(folded?.textContent).toContain('丁二')
    expect(screen.getByRole('button', { name: '丁一' }).closest('details')).toBeNull()
  })

  test('a row opens with a click and with Enter', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Board view={results} act={act} />)
    await user.click(screen.getByRole('rowheader', { name: '东街社区' }))
    screen.getByRole('rowheader', { name: '河东社区' }).focus()
    await user.keyboard('{Enter}')
    expect(act.sent).toEqual([{ type: 'community-toggled', community: 2 }, { type: 'community-toggled', community: 0 }])
  })

  test('arrow keys move in the matrix, which is one stop of the Tab key', async () => {
    const user = userEvent.setup()
    show(<Board view={results} act={acts()} />)
    const [first, second] = within(screen.getByRole('grid')).getAllByRole('rowheader')
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('4达标')
    await user.keyboard('{Home}')
    expect(document.activeElement).toBe(second)
    expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  })

  test('an open row has the people with masked ids and ways to the cells', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Board view={view({ type: 'community-toggled', community: 1 })} act={act} />)
    expect(await screen.findByText(/990\*{11}0014/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '丁一' }))
    await user.click(screen.getAllByRole('button', { name: '花名册!H5:H11' })[0] as HTMLElement)
    expect(act.gone).toEqual(['花名册!A5:F5', '花名册!H5:H11'])
    expect(screen.getByText(/使用面积 60 ㎡（约数） · 租赁/)).toBeTruthy()
  })

  test.each<[string, Event, string[]]>([
    ['missed alone', { type: 'board-changed', board: { show: 'missed' } }, ['南苑社区']],
    ['to verify', { type: 'board-changed', board: { show: 'unknown' } }, ['东街社区']],
    ['all met', { type: 'board-changed', board: { show: 'met' } }, ['河东社区']],
    ['found by name', { type: 'board-changed', board: { query: '东' } }, ['东街社区', '河东社区']],
  ])('filtered: %s', (_name, event, labels) => {
    show(<Board view={view(event)} act={acts()} />)
    expect(within(screen.getByRole('grid')).getAllByRole('rowheader').map(header => header.textContent)).toEqual(labels)
  })

  test('where a target is open everywhere, nobody is said to meet them all', () => {
    show(<Board view={resultsOf(opened, { ...report, openEverywhere: ['usable-area'] }, [])} act={acts()} />)
    expect(screen.getByRole('button', { name: /^可判定的都达标/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^全部达标/ })).toBeNull()
  })

  test('nothing matches: it says so', () => {
    show(<Board view={view({ type: 'board-changed', board: { query: '没有' } })} act={acts()} />)
    expect(screen.getByText('没有符合条件的社区。')).toBeTruthy()
  })
})
