import { areasOf } from '../../core/area'
import { message } from '../../messages'
import { rule } from '../rule'

/** A community of the roster or the list of premises one character off a listed one: counted there for now. */
export const communityNearName = rule({
  id: 'community-near-name', needs: [], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: { 花名册: [['社区', '姓名', '人员类别', '学历'], ['清泉社区', '甲某', '正式', '大专'], ['清泉社区', '丙某', '正式', '大专'], ['清全社区', '乙某', '正式', '大专']], 社区信息: [['社区', '户数'], ['清泉社区', 1200], ['荷叶社区', 900]] },
    good: { 花名册: [['社区', '姓名', '人员类别', '学历'], ['清泉社区', '甲某', '正式', '大专'], ['河西社区', '乙某', '正式', '大专']], 社区信息: [['社区', '户数'], ['清泉社区', 1200], ['荷叶社区', 900]] },
  },
  run(input, report) {
    for (const near of input.reading.nearNames ?? []) {
      const [first, ...others] = areasOf(near.places)
      report({ at: first ?? null, related: others, subject: `${near.name}/community`, message: message('finding.community-near-name', { written: near.written, near: near.label, count: near.places.length }), evidence: { actual: near.written, expected: near.name, difference: null, source: null } })
    }
  },
})
