import { read } from './sheets'

const kinds = (cell: string): readonly string[] =>
  read({ 名单: ['社区|类别|姓名', `清泉社区|正式|${cell}`, '清泉社区|聘用|王五', '荷叶社区|正式|赵六'] }).people.map(({ employment }) => employment)

test.each(['张三、李四', '张三，李四，钱一', '张三;李四', '张三\n李四', '张三、李四等5人', '张三等3人'])('%s in one cell are not one formal person', cell => {
  expect(kinds(cell)).toEqual(['unknown', 'contracted', 'formal'])
})

test.each(['张三', '张三（曾用名李四）', '买买提·艾力', '张 三', '张三，书记', '欧阳娜娜'])('%s is one', cell => {
  expect(kinds(cell)).toEqual(['formal', 'contracted', 'formal'])
})

test.each(['项目|人员1|人员2|人员3', '项目|第一人|第二人|第三人'])('a person a column under %s', head => {
  const rows = ['姓名|张三|李四|王五', '性别|男|女|男', '出生年月|1985.03|1990.01|1970.02', '学历|本科|大专|高中', '政治面貌|党员|群众|群众', '人员类别|正式|聘用|正式']
  expect(read({ 名单: ['清泉社区工作人员信息采集表', head, ...rows] }).people.map(({ name, employment }) => `${name} ${employment}`)).toEqual(['张三 formal', '李四 contracted', '王五 formal'])
})

test.each<readonly [string, readonly (number | null | undefined)[]]>([['2023年现有使用面积', [155, 208]], ['2023年底现有使用面积（㎡）', [155, 208]], ['2024年计划使用面积', []]])('%s beside a goal', (header, wanted) => {
  const { premises } = read({ 用房: ['社区用房提升情况', `序号|社区|${header}|2025年目标|产权`, '1|清泉社区|155|255|自有', '2|荷叶社区|208|308|自有'] })
  expect(premises.map(({ usable }) => usable?.value)).toEqual(wanted)
})
