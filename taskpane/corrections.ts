import { boxName, columnName } from '../src/core/place'
import type { ColumnKey, Mapping, TableKind, TableMapping, TableReading } from '../src/core/reading'

/** A mapping with one table's kind set by the person. */
export function withKind(mapping: Mapping, table: TableReading, kind: TableKind | 'ignore'): Mapping {
  return withTable(mapping, table, entry => ({ ...entry, kind }))
}

/**
 * A mapping with the meaning of one column set by the person; `null`: the column is not used.
 * A key that another column had goes to this one alone.
 */
export function withColumn(mapping: Mapping, table: TableReading, column: number, key: ColumnKey | null): Mapping {
  const before = table.columns.find(other => other.column === column)?.key ?? null
  return withTable(mapping, table, entry => {
    const columns: Partial<Record<ColumnKey, string | null>> = { ...entry.columns }
    if (before !== null && before !== key && (columns[before] === undefined || columns[before] === columnName(column))) columns[before] = null
    if (key !== null) columns[key] = columnName(column)
    return { ...entry, columns }
  })
}

/** A mapping with one question answered. */
export function withAnswer(mapping: Mapping, question: string, answer: string): Mapping {
  return { ...mapping, answers: { ...mapping.answers, [question]: answer } }
}

export function isCorrected(mapping: Mapping): boolean {
  return (mapping.tables?.length ?? 0) > 0 || [mapping.answers, mapping.communities, ...Object.values(mapping.words ?? {})].some(each => Object.keys(each ?? {}).length > 0)
}

function withTable(mapping: Mapping, table: TableReading, change: (entry: TableMapping) => TableMapping): Mapping {
  const header = boxName(table.header)
  const entries = mapping.tables ?? []
  const found = entries.find(entry => entry.sheet === table.sheet && (entry.header ?? header) === header)
  const changed = change(found ?? { sheet: table.sheet, header })
  return { ...mapping, tables: found === undefined ? [...entries, changed] : entries.map(entry => (entry === found ? changed : entry)) }
}
