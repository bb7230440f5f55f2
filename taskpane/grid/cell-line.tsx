import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { isCellError, isFormula } from '../../src/core/cell'
import { cellName } from '../../src/core/place'
import type { Checker } from '../checker'
import type { CellInFull, Opened } from '../shown'
import { typedContent } from '../typed-content'
import { useWords } from '../views/words'
import type { GridPosition } from './sheet-shape'

/** What a cell holds in full; `null` until it has come. */
export function useCell(checker: Checker, opened: Opened, sheet: number, { row, column }: GridPosition): CellInFull | null {
  const [found, setFound] = useState<{ readonly key: string; readonly cell: CellInFull } | null>(null)
  const key = `${String(sheet)}/${String(row)}/${String(column)}`
  useEffect(() => {
    let wanted = true
    checker.call('cell', [sheet, row, column]).then(cell => { if (wanted) setFound({ key, cell }) }, () => { if (wanted) setFound(null) })
    return () => { wanted = false }
  }, [checker, opened, sheet, row, column, key])
  return found?.key === key ? found.cell : null
}

/** The line above the sheet: the cell's name and what it holds. */
export function CellLine({ at, cell, children }: { at: GridPosition; cell: CellInFull | null; children: ReactNode }) {
  const { tell } = useWords()
  return (
    <div className="cell-line" aria-label={tell('grid.cell')} role="group">
      <span className="cell-name">{cellName(at.row, at.column)}</span>
      <span className="cell-content">{cell === null ? '' : contentText(cell)}</span>
      {children}
    </div>
  )
}

function contentText({ content, shown }: CellInFull): string {
  if (isFormula(content)) return content.formula
  if (content === null) return ''
  if (isCellError(content)) return content.error
  return typeof content === 'number' ? (String(content) === shown ? shown : `${content}（${shown}）`) : String(content)
}

/** What the field over a cell begins with: a text that typed again gives the same content. */
export function editText({ content, shown }: CellInFull): string {
  if (isFormula(content)) return content.formula
  if (content === null) return ''
  if (isCellError(content)) return content.error
  // A day is typed as a day.
  if (typeof content === 'number') return /\d{4}[-/.年]/.test(shown) ? shown : String(content)
  const text = typeof content === 'boolean' ? String(content).toUpperCase() : content
  return typedContent(text, 'General', 1900) === content ? text : `'${text}`
}
