import { cellAt } from '../../core/snapshot'
import { understand } from '../../vocabulary/budget-words'
import { normalise } from '../../vocabulary/normalise'
import { statedIn } from './column-numbers'
import { columnMeaning, lineMeaning } from './meaning'
import type { OwnPlaces } from './places'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'

const UNIT_HEADER = /^(?:计量|数据|核算)?单位$/
/** What such a table calls its figures. */
const VALUE_HEADER = /^(?:数值|数量|数据|金额|数额|指标值|预算数|本年数|现状|数|值|测算数|测算值|测算结果|结果|标准|标准值|支出标准|经费标准)$/

/** 正式人员（人）: a unit behind the label. */
function inBrackets(label: string): string {
  const found = /\(([^()]{1,8})\)$/.exec(normalise(label))?.[1] ?? ''
  return understand(found).said.some(word => word.unit !== undefined) || found === '人' ? found : ''
}

/**
 * 指标 | 单位 | 数值: each line measures something of its own. Read with rows and columns changed about, the lines are columns and the figures
 * are one line, so that the same arithmetic holds.
 */
export function unitRows(own: OwnTable, places: OwnPlaces): OwnTable {
  const units = own.columns.find(column => UNIT_HEADER.test(normalise(column.header)))
  const values = own.columns.filter(column => column !== units && VALUE_HEADER.test(normalise(column.header))), [value] = values
  if (value === undefined || values.length > 1) return own
  if (own.columns.some(column => column !== units && column !== value && column.meaning.measure !== 'text')) return own
  if (own.lines.some(line => line.community >= 0 || line.year !== null)) return own
  const unitOf = (line: OwnLine): string => {
    if (units === undefined) return inBrackets(line.label)
    const word = cellAt(own.sheet, line.row, units.column)
    return typeof word === 'string' ? normalise(word) : ''
  }
  if (own.lines.filter(line => line.role === 'leaf' && unitOf(line) === '').length > 0) return own
  if (own.lines.some(line => line.children.some(child => own.lines[child]?.isOfWhich === false))) return own
  const columns = own.lines.map((line): OwnColumn => {
    const unit = unitOf(line), text = unit === '' || units === undefined ? line.label : `${line.label}(${unit})`, level = normalise(text)
    const meaning = columnMeaning([text.replace(/^[\s　]*(?:其中[:：]?)?/, '')], own.meaning, places)
    return { column: line.row, header: line.label, levels: [level], meaning: line.role === 'leaf' ? meaning : { ...meaning, total: line.role }, number: null, stated: statedIn(level) }
  })
  const line: OwnLine = {
    row: value.column, label: value.header, role: 'leaf', parent: -1, isOfWhich: false, children: [], community: -1, year: null, group: null,
    meaning: lineMeaning('', true, null, places),
  }
  return { ...own, isTurned: true, lines: [line], columns, kind: 'lines', labelColumn: own.table.header.bottom }
}
