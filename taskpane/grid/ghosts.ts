import { useMemo } from 'react'
import { isCellError, isFormula } from '../../src/core/cell'
import { cellKey, parseBox } from '../../src/core/place'
import type { Preview } from '../preview'
import type { ProposedSheet } from '../proposal-view'
import type { ResultsView } from '../state'

const NO_GHOSTS: ReadonlyMap<number, string> = new Map()
const NO_SHEETS: readonly ProposedSheet[] = []

/** The proposal that is on the screen, to be seen in the sheet before it is written. */
export function shownPreview(results: ResultsView | null): Preview | null {
  if (results === null) return null
  return results.tab === 'fill' ? results.fill : results.tab === 'findings' && results.proposed.plan !== null ? results.proposed : null
}

/** Sheets that the proposal on the screen adds: they have tabs before they are there. */
export function proposedSheets(preview: Preview | null): readonly ProposedSheet[] {
  const out = new Set(preview?.leftOut)
  return preview?.plan?.sheets.filter(sheet => sheet.isNew && !sheet.lines.every(line => out.has(line.number))) ?? NO_SHEETS
}

/** What the proposal would write into a sheet that is there, by `cellKey`. */
export function useGhosts(preview: Preview | null, sheet: string): ReadonlyMap<number, string> {
  const plan = preview?.plan, leftOut = preview?.leftOut
  return useMemo(() => {
    const lines = plan?.sheets.find(each => each.sheet === sheet && !each.isNew)?.lines
    if (lines === undefined) return NO_GHOSTS
    const ghosts = new Map<number, string>(), out = new Set(leftOut)
    for (const { number, cell, after } of lines) {
      const box = parseBox(cell), value = isFormula(after) ? after.value : after
      if (box === null || out.has(number) || value === null || isCellError(value)) continue
      ghosts.set(cellKey(box.top, box.left), typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value))
    }
    return ghosts
  }, [plan, leftOut, sheet])
}
