import { addRow, columnBoxes } from '../../core/area'
import type { Person } from '../../core/reading'
import { sheetNamed } from '../../core/snapshot'
import { columnAt } from '../../core/table-columns'
import { message } from '../../messages'
import { unitSubject } from '../units'
import { rule } from '../rule'
import { columnFix } from './column-fix'
import type { Found } from '../rule'

/** One community in two writings within one column: 莲花社区 and 莲花居委会. Both are read as one; one of them should be written throughout. */
export const communityTwoSpellings = rule({
  id: 'community-two-spellings', needs: [], severity: 'info', fix: 'ask', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别'], ['莲花社区', '甲某', '正式'], ['莲花社区', '乙某', '正式'], ['莲花居委会', '丙某', '正式']],
    good: [['社区', '姓名', '人员类别'], ['莲花社区', '甲某', '正式'], ['莲花社区', '乙某', '正式'], ['三水居委会', '丙某', '正式']],
  },
  people(input, report) {
    const { reading, snapshot } = input
    const columns = reading.tables.map(table => (table.kind === 'staff' || (table.kind === 'premises' && table.counted) ? columnAt(table, 'community') : 0))
    const rows = reading.tables.map(table => sheetNamed(snapshot, table.sheet)?.rows ?? [])
    const written = ({ table, row }: Row): string => {
      const column = columns[table] ?? 0, value = column === 0 ? null : rows[table]?.[row - 1]?.[column - 1]
      return typeof value === 'string' ? value : ''
    }
    // The first writing of each community in each list, and where there is another: there are many people and few of these.
    const first = reading.tables.map((): string[] => []), several = reading.tables.map(() => new Set<number>())
    const look = (entry: Row): void => {
      const { table, community } = entry, value = community < 0 ? '' : written(entry), own = first[table]
      if (value === '' || own === undefined || own[community] === value) return
      const word = bare(value), before = own[community]
      if (word === '') return
      if (before === undefined) own[community] = value
      else if (word !== bare(before)) several[table]?.add(community)
    }
    return {
      person: look,
      end() {
        for (const place of reading.premises) look(place)
        for (const table of reading.tables) {
          const own = several[table.index]
          if (own === undefined || own.size === 0) continue
          for (const [community, spellings] of spellingsOf(table.kind === 'premises' ? reading.premises : reading.people, table.index, own, written)) {
            for (const { usual, ...found } of others(spellings)) report({ ...found, fix: columnFix(input.snapshot, table.sheet, columns[table.index] ?? 1, found.runs, usual), at: { sheet: table.sheet, boxes: columnBoxes(found.runs, columns[table.index] ?? 1) }, subject: `${unitSubject(input, community)}/spelling/${found.word}` })
          }
        }
      },
    }
  },
})

function bare(value: string): string {
  return value.replace(/\s/g, '')
}

/** A person, or a place. */
type Row = Pick<Person, 'table' | 'row' | 'community'>

interface Spelling {
  readonly word: string
  readonly runs: number[]
  count: number
}

/** The writings of some communities in one list, in the order in which they are met. */
function spellingsOf(
  people: readonly Row[],
  table: number,
  communities: ReadonlySet<number>,
  written: (row: Row) => string,
): Iterable<readonly [number, readonly Spelling[]]> {
  const found = new Map<number, Spelling[]>()
  for (const person of people) {
    if (person.table !== table || !communities.has(person.community)) continue
    const word = bare(written(person)), own = found.get(person.community) ?? [], known = own.find(each => each.word === word)
    if (word === '') continue
    found.set(person.community, own)
    if (known === undefined) own.push({ word, runs: [person.row, person.row], count: 1 })
    else {
      known.count++
      addRow(known.runs, person.row)
    }
  }
  return found
}

/** All writings but the usual one. */
function others(spellings: readonly Spelling[]): readonly (Pick<Found, 'message' | 'evidence'> & Spelling & { readonly usual: string })[] {
  const [usual, ...rest] = [...spellings].sort((a, b) => b.count - a.count)
  // 同上 and the like stand for the one above.
  return rest
    .filter(({ word }) => /[\u4e00-\u9fff]{2}/.test(word) && !word.startsWith('同'))
    .map(each => ({
      ...each,
      usual: usual?.word ?? '',
      message: message('finding.two-spellings', { written: each.word, usual: usual?.word ?? '' }),
      evidence: { actual: each.word, expected: usual?.word ?? '', difference: null, source: null },
    }))
}
