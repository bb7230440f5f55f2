import { columnBoxes, rowRuns } from '../../core/area'
import type { Person, ValueNote } from '../../core/reading'
import { columnAt } from '../../core/table-columns'
import { message } from '../../messages'
import { rule } from '../rule'
import type { Found } from '../rule'

/** So many rows one after another whose ids are those of a neighbour are a column that slipped, and no slips of the pen. */
const FEWEST = 3

/** Ids that each belong to the row above or below: the column was pasted a row too high or too low. */
export const shiftedColumn = rule({
  id: 'shifted-column', needs: ['roster:id', 'roster:birth'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [
      ['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1980-03-12', '321299198507200015'], ['河东社区', '乙某', '正式', '1985-07-20', '321299199011050011'],
      ['河东社区', '丙某', '正式', '1990-11-05', '321299197801300012'], ['河东社区', '丁某', '正式', '1978-01-30', '321299199209150018'],
    ],
    good: [['社区', '姓名', '人员类别', '出生日期', '身份证号'], ['河东社区', '甲某', '正式', '1980-03-12', '321299198003120011'], ['河东社区', '乙某', '正式', '1985-07-20', '321299198507200015']],
  },
  people({ reading }, report) {
    // Down and up are looked for at once, and told one after the other.
    const ways = [1, -1].map(by => ({ by, run: [] as Person[], found: [] as Found[] }))
    const close = (way: (typeof ways)[number]): void => {
      const { run, found } = way, [first] = run, table = first === undefined ? undefined : reading.tables[first.table]
      const column = columnAt(table, 'id')
      if (run.length >= FEWEST && table !== undefined && column !== 0)
        found.push({
          at: { sheet: table.sheet, boxes: columnBoxes(rowRuns(run.map(({ row }) => row)), column) },
          subject: `${table.sheet}/id/shifted`,
          message: message('finding.shifted-column', { count: run.length }),
        })
      if (run.length > 0) way.run = []
    }
    return {
      person(person, index) {
        const note = differs(person)
        for (const way of ways) {
          const neighbour = note === undefined ? undefined : reading.people[index + way.by]
          if (note !== undefined && neighbour?.table === person.table && note.other === writtenBirth(neighbour)) way.run.push(person)
          else close(way)
        }
      },
      end() {
        for (const way of ways) {
          close(way)
          for (const found of way.found) report(found)
        }
      },
    }
  },
})

function differs(person: Person): ValueNote | undefined {
  return person.notes.length === 0 ? undefined : person.notes.find(({ key }) => key === 'value.birth-differs' || key === 'value.birth-lunar')
}

/** The neighbour's birth as typed, where it is typed as a day. */
function writtenBirth(person: Person): string | number | undefined {
  const own = differs(person)
  if (own !== undefined) return own.written
  const text = String(person.birth)
  return person.birthPrecision === 'day' ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : undefined
}
