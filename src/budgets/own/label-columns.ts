import { isBlank } from '../../core/cell'
import type { Box } from '../../core/place'
import type { ColumnReading, TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { understand } from '../../vocabulary/budget-words'
import { rowLabel } from '../../vocabulary/labels'
import { yearIn } from './year-in'
import type { Side } from './own-table'

const LABEL_HEADER =
  /项目|科目|款项|来源|类别|类型|内容|名称|年度|年份|摘要|用途|社区|居委会|事项|人员性质|用工性质|人员|单位|对象|种类|支出|收入|栏目|指标|物品|品名|季度|月份|职务|岗位|小区|工程|地点|路段|部门|机构|支部|行政村|学历|性别|镇街|乡镇|街道|险种|时段|时间|品目|楼盘|档次|级别|片区/
const CODE_HEADER = /编码|代码|科目编号/
/** A number of its own in each line, whatever it is made of: XM01. */
const NUMBER_HEADER = /^(?:项目|工程|合同|文件|档案|社区|单位|人员)?编号$/

/** Income at the left and expenditure at the right are two tables: each label column takes the columns up to the next one. */
export function sides(table: TableReading, sheet: SheetSnapshot, body: Box): Side[] {
  const named = sidesBy(table, column => isLabelColumn(column, body, sheet))
  if (named.length > 0) return named
  // 负担单位, 承担主体: whatever the first column of words is called, its words are the lines.
  const first = [...table.columns].sort((a, b) => a.column - b.column).find(column => column.key !== 'seq' && !CODE_HEADER.test(column.header) && !/^序/.test(column.header))
  return first === undefined || !isOfWords(first, body, sheet) ? [] : sidesBy(table, column => column === first)
}

/** Words in every line that has anything. */
function isOfWords({ column }: ColumnReading, body: Box, sheet: SheetSnapshot): boolean {
  let words = 0
  for (let row = body.top; row <= body.bottom; row++) {
    const value = cellAt(sheet, row, column)
    if (isBlank(value)) continue
    if (typeof value !== 'string') return false
    if (!isBelow(value)) words++
  }
  return words > 1
}

function sidesBy(table: TableReading, isLabel: (column: ColumnReading) => boolean): Side[] {
  const found: { labelColumn: number; outer: number[]; codeColumns: number[]; numberColumn: number | null; columns: ColumnReading[] }[] = []
  let code: number[] = [], numberColumn: number | null = null
  for (const column of [...table.columns].sort((a, b) => a.column - b.column)) {
    const last = found.at(-1)
    if (CODE_HEADER.test(column.header)) code.push(column.column)
    else if (column.key === 'seq') numberColumn = column.column
    else if (NUMBER_HEADER.test(column.header)) continue
    else if (isLabel(column)) {
      // 类别 and 款项 beside each other: the inner one tells the line.
      if (last !== undefined && last.columns.length === 0) {
        last.outer.push(last.labelColumn)
        last.labelColumn = column.column
      } else found.push({ labelColumn: column.column, outer: [], codeColumns: code, numberColumn, columns: [] })
      code = []
      numberColumn = null
    } else last?.columns.push(column)
  }
  return found
}

function isLabelColumn(column: ColumnReading, body: Box, sheet: SheetSnapshot): boolean {
  if (column.key === 'remark' || holdsUnits(column, body, sheet)) return false
  const inner = column.header.split(' / ').at(-1) ?? '',
    words = understand(inner)
  const named =
    column.key === 'item' || column.key === 'source' || column.key === 'community' || column.key === 'year' || LABEL_HEADER.test(inner)
  if (!named || (column.key !== 'community' && words.said.some(said => said.measure === 'text' && said.word !== '序'))) return false
  let texts = 0,
    numbers = 0,
    years = 0
  for (let row = body.top; row <= body.bottom; row++) {
    const value = cellAt(sheet, row, column.column)
    if (isBlank(value)) continue
    if (yearIn(value) !== null && (column.key === 'year' || /年/.test(inner))) years++
    else if (typeof value === 'number') numbers++
    // 审核人： below the table is no label.
    else if (typeof value === 'string' && !isBelow(value)) texts++
  }
  const measured = words.said.some(said => said.measure !== undefined && said.measure !== 'amount')
  return texts + years > numbers && (years > 0 || column.key === 'community' || !measured || texts > 1)
}

/** A line of signatures or a note. */
function isBelow(text: string): boolean {
  const label = rowLabel(text)
  return label === 'signature' || label === 'note' || label === 'as-of' || label === 'reporting-unit'
}

/** 单位 over 人, 万元, ㎡ tells what the figures beside it are in. */
function holdsUnits({ header, column }: ColumnReading, body: Box, sheet: SheetSnapshot): boolean {
  if (!/^(?:计量|数据|核算)?单位$/.test(header)) return false
  const values = Array.from({ length: body.bottom - body.top + 1 }, (_all, at) => cellAt(sheet, body.top + at, column)), words = values.filter(value => typeof value === 'string').filter(word => !isBelow(word))
  return words.length > 0 && words.every(word => word.trim() === '' || word.trim() === '人' || understand(word).said.some(said => said.unit !== undefined))
}
