import type { CellValue } from '../core/cell'
import type { Answer, PremisesRow, Tenure } from '../core/reading'
import { leaseEnd } from '../vocabulary/leases'
import { normalise, textOf } from '../vocabulary/normalise'
import { readDemolition, readTenure } from '../vocabulary/tenure'
import type { ListContext } from './list-context'
import { columnOf, columnsOf, sheetColumn } from './settle-table'
import type { SettledColumn } from './settle-table'

/** How the premises of a row are held. */
export interface RowTenure {
  readonly tenure: Tenure
  readonly note: string | null
}

/** Reads how the places of a table are held, for how long, and whether they are to go. */
export class TenureReader {
  private readonly column: SettledColumn | undefined
  private readonly sheet: string

  /** @param apart columns that are something else in this list */
  constructor(private readonly context: ListContext, apart: ReadonlySet<number>) {
    const column = columnOf(context.table, 'tenure')
    this.column = column !== undefined && apart.has(column.column) ? undefined : column
    this.sheet = context.table.found.sheet.name
  }

  /** The cell of the tenure column; `null` where there is none. */
  word(cells: readonly CellValue[]): CellValue {
    return this.column === undefined ? null : cells[this.column.column - 1] ?? null
  }

  read(cells: readonly CellValue[], row: number): RowTenure {
    const value = this.word(cells)
    const { table, words } = this.context
    const { column } = this
    const reading = readTenure(value)
    if (column !== undefined && reading.tenure === 'unclear' && words.tenure(value) === undefined) words.ask('tenure', value, 'unknown', { sheet: this.sheet, row, column: sheetColumn(table, column.column) })
    // 自有 beside 在建: what is not there yet is not held yet.
    if ((reading.tenure === 'own' || reading.tenure === 'blank') && columnsOf(table, 'status', 'remark', 'planYear').some(each => NOT_YET.test(normalise(textOf(cells[each.column - 1] ?? null))))) return { tenure: 'in-building', note: null }
    if (reading.tenure !== 'blank') return reading
    for (const remark of columnsOf(table, 'remark', 'lease', 'address')) {
      const text = textOf(cells[remark.column - 1] ?? null)
      if (text === '') continue
      const told = tenureInRemark(text)
      if (told !== null) return { tenure: told, note: null }
    }
    return reading
  }

  demolition(cells: readonly CellValue[]): Answer {
    const { table } = this.context
    const column = columnOf(table, 'demolition')
    if (column !== undefined) {
      const { answer } = readDemolition(cells[column.column - 1] ?? null)
      if (answer !== 'blank') return answer
    }
    for (const remark of columnsOf(table, 'remark', 'tenure')) {
      const text = normalise(textOf(cells[remark.column - 1] ?? null))
      if (TO_GO.test(text) && !STAYS.test(text)) return 'yes'
    }
    return 'blank'
  }

  /** The day on which the lease of the row ends, where one is told. */
  lease(cells: readonly CellValue[], row: number, tenure: Tenure): PremisesRow['lease'] {
    if (tenure === 'own' || tenure === 'none' || tenure === 'in-building') return undefined
    const { table, dateSystem } = this.context
    const lease = columnsOf(table, 'lease').filter(column => !/租金|租赁费|费用|房租/.test(column.header))
    for (const column of lease) {
      const end = leaseEnd(cells[column.column - 1] ?? null, dateSystem)
      if (end !== 0) return { end, place: { sheet: this.sheet, row, column: sheetColumn(table, column.column) } }
    }
    for (const column of columnsOf(table, 'tenure', 'remark')) {
      const value = cells[column.column - 1] ?? null
      const end = typeof value === 'string' && /租|到期|期满|借|合同/.test(value) ? leaseEnd(value, dateSystem, false) : 0
      if (end !== 0) return { end, place: { sheet: this.sheet, row, column: sheetColumn(table, column.column) } }
    }
    return undefined
  }
}

const GOING = '(?:拆迁|征收|拆除|征迁|动迁|棚改|棚户区改造|旧城改造|城中村改造)'
const TO_GO = new RegExp(`(?:面临|列入|待|将|即将|拟|已列入|规划|纳入|近期|年内|今年|明年|涉及|\\d{4}年?)(?:被|要|实施|进行)?${GOING}|^${GOING}$|${GOING}(?:范围|区域|计划|项目)`)
const STAYS = new RegExp(`(?:未|不|没有?|无)(?:面临|列入|纳入|在|涉及)?${GOING}`)

/** The whole of a remark or status, so that 新办公楼在建 beside an old office says nothing of the old one. */
const NOT_YET = /^(?:目前|正在|现)?(?:在建|在建中|建设中|正在建设|未竣工|尚未竣工|未交付|尚未交付|待交付|未建成|规划中|待建|拟建)(?:[,，。].*)?$/

function tenureInRemark(text: string): Tenure | null {
  const plain = normalise(text)
  if (/租期|租赁|租用|租借|承租|年租金|租自|系租/.test(plain) && !/出租|未租|非租/.test(plain)) return 'rented'
  if (/借用|借住|临时借|过渡用房|过渡房|临时用房|临时办公|周转用房/.test(plain)) return 'borrowed'
  if (/(?:在建|正在建设|建设中|尚未竣工|未竣工|规划中|待建|拟建)/.test(plain)) return 'in-building'
  return null
}
