import { NO_SOURCE } from '../../src/core/document-source'
import { areaCells } from '../../src/core/area'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { CellChange } from '../../src/core/change'
import { message } from '../../src/messages'
import { refusalOf, writtenOf } from '../../taskpane/written'
import { NOTHING_WRITTEN } from '../../taskpane/written'
import type { LastWrite, WritingState, Written } from '../../taskpane/written'
import { NO_FILL, afterCheck, chosenCount, toggleLine, toggleSheet } from '../../taskpane/preview'
import type { FillState } from '../../taskpane/preview'
import type { FillView } from '../../taskpane/proposal-view'
import { next, resultsOf } from '../../taskpane/state'
import type { Event, ResultsView } from '../../taskpane/state'
import Fill from '../../taskpane/views/fill'
import { undoLabel } from '../../taskpane/views/undo-words'
import type { Acts } from '../../taskpane/views/screen'
import { opened, report } from './fixture'


const change = (number: number, cell: string, value: number) => ({
  number, cell, before: null, after: { formula: `=人员经费预算!${cell}`, value },
  label: '正式人员 · 经费', format: null, why: message('fill.why.own-line', { sheet: '花名册', cell, line: '正式人员', column: '经费' }), inputs: ['花名册!B4:B30', '人员经费预算!D5'], safe: true,
})
const plan: FillView = {
  kind: 'fill',   scenario: 'none',
  sheets: [
    { sheet: '花名册', isNew: false, isWhole: false, drawn: null, lines: [change(0, 'C5', 83.5), change(1, 'C6', 19.9)] },
    { sheet: '人员经费预算', isNew: true, isWhole: true, drawn: null, lines: [change(2, 'D5', 83.5)] },
    { sheet: '预算汇总', isNew: true, isWhole: true, drawn: null, lines: [change(3, 'D5', 103.4)] },
  ],
  missing: [{ input: 'buildingCost', sheet: '花名册', cell: 'C31', message: message('fill.missing.buildingCost', { sheet: '花名册', cell: 'C31' }), asks: [{ sheet: '花名册', cell: 'C31', title: '用房单位造价', unit: '元/㎡' }] }],
  kept: [{ sheet: '花名册', cell: 'E6', value: 101.7, wouldBe: 103.4 }],
  conflicts: [], left: [], notes: [],
}
const filled = (fill: Partial<FillState> = {}, writing: Partial<WritingState> = {}): ResultsView => ({ ...resultsOf(opened, report, [report.policy]), tab: 'fill', fill: { ...NO_FILL, plan, asked: plan.missing, ...fill }, writing: { ...NOTHING_WRITTEN, ...writing } })

const done: Written = { of: 'fill', cells: 4, sheets: 3, added: null, skipped: [], notices: [] }
const undo: LastWrite = { id: '1', what: 'fill', cells: 4 }

function spy(save: (() => void) | null = null): Acts & { readonly sent: Event[]; readonly did: string[]; readonly gone: string[] } {
  const sent: Event[] = [], did: string[] = [], gone: string[] = []
  return {
    sent, did, gone,
    send: event => sent.push(event), goTo: area => gone.push(`${area.sheet}!${areaCells(area) ?? ''}`), choose: () => undefined, readAgain: () => undefined,
    papers: { source: () => Promise.resolve(NO_SOURCE), saveTemplate: () => undefined, saveBook: () => Promise.resolve() },
    unitRows: () => Promise.reject(new Error('not asked for')), rows: () => Promise.resolve({ from: 1, rows: [] }), effects: () => Promise.resolve([]), ownPolicy: () => undefined,
    writing: { plan: change => did.push(change === undefined ? 'plan' : `plan ${JSON.stringify(change)}`), edit: null, fix: () => undefined, results: () => undefined, stop: () => did.push('stop'), apply: kind => did.push(`apply ${kind}`), undo: () => did.push('undo'), save },
  }
}

test('the plan is asked for once, when there is none', () => {
  const act = spy(), { rerender } = render(<Fill view={filled({ plan: null })} act={act} />)
  rerender(<Fill view={filled({ plan: null, busy: true })} act={act} />)
  expect(act.did).toEqual(['plan'])
})

test('sheets with their cells; the button says how many; missing inputs lead to where they go', async () => {
  const act = spy()
  render(<Fill view={filled()} act={act} />)
  await userEvent.click(screen.getByRole('button', { name: '全部写入（4 格）' }))
  expect(act.did).toEqual(['apply fill'])
  const missing = screen.getByRole('region', { name: /待补数据/ })
  await userEvent.click(within(missing).getByRole('button', { name: /C31/ }))
  expect(act.gone).toEqual(['花名册!C31'])
  expect(screen.getByText('原值 101.7，按测算应为 103.4')).toBeInstanceOf(HTMLElement)
})

test('before, after, and on demand the formula, why, and the cells it takes in', async () => {
  const act = spy()
  render(<Fill view={filled({ open: ['花名册'], explained: [0] })} act={act} />)
  const lines = screen.getAllByRole('listitem').filter(item => item.textContent.includes('→'))
  expect(lines.map(line => line.textContent)).toEqual([expect.stringContaining('正式人员 · 经费空白 →83.5'), expect.stringContaining('空白 →19.9')])
  expect(screen.getByText('=人员经费预算!C5')).toBeInstanceOf(HTMLElement)
  await userEvent.click(screen.getByRole('button', { name: /B4:B30/ }))
  expect(act.gone).toEqual(['花名册!B4:B30'])
  // A sheet that does not exist yet cannot be gone to.
  expect(screen.queryByRole('button', { name: /人员经费预算!D5/ })).toBeNull()
})

test('a value of a new sheet stands with its words and in the format that it will have', () => {
  const [, , budget] = plan.sheets
  if (budget === undefined) throw new Error('no sheet')
  const lines = [
    { ...change(0, 'C6', 0), after: 45291, label: '截至日期 · 数值', format: 'yyyy-mm-dd_)' },
    { ...change(1, 'C10', 0), after: 0.8, label: '大专以上比例 · 数值', format: '0%_);-0%_);0%_);@_)' },
  ]
  render(<Fill view={filled({ plan: { ...plan, sheets: [{ ...budget, lines }] }, open: [budget.sheet] })} act={spy()} />)
  expect(screen.getAllByRole('listitem').map(item => item.textContent).filter(text => text.startsWith('C'))).toEqual(['C6截至日期 · 数值2023-12-31', 'C10大专以上比例 · 数值80%'])
})

test('a cell is left out by its box, new sheets together', async () => {
  const act = spy()
  render(<Fill view={filled({ open: ['花名册'] })} act={act} />)
  await userEvent.click(screen.getByRole('checkbox', { name: '写入 C6' }))
  await userEvent.click(screen.getByRole('checkbox', { name: '写入“预算汇总”' }))
  expect(act.sent).toEqual([{ type: 'fill-changed', fill: { leftOut: [1] } }, { type: 'fill-changed', fill: { leftOut: [2, 3] } }])
})

test.each([
  ['a sheet of one\'s own', 0, [], [0, 1]], ['back in', 0, [0, 1], []], ['half of it: all out', 0, [0], [0, 1]],
  ['a new sheet takes the others along', 1, [], [2, 3]], ['and brings them back', 2, [2, 3], []],
] as const)('%s', (_name, sheet, leftOut, expected) => {
  const which = plan.sheets[sheet]
  if (which === undefined) throw new Error('no sheet')
  expect([...toggleSheet({ ...NO_FILL, plan, leftOut }, which)].sort()).toEqual([...expected])
})

test('counting and toggling', () => {
  expect(chosenCount({ ...NO_FILL, plan, leftOut: [1] })).toBe(3)
  expect(toggleLine({ ...NO_FILL, plan, leftOut: [1] }, 1)).toEqual([])
  expect(toggleLine({ ...NO_FILL, plan }, 1)).toEqual([1])
})

test('after a check the plan is asked for anew, and what was done stays told', () => {
  expect(afterCheck({ ...NO_FILL, plan, leftOut: [1], scenario: 'none', open: ['花名册'] }, false)).toEqual({ ...NO_FILL, scenario: 'none', open: ['花名册'] })
  expect(afterCheck({ ...NO_FILL, plan, leftOut: [1] }, true)).toMatchObject({ plan, leftOut: [1], outdated: true })
  const view = next(filled({}, { done, undo }), { type: 'checked', opened, report, policies: [], choices: { policy: null, asOf: null, mapping: {} } })
  expect(view).toMatchObject({ tab: 'fill', fill: { outdated: true }, writing: { done, undo } })
})

test('after writing: what was written, undo, and a copy to save where the workbook is a file', async () => {
  const act = spy(() => act.did.push('save'))
  render(<Fill view={filled({ plan: { ...plan, sheets: [] } }, { done, undo })} act={act} />)
  expect(screen.getByRole('status').textContent).toContain('已写入 3 张表的 4 个单元格。')
  await userEvent.click(screen.getByRole('button', { name: '撤销“填报 4 个单元格”' }))
  await userEvent.click(screen.getByRole('button', { name: '另存为…' }))
  expect(act.did).toEqual(['undo', 'save'])
  expect(screen.getByText('没有需要填写的单元格。')).toBeInstanceOf(HTMLElement)
})

const cell = (sheet: string, name: string, before: CellChange['before'] = null): CellChange => ({ kind: 'cell', sheet, cell: name, before, after: 1 })
const protectedCells = ['C5', 'C6'].map(name => ({ change: cell('花名册', name), why: 'skip.protected' }))

test('what was left alone is not counted as written', () => {
  const changes = [{ kind: 'add-sheet', sheet: '预算汇总' } as const, cell('预算汇总', 'A1'), cell('预算汇总', 'A2'), cell('花名册', 'C5'), cell('花名册', 'C6')]
  expect(writtenOf('fill', changes, { outcome: 'applied', changes: 3, skipped: protectedCells, notices: [] })).toMatchObject({ cells: 2, sheets: 1, skipped: [{ place: { label: '花名册!C5' }, why: 'skip.protected' }, { place: { label: '花名册!C6' } }] })
})

test('cells that were left alone are listed with their reason and lead to the sheet; notices are said', async () => {
  const act = spy(), skipped = protectedCells.map(({ change: { sheet, cell: name }, why }) => ({ place: { label: `${sheet}!${name}`, sheet, cell: name }, why }))
  render(<Fill view={filled({}, { done: { ...done, skipped, notices: [{ key: 'notice.office-undo-short', params: {} }] }, undo })} act={act} />)
  expect(screen.getByRole('status').textContent).toContain('这次写入的撤销记录没能存到本机')
  const region = screen.getByRole('region', { name: '没有写入的单元格 2' })
  expect(within(region).getAllByText('单元格受保护，没有改动。')).toHaveLength(1)
  await userEvent.click(within(region).getByRole('button', { name: '花名册!C6' }))
  expect(act.gone).toEqual(['花名册!C6'])
})

test('a refused write says nothing was written, and lists each cell with what is there now', async () => {
  const act = spy()
  const refused = refusalOf('fill', [
    { change: cell('花名册', 'C5'), found: 12.5, why: 'conflict.changed' },
    { change: cell('花名册', 'C6', '甲'), found: null, why: 'conflict.changed' },
    { change: { kind: 'add-sheet', sheet: '预算汇总' }, found: null, why: 'conflict.sheet-exists' },
    { change: { kind: 'name', name: 'AsOf', before: null, after: '参数标准!$C$6' }, found: '别处!$A$1', why: 'conflict.name-changed' },
  ])
  render(<Fill view={filled({}, { refused })} act={act} />)
  const alert = screen.getByRole('alert', { name: /没有写入/ })
  expect(within(alert).getAllByRole('listitem').map(item => item.textContent)).toEqual([
    '花名册!C5 现在是“12.5”，预览时是“空白”。', '花名册!C6 现在是“空白”，预览时是“甲”。',
    '预算汇总 要新建的工作表已经存在，整批改动都没有写入。', 'AsOf 现在是“别处!$A$1”，预览时是“空白”。',
  ])
  await userEvent.click(within(alert).getByRole('button', { name: '花名册!C5' }))
  expect(act.gone).toEqual(['花名册!C5'])
})

test('an undo that is refused says so, and not that nothing was written', () => {
  render(<Fill view={filled({}, { refused: refusalOf('undo', [{ change: cell('花名册', 'C5', 3), found: 4, why: 'conflict.changed' }]) })} act={spy()} />)
  expect(screen.getByRole('alert').textContent).toContain('没有撤销：写入之后又有改动')
  expect(screen.getByRole('alert').textContent).toContain('现在是“4”，写入的是“3”。')
})

test('the fill takes back a fill alone: after another write its button is not there', () => {
  render(<Fill view={filled({}, { done, undo: { id: '2', what: 'results', cells: 90 } })} act={spy()} />)
  expect(screen.queryByRole('button', { name: /撤销/ })).toBeNull()
})

test.each([
  ['fill', '撤销“填报 1,690 个单元格”', 'Undo: 1,690 cells filled'],
  ['results', '撤销“写入问题清单”', 'Undo: findings sheet written'],
  ['fix', '撤销“修正 1,690 个单元格”', 'Undo: 1,690 cells fixed'],
  ['edit', '撤销“修改单元格”', 'Undo: cell edited'],
  ['change', '撤销“写入 1,690 个单元格”', 'Undo: 1,690 cells written'],
])('the undo of %s names it', (what, chinese, english) => {
  expect([undoLabel({ id: '1', what, cells: 1690 }, 'zh-CN'), undoLabel({ id: '1', what, cells: 1690 }, 'en')]).toEqual([chinese, english])
})
