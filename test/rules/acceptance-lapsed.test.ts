import type { Finding } from '../../src/core/finding'
import type { AcceptedFinding } from '../../src/core/waiver'
import { lapsedAcceptances } from '../../src/rules/workbook/acceptance-lapsed'

const accepted = (number: number): AcceptedFinding => ({ check: 'value-blank', subject: `社区${number}/education`, reason: '待补', fingerprint: '0123456789abcd' })
const finding: Finding = {
  rule: 'value-blank', severity: 'warning', at: { sheet: '表', boxes: [] }, related: [{ sheet: '表', boxes: [] }], subject: '社区1/education',
  message: { key: 'finding.value-blank', params: {} }, evidence: null, fix: null,
}
const several = (count: number): AcceptedFinding[] => Array.from({ length: count }, (_each, i) => accepted(i + 1))

test.each<[number, string | null, number]>([[0, null, 0], [1, 'finding.acceptances-gone', 1], [5, 'finding.acceptances-gone', 5], [6, 'finding.acceptances-gone-more', 5]])(
  '%i acceptances of findings that did not occur: one note, with the first five by name',
  (count, key, named) => {
    const notes = lapsedAcceptances({ lapsed: [], gone: several(count) })
    expect(notes.map(({ message }) => [message.key, message.params['count'], message.params['subjects']])).toEqual(
      key === null ? [] : [[key, count, several(named).map(each => `value-blank ${each.subject}`)]],
    )
  },
)

test('a value that changed since: one note each, with its cells and the reason', () => {
  expect(lapsedAcceptances({ lapsed: [{ accepted: accepted(1), finding }], gone: several(1) })).toMatchObject([
    { subject: 'value-blank/社区1/education', at: finding.at, related: finding.related, message: { params: { reason: '待补', finding: finding.message } } },
    { subject: 'gone', at: null, related: [] },
  ])
})
