import { styleAt } from '../../src/core/snapshot'
import type { CellStyle, SheetSnapshot } from '../../src/core/snapshot'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { tinted } from '../../src/hosts/xlsx/styles-part'
import { buildBook } from './package-builder'

const THEME = '<a:theme xmlns:a="x"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme></a:themeElements></a:theme>'
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot; 万元&quot;"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><color theme="1"/><name val="宋体"/></font><font><b/><i val="1"/><sz val="14"/><color rgb="FFC00000"/><name val="黑体"/></font><font><b val="0"/><color indexed="12"/></font></fonts>' +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.7999816888943144"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/></border><border><left style="thin"><color auto="1"/></left></border></borders><cellStyleXfs count="1"><xf numFmtId="14" fontId="1"/></cellStyleXfs>' +
  '<cellXfs count="7"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="1" fillId="2" borderId="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="14" fontId="2"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="22" fillId="3"/><xf numFmtId="10"><alignment horizontal="centerContinuous"/><protection locked="0"/></xf></cellXfs>' +
  '<dxfs count="1"><dxf><font><b/></font><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs>'

async function sheet(): Promise<SheetSnapshot> {
  const relation = '<Relationship Id="rIdTheme" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme" Target="theme/theme1.xml"/><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
  const xml =
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="3" topLeftCell="B4" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="3" width="12.5" customWidth="1"/></cols>' +
    '<sheetData><row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"/></row><row r="3"><c r="B3" s="3"><v>1</v></c><c r="C3" s="4"/><c r="D3" s="5"/><c r="E3" s="6"/></row></sheetData>'
  const bytes = buildBook({ sheets: [{ name: '表', xml }], styles: STYLES, parts: { 'xl/theme/theme1.xml': THEME, 'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>` } })
  return (await readWorkbookBytes(bytes, 'x.xlsx', { looks: true })).sheets[0] as SheetSnapshot
}

test.each<[string, number, number, CellStyle]>([
  ['a cell without a style', 1, 1, { format: 'General', color: '#000000', size: 11 }],
  ['font, theme fill with tint, border, alignment, own format', 1, 2, { format: '0.0" 万元"', bold: true, italic: true, color: '#c00000', size: 14, fill: '#dae3f3', border: true, align: 'center', wrap: true }],
  ['a blank cell with a date format and an indexed colour', 1, 3, { format: 'yyyy/m/d', color: '#0000ff' }],
  ['a long Chinese date', 3, 2, { format: 'yyyy"年"m"月"d"日"', color: '#000000', size: 11 }],
  ['a Chinese month', 3, 3, { format: 'yyyy"年"m"月"', color: '#000000', size: 11 }],
  ['date and time on yellow', 3, 4, { format: 'yyyy/m/d h:mm', color: '#000000', size: 11, fill: '#ffff00' }],
  ['a share that may be typed into', 3, 5, { format: '0.00%', color: '#000000', size: 11, align: 'center', locked: false }],
  ['a cell that does not exist', 9, 9, { format: 'General', color: '#000000', size: 11 }],
])('%s', async (_what, row, column, expected) => {
  expect(styleAt(await sheet(), row, column)).toEqual(expected)
})

test('widths, heights and frozen panes', async () => {
  const { looks } = await sheet()
  expect([[...(looks?.columnWidths ?? [])], [...(looks?.rowHeights ?? [])], looks?.frozenRows, looks?.frozenColumns]).toEqual([
    [
      [2, 12.5],
      [3, 12.5],
    ],
    [[1, 30]],
    3,
    1,
  ])
})

test.each([['#4472c4', 0.7999816888943144, '#dae3f3'], ['#4472c4', -0.249977111117893, '#2f5597'], ['#ffffff', -0.0499893185216834, '#f2f2f2'], ['#000000', 0.5, '#808080'], ['#ff0000', 0, '#ff0000']])('%s tinted by %f is %s', (color, tint, expected) => {
  expect(tinted(color, tint)).toBe(expected)
})
