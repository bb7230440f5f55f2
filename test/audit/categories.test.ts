import { say } from '../../src/messages'
import { categoryOf } from '../../src/document'
import { totalRules } from '../../src/rules/totals'
import { acrossRules } from '../../src/rules/across'
import { auditRules } from '../../src/rules/audit-rules'

/** The column 类别 of the working paper and the parts of the audit screen. */
test.each(auditRules.flatMap(rule => [rule.id, ...(rule.reports ?? [])].map(id => [id, totalRules.includes(rule) ? '合计' : acrossRules.includes(rule) ? '表间' : '公式'])))(
  'findings of %s are called %s', (id, word) => { expect(say(categoryOf(id), 'zh-CN')).toBe(word) },
)

test.each([
  ['target-missed', '达标'], ['value-blank', '人员'], ['community-scale', '内容'], ['birth-differs-from-id', '人员'], ['usable-over-built', '用房'], ['nothing-recognised', '内容'], ['no-such-rule', '内容'],
])('findings of %s are called %s', (id, word) => {
  expect(say(categoryOf(id), 'zh-CN')).toBe(word)
})
