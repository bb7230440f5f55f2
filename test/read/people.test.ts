import type { CellValue } from '../../src/core/cell'
import { people, read } from './sheets'
import type { SheetText } from './sheets'

/** One person in a list of its own: headers and cells. */
function person(headers: string, cells: string | readonly CellValue[], asOf?: number) {
  const reading = read({ 河南社区: [headers, cells] }, asOf === undefined ? {} : { asOf })
  const [only] = reading.people
  if (only === undefined) throw new Error('nobody was read')
  return only
}

const BASE = '姓名|政治面貌|人员类别'

test.each<readonly [headers: string, cells: string, college: string, fullTime: string]>([
  ['学历', '大专', 'yes', 'blank'],
  ['学历', '高中', 'no', 'blank'],
  ['学历', ' ', 'blank', 'blank'],
  ['学历', '大专在读', 'unclear', 'blank'],
  ['全日制学历|在职学历', '高中|大专', 'yes', 'no'],
  ['全日制学历|在职学历', '本科|', 'yes', 'yes'],
  ['全日制学历|在职学历', '|无', 'blank', 'blank'],
  ['全日制学历|在职学历', '中专|大专在读', 'unclear', 'no'],
  ['全日制学历|在职学历', '大专|本科在读', 'yes', 'yes'],
  ['学历|最高学历', '高中|大专', 'yes', 'blank'],
])('education %s = %s: %s', (headers, cells, college, fullTime) => {
  expect(person(`${BASE}|${headers}`, `张三|群众|正式|${cells}`)).toMatchObject({ college, collegeFullTime: fullTime })
})

test.each<readonly [headers: string, cells: string, answer: string]>([
  ['政治面貌', '中共党员', 'yes'], ['政治面貌', '农工党党员', 'no'], ['政治面貌', ' ', 'blank'],
  ['是否党员', '是', 'yes'], ['是否党员', '否', 'unclear'], ['是否党（团）员', '否', 'no'],
  ['是否党员|是否团员', '否|是', 'yes'], ['是否党员|是否团员', '否|否', 'no'],
])('politics %s = %s: %s', (headers, cells, answer) => {
  expect(person(`姓名|学历|人员类别|${headers}`, `张三|大专|正式|${cells}`)).toMatchObject({ partyOrLeague: answer })
})

test.each<readonly [headers: string, cells: string, employment: string, presence: string]>([
  ['人员类别', '事业编', 'formal', 'present'], ['是否在编', '否', 'contracted', 'present'], ['人员类别', '网格员', 'undecided', 'present'], ['人员类别', '外星人', 'unknown', 'present'],
  ['人员类别|在岗情况', '正式|已离职', 'formal', 'left'], ['人员类别|在岗情况', '正式|产假', 'formal', 'leave'], ['人员类别|备注', '正式|已退休', 'formal', 'left'], ['人员类别|备注', '正式|原在河东社区工作', 'formal', 'present'], ['人员类别|备注', '正式|拟明年退休', 'formal', 'present'],
])('employment %s = %s: %s, %s', (headers, cells, employment, presence) => {
  expect(person(`姓名|学历|政治面貌|${headers}`, `张三|大专|群众|${cells}`)).toMatchObject({ employment, presence })
})

test.each<readonly [rows: SheetText, wanted: readonly string[]]>([
  [['姓名|学历|政治面貌|正式|聘用', '张三|大专|党员|√|', '李四|高中|群众||√'], ['张三 formal yes yes', '李四 contracted no no']],
  [['姓名|人员类别|学历|||政治面貌||', '||本科|大专|高中及以下|党员|团员|群众', '张三|正式||√||√||', '李四|聘用|||√|||√'], ['张三 formal yes yes', '李四 contracted no no']],
])('ticks under words', (rows, wanted) => {
  const { people } = read({ 河南社区: rows })
  expect(people.map(each => [each.name, each.employment, each.college, each.partyOrLeague].join(' '))).toEqual(wanted)
})

test.each<readonly [headers: string, cells: readonly CellValue[], born: readonly [number, string, number], notes: readonly string[]]>([
  ['出生年月', ['1985.03'], [19850301, 'month', -1], ['value.month-only']],
  ['出生年月|身份证号', ['1985.03', '990101198503124516'], [19850312, 'day', -1], []],
  ['出生年月|身份证号', ['1985.04', '990101198503124516'], [19850401, 'month', -1], ['value.month-only']],
  ['出生日期|身份证号', ['1985-04-20', '990101198503124516'], [19850420, 'day', -1], []],
  ['出生年月|身份证号', [null, '990101198503124516'], [19850312, 'day', -1], ['value.birth-from-id']],
  ['出生年月|身份证号', ['看不清', '990101198503124516'], [19850312, 'day', -1], ['value.date-unreadable', 'value.birth-from-id']],
  ['出生年月|身份证号', [1985.1, '990101198510124516'], [19851012, 'day', -1], []],
  ['出生年月', [1985.1], [19850101, 'month-ambiguous', -1], ['value.month-ambiguous']],
  ['年龄', ['38岁'], [0, 'none', 38], []],
  ['出生年月|年龄', ['1985.03', 45], [19850301, 'month', 45], ['value.month-only']],
  ['出生年月|年龄', [null, 45], [0, 'none', 45], []],
  ['出生年月', ['1985.03（38岁）'], [19850301, 'month', 38], ['value.month-only']],
])('birth %s = %j', (headers, cells, [birth, birthPrecision, statedAge], notes) => {
  const read = person(`姓名|学历|人员类别|${headers}`, ['张三', '大专', '正式', ...cells])
  expect(read).toMatchObject({ birth, birthPrecision, statedAge })
  expect(read.notes.filter(note => note.column !== 'id').map(note => note.key)).toEqual(notes)
})

test('a month of two digits elsewhere in the column settles 1985.1 as October', () => {
  const head = '姓名|学历|人员类别|出生年月'
  const padded = read({ 河南社区: [head, ['张三', '大专', '正式', 1985.1], ['李四', '大专', '正式', 1990.05]] })
  expect(padded.people.map(each => [each.birth, each.birthPrecision])).toEqual([[19851001, 'month'], [19900501, 'month']])
  const plain = read({ 河南社区: [head, ['张三', '大专', '正式', 1985.1], ['李四', '大专', '正式', 1990.5]] })
  expect(plain.people.map(each => [each.birth, each.birthPrecision])).toEqual([[19850101, 'month-ambiguous'], [19900501, 'month']])
})

test.each<readonly [name: string, shown: string, presence: string]>([
  ['张  三', '张三', 'present'], ['空　缺', '空缺', 'vacant'], ['（空缺）', '(空缺)', 'vacant'], ['待招聘', '待招聘', 'vacant'], ['张三（主任）', '张三', 'present'], ['张三（已离职）', '张三', 'left'], ['欧阳·娜娜', '欧阳·娜娜', 'present'],
])('name %s', (name, shown, presence) => {
  expect(person(`姓名|学历|政治面貌|人员类别`, [name, '大专', '群众', '正式'])).toMatchObject({ name: shown, presence })
})

test('a row without a name is somebody only where an id or a birth is written', () => {
  const reading = read({ 河南社区: ['姓名|学历|人员类别|出生年月', '|||1985.03', '|大专|正式|'] })
  expect([reading.people.map(each => each.row), reading.tables[0]?.skipped]).toEqual([[2], [{ row: 3, why: 'no-name' }]])
})

test('people with the same remarks share one list of notes', () => {
  const { people } = read({ 河南社区: ['姓名|学历|人员类别|出生年月', '张三|大专|正式|1985.03', '李四|大专|正式|1990.03'] })
  expect(people[0]?.notes).toBe(people[1]?.notes)
})

test('the class of a whole list stands in its title or its sheet’s name', () => {
  const rows = ['姓名|学历|政治面貌', '张三|大专|党员']
  const reading = read({ 正式人员: ['河南社区正式人员花名册', ...rows], 聘用人员: ['河南社区聘用人员花名册', rows[0] ?? '', '李四|大专|党员'], 河东社区: [rows[0] ?? '', '王五|大专|党员'] })
  expect(reading.people.map(each => each.employment)).toEqual(['formal', 'contracted', 'unknown'])
  expect(reading.questions.map(question => question.id)).toEqual(['employment:河东社区!02aff1ac'])
})

test('words that nobody can tell are asked about once, with their cells and no name', () => {
  const { questions } = read({ 河南社区: ['姓名|学历|政治面貌|人员类别', '张三|20|党员|网格员', '李四|20|党员|网格员'] })
  expect(questions.map(({ id, kind, assumed, places }) => ({ id, kind, assumed, places: places.length }))).toEqual([
    { id: 'word:employment:网格员', kind: 'word', assumed: 'undecided', places: 2 },
    { id: 'word:education:20', kind: 'code', assumed: null, places: 2 },
  ])
  expect(JSON.stringify(questions)).not.toContain('张三')
})

test('a kind merged over several people holds for each of them, with and without the merge', () => {
  const rows = ['社区|人员类别|姓名|学历|政治面貌', '河南社区|正式|张三|大专|群众', '||李四|大专|群众', '||王五|大专|群众', '|聘用|赵六|大专|群众', '||钱七|大专|群众', '河东社区|正式|孙八|大专|群众', '||周九|大专|群众']
  const merges = {
    表: [
      { top: 2, left: 2, bottom: 4, right: 2 },
      { top: 5, left: 2, bottom: 6, right: 2 },
      { top: 7, left: 2, bottom: 8, right: 2 },
    ],
  }
  const wanted = ['formal', 'formal', 'formal', 'contracted', 'contracted', 'formal', 'formal']
  expect(read({ 表: rows }, { merges }).people.map(each => each.employment)).toEqual(wanted)
  expect(read({ 表: rows }).people.map(each => each.employment)).toEqual(wanted)
})

test('a kind that is missing here and there is not filled down', () => {
  const rows = ['社区|人员类别|姓名|学历|政治面貌', '河南社区|正式|张三|大专|群众', '|聘用|李四|大专|群众', '||王五|大专|群众']
  expect(read({ 表: rows }).people.map(each => each.employment)).toEqual(['formal', 'contracted', 'unknown'])
})

test.each<readonly [header: string, cell: string | number, wanted: readonly [number, string | undefined]]>([
  ['出生年月', '35岁', [35, 'value.age-for-birth']], ['出生年月', 35, [-1, 'value.date-unlikely']], ['出生年月（岁）', 35, [35, undefined]], ['出生年月（年龄）', '35', [35, undefined]], ['出生年月（岁）', 1985.03, [-1, 'value.month-only']],
])('%s: %p', (header, cell, [age, note]) => {
  const [person] = read({ 河南社区: [['姓名', header, '学历', '人员类别'], ['张三', cell, '大专', '正式']] }).people
  expect([person?.statedAge, person?.notes[0]?.key]).toEqual([age, note])
})

test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
  ['a day of leaving that has come', ['姓名|学历|政治面貌|人员类别|离职时间', '张三|大专|党员|正式|', '李四|大专|党员|正式|2023.06', '王五|大专|党员|正式|2024.06', '赵六|大专|党员|正式|202312', '孙七|大专|党员|正式|45107', '周八|大专|党员|正式|'], ['张三 河南 formal', '李四 河南 formal left', '王五 河南 formal', '赵六 河南 formal left', '孙七 河南 formal left', '周八 河南 formal']],
  ['a day of retiring in every row tells when each will go', ['姓名|学历|政治面貌|人员类别|退休时间', '张三|大专|党员|正式|2030.06', '李四|大专|党员|正式|2023.06'], ['张三 河南 formal', '李四 河南 formal']],
  ['正式 beside 是否在编 answered no', ['姓名|学历|政治面貌|人员性质|是否在编', '张三|大专|党员|正式|否', '李四|大专|党员|正式|是', '王五|大专|党员|聘用|否'], ['张三 河南 undecided', '李四 河南 formal', '王五 河南 contracted']],
  ['a column of the kind that is answered with ones and noughts', ['姓名|学历|政治面貌|在编', '张三|大专|党员|1', '李四|大专|党员|0'], ['张三 河南 formal', '李四 河南 contracted']],
  ['ticks under words that are counts elsewhere', ['姓名|学历|政治面貌|正式编制|聘用人员', '张三|大专|党员|√|', '李四|大专|党员||√'], ['张三 河南 formal', '李四 河南 contracted']],
  ['干部 and 工人 beside the establishment', ['姓名|学历|政治面貌|身份|编制', '张三|大专|党员|干部|事业', '李四|大专|党员|工人|无'], ['张三 河南 formal', '李四 河南 contracted']],
])('%s', (_what, rows, wanted) => { expect(people(read({ 河南社区: rows }))).toEqual(wanted) })

test.each([['政治面貌（是否党员）', ['yes', 'unclear']], ['政治面貌（是否党团员）', ['yes', 'no']]] as const)('%s is answered with yes and no', (header, wanted) => {
  const reading = read({ 河南社区: [`姓名|学历|${header}|人员类别`, '张三|大专|是|正式', '李四|大专|否|正式'] })
  expect(reading.people.map(each => each.partyOrLeague)).toEqual(wanted)
})
