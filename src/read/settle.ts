import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import { readAge } from '../vocabulary/ages'
import { readArea } from '../vocabulary/areas'
import { readBirth } from '../vocabulary/dates'
import { readEducation } from '../vocabulary/education'
import { readEmployment } from '../vocabulary/employment'
import { readId } from '../vocabulary/ids'
import { normalise, textOf } from '../vocabulary/normalise'
import { readNumber } from '../vocabulary/numbers'
import { readPolitics } from '../vocabulary/politics'
import { presenceOfWord } from '../vocabulary/status'
import { readTenure } from '../vocabulary/tenure'
import { isCommunityLabel } from '../vocabulary/communities'
import type { ColumnCandidate } from './match-columns'
import { isTownshipUnit } from './place-names'

/** What values look like when a column means this; keys without an entry are believed by their header. */
type Fit = (value: CellValue, headerWord: string, context: SettleContext) => boolean

export interface SettleContext {
  readonly dateSystem: 1900 | 1904
  /** Names of communities met in columns that are certain. */
  readonly isKnownCommunity: (text: string) => boolean
}

const MEASURES = new Set(['元', '万元', '千元', '个', '人', '名', '户', '间', '处', '项', '平方米', 'm2', '平米', '亩', '次', '套', '台', '件', '批', '年', '月', '元/年', '元/月', '元/人', '元/m2', '%', '人次', '场', '座', '幢', '栋', '米', '公里', '期', '张', '份'])
const NAME = /^[\u3400-\u9fff\u{20000}-\u{3ffff}·•.]{2,6}(?:[(][^)]{1,8}[)])?$/u

const FITS: Partial<Record<ColumnKey, Fit>> = {
  community: (value, _word, context) => {
    const text = normalise(textOf(value))
    return (
      typeof value === 'string' &&
      !MEASURES.has(text) &&
      (isCommunityLabel(text) || context.isKnownCommunity(text) || /^[\u4e00-\u9fff]{2,8}$/.test(text) || isTownshipUnit(text))
    )
  },
  township: value => isTownshipUnit(normalise(textOf(value))),
  unit: value => MEASURES.has(normalise(textOf(value))),
  name: value => typeof value === 'string' && NAME.test(normalise(value)),
  sex: value => /^(?:男|女|男性|女性|male|female|[mf12])$/i.test(normalise(textOf(value))),
  birth: (value, word, context) => {
    const { birth, statedAge } = readBirth(value, context.dateSystem)
    return birth !== 0 || statedAge >= 0 || (/岁|年龄/.test(word) && readAge(value).age >= 0)
  },
  age: value => readAge(value).age >= 0,
  id: value => {
    const { state } = readId(value)
    return state !== 'blank' && state !== 'not-an-id' && state !== 'document'
  },
  education: isEducation,
  educationFullTime: isEducation,
  educationInService: isEducation,
  politics: (value, word) => {
    const { partyOrLeague, note } = readPolitics(value, word)
    return (
      partyOrLeague !== 'blank' &&
      (partyOrLeague !== 'unclear' || (note !== 'value.unknown-word' && note !== 'value.code' && note !== 'value.error'))
    )
  },
  employment: (value, word) => {
    const { employment, presence } = readEmployment(value, word)
    return employment !== 'unknown' || presence !== null
  },
  status: value => presenceOfWord(textOf(value)) !== null,
  approved: isNumber,
  actual: isNumber,
  vacant: isNumber,
  count: isNumber,
  households: isNumber,
  population: isNumber,
  unitPrice: isNumber,
  amount: isMoneyLike,
  pay: isMoneyLike,
  insurance: isMoneyLike,
  compounds: isNumber,
  usableArea: isArea,
  builtArea: isArea,
  area: isArea,
  officeArea: isArea,
  activityArea: isArea,
  tenure: value => {
    const { tenure } = readTenure(value)
    return tenure !== 'unclear' && tenure !== 'blank'
  },
}

function isEducation(value: CellValue): boolean {
  const { level } = readEducation(value)
  return level !== 'unknown' && level !== 'blank' && level !== 'code'
}

function isNumber(value: CellValue): boolean {
  return readNumber(value) !== null
}

function isMoneyLike(value: CellValue): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /\d/.test(value) && /^[¥￥(（]?[\d,.，\s]+/.test(value.trim()))
}

function isArea(value: CellValue): boolean {
  const area = readArea(value, null)
  return area.value !== null && !area.empty
}

/** Share of the filled sample values that look like `key`; 1 for keys that cannot be told by values; `null` when nothing is filled. */
export function fitOf(key: ColumnKey, values: readonly CellValue[], headerWord: string, context: SettleContext): number | null {
  const fit = FITS[key]
  let filled = 0, fitting = 0
  for (const value of values) {
    if (isBlank(value)) continue
    const text = textOf(value).trim()
    if (/^(?:[-—–/\\无]|[小合总]\s*计)$/.test(text)) continue
    filled++
    if (fit === undefined || fit(value, headerWord, context)) fitting++
  }
  return filled === 0 ? null : fitting / filled
}

const ENOUGH = 0.6
/** Keys whose header alone is not believed against their values: a shifted column is asked about and not used. */
const PROVED_BY_VALUES: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['age', 'birth', 'sex', 'id'])
const CONTRADICTED = 0.2
/** Keys that values alone can prove for a column without a header. */
const PLAIN_BY_VALUES: readonly ColumnKey[] = ['id', 'politics', 'education', 'employment', 'sex', 'community']
const PLAIN_SHARE = 0.9

export interface Settled {
  readonly key: ColumnKey | null
  readonly by: 'header' | 'values' | 'none'
  /** Why there is no key although the header offers some. */
  readonly doubt: 'ambiguous' | 'contradicted' | null
}

/** Chooses among the meanings of a header by the values below it. */
export function settleColumn(candidate: ColumnCandidate, values: readonly CellValue[], context: SettleContext): Settled {
  const { candidates, word } = candidate
  if (candidates.length === 0) return { key: null, by: 'none', doubt: null }
  const only = candidates[0]
  if (only !== undefined && candidates.length === 1) {
    if (!PROVED_BY_VALUES.has(only)) return { key: only, by: 'header', doubt: null }
    const fit = fitOf(only, values, word, context)
    const contradicted = fit !== null && fit <= CONTRADICTED && filledOf(values) >= 3
    return contradicted ? { key: null, by: 'none', doubt: 'contradicted' } : { key: only, by: 'header', doubt: null }
  }
  let best: ColumnKey | null = null, bestFit = 0
  for (const key of candidates) {
    const fit = fitOf(key, values, word, context)
    // Nothing filled: nothing depends on it, and the first meaning is the commonest.
    if (fit === null) return { key: only ?? null, by: 'header', doubt: null }
    const proved = FITS[key] === undefined ? fit * 0.5 + 0.11 : fit
    if (proved > bestFit) { best = key; bestFit = proved }
  }
  return bestFit >= ENOUGH ? { key: best, by: 'values', doubt: null } : { key: null, by: 'none', doubt: 'ambiguous' }
}

/** A column without a header is used only when its values leave no doubt. */
export function settleByValuesAlone(
  values: readonly CellValue[],
  missing: (key: ColumnKey) => boolean,
  context: SettleContext,
): ColumnKey | null {
  if (filledOf(values) < 3) return null
  for (const key of PLAIN_BY_VALUES) {
    if (!missing(key)) continue
    if (key === 'community' && !values.some(value => isCommunityLabel(normalise(textOf(value))))) continue
    if ((fitOf(key, values, '', context) ?? 0) >= PLAIN_SHARE) return key
  }
  return null
}

export function filledOf(values: readonly CellValue[]): number {
  let filled = 0
  for (const value of values) if (!isBlank(value)) filled++
  return filled
}
