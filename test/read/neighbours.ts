import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import type { Reading } from '../../src/core/reading'

/** An invented person with what a reading must make of the row. */
export interface Truth {
  readonly name: string
  readonly community: string
  readonly kind: 'formal' | 'contracted'
  readonly college: boolean
  readonly party: boolean
  readonly birth: string
}

/** Names that look like numbers, towns, offices and other words, besides plain ones. */
export const COMMUNITIES = ['三水', '清泉', '荷叶', '滨河', '高陈', '长生桥', '含光', '镇南', '五里亭', '石桥头', '城中', '南街', '八一', '市府路', '东方红', '百合'] as const
const SURNAMES = '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕施'
const GIVEN = ['建国', '淑贞', '海涛', '红霞', '立新', '凤英', '子涵', '文斌', '秀英', '志强', '雪', '伟']
const EDUCATIONS = ['大专', '本科', '高中', '中专', '大学', '初中'] as const
const POLITICS = ['中共党员', '群众', '共青团员', '预备党员', '无党派人士'] as const

/** People of some communities, the same for the same seed. */
export function staff(seed: number, communities: readonly string[], each = 4): Truth[] {
  const list: Truth[] = []
  for (const [place, community] of communities.entries()) {
    for (let at = 0; at < each; at++) {
      const number = list.length + seed * 7
      list.push({
        name: `${SURNAMES.charAt(number % SURNAMES.length)}${GIVEN[Math.floor(number / SURNAMES.length + place) % GIVEN.length] ?? ''}${number % 3 === 0 ? '' : ''}`,
        community, kind: at * 2 < each ? 'formal' : 'contracted', college: EDUCATED.has(educationOf(number)), party: PARTY.has(politicsOf(number)),
        birth: `${String(1970 + (number * 5) % 28)}.${String(1 + (number * 3) % 12).padStart(2, '0')}`,
      })
    }
  }
  return list
}

const EDUCATED = new Set<string>(['大专', '本科', '大学'])
const PARTY = new Set<string>(['中共党员', '共青团员', '预备党员'])
const educationOf = (number: number): string => EDUCATIONS[number % EDUCATIONS.length] ?? ''
const politicsOf = (number: number): string => POLITICS[(number * 2 + 1) % POLITICS.length] ?? ''

export const HEAD = ['序号', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员类别', '职务'] as const

/** One row of a person under `HEAD`; the values say the same as the truth. */
export function personRow(person: Truth, number: number, kind: string | null = person.kind === 'formal' ? '正式' : '聘用'): readonly CellValue[] {
  return [number, person.name, number % 2 === 0 ? '女' : '男', person.birth, person.college ? '大专' : '高中', person.party ? '中共党员' : '群众', kind, '社区工作者']
}

export function box(top: number, left: number, bottom: number, right: number): Box {
  return { top, left, bottom, right }
}

export interface Outcome {
  readonly right: number
  readonly unknown: number
  /** What is wrong in silence, in words. */
  readonly wrong: readonly string[]
}

/** Holds a reading against the truth: each person right, or in no community and asked about; nobody elsewhere, nobody else. */
export function outcome(reading: Reading, truth: readonly Truth[], asked = reading.questions.length > 0): Outcome {
  const wrong: string[] = []
  let right = 0, unknown = 0
  const read = new Map<string, string[]>()
  for (const person of reading.people) {
    if (reading.tables[person.table]?.counted !== true || person.presence === 'left' || person.presence === 'vacant') continue
    const community = reading.communities[person.community]?.name ?? '?'
    const key = person.name
    const list = read.get(key) ?? []
    list.push(`${community} ${person.employment} ${person.college} ${person.partyOrLeague}`)
    read.set(key, list)
  }
  for (const person of truth) {
    const wanted = `${person.community} ${person.kind} ${person.college ? 'yes' : 'no'} ${person.party ? 'yes' : 'no'}`
    const list = read.get(person.name) ?? []
    const found = list.shift()
    if (found === wanted) { right++; continue }
    if (found !== undefined && asked && mayBeUnknown(found, wanted)) { unknown++; continue }
    if (found === undefined && asked && reading.people.length === 0) { unknown++; continue }
    wrong.push(`${person.name}: ${found ?? 'missing'} instead of ${wanted}`)
  }
  for (const [name, list] of read) for (const left of list) wrong.push(`${name}: ${left} is nobody`)
  return { right, unknown, wrong }
}

/** Every part is right or unknown. */
function mayBeUnknown(found: string, wanted: string): boolean {
  const parts = found.split(' '), right = wanted.split(' ')
  return parts.every((part, at) => part === right[at] || part === '?' || part === 'unknown' || part === 'undecided' || part === 'unclear' || part === 'blank')
}
