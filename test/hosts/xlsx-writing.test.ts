import type { CellContent } from '../../src/core/cell'
import type { CellChange, Change } from '../../src/core/change'
import { undoOf } from '../../src/core/change'
import { cellAt, styleAt } from '../../src/core/snapshot'
import { openWorkbook } from '../../src/hosts/xlsx/node'
import type { XlsxWorkbook } from '../../src/hosts/xlsx/node'
import { bookParts, buildBook, buildZip, partText, zipParts } from './package-builder'
import type { BookXml } from './package-builder'

const set = (cell: string, before: CellContent, after: CellContent, format?: string, sheet = '表'): CellChange => ({ kind: 'cell', sheet, cell, before, after, ...(format === undefined ? {} : { format }) })
const DATA = /<(?:\w+:)?sheetData>(.*)<\/(?:\w+:)?sheetData>/s
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.000"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="9" fontId="0" applyNumberFormat="1"><alignment horizontal="center"/></xf><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0"/></cellStyles>'

async function patched(book: BookXml, changes: readonly Change[]): Promise<XlsxWorkbook> {
  const workbook = openWorkbook(buildBook(book), 'x.xlsx')
  const result = await workbook.apply(changes)
  expect(result).toMatchObject({ outcome: 'applied' })
  return workbook
}

/** The rows of the first sheet after a batch. */
async function rowsAfter(rows: string, changes: readonly Change[], more: Partial<BookXml> = {}): Promise<string> {
  const { bytes } = await patched({ sheets: [{ name: '表', xml: `<sheetData>${rows}</sheetData>` }], styles: STYLES, ...more }, changes)
  return DATA.exec(partText(bytes, 'xl/worksheets/sheet1.xml'))?.[1] ?? ''
}

describe('rows and cells in place', () => {
  test.each<[string, string, Change[], string]>([
    ['a number over a number keeps the style', '<row r="1"><c r="A1" s="1"><v>1</v></c></row>', [set('A1', 1, 0.5)], '<row r="1"><c r="A1" s="1"><v>0.5</v></c></row>'],
    ['a cell between cells', '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row>', [set('B1', null, 2)], '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'],
    ['cells before and behind, spans widened', '<row r="1" spans="2:2"><c r="B1"><v>1</v></c></row>', [set('D1', null, 4), set('A1', null, 0)], '<row r="1" spans="1:4"><c r="A1"><v>0</v></c><c r="B1"><v>1</v></c><c r="D1"><v>4</v></c></row>'],
    ['a row between rows, in front and behind', '<row r="2"><c r="A2"><v>2</v></c></row><row r="4"><c r="A4"><v>4</v></c></row>', [set('A5', null, 5), set('A3', null, 3), set('B1', null, 1)], '<row r="1"><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5"><v>5</v></c></row>'],
    ['a row that is there without cells', '<row r="1" ht="20" customHeight="1"/>', [set('A1', null, 1)], '<row r="1" ht="20" customHeight="1"><c r="A1"><v>1</v></c></row>'],
    ['a blank styled cell gets its value', '<row r="1"><c r="A1" s="1"/></row>', [set('A1', null, 1)], '<row r="1"><c r="A1" s="1"><v>1</v></c></row>'],
    ['clearing keeps the style', '<row r="1"><c r="A1" s="1"><v>1</v></c></row>', [set('A1', 1, null)], '<row r="1"><c r="A1" s="1"/></row>'],
    ['clearing a cell without a style takes it out', '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', [set('A1', 1, null)], '<row r="1"><c r="B1"><v>2</v></c></row>'],
    ['a new cell takes the style of its row', '<row r="1" s="1" customFormat="1"><c r="B1"><v>2</v></c></row>', [set('A1', null, 1)], '<row r="1" s="1" customFormat="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c></row>'],
    ['the style of a cell that is there counts, also the plain one', '<row r="1" s="1" customFormat="1"><c r="A1"/></row>', [set('A1', null, 1)], '<row r="1" s="1" customFormat="1"><c r="A1"><v>1</v></c></row>'],
    ['text is inline, its spaces and marks kept', '<row r="1"/>', [set('A1', null, ' a<b>&\n_x0041_\u0001 ')], '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a&lt;b&gt;&amp;\n_x005F_x0041__x0001_ </t></is></c></row>'],
    ['a formula with the value that we computed', '<row r="1"><c r="A1" s="1"><v>1</v></c></row>', [set('A1', 1, { formula: '=IF(B1<>"",XLOOKUP(1,B:B,C:C),"")', value: '' })], '<row r="1"><c r="A1" s="1" t="str"><f>IF(B1&lt;&gt;"",_xlfn.XLOOKUP(1,B:B,C:C),"")</f><v></v></c></row>'],
    ['rich text and metadata of the old cell go', '<row r="1"><c r="A1" t="inlineStr" cm="1" vm="2"><is><r><t>旧</t></r></is></c></row>', [set('A1', '旧', true)], '<row r="1"><c r="A1" t="b"><v>1</v></c></row>'],
    ['cells and rows without references', '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>', [set('B1', 2, 20), set('C1', null, 30), set('A2', 3, 4)], '<row><c><v>1</v></c><c r="B1"><v>20</v></c><c r="C1"><v>30</v></c></row><row><c r="A2"><v>4</v></c></row>'],
    ['rows out of order', '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>', [set('A1', 1, 9), set('B3', null, 8)], '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>8</v></c></row><row r="1"><c r="A1"><v>9</v></c></row>'],
    ['a row and a cell that come twice', '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>', [set('A1', 2, 9)], '<row r="1"><c r="A1"><v>9</v></c></row><row r="1"></row>'],
    ['comments stay', '<!-- <row r="1"> --><row r="1"><!-- x --><c r="A1"><v>1</v></c></row>', [set('A1', 1, 2)], '<!-- <row r="1"> --><row r="1"><!-- x --><c r="A1"><v>2</v></c></row>'],
    ['one cell that an array formula fills alone', '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2*1)</f><v>3</v></c></row>', [set('A1', { formula: '=SUM(B1:B2*1)', value: 3 }, 5)], '<row r="1"><c r="A1"><v>5</v></c></row>'],
  ])('%s', async (_what, rows, changes, expected) => {
    expect(await rowsAfter(rows, changes)).toBe(expected)
  })

  test('overwriting the first of a shared group gives the others their own formulas', async () => {
    const rows = '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1&amp;$C$1</f><v>1</v></c></row><row r="2"><c r="A2" s="1"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"></f><v>3</v></c><c r="D3"><f t="shared" ref="D3:D4" si="1">A1</f></c></row>'
    expect(await rowsAfter(rows, [set('A1', { formula: '=B1&$C$1', value: 1 }, 7)])).toBe('<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2" s="1"><f>B2&amp;$C$1</f><v>2</v></c></row><row r="3"><c r="A3"><f>B3&amp;$C$1</f><v>3</v></c><c r="D3"><f t="shared" ref="D3:D4" si="1">A1</f></c></row>')
  })

  test('overwriting another cell of a shared group leaves the group alone', async () => {
    const rows = '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
    expect(await rowsAfter(rows, [set('A2', { formula: '=B2', value: 2 }, 7)])).toBe('<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><v>7</v></c></row>')
  })

  test('a new cell takes the style of its column', async () => {
    const { bytes } = await patched({ sheets: [{ name: '表', xml: '<cols><col min="2" max="3" width="9" style="1"/></cols><sheetData/>' }], styles: STYLES }, [set('C2', null, 1), set('D2', null, 2)])
    expect(partText(bytes, 'xl/worksheets/sheet1.xml')).toContain('<sheetData><row r="2"><c r="C2" s="1"><v>1</v></c><c r="D2"><v>2</v></c></row></sheetData>')
  })

  test('a sheet with prefixed names is written with them', async () => {
    const xml = '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    const { bytes } = await patched({ sheets: [{ name: '表', xml }] }, [set('A1', 1, { formula: '=1+1', value: 2 }), set('B2', null, '文')])
    expect(partText(bytes, 'xl/worksheets/sheet1.xml')).toBe('<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:dimension ref="A1:B2"/><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>文</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>')
  })

  test('the dimension grows and never shrinks', async () => {
    const { bytes } = await patched({ sheets: [{ name: '表', xml: '<dimension ref="B2:C3"/><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>' }] }, [set('A5', null, 1), set('B2', 1, null)])
    expect(partText(bytes, 'xl/worksheets/sheet1.xml')).toContain('<dimension ref="A2:C5"/>')
  })

  test('what stands around the cells stays byte for byte', async () => {
    const head = '<sheetPr codeName="x"><tabColor rgb="FFFF0000"/></sheetPr>\r\n<dimension ref="A1:B9"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>', tail = '<!-- tail --><mergeCells count="1"><mergeCell ref="C1:D1"/></mergeCells><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="y"/></ext></extLst>'
    const { bytes } = await patched({ sheets: [{ name: '表', xml: `${head}<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${tail}` }] }, [set('A1', 1, 2)])
    const text = partText(bytes, 'xl/worksheets/sheet1.xml')
    expect([text.includes(head), text.includes(tail)]).toEqual([true, true])
  })
})

describe('styles', () => {
  test('a number format is put behind the styles that are there, and an equal one is used again', async () => {
    const workbook = await patched({ sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData>' }], styles: STYLES }, [set('A1', 1, 2, '0.00%'), set('B1', 1, 2, '0.000'), set('C1', null, 3, 'yyyy"年"m"月"'), set('D1', null, 4, 'yyyy"年"m"月"')])
    const styles = partText(workbook.bytes, 'xl/styles.xml')
    expect(styles).toContain('<numFmts count="2"><numFmt numFmtId="170" formatCode="0.000"/><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>')
    expect(styles).toContain('<cellXfs count="6"><xf numFmtId="0" fontId="0"/><xf numFmtId="9" fontId="0" applyNumberFormat="1"><alignment horizontal="center"/></xf><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf><xf numFmtId="10" fontId="0" applyNumberFormat="1"><alignment horizontal="center"/></xf><xf applyNumberFormat="1" numFmtId="170" fontId="0"/><xf applyNumberFormat="1" numFmtId="171" fontId="0"/></cellXfs>')
    expect(DATA.exec(partText(workbook.bytes, 'xl/worksheets/sheet1.xml'))?.[1]).toBe('<row r="1"><c r="A1" s="3"><v>2</v></c><c r="B1" s="4"><v>2</v></c><c r="C1" s="5"><v>3</v></c><c r="D1" s="5"><v>4</v></c></row>')
    await workbook.apply([set('E1', null, 5, '0.000')])
    expect(partText(workbook.bytes, 'xl/styles.xml')).toBe(styles)
  })

  test('a workbook without styles gets a part of its own', async () => {
    const workbook = await patched({ sheets: [{ name: '表', xml: '<sheetData/>' }] }, [set('A1', null, 1, '0.00')])
    expect(Object.keys((await workbook.read({ looks: true })).sheets[0]?.looks?.styles ?? {})).toHaveLength(2)
    expect(partText(workbook.bytes, '[Content_Types].xml')).toContain('PartName="/xl/styles.xml"')
  })
})

describe('the workbook part', () => {
  test.each<[string, string, string]>([
    ['no calcPr', '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="a">1</definedName></definedNames><pivotCaches/></workbook>', '</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/><pivotCaches/>'],
    ['a calcPr without it', '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="144525" iterate="1"/></workbook>', '<calcPr fullCalcOnLoad="1" calcId="144525" iterate="1"/>'],
    ['a calcPr that says no', '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="0"/></workbook>', '<calcPr fullCalcOnLoad="1"/>'],
    ['prefixed names', '<x:workbook xmlns:r="r" xmlns:x="m"><x:sheets><x:sheet name="表" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>', '</x:sheets><x:calcPr calcId="191029" fullCalcOnLoad="1"/></x:workbook>'],
  ])('Excel is asked to recalculate: %s', async (_what, workbook, expected) => {
    const { bytes } = await patched({ sheets: [{ name: '表', xml: '<sheetData/>' }], parts: { 'xl/workbook.xml': workbook } }, [set('A1', null, 1)])
    expect(partText(bytes, 'xl/workbook.xml')).toContain(expected)
  })

  test('the calculation chain goes when a formula is replaced, with its relationship and content type', async () => {
    const book: BookXml = { sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row></sheetData>' }] }
    const parts = bookParts(book)
    parts['xl/calcChain.xml'] = '<calcChain><c r="A1" i="1"/></calcChain>'
    parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] as string).replace('</Types>', '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>')
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace('</Relationships>', '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>')
    const workbook = openWorkbook(buildZip(parts), 'x.xlsx')
    await workbook.apply([set('B1', 1, 2)])
    expect(zipParts(workbook.bytes).has('xl/calcChain.xml')).toBe(true)
    await workbook.apply([set('A1', { formula: '=1+1', value: 2 }, 2)])
    expect(zipParts(workbook.bytes).has('xl/calcChain.xml')).toBe(false)
    for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels']) expect(partText(workbook.bytes, part)).not.toContain('calcChain')
  })

  test('a new sheet in the middle moves the local names and the chosen tab along', async () => {
    const names = '<definedName name="_xlnm.Print_Titles" localSheetId="1">二!$1:$2</definedName><definedName name="甲">一!$A$1</definedName><definedName name="乙" localSheetId="0">一!$A$1</definedName>'
    const sheets = [{ name: '一', xml: '<sheetData/>' }, { name: '二', xml: '<sheetData/>' }]
    const parts = bookParts({ sheets, names, styles: STYLES })
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] as string).replace('<sheets>', '<bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews><sheets>')
    const workbook = openWorkbook(buildZip(parts), 'x.xlsx')
    await workbook.apply([{ kind: 'add-sheet', sheet: '新 表', after: '一', layout: { printTitleRows: [1, 3], printArea: { top: 1, left: 1, bottom: 9, right: 4 } } }, { kind: 'name', name: '丙', before: null, after: "'新 表'!$A$1", hidden: true }])
    const text = partText(workbook.bytes, 'xl/workbook.xml')
    expect(text).toContain('<workbookView activeTab="2" firstSheet="2"/>')
    expect(text).toContain('<sheet name="一" sheetId="1" r:id="rId1"/><sheet name="新 表" sheetId="3" r:id="rId4"/><sheet name="二" sheetId="2" r:id="rId2"/>')
    expect((await workbook.read()).names).toEqual([
      { name: '_xlnm.Print_Titles', refersTo: '二!$1:$2', sheet: '二' }, { name: '甲', refersTo: '一!$A$1' }, { name: '乙', refersTo: '一!$A$1', sheet: '一' },
      { name: '_xlnm.Print_Area', refersTo: "'新 表'!$A$1:$D$9", sheet: '新 表' }, { name: '_xlnm.Print_Titles', refersTo: "'新 表'!$1:$3", sheet: '新 表' }, { name: '丙', refersTo: "'新 表'!$A$1", hidden: true },
    ])
    await workbook.apply([{ kind: 'remove-sheet', sheet: '新 表' }, { kind: 'name', name: '丙', before: "'新 表'!$A$1", after: null }])
    expect(partText(workbook.bytes, 'xl/workbook.xml').replace('<calcPr calcId="191029" fullCalcOnLoad="1"/>', '')).toBe(parts['xl/workbook.xml'])
    expect([...zipParts(workbook.bytes).keys()].sort()).toEqual(Object.keys(parts).sort())
  })

  test('no sheet is added to a workbook whose structure is protected', async () => {
    const parts = bookParts({ sheets: [{ name: '表', xml: '<sheetData/>' }] })
    parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] as string).replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>')
    const workbook = openWorkbook(buildZip(parts), 'x.xlsx')
    await expect(workbook.apply([{ kind: 'add-sheet', sheet: '新' }])).rejects.toMatchObject({ code: 'protected' })
    expect(await workbook.apply([set('A1', null, 1)])).toMatchObject({ outcome: 'applied' })
  })

  test('the last sheet is not removed', async () => {
    await expect(openWorkbook(buildBook({ sheets: [{ name: '表', xml: '<sheetData/>' }] }), 'x.xlsx').apply([{ kind: 'remove-sheet', sheet: '表' }])).rejects.toMatchObject({ code: 'last-sheet' })
  })

  test('a csv is not written to', async () => {
    await expect(openWorkbook(new TextEncoder().encode('a,b\n'), 'x.csv').apply([set('A1', 'a', 'b')])).rejects.toMatchObject({ code: 'not-writable' })
  })
})

describe('tables', () => {
  const relation = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/>'
  const table = (totals = ''): string => `<table xmlns="m" id="4" name="t" displayName="名单" ref="A1:B2"${totals}><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="月薪"/></tableColumns></table>`
  const book = (tableXml: string, tail = ''): BookXml => ({
    sheets: [{ name: '表', xml: `<sheetData><row r="1"><c r="A1" t="str"><v>姓名</v></c><c r="B1" t="str"><v>月薪</v></c></row><row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="B4" t="str"><v>合计</v></c></row></sheetData>${tail}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`, relationships: relation }],
    parts: { 'xl/tables/table1.xml': tableXml },
  })

  test('rows written under a table belong to it, with its filter, validations and conditional formats', async () => {
    const tail = '<conditionalFormatting sqref="B2:B2 D1"><cfRule type="expression" priority="1"><formula>B2&gt;1</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" sqref="A2"><formula1>"a"</formula1></dataValidation><dataValidation type="list" sqref="D2"/></dataValidations>'
    const { bytes } = await patched(book(table(), tail), [set('A3', null, '张三')])
    expect(partText(bytes, 'xl/tables/table1.xml')).toContain('ref="A1:B3"><autoFilter ref="A1:B3"/>')
    const text = partText(bytes, 'xl/worksheets/sheet1.xml')
    expect(text).toContain('sqref="B2:B3 D1"')
    expect(text).toContain('sqref="A2:A3"')
    expect(text).toContain('sqref="D2"')
  })

  test.each<[string, BookXml, Change[]]>([
    ['a row further down', book(table()), [set('A5', null, 1)]],
    ['a row that was not blank', book(table().replaceAll('A1:B2', 'A1:B3')), [set('A4', null, 1)]],
    ['a column beside it', book(table()), [set('C3', null, 1)]],
    ['a table with totals', book(table(' totalsRowCount="1"')), [set('A3', null, 1)]],
  ])('a table stays as it is: %s', async (_what, content, changes) => {
    const { bytes } = await patched(content, changes)
    expect(partText(bytes, 'xl/tables/table1.xml')).toBe(content.parts?.['xl/tables/table1.xml'])
  })

  test('undo puts the very file back: the table is as small as it was', async () => {
    const before = buildBook(book(table()))
    const workbook = openWorkbook(before, 'x.xlsx')
    const batches: CellChange[][] = [[set('A3', null, '张三', '0.00')], [set('B3', null, 9), set('D9', null, { formula: '=1+1', value: 2 })]]
    for (const batch of batches) await workbook.apply(batch)
    expect((await workbook.read()).sheets[0]?.tables[0]?.box.bottom).toBe(3)
    for (const batch of batches.reverse()) expect(await workbook.apply(undoOf(batch))).toMatchObject({ outcome: 'applied', changes: batch.length })
    expect(workbook.bytes).toBe(before)
  })

  test('a new table gets an id of its own', async () => {
    const { bytes } = await patched(book(table()), [{ kind: 'add-sheet', sheet: '新', layout: { tables: [{ name: '新表', box: { top: 1, left: 1, bottom: 2, right: 2 }, columns: [{ name: '甲' }, { name: '乙\n丙', formula: '新表[@甲]*2' }], style: 'TableStyleLight1' }] } }, set('A1', null, '甲', undefined, '新'), set('B1', null, '乙\n丙', undefined, '新')])
    expect(partText(bytes, 'xl/tables/table2.xml')).toContain('<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="5" name="新表" displayName="新表" ref="A1:B2" totalsRowShown="0"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙_x000a_丙"><calculatedColumnFormula>新表[[#This Row],[甲]]*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight1"')
    expect(partText(bytes, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain('Target="../tables/table2.xml"')
    expect(partText(bytes, 'xl/worksheets/sheet2.xml')).toContain('<tableParts count="1"><tablePart r:id="rId1"/></tableParts>')
  })

  test('pivot tables over a table that grew read it again', async () => {
    const content = book(table())
    const parts = bookParts({ ...content, parts: { ...content.parts, 'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition xmlns="m" r:id="rId1"><cacheSource type="worksheet"><worksheetSource name="名单"/></cacheSource></pivotCacheDefinition>' } })
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace('</Relationships>', '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>')
    const workbook = openWorkbook(buildZip(parts), 'x.xlsx')
    await workbook.apply([set('A3', null, '张三')])
    expect(partText(workbook.bytes, 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('<pivotCacheDefinition refreshOnLoad="1"')
  })
})

test('undo puts number formats back when the change says what they were', async () => {
  const change: CellChange = { ...set('A1', 1, 2, '0.00'), formatBefore: '0%' }
  const workbook = await patched({ sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c></row></sheetData>' }], styles: STYLES }, [change])
  const shown = async (): Promise<unknown> => {
    const [sheet] = (await workbook.read({ looks: true })).sheets
    return sheet === undefined ? undefined : [cellAt(sheet, 1, 1), styleAt(sheet, 1, 1)?.format, styleAt(sheet, 1, 1)?.align]
  }
  expect(await shown()).toEqual([2, '0.00', 'center'])
  await workbook.apply(undoOf([change]))
  expect(await shown()).toEqual([1, '0%', 'center'])
})
