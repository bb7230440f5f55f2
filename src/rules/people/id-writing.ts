import { cellName } from '../../core/place'
import type { CellChange } from '../../core/change'
import { bareId, toEighteen } from '../../core/id-number'
import { maskText } from '../../core/mask'
import { rule } from '../rule'
import { eachNote } from './noted'
import type { Noted, Said } from './noted'

/** An id that can be read and is written otherwise than as 18 plain characters: the old 15 digits, a small x, full width, separators, other characters around it. */
export const idWriting = rule({
  id: 'id-writing', needs: ['roster:id'], severity: 'info', fix: 'safe', source: 'GB 11643-1999',
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299 19800312 0011']],
    good: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011']],
  },
  people: eachNote(['value.id-fifteen', 'value.id-lower-x', 'value.id-full-width', 'value.id-separated', 'value.id-wrapped'], plainly),
})

/** The same number as 18 plain characters; masked wherever it is shown, whole only in the change that a person accepts. */
function plainly({ note, person, table, value }: Noted): Said {
  const bare = bareId(value), plain = bare.length === 15 ? toEighteen(bare) : bare
  if (plain === '') return {}
  const change: CellChange = { kind: 'cell', sheet: table.sheet, cell: cellName(person.row, note.at ?? 1), before: value, after: plain }
  return { evidence: { actual: null, expected: maskText(plain), difference: null, source: null }, fix: { safe: true, changes: [change] } }
}
