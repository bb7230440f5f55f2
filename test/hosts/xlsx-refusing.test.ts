import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { HostError } from '../../src/core/workbook'
import type { HostErrorCode } from '../../src/core/workbook'
import { readWorkbookBytes as readInBrowser } from '../../src/hosts/xlsx'
import { openWorkbook, readWorkbookBytes, readWorkbookFile } from '../../src/hosts/xlsx/node'
import { bookParts, buildBook, buildZip, oneSheet } from './package-builder'
import type { PartContent } from './package-builder'

// Hundreds of workbooks in one test, on whatever machine.
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const good = bookParts({ sheets: [{ name: '表', xml: '<dimension ref="A1"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1&amp;1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>' }], strings: ['<si><t>词</t></si>'], styles: '<cellXfs count="1"><xf/></cellXfs>' })
const withPart = (name: string, content: PartContent): Uint8Array => buildZip({ ...good, [name]: content })
const without = (...names: string[]): Uint8Array =>
  buildZip(Object.fromEntries(Object.entries(good).filter(([name]) => !names.includes(name))))

/** An OLE compound file, as far as its directory: what .xls and protected .xlsx files start with. */
function compound(...names: string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 128 * (names.length + 1))
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [i, name] of ['Root Entry', ...names].entries()) {
    bytes.write(name, 512 + 128 * i, 'utf16le')
    bytes.writeUInt16LE((name.length + 1) * 2, 512 + 128 * i + 64)
  }
  return new Uint8Array(bytes)
}

function word(folder: string, part: string): Uint8Array {
  return buildZip({ '_rels/.rels': `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${folder}/${part}"/></Relationships>`, [`${folder}/${part}`]: '<x/>' })
}

const refused: readonly (readonly [string, Uint8Array, HostErrorCode, Record<string, string | number>?])[] = [
  ['an .xls file', compound('Workbook'), 'xls-binary'],
  ['an .xls file of Excel 5', compound('Book'), 'xls-binary'],
  ['an .xls file of Excel 3', new Uint8Array([0x09, 0x02, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00]), 'xls-binary'],
  ['a file with a password', compound('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
  ['an old Word document', compound('WordDocument'), 'other-format', { format: 'Word (.doc)' }],
  ['a web page called .xls', bytesOf('\ufeff  <html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>'), 'html-as-xls'],
  ['a bare table called .xls', bytesOf('<table border=1><tr><td>1'), 'html-as-xls'],
  ['an XML table of 2003', bytesOf('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), 'other-format', { format: 'XML 2003' }],
  ['a PDF', bytesOf('%PDF-1.7\n%'), 'other-format', { format: 'PDF' }],
  ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'other-format', { format: 'PNG' }],
  ['a Word document', word('word', 'document.xml'), 'other-format', { format: 'Word (.docx)' }],
  ['a presentation', word('ppt', 'presentation.xml'), 'other-format', { format: 'PowerPoint (.pptx)' }],
  ['an OpenDocument table', buildZip({ mimetype: { content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }, 'content.xml': '<x/>' }), 'other-format', { format: 'OpenDocument (.ods)' }],
  ['an .xlsb workbook', word('xl', 'workbook.bin'), 'xlsb-binary'],
  ['an ordinary zip file', buildZip({ 'a.txt': 'a' }), 'not-a-workbook'],
  ['an empty file', new Uint8Array(0), 'empty-file', { file: 'x.xlsx' }],
  ['bytes without meaning', new Uint8Array([1, 2, 3, 0, 0, 7, 9, 0]), 'not-a-workbook'],
  ['a zip file without its end', buildZip(good).subarray(0, 1500), 'damaged', { part: 'zip' }],
  ['a workbook part that is missing', without('xl/workbook.xml'), 'not-a-workbook'],
  ['a workbook part that is something else', withPart('xl/workbook.xml', '<html/>'), 'not-a-workbook'],
  ['a sheet that stops in the middle', withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1"><c r="A1"><v>1'), 'damaged', { part: 'xl/worksheets/sheet1.xml' }],
  ['a sheet that is no XML', withPart('xl/worksheets/sheet1.xml', 'hello'), 'damaged', { part: 'xl/worksheets/sheet1.xml' }],
  ['an attribute without quotes', withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1"><c r=A1><v>1</v></c></row></sheetData></worksheet>'), 'damaged', { part: 'xl/worksheets/sheet1.xml' }],
  ['a row beyond the last', oneSheet('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), 'damaged'],
  ['a column beyond the last', oneSheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'damaged'],
  ['a document type in a sheet', withPart('xl/worksheets/sheet1.xml', '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'), 'doctype', { part: 'xl/worksheets/sheet1.xml' }],
  ['a document type in the workbook', withPart('xl/workbook.xml', '<!DOCTYPE workbook><workbook/>'), 'doctype', { part: 'xl/workbook.xml' }],
  ['a document type in the shared strings', withPart('xl/sharedStrings.xml', '<!DOCTYPE sst><sst/>'), 'doctype', { part: 'xl/sharedStrings.xml' }],
  ['a zip entry with a password', withPart('xl/worksheets/sheet1.xml', { content: '<x/>', flags: 1 }), 'encrypted'],
  ['a compression that nobody uses', withPart('xl/worksheets/sheet1.xml', { content: '<x/>', method: 93 }), 'unsupported-compression', { part: 'xl/worksheets/sheet1.xml', method: 93 }],
  ['an entry that expands to more than it says', withPart('xl/worksheets/sheet1.xml', { content: '<worksheet><sheetData></sheetData></worksheet>', size: 10 }), 'damaged', { part: 'xl/worksheets/sheet1.xml' }],
  ['an entry that expands to less than it says', withPart('xl/worksheets/sheet1.xml', { content: '<worksheet><sheetData></sheetData></worksheet>', size: 1000 }), 'damaged', { part: 'xl/worksheets/sheet1.xml' }],
  ['an entry that says it expands without end', withPart('xl/worksheets/sheet1.xml', { content: '<x/>', size: 0xfffffff0 }), 'zip-bomb', { part: 'xl/worksheets/sheet1.xml' }],
]

test.each(refused.map(([what, bytes, code, params = {}]) => [what, bytes, code, params] as const))('%s', async (_what, bytes, code, params) => {
  for (const read of [readWorkbookBytes, readInBrowser]) {
    await expect(read(bytes, 'x.xlsx')).rejects.toMatchObject({ name: 'HostError', code, params })
  }
})

test('a real bomb is stopped before it is expanded', async () => {
  // A sheet of 300 MB of blanks, about 300 kB compressed, put together from one compressed piece.
  const bytes = buildBook({ sheets: [{ name: '表', xml: '<sheetData/>' }], parts: { 'xl/worksheets/sheet1.xml': Buffer.alloc(300 * 1024 * 1024, 32) } })
  const before = process.memoryUsage().rss
  await expect(readWorkbookBytes(bytes, 'x.xlsx')).rejects.toMatchObject({ code: 'zip-bomb' })
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
})

test('a sheet whose few cells span a whole sheet for each row is too large', async () => {
  let rows = ''
  for (let row = 1; row <= 4000; row++) rows += `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`
  await expect(readWorkbookBytes(oneSheet(rows), 'x.xlsx')).rejects.toMatchObject({ code: 'too-much-work' })
})

test('an .xls that is .xlsx inside opens, whatever its name', async () => {
  for (const name of ['表.xls', '表.et', '表']) expect((await readWorkbookBytes(buildZip(good), name)).sheets[0]?.rows).toEqual([['词', 2]])
})

test('a file that is not there', async () => {
  await expect(readWorkbookFile('no-such-folder/no-such-file.xlsx')).rejects.toMatchObject({ code: 'not-found', params: { file: 'no-such-file.xlsx' } })
})

describe('whatever the bytes are, there is a snapshot or a HostError', () => {
  const tried = async (bytes: Uint8Array): Promise<void> => {
    for (const looks of [false, true]) {
      try {
        expect((await readWorkbookBytes(bytes, 'x.xlsx', { looks })).sheets).toBeInstanceOf(Array)
      } catch (error) {
        if (!(error instanceof HostError)) throw error
      }
    }
  }
  const whole = buildZip(good)
  const stored = buildZip(
    Object.fromEntries(Object.entries(good).map(([name, content]) => [name, { content: content as string, stored: true }])),
  )
  const sheet = bytesOf(good['xl/worksheets/sheet1.xml'] as string)

  test('random bytes', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), tried), { numRuns: 300 }))
  test('random bytes behind the mark of a zip file', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), rest => tried(new Uint8Array([0x50, 0x4b, 3, 4, ...rest, 0x50, 0x4b, 5, 6, ...rest]))), { numRuns: 200 }))
  test('a good file cut short', () => fc.assert(fc.asyncProperty(fc.nat(whole.length), length => tried(whole.slice(0, length))), { numRuns: 200 }))
  test.each([['compressed', whole], ['stored', stored]] as const)('a good file with changed bytes: %s', (_what, file) =>
    fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), changes => {
      const bytes = file.slice()
      for (const [at, value] of changes) bytes[at] = value
      return tried(bytes)
    }), { numRuns: 500 }))
  test('a sheet with changed bytes in a sound package', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sheet.length - 1), fc.constantFrom(60, 62, 47, 34, 61, 0, 32, 38, 99, 33, 91, 255)), {
          minLength: 1,
          maxLength: 5,
        }),
        changes => {
          const bytes = sheet.slice()
          for (const [at, value] of changes) bytes[at] = value
          return tried(withPart('xl/worksheets/sheet1.xml', bytes))
        },
      ),
      { numRuns: 500 },
    ))
  test('a sheet made of pieces of XML', () =>
    fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('<row r="1">', '<row>', '</row>', '<c r="A1">', '<c t="s">', '<c/>', '</c>', '<v>', '</v>', '1', 'x', '<f t="shared" si="0">', '<f t="array" ref="A1:B2">', '</f>', '<is>', '<t>', '</t>', '</is>', '<![CDATA[', ']]>', '<!--', '-->', '<', '>', '&amp;', '</sheetData>', '<sheetData>', '<mergeCell ref="A1:A2"/>'), { maxLength: 40 }), pieces => tried(withPart('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`))), { numRuns: 500 }))
  test('a deflate stream that never ends well', () => tried(buildZip({ ...good, 'xl/worksheets/sheet1.xml': { content: deflateRawSync(Buffer.from('<worksheet>')), stored: true, method: 8 } })))

  test('writing into it too', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(stored.length - 1), fc.oneof(fc.nat(255), fc.constantFrom(60, 62, 47, 34, 61, 0, 32, 38))), {
          maxLength: 4,
        }),
        async changes => {
          const bytes = stored.slice()
          for (const [at, value] of changes) bytes[at] = value
          try {
            const workbook = openWorkbook(bytes, 'x.xlsx')
            await workbook.apply([
              { kind: 'cell', sheet: '表', cell: 'A1', before: '词', after: 1, format: '0.00' },
              { kind: 'cell', sheet: '表', cell: 'C9', before: null, after: '新' },
              {
                kind: 'add-sheet',
                sheet: '新',
                layout: { printTitleRows: [1, 2], styles: [{ box: { top: 1, left: 1, bottom: 2, right: 2 }, style: { bold: true } }] },
              },
              { kind: 'name', name: '名', before: null, after: '1' },
            ])
            await workbook.read()
          } catch (error) {
            if (!(error instanceof HostError)) throw error
          }
        },
      ),
      { numRuns: 400 },
    ))
})
