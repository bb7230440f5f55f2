import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { message } from '../../src/messages'
import { resultsOf } from '../../taskpane/state'
import type { ShownReport } from '../../taskpane/shown'
import Audit from '../../taskpane/views/audit'
import { finding, opened, report } from './fixture'
import { acts, show } from './shown-screen'

const box = { top: 4, left: 3, bottom: 8, right: 3 }
const total = (column: number, holds: boolean) => ({ sheet: '花名册', row: 9, column, parts: [box], relation: 'sum' as const, holds, agree: 1, of: 1 })
const needs = (check: string) => ({ sheet: null, cell: null, check, why: message('checked.needs', { rule: check, need: message('need.roster') }) })

const audited: ShownReport = {
  ...report,
  findings: [finding(0, 'target-missed', 'error'), finding(1, 'total-wrong', 'error', 'C9'), finding(2, 'formula-range-differs', 'info', 'D9')],
  communityOf: [1, null, null], auditParts: new Map([['total-wrong', 'totals'], ['formula-range-differs', 'formulas'], ['value-stale', 'formulas']]),
  checked: {
    formulas: 12, totals: [total(3, true), total(4, false)], pairs: [{ from: '花名册!B2', against: '汇总', what: 'headcount', holds: true }],
    not: [{ sheet: '花名册', cell: 'C4:C9', check: 'value-stale', why: message('audit.not-calculated', { count: 3 }) }],
  },
}

test('what is wrong stands by its part, without the findings about people and targets', () => {
  show(<Audit view={resultsOf(opened, audited, [])} act={acts()} />)
  expect(screen.getByText(/核对了 12 个公式、2 个合计（其中 1 个成立）、1 处表间关系；1 处未能核对/)).toBeTruthy()
  expect(within(screen.getByRole('region', { name: /^公式/ })).getAllByRole('button', { expanded: false })).toHaveLength(1)
  expect(within(screen.getByRole('region', { name: /^合计/ })).getAllByRole('button', { expanded: false })).toHaveLength(1)
  expect(screen.queryByText('大专以上比例')).toBeNull()
})

test('what was held is counted, and each cell leads to its place, those that do not hold first', async () => {
  const act = acts(), user = userEvent.setup()
  show(<Audit view={resultsOf(opened, audited, [])} act={act} />)
  expect(screen.getAllByRole('row').map(row => row.textContent)).toEqual(['项目核对成立不成立', '公式12——', '合计等关系211', '表间关系110'])
  await user.click(screen.getByText('2 处，成立 1 处'))
  await user.click(screen.getByRole('button', { name: 'D9' }))
  await user.click(screen.getByRole('button', { name: 'C9' }))
  await user.click(screen.getByRole('button', { name: '花名册!B2' }))
  await user.click(screen.getByRole('button', { name: '花名册!C4:C9' }))
  expect(act.gone).toEqual(['花名册!D9', '花名册!C9', '花名册!B2', '花名册!C4:C9'])
  expect(screen.getAllByText(/C4:C8 的合计/).map(each => each.parentElement?.textContent)).toEqual(['D9C4:C8 的合计✕ 不成立', 'C9C4:C8 的合计✓ 成立'])
})

test('F8 walks the findings of the audit alone', async () => {
  const act = acts(), user = userEvent.setup()
  show(<Audit view={resultsOf(opened, audited, [])} act={act} />)
  await user.keyboard('{F8}')
  expect(act.sent).toEqual([{ type: 'finding-chosen', finding: 2, group: 'formula-range-differs', place: 0 }])
})

test('a workbook without anything to audit says so', () => {
  show(<Audit view={resultsOf(opened, { ...report, findings: [] }, [])} act={acts()} />)
  expect(screen.getByText('这份工作簿没有公式、合计或表间关系可以审核。')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})

test('nothing wrong is said, with what was held', () => {
  show(<Audit view={resultsOf(opened, { ...audited, findings: [] }, [])} act={acts()} />, 'en')
  expect(screen.getByText('Nothing was found in formulas, totals or between sheets.')).toBeTruthy()
  expect(screen.getByRole('table')).toBeTruthy()
})

test('checks of the content that lack a list stand apart, named together', async () => {
  const user = userEvent.setup()
  const lacking = { ...audited, checked: { ...audited.checked, not: [needs('party-before-18'), needs('probation-over')] } }
  show(<Audit view={resultsOf(opened, lacking, [])} act={acts()} />)
  expect(screen.getByText(/；0 处未能核对/)).toBeTruthy()
  await user.click(screen.getByText('缺少表或列，因而未做的内容核查'))
  expect(screen.getByText('工作簿中没有花名册。').textContent).toBe('工作簿中没有花名册。 未核查：入党时不满18岁、预备期已过')
})
