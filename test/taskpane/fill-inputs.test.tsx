import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { areaCells } from '../../src/core/area'
import type { LeftCell } from '../../src/core/fill-plan'
import { message } from '../../src/messages'
import { NO_FILL, planned } from '../../taskpane/preview'
import type { FillState } from '../../taskpane/preview'
import type { FillView } from '../../taskpane/proposal-view'
import { resultsOf } from '../../taskpane/state'
import type { ResultsView } from '../../taskpane/state'
import type { Choices } from '../../taskpane/shown'
import Fill from '../../taskpane/views/fill'
import type { Acts } from '../../taskpane/views/screen'
import { opened, report } from './fixture'

jest.mock('../../taskpane/views/fill.css', () => ({}))

const left = (cell: string, why: 'word' | 'community' | 'kind', word: string): LeftCell => ({ sheet: '花名册', cell, why: `fill.left.${why}`, word, message: message(`fill.left.${why}`, { sheet: '花名册', cell, word }) })
const plan: FillView = {
  kind: 'fill', scenario: 'none', sheets: [], kept: [], conflicts: [], notes: [],
  missing: [{ input: 'buildingCost', sheet: '参数标准', cell: 'C31', message: message('fill.missing.buildingCost', { sheet: '参数标准', cell: 'C31' }), asks: [{ sheet: '参数标准', cell: 'C31', title: '用房单位造价', unit: '元/㎡' }] }],
  left: [left('D7', 'word', '驻点岗位'), left('D8', 'word', '驻点岗位'), left('D9', 'community', '城南'), left('D10', 'kind', '公益岗')],
}
const filled = (fill: Partial<FillState> = {}): ResultsView => ({ ...resultsOf(opened, report, [report.policy]), tab: 'fill', fill: { ...NO_FILL, plan, asked: plan.missing, ...fill } })

function spy() {
  const did: unknown[] = [], gone: string[] = [], chosen: Partial<Choices>[] = []
  const act: Acts = {
    send: event => { did.push(event) }, goTo: area => { gone.push(`${area.sheet}!${areaCells(area) ?? ''}`) }, choose: choices => { chosen.push(choices) }, readAgain: () => undefined,
    papers: { source: () => Promise.reject(new Error('not asked for')), saveTemplate: () => undefined, saveBook: () => Promise.resolve() }, unitRows: () => Promise.reject(new Error('not asked for')), rows: () => Promise.resolve({ from: 1, rows: [] }), effects: () => Promise.resolve([]), ownPolicy: () => undefined,
    writing: { plan: change => { did.push(['plan', change]) }, edit: null, fix: () => undefined, results: () => undefined, stop: () => { did.push('stop') }, apply: () => undefined, undo: () => undefined, save: null },
  }
  return { act, did, gone, chosen }
}

test('an input is typed where it is missing; Enter takes it, and the plan follows', async () => {
  const { act, did } = spy()
  render(<Fill view={filled()} act={act} />)
  const region = screen.getByRole('region', { name: /待补数据/ })
  await userEvent.type(within(region).getByRole('textbox', { name: /用房单位造价/ }), '1,800{Enter}')
  expect(did).toEqual([['plan', { typed: [{ sheet: '参数标准', cell: 'C31', text: '1,800' }] }]])
})

test('what was given stays in its place and can be taken back by clearing it', async () => {
  const { act, did } = spy(), typed = [{ sheet: '参数标准', cell: 'C31', text: '1800' }]
  render(<Fill view={filled({ plan: { ...plan, missing: [] }, typed })} act={act} />)
  expect(screen.getByText('✓ 本次填写：用房单位造价')).toBeInstanceOf(HTMLElement)
  const field = screen.getByRole('textbox', { name: /用房单位造价/ })
  await userEvent.clear(field)
  await userEvent.tab()
  expect(did).toEqual([['plan', { typed: [] }]])
})

test('words in a field for a number are told, not taken', () => {
  render(<Fill view={filled({ typed: [{ sheet: '参数标准', cell: 'C31', text: '约两千' }] })} act={spy().act} />)
  expect(screen.getByRole('alert').textContent).toBe('请填写数字。')
})

test('what was left stands by its cause, most cells first, with ways to the cells', async () => {
  const { act, gone } = spy()
  render(<Fill view={filled()} act={act} />)
  const region = screen.getByRole('region', { name: '未填的空格 4' })
  expect([...region.querySelectorAll('.cause')].map(cause => cause.textContent)).toEqual(['“驻点岗位”的含义不明确 2 格', '“城南”不是名单中的社区 1 格', '花名册不能区分“公益岗” 1 格'])
  await userEvent.click(within(region).getByRole('button', { name: '花名册!D8' }))
  expect(gone).toEqual(['花名册!D8'])
})

test('the meaning of a word and the name of a community become decisions; taken back, they are gone', async () => {
  const { act, chosen } = spy()
  const { rerender } = render(<Fill view={filled()} act={act} />)
  await userEvent.selectOptions(screen.getByLabelText('“驻点岗位”按'), 'contracted')
  await userEvent.selectOptions(screen.getByLabelText('“城南”即'), report.communities[0]?.name ?? '')
  expect(chosen).toEqual([{ mapping: { words: { budget: { 驻点岗位: 'contracted' } } } }, { mapping: { communities: { 城南: report.communities[0]?.name } } }])
  const view = filled()
  rerender(<Fill view={{ ...view, choices: { ...view.choices, mapping: { words: { budget: { 驻点岗位: 'contracted' } } } } }} act={act} />)
  expect(screen.getByText(/“驻点岗位”按“聘用人员”/)).toBeInstanceOf(HTMLElement)
  await userEvent.click(screen.getByRole('button', { name: '撤回' }))
  expect(chosen.at(-1)).toEqual({ mapping: { words: {} } })
})

test('numbers can be given for the cells of a cause', async () => {
  const { act, did } = spy(), key = 'fill.left.kind 公益岗'
  render(<Fill view={filled({ giving: [key] })} act={act} />)
  await userEvent.type(screen.getByRole('textbox', { name: /花名册!D10/ }), '3')
  await userEvent.tab()
  expect(did).toEqual([['plan', { typed: [{ sheet: '花名册', cell: 'D10', text: '3' }] }]])
})

test('working it out can be stopped, and begun again', async () => {
  const { act, did } = spy(), { rerender } = render(<Fill view={filled({ plan: null, busy: true })} act={act} />)
  await userEvent.click(screen.getByRole('button', { name: '停止测算' }))
  rerender(<Fill view={filled({ plan: null, stopped: true })} act={act} />)
  await userEvent.click(screen.getByRole('button', { name: '重新测算' }))
  expect(did).toEqual(['stop', ['plan', undefined]])
})

test('a new plan keeps left out what was, wherever it now stands', () => {
  const line = (number: number, cell: string) => ({ number, cell, before: null, after: 1, why: message('fill.why.text', { sheet: '甲', cell }), inputs: [], safe: true, label: '', format: null })
  const of = (...lines: ReturnType<typeof line>[]): FillView => ({ ...plan, sheets: [{ sheet: '甲', isNew: false, isWhole: false, drawn: null, lines }] })
  const before = { ...NO_FILL, plan: of(line(3, 'A1'), line(4, 'A2')), leftOut: [4] }
  expect(planned(before, of(line(7, 'A0'), line(8, 'A1'), line(9, 'A2'))).leftOut).toEqual([9])
})
