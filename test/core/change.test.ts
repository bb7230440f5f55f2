import { cellError, isBlank, sameContent } from '../../src/core/cell'
import type { CellContent, CellValue } from '../../src/core/cell'
import { undoOf } from '../../src/core/change'
import type { Change } from '../../src/core/change'

test.each<[CellContent, CellContent, boolean]>([
  [null, '', true],
  [null, 0, false],
  ['1', 1, false],
  [cellError('#N/A'), cellError('#N/A'), true],
  [cellError('#N/A'), '#N/A', false],
  [{ formula: '=A1', value: 1 }, { formula: '=A1', value: 2 }, true],
  [{ formula: '=A1', value: 1 }, 1, false],
  [{ formula: '=A1', value: 1 }, { formula: '=A2', value: 1 }, false],
])('%j and %j: same content is %p', (a, b, same) => {
  expect(sameContent(a, b)).toBe(same)
  expect(sameContent(b, a)).toBe(same)
})

test.each<[CellValue | undefined, boolean]>([[null, true], [undefined, true], ['', true], [' \u3000\n', true], [0, false], [false, false], ['无', false], [cellError('#REF!'), false]])('%j is blank: %p', (value, blank) => {
  expect(isBlank(value)).toBe(blank)
})

test('undo takes the steps back in reverse, each before and after swapped', () => {
  const changes: Change[] = [
    { kind: 'add-sheet', sheet: '预算' },
    { kind: 'cell', sheet: '预算', cell: 'A1', before: null, after: '合计' },
    { kind: 'name', name: 'AsOf', before: null, after: '预算!$A$1' },
  ]
  const undo = undoOf(changes)
  expect(undo).toEqual([
    { kind: 'name', name: 'AsOf', before: '预算!$A$1', after: null },
    { kind: 'cell', sheet: '预算', cell: 'A1', before: '合计', after: null },
    { kind: 'remove-sheet', sheet: '预算' },
  ])
  expect(undoOf(undo)).toEqual(changes)
})
