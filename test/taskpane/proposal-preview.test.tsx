import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { areaNamed } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import { message } from '../../src/messages'
import { NO_PREVIEW } from '../../taskpane/preview'
import type { ProposalView } from '../../taskpane/proposal-view'
import { resultsOf } from '../../taskpane/state'
import type { ResultsView } from '../../taskpane/state'
import Findings from '../../taskpane/views/findings'
import type { Acts } from '../../taskpane/views/screen'
import { NOTHING_WRITTEN } from '../../taskpane/written'
import { opened, report } from './fixture'

jest.mock('../../taskpane/views/fill.css', () => ({}))

const spelled = (subject: string, cell: string, safe: boolean): Finding => ({
  rule: 'id-writing', severity: 'info', at: areaNamed('花名册', cell), related: [], subject, evidence: null,
  message: message('finding.two-spellings', { written: '莲花居委会', usual: '莲花社区' }),
  fix: { safe, changes: [{ kind: 'cell', sheet: '花名册', cell, before: '莲花居委会', after: '莲花社区' }] },
})
const findings = [spelled('甲', 'B4', true), spelled('乙', 'B5', false), { ...spelled('丙', 'B6', true), fix: null }]
const base = resultsOf(opened, { ...report, findings, counts: { ...report.counts, error: 0, warning: 0, info: 3, accepted: 0 } }, [
  report.policy,
])
const plan: ProposalView = {
  kind: 'fix',
  sheets: [{ sheet: '花名册', isNew: false, isWhole: false, drawn: null, lines: [{ number: 0, cell: 'B4', before: '莲花居委会', after: '莲花社区', why: message('finding.two-spellings', { written: '莲花居委会', usual: '莲花社区' }), inputs: [], safe: true, label: '', format: null }] }],
}
const view = (more: Partial<ResultsView> = {}): ResultsView => ({ ...base, tab: 'findings', findings: { ...base.findings, open: ['id-writing'] }, ...more })

function spy() {
  const did: unknown[] = []
  const act = {
    send: (event: unknown) => { did.push(event) }, goTo: () => undefined, choose: () => undefined,
    writing: { fix: (choice: unknown) => { did.push(['fix', choice]) }, results: (language: string) => { did.push(['results', language]) }, apply: (kind: string) => { did.push(['apply', kind]) }, undo: () => { did.push('undo') }, save: null },
  } as unknown as Acts
  return { act, did }
}

test('safe fixes are offered together, others one by one, and a finding without one offers none', async () => {
  const { act, did } = spy()
  render(<Findings view={view()} act={act} />)
  await userEvent.click(screen.getByRole('button', { name: '一并修正 1 处…' }))
  const ones = screen.getAllByRole('button', { name: '修正…' })
  expect(ones).toHaveLength(2)
  await userEvent.click(ones[1] as HTMLElement)
  expect(did).toEqual([['fix', 'safe'], ['fix', [1]]])
})

test('a fix is looked at with its reason, written, or given up', async () => {
  const { act, did } = spy()
  render(<Findings view={view({ proposed: { ...NO_PREVIEW, plan, open: ['花名册'] } })} act={act} />)
  const region = screen.getByRole('region', { name: '拟作的修正' })
  expect(region.textContent).toContain('莲花居委会 →莲花社区')
  await userEvent.click(within(region).getByRole('button', { name: '修正 1 格' }))
  await userEvent.click(within(region).getByRole('button', { name: '取消' }))
  expect(did).toEqual([['apply', 'fix'], { type: 'proposed-changed', proposed: NO_PREVIEW }])
})

test('after it, what was written is told and can be taken back', async () => {
  const { act, did } = spy(), done = { of: 'fix', cells: 1, sheets: 1, added: null, skipped: [], notices: [] } as const
  render(<Findings view={view({ writing: { ...NOTHING_WRITTEN, done, undo: { id: '1', what: 'fix', cells: 1 } } })} act={act} />)
  expect(screen.getByText(/已写入 1 张表的 1 个单元格/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '撤销“修正 1 个单元格”' }))
  expect(did).toEqual(['undo'])
})

const listed: ProposalView = {
  kind: 'results',
  sheets: [{
    sheet: '问题清单', isNew: false, isWhole: true, drawn: null,
    lines: [
      { number: 2, cell: 'D7', before: '旧的一条', after: '新的一条', why: message('results.why'), inputs: [], safe: true, label: '问题', format: null },
      { number: 3, cell: 'F8', before: '已电话核实', after: null, why: message('results.why-remark'), inputs: [], safe: false, label: '处理情况', format: null },
    ],
  }],
}

test('the findings sheet is looked at cell by cell before it is written, whole or not at all', async () => {
  const { act, did } = spy()
  const inFile = { ...act, writing: { ...act.writing, save: () => undefined } }
  const { rerender } = render(<Findings view={view()} act={inFile} />)
  await userEvent.click(screen.getByRole('button', { name: '写入问题清单' }))
  rerender(<Findings view={view({ proposed: { ...NO_PREVIEW, plan: listed, open: ['问题清单'] } })} act={inFile} />)
  const region = screen.getByRole('region', { name: '拟写入的问题清单' })
  expect(region.textContent).toContain('旧的一条 →新的一条')
  expect(region.textContent).toContain('已电话核实 →空白')
  expect(within(region).getAllByRole('checkbox')).toHaveLength(1)
  await userEvent.click(within(region).getByRole('button', { name: '写入' }))
  expect(did).toEqual([['results', 'zh-CN'], ['apply', 'results']])
})

test('after it, the sheet is named and can be taken back', async () => {
  const { act, did } = spy(), done = { of: 'results', cells: 40, sheets: 1, added: '问题清单', skipped: [], notices: [] } as const
  render(<Findings view={view({ writing: { ...NOTHING_WRITTEN, done, undo: { id: '1', what: 'results', cells: 40 } } })} act={act} />)
  expect(screen.getByText('已写入工作表“问题清单”。')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '撤销“写入问题清单”' }))
  expect(did).toEqual(['undo'])
})
