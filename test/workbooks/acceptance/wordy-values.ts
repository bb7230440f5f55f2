import { accepted, ageOn, crew, month, plainPremises } from './crew'
import type { Acceptance, Member, TruePremises } from './crew'
import type { Cell, Row } from '../workbook'

const STAFF = { 柳桥: [4, 3], 南园: [4, 3], 双塘: [5, 4] } as const
const HEADER = ['序号', '社区', '姓名', '性别', '出生年月', '学历', '政治面貌', '人员性质'] as const

function table(people: readonly Member[], cell: (one: Member, at: number) => Partial<Record<'birth' | 'education' | 'politics' | 'kind', Cell>>): Row[] {
  return [['社区工作人员花名册'], HEADER, ...people.map((one, at): Row => {
    const own = cell(one, at)
    return [
      at + 1,
      one.community,
      one.person.name,
      one.person.sex,
      own.birth ?? month(one.birth),
      own.education ?? one.education,
      own.politics ?? one.politics,
      own.kind ?? one.kindWord,
    ]
  })]
}

function datesWithMore(): Acceptance {
  const people = crew({ seed: 601, staff: STAFF })
  const ways: readonly ((one: Member) => Cell)[] = [
    one => `${month(one.birth)}\n（${String(ageOn(one))}岁）`, one => `${String(one.birth.year)}年${String(one.birth.month).padStart(2, '0')}月生`, one => `${String(one.birth.year)}/${String(one.birth.month)}`, one => `${String(one.birth.year)}-${String(one.birth.month)}`,
    one => `${String(one.birth.year)}.${String(one.birth.month)}.${String(one.birth.day)}`, one => [...String(one.birth.year)].map(digit => '〇一二三四五六七八九'.charAt(Number(digit))).join('') + `年${['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'][one.birth.month] ?? ''}月`,
    one => `'${month(one.birth)}`, one => `${String(one.birth.year)}年`.concat(`${String(one.birth.month)}月`).replace('年', ' 年 '),
  ]
  return accepted({ id: 'w01', tags: ['dates-with-more'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows: table(people, (one, at) => ({ birth: ways[at % ways.length]?.(one) ?? null })) }] } })
}

function politicsWithDates(): Acceptance {
  const words: readonly (readonly [string, boolean])[] = [['中共党员（2005.07）', true], ['中共党员 2005年7月入党', true], ['群众', false], ['党员（预备）', true], ['共青团员（已满28岁）', true], ['中共党员/九三学社', true], ['非中共党员', false], ['民盟', false], ['无', false], ['普通居民', false]]
  const people = crew({ seed: 602, staff: STAFF }).map((one, at): Member => ({ ...one, politics: words[at % words.length]?.[0] ?? '群众', partyLeague: words[at % words.length]?.[1] ?? false }))
  return accepted({ id: 'w02', tags: ['politics-with-more'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows: table(people, () => ({})) }] } })
}

function educationWithSchools(): Acceptance {
  const words: readonly (readonly [string, boolean])[] = [['本科（江南大学）', true], ['大专/开放大学', true], ['大专（行政管理专业）', true], ['高中（函授大专在读）', false], ['中专，自考大专', true], ['成人高等教育本科', true], ['大专学历', true], ['高中文化', false], ['本科 学士', true], ['研究生（硕士）', true], ['初中毕业', false], ['职业中专', false], ['电大毕业（大专）', true]]
  const people = crew({ seed: 603, staff: STAFF }).map((one, at): Member => ({ ...one, education: words[at % words.length]?.[0] ?? '高中', college: words[at % words.length]?.[1] ?? false }))
  return accepted({ id: 'w03', tags: ['education-with-schools'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows: table(people, () => ({})) }] } })
}

function kindsWithMore(): Acceptance {
  const formal = ['事业编制（全额拨款）', '正式工', '在编（事业）', '行政编制', '正式（公务员）']
  const contracted = ['聘用（镇聘）', '合同制（劳务派遣）', '社区自聘', '街道聘用', '临时聘用人员', '编外合同工', '政府购买服务（聘用）']
  const people = crew({ seed: 604, staff: STAFF }).map((one, at): Member => ({ ...one, kindWord: (one.kind === 'formal' ? formal[at % formal.length] : contracted[at % 6]) ?? '' }))
  return accepted({ id: 'w04', tags: ['kinds-with-more'], sheets: { 花名册: 'staff' }, people, book: { sheets: [{ name: '花名册', rows: table(people, () => ({})) }] } })
}

function headersUnusual(): Acceptance {
  const people = crew({ seed: 605, staff: STAFF })
  const rows: Row[] = [['工作人员登记'], ['工作单位', '姓\u3000\u3000名', '性 别', '何年何月出生', '文化', '党团情况', '用工 形式', '现任职务', '参加工作时间'], ...people.map((one): Row => [`${one.community}居委会`, one.person.name, one.person.sex, month(one.birth), one.education, one.politics, one.kindWord, '委员', '2008.08'])]
  return accepted({ id: 'w05', tags: ['unusual-headers'], sheets: { 登记: 'staff' }, people, book: { sheets: [{ name: '登记', rows }] } })
}

function roomWords(): Acceptance {
  const rows: Row[] = [['社区用房情况表'], ['社区', '使用面积', '房屋来源', '办公室', '警务室', '民主议事室', '文化活动室'],
    ['柳桥', '1,205.5', '社区自有产权', '2间', '有（与邻社区合用）', '√', '35㎡'], ['南园', '200.00㎡', '开发商无偿提供', '有', '暂无', '有', '有'], ['双塘', '200平方', '镇政府划拨', '1', '1', '0', '1'], ['沿河', '198', '租用民房', '有', '待建', '合用', '无'], ['北塘', '二百一十平方米', '借用学校', '独立设置', '有', '兼用', '有']]
  const premises: Readonly<Record<string, TruePremises>> = { 柳桥: plainPremises(1205.5, 4), 南园: plainPremises(200, 3), 双塘: plainPremises(200, 3), 沿河: plainPremises(198, 2), 北塘: { ...plainPremises(210, 4), usableArea: { oneOf: [210, null] }, area: { oneOf: ['met', 'unknown'] } } }
  return accepted({ id: 'w06', tags: ['room-words', 'area-words'], sheets: { 用房: 'premises' }, premises, book: { sheets: [{ name: '用房', rows }] } })
}

function officeAndActivitySheets(): Acceptance {
  const office: Row[] = [['社区办公用房统计表'], ['社区', '使用面积（㎡）', '产权', '办公室', '警务室'], ['柳桥社区', 120, '自有', '有', '有'], ['南园社区', 60, '租用', '有', '无'], ['双塘社区', 150, '自有', '有', '有']]
  const activity: Row[] = [['社区活动用房统计表'], ['社区', '使用面积（㎡）', '产权', '民主议事室', '文化活动室'], ['柳桥社区', 90, '自有', '有', '有'], ['南园社区', 40, '借用', '无', '有'], ['双塘社区', 40, '自有', '有', '无']]
  return accepted({ id: 'w07', tags: ['office-and-activity-on-two-sheets'], sheets: { 办公用房: 'premises', 活动用房: 'premises' }, premises: { 柳桥: plainPremises(210, 4), 南园: plainPremises(100, 2), 双塘: plainPremises(190, 3) }, book: { sheets: [{ name: '办公用房', rows: office }, { name: '活动用房', rows: activity }] } })
}

function aboutEveryWay(): Acceptance {
  const areas: readonly (readonly [string, TruePremises])[] = [
    ['230左右', told(230, 'met')], ['约 150 m²', told(150, 'missed')], ['200多平方', told(200, { oneOf: ['met', 'unknown'] })], ['大约200平方米', told(200, 'unknown')], ['180～220', { ...told(180, { oneOf: ['missed', 'unknown'] }), usableArea: 180 }], ['60余㎡', told(60, 'missed')], ['超过200', { ...told(200, { oneOf: ['met', 'unknown'] }), usableArea: 'skip' }], ['200以上', { ...told(200, { oneOf: ['met', 'unknown'] }), usableArea: 'skip' }], ['上下两层共240平方米', { ...told(240, { oneOf: ['met', 'unknown'] }), usableArea: { oneOf: [240, null] } }], ['100㎡×2层', { ...told(200, { oneOf: ['met', 'unknown'] }), usableArea: { oneOf: [200, null] } }],
  ]
  const rows: Row[] = [['用房'], ['社区', '使用面积'], ...areas.map(([text], at): Row => [`${'甲乙丙丁戊己庚辛壬癸'.charAt(at)}桥`, text])]
  return accepted({ id: 'w08', tags: ['about-every-way'], sheets: { 用房: 'premises' }, premises: Object.fromEntries(areas.map(([, truth], at) => [`${'甲乙丙丁戊己庚辛壬癸'.charAt(at)}桥`, truth])), book: { sheets: [{ name: '用房', rows }] } })
}

function told(area: number, verdict: TruePremises['area']): TruePremises {
  return { usableArea: area, area: verdict, rooms: null, roomsVerdict: 'unknown' }
}

/** Cells and words with more in them than the one word looked for. */
export const wordyValues: readonly Acceptance[] = [
  datesWithMore(),
  politicsWithDates(),
  educationWithSchools(),
  kindsWithMore(),
  headersUnusual(),
  roomWords(),
  officeAndActivitySheets(),
  aboutEveryWay(),
]
