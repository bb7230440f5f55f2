import { columnAt } from '../../core/table-columns'
import { message } from '../../messages'
import { ageOf, isCounted } from '../../judge/person-facts'
import { cellAt, sheetNamed } from '../../core/snapshot'
import { unitSubject } from '../units'
import { rule } from '../rule'
import { cellOf } from './noted'

const LIMIT = 28

/** A League member of 28 full years and over, who should leave the League unless he holds a post in it; counted as written. */
export const leaguePast28 = rule({
  id: 'league-past-28', needs: ['roster:politics', 'roster:birth|age|id'], severity: 'warning', fix: 'none', source: '中国共产主义青年团章程',
  example: {
    bad: [['社区', '姓名', '人员类别', '出生日期', '政治面貌'], ['河东社区', '甲某', '正式', '1990-04-08', '共青团员']],
    good: [['社区', '姓名', '人员类别', '出生日期', '政治面貌'], ['河东社区', '甲某', '正式', '1997-04-08', '共青团员'], ['河东社区', '乙某', '正式', '1990-04-08', '中共党员（保留团籍）']],
  },
  people(input, report) {
    const { reading, facts, snapshot } = input
    return {
      person(person) {
        if (person.affiliation !== 'league' || !isCounted(person)) return
        const age = ageOf(person, facts.asOf)
        if (age < LIMIT) return
        const table = reading.tables[person.table], post = columnAt(table, 'position')
        const sheet = table === undefined || post === 0 ? undefined : sheetNamed(snapshot, table.sheet)
        // 团支部书记: whoever holds a post of the League may stay.
        if (sheet !== undefined && String(cellAt(sheet, person.row, post) ?? '').includes('团')) return
        report({ at: cellOf(reading, person, 'politics', 'birth'), subject: `${unitSubject(input, person.community)}/politics/${String(person.row)}`, message: message('finding.league-past-28', { age, limit: LIMIT }) })
      },
    }
  },
})
