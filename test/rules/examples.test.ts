import { check } from '../../src/check'
import { defaultPolicy } from '../../src/policies'
import { rules } from '../../src/rules'
import type { ExampleBook } from '../../src/core/example'
import { bookOf } from './books'

const found = (book: ExampleBook, id: string): string[] => {
  const report = check(bookOf(book), { policy: defaultPolicy, asOf: '2023-12-31' })
  expect(report.checked.not.filter(each => each.check === id && each.why.key === 'checked.failed')).toEqual([])
  return report.findings.filter(finding => finding.rule === id).map(finding => finding.subject)
}

/** What `explain`, the README and the pane show as an example must be one. */
describe.each(rules.flatMap(rule => (rule.example === null ? [] : [[rule.id, rule.example] as const])))('%s', (id, example) => {
  test('finds its bad example', () => expect(found(example.bad, id).length).toBeGreaterThan(0))
  test('is silent on its good one', () => expect(found(example.good, id)).toEqual([]))
})
