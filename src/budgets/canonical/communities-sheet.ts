import type { BudgetContext } from '../context'
import { box, SheetDraft } from '../draft'
import { frame, header } from '../frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from '../look'
import { COMMUNITY_COLUMNS, INPUT_SHEETS, LISTS, LIST_FIRST_ROW, LIST_HEADER_ROW } from './ranges'
import { BLANK_ROWS } from './rows'
import type { CommunityRow } from './rows'

const WIDTHS = [12, 22, 16, 10, 12, 9, 11, 10, 24, 28]

/** 社区信息: the list of communities that every other sheet follows. */
export function communitiesSheet(context: Pick<BudgetContext, 'parameter' | 'reportingUnit'>, rows: readonly CommunityRow[]): SheetDraft {
  const draft = new SheetDraft(INPUT_SHEETS.communities)
  frame(draft, context, {
    title: '社区基本信息表', columns: COMMUNITY_COLUMNS.length, unit: '户、人、个', tab: TABS.input, frozenColumns: 2,
    note: '每个社区一行，名称不得重复；其他各表的社区按本表次序列出。别名填写花名册、用房表中可能出现的其他写法，用分号隔开。',
  })
  header(draft, LIST_HEADER_ROW, COMMUNITY_COLUMNS.map((label, index) => [label, WIDTHS[index] ?? 10] as const), 30)
  for (const [index, row] of rows.entries()) {
    draft.row(LIST_FIRST_ROW + index, 1, [row.code, row.name, row.township, null, null, row.compounds, row.managed, row.model, null, row.remark === '' ? null : row.remark])
  }
  const last = LIST_FIRST_ROW + Math.max(rows.length, rows.length === 0 ? BLANK_ROWS.communities : 1) - 1
  const body = box(LIST_FIRST_ROW, 1, last, COMMUNITY_COLUMNS.length)
  draft.look(body, 'input').touch(box(LIST_FIRST_ROW, 1, last, 1), { format: FORMATS.text, ...MIDDLE }).touch(box(LIST_FIRST_ROW, 4, last, 7), { format: FORMATS.count, ...NUMBERS }).touch(box(LIST_FIRST_ROW, 8, last, 8), MIDDLE).touch(box(LIST_FIRST_ROW, 9, last, 10), { size: 9 })
  for (let row = LIST_FIRST_ROW; row <= last; row++) draft.height(row, 20)
  draft.list(box(LIST_FIRST_ROW, 8, last, 8), LISTS.yesNo)
  draft.validate({ box: box(LIST_FIRST_ROW, 2, last, 2), kind: 'custom', formula: `COUNTIF($B$${String(LIST_FIRST_ROW)}:$B$${String(last)},$B${String(LIST_FIRST_ROW)})=1`, errorTitle: '社区名称', error: '该社区已经在表中，名称不得重复。' })
  draft.validate({ box: box(LIST_FIRST_ROW, 4, last, 7), kind: 'whole', comparison: 'at-least', formula: '0', errorTitle: '数值', error: '请填不小于 0 的整数。' })
  draft.table({ name: 'tblCommunity', box: box(LIST_HEADER_ROW, 1, last, COMMUNITY_COLUMNS.length), columns: COMMUNITY_COLUMNS.map(name => ({ name })) })
  return draft
}
