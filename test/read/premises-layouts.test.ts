import type { PremisesRow } from '../../src/core/reading'
import { communityOf, read, skipped } from './sheets'
import type { SheetOptions, SheetText } from './sheets'

/** `河南 usable 120 own`, one a place. */
function places(rows: SheetText, options: SheetOptions = {}): readonly string[] {
  const reading = read({ 用房: rows }, options)
  const area = (name: string, measured: PremisesRow['usable']) => (measured === null ? [] : [`${name} ${measured.value === null ? '?' : measured.value}${measured.doubtful === true ? ` ${measured.low}..${measured.high}` : ''}`])
  return reading.premises.map(row => [
    communityOf(reading, row.community), ...area('usable', row.usable), ...area('area', row.unspecified), ...area('activity', row.activity), ...area('built', row.built), ...(row.tenure === 'blank' ? [] : [row.tenure]), ...(row.doubts ?? []).map(doubt => doubt.kind),
  ].join(' '))
}

test.each<readonly [what: string, rows: SheetText, wanted: readonly string[]]>([
  ['two numbers on two lines are two numbers', ['社区|使用面积', ['河南', '128\n96'], ['河东', '150']], ['河南 usable ?', '河东 usable 150']],
  ['and are added where two addresses stand beside them', ['社区|地址|使用面积', ['河南', '东街1号\n西街2号', '128\n96'], ['河东', '北街3号', '150']], ['河南 usable 224', '河东 usable 150']],
  ['or two ways of holding them are told in the words', ['社区|使用面积|备注', ['河南', '128 96', '共两处']], ['河南 usable 224']],
  ['two areas under two groups are parts', ['社区|办公用房||活动用房|', '|间数|使用面积|间数|使用面积', '河南|3|135|1|45'], ['河南 usable 135 activity 45']],
  ['a total beside them is held against the sum', ['社区|办公用房||活动用房||使用面积合计', '|间数|使用面积|间数|使用面积|', '河南|3|135|1|45|180', '河东|3|100|1|45|180'], ['河南 usable 180', '河东 usable 180 145..180 total-differs']],
  ['a second place as large as all above it', ['社区|地址|使用面积', '河南|东街1号|20', '|西街1号|22', '河东|东街2号|213', '|西街2号|255'], ['河南 usable 20', '河南 usable 22', '河东 usable 213', '河东 usable 255']],
  ['a sum without a word', ['社区|地址|使用面积', '河南|东街1号|20', '河东|东街2号|213', '||233'], ['河南 usable 20', '河东 usable 213']],
  ['the total first', ['社区|面积合计|办公面积|活动面积', '河南|180|135|45'], ['河南 area 180']],
  ['a total of three parts', ['社区|使用面积|||', '|办公|活动|其他|合计', '河南|60|100|50|210'], ['河南 usable 210']],
  ['three parts and no total', ['社区|使用面积||', '|办公|活动|其他', '河南|60|100|50'], ['河南 usable 210']],
  ['parts larger than the whole contradict it', ['社区|使用面积|办公面积|活动面积', '河南|150|100|80'], ['河南 usable 150 150..180 total-differs']],
  ['parts smaller than the whole are not all of it', ['社区|使用面积|办公面积|活动面积', '河南|250|100|80'], ['河南 usable 250']],
  ['built and usable under two groups', ['社区|办公用房||活动用房|', '|建筑面积|使用面积|建筑面积|使用面积', '河南|200|140|100|70'], ['河南 usable 140 activity 70 built 300']],
  ['office and activity in one cell', ['社区|办公面积/活动面积', '河南|120/80', '河东|100/60', '荷叶|90/50', '南苑|200'], ['河南 area 120 activity 80', '河东 area 100 activity 60', '荷叶 area 90 activity 50', '南苑 area 200']],
  ['by how it is held', ['社区|使用面积||', '|自有|租赁|借用', '河南|120|80|', '河东|||60', '荷叶|90||'], ['河南 usable 120 own', '河南 usable 80 rented', '河东 usable 60 borrowed', '荷叶 usable 90 own']],
  ['by how it is held, in flat headers', ['社区|自有面积|租赁面积|面积合计', '河南|120|80|200'], ['河南 area 120 own', '河南 area 80 rented']],
  ['two places side by side', ['社区|第一处||第二处|', '|地址|面积|地址|面积', '河南|东街1号|120|西街2号|80', '河东|北街1号|90||'], ['河南 area 200', '河东 area 90']],
  ['two measures in one cell', ['社区|建筑面积/使用面积', '河南|310/224', '河东|150、100', '荷叶|260（180）', '南苑|180'], ['河南 usable 224 built 310', '河东 usable 100 built 150', '荷叶 usable 180 built 260', '南苑 built 180']],
  ['usable as of which of built', ['社区|建筑面积|其中：使用面积', '河南|320|224', '河东|180|'], ['河南 usable 224 built 320', '河东 built 180']],
  ['the other order', ['社区|使用（建筑）面积', '河南|224/310', '河东|使用100，建筑150'], ['河南 usable 224 built 310', '河东 usable 100 built 150']],
  ['land, open air, what should be and what is missing are no premises', ['社区|占地面积|户外活动面积|使用面积|应达面积|面积缺口', '河南|900|300|150|200|50'], ['河南 usable 150']],
  ['what is planned', ['社区|现有用房||规划新建|', '|使用面积|产权|使用面积|年度', '河南|120|自有|300|2024'], ['河南 usable 120 own']],
  ['the same question twice, answered in two ways', ['社区|使用面积|实际使用面积', '河南|120|150', '河东|90|90'], ['河南 usable ? 120..150 columns-differ', '河东 usable 90']],
])('%s', (_what, rows, wanted) => {
  expect(places(rows)).toEqual(wanted)
})

test('a total that was never calculated is the sum of its parts', () => {
  expect(places(['社区|办公面积|活动面积|使用面积合计', '河南|111|22|', '河东|100|60|'], { formulas: { 用房: [[2, 4, '=B2+C2'], [3, 4, '=B3+C3']] } })).toEqual(['河南 area 111 activity 22', '河东 area 100 activity 60'])
})

test.each<readonly [what: string, rows: SheetText, wanted: readonly string[], without: readonly string[]]>([
  ['total last', ['社区|用途|使用面积', '河南|办公用房|164', '|活动用房|208', '|总面积|372', '河东|办公用房|60', '|活动用房|40', '|总面积|100'], ['河南 usable 164', '河南 usable 208', '河东 usable 60', '河东 usable 40'], ['4 part-of-place', '7 part-of-place']],
  ['total first', ['社区|用途|使用面积', '河南|合计|372', '|办公用房|164', '|活动用房|208', '河东|合计|100', '|办公用房|60', '|活动用房|40'], ['河南 usable 164', '河南 usable 208', '河东 usable 60', '河东 usable 40'], ['2 part-of-place', '5 part-of-place']],
  ['小计 last, its name in every row', ['序号|社区|用途|使用面积', '1|河南|办公用房|164', '2|河南|活动用房|208', '3|河南|小计|372', '4|河东|办公用房|60', '5|河东|小计|60', '合计|||432'], ['河南 usable 164', '河南 usable 208', '河东 usable 60'], ['4 part-of-place', '6 part-of-place', '7 total']],
  ['only totals are filled', ['社区|用途|使用面积', '河南|办公用房|', '|活动用房|', '|合计|372', '河东|办公用房|60', '|活动用房|40', '|合计|'], ['河南 usable 372', '河东 usable 60', '河东 usable 40'], ['2 part-of-place', '3 part-of-place', '7 part-of-place']],
  ['a total that is not its parts', ['社区|用途|使用面积', '河南|办公用房|164', '|活动用房|20', '|合计|240', '河东|办公用房|60', '|活动用房|40', '|合计|100'], ['河南 usable 240 184..240 total-differs', '河东 usable 60', '河东 usable 40'], ['2 part-of-place', '3 part-of-place', '7 part-of-place']],
  ['其中 is inside', ['社区|用途|使用面积', '河南|办公用房|164', '|其中：警务室|20', '|活动用房|208', '河东|办公用房|60', '|活动用房|40'], ['河南 usable 164', '河南 usable 208', '河东 usable 60', '河东 usable 40'], ['3 part-of-place']],
  ['built and usable as rows', ['社区|项目|面积', '河南|建筑面积|310', '|使用面积|224', '河东|建筑面积|150', '|使用面积|100'], ['河南 usable 224 built 310', '河东 usable 100 built 150'], ['2 part-of-place', '4 part-of-place']],
  ['the sum of the whole list is nobody’s total', ['社区|用途|使用面积', '河南|办公用房|164', '|活动用房|208', '河东|办公用房|60', '|活动用房|40', '|合计|472'], ['河南 usable 164', '河南 usable 208', '河东 usable 60', '河东 usable 40'], ['6 total']],
  ['land is no premises', ['社区|用途|面积', '河南|办公用房|164', '|室外广场|500', '河东|办公用房|60', '|活动用房|40'], ['河南 area 164', '河东 area 60', '河东 area 40'], ['3 part-of-place']],
])('rows by use: %s', (_what, rows, wanted, without) => {
  expect(places(rows)).toEqual(wanted)
  expect(skipped(read({ 用房: rows }))).toEqual(without)
})

/** The rooms of each community as `1`, `0` and `?` in the order office, police, meeting, culture, best of all its places. */
function rooms(rows: SheetText): Readonly<Record<string, string>> {
  const reading = read({ 用房: rows }), told: Record<string, string> = {}
  for (const row of reading.premises) {
    const name = communityOf(reading, row.community)
    told[name] = [row.rooms.office, row.rooms.police, row.rooms.meeting, row.rooms.culture].map(state => ({ present: '1', shared: '1', absent: '0', unknown: '?' })[state]).join('')
  }
  return told
}

test.each<readonly [what: string, rows: SheetText, wanted: Readonly<Record<string, string>>]>([
  ['a ledger by room', ['社区|房间名称|面积', '河南|社区办公室|60', '|警务室|20', '|民主议事室|30', '|档案室|15', '河东|办公室|50', '|文化活动室|80'], { 河南: '1110', 河东: '1001' }],
  ['a list of rooms with an answer each', ['社区|功能室名称|有无', '河南|社区办公室|有', '|警务室|有', '|民主议事室|无', '|文化活动室|有', '河东|社区办公室|有', '|警务室|无', '|民主议事室|', '|文化活动室|√'], { 河南: '1101', 河东: '10?1' }],
  ['numbers of rooms', ['社区|功能室|数量', '河南|社区办公室|2', '|警务室|0', '|民主议事室|1', '|文化活动室|1', '河东|社区办公室|1', '|警务室|1', '|民主议事室|1', '|文化活动室|1'], { 河南: '1011', 河东: '1111' }],
  ['uses are no rooms', ['社区|用途|使用面积', '河南|办公用房|164', '|活动用房|208', '河东|办公用房|60', '|活动用房|40'], { 河南: '????', 河东: '????' }],
  ['names of other houses are no rooms', ['社区|用房名称|面积', '河南|党群服务中心|164', '|文体活动中心|208', '河东|党群服务中心|60', '|居家养老服务中心|40'], { 河南: '????', 河东: '????' }],
])('rooms: %s', (_what, rows, wanted) => {
  expect(rooms(rows)).toEqual(wanted)
})

test.each<readonly [cell: string, wanted: string]>([
  ['活动室\n民主议事室\n档案室', '0011'], ['档案室\n社区办公室', '1000'], ['社区办公室、警务室、民主议事室、文化活动室、卫生室', '1111'], ['社区办公室 警务室 计生服务室', '1100'], ['办 公 室、警 务 室', '1100'],
  ['办公室2间、警务室、调解室1间、妇女儿童之家', '1100'], ['卫生室、档案室', '0000'], ['社区办公室、警务室、儿童活动室', '110?'], ['办公室、警务室、议事室，缺活动室', '1110'], ['办公室和警务室及党员活动室', '110?'],
  ['四室齐全，另有档案室', '1111'], ['便民服务大厅、警务室、会议室、图书室、志愿者驿站', '1111'], ['待定', '????'], ['见附件', '????'],
])('one cell of rooms: %j', (cell, wanted) => {
  expect(rooms(['社区|使用面积|现有功能室', ['河南', 200, cell]])).toEqual({ 河南: wanted })
})
