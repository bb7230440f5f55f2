import { DECISIONS_NAMESPACE, decisionsIn, decisionsText, decisionsXml } from '../../core/decisions-part'
import { HostError } from '../../core/workbook'
import type { ApplyOptions } from '../../core/workbook'
import type { Package } from './package'
import { PackageEditor } from './package-editor'
import { readWorkbookPart } from './workbook-part'
import type { WorkbookPart } from './workbook-part'

const PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'
const DATASTORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
/** A part of ours is a list of a person's choices: more than this is none. */
const MOST_BYTES = 1 << 22
/** Parts that are looked into; a workbook of ours has one. */
const MOST_PARTS = 64

/** Custom parts that hold decisions, each with its XML. */
async function ownParts(pack: Package, workbook: WorkbookPart): Promise<{ readonly part: string; readonly xml: string }[]> {
  const found: { part: string; xml: string }[] = []
  let looked = 0
  for (const { type, target, external } of workbook.relationships.values()) {
    if (type !== 'customXml' || external || ++looked > MOST_PARTS) continue
    const entry = pack.entry(target)
    if (entry === undefined || entry.size > MOST_BYTES) continue
    const xml = await pack.text(target)
    if (xml !== undefined && decisionsText(xml) !== null) found.push({ part: target, xml })
  }
  return found
}

/** The decisions that the workbook itself keeps, as they were saved; `null` when it keeps none. */
export async function readDecisions(pack: Package, workbook: WorkbookPart): Promise<unknown> {
  const [first] = await ownParts(pack, workbook)
  return first === undefined ? null : decisionsIn(first.xml)
}

/**
 * Puts decisions into the package, in place of those before; `null` takes them out. Everything else is copied byte for byte.
 * @returns the new file in pieces; `undefined` when nothing would change
 */
export async function writeDecisions(pack: Package, json: string | null, options: ApplyOptions = {}): Promise<Uint8Array[] | undefined> {
  const workbook = await readWorkbookPart(pack), [first, ...others] = await ownParts(pack, workbook)
  if (first === undefined && json === null) return undefined
  if (first !== undefined && others.length === 0 && decisionsText(first.xml) === json) return undefined
  const editor = new PackageEditor(pack, workbook.isStrict)
  for (const { part } of [...(first !== undefined && json === null ? [first] : []), ...others]) {
    for (const { target, external } of (await pack.relationships(part)).values()) if (!external) await editor.remove(target)
    await editor.unrelate(workbook.part, part)
    await editor.remove(part)
  }
  if (json !== null) {
    if (first !== undefined) editor.set(first.part, decisionsXml(json))
    else await addPart(editor, workbook.part, json)
  }
  return editor.write(options)
}

async function addPart(editor: PackageEditor, workbookPart: string, json: string): Promise<void> {
  const number = freeNumber(editor), part = `customXml/item${number}.xml`, properties = `customXml/itemProps${number}.xml`
  editor.set(part, decisionsXml(json))
  editor.set(properties, `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${itemId(json)}" xmlns:ds="${DATASTORE}"><ds:schemaRefs><ds:schemaRef ds:uri="${DECISIONS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`)
  await editor.setContentType(part, 'application/xml')
  await editor.setContentType(properties, PROPERTIES)
  await editor.relate(part, 'customXmlProps', properties)
  await editor.relate(workbookPart, 'customXml', part)
}

function freeNumber(editor: PackageEditor): number {
  for (let number = 1; number < 10_000; number++) if (!editor.has(`customXml/item${number}.xml`) && !editor.has(`customXml/itemProps${number}.xml`)) return number
  throw new HostError('too-large', { part: 'customXml' })
}

/** An id for the part, made of what it holds: the same decisions give the same file. */
function itemId(json: string): string {
  let text = ''
  for (let seed = 0; text.length < 32; seed++) {
    let hash = 2166136261 ^ seed
    for (let i = 0; i < json.length; i++) hash = Math.imul(hash ^ json.charCodeAt(i), 16777619)
    text += (hash >>> 0).toString(16).padStart(8, '0')
  }
  return `{${[text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20, 32)].join('-').toUpperCase()}}`
}
