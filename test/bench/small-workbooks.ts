import { between, pick, series, Town, two } from '../workbooks/people'
import { workbook } from '../workbooks/workbook'

/** A town office's usual file: 140 people in 20 communities, and their premises. */
export function smallWorkbook(seed: number): Uint8Array {
  const draw = series(seed + 1)
  const town = new Town(draw)
  const names = Array.from({ length: 20 }, (_, at) => `${'东西南北中'.charAt(at % 5)}${'河街苑桥'.charAt(Math.floor(at / 5))}社区`)
  const people = names.flatMap(name => Array.from({ length: 7 }, (_, at) => {
    const { name: person, sex, birth, id } = town.person(between(25, 58, draw), 2023)
    return [name, person, sex, `${String(birth.year)}.${two(birth.month)}`, id, pick(['大专', '本科', '高中', '大专（函授）'], draw), pick(['中共党员', '群众', '共青团员'], draw), at < 4 ? '正式' : '聘用', '工作人员', '2010.07', '000-0000']
  }))
  return workbook({
    sheets: [
      { name: '花名册', rows: [['社区工作人员花名册'], ['截至日期：2023年12月31日'], ['序号', '社区', '姓名', '性别', '出生年月', '身份证号', '学历', '政治面貌', '人员性质', '职务', '参加工作时间', '联系电话'], ...people.map((row, at) => [at + 1, ...row])], merges: ['A1:L1'] },
      { name: '用房', rows: [['社区办公用房情况'], ['社区', '使用面积', '产权性质', '办公室', '警务室', '议事室', '活动室'], ...names.map(name => [name, between(40, 320, draw), pick(['自有', '租赁'], draw), '有', '有', '无', '有'])] },
    ],
  })
}

/** Communities of two people, old and unschooled: five targets missed each, a finding for every miss. */
export function faultyWorkbook(findings: number): Uint8Array {
  const draw = series(77)
  const town = new Town(draw)
  const rows = Array.from({ length: (findings / 5) * 2 }, (_, at) => {
    const one = town.person(between(50, 58, draw), 2023)
    return [at + 1, `${communityName(Math.floor(at / 2))}社区`, one.name, one.sex, `${String(one.birth.year)}.${two(one.birth.month)}`, one.id, '高中', '群众', at % 2 === 0 ? '正式' : '聘用']
  })
  return workbook({ sheets: [{ name: '花名册', rows: [['社区工作人员花名册'], ['序号', '社区', '姓名', '性别', '出生年月', '身份证号', '学历', '政治面貌', '人员性质'], ...rows] }] })
}

function communityName(at: number): string {
  const syllables = [...'东西南北城河桥街园苑春光华新文昌和平安康']
  return [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400) % 20].map(digit => syllables[digit] ?? '').join('')
}
