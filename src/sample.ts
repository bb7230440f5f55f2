import type { CanonicalRows, CommunityRow, PersonRow, PlaceRow } from './budgets/canonical/rows'
import { serialOfDay } from './core/day'

/**
 * The sample: the plan's counts (20 communities, 68 formal and 58 contracted staff, the premises it names) with invented people.
 * Everything is worked out from the row's number: the sample is the same every day.
 */
const NAMED = ['河南', '河东', '荷叶', '南苑', '叶舍', '桃园', '东街', '高陈', '河西', '振兴', '南街', '古田']
const UNNAMED = ['示例甲', '示例乙', '示例丙', '示例丁', '示例戊', '示例己', '示例庚', '示例辛']
const COMMUNITIES = [...NAMED, ...UNNAMED].map(name => `${name}社区`)

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文']
const MALE = ['建国', '志强', '永明', '国庆', '海涛', '文斌', '立新', '俊杰', '晓东', '宏伟', '少华', '春林', '振宇', '德胜', '学军', '新民', '卫东', '光明', '世杰', '家栋']
const FEMALE = ['秀英', '桂兰', '玉梅', '丽华', '晓燕', '春花', '雅琴', '海霞', '红梅', '淑芳', '文静', '小云', '月娥', '慧敏', '爱萍', '佳怡', '雪莲', '思雨', '凤霞', '美玲']

/** Picks from a list without a pattern that the eye sees, and always the same. */
function pick<T>(list: readonly T[], number: number): T {
  let mixed = Math.imul(number + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  const chosen = list[((mixed ^ (mixed >>> 13)) >>> 0) % list.length]
  if (chosen === undefined) throw new RangeError('empty list')
  return chosen
}

/** 18 digits of an area code that is not assigned (990101), with the right check character. */
function idNumber(birth: { readonly year: number; readonly month: number; readonly day: number }, order: number): string {
  const digits = `990101${String(birth.year)}${String(birth.month).padStart(2, '0')}${String(birth.day).padStart(2, '0')}${String(order).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

function person(number: number, community: string, kind: '正式' | '聘用', place: number, secondPrincipal: boolean): PersonRow {
  const sex = pick(['女', '女', '男'] as const, number * 3 + 1)
  const formal = kind === '正式'
  const year = formal ? 1958 + ((number * 37) % 26) : 1964 + ((number * 29) % 34)
  const birth = { year, month: 1 + ((number * 5) % 12), day: 1 + ((number * 11) % 28) }
  const education = formal ? pick(['本科', '大专', '大专', '大专', '高中', '中专', '大专', '高中'], number) : pick(['大专', '大专', '高中', '中专', '大专', '初中', '高中', '本科'], number)
  const inService = education === '高中' || education === '中专' ? pick(['', '大专', '', '大专', ''], number + 3) : ''
  const young = year >= 1996
  const politics = formal ? pick(['中共党员', '中共党员', '中共党员', '群众', '中共党员', '中共预备党员'], number) : young ? pick(['共青团员', '共青团员', '群众'], number) : pick(['群众', '中共党员', '群众', '中共党员', '群众'], number)
  const principal = formal && (place === 0 || (place === 1 && secondPrincipal))
  const position = formal ? (['党支部书记、居委会主任', '居委会副主任', '居委会委员', '居委会委员'][place] ?? '居委会委员') : (['民政协管', '综治协管', '保洁管理'][place] ?? '协管')
  const started = Math.min(2001, year + 20)
  return {
    community, kind, sex,
    name: pick(SURNAMES, number * 13 + 5) + pick(sex === '女' ? FEMALE : MALE, number * 17 + 2),
    // The 17th digit tells the sex: odd for men.
    id: idNumber(birth, 10 + ((number * 2) % 900) + (sex === '男' ? 1 : 0)),
    birth: serialOfDay(birth.year, birth.month, birth.day, 1900),
    fullTime: education, inService, politics, status: '在岗', principal,
    position: principal && secondPrincipal ? (place === 0 ? '党支部书记' : '居委会主任') : position,
    workStart: serialOfDay(started, 7, 1, 1900),
    joined: serialOfDay(2002 + (number % 19), 1 + (number % 12), 1, 1900),
  }
}

function people(): PersonRow[] {
  const all: PersonRow[] = []
  for (const [index, community] of COMMUNITIES.entries()) {
    // 8 communities have all four formal posts filled, 12 lack one: 68. Two lack a contracted post: 58.
    const formal = [0, 3, 5, 8, 11, 13, 16, 18].includes(index) ? 4 : 3
    const contracted = index === 6 || index === 14 ? 2 : 3
    // 23 principals in 20 communities: in three, secretary and director are two people.
    const two = [1, 9, 15].includes(index)
    for (let place = 0; place < formal; place++) all.push(person(all.length + 1, community, '正式', place, two))
    for (let place = 0; place < contracted; place++) all.push(person(all.length + 1, community, '聘用', place, false))
  }
  return all
}

const COMPOUNDS = [3, 3, 3, 4, 2, 3, 3, 2, 4, 3, 2, 3, 3, 3, 4, 3, 3, 2, 4, 3]

function communities(): CommunityRow[] {
  return COMMUNITIES.map((name, index) => ({
    code: `990101${String(index + 1).padStart(3, '0')}`, name, township: '姜堰镇', compounds: COMPOUNDS[index] ?? 3, managed: null, model: index % 10 < 7 ? '是' : '否',
    remark: index < NAMED.length ? '' : '源方案未列名称，示例名',
  }))
}

function premises(): PlaceRow[] {
  const rented = ['河南', '河东', '荷叶'], sixty = ['南苑', '叶舍', '桃园', '东街', '高陈', '河西', '振兴'], thisYear = ['荷叶', '古田', '南苑']
  return COMMUNITIES.map((community, index) => {
    const name = community.replace(/社区$/, '')
    const planYear = thisYear.includes(name) ? 2023 : null
    const expected = planYear === null ? '' : '；今年有望解决'
    const base = { community, address: '', built: null, planYear }
    if (rented.includes(name)) return { ...base, usable: null, tenure: name === '河东' ? '借用' : '租赁', demolition: '否', rooms: ['有', '无', '无', '无'], remark: `租借的临时办公场所，面积未填报${expected}` }
    if (sixty.includes(name)) return { ...base, usable: 60, tenure: '自有', demolition: '否', rooms: ['有', index % 2 === 0 ? '合用' : '无', '无', '无'], remark: `源方案记为 60 平方米左右${expected}` }
    if (name === '南街') return { ...base, usable: null, tenure: '自有', demolition: '是', rooms: ['有', '无', '无', '无'], remark: '面临拆迁' }
    return { ...base, usable: null, tenure: '', demolition: '', rooms: [null, null, null, null], remark: `源方案未列面积，待核实${expected}` }
  })
}

/** All rows of the sample workbook. */
export function sampleRows(): CanonicalRows {
  return { communities: communities(), people: people(), premises: premises() }
}
