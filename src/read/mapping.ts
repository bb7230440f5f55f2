import { headerNames, sameHeaders } from '../core/header-names'
import { boxName, columnName, parseBox } from '../core/place'
import type { Box } from '../core/place'
import type { Mapping, TableMapping } from '../core/mapping'
import type { ColumnKey, Employment, TableKind } from '../core/reading'
import type { ReadNotice } from '../core/snapshot'
import { hash } from '../core/waiver'
import type { FoundTable } from './found-table'

const KINDS: readonly TableKind[] = ['staff', 'premises', 'community', 'staffing-summary', 'pay', 'budget', 'fund', 'funding-sources', 'other']

/**
 * Names under which questions about a table are asked and answered: the sheet and a hash of the header words, so that an inserted row or
 * column loses no answer, and a header that is none (the first row of people, say) gives nothing away.
 */
export function tableId(found: FoundTable): string {
  return `table:${wordsOf(found)}`
}

export function secondListId(found: FoundTable): string {
  return `second-list:${wordsOf(found)}`
}

export function listEmploymentId(found: FoundTable): string {
  return `employment:${wordsOf(found)}`
}

export function listCommunityId(found: FoundTable): string {
  return `community:${wordsOf(found)}`
}

export function columnId(found: FoundTable, column: number): string {
  return `column:${wordsOf(found)}/${hash(columnNames(found)[column - found.header.left] ?? '').slice(0, 6)}`
}

/** Tables of a workbook by the words under which they are asked about; equal ones of a sheet are numbered in their order. */
const named = new WeakMap<FoundTable, string>()

/** Gives every table its name; to be called once for all tables of a workbook, in their order. */
export function nameTables(tables: readonly FoundTable[]): void {
  const seen = new Map<string, number>()
  for (const found of tables) {
    const words = `${found.sheet.name}!${hash(columnNames(found).join('\u0000')).slice(0, 8)}`, times = (seen.get(words) ?? 0) + 1
    seen.set(words, times)
    named.set(found, times === 1 ? words : `${words}#${times}`)
  }
}

function wordsOf(found: FoundTable): string {
  return named.get(found) ?? placeOf(found)
}

/** Made once a table: it is asked for every column. */
const namesOfColumns = new WeakMap<FoundTable, readonly string[]>()

function columnNames(found: FoundTable): readonly string[] {
  const known = namesOfColumns.get(found)
  if (known !== undefined) return known
  const names = headerNames(headersOf(found))
  namesOfColumns.set(found, names)
  return names
}

function headersOf(found: FoundTable): string[] {
  return found.levels.map(levels => levels.filter(level => level !== '').join(' / '))
}

/** How tables were named before their words did: answers that were kept then still hold where nothing moved. */
function placeOf(found: FoundTable): string {
  return `${found.sheet.name}!${boxName(found.header)}`
}

/** What the person or a mapping file said, looked up. It wins over everything the program would think, and what finds nothing is said. */
export class Told {
  private readonly answers: ReadonlyMap<string, string>
  private readonly usedAnswers = new Set<string>()
  private readonly usedTables = new Set<TableMapping>()

  constructor(private readonly mapping: Mapping | undefined) {
    this.answers = new Map(Object.entries(mapping?.answers ?? {}))
  }

  /** What was said of a table: by its header words, else by the place of its header, else as the only one of its sheet. */
  table(found: FoundTable, tablesOnSheet: number): TableMapping | undefined {
    const entries = this.mapping?.tables ?? []
    const entry =
      entries.find(each => each.sheet === found.sheet.name && each.headers !== undefined && sameHeaders(each.headers, headersOf(found))) ??
      entries.find(
        each =>
          each.sheet === found.sheet.name &&
          each.headers === undefined &&
          (each.header === undefined ? tablesOnSheet === 1 : sameBox(parseBox(each.header), found.header)),
      ) ??
      entries.find(each => each.headers !== undefined && sameHeaders(each.headers, headersOf(found)) && !this.usedTables.has(each))
    if (entry !== undefined) this.usedTables.add(entry)
    return entry
  }

  kind(found: FoundTable, tablesOnSheet: number): TableKind | 'ignore' | undefined {
    const kind = this.table(found, tablesOnSheet)?.kind ?? this.answer(tableId(found), `table:${placeOf(found)}`)
    return kind === 'ignore' || KINDS.includes(kind as TableKind) ? kind as TableKind | 'ignore' : undefined
  }

  column(found: FoundTable, column: number): string | undefined {
    return this.answer(columnId(found, column), `column:${found.sheet.name}!${columnName(column)}${found.header.top}`)
  }

  counts(found: FoundTable): boolean | undefined {
    const told = this.answer(secondListId(found), `second-list:${placeOf(found)}`)
    return told === 'count' ? true : told === 'ignore' ? false : undefined
  }

  listEmployment(found: FoundTable): Employment | undefined {
    const told = this.answer(listEmploymentId(found), `employment:${placeOf(found)}`)
    return told === 'formal' || told === 'contracted' || told === 'undecided' ? told : undefined
  }

  listCommunity(found: FoundTable): string | undefined {
    const told = this.answer(listCommunityId(found), `community:${placeOf(found)}`)
    return told === undefined || told === '' || told === 'none' ? undefined : told
  }

  /** Corrections of tables, and answers about tables, that found nothing to hold for. */
  unused(): ReadNotice[] {
    const tables = (this.mapping?.tables ?? []).filter(entry => !this.usedTables.has(entry))
    const answers = [...this.answers.keys()].filter(id => /^(?:table|second-list|employment|community|column):/.test(id) && !this.usedAnswers.has(id))
    return [
      ...tables.map((entry): ReadNotice => ({ key: 'notice.correction-unused', params: { sheet: entry.sheet, header: entry.header ?? entry.headers?.slice(0, 4).join('、') ?? '' } })),
      ...(answers.length === 0 ? [] : [{ key: 'notice.answers-unused', params: { count: answers.length, sheets: [...new Set(answers.map(sheetOf))].slice(0, 5).join('、') } }]),
    ]
  }

  private answer(...ids: readonly string[]): string | undefined {
    for (const id of ids) {
      const told = this.answers.get(id)
      if (told === undefined) continue
      this.usedAnswers.add(id)
      return told
    }
    return undefined
  }
}

/** Columns that a correction names, as keys with column numbers; `null`: no column has the key. A header that is not there is left out. */
export function toldColumns(
  mapping: TableMapping | undefined,
  columns: readonly { readonly column: number; readonly header: string }[],
): readonly (readonly [ColumnKey, number | null])[] {
  const names = headerNames(columns.map(column => column.header))
  const byHeader = Object.entries(mapping?.columnHeaders ?? {}).flatMap(([key, header]): (readonly [ColumnKey, number | null])[] => {
    const at = header === null ? -1 : names.indexOf(headerNames([header])[0] ?? '')
    return header === null ? [[key as ColumnKey, null]] : columns[at] === undefined ? [] : [[key as ColumnKey, columns[at].column]]
  })
  const byLetter = Object.entries(mapping?.columns ?? {}).map(([key, letter]): readonly [ColumnKey, number | null] => {
    const box = letter === null ? null : parseBox(`${letter}1`)
    return [key as ColumnKey, box === null ? null : box.left]
  })
  return [...byLetter, ...byHeader]
}

function sheetOf(id: string): string {
  return id.slice(id.indexOf(':') + 1, id.lastIndexOf('!'))
}

/** A header given with the same top left corner is the same header, however many columns a person marked. */
function sameBox(given: Box | null, header: Box): boolean {
  return given !== null && given.top === header.top && given.left === header.left
}
