import { crc32, deflateRawSync } from 'node:zlib'
import { openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { readBytes } from '../../src/hosts/xlsx/read'
import { webCodec } from '../../src/hosts/xlsx/web'
import { bookParts, buildZip } from './package-builder'
import type { PartContent } from './package-builder'

const SHEET = 'xl/worksheets/sheet1.xml', PICTURE = 'xl/media/image1.png'
const parts = { ...bookParts({ sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }] }), [PICTURE]: Buffer.from('no workbook needs this part to be read') }
const contentOf = (part: PartContent): string | Uint8Array => (typeof part === 'string' || part instanceof Uint8Array ? part : part.content)
const whole = (): Buffer => Buffer.from(buildZip(parts))

/** Where a part's local header and its record in the directory start. */
function placesOf(zip: Buffer, name: string): { local: number; record: number; data: number; size: number } {
  const bytes = Buffer.from(name), local = zip.indexOf(bytes) - 30
  let record = zip.indexOf('PK\x01\x02', 'latin1')
  while (!zip.subarray(record + 46, record + 46 + bytes.length).equals(bytes)) record = zip.indexOf('PK\x01\x02', record + 4, 'latin1')
  return { local, record, data: local + 30 + bytes.length, size: zip.readUInt32LE(record + 20) }
}

/** One change to a whole file. */
function changed(change: (zip: Buffer, at: ReturnType<typeof placesOf>) => unknown, part = SHEET): Uint8Array {
  const zip = whole(), other = change(zip, placesOf(zip, part))
  return new Uint8Array(other instanceof Uint8Array ? other : zip)
}

/** A part that is put before the directory, with a record that need not agree with it. */
function withEntry(name: string, plain: string, record: { name?: string; listed?: boolean; surplus?: string } = {}): Buffer {
  const zip = whole(), data = Buffer.concat([deflateRawSync(plain), Buffer.from(record.surplus ?? '')])
  const directory = zip.indexOf('PK\x01\x02', 'latin1'), end = zip.length - 22
  const head = (start: string, at: number, called: string): Buffer => {
    const bytes = Buffer.from(called), header = Buffer.alloc(at + bytes.length)
    header.write(start, 0, 'latin1')
    const fields = start === 'PK\x03\x04' ? 4 : 6
    if (fields === 6) header.writeUInt16LE(20, 4)
    for (const [offset, value, size] of [
      [0, 20, 2],
      [2, 0x800, 2],
      [4, 8, 2],
      [6, 0, 2],
      [8, 0x5821, 2],
      [10, crc32(plain), 4],
      [14, data.length, 4],
      [18, plain.length, 4],
      [22, bytes.length, 2],
    ] as const)
      header.writeUIntLE(value, fields + offset, size)
    if (fields === 6) header.writeUInt32LE(directory, 42)
    bytes.copy(header, at)
    return header
  }
  const local = Buffer.concat([head('PK\x03\x04', 30, name), data]), listed = record.listed === false ? Buffer.alloc(0) : head('PK\x01\x02', 46, record.name ?? name)
  const tail = Buffer.from(zip.subarray(end))
  if (listed.length > 0) for (const at of [8, 10]) tail.writeUInt16LE(tail.readUInt16LE(at) + 1, at)
  tail.writeUInt32LE(end - directory + listed.length, 12)
  tail.writeUInt32LE(directory + local.length, 16)
  return Buffer.concat([zip.subarray(0, directory), local, zip.subarray(directory, end), listed, tail])
}

const OTHER = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData></worksheet>'
const damaged: readonly (readonly [string, Uint8Array])[] = [
  ['a byte of a sheet that is another', changed((zip, { data }) => void (zip[data + 20] = (zip[data + 20] ?? 0) ^ 1))],
  ['a checksum that is another, here and there', changed((zip, { local, record }) => { for (const at of [local + 14, record + 16]) zip.writeUInt32LE(1, at) })],
  ['a damaged picture, which no check reads', changed((zip, { data }) => void (zip[data + 3] = (zip[data + 3] ?? 0) ^ 1), PICTURE)],
  ['a part twice', withEntry(SHEET, OTHER)],
  ['a part twice in other letters', withEntry('XL/Worksheets/Sheet1.xml', OTHER)],
  ['a part twice, with a backslash', withEntry('xl\\worksheets\\sheet1.xml', OTHER)],
  ['a part twice, with a leading slash', withEntry('/xl/worksheets/sheet1.xml', OTHER)],
  ['another name where the part lies than in the directory', withEntry('xl/other1.xml', OTHER, { name: 'xl/other2.xml' })],
  ['a part that the directory does not list', withEntry('xl/hidden.xml', OTHER, { listed: false })],
  ['a surplus byte behind a part\'s data', new Uint8Array(withEntry('xl/other.xml', OTHER, { surplus: 'x' }))],
  ['a size that is one too small', changed((zip, { local, record }) => { for (const at of [local + 22, record + 24]) zip.writeUInt32LE(zip.readUInt32LE(at) - 1, at) })],
  ['a size that is one too large', changed((zip, { local, record }) => { for (const at of [local + 22, record + 24]) zip.writeUInt32LE(zip.readUInt32LE(at) + 1, at) })],
  ['a size that differs where the part lies', changed((zip, { local }) => void zip.writeUInt32LE(77, local + 22))],
  ['a way of compression that differs where the part lies', changed((zip, { local }) => void zip.writeUInt16LE(0, local + 8))],
  ['two parts over each other', changed((zip, { record }) => void zip.writeUInt32LE(placesOf(zip, PICTURE).local, record + 42))],
  ['a part that reaches into the directory', changed((zip, { local, record, size }) => { for (const at of [local + 18, record + 20]) zip.writeUInt32LE(size + 4000, at) }, PICTURE)],
  ['a directory that lists more than it counts', changed(zip => { for (const at of [8, 10]) zip.writeUInt16LE(zip.readUInt16LE(zip.length - 22 + at) - 1, zip.length - 22 + at) })],
  ['a directory that counts more than it lists', changed(zip => { for (const at of [8, 10]) zip.writeUInt16LE(zip.readUInt16LE(zip.length - 22 + at) + 1, zip.length - 22 + at) })],
  ['bytes behind the end', changed(zip => Buffer.concat([zip, Buffer.from('x')]))],
  ['a second file behind the end', changed(zip => Buffer.concat([zip, Buffer.from('PK\x03\x04')]))],
  ['the end missing', changed(zip => zip.subarray(0, zip.length - 1))],
  ['the second half missing', changed(zip => zip.subarray(0, zip.length / 2))],
]

test.each(damaged)('%s is damage: not read, and not filled', async (what, bytes) => {
  // Browsers refuse what stands behind compressed data, as the standard asks; the stream that Node 20 gives in their stead does not.
  const reads = [() => readWorkbookBytes(bytes, 'x.xlsx'), ...(what.startsWith('a surplus byte') ? [] : [() => readBytes(bytes, 'x.xlsx', webCodec)])]
  for (const read of reads) await expect(read()).rejects.toMatchObject({ code: 'damaged' })
  await expect(openWorkbook(bytes, 'x.xlsx').apply([{ kind: 'cell', sheet: '表', cell: 'B1', before: null, after: 1 }])).rejects.toMatchObject({ code: 'damaged' })
})

const harmless: readonly (readonly [string, Uint8Array])[] = [
  ['nothing odd', new Uint8Array(whole())],
  ['zeros behind the end', changed(zip => Buffer.concat([zip, Buffer.alloc(512)]))],
  ['a comment', changed(zip => {
    zip.writeUInt16LE(3, zip.length - 2)
    return Buffer.concat([zip, Buffer.from('abc')])
  })],
  ['names with backslashes', buildZip(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.replaceAll('/', '\\'), part])))],
  ['sizes behind the data', buildZip(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { content: contentOf(part), descriptor: true }])))],
  ['parts as they are', buildZip(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { content: contentOf(part), stored: true }])))],
  ['folders among the parts', buildZip({ 'xl/': '', ...parts })],
]

test.each(harmless)('%s is read', async (_what, bytes) => {
  for (const read of [() => readWorkbookBytes(bytes, 'x.xlsx'), () => readBytes(bytes, 'x.xlsx', webCodec)]) expect((await read()).sheets[0]?.rows).toEqual([[1]])
})

test('whichever byte of a file is another, it is read the same or refused', async () => {
  const zip = whole(), seen = new Set<string>()
  for (let at = 0; at < zip.length; at += 3) {
    const other = new Uint8Array(zip)
    other[at] = (other[at] ?? 0) ^ (1 << (at % 8))
    seen.add(await readWorkbookBytes(other, 'x.xlsx').then(({ sheets }) => JSON.stringify(sheets.map(({ name, rows }) => [name, rows])), (error: { name: string }) => error.name))
  }
  expect([...seen].sort()).toEqual(['HostError', '[["表",[[1]]]]'])
})
