import { columnBoxes, rowRuns } from '../../core/area'
import type { Person, ValueNote } from '../../core/reading'
import { message } from '../../messages'
import { rule } from '../rule'

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
  run({ reading }, report) {
    for (const by of [1, -1]) {
      let run: Person[] = []
      const end = (): void => {
        const [first] = run, table = first === undefined ? undefined : reading.tables[first.table]
        const column = table?.columns.find(({ key }) => key === 'id')?.column
        if (run.length >= FEWEST && table !== undefined && column !== undefined) {
          report({ at: { sheet: table.sheet, boxes: columnBoxes(rowRuns(run.map(({ row }) => row)), column) }, subject: `${table.sheet}/id/shifted`, message: message('finding.shifted-column', { count: run.length }) })
        }
        run = []
      }
      for (let index = 0; index < reading.people.length; index++) {
        const person = reading.people[index], neighbour = reading.people[index + by]
        const note = person === undefined ? undefined : differs(person)
        if (
          person !== undefined &&
          note !== undefined &&
          reading.tables[person.table]?.counted === true &&
          neighbour?.table === person.table &&
          note.other === writtenBirth(neighbour)
        )
          run.push(person)
        else end()
      }
      end()
    }
  },
})

function differs(person: Person): ValueNote | undefined {
  return person.notes.find(({ key }) => key === 'value.birth-differs' || key === 'value.birth-lunar')
}

/** The neighbour's birth as typed, where it is typed as a day. */
function writtenBirth(person: Person): string | number | undefined {
  const own = differs(person)
  if (own !== undefined) return own.written
  const text = String(person.birth)
  return person.birthPrecision === 'day' ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : undefined
}
