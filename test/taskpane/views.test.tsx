import { areaCells } from '../../src/core/area'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import type { Language } from '../../src/core/message'
import { acceptanceOf } from '../../src/core/waiver'
import { NO_CHOICES } from '../../taskpane/shown'
import { LanguageContext } from '../../taskpane/strings'
import { next, resultsOf } from '../../taskpane/state'
import type { Event, ResultsView } from '../../taskpane/state'
import { today } from '../../taskpane/today'
import Board from '../../taskpane/views/board'
import Failed from '../../taskpane/views/failed'
import Findings from '../../taskpane/views/findings'
import { Guard } from '../../taskpane/views/guard'
import { Reading } from '../../taskpane/views/reading'
import Recognised from '../../taskpane/views/recognised'
import Results from '../../taskpane/views/results'
import type { Acts } from '../../taskpane/views/screen'
import Standard from '../../taskpane/views/standard'
import { StartInBrowser, StartInExcel } from '../../taskpane/views/start'
import { finding, opened, report, roster, unitRows } from './fixture'

jest.mock('../../taskpane/views/fill.css', () => ({}))

const results = resultsOf(opened, report, [report.policy])

function view(...events: readonly Event[]): ResultsView {
  return events.reduce<ResultsView>((before, event) => next(before, event) as ResultsView, results)
}

interface Spied extends Acts {
  readonly sent: Event[]
  readonly gone: string[]
  readonly chosen: object[]
}

function acts(): Spied {
  const sent: Event[] = [], gone: string[] = [], chosen: object[] = []
  return {
    sent, gone, chosen,
    send: event => { sent.push(event) },
    goTo: area => { gone.push(`${area.sheet}!${areaCells(area) ?? ''}`) },
    choose: choices => { chosen.push(choices) },
    readAgain: () => undefined,
    writing: { plan: () => undefined, apply: () => undefined, undo: () => undefined, save: null },
    unitRows: () => Promise.resolve(unitRows),
    ownPolicy: () => undefined,
  }
}

function show(element: ReactElement, language: Language = 'zh-CN') {
  return render(<LanguageContext value={language}>{element}</LanguageContext>)
}

describe('accepted findings', () => {
  const first = finding(0, 'value-blank', 'warning'), second = finding(1, 'value-blank', 'warning'), third = finding(2, 'value-blank', 'warning')
  const counts = { ...report.counts, error: 0, warning: 2, info: 0, accepted: 1 }
  const waived = { ...report, counts, findings: [first, second, { ...third, accepted: { reason: '表已报废', acceptedOn: '2024-01-05' } }] }
  const kept = acceptanceOf(third, '表已报废', '2024-01-05')
  const shown = resultsOf(opened, waived, [], { ...NO_CHOICES, accepted: [kept] })
  const openGroup = { ...shown, findings: { ...shown.findings, open: ['value-blank'] } }

  test('a reason is asked for in place, and Enter keeps it', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />)
    const [accept] = screen.getAllByRole('button', { name: '接受…' })
    if (accept !== undefined) await user.click(accept)
    const field = screen.getByRole('textbox', { name: '接受的理由' })
    expect(document.activeElement).toBe(field)
    await user.keyboard('{Enter}')
    expect(act.chosen).toEqual([])
    expect(screen.getByRole('alert').textContent).toBe('请写明理由。')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    await user.keyboard('  上级已同意 990101198503121234 {Enter}')
    expect(act.chosen).toEqual([{ accepted: [kept, acceptanceOf(first, '上级已同意 990***********1234', today())] }])
  })

  test('Esc leaves everything as it was, with the focus back on the button', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />, 'en')
    const [accept] = screen.getAllByRole('button', { name: 'Accept…' })
    if (accept !== undefined) await user.click(accept)
    await user.keyboard('because{Escape}')
    expect(screen.queryByRole('textbox')).toBeNull()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Accept…'))
    expect(act.chosen).toEqual([])
  })

  test('arrow keys reach it beside its line', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />)
    screen.getAllByRole('button', { name: /花名册!C5/ })[0]?.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('接受…')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('textbox', { name: '接受的理由' })).toBeTruthy()
  })

  test('they are out of the list and behind a chip of their own', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={openGroup} act={act} />)
    expect(screen.getAllByRole('button', { name: '接受…' })).toHaveLength(2)
    expect(screen.queryByText(/表已报废/)).toBeNull()
    await user.click(screen.getByRole('button', { name: '已接受 1' }))
    expect(act.sent).toEqual([{ type: 'findings-changed', findings: { accepted: true, severities: [], open: ['value-blank'] } }])
  })

  test('behind the chip: the reason, the day, and the way back', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={{ ...openGroup, findings: { ...openGroup.findings, accepted: true } }} act={act} />)
    expect(screen.getByText('理由：表已报废（2024-01-05）')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '接受…' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '取消接受' }))
    expect(act.chosen).toEqual([{ accepted: [] }])
  })

  test('after a new report the focus is on the line that took the place, and nothing begun goes on with it', async () => {
    const act = acts(), user = userEvent.setup()
    const page = show(<Findings view={openGroup} act={act} />)
    const [accept] = screen.getAllByRole('button', { name: '接受…' })
    if (accept !== undefined) await user.click(accept)
    await user.keyboard('暂缓{Enter}')
    const after = { ...waived, counts: { ...counts, warning: 1, accepted: 2 }, findings: [second, { ...first, accepted: { reason: '暂缓' } }] }
    page.rerender(<LanguageContext value="zh-CN"><Findings view={{ ...openGroup, report: after }} act={act} /></LanguageContext>)
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(document.activeElement?.textContent).toContain('花名册!C6')
  })

  test('all accepted: said so, and they are one press away', () => {
    const all = { ...waived, counts: { ...counts, warning: 0 }, findings: waived.findings.slice(2) }
    show(<Findings view={{ ...openGroup, report: all }} act={acts()} />)
    expect(screen.getByText('其余问题都已接受。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '已接受 1' })).toBeTruthy()
  })

  test.each([['one that changed', `value-blank/${third.subject}`], ['all that did not occur', 'gone']])('a note about an acceptance that no longer holds: %s', async (_name, subject) => {
    const act = acts(), user = userEvent.setup(), note = { ...finding(3, 'acceptance-lapsed', 'info', null), subject }
    const lapsed = { ...waived, counts: { ...counts, warning: 0, info: 1, accepted: 0 }, findings: [note] }
    show(<Findings view={{ ...openGroup, report: lapsed, findings: { ...openGroup.findings, open: ['acceptance-lapsed'] } }} act={act} />)
    await user.click(screen.getByRole('button', { name: '删去失效的接受' }))
    expect(act.chosen).toEqual([{ accepted: [] }])
  })
})

describe('the settings file', () => {
  test('is offered where the workbook does not keep the choices, and only when there is something to save', async () => {
    const user = userEvent.setup(), done: string[] = []
    const act: Acts = { ...acts(), settingsFile: { save: () => { done.push('saved') }, read: file => { done.push(file.name); return Promise.resolve() } } }
    const { container, rerender } = show(<Recognised view={results} act={act} />)
    expect(screen.getByRole('button', { name: '下载设置' }).hasAttribute('disabled')).toBe(true)
    rerender(<LanguageContext value="zh-CN"><Recognised view={{ ...results, choices: { ...NO_CHOICES, mapping: { answers: { a: '1' } } } }} act={act} /></LanguageContext>)
    await user.click(screen.getByRole('button', { name: '下载设置' }))
    const picker = container.querySelector<HTMLInputElement>('input[type=file]')
    if (picker !== null) await user.upload(picker, new File(['{}'], '社区.设置.json', { type: 'application/json' }))
    expect(done).toEqual(['saved', '社区.设置.json'])
  })

  test('not in Excel', () => {
    show(<Recognised view={results} act={acts()} />)
    expect(screen.queryByRole('button', { name: '下载设置' })).toBeNull()
  })
})

describe('结论', () => {
  test('the sentence, the overall figures with their verdicts in words, the worst community first', () => {
    show(<Board view={results} act={acts()} />)
    expect(screen.getByText('3 个社区中 1 个全部达标；用房缺口 140 ㎡')).toBeTruthy()
    const overall = within(screen.getByRole('region', { name: '总体' }))
    expect(overall.getAllByRole('listitem').map(item => item.textContent)).toEqual([
      '正式人员11 人 应为 12 人未达标', '大专以上比例85.7% 不少于 80%达标', '平均年龄45.04 岁 不高于 45 岁未达标',
    ])
    const matrix = within(screen.getByRole('grid'))
    expect(matrix.getAllByRole('rowheader').map(header => header.textContent)).toEqual(['南苑社区', '东街社区', '河东社区'])
    expect(matrix.getAllByRole('row')[1]?.textContent).toBe('南苑社区未达标超配未达标未达标')
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
    const [first, second] = screen.getAllByRole('rowheader')
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.textContent).toBe('达标')
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
    expect(screen.getAllByRole('rowheader').map(header => header.textContent)).toEqual(labels)
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

describe('问题', () => {
  test('groups by cause, the most serious first, closed', () => {
    show(<Findings view={results} act={acts()} />)
    const heads = screen.getAllByRole('button', { expanded: false })
    expect(heads.map(head => head.textContent)).toEqual(['错误大专以上比例2', '警告education-blank1', '提示month-only1'])
    expect(screen.queryAllByRole('listitem')).toHaveLength(0)
  })

  test('a line goes to its cells and becomes the current one', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={view({ type: 'group-toggled', cause: 'education-blank' })} act={act} />)
    await user.click(within(screen.getByRole('list')).getByRole('button', { name: /花名册!C7/ }))
    expect(act.gone).toEqual(['花名册!C7'])
    expect(act.sent).toEqual([{ type: 'finding-chosen', finding: 2, cause: 'education-blank', place: 0 }])
  })

  test('next and previous walk through what is shown, around the end', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Findings view={view({ type: 'findings-changed', findings: { current: 3 } })} act={act} />)
    await user.click(screen.getByRole('button', { name: '下一个' }))
    await user.click(screen.getByRole('button', { name: '上一个' }))
    expect(act.sent.map(event => event.type === 'finding-chosen' ? event.finding : null)).toEqual([0, 2])
  })

  test('chips leave the chosen severity alone', () => {
    show(<Findings view={view({ type: 'findings-changed', findings: { severities: ['warning'] } })} act={acts()} />)
    expect(screen.getAllByRole('button', { expanded: false }).map(head => head.textContent)).toEqual(['警告education-blank1'])
  })

  test('a hundred lines at a time', () => {
    const many = { ...report, findings: Array.from({ length: 250 }, (_, i) => finding(i, 'value-blank', 'warning')) }
    const start = resultsOf(opened, many, [report.policy])
    const open = next(start, { type: 'group-toggled', cause: 'value-blank' }) as ResultsView
    show(<Findings view={open} act={acts()} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(100)
    expect(screen.getByRole('button', { name: '再显示 100 条' })).toBeTruthy()
  })

  test.each([
    ['rows were read', 21, '已核查 21 行，没有发现问题。'],
    ['nothing was read', 0, '没有读到任何数据行，因此没有问题不等于合格。请到“识别”页查看。'],
  ])('no finding when %s', (_name, rowsRead, said) => {
    const clean = { ...report, findings: [], counts: { ...report.counts, error: 0, warning: 0, info: 0, rowsRead } }
    show(<Findings view={resultsOf(opened, clean, [])} act={acts()} />)
    expect(screen.getByText(said)).toBeTruthy()
  })
})

describe('识别', () => {
  test('a column is corrected, a table is taken for something else, a question answered', async () => {
    const act = acts(), user = userEvent.setup()
    show(<Recognised view={results} act={act} />)
    await user.selectOptions(screen.getByLabelText('E 列“备用”'), '备注')
    await user.selectOptions(screen.getByLabelText('用作'), '工资表')
    await user.click(screen.getByRole('button', { name: 'sample.contracted {}' }))
    expect(act.chosen).toEqual([
      { mapping: { tables: [{ sheet: '花名册', headers: roster.columns.map(column => column.header), columnHeaders: { remark: '备用' } }] } },
      { mapping: { tables: [{ sheet: '花名册', headers: roster.columns.map(column => column.header), kind: 'pay' }] } },
      { mapping: { answers: { 'word/employment/网格员': 'contracted' } } },
    ])
  })

  test('rows that were skipped are named with their reason', () => {
    show(<Recognised view={results} act={acts()} />)
    expect(screen.getByText('第 12 行')).toBeTruthy()
    expect(screen.getByText('第 13–14 行')).toBeTruthy()
  })

  test('nothing recognised: what was looked for, the sheets, what to do', () => {
    const none = { ...report, reading: { ...report.reading, tables: [] }, questions: [] }
    show(<Recognised view={resultsOf(opened, none, [])} act={acts()} />)
    expect(screen.getByText('没有识别到花名册、用房表或预算表')).toBeTruthy()
    expect(screen.getByText('30 行 × 6 列')).toBeTruthy()
  })

  test('a table that does not count says so', () => {
    const hidden = { ...report, reading: { ...report.reading, tables: [{ ...roster, hidden: true, counted: false }] } }
    show(<Recognised view={resultsOf(opened, hidden, [])} act={acts()} />, 'en')
    expect(screen.getByText('hidden')).toBeTruthy()
    expect(screen.getByText('not counted')).toBeTruthy()
  })
})

describe('标准', () => {
  test.each([['2023年县区社区建设方案', '《2023年县区社区建设方案》'], ['《方案》', '《方案》']])('%s is cited with its clause and words', (title, named) => {
    const [first] = report.policy.targets, source = first?.history.at(-1)?.citation.source ?? ''
    const policy = { ...report.policy, sources: { ...report.policy.sources, [source]: { title } } }
    show(<Standard view={resultsOf(opened, { ...report, policy }, [policy])} act={acts()} />)
    expect(screen.getAllByText(/^依据：/)[0]?.textContent).toMatch(new RegExp(`^依据：${named}二、建设方案的主题和目标 “每个社区正式.+”$`))
  })

  test('every target stands with its value and the document\'s own words', () => {
    show(<Standard view={results} act={acts()} />)
    const list = within(screen.getByRole('region', { name: '指标' }))
    expect(list.getAllByRole('listitem')).toHaveLength(report.policy.targets.length)
    expect(list.getAllByText(/每个社区正式人员4名/).length).toBeGreaterThan(0)
  })

  test('a value that nobody compared with its document is said to be unverified', () => {
    const policy = {
      ...report.policy,
      targets: report.policy.targets
        .slice(0, 2)
        .map(target => ({
          ...target,
          history: target.history.map(value => ({ ...value, citation: { ...value.citation, verified: false } })),
        })),
    }
    show(<Standard view={resultsOf(opened, { ...report, policy }, [policy])} act={acts()} />)
    expect(screen.getByText('本标准有 2 项指标未与原文核对，结论仅供参考。')).toBeTruthy()
    expect(screen.getAllByText(/^(?:未核实|据报道|据转述，未核实)$/).length).toBeGreaterThan(1)
  })

  test('another standard is one choice away', async () => {
    const act = acts(), other = { ...report.policy, id: 'other', title: { 'zh-CN': '另一标准', en: 'Other' } }
    show(<Standard view={resultsOf(opened, report, [report.policy, other])} act={act} />)
    await userEvent.setup().click(screen.getByRole('radio', { name: '另一标准' }))
    expect(act.chosen).toEqual([{ policy: 'other' }])
  })
})

describe('headings', () => {
  test.each(['board', 'findings', 'fill', 'recognised', 'standard'] as const)('%s: one of the first level, the file in it, and no level left out', async tab => {
    show(<Results view={{ ...results, tab }} act={acts()} />)
    await waitFor(() => expect(screen.getAllByRole('heading').length).toBeGreaterThan(1))
    const levels = screen.getAllByRole('heading').map(heading => Number(heading.tagName.slice(1)))
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1)).toBe(true)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toMatch(/^“示例.xlsx”核查结果：/)
  })
})

describe('before and beside the results', () => {
  test('inside Excel one button checks the workbook', async () => {
    const checked: string[] = []
    show(<StartInExcel onCheck={() => checked.push('checked')} />)
    await userEvent.setup().click(screen.getByRole('button', { name: '核查本工作簿' }))
    expect(checked).toEqual(['checked'])
  })

  test('in a browser a file is chosen, or a sample', async () => {
    const names: string[] = [], user = userEvent.setup()
    const { container } = show(<StartInBrowser samples={[{ name: '示例', open: () => names.push('sample') }]} onFile={file => names.push(file.name)} />)
    await user.click(screen.getByRole('button', { name: '示例' }))
    await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, new File(['x'], '花名册.xlsx'))
    expect(names).toEqual(['sample', '花名册.xlsx'])
  })

  test.each([
    ['the sheet', { at: 'reading', name: 'a.xlsx', progress: { sheet: '花名册', sheetNumber: 2, sheetCount: 5, share: 0.3 }, step: 'cells', waiting: false }, '工作表“花名册”（第 2 张，共 5 张）'],
    ['the checking', { at: 'reading', name: 'a.xlsx', progress: null, step: 'checking', waiting: false }, '已读完，正在核查'],
    ['a cell in edit mode, and what to do', { at: 'reading', name: '', progress: null, step: 'cells', waiting: true }, '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，读取会自动继续。'],
  ] as const)('progress names %s and can be cancelled', async (_name, reading, said) => {
    const cancelled: string[] = []
    show(<Reading view={reading} onCancel={() => cancelled.push('cancelled')} />)
    expect(screen.getByText(said)).toBeTruthy()
    expect(screen.getByRole('progressbar')).toBeTruthy()
    await userEvent.setup().click(screen.getByRole('button', { name: '取消' }))
    expect(cancelled).toEqual(['cancelled'])
  })

  test('a failure is an alert with a sentence, a retry and a way back', async () => {
    const pressed: string[] = [], user = userEvent.setup()
    show(<Failed problem={{ code: 'encrypted', params: {} }} onRetry={() => pressed.push('retry')} onBack={() => pressed.push('back')} />)
    expect(within(screen.getByRole('alert')).getByText(/密码/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '重试' }))
    await user.click(screen.getByRole('button', { name: '返回' }))
    expect(pressed).toEqual(['retry', 'back'])
  })

  test('without Excel the way to the workbench is shown', () => {
    show(<Failed problem={{ code: 'outside-excel', params: {} }} onRetry={null} onBack={() => undefined} />, 'en')
    expect(screen.getByRole('link', { name: 'Open the workbench' }).getAttribute('href')).toBe('workbench.html')
  })
})

test('a screen that cannot be drawn leaves the rest of the pane alone', () => {
  const Broken = (): ReactElement => { throw new Error('not here') }
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  show(<><p>其余</p><Guard fallback={<p role="alert">没有显示出来</p>}><Broken /></Guard></>)
  quiet.mockRestore()
  expect(screen.getByRole('alert').textContent).toBe('没有显示出来')
  expect(screen.getByText('其余')).toBeTruthy()
})
