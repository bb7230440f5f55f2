import { crc32 as nodeCrc, deflateRawSync, inflateRawSync } from 'node:zlib'

/** A part to put into a package: text or bytes, compressed unless said otherwise. */
export type PartContent =
  | string
  | Uint8Array
  | {
      readonly content: string | Uint8Array
      readonly stored?: boolean
      readonly descriptor?: boolean
      readonly size?: number
      readonly method?: number
      readonly flags?: number
    }

/** A zip file written as simply as possible, and independently of the product's own writer. */
export function buildZip(parts: Readonly<Record<string, PartContent>>): Uint8Array {
  const pieces: Buffer[] = [], directory: Buffer[] = []
  let offset = 0
  for (const [name, part] of Object.entries(parts)) {
    const settings = typeof part === 'string' || part instanceof Uint8Array ? { content: part } : part
    const plain = Buffer.from(settings.content as string)
    const data = settings.stored === true ? plain : deflateRawSync(plain)
    const method = settings.method ?? (settings.stored === true ? 0 : 8), size = settings.size ?? plain.length
    const flags = (settings.flags ?? 0) | 0x800 | (settings.descriptor === true ? 8 : 0)
    const crc = nodeCrc(plain), bytes = Buffer.from(name)
    const header = (extra: number): Buffer => {
      const fields = Buffer.alloc(26)
      fields.writeUInt16LE(20, 0)
      fields.writeUInt16LE(flags, 2)
      fields.writeUInt16LE(method, 4)
      fields.writeUInt16LE(0, 6)
      fields.writeUInt16LE(0x5821, 8)
      const inHeader = !(extra === 0 && settings.descriptor === true)
      fields.writeUInt32LE(inHeader ? crc : 0, 10)
      fields.writeUInt32LE(inHeader ? data.length : 0, 14)
      fields.writeUInt32LE(inHeader ? size : 0, 18)
      fields.writeUInt16LE(bytes.length, 22)
      return fields
    }
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header(0), bytes, data])
    const descriptor = Buffer.alloc(settings.descriptor === true ? 16 : 0)
    if (settings.descriptor === true) {
      descriptor.writeUInt32LE(0x08074b50, 0)
      descriptor.writeUInt32LE(crc, 4)
      descriptor.writeUInt32LE(data.length, 8)
      descriptor.writeUInt32LE(size, 12)
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header(1), tail, bytes]))
    pieces.push(local, descriptor)
    offset += local.length + descriptor.length
  }
  const central = Buffer.concat(directory), end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...pieces, central, end]))
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface SheetXml {
  readonly name: string
  /** What stands between `<worksheet>` and its end; a text that starts with `<?xml` or `<worksheet` is the whole part. */
  readonly xml: string
  readonly state?: string
  /** The relationship's type, `worksheet` when left out. */
  readonly type?: string
  readonly relationships?: string
}

export interface BookXml {
  readonly sheets: readonly SheetXml[]
  readonly strings?: readonly string[]
  readonly styles?: string
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string
  readonly names?: string
  /** More parts, or parts that replace the usual ones. */
  readonly parts?: Readonly<Record<string, PartContent>>
}

/** The parts of a small workbook. */
export function bookParts(book: BookXml): Record<string, PartContent> {
  const parts: Record<string, PartContent> = {}
  const overrides = book.sheets.map((_sheet, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)
  parts['[Content_Types].xml'] = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${overrides.join('')}${book.strings === undefined ? '' : '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'}${book.styles === undefined ? '' : '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'}</Types>`
  parts['_rels/.rels'] = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  parts['xl/workbook.xml'] = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${book.properties === undefined ? '' : `<workbookPr ${book.properties}/>`}<sheets>${book.sheets.map((sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state === undefined ? '' : ` state="${sheet.state}"`} r:id="rId${i + 1}"/>`).join('')}</sheets>${book.names === undefined ? '' : `<definedNames>${book.names}</definedNames>`}</workbook>`
  parts['xl/_rels/workbook.xml.rels'] = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${book.sheets.map((sheet, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${sheet.type ?? 'worksheet'}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}${book.strings === undefined ? '' : `<Relationship Id="rIdS" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`}${book.styles === undefined ? '' : `<Relationship Id="rIdT" Type="${RELATIONS}/styles" Target="styles.xml"/>`}</Relationships>`
  for (const [i, sheet] of book.sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = /^<(\?xml|worksheet|\w+:worksheet)/.test(sheet.xml) ? sheet.xml : `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheet.xml}</worksheet>`
    if (sheet.relationships !== undefined) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheet.relationships}</Relationships>`
  }
  if (book.strings !== undefined) parts['xl/sharedStrings.xml'] = `${HEAD}<sst xmlns="${MAIN}">${book.strings.join('')}</sst>`
  if (book.styles !== undefined) parts['xl/styles.xml'] = `${HEAD}<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>`
  return { ...parts, ...book.parts }
}

export function buildBook(book: BookXml): Uint8Array {
  return buildZip(bookParts(book))
}

/** One sheet whose `sheetData` holds these rows. */
export function oneSheet(rows: string, more: Partial<BookXml> = {}): Uint8Array {
  return buildBook({ sheets: [{ name: '表', xml: `<sheetData>${rows}</sheetData>` }], ...more })
}

/** The compressed bytes and plain text of every entry of a zip file, read independently of the product. */
export function zipParts(
  bytes: Uint8Array,
): Map<string, { readonly raw: Buffer; readonly plain: Buffer; readonly method: number; readonly crc: number }> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16),
    count = zip.readUInt16LE(end + 10)
  if (at === 0xffffffff) {
    const end64 = Number(zip.readBigUInt64LE(end - 20 + 8))
    at = Number(zip.readBigUInt64LE(end64 + 48))
    count = Number(zip.readBigUInt64LE(end64 + 32))
  }
  const parts = new Map<string, { raw: Buffer; plain: Buffer; method: number; crc: number }>()
  for (let i = 0; i < count; i++) {
    const method = zip.readUInt16LE(at + 10),
      crc = zip.readUInt32LE(at + 16),
      nameLength = zip.readUInt16LE(at + 28),
      extraLength = zip.readUInt16LE(at + 30)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const sizes = [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    let extra = at + 46 + nameLength + 4
    for (const [k, value] of sizes.entries()) {
      if (value !== 0xffffffff) continue
      sizes[k] = Number(zip.readBigUInt64LE(extra))
      extra += 8
    }
    const [, compressed = 0, offset = 0] = sizes
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    const raw = zip.subarray(start, start + compressed),
      plain = method === 0 ? raw : inflateRawSync(raw)
    if (nodeCrc(plain) !== crc || plain.length !== sizes[0]) throw new Error(`the checksum or size of ${name} is wrong`)
    parts.set(name, { raw, plain, method, crc })
    at += 46 + nameLength + extraLength + zip.readUInt16LE(at + 32)
  }
  return parts
}

/** The plain text of one part. */
export function partText(bytes: Uint8Array, name: string): string {
  const part = zipParts(bytes).get(name)
  if (part === undefined) throw new Error(`no part ${name}`)
  return part.plain.toString('utf8')
}
