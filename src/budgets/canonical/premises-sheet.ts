import { sheetReference } from '../../core/place'
import type { BudgetContext } from '../context'
import { box, SheetDraft } from '../draft'
import { frame, header } from '../frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from '../look'
import { INPUT_SHEETS, LAST_ROW, LISTS, LIST_FIRST_ROW, LIST_HEADER_ROW, PREMISES_COLUMNS } from './ranges'
import { BLANK_ROWS } from './rows'
import type { PlaceRow } from './rows'

const WIDTHS = [6, 17, 22, 11, 11, 10, 12, 9, 11, 9, 11, 11, 12, 34]

/** 办公用房: one place a row, several rows a community allowed. */
export function premisesSheet(context: Pick<BudgetContext, 'parameter' | 'reportingUnit'>, rows: readonly PlaceRow[]): SheetDraft {
  const draft = new SheetDraft(INPUT_SHEETS.premises)
  frame(draft, context, {
    title: '社区办公活动用房情况表', columns: PREMISES_COLUMNS.length, unit: '㎡', tab: TABS.input, frozenColumns: 2,
    note: '一处用房一行，一个社区可有多行。使用面积、建筑面积分别填写，不知道的留空，不要填 0；两个社区合用一处的，按实际使用分开填写。四室按“有、无、合用”填写。',
  })
  header(draft, LIST_HEADER_ROW, PREMISES_COLUMNS.map((label, index) => [label, WIDTHS[index] ?? 10] as const), 32)
  const count = rows.length === 0 ? BLANK_ROWS.premises : rows.length
  const last = LIST_FIRST_ROW + count - 1
  for (let index = 0; index < count; index++) {
    const row = LIST_FIRST_ROW + index, place = rows[index]
    draft.put(row, 1, { formula: `=IF(B${String(row)}="","",ROW()-${String(LIST_HEADER_ROW)})` })
    const text = (value: string) => (value === '' ? null : value)
    if (place !== undefined)
      draft.row(row, 2, [
        place.community,
        text(place.address),
        place.usable,
        place.built,
        text(place.tenure),
        null,
        text(place.demolition),
        ...place.rooms,
        place.planYear,
        text(place.remark),
      ])
    draft.height(row, 20)
  }
  draft.look(box(LIST_FIRST_ROW, 1, last, PREMISES_COLUMNS.length), 'input', MIDDLE).look(box(LIST_FIRST_ROW, 1, last, 1), 'formula', MIDDLE)
  draft.touch(box(LIST_FIRST_ROW, 2, last, 3), { align: 'left', indent: 1 }).touch(box(LIST_FIRST_ROW, 4, last, 5), { ...NUMBERS, format: FORMATS.area }).touch(box(LIST_FIRST_ROW, 7, last, 7), { format: FORMATS.day }).touch(box(LIST_FIRST_ROW, 13, last, 13), { format: FORMATS.year })
  draft.touch(box(LIST_FIRST_ROW, 14, last, 14), { align: 'left', indent: 1, size: 9, wrap: true })
  draft.validate({ box: box(LIST_FIRST_ROW, 2, last, 2), kind: 'list', formula: `${sheetReference(INPUT_SHEETS.communities)}!$B$${String(LIST_FIRST_ROW)}:$B$${String(LAST_ROW.communities)}`, errorTitle: '社区名称', error: '请从“社区信息”所列社区中选择。' })
  draft.validate({ box: box(LIST_FIRST_ROW, 4, last, 5), kind: 'decimal', comparison: 'between', formula: '0', formula2: '100000', errorTitle: '面积', error: '请只填数字，单位㎡；不知道的留空。', promptTitle: '面积', prompt: '只填数字，单位㎡。不知道的留空，不要填 0。' })
  draft
    .list(box(LIST_FIRST_ROW, 6, last, 6), LISTS.tenure)
    .list(box(LIST_FIRST_ROW, 8, last, 8), LISTS.yesNo)
    .list(box(LIST_FIRST_ROW, 9, last, 12), LISTS.room)
  draft.validate({ box: box(LIST_FIRST_ROW, 13, last, 13), kind: 'whole', comparison: 'between', formula: '2000', formula2: '2100', errorTitle: '年度', error: '请填四位年份，例如 2024。' })
  draft.condition({ box: box(LIST_FIRST_ROW, 4, last, 5), formula: `AND(ISNUMBER($D${String(LIST_FIRST_ROW)}),ISNUMBER($E${String(LIST_FIRST_ROW)}),$D${String(LIST_FIRST_ROW)}>$E${String(LIST_FIRST_ROW)})`, style: { fill: '#fde7e5', color: '#b3261e', bold: true } })
  draft.table({ name: 'tblPremises', box: box(LIST_HEADER_ROW, 1, last, PREMISES_COLUMNS.length), columns: PREMISES_COLUMNS.map((name, index) => (index === 0 ? { name, formula: `IF(B${String(LIST_FIRST_ROW)}="","",ROW()-${String(LIST_HEADER_ROW)})` } : { name })) })
  return draft
}
