import { rule } from '../rule'
import { eachNote } from './noted'

/** What stands in the column of ids is none; perhaps the wrong column was filled. The number of a passport or permit is right for its holder, and only noted. */
export const idNotAnId = rule({
  id: 'id-not-an-id', needs: ['roster:id'], severity: 'warning', fix: 'none', source: 'GB 11643-1999',
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '护照E1234']],
    good: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011']],
  },
  people: eachNote(['value.id-unreadable', 'value.id-other-document'], ({ note }) => (note.key === 'value.id-other-document' ? { severity: 'info' } : {})),
})
