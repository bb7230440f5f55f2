import type { Change, SheetLayout } from '../../src/core/change'
import { newWorkbookBytes, openWorkbook } from '../../src/hosts/xlsx/node'
import { buildZip, partText, zipParts } from './package-builder'

const MARK = '_plancheck.sheet.findings', SHEET = 'xl/worksheets/sheet1.xml'
const set = (cell: string, before: string | null, after: string | null, sheet = '清单'): Change => ({ kind: 'cell', sheet, cell, before, after })
const layout = (row: number): SheetLayout => ({
  frozenRows: row, printTitleRows: [row, row], columnWidths: { 1: 12 },
  styles: [{ box: { top: row, left: 1, bottom: row, right: 2 }, style: { bold: true } }],
})
const added: readonly Change[] = [
  { kind: 'add-sheet', sheet: '清单', layout: layout(2) }, set('A1', null, '题'), set('A2', null, '项'), set('B2', null, '说明'),
  { kind: 'add-sheet', sheet: '表' }, set('A1', null, '人写的', '表'),
  { kind: 'name', name: MARK, before: null, after: '清单!$A$1', hidden: true },
]
const dressed: readonly Change[] = [
  { kind: 'dress-sheet', sheet: '清单', mark: MARK, layout: layout(3) },
  set('A1', '题', '题'), set('A2', '项', null), set('B2', '说明', null), set('A3', null, '项'),
]

/** A file with a sheet of the program, changed by hand. */
async function book(change: (parts: Record<string, string>) => void): Promise<ReturnType<typeof openWorkbook>> {
  const bytes = await newWorkbookBytes([...added])
  const parts = Object.fromEntries([...zipParts(bytes).keys()].map(name => [name, partText(bytes, name)]))
  change(parts)
  return openWorkbook(buildZip(parts), '社区.xlsx')
}

test('print titles and frozen rows are those of the new look, once; the chosen tab stays chosen', async () => {
  const workbook = await book(() => undefined)
  expect(await workbook.apply(dressed)).toMatchObject({ outcome: 'applied', skipped: [], notices: [] })
  const names = [...partText(workbook.bytes, 'xl/workbook.xml').matchAll(/<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)</g)].map(([, refersTo]) => refersTo)
  expect(names).toEqual(['清单!$3:$3'])
  const xml = partText(workbook.bytes, SHEET)
  expect([xml.includes('ySplit="3"'), xml.includes('tabSelected="1"'), xml.includes('<dimension ref="A1:B3"/>')]).toEqual([true, true, true])
})

test('what somebody put on the sheet stays: a drawing, comments', async () => {
  const relations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>'
  const workbook = await book(parts => {
    parts['xl/worksheets/_rels/sheet1.xml.rels'] = relations
    parts['xl/drawings/drawing1.xml'] = '<wsDr/>'
    parts['xl/drawings/vmlDrawing1.vml'] = '<xml/>'
    parts[SHEET] = (parts[SHEET] ?? '').replace('</worksheet>', '<drawing r:id="rId7"/><legacyDrawing r:id="rId8"/></worksheet>')
  })
  expect(await workbook.apply(dressed)).toMatchObject({ outcome: 'applied' })
  const xml = partText(workbook.bytes, SHEET)
  expect(xml.slice(xml.indexOf('<pageSetup'))).toMatch(/^<pageSetup [^>]*\/><drawing r:id="rId7"\/><legacyDrawing r:id="rId8"\/><\/worksheet>$/)
  expect(partText(workbook.bytes, 'xl/worksheets/_rels/sheet1.xml.rels')).toBe(relations)
})

test('no part but the sheet and the workbook is another one', async () => {
  const workbook = await book(() => undefined), before = zipParts(workbook.bytes)
  await workbook.apply(dressed)
  const after = zipParts(workbook.bytes)
  expect([...after].filter(([name, part]) => before.get(name)?.plain.equals(part.plain) !== true).map(([name]) => name).sort()).toEqual(['xl/workbook.xml', SHEET])
})
