import * as fc from 'fast-check'
import { communityOf, people, read } from './sheets'
import type { SheetText } from './sheets'

/** `清泉 210 own 1101`: the area, the tenure and the four rooms of each place. */
function places(rows: SheetText): readonly string[] {
  const reading = read({ 用房: rows })
  return reading.premises.map(({ community, usable, unspecified, tenure, rooms }) => {
    const told = [rooms.office, rooms.police, rooms.meeting, rooms.culture].map(state => ({ present: '1', shared: '1', absent: '0', unknown: '?' })[state]).join('')
    return `${communityOf(reading, community)} ${String((usable ?? unspecified)?.value ?? '?')} ${tenure} ${told}`
  })
}

const WANTED = ['清泉 210 own 11??', '荷叶 90 rented 10??']
const ONE = ['使用面积|210', '产权性质|自有', '社区办公室|有', '警务室|有'], OTHER = ['使用面积|90', '产权性质|租用', '社区办公室|有', '警务室|无']
const between = (rows: readonly string[], unit: string): readonly string[] => rows.map(row => row.replace('|', `|${unit}|`))

test.each<readonly [what: string, rows: SheetText]>([
  ['a line names each community', ['清泉社区用房情况', '指标|数值', ...ONE, '', '荷叶社区用房情况', '指标|数值', ...OTHER]],
  ['no line of heads', ['清泉社区', ...ONE, '荷叶社区', ...OTHER]],
  ['the line is labelled', ['社区名称：清泉社区', '指标|数值', ...ONE, '', '社区名称：荷叶社区', '指标|数值', ...OTHER]],
  ['the community heads the values', ['指标名称|清泉社区', ...ONE, '', '指标名称|荷叶社区', ...OTHER]],
  ['units between', ['指标名称|计量单位|清泉社区', ...between(ONE, '—').with(0, '使用面积|平方米|210'), '', '指标名称|计量单位|荷叶社区', ...between(OTHER, '—').with(0, '使用面积|平方米|90')]],
  ['side by side with units and sums', ['序号|指标|计量单位|清泉社区|荷叶社区|合计', '1|使用面积|平方米|210|90|300', '2|产权性质|—|自有|租用', '3|社区办公室|间|1|1|2', '4|警务室|间|1|0|1']],
  ['one row for each thing', ['社区|指标|数值|单位', ...ONE.map(row => `清泉社区|${row}`), ...OTHER.map(row => `荷叶社区|${row}`)]],
  ['one row for each thing, the community once', ['社区|指标名称|数量', ...ONE.map((row, at) => `${at === 0 ? '清泉社区' : ''}|${row}`), ...OTHER.map((row, at) => `${at === 0 ? '荷叶社区' : ''}|${row}`)]],
  ['the order differs', ['社区|项目|情况', ...ONE.map(row => `清泉社区|${row}`), ...[...OTHER].reverse().map(row => `荷叶社区|${row}`)]],
])('indicators with values: %s', (_what, rows) => {
  expect(places(rows)).toEqual(WANTED)
})

test('a thing told twice of one community settles nothing', () => {
  expect(places(['社区|指标|数值', '清泉社区|使用面积|210', '清泉社区|使用面积|190', '清泉社区|产权性质|自有', '清泉社区|警务室|有'])).toEqual([])
})

test('an area is never the sum of two communities', () => {
  const name = fc.constantFrom('清泉', '荷叶', '滨河', '高陈', '书院', '安宁')
  const place = fc.record({ area: fc.integer({ min: 60, max: 600 }), office: fc.boolean(), police: fc.boolean() })
  const list = fc.uniqueArray(fc.tuple(name, place), { selector: ([each]) => each, minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(list, fc.constantFrom('lines', 'heads', 'long', 'columns'), (all, way) => {
      const has = (is: boolean): string => (is ? '有' : '无')
      const told = ({ area, office, police }: { area: number; office: boolean; police: boolean }): readonly string[] => [`使用面积|${String(area)}`, '产权性质|自有', `社区办公室|${has(office)}`, `警务室|${has(police)}`]
      const rows =
        way === 'long' ? ['社区|指标|数值', ...all.flatMap(([each, what]) => told(what).map(row => `${each}社区|${row}`))]
        : way === 'columns' ? [`指标|${all.map(([each]) => `${each}社区`).join('|')}|合计`, ...[0, 1, 2, 3].map(at => [['使用面积', '产权性质', '社区办公室', '警务室'][at], ...all.map(([, what]) => (told(what)[at] ?? '').split('|')[1])].join('|'))]
        : all.flatMap(([each, what]) => [way === 'lines' ? `${each}社区` : `指标|${each}社区`, ...told(what), ''])
      const wanted = all.map(([each, { area, office, police }]) => `${each} ${String(area)} own ${String(Number(office))}${String(Number(police))}??`)
      // One community alone is no list on its side where nothing tells what stands beside the labels.
      if (all.length > 1 || way === 'long') expect(places(rows)).toEqual(wanted)
      else expect(places(rows).every(line => wanted.includes(line))).toBe(true)
    }),
  )
})

const PERSON = (name: string, kind: string): readonly [string, string][] => [['姓名', name], ['性别', '男'], ['出生年月', '1985.03'], ['学历', '大专'], ['政治面貌', '群众'], ['人员类别', kind]]
const across = (group: readonly string[], ...all: readonly (readonly [string, string][])[]): readonly string[] =>
  (all[0] ?? []).map(([label], at) => [...(group.length === 0 ? [] : [group[at] ?? '']), label, ...all.map(each => each[at]?.[1] ?? '')].join('|'))

test.each<readonly [what: string, rows: SheetText]>([
  ['one list below the other', ['清泉社区工作人员', ...across([], PERSON('张三', '正式'), PERSON('李四', '聘用')), '', '荷叶社区工作人员', ...across([], PERSON('王五', '正式'), PERSON('赵六', '聘用'))]],
  ['groups of labels', ['项目|内容|清泉社区||荷叶社区', ...across(['基本情况', '', '', '素质', '', '其他'], PERSON('张三', '正式'), PERSON('李四', '聘用'), PERSON('王五', '正式'), PERSON('赵六', '聘用'))]],
])('people a column: %s', (_what, rows) => {
  expect(people(read({ 人员: rows }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted'])
})

test('groups before the labels are no labels', () => {
  const rows = ['类别|项目|清泉社区|荷叶社区', '面积|使用面积|210|90', '产权|产权性质|自有|租用', '四室|社区办公室|有|有', '|警务室|有|无']
  expect(places(rows)).toEqual(WANTED)
  expect(places(rows.map((row, at) => `${row}|${at === 0 ? '备注' : '已核'}`))).toEqual(WANTED)
})

test.each([['单位：百平方米', 2.1], ['单位：平方米', 210]])('%s', (line, value) => {
  expect(places([line, '社区|使用面积|产权', `清泉社区|${String(value)}|自有`, `荷叶社区|${String(value)}|自有`])).toEqual(['清泉 210 own ????', '荷叶 210 own ????'])
})

test.each([0, 1])('communities side by side, %i columns between', gap => {
  const space = '|'.repeat(gap)
  const rows = ['清泉社区||' + space + '荷叶社区', `指标|数值|${space}指标|数值`, ...ONE.map((row, at) => `${row}|${space}${OTHER[at] ?? ''}`)]
  expect(places(rows)).toEqual(WANTED)
})

test('one indicator a community', () => {
  expect(places(['社区|项目|数量|单位', '清泉社区|办公用房使用面积|210|平方米', '荷叶社区|办公用房使用面积|90|平方米'])).toEqual(['清泉 210 blank ????', '荷叶 90 blank ????'])
})

test('a form whose labels are merged over two cells', () => {
  const form = (place: string, area: string, tenure: string, police: string): SheetText => ['社区用房登记表', `社区名称|${place}|||填表人|王某`, `使用面积||${area}|产权||${tenure}`, '社区办公室||有', `警务室||${police}`]
  const over = (row: number, left: number, right: number) => ({ top: row, bottom: row, left, right })
  const merges = [over(2, 2, 4), over(3, 1, 2), over(3, 4, 5), over(4, 1, 2), over(5, 1, 2)]
  const reading = read({ 清泉社区: form('清泉社区', '210㎡', '自有', '有'), 荷叶社区: form('荷叶社区', '90㎡', '租用', '无') }, { merges: { 清泉社区: merges, 荷叶社区: merges } })
  expect(reading.premises.map(({ usable, tenure, rooms }) => `${String(usable?.value)} ${tenure} ${rooms.police}`)).toEqual(['210 own present', '90 rented absent'])
})

test('values that are header words elsewhere are no labels', () => {
  const rows = ['社区|清泉社区|荷叶社区', '姓名|张三|王五', '学历|大专|高中', '政治面貌|党员|群众', '人员类别|正式|聘用', '职务|书记|出纳', '备注|无|党员']
  expect(people(read({ 人员: rows }))).toEqual(['张三 清泉 formal', '王五 荷叶 contracted'])
})
