import type { CellValue } from './core/cell'
import type { ComparedField, ComparedPerson, Unmatched } from './core/comparison'
import type { ColumnKey, Person } from './core/reading'
import { Cells, dayOf } from './compare-cells'
import type { Side } from './compare-cells'
import { message } from './messages'
import { readEducation } from './vocabulary/education'
import { readEmployment } from './vocabulary/employment'
import { readId } from './vocabulary/ids'
import { normalise, textOf } from './vocabulary/normalise'
import { readPresence } from './vocabulary/status'

/** A person of one side with what identifies them. */
interface Known {
  readonly person: Person
  readonly cells: Cells
  readonly community: string | null
  /** 18 characters; '' when none that can be trusted is written. Never said. */
  readonly id: string
  readonly order: number
}

/**
 * Who came, left, moved or changed. People are matched by id, else by name and birth, else by a name that only one person of the community has on
 * either side; two with different valid ids and different births are two people, whatever their names.
 */
export function comparePeople(
  old: Side,
  now: Side,
): { readonly people: readonly ComparedPerson[]; readonly unmatched: readonly Unmatched[] } {
  const before = peopleOf(old),
    after = peopleOf(now),
    pairs = new Map<Known, Known>(),
    taken = new Set<Known>()
  const pair = (key: (person: Known) => string | null, unique: boolean): void => {
    const left = grouped(
        before.filter(each => !pairs.has(each)),
        key,
      ),
      right = grouped(
        after.filter(each => !taken.has(each)),
        key,
      )
    for (const [name, ones] of left) {
      const others = right.get(name)
      if (others === undefined || (unique && (ones.length > 1 || others.length > 1))) continue
      for (const [at, one] of ones.entries()) {
        const other = others[at]
        if (other === undefined || (unique && areTwo(one, other))) continue
        pairs.set(one, other)
        taken.add(other)
      }
    }
  }
  pair(each => (each.id === '' ? null : each.id), false)
  pair(
    each => (isNamed(each) && each.person.birth > 0 ? `${each.person.name} ${String(each.person.birth)} ${each.community ?? ''}` : null),
    false,
  )
  pair(each => (isNamed(each) && each.person.birth > 0 ? `${each.person.name} ${String(each.person.birth)}` : null), false)
  pair(each => (isNamed(each) && each.community !== null ? `${each.person.name} ${each.community}` : null), true)

  const people: ComparedPerson[] = [],
    unmatched: Unmatched[] = []
  const doubtful = new Set<Known>()
  for (const [list, others, side] of [
    [before.filter(each => !pairs.has(each)), after.filter(each => !taken.has(each)), 'old'],
    [after.filter(each => !taken.has(each)), before.filter(each => !pairs.has(each)), 'new'],
  ] as const) {
    const namesakes = grouped(others, each => (isNamed(each) ? `${each.person.name} ${each.community ?? ''}` : null))
    const counts = grouped(list, each => (isNamed(each) ? `${each.person.name} ${each.community ?? ''}` : null))
    for (const each of list) {
      if (!isHere(each.person)) continue
      const key = `${each.person.name} ${each.community ?? ''}`,
        there = namesakes.get(key)?.some(other => !areTwo(each, other)) === true
      if (isNamed(each) && !(there && ((counts.get(key)?.length ?? 0) > 1 || (namesakes.get(key)?.length ?? 0) > 1))) continue
      doubtful.add(each)
      unmatched.push({
        side,
        kind: 'person',
        name: each.person.name,
        community: each.community,
        cell: each.cells.rowCell(each.person),
        why: message(isNamed(each) ? 'compare.namesakes' : 'compare.no-name'),
      })
    }
  }
  for (const one of before) {
    const other = pairs.get(one)
    if (other === undefined) {
      if (isHere(one.person) && !doubtful.has(one))
        people.push({ name: one.person.name, community: one.community, change: 'left', fields: [] })
      continue
    }
    const was = isHere(one.person),
      is = isHere(other.person),
      fields = fieldsOf(one, other)
    if (was && is) {
      if (one.community !== other.community) people.push({ name: other.person.name, community: other.community, change: 'moved', fields })
      else if (fields.length > 0) people.push({ name: other.person.name, community: other.community, change: 'changed', fields })
    } else if (was || is)
      people.push({ name: other.person.name, community: is ? other.community : one.community, change: is ? 'came' : 'left', fields })
  }
  for (const other of after)
    if (!taken.has(other) && isHere(other.person) && !doubtful.has(other))
      people.push({ name: other.person.name, community: other.community, change: 'came', fields: [] })
  return { people, unmatched }
}

/** Everybody in the lists that count; vacant posts are nobody. */
function peopleOf(side: Side): Known[] {
  const cells = new Cells(side), { reading } = side
  return reading.people.flatMap((person, order) => {
    if (reading.tables[person.table]?.counted !== true || person.presence === 'vacant') return []
    return [{ person, cells, community: reading.communities[person.community]?.name ?? null, id: idOf(cells.value(person, 'id')), order }]
  })
}

function idOf(value: CellValue): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const { state } = readId(value)
  if (state !== 'valid' && state !== 'checksum') return ''
  const id = normalise(textOf(value)).replace(/[^\dXx]/g, '').toUpperCase()
  // The form of before 1999 lacks the century and the check character: both forms of one number are one.
  return id.length === 18 ? id.slice(0, 17) : id.length === 15 ? `${id.slice(0, 6)}19${id.slice(6)}` : ''
}

function isNamed({ person }: Known): boolean {
  return person.name !== ''
}

function isHere(person: Person): boolean {
  return person.presence !== 'left'
}

/** Different ids and different births: two people of one name. */
function areTwo(one: Known, other: Known): boolean {
  return one.id !== '' && other.id !== '' && one.id !== other.id && one.person.birth > 0 && other.person.birth > 0 && one.person.birth !== other.person.birth
}

function grouped(people: readonly Known[], key: (person: Known) => string | null): Map<string, Known[]> {
  const found = new Map<string, Known[]>()
  for (const person of people) {
    const name = key(person)
    if (name === null) continue
    const known = found.get(name)
    if (known === undefined) found.set(name, [person])
    else known.push(person)
  }
  return found
}

const WRITTEN: readonly ColumnKey[] = ['sex', 'education', 'educationFullTime', 'educationInService', 'politics', 'employment', 'status', 'position', 'hired', 'pay', 'insurance', 'certificate', 'principal']

/** What is written otherwise and means something else: 大学本科 for 本科 is no change. */
function fieldsOf(one: Known, other: Known): ComparedField[] {
  const fields: ComparedField[] = [], at = (key: ColumnKey): Pick<ComparedField, 'oldCell' | 'newCell'> => ({ oldCell: one.cells.cell(one.person, key), newCell: other.cells.cell(other.person, key) })
  const add = (key: ColumnKey, was: ComparedField['old'], is: ComparedField['new']): void => {
    fields.push({ key, old: was, new: is, ...at(key) })
  }
  if (one.community !== other.community) add('community', one.community, other.community)
  if (one.person.name !== other.person.name) add('name', one.person.name, other.person.name)
  if (one.id !== other.id && one.id !== '' && other.id !== '') add('id', one.cells.shown(one.person, 'id'), other.cells.shown(other.person, 'id'))
  const born = (known: Known): string | null => (known.person.birth === 0 ? null : dayOf(known.person.birth, known.person.birthPrecision))
  const was = born(one), is = born(other)
  if (was !== null && is !== null && was !== is && !was.startsWith(is) && !is.startsWith(was)) add('birth', was, is)
  for (const key of WRITTEN) {
    if (one.cells.column(one.person, key) === 0 || other.cells.column(other.person, key) === 0) continue
    const before = one.cells.shown(one.person, key), after = other.cells.shown(other.person, key)
    if (before !== after && meaning(key, before) !== meaning(key, after)) add(key, before, after)
  }
  if (one.person.presence !== other.person.presence && !fields.some(field => field.key === 'status')) add('status', one.person.presence, other.person.presence)
  return fields
}

/** A word by what it means, where the vocabulary knows it. */
function meaning(key: ColumnKey, value: string | number | null): string {
  const text = value === null ? '' : String(value)
  if (text === '') return ''
  switch (key) {
    case 'education': case 'educationFullTime': case 'educationInService': {
      const { level, college } = readEducation(text)
      return level === 'unknown' || level === 'code' ? text : `${level} ${college}`
    }
    case 'politics':
      return /预备/.test(text) ? '预备党员' : /团员/.test(text) ? '团员' : /^(?:中共)?(?:正式)?党员|^中国共产党/.test(text) ? '党员' : text
    case 'employment': {
      const { employment, note } = readEmployment(text, '')
      return note !== null || employment === 'unknown' ? text : employment
    }
    case 'status': {
      const { presence, note } = readPresence(text, '')
      return note !== null ? text : presence
    }
    default:
      return text
  }
}
