import { readSnapshot } from '../../src/read'
import { audit } from '../../src/audit'
import { bookOf } from '../rules/books'

/** Telephones of which one happens to be the sum of the two above: in a column of amounts that is a sum, among persons it is nothing. */
const NUMBERS = [5_234_101, 5_238_202, 10_472_303, 5_234_417]

test.each([['电话', []], ['手机号码', []], ['公民身份号码', []], ['参加工作时间', []], ['入党日期', []], ['出生人数', ['4,3']], ['工作时间', ['4,3']]] as const)('%s', (header, totals) => {
  const book = bookOf([['姓名', '职务', header], ...NUMBERS.map((number, at) => [`${'甲乙丙丁'.charAt(at)}某`, '委员', number])])
  expect(audit(book, readSnapshot(book, {})).checked.totals.map(({ row, column }) => `${String(row)},${String(column)}`)).toEqual(totals)
})
