import { columnBoxes, rowRuns } from '../../core/area'
import { sheetNamed } from '../../core/snapshot'
import { message } from '../../messages'
import { unitSubject } from '../units'
import { rule } from '../rule'

/** One community in two writings within one column: 莲花社区 and 莲花居委会. Both are read as one; one of them should be written throughout. */
export const communityTwoSpellings = rule({
  id: 'community-two-spellings', needs: ['roster:community'], severity: 'info', fix: 'ask', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别'], ['莲花社区', '甲某', '正式'], ['莲花社区', '乙某', '正式'], ['莲花居委会', '丙某', '正式']],
    good: [['社区', '姓名', '人员类别'], ['莲花社区', '甲某', '正式'], ['莲花社区', '乙某', '正式'], ['三水居委会', '丙某', '正式']],
  },
  run(input, report) {
    const { reading, snapshot } = input
    for (const table of reading.tables) {
      const column = table.columns.find(({ key }) => key === 'community')?.column
      if (table.kind !== 'staff' || !table.counted || column === undefined) continue
      const rows = sheetNamed(snapshot, table.sheet)?.rows ?? [], spellings = new Map<number, Map<string, number[]>>()
      for (const person of reading.people) {
        if (person.table !== table.index || person.community < 0) continue
        const value = rows[person.row - 1]?.[column - 1]
        if (typeof value !== 'string' || value.trim() === '') continue
        const own = spellings.get(person.community) ?? new Map<string, number[]>(), word = value.replace(/\s/g, '')
        spellings.set(person.community, own)
        const known = own.get(word)
        if (known === undefined) own.set(word, [person.row])
        else known.push(person.row)
      }
      for (const [community, own] of spellings) {
        if (own.size < 2) continue
        const [[usual] = [''], ...others] = [...own].sort(([, a], [, b]) => b.length - a.length)
        for (const [word, places] of others) {
          // 同上 and the like stand for the one above.
          if (!/[\u4e00-\u9fff]{2}/.test(word) || /^同/.test(word)) continue
          report({
            at: { sheet: table.sheet, boxes: columnBoxes(rowRuns(places), column) }, subject: `${unitSubject(input, community)}/spelling/${word}`, message: message('finding.two-spellings', { written: word, usual }),
            evidence: { actual: word, expected: usual, difference: null, source: null },
          })
        }
      }
    }
  },
})
