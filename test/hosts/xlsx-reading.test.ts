import { cellError } from '../../src/core/cell'
import type { CellValue } from '../../src/core/cell'
import { cellKey } from '../../src/core/place'
import type { SheetSnapshot, Snapshot } from '../../src/core/snapshot'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { bookParts, buildBook, buildZip, oneSheet } from './package-builder'
import type { BookXml } from './package-builder'

const read = (bytes: Uint8Array): Promise<Snapshot> => readWorkbookBytes(bytes, 'x.xlsx')
const first = (snapshot: Snapshot): SheetSnapshot => snapshot.sheets[0] as SheetSnapshot
const rowsOf = async (rows: string, more: Partial<BookXml> = {}): Promise<CellValue[][]> =>
  first(await read(oneSheet(rows, more))).rows.map(row => [...row])
const formulasOf = async (rows: string): Promise<Record<string, string>> => {
  const { formulas } = first(await read(oneSheet(rows)))
  return Object.fromEntries([...formulas].map(([key, formula]) => [`${String.fromCharCode(65 + (key % 16_384))}${Math.floor(key / 16_384)}`, formula]))
}

const strings = ['<si><t>河南</t></si>', '<si><r><rPr><b/></rPr><t>富</t></r><r><t xml:space="preserve"> 文本</t></r></si>', '<si><t>课</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>', '<si/>', '<si><t/></si>', '<si><t>a&lt;b&#20013;&#x6587;_x000D_</t></si>', '<si><t><![CDATA[<原样>&amp;]]></t></si>']

describe('cells', () => {
  test.each<[string, string, CellValue[][]]>([
    ['a shared string', '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', [['河南']]],
    ['rich text is joined', '<row r="1"><c r="A1" t="s"><v>1</v></c></row>', [['富 文本']]],
    ['a phonetic run is left out', '<row r="1"><c r="A1" t="s"><v>2</v></c></row>', [['课']]],
    ['empty shared strings', '<row r="1"><c r="A1" t="s"><v>3</v></c><c r="B1" t="s"><v>4</v></c></row>', [['', '']]],
    ['entities and escapes', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>', [['a<b中文\r']]],
    ['CDATA', '<row r="1"><c r="A1" t="s"><v>6</v></c></row>', [['<原样>&amp;']]],
    ['an inline string', '<row r="1"><c r="A1" t="inlineStr"><is><t>直接</t></is></c></row>', [['直接']]],
    ['an inline rich string without its phonetic run', '<row r="1"><c r="A1" t="inlineStr"><is><r><t>直</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>接</t></r></is></c></row>', [['直接']]],
    ['an inline string with a value before it', '<row r="1"><c r="A1" t="inlineStr"><v>本科</v><is><t>本科</t></is></c></row>', [['本科']]],
    ['an inline string with a value behind it', '<row r="1"><c r="A1" t="inlineStr"><is><t>河南社区</t></is><v>0</v></c><c r="B1"><v>7</v></c></row>', [['河南社区', 7]]],
    ['an empty inline string', '<row r="1"><c r="A1" t="inlineStr"><is><t/></is></c></row>', [['']]],
    ['spaces are kept', '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>', [[' a ']]],
    ['an escaped escape', '<row r="1"><c r="A1" t="inlineStr"><is><t>_x005F_x0041_</t></is></c></row>', [['_x0041_']]],
    ['line ends are one character', '<row r="1"><c r="A1" t="inlineStr"><is><t>a\r\nb</t></is></c></row>', [['a\nb']]],
    ['a character beyond the first plane', '<row r="1"><c r="A1" t="inlineStr"><is><t>𠮷野</t></is></c></row>', [['𠮷野']]],
    ['truth values', '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>', [[true, false]]],
    ['an error', '<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>', [[cellError('#REF!')]]],
    ['an ISO date', '<row r="1"><c r="A1" t="d"><v>2023-12-31T12:00:00</v></c></row>', [[45291.5]]],
    ['a cell without a value', '<row r="1"><c r="A1" s="3"/><c r="B1"><v>1</v></c><c r="C1" s="3"/></row>', [[null, 1]]],
    ['a number cell with an empty value', '<row r="1"><c r="A1"><v></v></c><c r="B1"><v/></c></row>', []],
    ['cells without references', '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>', [[1, 2], [3]]],
    ['a cell without a reference behind one that has one', '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row>', [[], [null, 1, 2]]],
    ['rows out of order', '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>', [[1], [], [3]]],
    ['cells out of order', '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>', [[1, null, 3]]],
    ['a row that comes twice', '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="C1"><v>3</v></c></row>', [[1, null, 3]]],
    ['single quotes, white space in tags', "<row  r='1' ><c\n r = 'B1'\tt='str' ><v>文</v></c ></row >", [[null, '文']]],
    ['comments and processing instructions', '<!-- a > b --><row r="1"><?x y?><c r="A1"><!-- <v>9</v> --><v>1<!-- 9 -->2</v></c></row>', [[12]]],
    ['a value before its formula', '<row r="1"><c r="A1"><v>3</v><f>1+2</f></c></row>', [[3]]],
    ['extensions inside a cell', '<row r="1"><c r="A1"><v>3</v><extLst><ext><x14:v>9</x14:v></ext></extLst></c></row>', [[3]]],
  ])('%s', async (_what, rows, expected) => {
    expect(await rowsOf(rows, { strings })).toEqual(expected)
  })

  test.each<[string, number]>([
    ['0', 0], ['-0', -0], ['42', 42], ['-7.25', -7.25], ['0.1', 0.1], ['12.28', 12.28], ['1E3', 1000], ['1.5e-7', 1.5e-7], ['0.30000000000000004', 0.30000000000000004],
    ['123456789012345678', 123456789012345680], ['1234567890.12345', 1234567890.12345], ['.5', 0.5], ['5.', 5], ['+3', 3], [' 3 ', 3], ['99999999999999.9', 99999999999999.9],
  ])('the number %s', async (text, expected) => {
    expect(await rowsOf(`<row r="1"><c r="A1"><v>${text}</v></c></row>`)).toEqual([[expected]])
  })

  test('what is no number although it is marked as one is read as text and told', async () => {
    const snapshot = await read(oneSheet('<row r="2"><c r="B2"><v>0x1F</v></c></row>'))
    expect([first(snapshot).rows[1]?.[1], snapshot.notices]).toEqual(['0x1F', [{ key: 'notice.number-unreadable', params: {}, sheet: '表', cell: 'B2' }]])
  })

  test('a shared string that does not exist is blank and told', async () => {
    const snapshot = await read(oneSheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', { strings }))
    expect([first(snapshot).rows, snapshot.notices.map(notice => notice.key)]).toEqual([[], ['notice.string-missing']])
  })
})

describe('formulas', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a plain one', '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c></row>', { A1: '=SUM(B1:C1)' }],
    ['entities', '<row r="1"><c r="A1"><f>IF(B1&lt;&gt;"",1,2)</f></c></row>', { A1: '=IF(B1<>"",1,2)' }],
    ['a function younger than 2007 without its prefix', '<row r="1"><c r="A1"><f>_xlfn.XLOOKUP(1,B:B,_xlfn._xlws.SORT(C:C))</f></c></row>', { A1: '=XLOOKUP(1,B:B,SORT(C:C))' }],
    ['a shared group', '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+$C1+D$1+$E$1</f></c></row><row r="3"><c r="A3"><f t="shared" si="0"/></c><c r="B3"><f t="shared" si="0"/></c></row>', { A1: '=B1+$C1+D$1+$E$1', A3: '=B3+$C3+D$1+$E$1', B3: '=C3+$C3+E$1+$E$1' }],
    ['a group whose first cell comes later', '<row r="1"><c r="A1"><f t="shared" si="7"/></c></row><row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="7">B2*2</f></c></row>', { A1: '=B1*2', A2: '=B2*2' }],
    ['an array over several cells', '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>', { A1: '=B1:B2*2', A2: '=B1:B2*2' }],
    ['an array over more than is there', '<row r="1"><c r="A1"><f t="array" ref="A1:A1048576">B1:B2*2</f><v>2</v></c></row>', { A1: '=B1:B2*2' }],
    ['a what-if table', '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="D4"/><v>1</v></c></row>', { A1: '=TABLE(D4,)' }],
    ['a formula without a value', '<row r="1"><c r="A1"><f>NOW()</f></c></row>', { A1: '=NOW()' }],
  ])('%s', async (_what, rows, expected) => {
    expect(await formulasOf(rows)).toEqual(expected)
  })
})

describe('sheets', () => {
  test('prefixed element names', async () => {
    const xml = '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>前缀</x:t></x:is></x:c><x:c r="C2"><x:f>B2&amp;1</x:f><x:v>5</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    const sheet = first(await read(buildBook({ sheets: [{ name: '表', xml }] })))
    expect([sheet.rows, sheet.formulas.get(cellKey(2, 3)), sheet.merges]).toEqual([[[], [null, '前缀', 5]], '=B2&1', [{ top: 1, left: 1, bottom: 1, right: 2 }]])
  })

  test('the strict name space, targets with a leading slash, other part names and prefixes', async () => {
    const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main', relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships', pack = 'http://schemas.openxmlformats.org/package/2006/relationships'
    const bytes = buildZip({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels': `<Relationships xmlns="${pack}"><Relationship Id="a" Type="${relations}/officeDocument" Target="/Book/Main.xml"/></Relationships>`,
      'Book/Main.xml': `<s:workbook xmlns:s="${main}" xmlns:rel="${relations}"><s:sheets><s:sheet name="表" sheetId="9" rel:id="q"/></s:sheets></s:workbook>`,
      'Book/_rels/Main.xml.rels': `<Relationships xmlns="${pack}"><Relationship Id="q" Type="${relations}/worksheet" Target="/Pages/One%20page.xml"/><Relationship Id="s" Type="${relations}/sharedStrings" Target="../words.XML"/></Relationships>`,
      'pages/one page.xml': `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
      'words.xml': `<sst xmlns="${main}"><si><t>词</t></si></sst>`,
    })
    expect(first(await read(bytes)).rows).toEqual([['词']])
  })

  test('UTF-16 parts', async () => {
    const parts = bookParts({ sheets: [{ name: '表', xml: '' }] })
    parts['xl/worksheets/sheet1.xml'] = new Uint8Array(Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>宽字</v></c></row></sheetData></worksheet>', 'utf16le'))
    expect(first(await read(buildZip(parts))).rows).toEqual([['宽字']])
  })

  test('stored entries and data descriptors', async () => {
    const parts = bookParts({ sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }] })
    for (const [name, content] of Object.entries(parts)) parts[name] = { content: content as string, stored: name.includes('sheet1'), descriptor: true }
    expect(first(await read(buildZip(parts))).rows).toEqual([[1]])
  })

  test.each<[string, string, Partial<SheetSnapshot>]>([
    ['rows hidden by hand', '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row></sheetData>', { hiddenRows: new Set([2]) }],
    ['rows of no height', '<sheetData><row r="1" ht="0" customHeight="1"><c r="A1"><v>1</v></c></row></sheetData>', { hiddenRows: new Set([1]) }],
    ['rows hidden unless listed', '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row></sheetData>', { hiddenRows: new Set([2, 3]) }],
    ['hidden columns', '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="0"/></cols><sheetData/>', { hiddenColumns: new Set([2, 3, 5]) }],
    ['columns hidden to the end of the sheet, as far as they matter', '<cols><col min="50" max="16384" width="9" hidden="1"/></cols><sheetData/>', { hiddenColumns: new Set([50, 51, 52]) }],
    ['protection', '<sheetData/><sheetProtection sheet="1" objects="1"/>', { isProtected: true }],
    ['protection that is switched off', '<sheetData/><sheetProtection sheet="0"/>', { isProtected: false }],
    ['merges', '<sheetData/><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B3:B4"/></mergeCells>', { merges: [{ top: 1, left: 1, bottom: 1, right: 3 }, { top: 3, left: 2, bottom: 4, right: 2 }] }],
    ['alternate content is left out', '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mc:AlternateContent><mc:Choice><mergeCells><mergeCell ref="A1:C1"/></mergeCells></mc:Choice></mc:AlternateContent>', {}],
  ])('%s', async (_what, xml, expected) => {
    const sheet = first(await read(buildBook({ sheets: [{ name: '表', xml }] })))
    expect({
      merges: sheet.merges,
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
      isProtected: sheet.isProtected,
    }).toEqual({ merges: undefined, hiddenRows: undefined, hiddenColumns: undefined, isProtected: false, ...expected })
  })

  test('a table with its columns', async () => {
    const relation = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/>'
    const table = '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="花名册" displayName="花名册" ref="A1:B4" totalsRowCount="1"><tableColumns count="2"><tableColumn id="1" name="姓名"/><tableColumn id="2" name="月_x000a_薪"/></tableColumns></table>'
    const bytes = buildBook({ sheets: [{ name: '表', xml: '<sheetData/><tableParts count="1"><tablePart r:id="rId1"/></tableParts>', relationships: relation }], parts: { 'xl/tables/table1.xml': table } })
    expect(first(await read(bytes)).tables).toEqual([{ name: '花名册', box: { top: 1, left: 1, bottom: 4, right: 2 }, headerRows: 1, totalsRows: 1, columns: ['姓名', '月\n薪'] }])
  })

  test('defined names: of the workbook, of a sheet, hidden', async () => {
    const names = '<definedName name="单价">参数!$B$2</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">参数!$1:$2</definedName><definedName name="比例" hidden="1">0.8</definedName>'
    const bytes = buildBook({ sheets: [{ name: '表', xml: '<sheetData/>' }, { name: '参数', xml: '<sheetData/>' }], names })
    expect((await read(bytes)).names).toEqual([{ name: '单价', refersTo: '参数!$B$2' }, { name: '_xlnm.Print_Titles', refersTo: '参数!$1:$2', sheet: '参数' }, { name: '比例', refersTo: '0.8', hidden: true }])
  })

  test('chart sheets and sheets whose part is missing are listed', async () => {
    const bytes = buildBook({ sheets: [{ name: '图', xml: '<?xml version="1.0"?><chartsheet/>', type: 'chartsheet' }, { name: '丢了', xml: '', type: 'worksheet' }, { name: '表', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }] })
    const parts = bookParts({ sheets: [{ name: '丢了', xml: '<sheetData/>' }] })
    delete parts['xl/worksheets/sheet1.xml']
    expect((await read(bytes)).sheets.map(sheet => [sheet.name, sheet.kind])).toEqual([['图', 'chartsheet'], ['丢了', 'worksheet'], ['表', 'worksheet']])
    expect((await read(buildZip(parts))).notices).toEqual([{ key: 'notice.sheet-part-missing', params: { sheet: '丢了' }, sheet: '丢了' }])
  })

  test('a sheet larger than one chunk reads as one in a single chunk does', async () => {
    const text = (row: number): string => `第${row}行的一段文字`
    let rows = ''
    for (let row = 1; row <= 30_000; row++) rows += `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="inlineStr"><is><t>${text(row)}</t></is></c><c r="C${row}"><f t="shared" si="0"${row === 1 ? ' ref="C1:C30000">A1*2</f>' : '/>'}<v>${row * 2}</v></c></row>`
    const sheet = first(await read(oneSheet(rows)))
    expect(sheet.rows.every((row, i) => row[0] === i + 1 && row[1] === text(i + 1) && row[2] === (i + 1) * 2 && row.length === 3)).toBe(
      true,
    )
    expect([sheet.rows.length, sheet.formulas.size, sheet.formulas.get(cellKey(30_000, 3))]).toEqual([30_000, 30_000, '=A30000*2'])
  })
})
