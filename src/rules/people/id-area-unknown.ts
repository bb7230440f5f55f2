import { rule } from '../rule'
import { eachNote } from './noted'

/** The first two digits of an id name the province; there is none of this number. */
export const idAreaUnknown = rule({
  id: 'id-area-unknown', needs: ['roster:id'], severity: 'warning', fix: 'none', source: 'GB/T 2260',
  example: {
    bad: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '291299198003120010']],
    good: [['社区', '姓名', '人员类别', '身份证号'], ['河东社区', '甲某', '正式', '321299198003120011']],
  },
  people: eachNote(['value.id-area'], ({ many }) => (many ? { severity: 'info' } : {})),
})
