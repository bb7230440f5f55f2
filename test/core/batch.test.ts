import { isInsideMerge, isSheetName, judgeBatch } from '../../src/core/batch'
import type { WorkbookFacts } from '../../src/core/batch'
import type { CellContent } from '../../src/core/cell'
import type { Change } from '../../src/core/change'
import { cellKey } from '../../src/core/place'

/** One sheet 表 with A1 = 1, B1 locked; a chart sheet 图; a name 单价. */
const facts: WorkbookFacts = {
  sheetNames: ['表', '图'],
  sheet: name =>
    name === '图'
      ? { isWorksheet: false, content: () => null, leaveAlone: () => undefined, filled: () => [] }
      : name === '表'
        ? { isWorksheet: true, content: (row, column) => (row === 1 && column === 1 ? 1 : null), leaveAlone: (row, column) => (row === 1 && column === 2 ? 'skip.protected' : undefined), filled: () => [cellKey(1, 1)] }
        : undefined,
  refersTo: name => (name === '单价' ? '表!$A$1' : null),
}
const set = (cell: string, before: CellContent, after: CellContent, sheet = '表'): Change => ({ kind: 'cell', sheet, cell, before, after })
const add = (sheet: string): Change => ({ kind: 'add-sheet', sheet })
const remove = (sheet: string): Change => ({ kind: 'remove-sheet', sheet })

test.each<[string, Change[], string[]]>([
  ['nothing', [], []],
  ['one good edit', [set('A1', 1, 2)], []],
  ['a chain of edits', [set('A1', 1, 2), set('A1', 2, null), set('A1', null, 'x')], []],
  ['a stale edit', [set('A1', 2, 3)], ['conflict.changed']],
  ['every stale edit is told', [set('A1', 2, 3), set('C1', 5, 3), set('D1', null, 3)], ['conflict.changed', 'conflict.changed']],
  ['blank and empty text are the same', [set('C1', '', 1)], []],
  ['a sheet that is missing', [set('A1', null, 1, '没有')], ['conflict.sheet-missing']],
  ['a chart sheet', [set('A1', null, 1, '图'), remove('图')], ['conflict.not-a-worksheet', 'conflict.not-a-worksheet']],
  ['a range for a cell', [set('A1:B1', null, 1), set('A0', null, 1), set('', null, 1)], ['conflict.cell-name', 'conflict.cell-name', 'conflict.cell-name']],
  ['a new sheet and its cells', [add('新'), set('A1', null, 1, '新'), set('A1', 1, 2, '新')], []],
  ['a new sheet that exists', [add('表')], ['conflict.sheet-exists']],
  ['a new sheet twice in another case', [add('New'), add('NEW')], ['conflict.sheet-exists']],
  ['a sheet emptied and removed, and put in again', [set('A1', 1, null), remove('表'), add('表'), set('A1', null, 9)], []],
  ['a sheet that is not empty', [remove('表')], ['conflict.sheet-not-empty']],
  ['a sheet that the batch itself filled', [set('A1', 1, null), set('C3', null, 1), remove('表')], ['conflict.sheet-not-empty']],
  ['a cell of a sheet that was removed', [set('A1', 1, null), remove('表'), set('A1', null, 1)], ['conflict.sheet-missing']],
  ['names', [{ kind: 'name', name: '单价', before: '表!$A$1', after: null }, { kind: 'name', name: '单价', before: null, after: '2' }, { kind: 'name', name: '单价', before: '表!$A$1', after: null }], ['conflict.name-changed']],
])('%s', (_what, changes, conflicts) => {
  const judged = judgeBatch(changes, facts)
  expect(judged.conflicts.map(conflict => conflict.why)).toEqual(conflicts)
  expect(judged.accepted).toHaveLength(changes.length - conflicts.length)
})

test('a cell to be left alone is skipped each time, its later edits too', () => {
  const changes = [set('B1', null, 1), set('B1', 1, 2), set('C1', null, 3)]
  expect(judgeBatch(changes, facts)).toEqual({ conflicts: [], skipped: changes.slice(0, 2).map(change => ({ change, why: 'skip.protected' })), accepted: changes.slice(2) })
})

test.each([['预算', true], ['a'.repeat(31), true], ['a'.repeat(32), false], ['', false], ['a/b', false], ['a\\b', false], ['a?b', false], ['a*b', false], ['a[b', false], ['a:b', false], ["'a", false], ["a'", false], ["a'b", true]])('sheet name %s: %s', (name, expected) => {
  expect(isSheetName(name)).toBe(expected)
})

test.each([[1, 1, false], [1, 2, true], [2, 1, true], [3, 1, false], [2, 3, false]])('row %i, column %i hidden by the merge A1:B2: %s', (row, column, expected) => {
  expect(isInsideMerge([{ top: 1, left: 1, bottom: 2, right: 2 }], row, column)).toBe(expected)
})
