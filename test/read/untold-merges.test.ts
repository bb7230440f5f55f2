import { check } from '../../src/check'
import type { CellValue } from '../../src/core/cell'
import { isBlank } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import type { ColumnKey, TableReading } from '../../src/core/reading'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { defaultPolicy as policy } from '../../src/policies'
import { readSnapshot } from '../../src/read'
import { withPossibleMerges } from '../../src/read/possible-merges'
import { differences } from '../contract/verdicts'
import { series } from '../workbooks/people'
import { quirkyWorkbook } from '../workbooks/quirks'

const MERGED: readonly ColumnKey[] = ['community', 'employment', 'politics', 'education', 'status', 'remark', 'usableArea', 'area', 'builtArea']

/** The same workbook with some runs of cells merged: the value stands in the first, the others are blank. */
function merged(snapshot: Snapshot, draw: () => number): Snapshot {
  const { tables } = readSnapshot(snapshot)
  const of = (sheet: SheetSnapshot): TableReading[] => tables.filter(table => table.sheet === sheet.name && table.turned !== true)
  return { ...snapshot, sheets: snapshot.sheets.map(sheet => of(sheet).reduce((now, table) => mergedTable(now, table, draw), sheet)) }
}

function mergedTable(sheet: SheetSnapshot, { columns, body, skipped }: TableReading, draw: () => number): SheetSnapshot {
  if (body === null) return sheet
  const rows: CellValue[][] = sheet.rows.map(row => [...row]), merges: Box[] = [...(sheet.merges ?? [])]
  const stops = new Set(skipped.map(({ row }) => row))
  for (const { key, column } of columns) {
    if (key === null || !MERGED.includes(key) || draw() < 0.6) continue
    for (let top = body.top; top < body.bottom; ) {
      let bottom = Math.min(body.bottom, top + 1 + Math.floor(draw() * 5))
      for (let row = top; row <= bottom; row++) if (stops.has(row)) bottom = row - 1
      if (bottom > top && draw() < 0.5 && !isBlank(rows[top - 1]?.[column - 1])) {
        for (let row = top + 1; row <= bottom; row++) {
          const cells = rows[row - 1]
          if (cells !== undefined && column <= cells.length) cells[column - 1] = null
        }
        merges.push({ top, bottom, left: column, right: column })
      }
      top = Math.max(bottom, top) + 1
    }
  }
  return { ...sheet, rows, merges }
}

/** As a host has it that cannot tell merged areas. */
function untold(snapshot: Snapshot): Snapshot {
  return { ...snapshot, sheets: snapshot.sheets.map(({ merges: _merges, ...sheet }) => ({ ...sheet, untold: new Set(['merges'] as const) })) }
}

test.each(Array.from({ length: 150 }, (_each, seed) => seed))('whatever is merged, a host that cannot tell gives no other verdict: workbook %d', seed => {
  const file = merged(quirkyWorkbook(seed).snapshot, series(seed + 1))
  expect(differences(check(file, { policy, file: 'x' }), check(untold(file), { policy, file: 'x' }))).toEqual([])
})

test('where no blank stands under a value, nothing hangs on merges, and the workbook is read once', () => {
  const rows = [['姓名', '所属社区', '学历', '人员类别'], ['甲测', '三水社区', '本科', '正式'], ['乙测', '三水社区', '大专', '聘用']]
  const sheet: SheetSnapshot = { name: '表', kind: 'worksheet', visibility: 'visible', rows, formulas: new Map(), isProtected: false, tables: [], untold: new Set(['merges']) }
  const snapshot: Snapshot = { name: 'x', dateSystem: 1900, sheets: [sheet], names: [], notices: [] }
  expect(withPossibleMerges(snapshot, readSnapshot(snapshot))).toBeNull()
})
