/** @jest-environment node */
import fc from 'fast-check'
import { areaNamed } from '../../src/core/area'
import { marksBySheet, marksIn, marksOn } from '../../taskpane/grid/marks'
import { moved, shapeOf } from '../../taskpane/grid/sheet-shape'
import type { SheetOutline } from '../../taskpane/shown'
import { finding, opened } from './fixture'

const plain = opened.sheets[0] as SheetOutline
const outline = (change: Partial<SheetOutline> = {}): SheetOutline => ({ ...plain, merges: [], ...change })

describe('sizes', () => {
  test('rows and columns start where those before them end', () => {
    const shape = shapeOf(
      outline({ rowHeights: new Map([[1, 30]]), hiddenRows: new Set([2]), columnWidths: new Map([[1, 5]]), hiddenColumns: new Set([2]) }),
    )
    expect([1, 2, 3, 4].map(shape.rowStart)).toEqual([0, 40, 40, 62])
    expect([1, 2, 3].map(shape.columnStart)).toEqual([0, 42, 42])
  })

  test('the row at a pixel is the one that covers it', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 }), fc.nat(2000), (heights, y) => {
      const shape = shapeOf(outline({ rows: heights.length, rowHeights: new Map(heights.map((height, i) => [i + 1, height])) }))
      const row = shape.rowAtPixel(y)
      expect(shape.rowStart(row)).toBeLessThanOrEqual(y)
      if (row < shape.rows) expect(shape.rowStart(row + 1)).toBeGreaterThan(y)
    }))
  })

  test('the longest sheet that there can be still fits into what a browser draws', () => {
    const shape = shapeOf(outline({ rows: 1_048_576, rowHeights: new Map(Array.from({ length: 200_000 }, (_, i) => [i + 1, 400])) }))
    expect(shape.rowStart(shape.rows + 1)).toBeLessThan(33_000_000)
    expect(shape.rowHeight(9)).toBeGreaterThan(15)
  })

  test('a merged area is found from any of its rows', () => {
    const shape = shapeOf(outline({ merges: [{ top: 1, left: 1, bottom: 40, right: 2 }, { top: 5, left: 4, bottom: 6, right: 5 }] }))
    expect(shape.mergeAt(40, 2)?.top).toBe(1)
    expect(shape.mergeAt(41, 2)).toBeUndefined()
    expect(shape.mergesIn(6, 30)).toHaveLength(2)
    expect(shape.mergesIn(7, 30)).toHaveLength(1)
  })
})

describe('keys', () => {
  const shape = shapeOf(outline({ rows: 100, columns: 8, hiddenRows: new Set([3]), merges: [{ top: 5, left: 2, bottom: 6, right: 4 }] }))
  test.each([
    ['down', { row: 1, column: 1 }, 'ArrowDown', false, { row: 2, column: 1 }],
    ['over a hidden row', { row: 2, column: 1 }, 'ArrowDown', false, { row: 4, column: 1 }],
    ['into a merged area means its first cell', { row: 4, column: 3 }, 'ArrowDown', false, { row: 5, column: 2 }],
    ['out of a merged area, past its end', { row: 5, column: 2 }, 'ArrowDown', false, { row: 7, column: 2 }],
    ['right, past the merged area', { row: 5, column: 2 }, 'ArrowRight', false, { row: 5, column: 5 }],
    ['no further than the first row', { row: 1, column: 1 }, 'ArrowUp', false, { row: 1, column: 1 }],
    ['to the last used row', { row: 1, column: 1 }, 'ArrowDown', true, { row: 100, column: 1 }],
    ['a page', { row: 1, column: 1 }, 'PageDown', false, { row: 21, column: 1 }],
    ['home of the row', { row: 9, column: 5 }, 'Home', false, { row: 9, column: 1 }],
    ['home of the sheet', { row: 9, column: 5 }, 'Home', true, { row: 1, column: 1 }],
    ['end of the sheet', { row: 9, column: 5 }, 'End', true, { row: 100, column: 8 }],
    ['another key stays the page\'s', { row: 9, column: 5 }, 'F6', false, null],
  ])('%s', (_name, from, key, whole, to) => {
    expect(moved(from, key, whole, 20, shape, { rows: 100, columns: 8 })).toEqual(to)
  })
})

describe('marks', () => {
  test('the worst finding of a cell comes first', () => {
    const marks = marksBySheet([finding(0, 'a', 'info', 'C5'), finding(1, 'b', 'error', 'B2:D9'), finding(2, 'c', 'error', 'C5')]).get('花名册')
    if (marks === undefined) throw new Error('no marks')
    expect(marksOn(marksIn(marks, 5, 5), 5, 3).map(({ finding: number }) => number)).toEqual([2, 1, 0])
    expect(marksOn(marksIn(marks, 9, 9), 9, 3).map(({ finding: number }) => number)).toEqual([1])
    expect(marksIn(marks, 10, 20)).toEqual([])
  })

  test('of a run the cells that lack something are marked, where the finding names them', () => {
    const named = { ...finding(0, 'a', 'error', 'H5:H11'), related: [areaNamed('花名册', 'H6'), areaNamed('用 房', 'H7'), areaNamed('花名册', 'A1')] }
    expect(marksBySheet([named]).get('花名册')?.marks.map(({ box }) => box.top)).toEqual([6])
  })

  test('a finding about no cell marks none', () => {
    expect(marksBySheet([finding(0, 'a', 'error', null)]).size).toBe(0)
  })

  test('marks in view are those that a look at every mark would find', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.nat(30)), { maxLength: 30 })
    fc.assert(fc.property(runs, fc.integer({ min: 1, max: 90 }), fc.nat(20), (pairs, top, height) => {
      const marks = marksBySheet(pairs.map(([from, more], i) => finding(i, 'a', 'error', `C${from}:C${from + more}`))).get('花名册') ?? { marks: [], tallest: 0 }
      const expected = marks.marks.filter(({ box }) => box.top <= top + height && box.bottom >= top)
      expect(marksIn(marks, top, top + height)).toEqual(expected)
    }))
  })
})
