import type { BudgetMeaning } from '../src/core/budget-meaning'
import { headerNames, sameHeaders } from '../src/core/header-names'
import type { Mapping, TableMapping } from '../src/core/mapping'
import type { ColumnKey, TableKind, TableReading } from '../src/core/reading'

/** A mapping with one table's kind set by the person. */
export function withKind(mapping: Mapping, table: TableReading, kind: TableKind | 'ignore'): Mapping {
  return withTable(mapping, table, entry => ({ ...entry, kind }))
}

/**
 * A mapping with the meaning of one column set by the person; `null`: the column is not used.
 * A key that another column had goes to this one alone.
 */
export function withColumn(mapping: Mapping, table: TableReading, column: number, key: ColumnKey | null): Mapping {
  const names = headerNames(table.columns.map(other => other.header)), at = table.columns.findIndex(other => other.column === column)
  const before = table.columns[at]?.key ?? null, name = names[at] ?? ''
  return withTable(mapping, table, entry => {
    const columns: Partial<Record<ColumnKey, string | null>> = { ...entry.columnHeaders }
    if (before !== null && before !== key && (columns[before] === undefined || columns[before] === name)) columns[before] = null
    if (key !== null) columns[key] = name
    return { ...entry, columnHeaders: columns }
  })
}

/** A mapping with one question answered. */
export function withAnswer(mapping: Mapping, question: string, answer: string): Mapping {
  return { ...mapping, answers: { ...mapping.answers, [question]: answer } }
}

/** A mapping with the meaning of one word of the budget sheets said, or taken back (`null`). */
export function withBudgetWord(mapping: Mapping, word: string, meaning: BudgetMeaning | null): Mapping {
  const budget = Object.entries(mapping.words?.budget ?? {}).filter(([other]) => other !== word)
  if (meaning !== null) budget.push([word, meaning])
  const { budget: _before, ...words } = mapping.words ?? {}
  return { ...mapping, words: budget.length === 0 ? words : { ...words, budget: Object.fromEntries(budget) } }
}

/** A mapping in which a name is another writing of a community. */
export function withCommunity(mapping: Mapping, written: string, name: string): Mapping {
  return { ...mapping, communities: { ...mapping.communities, [written]: name } }
}

export function isCorrected(mapping: Mapping): boolean {
  return (
    (mapping.tables?.length ?? 0) > 0 ||
    [mapping.answers, mapping.communities, ...Object.values(mapping.words ?? {})].some(each => Object.keys(each ?? {}).length > 0)
  )
}

/** Kept by the sheet and the header words: a row or column put in later loses no correction. */
function withTable(mapping: Mapping, table: TableReading, change: (entry: TableMapping) => TableMapping): Mapping {
  const headers = table.columns.map(column => column.header)
  const entries = mapping.tables ?? []
  const found = entries.find(entry => entry.sheet === table.sheet && entry.headers !== undefined && sameHeaders(entry.headers, headers))
  const changed = change(found ?? { sheet: table.sheet, headers })
  return { ...mapping, tables: found === undefined ? [...entries, changed] : entries.map(entry => (entry === found ? changed : entry)) }
}
