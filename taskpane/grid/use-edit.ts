import { useCallback, useState } from 'react'
import { isFormula } from '../../src/core/cell'
import type { CellEdit } from '../cell-edit'
import type { Checker } from '../checker'
import type { CellInFull } from '../shown'
import type { After } from './cell-editor'
import { editText } from './cell-line'
import type { GridPosition } from './sheet-shape'

interface Editing {
  readonly at: GridPosition
  readonly text: string
  /** What stood there when it began; still on its way where the worker is busy. */
  readonly cell: CellInFull | Promise<CellInFull>
}

/** A value that was typed where a formula stands: the person is asked first. */
export interface OverFormula {
  readonly at: GridPosition
  readonly formula: string
  readonly text: string
}

export interface GridEdit {
  readonly editing: Editing | null
  readonly asking: OverFormula | null
  readonly begin: (at: GridPosition, text: string | null) => void
  /** Empties a cell; a formula is asked about. */
  readonly clear: (at: GridPosition) => void
  readonly typed: (text: string, after: After) => void
  readonly cancel: () => void
  /** Answers whether the formula goes. */
  readonly answer: (goes: boolean) => void
}

/** Typing into one cell of a sheet. A formula is never typed over unasked; a field that is left as it was changes nothing. */
export function useEdit(
  checker: Checker,
  sheet: number,
  /** The cell that is stood on, where it has come: typing into it begins within the key's own event, so that no first stroke is lost. */
  known: CellInFull | null,
  edit: ((edit: CellEdit) => void) | null,
  goOn: (from: GridPosition, after: After) => void,
): GridEdit {
  const [editing, setEditing] = useState<Editing | null>(null)
  const [asking, setAsking] = useState<OverFormula | null>(null)
  const withCell = useCallback((at: GridPosition, then: (cell: CellInFull) => void) => {
    if (edit === null) return
    setAsking(null)
    if (known !== null) then(known)
    else checker.call('cell', [sheet, at.row, at.column]).then(then, () => undefined)
  }, [checker, sheet, known, edit])
  const begin = useCallback(
    (at: GridPosition, text: string | null) => {
      // A character that is typed over the cell opens the field at once: the next stroke must meet it, whatever the worker is doing.
      if (edit !== null && known === null && text !== null) {
        setAsking(null)
        setEditing({ at, cell: checker.call('cell', [sheet, at.row, at.column]), text })
        return
      }
      withCell(at, cell => {
        const begun: Editing = { at, cell, text: text ?? editText(cell) }
        setEditing(current => (known === null && current !== null ? current : begun))
      })
    },
    [withCell, checker, sheet, known, edit],
  )
  const clear = (at: GridPosition) => withCell(at, ({ content }) => {
    if (isFormula(content)) setAsking({ at, formula: content.formula, text: '' })
    else if (content !== null) edit?.({ sheet, ...at, text: '', overFormula: false })
  })
  const typed = (text: string, after: After) => {
    setEditing(null)
    if (editing === null || edit === null) return
    const { at, cell } = editing
    if (after !== 'stay') goOn(at, after)
    const take = (was: CellInFull): void => {
      if (text === editText(was)) return
      if (isFormula(was.content) && !/^\s*[=＝]./.test(text)) setAsking({ at, formula: was.content.formula, text })
      else edit({ sheet, ...at, text, overFormula: false })
    }
    // Where the cell could not be read the edit is asked for all the same, and says why it cannot be.
    if (cell instanceof Promise) cell.then(take, () => edit({ sheet, ...at, text, overFormula: false }))
    else take(cell)
  }
  return {
    editing, asking, begin, clear, typed,
    cancel: () => setEditing(null),
    answer(goes) {
      setAsking(null)
      if (goes && asking !== null) edit?.({ sheet, ...asking.at, text: asking.text, overFormula: true })
    },
  }
}
