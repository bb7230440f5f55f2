import { columnName } from '../../src/core/place'
import { buildBook } from '../hosts/package-builder'
import type { SheetXml } from '../hosts/package-builder'

export type Pick = <Item>(items: readonly Item[]) => Item

const HEADERS = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质', '备注']
const WORDS = ['总计', '小计', '共计', '合计：', '现有', '已列入', '设置情况', '社区', '三水社区', '（一）三水社区', '1.', '(', '（', ' ', '年', '万元', '同上', '其中：', '截至', '党员', '大专', '聘用', '待定', '㎡', '-', '元/月', '×', '321299198503150110']

type Value = string | number
const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
const cell = (row: number, column: number, value: Value): string => value === '' ? '' : typeof value === 'number'
  ? `<c r="${columnName(column)}${row}"><v>${value}</v></c>`
  : value.startsWith('=') ? `<c r="${columnName(column)}${row}"><f>${escaped(value.slice(1))}</f><v>1</v></c>` : `<c r="${columnName(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
const line = (row: number, values: readonly Value[], from = 1): string => `<row r="${row}">${values.map((value, i) => cell(row, from + i, value)).join('')}</row>`
const people = (from: number, count: number, community: (number: number) => string): string =>
  Array.from({ length: count }, (_each, i) => line(from + i, [i + 1, community(i), `甲${i}`, '男', '1985.03', '大专', '党员', '正式', ''])).join('')
const times = (count: number, each: (number: number) => string): string => Array.from({ length: count }, (_none, i) => each(i)).join('')

/** A workbook in the making: rows go behind each other, `next` is the first free one. */
interface Draft {
  rows: string
  next: number
  front: string
  behind: string
  names: string
  readonly sheets: SheetXml[]
}

type Kind = (draft: Draft, size: number, pick: Pick) => void
const add = (draft: Draft, count: number, each: (row: number) => string): void => {
  const from = draft.next
  draft.rows += times(count, i => each(from + i))
  draft.next += count
}
const upTo = (size: number, most: number): number => Math.max(1, Math.min(size, most))

/** What a hand that means harm, or a program gone wrong, blows up. `size` is 1 to 100,000, most often small. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'communities, each of its own': (draft, size) => add(draft, upTo(size, 20_000), row => line(row, [row, `社区${row}号社区`, `甲${row}`, '男', '1985.03', '大专', '党员', '正式', ''])),
  'communities of three people': (draft, size) => add(draft, upTo(size, 30_000), row => line(row, [row, `社区${Math.floor(row / 3)}号社区`, `甲${row}`, '男', '1985.03', '大专', '党员', '正式', ''])),
  'communities one character apart': (draft, size) => add(draft, upTo(size, 5000), row => line(row, [row, `${String.fromCharCode(0x4e00 + row)}水社区`, `甲${row}`, '女', '1990', '本科', '群众', '聘用', ''])),
  'people of one name and one day': (draft, size) => add(draft, upTo(size, 20_000), row => line(row, [row, '清泉社区', '甲某', '男', '1985.03', '大专', '党员', '正式', ''])),
  'a section row before each person': (draft, size) => add(draft, upTo(size, 10_000), row => line(row, row % 2 === 0 ? [`（${row}）三水${row}社区`] : [row, '', `甲${row}`, '男', '1985.03', '大专', '党员', '正式'])),
  'totals of totals': (draft, size, pick) => add(draft, upTo(size, 10_000), row => line(row, [pick(['小计', '合计', '总计', '其中：男']), '', row, row, `=SUM(C${Math.max(2, row - 9)}:C${row - 1})`])),
  'headers over headers': (draft, size) => add(draft, upTo(size, 3000), row => line(row, HEADERS)),
  'many small tables': (draft, size) => add(draft, upTo(size, 6000), row => row % 4 === 0 ? line(row, HEADERS) : row % 4 === 1 ? line(row, ['']) : line(row, [row, `社区${row % 97}社区`, `甲${row}`, '男', '1985.03', '大专', '党员', '正式'])),
  'tables beside each other': (draft, size) => add(draft, 12, row => line(row, Array.from({ length: upTo(size, 300) }, (_each, i) => row % 12 === 0 ? HEADERS : [i, `社区${i}社区`, `甲${row}`, '男', '1985.03', '大专', '党员', '正式', '']).flat())),
  'one word for ever': (draft, size, pick) => { const word = pick(WORDS); add(draft, 3, row => line(row, HEADERS.map(() => word.repeat(upTo(size, 20_000))))) },
  'words strung together': (draft, size, pick) => add(draft, upTo(size, 2000), row => line(row, HEADERS.map(() => times(1 + (row % 12), () => pick(WORDS))))),
  'a title for ever': (draft, size, pick) => { draft.rows = line(1, [times(upTo(size, 8000), () => pick(WORDS))]) + draft.rows.replaceAll(/ r="([A-Z]*)1"/g, ' r="$11048000"') },
  'a far cell in every row': (draft, size) => add(draft, upTo(size, 100), row => line(row, ['甲', '乙']).replace('</row>', `<c r="XFD${row}"><v>1</v></c></row>`)),
  'a chain of formulas': (draft, size) => add(draft, upTo(size, 30_000), row => line(row, [`=A${row + 1}+B${row}`, 1])),
  'formulas over all before them': (draft, size) => add(draft, upTo(size, 5000), row => line(row, [1, `=SUM(A$1:A${row - 1})`, `=SUM($A$1:$C${row - 1})`])),
  'lookups down a column': (draft, size) => add(draft, upTo(size, 3000), row => line(row, [row, `=VLOOKUP(A${row},A:C,2,FALSE)`, `=SUMIF(A:A,A${row},A:A)`, `=COUNTIFS(A:A,">0",B:B,"<9")`])),
  'rings of formulas': (draft, size) => add(draft, upTo(size, 10_000), row => line(row, [`=B${row}`, `=A${row}+SUM(A$5:B$${row})`])),
  'nested calls': (draft, size) => add(draft, 4, row => line(row, [`=${'IF(1,'.repeat(upTo(size, 4000))}1${')'.repeat(upTo(size, 4000))}`, `=${'-('.repeat(upTo(size, 8000))}1${')'.repeat(upTo(size, 8000))}`])),
  'a formula of many terms': (draft, size) => add(draft, 20, row => line(row, [`=${Array.from({ length: upTo(size, 3000) }, (_each, i) => `B${i + 1}`).join('+')}`])),
  'rows that repeat': (draft, size) => { draft.rows += line(draft.next, [1, '清泉社区', '乙', '男']).repeat(upTo(size, 30_000)); draft.next++ },
  'rows that run back': (draft, size) => { draft.rows += times(upTo(size, 5000), i => line(60_000 - i, [i, '清泉社区', '丙'])); draft.next = 60_001 },
  'columns of a table': (draft, size) => add(draft, 5, row => line(row, [...HEADERS, ...Array.from({ length: upTo(size, 8000) }, (_each, i) => `列${i}`)])),
  'numbers without words': (draft, size) => add(draft, upTo(size, 4000), row => line(row, [row, row * 2, row * 3, row % 7, row % 11, row * 6, 1, 2, 3])),
  'equal numbers': (draft, size) => add(draft, upTo(size, 4000), row => line(row, Array<number>(12).fill(100))),
  'months side by side': (draft, size) => add(draft, upTo(size, 2000), row => line(row, [`项目${row}`, ...Array.from({ length: 12 }, (_each, i) => i * row), `=SUM(B${row}:M${row})`])),
  'merges': (draft, size, pick) => { draft.behind = `<mergeCells>${times(upTo(size, 30_000), i => `<mergeCell ref="${pick([`A${i + 1}:C${i + 3}`, `B2:B${i + 2}`, 'A1:XFD1048576', `A${i}:A${i + 9}`])}"/>`)}</mergeCells>${draft.behind}` },
  'columns defined': (draft, size) => { draft.front = `<cols>${times(upTo(size, 50_000), i => `<col min="${(i % 16_384) + 1}" max="16384" width="9" hidden="${i % 2}"/>`)}</cols>` },
  'conditional formats': (draft, size) => { draft.behind += times(upTo(size, 20_000), i => `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${i + 1}"><formula>A${i + 1}&gt;1</formula></cfRule></conditionalFormatting>`) },
  'validations': (draft, size) => { draft.behind += `<dataValidations>${times(upTo(size, 20_000), i => `<dataValidation type="list" sqref="A${i + 1}:XFD1048576"><formula1>"是,否"</formula1></dataValidation>`)}</dataValidations>` },
  'names': (draft, size) => { draft.names += times(upTo(size, 30_000), i => `<definedName name="名${i}">名${i + 1}+花名册!$A$1:$XFD$1048576</definedName>`) },
  'sheets': (draft, size) => { for (let i = 0; i < upTo(size, 900); i++) draft.sheets.push({ name: `表${i}`, xml: `<sheetData>${line(1, HEADERS)}${people(2, 2, () => `社区${i}社区`)}</sheetData>` }) },
  'shared formulas': (draft, size) => { const count = upTo(size, 20_000), from = draft.next; add(draft, count, row => `<row r="${row}"><c r="A${row}"><f t="shared" si="0"${row === from ? ` ref="A${from}:A${from + count}">B${from}+C$1` : '>'}</f><v>1</v></c></row>`) },
  'array formulas': (draft, size) => add(draft, upTo(size, 400), row => `<row r="${row}"><c r="A${row}"><f t="array" ref="A${row}:Z${row + 500}">ROW()</f><v>1</v></c></row>`),
  'elements in elements': (draft, size) => add(draft, 1, row => `<row r="${row}"><c r="A${row}" t="inlineStr"><is>${'<r>'.repeat(upTo(size, 50_000))}<t>x</t>${'</r>'.repeat(upTo(size, 50_000))}</is></c></row>`),
  'premises without end': (draft, size) => { draft.sheets.push({ name: '用房', xml: `<sheetData>${line(1, ['社区', '产权', '建筑面积', '使用面积', '用房'])}${times(upTo(size, 10_000), i => line(i + 2, [`社区${i % 500}社区`, '租借', `${i}平方米`, '约200', '办公室、警务室、会议室']))}</sheetData>` }) },
  'budget lines without end': (draft, size) => { draft.sheets.push({ name: '预算', xml: `<sheetData>${line(1, ['经费预算表（单位：万元）'])}${line(2, ['项目', '人数', '标准', '金额'])}${times(upTo(size, 5000), i => line(i + 3, [`${i}、人员经费（社区${i % 300}社区）`, '', 12.28, '']))}</sheetData>` }) },
  'statements without end': (draft, size) => add(draft, upTo(size, 2000), row => line(row, [`目前68名正式人员年需经费83.5万元，58名聘用人员年需19.9万元，两项共${row}万元，全镇共有20个社区。`])),
}

/** A workbook with one to three of these kinds. @param next a number of 0 to 1 */
export function structure(next: () => number, pick: Pick): { readonly name: string; readonly bytes: Uint8Array } {
  const draft: Draft = { rows: line(1, HEADERS) + people(2, 10, i => (i < 5 ? '清泉社区' : '荷叶社区')), next: 12, front: '', behind: '', names: '', sheets: [] }
  const chosen: string[] = []
  for (let count = 1 + Math.floor(next() * next() * 3); count > 0; count--) {
    const kind = pick(Object.keys(KINDS)), size = Math.ceil(10 ** (next() * 5))
    KINDS[kind]?.(draft, size, pick)
    chosen.push(`${kind} × ${size}`)
  }
  const first = { name: '花名册', xml: `${draft.front}<sheetData>${draft.rows}</sheetData>${draft.behind}` }
  return { name: chosen.join(', '), bytes: buildBook({ sheets: [first, ...draft.sheets], ...(draft.names === '' ? {} : { names: draft.names }) }) }
}
