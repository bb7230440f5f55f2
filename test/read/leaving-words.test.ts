import { saysLeft } from '../../src/vocabulary/leaving-words'
import { people, read } from './sheets'

const HEAD = '社区|姓名|学历|人员类别|备注'

function presenceOf(remark: string, asOf = 20231231): string {
  const reading = read({ 表: [HEAD, ['清泉社区', '张三', '大专', '正式', remark]] }, { asOf })
  const [person] = reading.people
  return [person?.presence, ...(person?.notes ?? []).map(note => note.key)].join(' ')
}

test.each<readonly [remark: string, wanted: string]>([
  ['合同期满离职', 'left value.left-by-remark'],
  ['2023.5因病去世', 'left value.left-by-remark'],
  ['因个人原因辞职', 'left value.left-by-remark'],
  ['辞职外出务工', 'left value.left-by-remark'],
  ['服务期满离开', 'left value.left-by-remark'],
  ['合同到期不续签', 'left value.left-by-remark'],
  ['2023年底离岗', 'left value.left-by-remark'],
  ['已不在社区工作', 'left value.left-by-remark'],
  ['不在社区工作', 'present value.remark-unread'],
  ['2024年5月退休', 'present'],
  ['2024.3.1离职', 'present'],
  ['企业退休', 'present value.remark-unread'],
  ['退休手续正在办理中', 'present value.remark-unread'],
  ['负责退休人员管理', 'present'],
  ['占编不在岗', 'present value.remark-unread'],
  ['丈夫病故', 'present'],
  ['接替离职的王某', 'present'],
  ['未离职', 'present'],
  ['2019年退休后聘用', 'present value.remark-unread'],
  ['拟于2024年退休', 'present'],
  ['2022年入职', 'present'],
  ['党员示范岗', 'present'],
])('a remark of leaving: %s', (remark, wanted) => {
  expect(presenceOf(remark)).toBe(wanted)
})

test('a day of leaving counts from that day on', () => {
  expect(presenceOf('2023年6月离职', 20230531)).toBe('present')
  expect(presenceOf('2023年6月离职', 20230601)).toBe('left value.left-by-remark')
})

test('the same words stand in a column of status', () => {
  expect(people(read({ 表: ['社区|姓名|学历|人员类别|人员状态', '清泉社区|张三|大专|正式|合同期满离职', '清泉社区|李四|大专|正式|在岗'] }))).toEqual(['张三 清泉 formal left', '李四 清泉 formal'])
})

test('what is only half known is never sure', () => {
  for (const stranger of ['某某', '王五', '蓝天'])
    for (const word of ['离职', '退休', '去世']) for (const text of [stranger + word, word + stranger]) expect([text, saysLeft(text)]).toEqual([text, false])
})
