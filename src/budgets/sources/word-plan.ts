import { at } from '../../core/at'
import { maskText } from '../../core/mask'
import type { CellValue } from '../../core/cell'
import type { ColumnKey, Person } from '../../core/reading'
import { exactly } from '../../formula/criteria'
import type { EncodedColumn, RosterTable } from './roster'
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

/** What is wanted, and which columns tell it. */
export interface WantedWords {
  readonly wanted: (person: Person) => boolean
  /** Columns whose words tell the kind; every wanted person must have a word in each. */
  readonly keys: readonly ColumnKey[]
  /** Whose words count in a column, where that is more than those who are wanted: a person added later has them too. */
  readonly wider?: Readonly<Partial<Record<ColumnKey, (person: Person) => boolean>>>
  /** Words that count in a column although nobody has them yet. */
  readonly always?: Readonly<Partial<Record<ColumnKey, readonly string[]>>>
}

/** Excel compares criteria of up to 255 characters. */
const LONGEST = 255
const MOST_WORDS = 40
const MOST_EXCLUDED = 10

/**
 * Finds the words by which a list tells who is wanted. `null` where words alone do not tell: the same words stand beside people
 * who are counted otherwise, or a cell is blank.
 */
export function wordPlan(roster: RosterTable, { wanted, keys, wider = {}, always = {} }: WantedWords): WordPlan | null {
  const columns: { readonly column: number; readonly encoded: EncodedColumn; readonly fits: Uint8Array; readonly words: Set<string> }[] = []
  for (const key of keys) {
    const column = roster.columnOf(key)
    if (column === null) return null
    const encoded = roster.column(column), fits = new Uint8Array(encoded.values.length), flags = roster.flags(wider[key] ?? wanted)
    for (let index = 0; index < flags.length; index++) if (flags[index] === 1) fits[at(encoded.ids, index)] = 1
    const words = new Set<string>(always[key] ?? [])
    for (let id = 0; id < fits.length; id++) {
      const value = encoded.values[id] ?? null
      // Those who are always counted in this column count whether anybody wanted has them or not.
      if (fits[id] !== 1) {
        if (typeof value === 'string' && words.has(value)) fits[id] = 1
        continue
      }
      const word = usable(value)
      if (word === null || words.size >= MOST_WORDS) return null
      words.add(word)
    }
    columns.push({ column, encoded, fits, words })
  }
  const flags = roster.flags(wanted), others: number[] = []
  for (let index = 0; index < flags.length; index++) {
    if (flags[index] === 1) continue
    let isMatch = true
    for (const { encoded, fits } of columns) isMatch &&= fits[at(encoded.ids, index)] === 1
    if (isMatch) others.push(index)
  }
  const not = exclusions(roster, flags, others)
  return not === null ? null : { oneOf: columns.map(({ column, words }) => ({ column, words: [...words] })), not }
}

/** Words of state or name that take out those who match and are not wanted (离职, 空缺). */
function exclusions(roster: RosterTable, wanted: Uint8Array, others: readonly number[]): WordPlan['not'] | null {
  if (others.length === 0) return []
  const columns = (['status', 'name', 'remark', 'position'] as const).map(key => roster.columnOf(key)).filter(column => column !== null)
  // Words of those who stay must not be excluded.
  const kept = columns.map(column => {
    const set = new Set<CellValue>()
    for (let index = 0; index < wanted.length; index++)
      if (wanted[index] === 1) set.add(roster.rawAt(roster.people[index]?.row ?? 0, column))
    return set
  })
  const not = new Map<string, { column: number; word: string }>()
  for (const index of others) {
    const row = roster.people[index]?.row ?? 0
    const at = columns.findIndex((column, which) => {
      const word = usable(roster.rawAt(row, column))
      return word !== null && kept[which]?.has(word) !== true
    })
    const column = columns[at]
    if (column === undefined) return null
    const word = usable(roster.rawAt(row, column)) ?? ''
    not.set(`${String(column)} ${word}`, { column, word })
    if (not.size > MOST_EXCLUDED) return null
  }
  return [...not.values()]
}

/** A text that can be a criterion: one that holds an id would carry it into the formulas of the sheets that are made. */
export function usable(value: CellValue): string | null {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST && exactly(value).length <= LONGEST && maskText(value) === value ? value : null
}

/**
 * The conditions as arguments of COUNTIFS or SUMIFS over rows `first` to `last`, and whether they give several results.
 * Two columns with several words each are laid crosswise, so that every pair is counted; a third cannot be.
 */
export function planArguments(
  roster: RosterTable,
  plan: WordPlan,
  first: number,
  last: number,
  before: number,
): { readonly text: string; readonly arrays: number } | null {
  let arrays = before,
    text = ''
  for (const { column, words } of plan.oneOf) {
    if (words.length === 0) return null
    if (words.length > 1) arrays++
    if (arrays > 2) return null
    text += `,${roster.rangeOf(column, first, last)},${wordList(words, arrays === 2 ? ';' : ',')}`
  }
  for (const { column, word } of plan.not)
    text += `,${roster.rangeOf(column, first, last)},${textLiteral(`<>${exactly(word).replace(/^=/, '')}`)}`
  return { text, arrays }
}

export function wordList(words: readonly string[], separator: ',' | ';'): string {
  const [only] = words
  return words.length === 1 && only !== undefined ? textLiteral(exactly(only)) : `{${words.map(word => textLiteral(exactly(word))).join(separator)}}`
}
