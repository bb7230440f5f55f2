import { normalise } from '../vocabulary/normalise'

/** A number in a sentence with its counted noun: 68名正式人员, 83.5万元, 20个社区. */
export interface Quantity {
  readonly value: number
  readonly unit: '万元' | '元' | '亿元' | '人' | '个社区' | '平方米'
  /** A few characters in front of it and behind it. */
  readonly before: string
  readonly behind: string
  /** The sentence so far, its last 40 characters. */
  readonly sofar: string
  /** Which clause of the text it stands in; a full stop ends a sentence. */
  readonly sentence: number
  readonly decimals: number
}

/** A total that a sentence states, with the parts it names. */
export interface StatedSum {
  readonly stated: Quantity
  readonly parts: readonly Quantity[]
  readonly sum: number
}

const LONGEST_TEXT = 1500
const QUANTITY = /(\d{1,9}(?:,\d{3}){0,3}(?:\.\d{1,4})?)(亿元|万元|元|名|人|位|个社区|平方米|m2|㎡)/g
const UNITS = new Map<string, Quantity['unit']>([['亿元', '亿元'], ['万元', '万元'], ['元', '元'], ['名', '人'], ['人', '人'], ['位', '人'], ['个社区', '个社区'], ['平方米', '平方米'], ['m2', '平方米'], ['㎡', '平方米']])
const AROUND = 24

/** The quantities of a text, in order. */
export function quantities(text: string): Quantity[] {
  const word = normalise(text.slice(0, LONGEST_TEXT)), found: Quantity[] = []
  let sentence = 0, end = 0, start = 0
  for (const match of word.matchAll(QUANTITY)) {
    const [, digits = '', noun = ''] = match, unit = UNITS.get(noun)
    if (unit === undefined) continue
    const between = word.slice(end, match.index), stop = Math.max(between.lastIndexOf('。'), between.lastIndexOf(';'))
    if (stop >= 0) { sentence++; start = end + stop + 1 }
    const behindAt = match.index + match[0].length
    found.push({ value: Number(digits.replace(/,/g, '')), unit, before: word.slice(Math.max(end, match.index - AROUND), match.index), behind: word.slice(behindAt, behindAt + AROUND), sofar: word.slice(Math.max(start, match.index - 40), match.index), sentence, decimals: digits.split('.')[1]?.length ?? 0 })
    end = behindAt
  }
  return found
}

const COUNT_WORDS = new Map([['两', 2], ['二', 2], ['三', 3], ['四', 4], ['五', 5], ['六', 6], ['七', 7], ['八', 8], ['2', 2], ['3', 3], ['4', 4], ['5', 5]])
const SUM_OF = /(?:([两二三四五六七八2-5])项|以上|上述)[^,，。;；\d]{0,8}(?:共|合计|总计|共计)[^,，。;；\d]{0,6}$|[,，、;；]?(?:合计|总计|共计)(?:年?需?(?:经费|资金|支出|投资)?)?[:：为约]?$/
const NEAR = 0.2

/** Totals that a text states of parts that it names before: 83.5万元, 19.9万元, 两项共101.7万元. Only where the parts come near the total. */
export function statedSums(text: string): StatedSum[] {
  if (!/[共计]/.test(text) || !/\d/.test(text)) return []
  const all = quantities(text), found: StatedSum[] = []
  for (const [at, stated] of all.entries()) {
    const match = SUM_OF.exec(stated.before)
    if (match === null) continue
    const wanted = COUNT_WORDS.get(match[1] ?? ''), earlier = all.slice(0, at).filter(each => each.unit === stated.unit && (each.sentence === stated.sentence || wanted !== undefined))
    const parts = wanted === undefined ? earlier : earlier.slice(-wanted)
    if (parts.length < 2 || (wanted !== undefined && parts.length !== wanted)) continue
    const sum = parts.reduce((whole, part) => whole + part.value, 0)
    if (Math.abs(sum - stated.value) > NEAR * sum) continue
    found.push({ stated, parts, sum: Number(sum.toPrecision(12)) })
  }
  return found
}

const TOTAL_BEFORE = /(?:共|合计|总计|共计|总额|总|现有)[^,，。;；\d]{0,10}$/
/** Parts named behind a total may leave some out, so that little less is a slip and much less is a choice. */
const LESS = 0.06

/** Totals that a text names first and then breaks down: 共投入1250.6万元，其中县级820.6万元，镇级430万元. */
export function brokenDownSums(text: string): StatedSum[] {
  if (!text.includes('其中') || !/[共计总]/.test(text)) return []
  const all = quantities(text), found: StatedSum[] = []
  for (const [at, stated] of all.entries()) {
    const next = all[at + 1]
    if (next === undefined || !TOTAL_BEFORE.test(stated.before) || next.sentence !== stated.sentence || !/^[,，、:：(（]?其中/.test(next.before)) continue
    const parts: Quantity[] = []
    for (const part of all.slice(at + 1)) {
      if (part.sentence !== stated.sentence || part.unit !== stated.unit || (parts.length > 0 && /其中|共|合计|总计|占|同比|增|减/.test(part.before))) break
      parts.push(part)
    }
    const sum = Number(parts.reduce((whole, part) => whole + part.value, 0).toPrecision(12)), last = parts[parts.length - 1]
    if (parts.length < 2 || last === undefined || /^等/.test(last.behind) || sum - stated.value > NEAR * sum || stated.value - sum > LESS * stated.value) continue
    found.push({ stated, parts, sum })
  }
  return found
}

/** What rounding of the parts and of the total explains. */
export function roundingOf({ stated, parts }: StatedSum): number {
  return 0.5 * 10 ** -stated.decimals + parts.reduce((whole, part) => whole + (part.decimals > stated.decimals ? 0 : 0.5 * 10 ** -part.decimals), 0) - (stated.unit === '人' || stated.unit === '个社区' ? 0.5 * (parts.length + 1) : 0)
}

const FORMAL_BEHIND = /^(?:在编|事业编制?)?正式(?:工作)?(?:人员|干部|职工|工作者)/
const CONTRACTED_BEHIND = /^(?:聘用制?|临时|合同制|编外)(?:工作)?人员/

/** Of whom or what a quantity of a sentence speaks, where it speaks of the whole present state and of nothing less. */
export function subjectOfQuantity(quantity: Quantity): 'communities' | 'formal' | 'contracted' | 'staff' | null {
  const { unit, before, behind, sofar } = quantity
  if (/每个?(?:社区|居委会)|标准|编制数?|应配|目标|拟|到20\d\d年/.test(sofar)) return null
  // 现有工作人员126名，其中正式人员68名: the parts of what is there.
  if (unit === '人' && /^[,，:：(（]?其中[:：]?正式(?:工作)?人员[为有共]?$/.test(before)) return 'formal'
  if (/目标|应配|拟|计划|到20\d\d年|新增|增加|缺|超|每|平均|标准|编制|核定|应|上年|去年|示范|其中|等$|创建|达到|不少于|至少|党员|负责人|大专/.test(before)) return null
  if (unit === '个社区') return /(?:全[镇区市县街道]{1,2}|共|现|下辖|辖|设)[有辖设]?$/.test(before) && !/^(?:示范|已|完成|没有|存在|达标|中)/.test(behind) ? 'communities' : null
  if (unit !== '人') return null
  if (FORMAL_BEHIND.test(behind)) return 'formal'
  if (CONTRACTED_BEHIND.test(behind)) return 'contracted'
  if (/^(?:社区)?(?:专职)?工作(?:人员|者)/.test(behind) && /(?:全[镇区市县]|共|现)有?$/.test(before)) return 'staff'
  // 共有工作人员34名: the noun stands in front.
  if (/(?:全[镇区市县]|共|现)有?(?:社区)?(?:专职)?工作(?:人员|者)[为共:]?$/.test(before) && !/[\u4e00-\u9fff]/.test(behind.slice(0, 1))) return 'staff'
  // 正式人员68名, 聘用人员58名: the words stand in front.
  if (/正式(?:工作)?人员[为有共:]?$/.test(before)) return 'formal'
  return /(?:聘用制?|临时|合同制|编外)(?:工作)?人员[为有共:]?$/.test(before) ? 'contracted' : null
}
