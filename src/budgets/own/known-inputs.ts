import { cellName, sheetReference, cellKey } from '../../core/place'
import { cellAt } from '../../core/snapshot'
import type { ParameterId } from '../parameters'
import type { OwnColumn, OwnLine, OwnTable } from './own-lines'
import { WAN_PER } from './units'

/** An input that a person typed somewhere in the workbook, as a formula in the parameter's own unit. */
export interface KnownInput {
  readonly formula: string
  readonly cell: string
  readonly sheet: string
  readonly value: number
}

/**
 * Inputs of the parameter sheet that stand in the person's own budget tables: typed numbers only, never a cell that this program wrote
 * or a formula, so that nothing runs in a circle.
 */
export function knownInputs(tables: readonly OwnTable[], written: (sheet: string, row: number, column: number) => boolean): Map<ParameterId, KnownInput> {
  const found = new Map<ParameterId, KnownInput>()
  const take = (id: ParameterId, own: OwnTable, row: number, column: OwnColumn, scale: number): void => {
    if (found.has(id)) return
    const value = cellAt(own.sheet, row, column.column)
    if (typeof value !== 'number' || own.sheet.formulas.has(cellKey(row, column.column)) || written(own.sheet.name, row, column.column)) return
    const cell = cellName(row, column.column), reference = `${sheetReference(own.sheet.name)}!${cell}`
    found.set(id, { formula: scale === 1 ? reference : scale < 1 ? `${reference}/${String(1 / scale)}` : `${reference}*${String(scale)}`, cell, sheet: own.sheet.name, value: value * scale })
  }
  const amount = (id: ParameterId, own: OwnTable, line: OwnLine, column: OwnColumn): void => {
    if (column.unit !== null) take(id, own, line.row, column, WAN_PER[column.unit])
  }
  for (const own of tables) {
    if (own.kind === 'communities') continue
    for (const line of own.lines) {
      for (const column of own.columns) {
        const { measure, period } = column.words
        if (period !== null && period !== 'now') continue
        if (own.kind === 'years') continue
        if (line.subject === 'formal' || line.subject === 'contracted') {
          const formal = line.subject === 'formal'
          if (measure === 'amount' && line.role === 'leaf') amount(formal ? 'PayFormal' : 'PayContract', own, line, column)
          if (measure === 'persons' && line.role === 'leaf') take(formal ? 'HeadFormal' : 'HeadContract', own, line.row, column, 1)
        }
        if (measure === 'amount' && line.subject === 'subsidy') amount('Subsidy', own, line, column)
        if (measure === 'persons' && line.subject === 'principals') take('Principals', own, line.row, column, 1)
        if (measure === 'amount' && line.subject === 'task-money') amount('TaskMoney', own, line, column)
        if (measure === 'amount' && line.subject === 'paid-service') amount('PaidService', own, line, column)
        if (measure === 'amount' && line.role === 'total' && isStaffTable(own)) amount('StatedTotal', own, line, column)
      }
    }
    if (own.kind === 'years' && own.table.kind === 'fund') {
      const first = own.lines.find(line => line.year !== null), yearColumn: OwnColumn = { column: own.labelColumn, header: '', words: { measure: null, period: null, year: null, subject: null, monthly: false }, unit: null }
      if (first !== undefined) take('FirstYear', own, first.row, yearColumn, 1)
      const rate = own.columns.find(column => column.words.measure === 'rate')
      if (first !== undefined && rate !== undefined) take('FundRate', own, first.row, rate, 1)
    }
  }
  return found
}

/** A table whose leaves are the two kinds of staff and nothing else: its total is the stated cost of staff. */
export function isStaffTable(own: OwnTable): boolean {
  const leaves = own.lines.filter(line => line.role === 'leaf' || line.role === 'other')
  return leaves.length >= 2 && leaves.every(line => line.subject === 'formal' || line.subject === 'contracted')
}
