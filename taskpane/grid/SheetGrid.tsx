import { useLayoutEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react'
import { cellKey, columnName } from '../../src/core/place'
import type { Box } from '../../src/core/place'
import type { Checker } from '../checker'
import type { Opened, ShownRow } from '../shown'
import { useWords } from '../views/words'
import type { DrawnSheet } from '../proposal-view'
import { GridCell } from './cell'
import { CellEditor } from './cell-editor'
import type { After } from './cell-editor'
import { marksIn, marksOn } from './marks'
import type { Mark, SheetMarks } from './marks'
import { useRowBlocks } from './row-blocks'
import { moved, shapeOf } from './sheet-shape'
import { useWindow } from './window'
import type { GridPosition, SheetShape } from './sheet-shape'

const HEAD = 22
const RUN_OVER = 24

export interface SheetGridProps {
  readonly checker: Checker
  readonly opened: Opened
  readonly sheet: number
  readonly marks: SheetMarks
  readonly active: GridPosition
  /** Cells that the pane points to. */
  readonly boxes: readonly Box[]
  /** What a fill would write into blank cells, by `cellKey`. */
  readonly ghosts: ReadonlyMap<number, string>
  /** Says what a finding is, for the tip over a marked cell. */
  readonly tip: (mark: Mark) => string
  readonly onMove: (to: GridPosition) => void
  /** A sheet that a proposal adds, drawn before it is there; `null`: the workbook's own. */
  readonly drawn: DrawnSheet | null
  /** The cell that is being typed; `null`: none. */
  readonly editing: { readonly at: GridPosition; readonly text: string } | null
  /** Begins to type into a cell: with its content (`null`), or over it. `null` where nothing can be typed. */
  readonly onEdit: ((at: GridPosition, text: string | null) => void) | null
  readonly onClear: (at: GridPosition) => void
  readonly onTyped: (text: string, after: After) => void
  readonly onCancel: () => void
}

/** The workbook as the person knows it: drawn by rows and columns in view, at any size. */
export function SheetGrid(props: SheetGridProps) {
  const { checker, opened, sheet, marks, active, boxes, ghosts, tip, onMove, drawn, editing, onEdit, onClear, onTyped, onCancel } = props
  const { tell } = useWords()
  const outline = drawn?.outline ?? opened.sheets[sheet]
  const shape = useMemo(() => (outline === undefined ? null : shapeOf(outline)), [outline])
  const scroller = useRef<HTMLDivElement>(null)
  const gutter = 20 + String(shape?.rows ?? 1).length * 8
  const view = useWindow(scroller, shape, HEAD, gutter)
  // Another sheet begins at its top; the same one with a changed cell stays where it was.
  const shownName = outline?.name
  useLayoutEffect(() => { scroller.current?.scrollTo({ top: 0, left: 0 }) }, [opened.name, shownName])
  // When the cell is done, the keys go to the sheet again.
  const wasEditing = useRef(false)
  useLayoutEffect(() => {
    if (wasEditing.current && editing === null && (document.activeElement === document.body || document.activeElement === null))
      scroller.current?.focus({ preventScroll: true })
    wasEditing.current = editing !== null
  }, [editing])
  useLayoutEffect(() => {
    if (shape !== null && scroller.current !== null) bringIntoView(scroller.current, active, shape, gutter, boxes.length > 0)
  }, [active, shape, gutter, boxes])

  const { top, bottom, left, right } = view
  const blocks = useRowBlocks(checker, opened, drawn === null ? sheet : -1, top, bottom)
  const rowAt = drawn === null ? blocks : (row: number) => drawn.rows[row - 1]
  if (outline === undefined || shape === null) return null
  if (outline.kind !== 'worksheet') return <p className="no-cells">{tell('grid.no-cells')}</p>

  const merges = shape.mergesIn(top, bottom)
  const near = marksIn(marks, top, bottom)
  // The first row of a merge that reaches into view is drawn although it is out of view.
  const extra = [...new Set(merges.filter(merge => merge.top < top).map(merge => merge.top))]
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / HEAD) - 2)
    if (onEdit !== null && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault()
      onClear(active)
      return
    }
    const begun = onEdit === null ? undefined : begins(event)
    if (begun !== undefined) {
      // An input method goes on in the field that opens under it: its stroke must not be stopped.
      if (begun !== '') event.preventDefault()
      flushSync(() => onEdit?.(active, begun))
      return
    }
    const to = moved(active, event.key, event.ctrlKey || event.metaKey, page, shape, outline)
    if (to === null) return
    event.preventDefault()
    onMove(to)
  }
  const onPointerDown = (event: PointerEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null
    const row = cell?.closest<HTMLElement>('[data-line]')
    if (cell !== null && row !== null && row !== undefined) onMove({ row: Number(row.dataset['line']), column: Number(cell.dataset['cell']) })
  }

  const onDoubleClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-cell]') : null
    if (cell !== null) onEdit?.(active, null)
  }

  const line = (row: number, columnsToDraw: readonly number[]): ReactNode => (
    <Line key={row} row={row} columns={columnsToDraw} shown={rowAt(row)} shape={shape} styles={outline.styles} gutter={gutter}
      active={active} boxes={boxes} ghosts={ghosts} isGhost={drawn !== null} marks={near} tip={tip} label={(text, count) => (count > 0 ? `${text === '' ? tell('grid.empty') : text} ${tell('grid.findings', { count })}` : '')} />
  )
  const inView = numbers(left, right)
  const withAnchors = (row: number) => {
    const hidden = merges.filter(merge => merge.top === row && merge.left < left && merge.right >= left).map(merge => merge.left)
    return hidden.length === 0 ? inView : [...hidden, ...inView]
  }
  return (
    <div className={drawn === null ? 'sheet' : 'sheet proposed'} ref={scroller} role="grid" tabIndex={0} aria-label={tell('grid.label', { sheet: outline.name })} aria-rowcount={shape.rows} aria-colcount={shape.columns}
      aria-activedescendant={`cell-${active.row}-${active.column}`} onKeyDown={onKeyDown} onPointerDown={onPointerDown} onDoubleClick={onDoubleClick} aria-readonly={onEdit === null}>
      <div className="letters" role="row" style={{ inlineSize: shape.columnStart(shape.columns + 1) + gutter }}>
        <span className="corner" role="columnheader" aria-label={outline.name} style={{ inlineSize: gutter }} />
        {inView.map(column => shape.columnWidth(column) > 0 && (
          <span key={column} role="columnheader" className={column === active.column ? 'letter here' : 'letter'} style={{ left: gutter + shape.columnStart(column), width: shape.columnWidth(column) }}>{columnName(column)}</span>
        ))}
      </div>
      <div className="canvas" role="rowgroup" style={{ blockSize: shape.rowStart(shape.rows + 1), inlineSize: shape.columnStart(shape.columns + 1) + gutter }}>
        {extra.map(row => line(row, merges.filter(merge => merge.top === row).map(merge => merge.left)))}
        {numbers(top, bottom).map(row => shape.rowHeight(row) > 0 && line(row, withAnchors(row)))}
        {editing !== null && (
          <CellEditor key={`${editing.at.row}/${editing.at.column}`} {...placeOf(editing.at, shape, gutter)} at={editing.at} text={editing.text} onCommit={onTyped} onCancel={onCancel} />
        )}
      </div>
    </div>
  )
}

interface LineProps {
  readonly row: number
  readonly columns: readonly number[]
  readonly shown: ShownRow | undefined
  readonly shape: SheetShape
  readonly styles: Opened['sheets'][number]['styles']
  readonly gutter: number
  readonly active: GridPosition
  readonly boxes: readonly Box[]
  readonly ghosts: ReadonlyMap<number, string>
  /** The whole sheet is only proposed. */
  readonly isGhost: boolean
  readonly marks: readonly Mark[]
  readonly tip: (mark: Mark) => string
  readonly label: (text: string, findings: number) => string
}

function Line(props: LineProps) {
  const { row, columns, shown, shape, styles, gutter, active, boxes, ghosts, isGhost, marks, tip, label } = props
  const here = marks.filter(({ box }) => row >= box.top && row <= box.bottom)
  const chosen = boxes.filter(box => row >= box.top && row <= box.bottom)
  return (
    <div role="row" aria-rowindex={row} className="line-row" data-line={row} style={{ transform: `translateY(${shape.rowStart(row)}px)`, blockSize: shape.rowHeight(row) }}>
      <span role="rowheader" className={row === active.row ? 'number here' : 'number'} style={{ inlineSize: gutter }}>{row}</span>
      {columns.map(column => {
        const merge = shape.mergeAt(row, column)
        // A merged area is drawn once, by its first cell.
        if (merge !== undefined && (merge.top !== row || merge.left !== column)) return null
        const last = merge ?? { bottom: row, right: column }
        const width = span(column, last.right, shape.columnWidth), height = span(row, last.bottom, shape.rowHeight)
        if (width === 0) return null
        const written = shown?.texts[column - 1] ?? '', ghost = written === '' ? ghosts.get(cellKey(row, column)) : undefined
        const text = ghost ?? written
        const on = marksOn(here, row, column)
        return (
          <GridCell
            key={column}
            id={`cell-${row}-${column}`}
            text={text}
            kind={ghost === undefined ? (shown?.kinds[column - 1] ?? ' ') : 'n'}
            ghost={ghost !== undefined || (isGhost && written !== '')}
            style={styles[shown?.styles[column - 1] ?? 0]}
            column={column}
            left={gutter + shape.columnStart(column)}
            width={width}
            height={height}
            columnSpan={last.right - column + 1}
            rowSpan={last.bottom - row + 1}
            spill={merge === undefined && shown !== undefined ? spill(shown, column, shape) : 0}
            active={row === active.row && column === active.column}
            chosen={chosen.some(box => column >= box.left && column <= box.right)}
            mark={on[0]?.severity ?? null}
            inRun={!on.some(({ box }) => box.top === row && box.left === column)}
            title={on[0] === undefined ? undefined : tip(on[0])}
            label={label(text, on.length)}
          />
        )
      })}
    </div>
  )
}

/** What a key begins to type: the cell's content anew (`null`), or a character over it; `undefined` for a key that types nothing. */
function begins(event: KeyboardEvent): string | null | undefined {
  if (event.key === 'F2' || event.key === 'Enter') return null
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  if (event.key === 'Process' || event.nativeEvent.isComposing) return ''
  return event.key.length === 1 ? event.key : undefined
}

/** Where the field over a cell stands; a merged area is one cell. */
function placeOf(
  { row, column }: GridPosition,
  shape: SheetShape,
  gutter: number,
): { left: number; top: number; width: number; height: number } {
  const last = shape.mergeAt(row, column) ?? { bottom: row, right: column }
  return {
    left: gutter + shape.columnStart(column),
    top: shape.rowStart(row),
    width: span(column, last.right, shape.columnWidth),
    height: span(row, last.bottom, shape.rowHeight),
  }
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

/** Scrolls no further than it must; a cell in view leaves the sheet where it is. */
function bringIntoView(scroller: HTMLElement, { row, column }: GridPosition, shape: SheetShape, gutter: number, leap: boolean): void {
  const y = shape.rowStart(row), x = shape.columnStart(column)
  const height = scroller.clientHeight - HEAD, width = scroller.clientWidth - gutter
  // A key moves by a row; a leap from the pane lands with room above and below.
  if (y < scroller.scrollTop) scroller.scrollTop = leap ? y - height / 3 : y
  else if (y + shape.rowHeight(row) > scroller.scrollTop + height)
    scroller.scrollTop = leap ? y - height / 3 : y + shape.rowHeight(row) - height
  if (x < scroller.scrollLeft) scroller.scrollLeft = x
  else if (x + shape.columnWidth(column) > scroller.scrollLeft + width) scroller.scrollLeft = x + shape.columnWidth(column) - width
}

function span(from: number, to: number, size: (at: number) => number): number {
  let sum = 0
  for (let at = from; at <= to; at++) sum += size(at)
  return sum
}

/** A text runs over the empty cells beside it, as in Excel. */
function spill(shown: ShownRow, column: number, shape: SheetShape): number {
  if (shown.kinds[column - 1] !== 't' || (shown.texts[column - 1] ?? '').length * 7 < shape.columnWidth(column) / 2) return 0
  let room = 0
  for (let at = column + 1; at <= column + RUN_OVER && (shown.kinds[at - 1] ?? ' ') === ' '; at++) room += shape.columnWidth(at)
  return room
}
