import type { CellContent } from '../../src/core/cell'
import type { Change, LayoutStyle, SheetLayout } from '../../src/core/change'
import { styleAt } from '../../src/core/snapshot'
import { newWorkbookBytes, openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { buildZip, partText, zipParts } from './package-builder'

const box = (top: number, left: number, bottom: number, right: number): { top: number; left: number; bottom: number; right: number } => ({
  top,
  left,
  bottom,
  right,
})
const set = (cell: string, after: CellContent, format?: string, sheet = '表'): Change => ({ kind: 'cell', sheet, cell, before: null, after, ...(format === undefined ? {} : { format }) })
const make = (layout: SheetLayout, ...cells: Change[]): Promise<Uint8Array> => newWorkbookBytes([{ kind: 'add-sheet', sheet: '表', layout }, ...cells])
const sheetXml = async (layout: SheetLayout, ...cells: Change[]): Promise<string> => partText(await make(layout, ...cells), 'xl/worksheets/sheet1.xml')

/** The order in which the schema wants the children of `worksheet` (ECMA-376 18.3.1.99), as far as we write them. */
const ORDER = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'tableParts']

const everything: SheetLayout = {
  columnWidths: { 2: 12.5, 1: 20 }, rowHeights: { 3: 24 }, merges: [box(1, 1, 1, 3)], frozenRows: 2, frozenColumns: 1, gridLines: false, tabColor: '#C00000', autoFilter: box(2, 1, 9, 3), landscape: true, fitToWidth: true, centered: true,
  margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.7, header: 0.2, footer: 0.3 }, header: '机密', footer: '&L甲&R&P', printTitleRows: [1, 2], printArea: box(1, 1, 9, 3),
  styles: [{ box: box(1, 1, 1, 3), style: { bold: true } }], lists: [{ box: box(3, 1, 9, 1), values: ['正式', '"聘"用'] }],
  validations: [
    { box: box(3, 2, 9, 2), kind: 'list', formula: '参数!$A$1:$A$9', onError: 'warning', promptTitle: '社区', prompt: '选一个' },
    { box: box(3, 3, 9, 3), kind: 'whole', comparison: 'between', formula: '0', formula2: '99', errorTitle: '人数', error: '零到"九十九"' },
    { box: box(3, 4, 9, 4), kind: 'text-length', comparison: 'equal', formula: '18' },
    { box: box(3, 5, 9, 5), kind: 'custom', formula: 'AND(E3>0,E3<>"a")' },
  ],
  conditions: [{ box: box(3, 3, 9, 3), formula: 'C3<0', style: { fill: '#FFC7CE', color: '#9C0006', bold: true }, stop: true }, { box: box(3, 2, 9, 2), formula: 'B3=""', style: { italic: true } }],
  tables: [{ name: '名单', box: box(11, 1, 12, 2), columns: [{ name: '甲' }, { name: '乙' }] }],
}

test('the elements of a new sheet stand in the order of the schema', async () => {
  const xml = await sheetXml(everything, set('A11', '甲'), set('B11', '乙'))
  const names = [...xml.matchAll(/<(\w+)[ >/]/g)].map(match => match[1] ?? '').filter(name => ORDER.includes(name))
  const order = [...new Set(names)]
  expect(order).toEqual(ORDER)
})

test.each<[string, string]>([
  ['tab colour and fit to width', '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'],
  ['frozen panes, no grid lines, shown first', '<sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>'],
  ['column widths in order', '<cols><col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="12.5" customWidth="1"/></cols>'],
  ['a height of a row without cells', '<row r="3" ht="24" customHeight="1"></row>'],
  ['a merge', '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'],
  ['a list, its quotes doubled', 'sqref="A3:A9"><formula1>"正式,""聘""用"</formula1>'],
  ['a list from cells, that warns and prompts', '<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="社区" prompt="选一个" sqref="B3:B9"><formula1>参数!$A$1:$A$9</formula1></dataValidation>'],
  ['whole numbers between', '<dataValidation type="whole" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="人数" error="零到&quot;九十九&quot;" sqref="C3:C9"><formula1>0</formula1><formula2>99</formula2></dataValidation>'],
  ['a length of text', 'type="textLength" operator="equal"'],
  ['a condition of one\'s own', 'type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="E3:E9"><formula1>AND(E3&gt;0,E3&lt;&gt;"a")</formula1>'],
  ['conditional formats by strength', '<cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><formula>C3&lt;0</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B3:B9"><cfRule type="expression" dxfId="1" priority="2"><formula>B3=""</formula></cfRule>'],
  ['centred between the margins', '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.4" top="0.6" bottom="0.7" header="0.2" footer="0.3"/>'],
  ['A4 landscape', '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'],
  ['header and footer', '<headerFooter><oddHeader>&amp;C机密</oddHeader><oddFooter>&amp;L甲&amp;R&amp;P</oddFooter></headerFooter>'],
])('%s', async (_what, expected) => {
  expect(await sheetXml(everything, set('A11', '甲'), set('B11', '乙'))).toContain(expected)
})

test('print titles, print area and filter are names of the sheet', async () => {
  expect((await readWorkbookBytes(await make(everything), 'x.xlsx')).names).toEqual([
    { name: '_xlnm._FilterDatabase', refersTo: '表!$A$2:$C$9', sheet: '表', hidden: true }, { name: '_xlnm.Print_Area', refersTo: '表!$A$1:$C$9', sheet: '表' }, { name: '_xlnm.Print_Titles', refersTo: '表!$1:$2', sheet: '表' },
  ])
})

test.each<[string, LayoutStyle, string]>([
  ['font, size, colour', { font: '黑体', size: 16, bold: true, color: '#1F4E79' }, '<font><b/><sz val="16"/><color rgb="FF1F4E79"/><name val="黑体"/><family val="3"/><charset val="134"/></font>'],
  ['a Latin font', { font: 'Arial' }, '<font><sz val="11"/><color rgb="FF000000"/><name val="Arial"/><family val="3"/></font>'],
  ['a fill', { fill: '#DDEBF7' }, '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill>'],
  ['borders on all sides', { border: true }, '<border><left style="thin"><color indexed="64"/></left><right style="thin"><color indexed="64"/></right><top style="thin"><color indexed="64"/></top><bottom style="thin"><color indexed="64"/></bottom><diagonal/></border>'],
  ['one side otherwise', { border: true, borderLine: 'hair', borderColor: '#808080', edges: { bottom: 'double', left: 'none' } }, '<border><left/><right style="hair"><color rgb="FF808080"/></right><top style="hair"><color rgb="FF808080"/></top><bottom style="double"><color rgb="FF808080"/></bottom><diagonal/></border>'],
  ['alignment', { align: 'center', vertical: 'center', wrap: true, indent: 2 }, '<alignment horizontal="center" vertical="center" wrapText="1" indent="2"/>'],
  ['shrinking', { shrink: true }, '<alignment shrinkToFit="1"/>'],
  ['a number format', { format: 'yyyy"年"m"月"' }, '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'],
  ['a built-in number format', { format: '0.00' }, '<xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'],
  ['a cell that may be typed into', { locked: false }, '<protection locked="0"/>'],
])('style: %s', async (_what, style, expected) => {
  expect(partText(await make({ styles: [{ box: box(1, 1, 1, 1), style }] }), 'xl/styles.xml')).toContain(expected)
})

test('boxes lie over one another: properties are joined, the later one wins, blank cells are drawn', async () => {
  const bytes = await make({ styles: [{ box: box(1, 1, 2, 2), style: { bold: true, fill: '#DDEBF7' } }, { box: box(2, 1, 2, 1), style: { fill: '#FFFFFF', align: 'right' } }, { box: box(1, 4, 1_048_576, 4), style: { format: '@' } }] }, set('A2', 1, '0.0'), set('D7', '007'))
  const sheet = (await readWorkbookBytes(bytes, 'x.xlsx', { looks: true })).sheets[0]
  if (sheet === undefined) throw new Error('the sheet is missing')
  expect([
    styleAt(sheet, 1, 1)?.fill,
    styleAt(sheet, 2, 2)?.bold,
    styleAt(sheet, 2, 1),
    styleAt(sheet, 7, 4)?.format,
    sheet.looks?.styleRows.length,
  ]).toEqual(['#ddebf7', true, { format: '0.0', bold: true, fill: '#ffffff', align: 'right', color: '#000000', size: 11 }, '@', 7])
})

test('equal styles are one style', async () => {
  const xml = partText(await make({ styles: [1, 2, 3, 4].map(row => ({ box: box(row, 1, row, 30), style: { bold: true } })) }), 'xl/styles.xml')
  expect([xml.includes('<cellXfs count="2">'), xml.includes('<fonts count="2">')]).toEqual([true, true])
})

test('only the first sheet of a new workbook is chosen, and the same changes make the same bytes', async () => {
  const changes: Change[] = [{ kind: 'add-sheet', sheet: '表' }, { kind: 'add-sheet', sheet: '二' }, set('A1', '文')]
  const bytes = await newWorkbookBytes(changes)
  expect([1, 2].map(number => partText(bytes, `xl/worksheets/sheet${number}.xml`).includes('tabSelected'))).toEqual([true, false])
  expect(await newWorkbookBytes(changes)).toEqual(bytes)
  expect([...zipParts(bytes).keys()]).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
})

test.each<[string, Change[], string]>([
  ['no sheet', [], 'last-sheet'],
  ['a cell without its sheet', [set('A1', 1)], 'write-failed'],
  ['a sheet twice', [{ kind: 'add-sheet', sheet: '表' }, { kind: 'add-sheet', sheet: '表' }], 'write-failed'],
])('a new workbook is refused: %s', async (_what, changes, code) => {
  await expect(newWorkbookBytes(changes)).rejects.toMatchObject({ name: 'HostError', code })
})

test.each([['too long', Array.from({ length: 60 }, (_, i) => `选项${i}`)], ['with a comma', ['甲,乙']]])('a list that Excel would call damaged is left out and told: %s', async (_what, values) => {
  const workbook = openWorkbook(await make({}), 'x.xlsx')
  const result = await workbook.apply([{ kind: 'add-sheet', sheet: '新', layout: { lists: [{ box: box(1, 1, 3, 1), values }] } }])
  expect(result).toMatchObject({ notices: [{ key: 'notice.list-too-long', sheet: '新', cell: 'A1:A3' }] })
  expect(partText(workbook.bytes, 'xl/worksheets/sheet2.xml')).not.toContain('dataValidation')
})

test('a strict workbook gets strict parts', async () => {
  const parts: Record<string, string> = {}
  for (const [name, part] of zipParts(await make({}))) parts[name] = part.plain.toString().replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main').replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')
  const workbook = openWorkbook(buildZip(parts), 'x.xlsx')
  await workbook.apply([{ kind: 'add-sheet', sheet: '新', layout: { tables: [{ name: '名单', box: box(1, 1, 2, 1), columns: [{ name: '甲' }] }] } }, set('A1', '甲', undefined, '新')])
  for (const [name, part] of zipParts(workbook.bytes)) if (!name.startsWith('[')) expect([name, part.plain.toString().replaceAll('http://schemas.openxmlformats.org/package/', '')]).toEqual([name, expect.not.stringContaining('schemas.openxmlformats.org')])
  expect((await workbook.read()).sheets[1]?.tables[0]?.name).toBe('名单')
})
