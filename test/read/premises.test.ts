import type { PremisesRow } from '../../src/core/reading'
import { communityOf, read, skipped } from './sheets'
import type { SheetOptions, SheetText } from './sheets'

/** `河南 usable 120 own`, one a row of premises. */
function places(rows: SheetText, options: SheetOptions = {}): readonly string[] {
  const reading = read({ 用房: rows }, options)
  const area = (name: string, measured: PremisesRow['usable']) => measured === null ? [] : [`${name} ${measured.value === null ? '?' : measured.value}${measured.about ? ' about' : ''}`]
  return reading.premises.map(row => [communityOf(reading, row.community), ...area('usable', row.usable), ...area('built', row.built), ...area('area', row.unspecified), ...area('activity', row.activity), ...(row.tenure === 'blank' ? [] : [row.tenure]), ...(row.demolition === 'yes' ? ['demolition'] : [])].join(' '))
}

test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
  ['usable and built side by side', ['社区|建筑面积|使用面积|产权', '河南|260|200|自有', '河东|150||租用'], ['河南 usable 200 built 260 own', '河东 built 150 rented']],
  ['an area with no word on which', ['社区|面积（㎡）|房屋来源', '河南|60|借用'], ['河南 area 60 borrowed']],
  ['units from the line above', ['用房情况', '单位：万平方米', '社区|使用面积', '河南|0.02'], ['河南 usable 200']],
  ['units from the header', ['社区|使用面积（万㎡）', '河南|0.02'], ['河南 usable 200']],
  ['units in the cell win', ['社区|使用面积（万㎡）', '河南|180平方米'], ['河南 usable 180']],
  ['office and activity rooms make one', ['社区|办公用房面积|活动用房面积', '河南|60|40'], ['河南 area 60 activity 40']],
  ['parts inside a total are not added to it', ['社区|总面积|办公面积|活动面积', '河南|200|80|120'], ['河南 area 200']],
  ['the activity area of which is not added', ['社区|使用面积|其中：活动用房面积', '河南|200|120'], ['河南 usable 200']],
  ['the cell says which area it is', ['社区|使用面积', '河南|建筑面积300'], ['河南 built 300']],
  ['about, sums, ranges, rooms alone', ['社区|使用面积', '河南|约200', '河东|120+85', '荷叶|60-80', '南苑|2间'], ['河南 usable 200 about', '河东 usable 205', '荷叶 usable 60 about', '南苑 usable ?']],
  ['two places, the name in the first row', ['序号|社区|使用面积', '1|河南|120', '2||80', '3|河东|50'], ['河南 usable 120', '河南 usable 80', '河东 usable 50']],
  ['tenure from the remark', ['社区|使用面积|备注', '河南|120|租期至2024年6月', '河东|90|面临拆迁', '荷叶|80|未列入拆迁范围'], ['河南 usable 120 rented', '河东 usable 90 demolition', '荷叶 usable 80']],
  ['towns as sections, total first', ['社区|使用面积', '合计|380', '罗塘街道|', '河南社区|300', '姜堰镇|', '荷叶社区|80'], ['河南 usable 300', '荷叶 usable 80']],
  ['a community of which nothing is told', ['社区|使用面积|产权', '河南社区|300|自有', '河东社区||', '荷叶社区|80|自有'], ['河南 usable 300 own', '河东', '荷叶 usable 80 own']],
  ['a name above its places', ['社区|坐落|使用面积', '河南社区||', '|东街1号|120', '|西街2号|80', '河东社区||', '|北街|50'], ['河南 usable 120', '河南 usable 80', '河东 usable 50']],
  ['parts under one word for the area', ['社区|使用面积||||产权', '|合计|办公|活动|其他|', '河南社区|210|60|100|50|自有'], ['河南 usable 210 own']],
  ['shared with another community, by tenure or remark', ['社区|使用面积|产权|备注', '河南|210|自有|与河东社区合用', '河西|220|与荷叶社区合用|', '南苑|230|自有|与物业合用大厅'], ['河南 usable ? about own', '河西 usable ? about shared', '南苑 usable 230 own']],
  ['more words for what will go', ['社区|使用面积|是否拆迁|备注', '河南|210|棚户区改造|', '河东|210||即将动迁', '河西|210||旧城改造范围内', '荷叶|210||不在拆迁范围', '南苑|210||未列入征收范围'], ['河南 usable 210 demolition', '河东 usable 210 demolition', '河西 usable 210 demolition', '荷叶 usable 210', '南苑 usable 210']],
  ['temporary premises by the remark', ['社区|使用面积|备注', '河南|120|过渡用房'], ['河南 usable 120 borrowed']],
  ['own, and not there yet', ['社区|使用面积|产权|现状', '河南|210|自有|正常使用', '河东|260|自有|在建', '河西|60|自有|新办公楼在建'], ['河南 usable 210 own', '河东 usable 260 in-building', '河西 usable 60 own']],
  ['the area of two years', ['社区|2022年使用面积|2023年使用面积|产权', '河南|60|210|自有'], ['河南 usable 210 own']],
  ['the area of last year behind today’s', ['社区|使用面积|2022年使用面积', '河南|210|60'], ['河南 usable 210']],
  ['one community, its name in the title', ['河南社区办公用房情况', '坐落|使用面积|产权性质', '东街1号|200|自有'], ['河南 usable 200 own']],
  ['two communities in one cell share what nobody can split', ['社区|使用面积', '河南、河东社区|300', '荷叶社区|100'], ['河南 usable ? about', '河东 usable ? about', '荷叶 usable 100']],
])('%s', (_what, rows, wanted) => {
  expect(places(rows)).toEqual(wanted)
})

test('one area merged over two communities belongs to neither in full', () => {
  const rows = ['社区|使用面积', '河南社区|300', '河东社区|', '荷叶社区|100']
  const reading = read({ 用房: rows }, { merges: { 用房: [{ top: 2, left: 2, bottom: 3, right: 2 }] } })
  expect(reading.premises.map(row => [communityOf(reading, row.community), row.usable?.value, row.usable?.high, row.notes.map(note => note.key)])).toEqual([['河南', null, 300, ['value.area-shared']], ['河东', null, 300, ['value.area-shared']], ['荷叶', 100, 100, []]])
})

test('totals are skipped, labelled or not', () => {
  expect(skipped(read({ 用房: ['序号|社区|使用面积', '1|河南|300', '2|河东|100', '||400'] }))).toEqual(['4 total'])
  expect(skipped(read({ 用房: ['序号|社区|使用面积', '1|河南|300', '||300'] }, { formulas: { 用房: [[3, 3, '=SUM(C2:C2)']] } }))).toEqual(['3 total'])
  expect(skipped(read({ 用房: ['序号|社区|使用面积', '1|河南|300', '总计||300'] }))).toEqual(['3 total'])
})

test.each<readonly [what: string, header: string, rows: readonly string[], wanted: readonly string[]]>([
  ['ticks: a blank is no', '办公室|警务室|议事室|活动室', ['√|✓||○'], ['present present absent present']],
  ['ticks with a remark between: a blank is still no', '办公室|警务室|议事室|活动室', ['√|√|合用|', '√|√|√|√'], ['present present shared absent', 'present present present present']],
  ['words: a blank is not known', '办公室|警务室|议事室|活动室', ['有|无||合用'], ['present absent unknown shared']],
  ['ones and noughts', '社区办公室|警务室|会议室|文化活动室', ['1|0|0|1'], ['present absent absent present']],
  ['areas of rooms', '社区办公室|警务室|议事室|活动室', ['59|43|27|无'], ['present present present absent']],
  ['one column that lists rooms', '功能室', ['办公室、警务室'], ['present present absent absent']],
  ['one column that says all', '四室情况', ['齐全'], ['present present present present']],
  ['a header that lists all four', '办公室/警务室/议事室/活动室', ['齐全', '四室', '√/√/×/√'], ['present present present present', 'present present present present', 'present present absent present']],
  ['a list in the header and another in the cell', '功能室（办公室、警务室、议事室、活动室）', ['办公室、警务室、文化活动室'], ['present present absent present']],
  ['two columns that list two rooms each', '办公室、警务室|议事室、活动室', ['齐全|有/无'], ['present present present absent']],
  ['no column of rooms', '地址', ['东街1号'], ['unknown unknown unknown unknown']],
])('rooms: %s', (_what, header, rows, wanted) => {
  const reading = read({ 用房: [`社区|使用面积|${header}`, ...rows.map((row, at) => `第${['一', '二', '三'][at] ?? ''}社区|200|${row}`)] })
  expect(reading.premises.map(({ rooms }) => [rooms.office, rooms.police, rooms.meeting, rooms.culture].join(' '))).toEqual(wanted)
})

test('是否达到四室 answered no says that one is missing, not which', () => {
  const { premises } = read({ 用房: ['社区|使用面积|是否达到四室', '河南|200|是', '河东|200|否'] })
  expect(premises.map(row => [row.allRooms, row.rooms.police])).toEqual([[true, 'present'], [false, 'unknown']])
})
