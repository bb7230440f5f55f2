import type { Book, Row } from '../workbooks/workbook'

const HEAD: string[] = ['序号', '所属社区', '姓名', '出生年月', '学历', '政治面貌', '人员类别', '在岗情况']

const NAMES = ['三水', '清泉', '荷叶', '滨河', '桃园']

/** In each community the cells of a column merged from one of its people to another. */
function down(column: string, from: number, to: number): string[] {
  return NAMES.map((_name, c) => `${column}${String(3 + c * 7 + from)}:${column}${String(3 + c * 7 + to)}`)
}

interface Wanted {
  readonly education?: string
  readonly politics?: string
  readonly kind?: (at: number) => string | null
  readonly status?: (at: number) => string | null
  readonly community?: (at: number, name: string) => string | null
  readonly remark?: (at: number) => string | null
}

/** Seven people of each community, all as the plan wants them, but for what the case says. Rows 3 to 9, 10 to 16, and so on. */
function roster(
  { education = '本科', politics = '中共党员', kind = at => (at < 4 ? '正式' : '聘用'), status = () => null, community = (_at, name) => name, remark }: Wanted,
  blank: { readonly education?: boolean; readonly politics?: boolean } = {},
): Row[] {
  return NAMES.flatMap((name, c) => Array.from({ length: 7 }, (_each, at): Row => [
    c * 7 + at + 1, community(at, `${name}社区`), `${'甲乙丙丁戊'.charAt(c)}测${'子丑寅卯辰巳午'.charAt(at)}`, `199${at}.0${c + 1}`,
    blank.education === true && at > 0 ? null : education, blank.politics === true && at > 0 ? null : politics,
    kind(at), status(at), ...(remark === undefined ? [] : [remark(at)]),
  ]))
}

function book(rows: readonly Row[], merges: readonly string[]): Book {
  return { sheets: [{ name: '花名册', rows: [['社区工作人员花名册'], HEAD, ...rows], merges: ['A1:H1', ...merges] }] }
}

/** The fifth and sixth of the first community have left, as a remark over both says. */
function remarked(merges: readonly string[]): Book {
  const rows = roster({ kind: at => (at < 6 ? '正式' : '聘用'), remark: at => (at === 4 ? '2023年6月已调离' : null) })
  return { sheets: [{ name: '花名册', rows: [['社区工作人员花名册'], [...HEAD, '备注'], ...rows], merges: ['A1:I1', ...merges] }] }
}

function premises(rows: readonly Row[], merges: readonly string[]): Book {
  return { sheets: [{ name: '用房', rows: [['社区办公用房情况表'], ['序号', '社区名称', '使用面积（㎡）', '产权', '社区办公室', '警务室', '民主议事室', '文化活动室'], ...rows], merges: ['A1:H1', ...merges] }] }
}

/** A workbook whose verdicts on a target hang on merged cells: the value stands in the first cell of an area. */
export interface MergedBook {
  readonly book: Book
  readonly target: string
  /** The community that it is about. */
  readonly community: string
}

const about = (target: string, book: Book, community = '荷叶'): MergedBook => ({ book, target, community })

export const MERGED_BOOKS: Readonly<Record<string, MergedBook>> = {
  'education merged over the people of a community': about('college-share', book(roster({}, { education: true }), down('E', 0, 6))),
  'politics merged over the people of a community': about('party-league-share', book(roster({}, { politics: true }), down('F', 0, 6))),
  'retired merged over two people': about('formal-count', book(roster({ kind: at => (at < 6 ? '正式' : '聘用'), status: at => (at === 4 ? '退休' : null) }), down('H', 4, 5))),
  'a remark merged over two people': about('formal-count', remarked(['I7:I8']), '三水'),
  'the kind merged over the whole list': about('formal-count', book(roster({ kind: at => (at === 0 ? '正式' : null) }), down('G', 0, 6))),
  'the community merged in one block of a full column': about('formal-count', book(roster({ community: (at, name) => (name.startsWith('清泉') && at > 2 ? null : name) }), ['B12:B16']), '清泉'),
  'one building over two communities': about('usable-area', premises([[1, '三水社区', 260, '自有', '有', '有', '有', '有'], [2, '荷叶社区', null, '自有', '有', '有', '有', '有']], ['C3:C4']), '三水'),
  'one building over three communities': about('usable-area', premises([[1, '三水社区', 200, '自有', '有', '有', '有', '有'], [2, '荷叶社区', null, '自有', '有', '有', '有', '有'], [3, '清泉社区', null, '自有', '有', '有', '有', '有']], ['C3:C5']), '三水'),
}
