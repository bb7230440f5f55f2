import { useLayoutEffect, useRef } from 'react'
import { cellName } from '../../src/core/place'
import { useWords } from '../views/words'
import type { GridPosition } from './sheet-shape'

/** Where the person goes on after a cell. */
export type After = 'down' | 'up' | 'right' | 'left' | 'stay'

export interface CellEditorProps {
  readonly at: GridPosition
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** What the field begins with: the cell's content, or the first character that was typed over it. */
  readonly text: string
  readonly onCommit: (text: string, after: After) => void
  readonly onCancel: () => void
}

/** The field over a cell: Enter and Tab take what was typed, Esc leaves the cell as it was, leaving the field takes it too. */
export function CellEditor({ at, left, top, width, height, text, onCommit, onCancel }: CellEditorProps) {
  const { tell } = useWords()
  const field = useRef<HTMLInputElement>(null), isDone = useRef(false)
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(text.length, text.length)
  }, [text])
  const end = (finish: () => void) => {
    if (isDone.current) return
    isDone.current = true
    finish()
  }
  const commit = (after: After) => end(() => onCommit(field.current?.value ?? '', after))
  return (
    <input ref={field} className="cell-editor" type="text" defaultValue={text} aria-label={tell('grid.edit', { cell: cellName(at.row, at.column) })} spellCheck={false} autoComplete="off"
      style={{ left, top, minInlineSize: Math.max(96, width), blockSize: Math.max(24, height) }}
      onPointerDown={event => event.stopPropagation()}
      onBlur={() => commit('stay')}
      onKeyDown={event => {
        event.stopPropagation()
        // Enter that ends the choice of a Chinese character is not the end of the cell.
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit(event.shiftKey ? 'up' : 'down')
        else if (event.key === 'Tab') commit(event.shiftKey ? 'left' : 'right')
        else if (event.key === 'Escape') end(onCancel)
        else return
        event.preventDefault()
      }} />
  )
}
