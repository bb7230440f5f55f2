import { isFormula } from '../../core/cell'
import { LAST_COLUMN, cellKey } from '../../core/place'
import { HostError } from '../../core/workbook'
import { cellXml } from './cell-xml'
import type { CellToWrite } from './cell-xml'
import { fileFormula } from './file-formula'
import { shiftFormula } from './formula-shift'
import type { SharedMaster } from './sheet-probe'
import { TextEdits, attribute, child, escapeText, parseTree } from './xml-tree'
import type { XmlNode } from './xml-tree'

/** Rewrites rows that a batch touches: targets replaced or put in their place, everything else as it was. */
export class RowRewriter {
  private readonly written = new Set<number>()

  /** @param dissolved groups of shared formulas that lose their first cell: their other members get formulas of their own */
  constructor(private readonly part: string, private readonly dissolved: ReadonlyMap<string, SharedMaster>) {}

  /**
   * @param source the whole `<row>` element
   * @param targets the row's cells to write, by column
   * @param prefix the sheet's element prefix with its colon, or ''
   */
  rewrite(source: string, row: number, targets: readonly CellToWrite[], prefix: string): string {
    const node = parseTree(source, this.part).children[0]
    if (node === undefined) throw new HostError('damaged', { part: this.part })
    const edits = new TextEdits(source)
    let next = 0, column = 0
    let inserted = ''
    let left = LAST_COLUMN, right = 0
    for (const cell of node.children) {
      if (cell.name !== 'c') continue
      column = columnOf(attribute(cell, 'r')) ?? column + 1
      let before = ''
      for (; next < targets.length && (targets[next] as CellToWrite).column < column; next++)
        before += this.once(targets[next] as CellToWrite, prefix)
      if (before !== '') edits.insert(cell.start, before)
      const target = targets.find(candidate => candidate.column === column)
      if (target !== undefined) {
        edits.replace(cell.start, cell.end, this.once(target, prefix, keptFormula(source, cell, target)))
        if (targets[next] === target) next++
      } else this.dissolve(edits, cell, row, column, prefix)
    }
    for (; next < targets.length; next++) inserted += this.once(targets[next] as CellToWrite, prefix)
    if (inserted !== '') edits.append(node, inserted)
    for (const target of targets) {
      if (target.content === null) continue
      left = Math.min(left, target.column)
      right = Math.max(right, target.column)
    }
    const spans = /^(\d+):(\d+)$/.exec(attribute(node, 'spans') ?? '')
    if (spans !== null && (left < Number(spans[1]) || right > Number(spans[2]))) edits.setAttribute(node, 'spans', `${Math.min(left, Number(spans[1]))}:${Math.max(right, Number(spans[2]))}`)
    return edits.toString()
  }

  /** A cell is written once: a file that holds a row or a cell twice gets the new one in place of the first, and loses the second. */
  private once(cell: CellToWrite, prefix: string, kept?: string): string {
    const key = cellKey(cell.row, cell.column)
    if (this.written.has(key)) return ''
    this.written.add(key)
    return cellXml(cell, prefix, kept)
  }

  private dissolve(edits: TextEdits, cell: XmlNode, row: number, column: number, prefix: string): void {
    const formula = child(cell, 'f')
    if (formula === undefined || attribute(formula, 't') !== 'shared') return
    const master = this.dissolved.get(attribute(formula, 'si') ?? '')
    if (master === undefined) return
    const text = shiftFormula(master.cut, row - master.row, column - master.column)
    // A member that carries a text of its own is a master itself.
    const own = edits.source.slice(formula.openEnd, formula.closeStart)
    edits.replace(formula.start, formula.end, `<${prefix}f>${own === '' ? escapeText(text) : own}</${prefix}f>`)
  }
}

/** The cell's own formula element where it says the same and only its value is new: an array formula stays one. */
function keptFormula(source: string, cell: XmlNode, target: CellToWrite): string | undefined {
  const formula = child(cell, 'f')
  if (formula === undefined || !isFormula(target.content) || attribute(formula, 't') === 'shared') return undefined
  return source.slice(formula.openEnd, formula.closeStart) === escapeText(fileFormula(target.content.formula))
    ? source.slice(formula.start, formula.end)
    : undefined
}

function columnOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined
  let column = 0
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column > 0 ? column : undefined
}
