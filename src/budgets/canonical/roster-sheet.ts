import { sheetReference } from '../../core/place'
import type { BudgetContext } from '../context'
import { box, SheetDraft } from '../draft'
import type { DraftContent } from '../draft'
import { frame, header } from '../frame'
import { COLOURS, FORMATS, MIDDLE, NUMBERS, TABS } from '../look'
import { INPUT_SHEETS, LAST_ROW, LISTS, LIST_FIRST_ROW, LIST_HEADER_ROW, ROSTER_COLUMNS } from './ranges'
import { BLANK_ROWS } from './rows'
import type { PersonRow } from './rows'

const WIDTHS = [5, 14, 8, 20, 5, 11, 5, 8, 8, 8, 13, 7, 7, 19, 8, 11, 11, 11, 11, 12, 13, 16, 7, 8, 8, 10, 10]
/** Columns beyond 备注 are calculated and not printed. */
const LAST_PRINTED = 22
/** Pay, telephone and remarks are left to the office: a roster that comes filled holds none, and prints larger without them. */
const LAST_FILLED = ROSTER_COLUMNS.indexOf('进社区时间') + 1

/** Formulas of the calculated columns, by header, written for a row. Without `=`. */
function rosterFormulas(row: number, asOf: string): Readonly<Record<string, string>> {
  const at = (column: string) => column + String(row)
  const either = (word: string) => `OR(${at('H')}="${word}",${at('I')}="${word}")`
  const unless = (expression: string) => `IF(${at('C')}="","",${expression})`
  const id = at('D')
  const check = `MID("10X98765432",MOD(SUMPRODUCT(MID(${id},{1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17},1)*{7;9;10;5;8;4;2;1;6;3;7;9;10;5;8;4;2}),11)+1,1)=UPPER(RIGHT(${id},1))`
  return {
    序号: unless(`ROW()-${String(LIST_HEADER_ROW)}`),
    年龄: `IF(AND(ISNUMBER(${at('F')}),${at('F')}<=${asOf}),DATEDIF(${at('F')},${asOf},"Y"),"")`,
    最高学历: LISTS.education.reduceRight<string>((rest, word) => `IF(${either(word)},"${word}",${rest})`, '""'),
    年人员经费: `IF(COUNT(${at('R')}:${at('S')})=0,"",N(${at('R')})+N(${at('S')}))`,
    计入: unless(`IF(AND(OR(${at('L')}="正式",${at('L')}="聘用"),OR(${at('M')}="在岗",${at('M')}="长休",${at('M')}="借调",${at('M')}="")),1,0)`),
    大专以上: unless(`IF(AND(${at('W')}=1,OR(${at('J')}="大专",${at('J')}="本科",${at('J')}="研究生")),1,0)`),
    党团员: unless(`IF(AND(${at('W')}=1,OR(${at('K')}="中共党员",${at('K')}="中共预备党员",${at('K')}="共青团员")),1,0)`),
    证号校验: `IF(${id}="","",IF(LEN(${id})<>18,"位数有误",IF(IFERROR(${check},FALSE),"正确","有误")))`,
    出生校验: `IF(OR(LEN(${id})<>18,${at('F')}=""),"",IF(IFERROR(DATE(MID(${id},7,4),MID(${id},11,2),MID(${id},13,2)),0)=${at('F')},"一致","不一致"))`,
  }
}

/** 人员花名册: one person a row; ids are text; everything that can be calculated is. */
export function rosterSheet(context: Pick<BudgetContext, 'parameter' | 'reportingUnit'>, rows: readonly PersonRow[]): SheetDraft {
  const draft = new SheetDraft(INPUT_SHEETS.roster)
  const asOf = context.parameter('AsOf'), printed = rows.length === 0 ? LAST_PRINTED : LAST_FILLED
  frame(draft, context, {
    title: '社区工作人员花名册', columns: printed, unit: '元', tab: TABS.input, frozenColumns: 3,
    note: '黄色单元格填写，灰色单元格自动计算。每人一行；空缺岗位可填“空缺”。身份证号为文本，出生日期填公历；年工资、单位社保填全年应发数和单位承担部分，没有的留空。右侧校验列不打印。',
  })
  header(draft, LIST_HEADER_ROW, ROSTER_COLUMNS.map((label, index) => [label, WIDTHS[index] ?? 10] as const), 32)
  const count = rows.length === 0 ? BLANK_ROWS.people : rows.length
  const last = LIST_FIRST_ROW + count - 1
  for (let index = 0; index < count; index++) {
    const row = LIST_FIRST_ROW + index, person = rows[index]
    if (person !== undefined) {
      const typed: Readonly<Record<string, DraftContent>> = {
        社区名称: person.community, 姓名: person.name, 身份证号: person.id, 性别: person.sex, 出生日期: person.birth, 全日制学历: person.fullTime, 在职学历: person.inService === '' ? null : person.inService,
        政治面貌: person.politics, 人员类别: person.kind, 人员状态: person.status, 职务: person.position, 是否主要负责人: person.principal ? '是' : '否', 参加工作时间: person.workStart, 进社区时间: person.joined,
      }
      for (const [column, name] of ROSTER_COLUMNS.entries()) draft.put(row, column + 1, typed[name] ?? null)
    }
    for (const [name, formula] of Object.entries(rosterFormulas(row, asOf))) draft.put(row, ROSTER_COLUMNS.findIndex(column => column === name) + 1, { formula: `=${formula}` })
    draft.height(row, 18)
  }
  const column = (name: (typeof ROSTER_COLUMNS)[number]) =>
    box(LIST_FIRST_ROW, ROSTER_COLUMNS.indexOf(name) + 1, last, ROSTER_COLUMNS.indexOf(name) + 1)
  draft.look(box(LIST_FIRST_ROW, 1, last, ROSTER_COLUMNS.length), 'input', { size: 9, ...MIDDLE })
  for (const name of Object.keys(rosterFormulas(LIST_FIRST_ROW, asOf)))
    draft.touch(column(name as (typeof ROSTER_COLUMNS)[number]), { fill: COLOURS.formula })
  draft.touch(column('社区名称'), { align: 'left', indent: 1 }).touch(column('备注'), { align: 'left', indent: 1 }).touch(column('职务'), { align: 'left', indent: 1 })
  draft.touch(column('身份证号'), { format: FORMATS.text }).touch(column('联系电话'), { format: FORMATS.text })
  for (const name of ['出生日期', '参加工作时间', '进社区时间'] as const) draft.touch(column(name), { format: FORMATS.day })
  for (const name of ['年工资', '单位社保', '年人员经费'] as const) draft.touch(column(name), { format: FORMATS.yuan, ...NUMBERS })

  const lists = [['性别', LISTS.sex], ['全日制学历', LISTS.education], ['在职学历', LISTS.education], ['政治面貌', LISTS.politics], ['人员类别', LISTS.kind], ['人员状态', LISTS.status], ['是否主要负责人', LISTS.yesNo]] as const
  for (const [name, values] of lists) draft.list(column(name), values)
  draft.validate({ box: column('社区名称'), kind: 'list', formula: `${sheetReference(INPUT_SHEETS.communities)}!$B$${String(LIST_FIRST_ROW)}:$B$${String(LAST_ROW.communities)}`, errorTitle: '社区名称', error: '请从“社区信息”所列社区中选择。' })
  draft.validate({ box: column('身份证号'), kind: 'text-length', comparison: 'equal', formula: '18', onError: 'warning', errorTitle: '身份证号', error: '身份证号应为 18 位。是否仍要录入？' })
  for (const name of ['出生日期', '参加工作时间', '进社区时间'] as const) draft.validate({ box: column(name), kind: 'date', comparison: 'between', formula: '10959', formula2: asOf, errorTitle: '日期', error: '请填 1930 年以后、截至日期以前的日期，例如 1985-03-12。' })
  for (const name of ['年工资', '单位社保'] as const) draft.validate({ box: column(name), kind: 'decimal', comparison: 'at-least', formula: '0', errorTitle: '金额', error: '请填不小于 0 的金额，单位元。' })
  for (const [name, letter, words] of [['证号校验', 'Z', ['位数有误', '有误']], ['出生校验', 'AA', ['不一致']]] as const) {
    draft.condition({ box: column(name), formula: `OR(${words.map(word => `$${letter}${String(LIST_FIRST_ROW)}="${word}"`).join(',')})`, style: { fill: COLOURS.badFill, color: COLOURS.bad, bold: true } })
  }
  draft.condition({ box: box(LIST_FIRST_ROW, 1, last, LAST_PRINTED), formula: `OR($M${String(LIST_FIRST_ROW)}="离职",$M${String(LIST_FIRST_ROW)}="空缺")`, style: { color: '#8a94a3', italic: true } })
  draft.table({
    name: 'tblStaff', box: box(LIST_HEADER_ROW, 1, last, ROSTER_COLUMNS.length),
    columns: ROSTER_COLUMNS.map(name => ({ name, ...(rosterFormulas(LIST_FIRST_ROW, asOf)[name] === undefined ? {} : { formula: rosterFormulas(LIST_FIRST_ROW, asOf)[name] ?? '' }) })),
  })
  draft.print({ printArea: box(1, 1, last, printed) })
  return draft
}
