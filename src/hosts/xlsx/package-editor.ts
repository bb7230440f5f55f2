import { throwIfCancelled } from '../../core/workbook'
import type { ApplyOptions } from '../../core/workbook'
import { relationshipsPart, resolveTarget } from './package'
import type { Package } from './package'
import { TextEdits, attribute, childrenNamed, escapeAttribute, parseTree } from './xml-tree'
import type { XmlNode } from './xml-tree'
import { partKey } from './zip'
import { ZipWriter } from './zip-writer'

/** New content of a part: a text, or bytes that are made while the package is written. */
export type NewContent = string | (() => AsyncIterable<Uint8Array>)

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** The names of the same things in a file saved as "Strict Open XML". */
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT_TYPES = '[Content_Types].xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Gathers what changes in a package, and writes it: everything else is copied byte for byte, in its order. */
export class PackageEditor {
  /** By lower-case name; `null` for a part that goes. */
  private readonly changed = new Map<string, { readonly name: string; readonly content: NewContent } | null>()

  /** @param isStrict the workbook is a strict one: new parts must be, too */
  constructor(readonly pack: Package, private readonly isStrict = false) {}

  /** The head of a new part in the name spaces of the package. */
  inNameSpaces(xml: string): string {
    return this.isStrict ? xml.replace(MAIN, STRICT_MAIN).replace(RELATIONS, STRICT_RELATIONS) : xml
  }

  async text(part: string): Promise<string | undefined> {
    const own = this.changed.get(part.toLowerCase())
    if (own === undefined) return this.pack.text(part)
    return typeof own?.content === 'string' ? own.content : undefined
  }

  set(part: string, content: NewContent): void {
    this.changed.set(part.toLowerCase(), { name: part, content })
  }

  has(part: string): boolean {
    const own = this.changed.get(part.toLowerCase())
    return own === undefined ? this.pack.has(part) : own !== null
  }

  /** The first free name of `xl/worksheets/sheet1.xml`, `…2.xml` and so on. */
  freeName(name: (number: number) => string): string {
    let number = 1
    while (this.has(name(number))) number++
    return name(number)
  }

  /** Takes a part out, with its relationships and its content type. */
  async remove(part: string): Promise<void> {
    for (const name of [part, relationshipsPart(part)]) if (this.has(name)) this.changed.set(name.toLowerCase(), null)
    await this.edit(CONTENT_TYPES, (edits, root) => {
      for (const node of childrenNamed(root, 'Override')) if (attribute(node, 'PartName')?.replace(/^\//, '').toLowerCase() === part.toLowerCase()) edits.remove(node)
    })
  }

  async setContentType(part: string, type: string): Promise<void> {
    await this.edit(CONTENT_TYPES, (edits, root) => {
      edits.append(root, `<${root.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`)
    })
  }

  /** Adds a relationship and returns its id. @param type the last word of its address, e.g. `worksheet` */
  async relate(part: string, type: string, target: string): Promise<string> {
    const name = relationshipsPart(part)
    if (!this.has(name)) this.set(name, `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`)
    let id = ''
    await this.edit(name, (edits, root) => {
      const taken = new Set(root.children.map(node => attribute(node, 'Id')))
      let number = root.children.length + 1
      while (taken.has(`rId${number}`)) number++
      id = `rId${number}`
      edits.append(root, `<${root.prefix}Relationship Id="${id}" Type="${this.isStrict ? STRICT_RELATIONS : RELATIONS}/${type}" Target="${escapeAttribute(relativeTarget(part, target))}"/>`)
    })
    return id
  }

  /** Takes the relationships of a part to a target out. */
  async unrelate(part: string, target: string): Promise<void> {
    await this.edit(relationshipsPart(part), (edits, root) => {
      for (const node of childrenNamed(root, 'Relationship')) {
        if (attribute(node, 'TargetMode') !== 'External' && resolveTarget(part, attribute(node, 'Target') ?? '').toLowerCase() === target.toLowerCase()) edits.remove(node)
      }
    })
  }

  private async edit(part: string, change: (edits: TextEdits, root: XmlNode) => void): Promise<void> {
    const source = await this.text(part)
    const root = source === undefined ? undefined : parseTree(source, part).children[0]
    if (source === undefined || root === undefined) return
    const edits = new TextEdits(source)
    change(edits, root)
    if (!edits.isEmpty) this.set(part, edits.toString())
  }

  /** The new package in pieces, of which the copied ones are views of the old file. @param zip64From for tests: the size from which zip64 fields are used */
  async write(options: ApplyOptions = {}, zip64From?: number): Promise<Uint8Array[]> {
    const { zip, codec } = this.pack
    let expected = 0
    for (const entry of zip.entries) if (this.changed.has(partKey(entry.name))) expected += entry.compressedSize
    const writer = new ZipWriter(codec, expected + zip.entries.length * 256, zip64From)
    const left = new Map(this.changed)
    let total = 1, done = 0
    for (const entry of zip.entries) total += entry.compressedSize
    const tell = async (): Promise<void> => {
      options.onProgress?.({ share: Math.min(0.99, done / total) })
      throwIfCancelled(options.signal)
    }
    for (const entry of zip.entries) {
      const key = partKey(entry.name)
      const change = this.changed.get(key)
      if (change === undefined) writer.copy(zip, entry)
      else if (change !== null && left.has(key)) await writer.add(entry.name, bytesOf(change.content, options), entry, zip)
      left.delete(key)
      done += entry.compressedSize
      await tell()
    }
    for (const change of left.values()) {
      if (change !== null) await writer.add(change.name, bytesOf(change.content, options))
      throwIfCancelled(options.signal)
    }
    return writer.finish()
  }
}

async function* bytesOf(content: NewContent, options: ApplyOptions): AsyncIterable<Uint8Array> {
  if (typeof content === 'string') {
    yield new TextEncoder().encode(content)
    return
  }
  for await (const chunk of content()) {
    throwIfCancelled(options.signal)
    yield chunk
  }
}

/** A target as it is written into the relationships of `part`. */
function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1), to = target.split('/')
  let same = 0
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/')
}
