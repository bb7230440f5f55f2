import type { CellValue } from '../../core/cell'
import type { ColumnKey, Person } from '../../core/reading'
import { exactly } from '../formula/criteria'
import { columnOf, rangeOf, rawAt } from './roster'
import type { RosterTable } from './roster'
import { textLiteral } from './source'

/** A condition on a column: any of these words, as they stand in the cells. */
interface OneOf {
  readonly column: number
  readonly words: readonly string[]
}

/** How a kind of people is told apart by the words of a list: all columns must hold one of their words, and none of the excluded. */
export interface WordPlan {
  readonly oneOf: readonly OneOf[]
  readonly not: readonly { readonly column: number; readonly word: string }[]
}

/** Excel compares criteria of up to 255 characters. */
const LONGEST = 255
const MOST_WORDS = 40
const MOST_EXCLUDED = 10

/**
 * Finds the words by which a list tells who is wanted. `null` where words alone do not tell: the same words stand beside people
 * who are counted otherwise, or a cell is blank.
 * @param keys the columns to look at; every wanted person must have a word in each
 * @param wider whose words count in a column, where that is more than those who are wanted: a person added later has them too
 * @param always words that count in a column although nobody has them yet
 */
export function wordPlan(roster: RosterTable, wanted: (person: Person) => boolean, keys: readonly ColumnKey[], wider: Readonly<Partial<Record<ColumnKey, (person: Person) => boolean>>> = {}, always: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {}): WordPlan | null {
  const columns: number[] = []
  for (const key of keys) {
    const column = columnOf(roster, key)
    if (column === null) return null
    columns.push(column)
  }
  const words = columns.map(() => new Set<string>())
  const whose = keys.map(key => wider[key] ?? wanted)
  for (const person of roster.people) {
    for (let index = 0; index < columns.length; index++) {
      if (whose[index]?.(person) !== true) continue
      const raw = rawAt(roster, person.row, columns[index] ?? 0), seen = words[index]
      if (seen === undefined || seen.has(raw as string)) continue
      const word = usable(raw)
      if (word === null) return null
      seen.add(word)
      if (seen.size > MOST_WORDS) return null
    }
  }
  for (const [index, key] of keys.entries()) for (const word of always[key] ?? []) words[index]?.add(word)
  const matches = (person: Person): boolean => {
    for (let index = 0; index < columns.length; index++) {
      const raw = rawAt(roster, person.row, columns[index] ?? 0)
      if (typeof raw !== 'string' || words[index]?.has(raw) !== true) return false
    }
    return true
  }
  const not = exclusions(roster, wanted, matches)
  return not === null ? null : { oneOf: columns.map((column, index) => ({ column, words: [...(words[index] ?? [])] })), not }
}

/** Words of state or name that take out those who match and are not wanted (离职, 空缺). */
function exclusions(roster: RosterTable, wanted: (person: Person) => boolean, matches: (person: Person) => boolean): WordPlan['not'] | null {
  const candidates = [columnOf(roster, 'status'), columnOf(roster, 'name'), columnOf(roster, 'remark'), columnOf(roster, 'position')].filter(column => column !== null)
  // Words of those who stay must not be excluded; gathered only when there is somebody to take out.
  let gathered: Set<CellValue>[] | null = null
  const kept = (): Set<CellValue>[] => (gathered ??= candidates.map(column => {
    const set = new Set<CellValue>()
    for (const person of roster.people) if (wanted(person)) set.add(rawAt(roster, person.row, column))
    return set
  }))
  const not = new Map<string, { column: number; word: string }>()
  for (const person of roster.people) {
    if (wanted(person) || !matches(person)) continue
    const found = candidates.findIndex((column, index) => {
      const word = usable(rawAt(roster, person.row, column))
      return word !== null && kept()[index]?.has(word) !== true
    })
    const column = candidates[found]
    if (column === undefined) return null
    const word = usable(rawAt(roster, person.row, column)) ?? ''
    not.set(`${String(column)} ${word}`, { column, word })
    if (not.size > MOST_EXCLUDED) return null
  }
  return [...not.values()]
}

/** A text that can be a criterion. */
export function usable(value: CellValue): string | null {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST && exactly(value).length <= LONGEST ? value : null
}

/**
 * The conditions as arguments of COUNTIFS or SUMIFS over rows `first` to `last`, and whether they give several results.
 * Two columns with several words each are laid crosswise, so that every pair is counted.
 */
export function planArguments(roster: RosterTable, plan: WordPlan, first: number, last: number, before: number): { readonly text: string; readonly arrays: number } | null {
  let arrays = before, text = ''
  for (const { column, words } of plan.oneOf) {
    if (words.length === 0) return null
    if (words.length > 1) arrays++
    if (arrays > 2) return null
    text += `,${rangeOf(roster, column, first, last)},${wordList(words, arrays === 2 ? ';' : ',')}`
  }
  for (const { column, word } of plan.not) text += `,${rangeOf(roster, column, first, last)},${textLiteral(`<>${exactly(word).replace(/^=/, '')}`)}`
  return { text, arrays }
}

export function wordList(words: readonly string[], separator: ',' | ';'): string {
  const [only] = words
  return words.length === 1 && only !== undefined ? textLiteral(exactly(only)) : `{${words.map(word => textLiteral(exactly(word))).join(separator)}}`
}
