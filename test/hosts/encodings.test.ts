import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Change } from '../../src/core/change'
import { openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { bookParts, buildZip } from './package-builder'
import type { PartContent } from './package-builder'

const wide = (text: string, mark: boolean, big: boolean): Buffer => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}
/** 名 and 册 in GBK; the other characters of the parts are plain. */
const GBK: Readonly<Record<string, readonly number[]>> = { 名: [0xc3, 0xfb], 册: [0xb2, 0xe1] }
const gbk = (text: string): Buffer => Buffer.from([...text.replace('UTF-8', 'GB18030')].flatMap(sign => GBK[sign] ?? [sign.charCodeAt(0)]))

const rows = Array.from({ length: 3000 }, (_each, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c><c r="B${i + 2}" t="s"><v>1</v></c></row>`).join('')
const parts = bookParts({
  sheets: [{ name: '名册', xml: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>名</t></is></c></row>${rows}</sheetData>` }, { name: '册', xml: '<sheetData/>' }],
  strings: ['<si><t>名册</t></si>', '<si><t>册</t></si>'], styles: '<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf/></cellXfs>',
})
const inEncoding = (write: (text: string) => PartContent): Record<string, PartContent> => Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? write(part) : part]))

const kinds: readonly (readonly [string, Record<string, PartContent>])[] = [
  ['UTF-8', parts],
  ['UTF-8 with its mark', inEncoding(text => `\ufeff${text}`)],
  ['UTF-8 without a declaration', inEncoding(text => text.replace(/^<\?xml.*?\?>\n/, ''))],
  ['UTF-8 that says it is UTF-16', inEncoding(text => text.replace('UTF-8', 'UTF-16'))],
  ['UTF-16 with its mark', inEncoding(text => wide(text, true, false))],
  ['UTF-16 the other way round', inEncoding(text => wide(text, true, true))],
  ['UTF-16 without a mark', inEncoding(text => wide(text, false, false))],
  ['GB18030', inEncoding(gbk)],
  ['one sheet in UTF-16 among others', { ...parts, 'xl/worksheets/sheet1.xml': wide(parts['xl/worksheets/sheet1.xml'] as string, true, false) }],
  ['backslashes', Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.replaceAll('/', '\\'), part]))],
  ['sizes behind the data', Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { content: part as string, descriptor: true }]))],
  ['parts as they are', Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { content: part as string, stored: true }]))],
]
const changes: Change[] = [
  { kind: 'cell', sheet: '名册', cell: 'C7', before: null, after: '填' }, { kind: 'cell', sheet: '册', cell: 'B2', before: null, after: { formula: '=名册!A7*2', value: 10 }, format: '0.00' },
  { kind: 'add-sheet', sheet: '新', layout: { merges: [{ top: 1, left: 1, bottom: 1, right: 2 }] } }, { kind: 'cell', sheet: '新', cell: 'A1', before: null, after: '标题' }, { kind: 'name', name: '单价', before: null, after: '新!$A$1' },
]

let folder: string
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plancheck-encodings-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What an independent reader makes of it: the archive is whole, each name is there once, each part is well formed in the encoding that it states. */
const INDEPENDENT = `
import sys, zipfile, xml.parsers.expat
for path in sys.argv[1:]:
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None, path
    names = [name.replace('\\\\', '/').lower() for name in archive.namelist()]
    assert len(names) == len(set(names)), names
    for name in archive.namelist():
        if name.endswith('.xml') or name.endswith('.rels'):
            try: xml.parsers.expat.ParserCreate().Parse(archive.read(name), True)
            except xml.parsers.expat.ExpatError as error: sys.exit(f'{path} {name}: {error}')
`

test('a filled package of each kind is whole for an independent reader, and reads as what was written', async () => {
  const paths: string[] = []
  for (const [i, [kind, given]] of kinds.entries()) {
    const bytes = buildZip(given), before = await readWorkbookBytes(bytes, 'x.xlsx').catch((error: unknown) => { throw new Error(kind, { cause: error }) })
    expect([kind, before.sheets[0]?.rows[0], before.sheets[0]?.rows[2999]]).toEqual([kind, ['名册', '名'], [2998, '册']])
    const book = openWorkbook(bytes, 'x.xlsx')
    expect([kind, await book.apply(changes)]).toMatchObject([kind, { outcome: 'applied', changes: 5 }])
    const after = await book.read().catch((error: unknown) => { throw new Error(kind, { cause: error }) })
    expect([kind, after.sheets.map(sheet => sheet.name), after.sheets[0]?.rows[6], after.sheets[1]?.rows[1], after.sheets[2]?.rows[0]]).toEqual([kind, ['名册', '册', '新'], [5, '册', '填'], [null, 10], ['标题']])
    // Parts that were not touched stay as they were, whatever they say of themselves: that one of the kinds is what it is already before.
    if (kind === 'UTF-8 that says it is UTF-16' || kind === 'GB18030') continue
    const path = join(folder, `${i}.xlsx`)
    writeFileSync(path, book.bytes)
    paths.push(path)
  }
  expect(() => execFileSync('python3', ['-c', INDEPENDENT, ...paths], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).not.toThrow()
})

test('an encoding that nobody knows is damage', async () => {
  await expect(readWorkbookBytes(buildZip({ ...parts, 'xl/workbook.xml': (parts['xl/workbook.xml'] as string).replace('UTF-8', 'X-NOBODY') }), 'x.xlsx')).rejects.toMatchObject({ code: 'damaged' })
})
