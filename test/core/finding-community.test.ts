import { areaNamed } from '../../src/core/area'
import { communitiesOf } from '../../src/core/finding-community'
import type { Finding } from '../../src/core/finding'
import { read } from '../read/sheets'

const BOOK = {
  花名册: ['序号|社区|姓名|文化程度|人员性质', '1|河东社区|丁一|大专|正式', '2|河东社区|丁二|高中|正式', '3|南苑社区|丁三|本科|聘用'],
  用房: ['社区|使用面积', '南苑社区|120', '河东社区|210'],
}

function about(subject: string, at: readonly [sheet: string, cells: string] | null): Finding {
  return { rule: 'any', severity: 'warning', at: at === null ? null : areaNamed(...at), related: [], subject, message: { key: 'any', params: {} }, evidence: null, fix: null }
}

test.each<[string, Finding, string | null]>([
  ['the subject names its community', about('河东/college-share', ['花名册', 'D2:D4']), '河东'],
  ['the subject names the whole', about('overall/average-age', ['花名册', 'D2:D4']), 'the whole'],
  ['a cell of a person', about('x', ['花名册', 'D4']), '南苑'],
  ['rows of people of one community', about('x', ['花名册', 'C2:C3']), '河东'],
  ['rows of people of two communities', about('x', ['花名册', 'C3:C4']), null],
  ['a cell of a place', about('x', ['用房', 'B3']), '河东'],
  ['the header', about('x', ['花名册', 'D1']), null],
  ['the header and a person', about('x', ['花名册', 'D1:D2']), null],
  ['the same row of a sheet without people', about('x', ['别的', 'D2']), null],
  ['a sheet as a whole', { ...about('x', null), at: { sheet: '花名册', boxes: [] } }, null],
  ['no cell', about('x', null), null],
  ['a column of more rows than are looked at', about('x', ['花名册', 'D2:D99']), null],
])('%s', (_name, finding, expected) => {
  const reading = read(BOOK), [found] = communitiesOf([finding], reading)
  expect(found === null || found === undefined ? null : found < 0 ? 'the whole' : reading.communities[found]?.name).toBe(expected)
})
