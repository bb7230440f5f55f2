import { useEffect } from 'react'
import { START } from './state'
import type { View } from './state'
import type { Kept } from './storage'

const MARK = 'plancheck.reading'

/**
 * Where a worker's memory runs out, Chromium ends the whole page, and nothing on it can say so. A mark in the tab's own storage outlives that:
 * it counts the workbooks that are read, and whoever leaves or reloads the page takes it away.
 * @param kept the storage of the tab
 * @returns the view to begin with
 */
export function viewAfterEnd(kept: Kept): View {
  if ((kept.getItem(MARK) ?? '') === '') return START
  kept.setItem(MARK, '')
  return { at: 'failed', problem: { code: 'page-ended', params: {} }, before: null }
}

/** Keeps the mark as long as a workbook is read or judged. */
export function useReadingMark(view: View, kept: Kept): void {
  const isWorking = view.at === 'reading' || (view.at === 'results' && view.busy)
  useEffect(() => {
    if (!isWorking) return
    const count = (more: number) => {
      const reading = Math.max(0, Number(kept.getItem(MARK) ?? '') + more)
      kept.setItem(MARK, reading === 0 ? '' : String(reading))
    }
    const clear = () => { kept.setItem(MARK, '') }
    count(1)
    addEventListener('pagehide', clear)
    return () => {
      removeEventListener('pagehide', clear)
      count(-1)
    }
  }, [isWorking, kept])
}
