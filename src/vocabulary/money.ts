import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import { ownValue } from '../core/own-value'
import { isNothing } from './answers'
import { normalise } from './normalise'
import type { ValueNoteKey } from './notes'

export type MoneyUnit = '元' | '千元' | '万元' | '亿元'

export interface MoneyReading {
  readonly yuan: number | null
  readonly note: ValueNoteKey | null
}

const YUAN: Readonly<Record<string, number>> = {
  元: 1,
  圆: 1,
  块: 1,
  人民币元: 1,
  rmb: 1,
  cny: 1,
  百元: 100,
  千元: 1000,
  千: 1000,
  k: 1000,
  万元: 10_000,
  万: 10_000,
  万圆: 10_000,
  w: 10_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
  亿: 100_000_000,
}
const UNIT = '(?:百万元|千万元|亿元|万元|千元|百元|万圆|亿|万|千|元|圆|块|rmb|cny|w|k)'
const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)'
const PER = '(?:/|每)?(?:人)?(?:/|·|每)?(?:年|月|季度|季|人|户|㎡|m2|平方米|次|天|日|个|名|岗|社区)'
const PATTERN = new RegExp(`^(?<about>约|近|大约|超|不足|共|共计|合计)?(?<lead>每人每月|每人每年|人均|每月|月均|月|每年|年均|年|税前|税后|实发|应发|:)*(?<sign>[-−])?[¥$]?(?<minus>[-−])?(?<low>${NUMBER})(?<unit0>${UNIT})?(?:(?:-|~|至|到|—|–)[¥$]?(?<high>${NUMBER}))?(?<unit>${UNIT})?(?<tail>整|正)?(?<per>${PER}|每月|每年|(?:/|每)人(?:/|每)?(?:月|年)|左右|余|多|以上|以下|以内|起)?$`)

/**
 * Reads one money cell in yuan.
 * @param unit unit of the header, the unit line or the title; a unit in the cell goes first, and without any it is yuan.
 *   A monthly figure stays the month's figure and says so.
 */
export function readMoney(value: CellValue, unit: string | null): MoneyReading {
  if (value === null) return { yuan: null, note: null }
  if (isCellError(value)) return { yuan: null, note: 'value.error' }
  if (typeof value === 'boolean') return { yuan: null, note: 'value.unknown-word' }
  const factor = ownValue(YUAN, moneyUnit(unit ?? '') ?? '元') ?? 1
  if (typeof value === 'number') return Number.isFinite(value) ? { yuan: cents(value * factor), note: null } : { yuan: null, note: 'value.error' }
  let word = normalise(value).toLowerCase().replace(/￥/g, '¥').replace(/人民币/g, '')
  if (isNothing(word) || word === '无') return { yuan: null, note: null }
  let negative = false
  const bracketed = new RegExp(`^\\(([¥$]?${NUMBER}${UNIT}?)\\)$`).exec(word)
  if (bracketed !== null) {
    negative = true
    word = bracketed[1] ?? ''
  } else word = word.replace(/\([^()]*\)$/, '')
  const mixed = new RegExp(`^(${NUMBER})万(${NUMBER})?(?:千)?(?:(${NUMBER})百)?元?$`).exec(word)
  const thousands = /^(\d+(?:\.\d+)?)万(\d)千元?$/.exec(word)
  if (thousands !== null) return { yuan: cents(Number(thousands[1]) * 10_000 + Number(thousands[2]) * 1000), note: null }
  if (mixed !== null && mixed[2] !== undefined && /元$/.test(word)) return { yuan: cents(Number(mixed[1]) * 10_000 + Number(mixed[2].replace(/,/g, ''))), note: null }
  const groups = PATTERN.exec(word)?.groups
  if (groups === undefined) return { yuan: null, note: 'value.unknown-word' }
  const own = groups.unit ?? groups.unit0
  const scale = own === undefined ? factor : ownValue(YUAN, own) ?? 1
  if (groups.sign !== undefined || groups.minus !== undefined) negative = true
  const amount = cents(Number((groups.low ?? '').replace(/,/g, '')) * scale) * (negative ? -1 : 1)
  return { yuan: amount, note: noteOf(groups, negative) }
}

function noteOf(groups: Readonly<Record<string, string | undefined>>, negative: boolean): ValueNoteKey | null {
  if (groups.high !== undefined) return 'value.money-range'
  if (/月/.test(`${groups.lead ?? ''}${groups.per ?? ''}`)) return 'value.money-monthly'
  if (groups.about !== undefined && !/共|合/.test(groups.about)) return 'value.money-about'
  if (/左右|余|多|以上|以下|以内|起/.test(groups.per ?? '')) return 'value.money-about'
  return negative ? 'value.money-negative' : null
}

/** Binary dust off, four decimals of a yuan kept: 12.279 万元 is 122,790. */
function cents(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** The money unit that a header, a bracket or a unit line names: 金额（万元）, 单位：千元, 万元/年. `null` when it names none. */
export function moneyUnit(text: string): MoneyUnit | null {
  const word = normalise(text).replace(/人民币/g, '')
  const match = /(?:^|[(:/、,，\]）单位])(?:金额)?(亿元|百万元|千万元|万元|千元|元|万|亿)(?:整|\(人民币\))?(?=$|[)/、,，（(每·])/.exec(word)
  const unit = match?.[1]
  if (unit === undefined) return null
  if (unit === '万') return '万元'
  if (unit === '亿') return '亿元'
  return unit === '百万元' || unit === '千万元' ? null : unit as MoneyUnit
}

const UNIT_WORD = '(?:人民币)?(?:亿元|千万元|百万元|万元|千元|百元|元|万|㎡|m2|平方米|平米|万平方米|万m2|百平方米|百m2|千平方米|亩|人|名|户|个|间|岁|%|处|套|项|人次|元/月|元/年|元/人|元/m2|元/平方米|万元/年|m²)'
const UNIT_LINE = new RegExp(`单位[:：为]?(${UNIT_WORD}(?:\\(人民币\\))?(?:[、,，;/和]${UNIT_WORD})*)(?=$|[)\\]】。,，;；]|(?:年|日期|制表|填))`)

/** The unit that a line above a table names: 单位：万元, （金额单位：元）. `null` for an organisation (填报单位：姜堰镇) or nothing. */
export function unitLine(text: string): string | null {
  const word = normalise(text)
  const match = UNIT_LINE.exec(word)
  return match?.[1]?.replace(/\(人民币\)|人民币/g, '') ?? null
}
