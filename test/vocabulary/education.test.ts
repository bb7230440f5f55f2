import fc from 'fast-check'
import type { CellValue } from '../../src/core/cell'
import { readCollegeAnswer, readEducation } from '../../src/vocabulary/education'
import type { EducationLevel } from '../../src/vocabulary/education'
import { VALUE_NOTES } from '../../src/vocabulary/notes'

/** Words parted by white space; `_` stands for a space inside a word. */
const words = (text: string) => text.split(/\s+/).filter(word => word !== '').map(word => word.replaceAll('_', ' '))

const LEVELS: Readonly<Partial<Record<EducationLevel, string>>> = {
  doctor: '博士 博士研究生 医学博士 工学博士 博士学位 博士研究生毕业 博士后',
  master: '硕士 硕士研究生 硕士学位 法学硕士 MBA 工商管理硕士 公共管理硕士(MPA) 硕士研究生（在职） 研究生(硕士) 研究生/硕士 全日制硕士研究生 社会工作硕士',
  postgraduate: '研究生 研究生班 在职研究生 省委党校研究生 中央党校研究生 中央党校在职研究生 研究生学历 党校研究生（在职）',
  bachelor: `本科 大学 大本 大学本科 大学普通班 本科(双学位) 自考本科 函授本科 本科（函授） 成教本科 网络教育本科 电大本科 国开本科 国家开放大学本科 党校本科 中央党校本科 省委党校本科 在职本科
    全日制本科 本科毕业 大学毕业 大学文化 学士 学士学位 法学学士 本科/学士 本科学历、学士学位 大学本科毕业 本科（自考） 本科（网络教育） 夜大本科 业余本科 成人本科 成人教育本科 专升本 专升本（函授） 全日制大学本科
    大学（在职） 大学本科(学士) 本科（第二学历） 远程教育本科 21本科 2.大学本科 20大学本科 大_学_本_科 ⼤学本科 本科（2008年毕业） 2008年本科 大学学历 普通高校本科 统招本科 本科以上 本科及以上 大学本科及以上 本科（无学位） 扬州大学本科 本科（行政管理） 本科会计学 大普`,
  college: `3+2大专 大专 专科 大学专科 高职 高职高专 高等职业 高等职业教育 高专 电大 电大专科 自考大专 函授大专 大专（函授） 成教大专 党校大专 大专(自考) 五年一贯制大专 五年制高职 大学专科和专科学校 大专毕业 大专学历 大专文化 专科毕业
    网络教育大专 夜大 国开大专 在职大专 全日制大专 业余大专 高职（大专） 31专科 30大学专科和专科学校 大_专 大专以上 大专及以上 大专及以上学历 师专 专科（成人教育） 大专（2005年毕业） 开放大学专科 大专班 成人高考大专 高职专科 泰州职业技术学院大专 大专（会计） 大专+ 高等专科 国开大学 中央广播电视大学 开放教育专科 大专生 职业大学`,
  secondary: '中专 中师 中技 中等专业 职高 职业高中 技校 技工 技工学校 中等职业学校 高级技工 技师学院 高级技工学校 中专毕业 函授中专 职业中专 幼师 中职 40中专 技校毕业 中等师范 电大中专 职业高级中学 卫生学校 财校 电视中专',
  high: '高中 普高 高中毕业 高_中 高中文化 普通高中 60高中 高中学历 成人高中 高中生 大专肄业 本科肄业 大学肄业 大专结业 本科（结业） 研究生肄业 相当于大专 大专同等学力',
  middle: '初中 初中毕业 初级中学 初中文化 初中及以下 初中以下',
  primary: '小学 小学文化 高小 小学毕业 小学以下',
  none: '无 文盲 半文盲 不识字 未上学 无学历',
  studying: '大专在读 本科在读 在读本科 本科（在读） 自考本科在读 大专未毕业 就读大专 电大在读 研究生在读',
  blank: '/ - —— 不详 待补充 未填 请选择',
  unknown: '党员 群众 正式 会计 大学生 假本科 无法核实 大中专 老年大学 师范学院 未上大学 扬州大学 培训',
}
const COLLEGE: Readonly<Partial<Record<EducationLevel, string>>> = { doctor: 'yes', master: 'yes', postgraduate: 'yes', bachelor: 'yes', college: 'yes', studying: 'unclear', blank: 'blank', unknown: 'unclear' }
const rows = Object.entries(LEVELS).flatMap(([level, text]) => words(text).map(word => [word, level] as const))

test.each(rows)('%s is %s', (word, level) => {
  const read = readEducation(word)
  expect(read.level).toBe(level)
  expect(read.college).toBe(COLLEGE[level as EducationLevel] ?? 'no')
})

// What is written, the level, whether it is 大专以上, and what was assumed.
test.each([
  ['中专/大专', 'college', 'yes', 'value.two-values'],
  ['大专/中专', 'college', 'yes', 'value.two-values'],
  ['高中、大专', 'college', 'yes', 'value.two-values'],
  ['大专/本科', 'bachelor', 'yes', null],
  ['研究生在读（本科毕业）', 'bachelor', 'yes', 'value.education-in-study-beside'],
  ['大专（本科在读）', 'college', 'yes', 'value.education-in-study-beside'],
  ['大专，本科在读', 'college', 'yes', 'value.education-in-study-beside'],
  ['大专毕业（在读本科）', 'college', 'yes', 'value.education-in-study-beside'],
  ['中专（在读大专）', 'secondary', 'no', 'value.education-in-study-beside'],
  ['高中（大专在读）', 'high', 'no', 'value.education-in-study-beside'],
  ['中专，在读大专', 'secondary', 'no', 'value.education-in-study-beside'],
  ['高中在读', 'high', 'no', null],
  ['大专（本科肄业）', 'college', 'yes', 'value.education-not-finished'],
  ['研究生课程班结业', 'high', 'no', 'value.education-not-finished'],
  ['本科（研究生课程班）', 'bachelor', 'yes', 'value.education-not-finished'],
  ['高中以上', 'high', 'unclear', 'value.education-range'],
  ['高中及以上', 'high', 'unclear', 'value.education-range'],
  ['大专及以下', 'college', 'unclear', 'value.education-range'],
  ['大专以下', 'college', 'no', 'value.education-or-above'],
  ['本科以下', 'bachelor', 'unclear', 'value.education-range'],
  ['大专以上', 'college', 'yes', 'value.education-or-above'],
  ['自考', 'college', 'yes', 'value.education-mode-only'],
  ['电大', 'college', 'yes', 'value.education-mode-only'],
  ['函授', 'unknown', 'unclear', 'value.unknown-word'],
  ['党校', 'unknown', 'unclear', 'value.unknown-word'],
  ['本科汉语言文学', 'bachelor', 'yes', 'value.education-tail'],
  ['相当于大专', 'high', 'no', 'value.education-equivalent'],
  ['无', 'none', 'no', 'value.education-none'],
  ['30', 'code', 'unclear', 'value.code'],
  ['本', 'bachelor', 'yes', null],
  ['', 'blank', 'blank', null],
])('%s', (word, level, college, note) => {
  expect(readEducation(word)).toEqual({ level, college, note })
})

test('a bare number is a code, of whatever list', () => {
  for (const value of [0, 1, 4, 20, 21, 30, 31]) expect(readEducation(value)).toEqual({ level: 'code', college: 'unclear', note: 'value.code' })
})

test('blank and error cells', () => {
  expect(readEducation(null).college).toBe('blank')
  expect(readEducation('　 ').college).toBe('blank')
  expect(readEducation({ error: '#N/A' }).note).toBe('value.error')
})

const MODES = ['', '在职', '函授', '自考', '成教', '电大', '党校', '国开', '网络教育', '夜大', '业余', '全日制', '省委党校', '中央党校', '成人高考', '远程教育', '普通高校', '非全日制', '开放大学']
const TAILS = ['', '毕业', '学历', '文化', '（毕业）', '文化程度', '毕业生']
const BASES: readonly (readonly [string, string])[] = [['大专', 'yes'], ['专科', 'yes'], ['本科', 'yes'], ['大学本科', 'yes'], ['大学专科', 'yes'], ['中专', 'no'], ['高中', 'no'], ['初中', 'no']]

test('any way of study with any level and ending', () => {
  for (const mode of MODES) for (const tail of TAILS) for (const [base, college] of BASES) {
    for (const word of [`${mode}${base}${tail}`, `${base}${tail}${mode === '' ? '' : `（${mode}）`}`, `${mode} ${base} ${tail}`]) {
      expect([word, readEducation(word).college]).toEqual([word, college])
      expect([word, readEducation(`${word}`.replace('毕业', '肄业')).college === 'yes']).toEqual([word, college === 'yes' && !word.includes('毕业')])
    }
    expect(readEducation(`${mode}${base}在读`).college).not.toBe('yes')
  }
})

test('never throws, and every note is a known one', () => {
  const alphabet = fc.constantFrom(...'大专本科在读肄业高中职/（）、;函授自考电大党校研究生以上下毕无 0123×？a')
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: alphabet, maxLength: 14 })), word => {
    const read = readEducation(word)
    expect(read.note === null || read.note in VALUE_NOTES).toBe(true)
    if (read.college === 'yes') expect(['doctor', 'master', 'postgraduate', 'bachelor', 'college']).toContain(read.level)
  }))
  fc.assert(fc.property(fc.double(), value => { expect(readEducation(value).level).toBe('code') }))
})

test.each<[CellValue, string]>([
  ['是', 'yes'], ['√', 'yes'], ['1', 'yes'], [1, 'yes'], [true, 'yes'], ['本科', 'yes'],
  ['否', 'no'], ['×', 'no'], ['0', 'no'], [0, 'no'], [false, 'no'], ['高中', 'no'],
  [null, 'blank'], ['', 'blank'], [21, 'unclear'],
])('under 是否大专以上, %j is %s', (value, college) => {
  expect(readCollegeAnswer(value).college).toBe(college)
})
