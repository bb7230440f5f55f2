import type { Said } from '../../vocabulary/budget-words'
import { normalise } from '../../vocabulary/normalise'

/** 市财政承担（60%）, 市财政60%（元）. */
export const PERCENT = /\((?:占|按|承担|负担|分担)?(\d{1,2}(?:\.\d+)?)%\)|(?<=[\u4e00-\u9fff])(\d{1,2}(?:\.\d+)?)%(?=$|\([^()%]*\)$)/

/** 工作经费, 专项经费, 活动资金: neither what staff cost nor what an office runs on. */
export const OTHER_MONEY = /^(?:社区)?(?:工作|项目|业务|运转|运行|服务|活动|专项|保障|服务群众|为民服务|创建|奖补|以奖代补)(?:专项)?(?:经费|资金)(?:\([^()]*\))?$/

/** The level of a header that names people and nothing of them (在岗人员, 人员合计), with no word of money in it or below it. */
export function peopleAlone(levels: readonly string[], said: readonly (readonly Said[])[]): string | null {
  const namesPeople = (level: readonly Said[]) => level.some(word => word.subject === 'staff') && level.every(word => word.staff === undefined)
  const isSum = said.at(-1)?.some(word => word.total !== undefined) === true
  const at = said.findLastIndex((level, index) => (index < said.length - 1 || isSum) && namesPeople(level))
  const saysMoney = (word: Said) => word.measure !== undefined || word.part !== undefined || word.payer !== undefined
  const isMoneySaid = said.slice(Math.max(at, 0)).some(level => level.some(saysMoney))
  return at < 0 || isMoneySaid ? null : (levels[at] ?? '')
}

/** The innermost words of a header without their unit. */
export function innerWords({ levels, header }: { readonly levels: readonly string[]; readonly header: string }): string {
  return normalise(levels.at(-1) ?? header).replace(/\([^()]*\)/g, '')
}

/** A part of the year, or the whole of it. */
export function spanOf(levels: readonly string[], last: readonly Said[]): 'part' | 'whole' | null {
  const inner = innerWords({ levels, header: '' })
  if (/^\d{1,2}月份?$/.test(inner) || /^[一二三四五六七八九十]{1,2}月份?$/.test(inner)) return 'part'
  return last.find(word => word.span !== undefined)?.span ?? null
}
