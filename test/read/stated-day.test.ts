import { read, HEADER } from './sheets'
import type { SheetText } from './sheets'

const BODY: SheetText = [HEADER, '1|河南社区|张三|大专|群众|正式']

test.each<readonly [rows: SheetText, day: string | undefined]>([
  [['花名册', '（截至2023年6月30日）', ...BODY], '2023-06-30'],
  [['花名册', '填报单位：姜堰镇|||填报日期：2024.3.15', ...BODY], '2024-03-15'],
  [['花名册', '填报单位：姜堰镇      日期：2023.12.31', ...BODY], '2023-12-31'],
  [['花名册', ['填报日期：', null, 45291], ...BODY], '2023-12-31'],
  [['花名册', '填报日期：2024.1.5', '截至2023年12月31日', ...BODY], '2023-12-31'],
  [['花名册', ...BODY, '填表人：李某|||填表日期：2023年12月31日'], '2023-12-31'],
  [['花名册', '序号|社区|姓名|年龄（截至2023年6月30日）|学历|人员类别', '1|河南社区|张三|38|大专|正式'], '2023-06-30'],
  [['花名册', '填报日期：2024.1.5', '序号|社区|姓名|年龄（截止202306）|学历|人员类别', '1|河南社区|张三|38|大专|正式'], '2023-06-30'],
  [['截至2023年12月31日', '序号|社区|姓名|年龄（截至2023年6月30日）|学历|人员类别', '1|河南社区|张三|38|大专|正式'], '2023-06-30'],
  [['2023年社区工作者花名册', ...BODY], undefined],
  [BODY, undefined],
])('%j states %s', (rows, day) => {
  expect(read({ 花名册: rows }).statedDay?.day).toBe(day)
})

test('the roster’s day goes before that of other sheets; two days of rosters are told', () => {
  const premises: SheetText = ['填报日期：2022.1.1', '社区|使用面积', '河南社区|100']
  expect(read({ 用房: premises, 花名册: ['截至2023年6月30日', ...BODY] }).statedDay).toEqual({ day: '2023-06-30', place: { sheet: '花名册', row: 1, column: 1 } })
  const two = read({ 河南社区: ['截至2023年6月30日', ...BODY], 河东社区: ['截至2023年12月31日', HEADER, '1|河东社区|李四|大专|群众|正式'] })
  expect([two.statedDay?.day, two.notices.map(notice => notice.key)]).toEqual(['2023-06-30', ['notice.days-disagree']])
})

test.each([['花名册（截至2023年6月30日）', '2023-06-30'], ['名册(截至202306)', '2023-06-30'], ['截止2023.6.30', '2023-06-30'], ['2023年花名册', undefined]])('a sheet called %s states %s', (name, day) => {
  expect(read({ [name]: BODY }).statedDay?.day).toBe(day)
})
