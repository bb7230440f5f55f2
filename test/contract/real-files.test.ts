/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '../excel-host/web-globals'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connectClient } from '../excel-host/client'
import { EmulatedExcel } from '../excel-host/excel'
import { emulatedFile } from '../excel-host/state'
import { ACCEPTANCE } from '../workbooks/acceptance'
import { workbook } from '../workbooks/workbook'
import { MERGED_BOOKS } from './merged-books'
import { readThreeWays, reportOf } from './three-ways'
import { differences, verdictsOf } from './verdicts'

/** Folders of workbooks to be gone through by hand: PLANCHECK_WORKBOOKS=folder:folder. */
const BY_HAND = (process.env['PLANCHECK_WORKBOOKS'] ?? '').split(':').filter(folder => folder !== '')

const FILES: readonly (readonly [string, () => Uint8Array])[] = [
  ...['samples', ...BY_HAND].flatMap(folder => readdirSync(folder).filter(name => name.endsWith('.xlsx')).map(name => [join(folder, name), () => new Uint8Array(readFileSync(join(folder, name)))] as const)),
  ...ACCEPTANCE.flatMap(({ id, tags, file }) => ('book' in file && file.name.endsWith('.xlsx') ? [[`${id} ${tags.join(', ')}`, () => workbook(file.book)] as const] : [])),
  ...Object.entries(MERGED_BOOKS).map(([name, { book }]) => [name, () => workbook(book)] as const),
]

let put: (excel: EmulatedExcel) => void

beforeAll(async () => {
  const excel = new EmulatedExcel()
  // The client learns at the start what the host has.
  excel.file = emulatedFile(() => new Uint8Array(0))
  put = await connectClient(excel)
})

describe('the same workbook, the same report: as a file, in Excel as a file, in Excel cell by cell', () => {
  test('there are enough of them', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(40)
  })

  test.each(FILES)('%s', async (name, bytes) => {
    const { file, byFile, byCells } = await readThreeWays(bytes(), name, put)
    const report = reportOf(file)
    expect(reportOf(byFile)).toEqual(report)
    expect(looksOf(byCells)).toEqual(looksOf(file))
    expect(byCells.notices.map(({ key }) => key)).toContain('notice.by-cells')
    // Blanks that may belong to the cell above are unknown; nothing is told otherwise.
    expect(differences(report, reportOf(byCells))).toEqual([])
  })

  test.each(Object.entries(MERGED_BOOKS))('cell by cell %s is unknown', async (name, { book, target, community }) => {
    const { byCells } = await readThreeWays(workbook(book), name, put)
    expect(verdictsOf(reportOf(byCells)).get(`${community} ${target}`)).toBe('unknown')
  })
})

/** Number formats that show other digits, where something stands, and rows that are struck out. */
function looksOf({ sheets }: Awaited<ReturnType<typeof readThreeWays>>['file']): unknown {
  return sheets.filter(sheet => sheet.kind === 'worksheet').map(sheet => ({
    struck: [...(sheet.struckRows ?? [])].sort((a, b) => a - b),
    formats: sheet.rows.flatMap((row, r) => row.flatMap((value, c) => {
      const run = value === null ? undefined : sheet.formats?.get(c + 1)?.find(({ from, to }) => from <= r + 1 && to >= r + 1)
      return run === undefined ? [] : [`${String(r + 1)},${String(c + 1)} ${run.format}`]
    })),
  }))
}
