import type { DefinedName, SheetSnapshot } from '../../core/snapshot'
import { HostError } from '../../core/workbook'
import { ownValue } from '../../core/own-value'
import { BOUNDS, tooMuch } from './bounds'
import type { Package, Relationship } from './package'
import { decodeEscapes, isOn, readXml } from './xml'

export interface SheetEntry {
  readonly name: string
  readonly kind: SheetSnapshot['kind']
  readonly visibility: SheetSnapshot['visibility']
  /** The part's name in the package; `undefined` when the relationship leads nowhere. */
  readonly part: string | undefined
  readonly sheetId: number
  readonly relationId: string
}

/** What `workbook.xml` and its relationships say. */
export interface WorkbookPart {
  readonly part: string
  /** Saved as "Strict Open XML": other name spaces, dates as texts. */
  readonly isStrict: boolean
  readonly dateSystem: 1900 | 1904
  readonly sheets: readonly SheetEntry[]
  readonly names: readonly DefinedName[]
  readonly relationships: ReadonlyMap<string, Relationship>
}

const KINDS: Readonly<Record<string, SheetSnapshot['kind']>> = { worksheet: 'worksheet', chartsheet: 'chartsheet', dialogsheet: 'dialogsheet', xlMacrosheet: 'macrosheet', xlIntlMacrosheet: 'macrosheet' }

/**
 * Finds the workbook part through the package's relationships, whatever it is called.
 * @throws HostError `xlsb-binary`, `other-format`, `not-a-workbook`
 */
async function findWorkbookPart(pack: Package): Promise<string> {
  let part = 'xl/workbook.xml'
  for (const relationship of (await pack.relationships('')).values()) if (relationship.type === 'officeDocument' && !relationship.external) part = relationship.target
  if (/\.bin$/i.test(part) || (!pack.has(part) && pack.has('xl/workbook.bin'))) throw new HostError('xlsb-binary')
  if (/^word\//i.test(part)) throw new HostError('other-format', { format: 'Word (.docx)' })
  if (/^ppt\//i.test(part)) throw new HostError('other-format', { format: 'PowerPoint (.pptx)' })
  if (pack.has(part)) return part
  const mime = await pack.text('mimetype').catch(() => undefined)
  if (mime?.includes('opendocument') === true) throw new HostError('other-format', { format: 'OpenDocument (.ods)' })
  throw new HostError('not-a-workbook')
}

export async function readWorkbookPart(pack: Package): Promise<WorkbookPart> {
  const part = await findWorkbookPart(pack)
  const relationships = await pack.relationships(part)
  const source = (await pack.text(part)) ?? ''
  const sheets: SheetEntry[] = [], parts = new Set<string>()
  const named: { name: string; refersTo: string; localTo: string | undefined; hidden: boolean }[] = []
  let dateSystem: 1900 | 1904 = 1900
  let isWorkbook = false
  let current: (typeof named)[number] | undefined
  readXml(source, part, {
    open(element, attributes) {
      if (element === 'workbook') isWorkbook = true
      else if (element === 'workbookPr') dateSystem = isOn(attributes['date1904']) ? 1904 : 1900
      else if (element === 'sheet') {
        if (sheets.length >= BOUNDS.sheets) throw tooMuch(part, 'work.sheets', BOUNDS.sheets)
        const relation = relationships.get(attributes[':id'] ?? '')
        const state = attributes['state']
        // Two sheets over one part: Excel calls it damage, and reading it again and again would be endless work.
        const key = relation === undefined || relation.external ? undefined : relation.target.toLowerCase()
        if (key !== undefined && parts.has(key)) throw new HostError('damaged', { part: relation?.target ?? part })
        if (key !== undefined) parts.add(key)
        sheets.push({
          name: decodeEscapes(attributes['name'] ?? `Sheet${sheets.length + 1}`),
          kind: ownValue(KINDS, relation?.type ?? 'worksheet') ?? 'worksheet',
          visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          part: relation !== undefined && !relation.external && pack.has(relation.target) ? relation.target : undefined,
          sheetId: Number(attributes['sheetId'] ?? 0),
          relationId: attributes[':id'] ?? '',
        })
      } else if (element === 'definedName') {
        current = { name: attributes['name'] ?? '', refersTo: '', localTo: attributes['localSheetId'], hidden: isOn(attributes['hidden']) }
      }
    },
    text(text) {
      if (current !== undefined) current.refersTo += text
    },
    close(element) {
      if (element === 'definedName' && current !== undefined) {
        named.push(current)
        current = undefined
      }
    },
  })
  if (!isWorkbook) throw new HostError('not-a-workbook')
  const names = named.map(({ name, refersTo, localTo, hidden }): DefinedName => {
    const sheet = localTo === undefined ? undefined : sheets[Number(localTo)]?.name
    return { name, refersTo, ...(sheet === undefined ? {} : { sheet }), ...(hidden ? { hidden } : {}) }
  })
  return { part, isStrict: source.includes('http://purl.oclc.org/ooxml/spreadsheetml/main'), dateSystem, sheets, names, relationships }
}
