import type { ColumnKey } from '../core/reading'
import { bilingual, englishKeys } from '../vocabulary/english-headers'
import { headerKeys, splitHeader } from '../vocabulary/headers'
import { normalise } from '../vocabulary/normalise'

/** A header cell's text, taken apart once. */
export interface HeaderCell {
  /** Normalised, without numbering, unit and remarks. */
  readonly word: string
  readonly unit: string | null
  readonly yesNo: boolean
  /** Exact meanings; several: ambiguous; none: not known. */
  readonly keys: readonly ColumnKey[]
}

const MOST_CACHED = 20_000
const LONGEST_HEADER = 40
const cache = new Map<string, HeaderCell>()
const UNKNOWN: HeaderCell = { word: '', unit: null, yesNo: false, keys: [] }

/** Takes a header text apart. Cached, since the same words head every table; the cache is bounded, since the search also meets names. */
export function headerCell(text: string): HeaderCell {
  const known = cache.get(text)
  if (known !== undefined) return known
  if (text.length > LONGEST_HEADER) return UNKNOWN
  const { word, unit, yesNo } = splitHeader(text)
  const cell = meaningOf(text, word, unit, yesNo)
  if (cache.size < MOST_CACHED) cache.set(text, cell)
  return cell
}

function meaningOf(text: string, word: string, unit: string | null, yesNo: boolean): HeaderCell {
  const plain = normalise(text)
  // 政治面貌/入党时间: what stands behind the mark is said beside the first, and is not what the column is of.
  const first = BESIDE.exec(plain)?.[1]
  if (first !== undefined) {
    const part = splitHeader(first), told = headerKeys(part.word)
    if (told.length > 0) return { word: part.word, unit: unit ?? part.unit, yesNo: yesNo || part.yesNo, keys: told }
  }
  let keys = headerKeys(word)
  if (keys.length === 0) keys = headerKeys(plain)
  if (keys.length === 0) keys = englishKeys(word)
  if (keys.length > 0) return { word, unit, yesNo, keys }
  // 2023年现有使用面积, beside 2024年目标: what there is carries the year in which it was counted.
  const today = /^(?:截[至止]?)?(?:19|20)\d{2}年?(?:底|末|年底)?(?=现有|现状|实有)(.{4,})$/.exec(word)?.[1]
  if (today !== undefined && headerKeys(today).length > 0) return { word: today, unit, yesNo, keys: headerKeys(today) }
  // 【姓名】: a frame says nothing.
  const framed = /^[【[《「『<]([^【】[\]《》「」『』<>]{2,})[】\]》」』>]$/.exec(plain)?.[1]
  if (framed !== undefined) {
    const part = splitHeader(framed),
      found = headerKeys(part.word)
    if (found.length > 0) return { word: part.word, unit: part.unit, yesNo: part.yesNo, keys: found }
  }
  // 其中：使用面积 is the column of usable areas, beside the one that holds them all. A mark of a note stands before or behind: ①姓名, 学历2, 姓名注1.
  const inner = /^其中[:：]?(.+)$/.exec(word)?.[1] ?? /^(.*?[\u4e00-\u9fff)])(?:注\d{0,2}|\d{1,2})$/.exec(word)?.[1] ?? /^(?:注?\d{1,2}|注)(?=[\u4e00-\u9fff])(.+)$/.exec(word)?.[1]
  if (inner !== undefined) {
    const part = splitHeader(inner), found = headerKeys(part.word)
    if (found.length > 0) return { word: part.word, unit: unit ?? part.unit, yesNo: yesNo || part.yesNo, keys: found }
  }
  // 姓名Name, Name/姓名: one language settles it, the other must not be a name of its own (QQ号).
  const both = bilingual(word) ?? bilingual(plain)
  if (both !== null) {
    const part = splitHeader(both.chinese), chinese = headerKeys(part.word), english = englishKeys(both.english)
    const shared = chinese.filter(key => english.includes(key))
    const found =
      shared.length > 0
        ? shared
        : (both.english.length >= SHORTEST_WORD && part.word.length > 1) || english.length > 0
          ? chinese.length > 0
            ? chinese
            : english
          : []
    if (found.length > 0)
      return { word: chinese.length > 0 ? part.word : word, unit: unit ?? part.unit, yesNo: yesNo || part.yesNo, keys: found }
  }
  // 用房（使用面积㎡）: the bracket says what of the house is written.
  const measured = /^[^()]{0,6}(?:用房|阵地|场所|房屋|场地|设施)[(]([^()]+)[)]$/.exec(plain)?.[1]
  if (measured !== undefined) {
    const part = splitHeader(measured),
      found = headerKeys(part.word).filter(key => OF_A_HOUSE.has(key))
    if (found.length > 0) return { word: part.word, unit: unit ?? part.unit, yesNo: false, keys: found }
  }
  return { word, unit, yesNo, keys }
}

/** What a bracket may say of a house, by itself. */
const OF_A_HOUSE: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['usableArea', 'builtArea', 'area'])

/** What may be told beside a thing in its own cell. */
const BESIDE =
  /^([^/／、及]{2,8})(?:[/／、]|及)(?:入党(?:[(]团[)]|团)?(?:时间|年月|日期)|入团时间|加入时间|毕业(?:院校|学校|时间)(?:及专业)?|(?:所学)?专业|(?:联系)?电话|手机号?|分工|分管工作|职级)$/

/** A shorter half of a header in two languages is a name (QQ号). */
const SHORTEST_WORD = 3

export function isHeaderWord(text: string): boolean {
  return headerCell(text).keys.length > 0
}
