import { boxName, parseBox } from '../core/place'
import type { Box } from '../core/place'
import type { Employment, Mapping, TableKind, TableMapping } from '../core/reading'
import { columnName } from '../core/place'
import type { FoundTable } from './find-tables'

const KINDS: readonly TableKind[] = ['staff', 'premises', 'community', 'staffing-summary', 'pay', 'budget', 'fund', 'funding-sources', 'other']

/** Names under which questions about a table are asked and answered; stable as long as the table stays where it is. */
export function tableId(found: FoundTable): string {
  return `table:${placeOf(found)}`
}

export function secondListId(found: FoundTable): string {
  return `second-list:${placeOf(found)}`
}

export function listEmploymentId(found: FoundTable): string {
  return `employment:${placeOf(found)}`
}

export function listCommunityId(found: FoundTable): string {
  return `community:${placeOf(found)}`
}

export function columnId(found: FoundTable, column: number): string {
  return `column:${found.sheet.name}!${columnName(column)}${found.header.top}`
}

function placeOf(found: FoundTable): string {
  return `${found.sheet.name}!${boxName(found.header)}`
}

/** What the person or a mapping file said, looked up. It wins over everything the program would think. */
export class Told {
  constructor(private readonly mapping: Mapping | undefined) {}

  table(found: FoundTable, tablesOnSheet: number): TableMapping | undefined {
    return this.mapping?.tables?.find(entry => entry.sheet === found.sheet.name && (entry.header === undefined ? tablesOnSheet === 1 : sameBox(parseBox(entry.header), found.header)))
  }

  kind(found: FoundTable, tablesOnSheet: number): TableKind | 'ignore' | undefined {
    const kind = this.table(found, tablesOnSheet)?.kind ?? this.mapping?.answers?.[tableId(found)]
    return kind === 'ignore' || KINDS.includes(kind as TableKind) ? kind as TableKind | 'ignore' : undefined
  }

  column(found: FoundTable, column: number): string | undefined {
    return this.mapping?.answers?.[columnId(found, column)]
  }

  counts(found: FoundTable): boolean | undefined {
    const told = this.mapping?.answers?.[secondListId(found)]
    return told === 'count' ? true : told === 'ignore' ? false : undefined
  }

  listEmployment(found: FoundTable): Employment | undefined {
    const told = this.mapping?.answers?.[listEmploymentId(found)]
    return told === 'formal' || told === 'contracted' || told === 'undecided' ? told : undefined
  }

  listCommunity(found: FoundTable): string | undefined {
    const told = this.mapping?.answers?.[listCommunityId(found)]
    return told === undefined || told === '' || told === 'none' ? undefined : told
  }
}

/** A header given with the same top left corner is the same header, however many columns a person marked. */
function sameBox(given: Box | null, header: Box): boolean {
  return given !== null && given.top === header.top && given.left === header.left
}
