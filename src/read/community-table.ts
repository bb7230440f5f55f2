import type { CellValue } from '../core/cell'
import type { Answer } from '../core/reading'
import { plainAnswer } from '../vocabulary/answers'
import { normalise, textOf } from '../vocabulary/normalise'
import { readNumber } from '../vocabulary/numbers'
import { rowOf } from './grid'
import type { ListContext, ListOutcome } from './list-context'
import type { RowReader } from './rows'
import { columnOf } from './settle-table'

/** Reads a list of communities with their households and residents into the index. */
export function readCommunities(context: ListContext, rows: RowReader, met: Set<number>): ListOutcome {
  const { table, communities } = context
  const { found } = table, sheet = found.sheet.name
  const community = columnOf(table, 'community')
  let rowsRead = 0, lastRow = found.header.bottom
  const homeless: number[] = []
  for (let row = found.first; row <= found.last; row++) {
    const verdict = rows.read(row)
    if (verdict.why !== null && !(verdict.why === 'section' && verdict.section?.community !== undefined && community !== undefined)) {
      rows.skip(row, verdict.why)
      if (verdict.why !== 'note' && verdict.why !== 'signature' && verdict.why !== 'unit-line' && verdict.why !== 'blank') lastRow = row
      continue
    }
    const cells = rowOf(found.sheet, row)
    const label = community === undefined ? '' : textOf(cells[community.column - 1] ?? null)
    const index = label.trim() === '' || community === undefined ? -1 : communities.find(label, { sheet, row, column: community.column })
    lastRow = row
    if (index < 0) {
      rows.skip(row, label.trim() === '' ? rows.emptyReason(cells) === 'numbered-blank' ? 'numbered-blank' : 'no-community' : 'no-community')
      continue
    }
    met.add(index)
    rowsRead++
    readMeasures(context, cells, row, index)
  }
  return { rowsRead, homeless, lastRow }
}

/** Households, residents and 示范社区 of one row, wherever such columns stand. */
export function readMeasures(context: ListContext, cells: readonly CellValue[], row: number, index: number): void {
  const { table, communities } = context
  const sheet = table.found.sheet.name
  for (const what of ['households', 'population'] as const) {
    const column = columnOf(table, what)
    if (column === undefined) continue
    const value = readNumber(cells[column.column - 1] ?? null)
    if (value !== null && value >= 0)
      communities.measure(index, what, value * scaleOf(column.header, cells[column.column - 1] ?? null), {
        sheet,
        row,
        column: column.column,
      })
  }
  const model = columnOf(table, 'model')
  if (model !== undefined) communities.setModel(index, modelAnswer(cells[model.column - 1] ?? null))
}

/** 万人 and 万户 in the header, unless the cell says its own unit. */
function scaleOf(header: string, value: CellValue): number {
  return /[(:]万[人户]?\)?$/.test(header) && !/万/.test(textOf(value)) ? 10_000 : 1
}

function modelAnswer(value: CellValue): Answer {
  const word = normalise(textOf(value))
  if (word === '') return 'blank'
  const answer = plainAnswer(word)
  if (answer !== null) return answer
  return /示范/.test(word) && !/非示范|未/.test(word) ? 'yes' : 'unclear'
}
