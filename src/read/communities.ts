import type { Answer, CommunityReading, Known } from '../core/reading'
import type { Place } from '../core/place'
import { ownValue } from '../core/own-value'
import { communityName } from '../vocabulary/communities'
import { normalise } from '../vocabulary/normalise'
import { withoutNumbering } from '../vocabulary/numbering'
import { isTownshipUnit } from './place-names'

const MOST_PLACES = 50
const TOWN_BEFORE = /^.{2,}?(?:街道办事处|街道|镇|乡)(?=.{2,})/

interface Entry {
  readonly index: number
  readonly name: string
  readonly label: string
  readonly labels: Set<string>
  readonly places: Place[]
  households: Known | null
  population: Known | null
  model: Answer
  readonly conflicts: { what: 'households' | 'population'; places: Place[] }[]
}

/** All communities of a workbook under one name each, whatever way of writing is met. */
export class CommunityIndex {
  private readonly entries: Entry[] = []
  private readonly byName = new Map<string, number>()
  /** By text as written: each way of writing is worked out once. */
  private readonly byText = new Map<string, number>()

  /** Other names that the workbook's own list of communities gives. */
  private readonly learnt = new Map<string, string>()

  /** @param aliases other writings of a name, from the mapping: `{ 城南: 河南 }` */
  constructor(private readonly aliases: Readonly<Record<string, string>> = {}) {}

  /** Index of the community that a label names; -1 for a label that names none (a town, an office above the communities). */
  find(label: string, place: Place): number {
    const known = this.byText.get(label)
    if (known !== undefined) {
      if (known >= 0) this.remember(known, place)
      return known
    }
    const index = this.resolve(label, place)
    this.byText.set(label, index)
    return index
  }

  private remember(index: number, place: Place): void {
    const places = this.entries[index]?.places
    if (places === undefined || places.length >= MOST_PLACES) return
    const last = places.at(-1)
    if (last?.sheet !== place.sheet || last.column !== place.column) places.push(place)
  }

  private resolve(label: string, place: Place): number {
    const name = this.nameOf(label)
    if (name === null) return -1
    const shown = communityName(label).label
    const known = this.byName.get(name)
    if (known !== undefined) {
      this.entries[known]?.labels.add(shown)
      this.remember(known, place)
      return known
    }
    const index = this.entries.length
    this.entries.push({ index, name, label: shown, labels: new Set([shown]), places: [place], households: null, population: null, model: 'blank', conflicts: [] })
    this.byName.set(name, index)
    return index
  }

  /** The name under which a label is kept: suffix and town taken off, aliases followed. `null` for no community. */
  nameOf(label: string): string | null {
    const alias = ownValue(this.aliases, normalise(label))
    if (alias !== undefined) return communityName(alias).name
    // White space may be all that parts a number from the name: it is looked at before it goes.
    const plain = normalise(withoutNumbering(label).rest)
    if (plain === '' || isTownshipUnit(plain)) return null
    const { name } = communityName(plain)
    const inner = name.replace(TOWN_BEFORE, '')
    const short = inner !== name && (this.byName.has(inner) || /(?:社区|居委会|居民委员会)$/.test(plain)) ? inner : name
    // JY-01 is the number of a community and no name of one.
    if (short === '' || (/^[A-Za-z]{0,4}[-_]?\d{1,6}$/.test(short) && !this.learnt.has(short))) return null
    const second = ownValue(this.aliases, short)
    return second === undefined ? this.learnt.get(short) ?? short : communityName(second).name
  }

  /** Both names as `nameOf` gives them. What a person said goes before it. */
  learn(alias: string, name: string): void {
    this.learnt.set(alias, name)
  }

  isKnown(text: string): boolean {
    const name = this.nameOf(text)
    return name !== null && this.byName.has(name)
  }

  at(index: number): Entry | undefined {
    return this.entries[index]
  }

  get size(): number {
    return this.entries.length
  }

  /** A count of households or residents; a second, different one is kept for a notice and the first stands. */
  measure(index: number, what: 'households' | 'population', value: number, place: Place): void {
    const entry = this.entries[index]
    if (entry === undefined) return
    const before = entry[what]
    if (before === null) entry[what] = { value, place }
    else if (before.value !== value) entry.conflicts.push({ what, places: [before.place, place] })
  }

  setModel(index: number, model: Answer): void {
    const entry = this.entries[index]
    if (entry !== undefined && model !== 'blank' && entry.model !== 'yes') entry.model = model
  }

  /**
   * Communities that are referred to, in the order they were first met, with their new indexes.
   * @param used indexes that counted rows refer to
   */
  finish(used: ReadonlySet<number>): { communities: CommunityReading[]; moved: Int32Array } {
    const moved = new Int32Array(this.entries.length).fill(-1)
    const communities: CommunityReading[] = []
    for (const entry of this.entries) {
      if (!used.has(entry.index)) continue
      moved[entry.index] = communities.length
      communities.push({
        index: communities.length,
        name: entry.name,
        label: entry.label,
        labels: [...entry.labels],
        places: entry.places,
        households: entry.households,
        population: entry.population,
        model: entry.model,
      })
    }
    return { communities, moved }
  }
}
