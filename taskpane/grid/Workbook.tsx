import { useCallback, useMemo } from 'react'
import type { KeyboardEvent } from 'react'
import { cellName } from '../../src/core/place'
import type { Box } from '../../src/core/place'
import { say } from '../../src/messages'
import type { Checker } from '../checker'
import type { Opened } from '../shown'
import type { ResultsView } from '../state'
import type { WritingActs } from '../views/screen'
import { useWords } from '../views/words'
import type { After } from './cell-editor'
import { CellLine, useCell } from './cell-line'
import { proposedSheets, shownPreview, useGhosts } from './ghosts'
import { NO_MARKS, marksBySheet, marksIn, marksOn } from './marks'
import type { Mark } from './marks'
import { SheetGrid } from './SheetGrid'
import { moved, shapeOf } from './sheet-shape'
import type { GridPosition } from './sheet-shape'
import { useEdit } from './use-edit'

/** Which cells the sheet shows and stands on. */
export interface Standing {
  /** Position among the workbook's sheets; beyond them stand those that a proposal would add. */
  readonly sheet: number
  readonly active: GridPosition
  readonly boxes: readonly Box[]
}

export interface WorkbookProps {
  readonly checker: Checker
  readonly opened: Opened
  /** `null` while the first check runs: the sheet is shown before it is judged. */
  readonly results: ResultsView | null
  readonly writing: WritingActs
  readonly standing: Standing
  readonly onStand: (standing: Standing, finding: number | null) => void
  readonly onShowFinding: (finding: number) => void
}

const KEYS: Readonly<Record<After, string>> = { down: 'ArrowDown', up: 'ArrowUp', right: 'ArrowRight', left: 'ArrowLeft', stay: '' }

/** The sheet with its tabs, and a line that says what the current cell holds and what is wrong with it. Cells can be typed into. */
export default function Workbook({ checker, opened, results, writing, standing, onStand, onShowFinding }: WorkbookProps) {
  const { tell, language } = useWords()
  const findings = results?.report.findings
  const marks = useMemo(() => marksBySheet(findings ?? []), [findings])
  const preview = shownPreview(results), proposed = useMemo(() => proposedSheets(preview), [preview])
  const drawn = proposed[standing.sheet - opened.sheets.length]?.drawn ?? null
  // The proposal of a sheet went away while it was looked at.
  const sheet = standing.sheet < opened.sheets.length || drawn !== null ? standing.sheet : 0
  const outline = drawn?.outline ?? opened.sheets[sheet]
  const sheetMarks = drawn === null ? marks.get(outline?.name ?? '') ?? NO_MARKS : NO_MARKS
  const { active } = standing
  const ghosts = useGhosts(preview, outline?.name ?? '')
  const cell = useCell(checker, opened, sheet, active)
  const on = marksOn(marksIn(sheetMarks, active.row, active.row), active.row, active.column)
  const tip = useCallback((mark: Mark) => {
    const finding = findings?.[mark.finding]
    return finding === undefined ? '' : say(finding.message, language)
  }, [findings, language])
  const move = (to: GridPosition) => {
    const found = marksOn(marksIn(sheetMarks, to.row, to.row), to.row, to.column)
    onStand({ sheet, active: to, boxes: [] }, found[0]?.finding ?? null)
  }
  const goOn = (from: GridPosition, after: After) => {
    const to = outline === undefined ? null : moved(from, KEYS[after], false, 1, shapeOf(outline), outline)
    if (to !== null) move(to)
  }
  const edit = useEdit(checker, sheet, cell, drawn === null && results !== null ? writing.edit : null, goOn)
  const undo = results?.writing.undo ?? null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    // The keys take back what was typed; larger writes are taken back by a button that names them.
    if (undo?.what === 'edit') writing.undo()
  }
  return (
    <div className='book-keys' onKeyDown={onKeyDown}>
      <CellLine at={active} cell={drawn === null ? cell : null}>
        {drawn !== null && <span className='quiet'>{tell('grid.proposed')}</span>}
        {on[0] !== undefined && (
          <span className='cell-findings'>
            <span className='cell-finding' title={tip(on[0])}>
              {tip(on[0])}
            </span>
            {on.length > 1 && <span className='quiet'>{tell('grid.findings', { count: on.length })}</span>}
            <button
              type='button'
              className='link'
              onClick={() => {
                if (on[0] !== undefined) onShowFinding(on[0].finding)
              }}
            >
              {tell('grid.show-finding')}
            </button>
          </span>
        )}
      </CellLine>
      {edit.asking !== null && (
        <p className='over-formula' role='alertdialog' aria-label={tell('grid.formula.title')}>
          {tell('grid.formula', { cell: cellName(edit.asking.at.row, edit.asking.at.column), formula: edit.asking.formula, text: edit.asking.text || tell('grid.empty') })}{' '}
          <button type='button' className='chip' onClick={() => edit.answer(true)}>{tell('grid.formula.replace')}</button>{' '}
          <button type='button' className='chip' autoFocus onClick={() => edit.answer(false)}>{tell('grid.formula.keep')}</button>
        </p>
      )}
      <SheetGrid
        checker={checker}
        opened={opened}
        sheet={sheet}
        drawn={drawn}
        marks={sheetMarks}
        active={active}
        boxes={standing.boxes}
        ghosts={ghosts}
        tip={tip}
        onMove={move}
        editing={edit.editing}
        onEdit={writing.edit === null || drawn !== null || results === null ? null : edit.begin}
        onClear={edit.clear}
        onTyped={edit.typed}
        onCancel={edit.cancel}
      />
      <nav className='sheet-tabs' aria-label={tell('grid.sheets')}>
        {opened.sheets.map((each, i) => (
          <button
            key={each.name}
            type='button'
            aria-current={i === sheet ? 'true' : undefined}
            className='sheet-tab'
            onClick={() => onStand({ sheet: i, active: { row: 1, column: 1 }, boxes: [] }, null)}
          >
            {each.name}
            {each.visibility !== 'visible' && <span className='quiet'>{tell('grid.hidden')}</span>}
            {marks.has(each.name) && <span className='count'>{marks.get(each.name)?.marks.length.toLocaleString('en')}</span>}
          </button>
        ))}
        {proposed.map((each, i) => (
          <button
            key={`+${each.sheet}`}
            type='button'
            aria-current={opened.sheets.length + i === sheet ? 'true' : undefined}
            className='sheet-tab proposed'
            onClick={() => onStand({ sheet: opened.sheets.length + i, active: { row: 1, column: 1 }, boxes: [] }, null)}
          >
            {each.sheet}
            <span className='quiet'>{tell('grid.to-be-added')}</span>
          </button>
        ))}
      </nav>
    </div>
  )
}
