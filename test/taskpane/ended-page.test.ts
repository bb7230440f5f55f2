import { renderHook } from '@testing-library/react'
import { useReadingMark, viewAfterEnd } from '../../taskpane/ended-page'
import { START } from '../../taskpane/state'
import type { View } from '../../taskpane/state'
import { browserStorage } from '../../taskpane/storage'

const reading: View = { at: 'reading', name: 'a.xlsx', progress: null, step: 'cells', waiting: false, before: null }

/** The storage of a tab, as a new page of the same tab finds it. */
function tab() {
  const held = new Map<string, string>()
  const kept = { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => { held.set(key, value) } }
  return () => browserStorage(() => kept)
}

test('a page that ended while a workbook was read says so when it comes again, once', () => {
  const open = tab()
  renderHook(() => { useReadingMark(reading, open()) })
  expect(viewAfterEnd(open())).toEqual({ at: 'failed', problem: { code: 'page-ended', params: {} }, before: null })
  expect(viewAfterEnd(open())).toBe(START)
})

test('of several workbooks in a page the mark stands until the last of them is read', () => {
  const open = tab(), kept = open()
  const mark = () => renderHook((view: View) => { useReadingMark(view, kept) }, { initialProps: reading as View })
  const one = mark(), other = mark()
  one.rerender(START)
  expect(viewAfterEnd(open())).toMatchObject({ at: 'failed' })
  other.rerender(reading)
  other.rerender(START)
  expect(viewAfterEnd(open())).toBe(START)
})

test('a reading that came to its end leaves no mark, nor does a page that is left or loaded again', () => {
  const open = tab()
  const first = open(), { rerender } = renderHook((view: View) => { useReadingMark(view, first) }, { initialProps: reading as View })
  rerender(START)
  expect(viewAfterEnd(open())).toBe(START)
  rerender(reading)
  dispatchEvent(new Event('pagehide'))
  expect(viewAfterEnd(open())).toBe(START)
})
