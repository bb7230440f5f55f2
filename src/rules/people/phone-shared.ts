import { columnBoxes, rowRuns } from '../../core/area'
import type { Person, Reading } from '../../core/reading'
import { sheetNamed } from '../../core/snapshot'
import { columnAt } from '../../core/table-columns'
import { message } from '../../messages'
import { rule } from '../rule'

/** Two or three may share a telephone, a couple or an office; four hardly do. */
const FEWEST = 4

/** One mobile number for four people and more. */
export const phoneShared = rule({
  id: 'phone-shared', needs: ['roster:phone'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '手机号码'], ...['甲某', '乙某', '丙某', '丁某'].map(name => ['河东社区', name, '正式', '13900000001'])],
    good: [['社区', '姓名', '人员类别', '手机号码'], ...['甲某', '乙某', '丙某'].map(name => ['河东社区', name, '正式', '13900000001'])],
  },
  people({ reading, snapshot }, report) {
    const phones = reading.tables.map(table => columnAt(table, 'phone'))
    const rows = reading.tables.map(table => sheetNamed(snapshot, table.sheet)?.rows ?? [])
    const phoneOf = ({ table, row, presence }: Person): number => {
      const column = phones[table] ?? 0
      return column === 0 || presence === 'vacant' ? 0 : mobileOf(rows[table]?.[row - 1]?.[column - 1] ?? null)
    }
    const counts = new NumberCounts(reading.people.length)
    return {
      person(person) {
        const phone = phoneOf(person)
        if (phone !== 0) counts.add(phone)
      },
      end() {
        if (counts.most < FEWEST) return
        for (const places of sharedPhones(reading, phoneOf, counts)) {
          // At the cells of each sheet, with those of the others beside them.
          const areas = [...new Set(places.map(place => place.table))].flatMap(table => {
            const own = reading.tables[table], here = places.filter(place => place.table === table).map(place => place.row)
            const boxes = columnBoxes(rowRuns(here), phones[table] ?? 1)
            return own === undefined ? [] : [{ area: { sheet: own.sheet, boxes }, first: here[0] ?? 0 }]
          })
          for (const { area, first } of areas) {
            const related = areas.flatMap(each => (each.area === area ? [] : [each.area]))
            const subject = `${area.sheet}/phone/${String(first)}`, said = message('finding.phone-shared', { count: places.length })
            report({ at: area, related, subject, message: said })
          }
        }
      },
    }
  },
})

/** The people of each number that enough of them have; gone through again only where there is one. */
function sharedPhones(reading: Reading, phoneOf: (person: Person) => number, counts: NumberCounts): Iterable<readonly Person[]> {
  const shared = new Map<number, Person[]>()
  for (const person of reading.people) {
    const phone = reading.tables[person.table]?.counted === true ? phoneOf(person) : 0
    if (phone === 0 || counts.of(phone) < FEWEST) continue
    const found = shared.get(phone)
    if (found === undefined) shared.set(phone, [person])
    else found.push(person)
  }
  return shared.values()
}

/** How often each number was met, up to 255 times: an open table of numbers, since a million people have nearly as many telephones. */
class NumberCounts {
  most = 0
  private readonly numbers: Float64Array
  private readonly times: Uint8Array

  /** @param count at most so many numbers are added */
  constructor(count: number) {
    let size = 16
    while (size < count * 2) size *= 2
    this.numbers = new Float64Array(size)
    this.times = new Uint8Array(size)
  }

  add(number: number): void {
    const slot = this.slotOf(number), times = Math.min(255, (this.times[slot] ?? 0) + 1)
    this.numbers[slot] = number
    this.times[slot] = times
    if (times > this.most) this.most = times
  }

  of(number: number): number {
    return this.times[this.slotOf(number)] ?? 0
  }

  private slotOf(number: number): number {
    const { numbers } = this, mask = numbers.length - 1
    let slot = (Math.imul(number % 0x100000000, 0x9e3779b1) >>> 7) & mask
    while (numbers[slot] !== 0 && numbers[slot] !== number) slot = (slot + 1) & mask
    return slot
  }
}

/** A mobile number of eleven digits; 0 for anything else, since an office may have one line for all. */
function mobileOf(value: unknown): number {
  if (typeof value === 'number') return value >= 13_000_000_000 && value < 20_000_000_000 && Number.isInteger(value) ? value : 0
  if (typeof value !== 'string') return 0
  const digits = value.normalize('NFKC').replace(/[\s\-()+]/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? Number(digits) : 0
}
