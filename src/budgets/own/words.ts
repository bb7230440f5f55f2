import { normalise } from '../../vocabulary/normalise'

/** What a line of a budget is about. */
export type Subject =
  | 'formal' | 'contracted' | 'staff' | 'subsidy' | 'principals' | 'task-money' | 'paid-service' | 'town' | 'sources' | 'running' | 'premises' | 'fund'

/** What a column of a budget holds. */
export type Measure = 'amount' | 'persons' | 'unit-cost' | 'area' | 'rate' | 'share' | 'cumulative' | 'remark'

export type Period = 'now' | 'target' | 'increment' | 'previous'

/** Words that stand in front of or behind a line's own words and do not change them. */
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．]|[①-⑳]|其中[:：]?|[-—·•])+/
const PLACE = '(?:[\\u4e00-\\u9fff]{2,4})?'

/** Lines by their words, exact after normalising. The first that fits counts; anything else is not ours to fill. */
const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ['formal', /^(?:社区)?(?:现有)?(?:正式|在编|编制内|事业编制?|行政编制?)(?:工作)?(?:人员|职工|社工)?(?:工资|经费|支出|费用|年经费|工资和保险|人员经费|待遇)?$/],
  ['contracted', /^(?:社区)?(?:现有)?(?:聘用制?|临时|合同制?|编外|聘任|劳务派遣)(?:工作)?(?:人员|职工|工|社工)?(?:工资|经费|支出|费用|年经费|工资和保险|人员经费|待遇)?$/],
  ['principals', /^(?:社区)?(?:财政统筹|统筹)?(?:社区)?主要?负责人(?:统筹|经费|工资|工资和保险|工资及保险|统筹经费)*$|^(?:财政)?统筹(?:经费|主要负责人经费|资金)$/],
  ['subsidy', new RegExp(`^${PLACE}(?:县(?:\\(市\\))?级?|市级?|区级?|本级)?财政(?:补贴|补助)(?:资金|经费|收入)?$`)],
  ['task-money', /^(?:费随事转|部门拨款|费随事转等?部门拨款|专项拨款)(?:经费|收入|资金)?$/],
  ['paid-service', /^(?:有偿服务|服务收入|有偿服务收入|有偿服务等收入|代办服务收入)$/],
  ['town', new RegExp(`^${PLACE}(?:镇|街道|镇街|镇\\(街道?\\)|乡镇|街镇)(?:级)?(?:财政)?(?:承担|负担|自筹|配套)(?:部分|经费|资金)?$`)],
  ['sources', /^(?:资金|经费)?来源(?:合计|总计)$|^收入(?:合计|总计)$/],
  ['running', /^(?:社区)?(?:日常)?(?:公用|办公|工作)经费$/],
  ['premises', /^(?:社区)?(?:办公)?(?:活动)?用房(?:建设)?(?:项目)?(?:投资|经费|支出|资金)?$/],
  ['fund', /^(?:社区)?(?:用房)?建设基金(?:收入|收取|应收)?$/],
  ['staff', /^(?:社区)?(?:工作)?人员(?:经费|支出|费用|工资|工资和保险|工资福利)(?:合计|总额|小计)?$|^两项(?:支出)?(?:合计|共)?$|^工资福利支出$/],
]

/** The subject of a line, or of a column that stands for one; `null` when the words are none of ours. */
export function subjectOf(text: string): Subject | null {
  const word = bare(text)
  if (word === '') return null
  for (const [subject, pattern] of SUBJECTS) if (pattern.test(word)) return subject
  return null
}

/** A label without numbering, trailing colon and trailing unit in brackets. */
export function bare(text: string): string {
  let word = normalise(text).replace(/[:：]$/, '')
  for (let previous = ''; previous !== word;) {
    previous = word
    word = word.replace(NUMBERING, '')
  }
  return word.replace(/[(（](?:万元|千元|元|人|名|㎡|m2|平方米|%)[)）]$/, '')
}

/** What the words of a header say. `year` where it names one. */
export interface HeaderWords {
  readonly measure: Measure | null
  readonly period: Period | null
  readonly year: number | null
  readonly subject: Subject | null
  /** The figure is for a month. */
  readonly monthly: boolean
}

/** @param header levels joined by ` / ` */
export function headerWords(header: string): HeaderWords {
  const levels = header.split(' / ').map(level => normalise(level))
  const all = levels.join(' '), last = levels.at(-1) ?? ''
  const year = /(?:^|\D)(20\d\d)(?:年|$|\D)/.exec(all)?.[1]
  return {
    measure: measureOf(last) ?? measureOf(all),
    period: /上年|去年|上一年|上期|决算/.test(all) ? 'previous' : /增减|增量|增加|差额|新增|相差|变动/.test(all) ? 'increment' : /目标|应配|核定|编制数|计划配备|计划数|配齐|到位后|达标/.test(all) ? 'target' : /现有|现状|实有|目前|本年|当年|现行|年初预算|在岗/.test(all) ? 'now' : null,
    year: year === undefined ? null : Number(year),
    subject: levels.map(level => subjectOf(level.replace(/(?:现有|目标|应配|实有|现状|计划|本年|人数|增量)/g, ''))).findLast(found => found !== null) ?? null,
    monthly: /每月|\/月|[·.]月|月均|月人均|人月|元月|月标准/.test(all),
  }
}

function measureOf(word: string): Measure | null {
  if (/备注|说明|依据|单位$|单位名称|联系|日期|序号|测算过程|资金渠道|列支/.test(word)) return 'remark'
  if (/占比|比例|比重|%|率$/.test(word)) return 'share'
  if (/累计/.test(word)) return 'cumulative'
  if (/元\/(?:㎡|m2|平方米)|收取标准/.test(word)) return 'rate'
  if (/人均|单价|费用标准|定额|^标准|测算标准|每人|支出标准|补助标准/.test(word)) return 'unit-cost'
  if (/面积|㎡|m2|平方米/.test(word)) return 'area'
  if (/人数|员额|名额|^数量|编制数|职数|\(人\)|\(名\)|实有|应配|现有人员|^人员数/.test(word)) return 'persons'
  if (/金额|经费|预算|投资|收入|支出|需求|万元|千元|元|应收|资金|合计|补贴|补助|承担|负担|自筹|数$/.test(word)) return 'amount'
  return null
}

/** Depth of a line in its table: codes, numbering and indentation, most telling first. Deeper lines follow their parent. */
export function depthOf(text: string): number {
  const code = /^\s*(\d{3}(?:\d{2}){0,3})(?:\D|$)/.exec(text)?.[1]
  if (code !== undefined) return code.length
  const word = text.replace(/^[\s　]+/, '')
  const indent = Math.min(4, Math.floor((text.length - word.length) / 1))
  const step = /^[一二三四五六七八九十]{1,3}[、.．]/.test(word) ? 1 : /^[(（][一二三四五六七八九十]{1,3}[)）]/.test(word) ? 2 : /^\d{1,2}[、.．]/.test(word) ? 3 : /^[(（]\d{1,2}[)）]/.test(word) ? 4 : /^[①-⑳]/.test(word) ? 5 : /^其中/.test(word) ? 6 : 0
  return step === 0 ? indent / 10 : step + indent / 10
}
