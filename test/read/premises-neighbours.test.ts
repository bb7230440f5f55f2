import type { CellValue } from '../../src/core/cell'
import type { Reading } from '../../src/core/reading'
import { readSnapshot } from '../../src/read'
import { AS_OF, book } from './sheets'

type Row = readonly CellValue[]
const PLACES: readonly (readonly [name: string, area: number, tenure: string])[] = [['三水', 210, '自有'], ['清泉', 90, '租赁'], ['荷叶', 320.5, '自有'], ['滨河', 60, '借用']]

/** Area by community, several places added; `?` where a part is not known. */
function areas(reading: Reading): readonly string[] {
  const found = new Map<string, number>()
  for (const place of reading.premises) {
    if (reading.tables[place.table]?.counted !== true) continue
    const name = reading.communities[place.community]?.name ?? '?'
    found.set(name, (found.get(name) ?? 0) + ((place.usable ?? place.unspecified)?.value ?? Number.NaN) + (place.activity?.value ?? 0))
  }
  return [...found].map(([name, area]) => `${name} ${String(area)}`).sort()
}
const WANTED = PLACES.map(([name, area]) => `${name} ${String(area)}`).sort()
const read = (rows: readonly Row[], sheet = '用房'): readonly string[] => areas(readSnapshot(book({ [sheet]: rows }), { asOf: AS_OF }))

const HEAD: Row = ['序号', '地址', '使用面积', '产权性质', '备注']
const each = (make: (place: (typeof PLACES)[number], at: number) => readonly Row[]): readonly Row[] =>
  PLACES.flatMap((place, at) => make(place, at))

test.each<readonly [what: string, title: (name: string, at: number) => Row]>([
  ['plain', name => [`${name}社区`]], ['numbered', (name, at) => [`${'一二三四'.charAt(at)}、${name}社区`]], ['bracketed number', (name, at) => [`（${'一二三四'.charAt(at)}）${name}社区居委会`]],
  ['labelled', name => [`社区名称：${name}社区`]], ['labelled with a second cell', name => [`社区：${name}社区`, null, null, '填报人：']], ['in brackets', name => [`【${name}社区】`]], ['counted', name => [`${name}社区（1处）`]], ['second column', name => [null, `${name}社区`]],
])('premises under section rows: %s', (_what, title) => {
  expect(read([['社区办公用房情况统计表'], HEAD, ...each((place, at) => [title(place[0], at), [1, '东街1号', place[1], place[2]]])])).toEqual(WANTED)
  expect(read([['社区办公用房情况统计表'], HEAD, ...each((place, at) => [title(place[0], at), [1, '东街1号', place[1], place[2]], ['小计', null, place[1]]]), ['合计', null, 680.5]])).toEqual(WANTED)
})

test.each([0, 1, 2])('premises in blocks with a gap of %i rows', gap => {
  for (const title of [(name: string): Row => [`${name}社区`], (name: string): Row => [`${name}社区办公用房情况`], (name: string): Row => [`社区：${name}社区`, null, null, '填报人：']]) {
    expect(read([['办公用房情况'], ...each(place => [...Array<Row>(gap).fill([]), title(place[0]), HEAD, [1, '东街1号', place[1], place[2]], ['合计', null, place[1]]])])).toEqual(WANTED)
  }
})

test('two places a community, the name in the first row', () => {
  expect(read([['社区', '地址', '使用面积', '产权性质'], ...each((place, at) => [[`${place[0]}社区`, `东街${String(at)}号`, place[1] - 20, place[2]], [null, `西街${String(at)}号`, 20, place[2]]])])).toEqual(WANTED)
})

test('two places a community, a subtotal below each', () => {
  expect(read([['社区', '地址', '使用面积', '产权性质'], ...each((place, at) => [[`${place[0]}社区`, `东街${String(at)}号`, place[1] - 20, place[2]], [null, `西街${String(at)}号`, 20, place[2]], ['小计', null, place[1], null]]), ['总计', null, 680.5, null]])).toEqual(WANTED)
})

test('towns as sections over communities', () => {
  expect(read([['社区', '地址', '使用面积', '产权性质'], ['罗塘街道'], ...each((place, at) => [...(at === 2 ? [['三水街道'] as Row] : []), [`${place[0]}社区`, '东街1号', place[1], place[2]]])])).toEqual(WANTED)
})

test('side by side, nothing between', () => {
  const head = ['社区', '使用面积', '产权性质']
  expect(read([['社区用房情况'], [...head, ...head], ...[0, 1].map((at): Row => [`${PLACES[at]?.[0] ?? ''}社区`, PLACES[at]?.[1] ?? 0, PLACES[at]?.[2] ?? '', `${PLACES[at + 2]?.[0] ?? ''}社区`, PLACES[at + 2]?.[1] ?? 0, PLACES[at + 2]?.[2] ?? ''])])).toEqual(WANTED)
})

test('a sheet a community', () => {
  const sheets = Object.fromEntries(PLACES.map(([name, area, tenure]): [string, readonly Row[]] => [`${name}社区`, [['办公用房情况'], HEAD, [1, '东街1号', area, tenure]]]))
  expect(areas(readSnapshot(book(sheets), { asOf: AS_OF }))).toEqual(WANTED)
})

test('people above and premises below on one sheet', () => {
  expect(read([['一、人员情况'], ['社区', '姓名', '学历', '人员类别'], ...each(place => [[`${place[0]}社区`, '张三', '大专', '正式']]), [], ['二、办公用房情况'], ['社区', '使用面积', '产权性质'], ...each(place => [[`${place[0]}社区`, place[1], place[2]]])], '摸底表')).toEqual(WANTED)
})

test('English headers', () => {
  expect(read([['Community Premises'], ['No.', 'Community', 'Address', 'Usable Area (㎡)', 'Ownership'], ...each((place, at) => [[at + 1, `${place[0]}社区`, '东街1号', place[1], place[2]]])])).toEqual(WANTED)
})
