import fc from 'fast-check'
import { cellKey, keyColumn, keyRow } from '../../src/core/place'
import { bands, cellCount, halves, trips } from '../../src/hosts/office/blocks'
import { contentOf, formulaOf, valueOf } from '../../src/hosts/office/contents'
import { entryFor } from '../../src/hosts/office/entries'
import { asHostError } from '../../src/hosts/office/errors'
import { sections } from '../../src/hosts/office/paper'
import { needsText } from '../../src/hosts/office/needs-text'
import { keysOf, readingBoxes, rectangles } from '../../src/hosts/office/rectangles'
import { addressChunks } from '../../src/hosts/office/reveal'
import { typed } from '../excel-host/typing'

const box = fc
  .record({
    top: fc.integer({ min: 1, max: 500 }),
    left: fc.integer({ min: 1, max: 60 }),
    rows: fc.integer({ min: 1, max: 200 }),
    columns: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ top, left, rows, columns }) => ({ top, left, bottom: top + rows - 1, right: left + columns - 1 }))
const keys = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 })).map(([row, column]) => cellKey(row, column)),
  { maxLength: 120 },
)

describe('blocks', () => {
  test('bands cover a box exactly, none too large', () => {
    fc.assert(fc.property(box, fc.integer({ min: 1, max: 3000 }), (whole, most) => {
      const cut = bands(whole, most)
      expect(cut.reduce((sum, each) => sum + cellCount(each), 0)).toBe(cellCount(whole))
      expect(cut.every(each => cellCount(each) <= most)).toBe(true)
    }))
  })

  test('trips keep every block once, in order, and hold at most so many cells unless one block is larger', () => {
    fc.assert(fc.property(fc.array(box, { maxLength: 30 }), boxes => {
      const blocks = boxes.map((each, n) => ({ sheetId: String(n), box: each }))
      const packed = trips(blocks, 4000)
      expect(packed.flat()).toEqual(blocks)
      for (const trip of packed) expect(trip.length === 1 || trip.reduce((sum, each) => sum + cellCount(each.box), 0) <= 4000).toBe(true)
    }))
  })

  test('halving again and again ends at single cells and loses none', () => {
    const cells = (trip: readonly { sheetId: string; box: Parameters<typeof cellCount>[0] }[]): number => {
      const two = halves(trip)
      return two === null ? trip.reduce((sum, each) => sum + cellCount(each.box), 0) : cells(two[0]) + cells(two[1])
    }
    expect(cells([{ sheetId: 'a', box: { top: 1, left: 1, bottom: 7, right: 5 } }, { sheetId: 'b', box: { top: 3, left: 3, bottom: 3, right: 3 } }])).toBe(36)
  })
})

describe('rectangles', () => {
  test('cover exactly the cells given, each once', () => {
    fc.assert(fc.property(keys, wanted => {
      const covered = rectangles(wanted).flatMap(each => [...keysOf(each)])
      expect(covered.sort((a, b) => a - b)).toEqual([...wanted].sort((a, b) => a - b))
    }))
  })

  test('boxes for reading hold every cell, and not more than eight times as many', () => {
    fc.assert(fc.property(keys, wanted => {
      const boxes = readingBoxes(wanted, 5000)
      for (const key of wanted)
        expect(
          boxes.some(
            each => keyRow(key) >= each.top && keyRow(key) <= each.bottom && keyColumn(key) >= each.left && keyColumn(key) <= each.right,
          ),
        ).toBe(true)
      expect(boxes.reduce((sum, each) => sum + cellCount(each), 0)).toBeLessThanOrEqual(Math.max(64 * boxes.length, wanted.length * 8))
    }))
  })

  test('a column is one box, a full block is one box', () => {
    expect(rectangles(keysOf({ top: 2, left: 3, bottom: 9, right: 3 }))).toEqual([{ top: 2, left: 3, bottom: 9, right: 3 }])
    expect(rectangles(keysOf({ top: 2, left: 3, bottom: 9, right: 7 }))).toEqual([{ top: 2, left: 3, bottom: 9, right: 7 }])
  })
})

describe('texts', () => {
  test.each(['007', '990101199001010012', '1-2', '3月5日', '２０２３', '二〇二三年', '45%', '=A1', '+1', '-x', '@a', "'x", '#N/A', 'TRUE', '真', '¥5', ' =1'])('%s could be taken for something else', text => {
    expect(needsText(text)).toBe(true)
  })

  test.each(['河南社区', '甲', 'formal', '（空）', '合计：'])('%s cannot', text => {
    expect(needsText(text)).toBe(false)
  })

  test('whatever a host that takes strings as typed does, a text comes out as itself', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.constantFrom('General', '@', '0.00', 'yyyy/m/d'), (text, standing) => {
      const write = entryFor(1, text, undefined, standing)
      expect(typed(write.entry, write.format ?? standing, 1900)).toMatchObject({ value: text })
    }), { numRuns: 2000 })
  })

  test('an undo with a number format keeps the text as well', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.constantFrom('General', '@', '0.00'), fc.constantFrom('General', '@'), (text, wanted, standing) => {
      const write = entryFor(1, text, wanted, standing)
      expect([write.format ?? standing, typed(write.entry, write.format ?? standing, 1900).value]).toEqual([wanted, text])
    }), { numRuns: 2000 })
  })
})

test.each([
  ['', 'Empty', '', null], ['', 'String', '=""', { formula: '=""', value: '' }], ['#N/A', 'Error', '#N/A', { error: '#N/A' }], ['#N/A', 'String', '#N/A', '#N/A'], [3, 'Double', '=1+2', { formula: '=1+2', value: 3 }],
  ['=1+2', 'String', '=1+2', '=1+2'], ['=', 'String', '=', '='], [true, 'Boolean', true, true],
] as const)('a cell with %j of type %s and formula %j', (value, type, formula, content) => {
  expect(contentOf(formula, value, type)).toEqual(content)
  expect(formulaOf(formula, value, type) === null ? valueOf(value, type) : null).toEqual(typeof content === 'object' && content !== null && 'formula' in content ? null : content)
})

test.each([['&L左&C中&R右', { left: '左', center: '中', right: '右' }], ['第 &P 页', { left: '', center: '第 &P 页', right: '' }], ['&R&P', { left: '', center: '', right: '&P' }]])('the footer %s apart', (text, parts) => {
  expect(sections(text)).toEqual(parts)
})

test('lists of areas are cut without losing one', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `B${a}:C${b}`), { minLength: 1 }), fc.integer({ min: 10, max: 60 }), (areas, longest) => {
    const chunks = addressChunks(areas.join(','), longest)
    expect(chunks.join(',').split(',')).toEqual(areas)
    expect(chunks.every(chunk => chunk.length <= longest)).toBe(true)
  }))
})

test.each([
  ['InvalidOperationInCellEditMode', 'cell-edit-mode'], ['AccessDenied', 'access-denied'], ['ItemNotFound', 'item-missing'], ['ResponsePayloadSizeLimitExceeded', 'payload-too-large'], ['InvalidSelection', 'other-workbook'], ['ApiNotFound', 'host-too-old'], ['SomethingNew', 'host-failed'],
])('%s is told as %s', (code, told) => {
  expect(asHostError({ code })).toMatchObject({ name: 'HostError', code: told })
})

test('an error that is not from Office comes out as it is', () => {
  const defect = new TypeError('a defect')
  expect(asHostError(defect)).toBe(defect)
})
