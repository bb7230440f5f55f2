import { useCallback, useEffect, useMemo, useState } from 'react'
import { isCellError, isFormula } from '../../src/core/cell'
import { cellKey, cellName, parseBox } from '../../src/core/place'
import type { Box } from '../../src/core/place'
import { say } from '../../src/messages'
import type { Checker } from '../checker'
import type { CellInFull, Opened } from '../shown'
import type { ResultsView } from '../state'
import { useWords } from '../views/words'
import { NO_MARKS, marksBySheet, marksIn, marksOn } from './marks'
import type { Mark } from './marks'
import { SheetGrid } from './SheetGrid'
import type { GridPosition } from './sheet-shape'

/** Which cells the sheet shows and stands on. */
export interface Standing {
  readonly sheet: number
  readonly active: GridPosition
  readonly boxes: readonly Box[]
}

export interface WorkbookProps {
  readonly checker: Checker
  readonly opened: Opened
  /** `null` while the first check runs: the sheet is shown before it is judged. */
  readonly results: ResultsView | null
  readonly standing: Standing
  readonly onStand: (standing: Standing, finding: number | null) => void
  readonly onShowFinding: (finding: number) => void
}

/** The sheet with its tabs, and a line that says what the current cell holds and what is wrong with it. */
export default function Workbook({ checker, opened, results, standing, onStand, onShowFinding }: WorkbookProps) {
  const { tell, language } = useWords()
  const findings = results?.report.findings
  const marks = useMemo(() => marksBySheet(findings ?? []), [findings])
  const outline = opened.sheets[standing.sheet]
  const sheetMarks = marks.get(outline?.name ?? '') ?? NO_MARKS
  const { active } = standing
  const ghosts = useGhosts(results, outline?.name ?? '')
  const on = marksOn(marksIn(sheetMarks, active.row, active.row), active.row, active.column)
  const tip = useCallback((mark: Mark) => {
    const finding = findings?.[mark.finding]
    return finding === undefined ? '' : say(finding.message, language)
  }, [findings, language])
  const move = (to: GridPosition) => {
    const found = marksOn(marksIn(sheetMarks, to.row, to.row), to.row, to.column)
    onStand({ sheet: standing.sheet, active: to, boxes: [] }, found[0]?.finding ?? null)
  }
  return (
    <>
      <CellLine checker={checker} opened={opened} standing={standing}>
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
      <SheetGrid
        checker={checker}
        opened={opened}
        sheet={standing.sheet}
        marks={sheetMarks}
        active={active}
        boxes={standing.boxes}
        ghosts={ghosts}
        tip={tip}
        onMove={move}
      />
      <nav className='sheet-tabs' aria-label={tell('grid.sheets')}>
        {opened.sheets.map((sheet, i) => (
          <button
            key={sheet.name}
            type='button'
            aria-current={i === standing.sheet ? 'true' : undefined}
            className='sheet-tab'
            onClick={() => onStand({ sheet: i, active: { row: 1, column: 1 }, boxes: [] }, null)}
          >
            {sheet.name}
            {sheet.visibility !== 'visible' && <span className='quiet'>{tell('grid.hidden')}</span>}
            {marks.has(sheet.name) && <span className='count'>{marks.get(sheet.name)?.marks.length.toLocaleString('en')}</span>}
          </button>
        ))}
      </nav>
    </>
  )
}

const NO_GHOSTS: ReadonlyMap<number, string> = new Map()

/** What the fill would write into this sheet, while its screen is open. */
function useGhosts(results: ResultsView | null, sheet: string): ReadonlyMap<number, string> {
  const plan = results?.tab === 'fill' ? results.fill.plan : null, leftOut = results?.fill.leftOut
  return useMemo(() => {
    const lines = plan?.sheets.find(each => each.sheet === sheet && !each.isNew)?.lines
    if (lines === undefined) return NO_GHOSTS
    const ghosts = new Map<number, string>()
    for (const { number, cell, after } of lines) {
      const box = parseBox(cell), value = isFormula(after) ? after.value : after
      if (box === null || leftOut?.includes(number) === true || value === null || isCellError(value)) continue
      ghosts.set(cellKey(box.top, box.left), typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value))
    }
    return ghosts
  }, [plan, leftOut, sheet])
}

function CellLine({ checker, opened, standing, children }: Pick<WorkbookProps, 'checker' | 'opened' | 'standing'> & { children: React.ReactNode }) {
  const { tell } = useWords()
  const [cell, setCell] = useState<CellInFull | null>(null)
  const { sheet, active: { row, column } } = standing
  useEffect(() => {
    let wanted = true
    checker.call('cell', [sheet, row, column]).then(found => { if (wanted) setCell(found) }, () => { if (wanted) setCell(null) })
    return () => { wanted = false }
  }, [checker, opened, sheet, row, column])
  return (
    <div className="cell-line" aria-label={tell('grid.cell')} role="group">
      <span className="cell-name">{cellName(row, column)}</span>
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
