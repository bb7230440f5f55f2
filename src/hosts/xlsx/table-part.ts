import { parseBox } from '../../core/place'
import type { NamedTable } from '../../core/snapshot'
import type { Package } from './package'
import { decodeEscapes, readXml } from './xml'

/** One `xl/tables/table1.xml`; `undefined` when it names no box. */
function readTable(source: string, part: string): NamedTable | undefined {
  let table: NamedTable | undefined
  const columns: string[] = []
  let inner = 0
  readXml(source, part, {
    open(element, attributes) {
      if (element === 'table' && table === undefined) {
        const box = parseBox(attributes['ref'] ?? '')
        if (box === null) return
        const headerRows = Number(attributes['headerRowCount'] ?? 1), totalsRows = Number(attributes['totalsRowCount'] ?? 0)
        table = { name: attributes['displayName'] ?? attributes['name'] ?? '', box, headerRows, totalsRows, columns }
      } else if (element === 'tableColumn' && inner === 0) columns.push(decodeEscapes(attributes['name'] ?? ''))
      if (element === 'extLst') inner++
    },
    close(element) {
      if (element === 'extLst') inner--
    },
  })
  return table
}

/** The tables of a sheet's part. */
export async function readTables(pack: Package, part: string): Promise<NamedTable[]> {
  const tables: NamedTable[] = []
  for (const relationship of (await pack.relationships(part)).values()) {
    if (relationship.type !== 'table' || relationship.external) continue
    const source = await pack.text(relationship.target)
    const table = source === undefined ? undefined : readTable(source, relationship.target)
    if (table !== undefined) tables.push(table)
  }
  return tables
}
