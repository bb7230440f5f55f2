import type { CellValue } from '../core/cell'
import { isBlank } from '../core/cell'
import type { ColumnKey } from '../core/reading'
import { isNothing } from '../vocabulary/answers'
import { normalise, textOf } from '../vocabulary/normalise'
import type { FoundTable } from './found-table'
import { lastColumn, rowOf } from './grid'
import { headerCell } from './header-cells'
import type { ColumnCandidate } from './match-columns'
import { fitOf } from './settle'
import type { SettleContext } from './settle'

/** A list in which some column holds several things a cell, with the things apart in columns of their own behind the sheet's last. */
export interface Unfolded {
  readonly found: FoundTable
  readonly candidates: readonly ColumnCandidate[]
  /** The column of the sheet that a column behind the last was taken from. */
  readonly origin: ReadonlyMap<number, number>
  /** Columns whose header names several things that their cells do not show. */
  readonly unclear: ReadonlyMap<number, readonly ColumnKey[]>
}

const SEPARATORS = /[/／\\、,，;；|｜+＋&\n\r]|[和与及]/
/** Things that one cell may hold beside another. 学历及专业, 职务/职级 are one thing: their keys are the same or say nothing. */
const PARTS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['name', 'sex', 'birth', 'age', 'id', 'education', 'politics', 'employment', 'status', 'position', 'community', 'usableArea', 'builtArea', 'officeArea', 'activityArea', 'tenure', 'nation', 'phone', 'hired'])
/** Areas that a header may name side by side (建筑面积/使用面积): their numbers follow its order. */
const MEASURED: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['usableArea', 'builtArea', 'officeArea', 'activityArea'])
/** Things whose values look like nothing in particular: at most one of them beside others that can be told. */
const SHAPELESS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['position', 'phone', 'hired', 'nation'])
/** What may stand in a bracket behind a name. */
const BRACKETED: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['id', 'birth', 'education', 'politics', 'employment'])
const ENOUGH = 0.6
const MOST_TOKENS = 7, LONGEST = 60

/** The things that a header names, in their order; `null` for a header of one thing. */
export function thingsOf(header: string): readonly ColumnKey[] | null {
  if (header.length > 30) return null
  const plain = normalise(header).replace(/[“”"'‘’「」]/g, '')
  // 姓名（身份证号）, 职务（身份）: the cell holds the other in a bracket as well.
  const beside = /^([^()]+)\(([^()]+)\)$/.exec(plain), front = headerCell(beside?.[1] ?? '').keys[0]
  if (beside !== null && (front === 'name' || front === 'position')) {
    const told = headerCell(beside[2] ?? '').keys.find(key => BRACKETED.has(key))
    if (told !== undefined) return [front, told]
  }
  const whole = headerCell(plain.replace(SEPARATORS, '')).keys
  if (whole.length > 0 && !SEPARATORS.test(plain)) return null
  // 面积（建筑/使用）: the bracket says what stands in the cell.
  const bracket = /^([^()]+)\(([^()]+)\)$/.exec(plain)
  if (bracket !== null && SEPARATORS.test(bracket[2] ?? '')) {
    const inside = (bracket[2] ?? '').split(new RegExp(SEPARATORS, 'g'))
    const keys = keysOf(inside) ?? (/面积$/.test(bracket[1] ?? '') ? keysOf(inside.map(part => `${part}面积`)) : null)
    if (keys !== null) return keys
  }
  const parts = plain.split(new RegExp(SEPARATORS, 'g')).filter(part => part !== '')
  const found = parts.length >= 2 ? keysOf(parts) : null
  return found ?? (parts.length === 1 ? twoWords(plain) : null)
}

function keysOf(parts: readonly string[]): readonly ColumnKey[] | null {
  const keys = parts.map(part => headerCell(part).keys.find(key => PARTS.has(key)) ?? null)
  if (keys.includes(null) || new Set(keys).size !== keys.length || keys.length > 4) return null
  const known = keys as readonly ColumnKey[]
  return known.filter(key => SHAPELESS.has(key)).length > 1 ? null : known
}

const TOLD_BY_WORD: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['education', 'politics', 'birth', 'sex', 'age', 'employment', 'name', 'id', 'usableArea', 'builtArea'])

/** 学历政治面貌: two words with nothing, or a line break, between. Words of several meanings (类别) make no such pair. */
function twoWords(plain: string): readonly ColumnKey[] | null {
  if (headerCell(plain).keys.length > 0) return null
  for (let at = 2; at <= plain.length - 2; at++) {
    const parts = [plain.slice(0, at), plain.slice(at)]
    if (
      !parts.every(part => {
        const {
          keys: [key, ...others],
        } = headerCell(part)
        return key !== undefined && others.length === 0 && TOLD_BY_WORD.has(key)
      })
    )
      continue
    const found = keysOf(parts)
    if (found !== null) return found
  }
  return null
}

/** 基本情况 over 男，1985年3月出生，大专学历，中共党员: the header says that things are told, and the values which. */
const DESCRIBES = /^(?:人员|个人|主要)?(?:基本|简要|个人|主要)?(?:情况|信息|简况|概况|简介)$/
const DESCRIBED: readonly ColumnKey[] = ['id', 'birth', 'sex', 'education', 'politics', 'employment']
const SAMPLED = 20, FEWEST_THINGS = 3

/** The things that the first values name one after the other, each of them known; `null` where they do not agree. */
function thingsIn(values: readonly CellValue[], context: SettleContext): readonly ColumnKey[] | null {
  let found: readonly ColumnKey[] | null = null
  for (const value of values.slice(0, SAMPLED)) {
    const parts = normalise(textOf(value)).split(/[,，、;；。]/).filter(part => part !== '')
    const keys = parts.map(part => DESCRIBED.find(key => (fitOf(key, [part], '', context) ?? 0) === 1) ?? null)
    if (parts.length < FEWEST_THINGS || keys.includes(null) || new Set(keys).size < keys.length) return null
    if (found !== null && found.join() !== keys.join()) return null
    found = keys as readonly ColumnKey[]
  }
  return found
}

/** Takes the columns apart that hold several things a cell, where their values show it. Any other table is given back as it is. */
export function unfold(
  found: FoundTable,
  candidates: readonly ColumnCandidate[],
  rows: readonly (readonly CellValue[])[],
  told: (column: number) => boolean,
  context: SettleContext,
): Unfolded {
  const plans: {
    readonly column: number
    readonly keys: readonly ColumnKey[]
    readonly split: (value: CellValue) => readonly CellValue[] | null
  }[] = []
  const unclear = new Map<number, readonly ColumnKey[]>(), soles = new Map<number, ColumnKey>()
  for (const candidate of candidates) {
    const levels = found.levels[candidate.column - found.header.left] ?? []
    const values = rows.map(cells => cells[candidate.column - 1] ?? null).filter(value => !isBlank(value))
    const described = candidate.candidates.length === 0 && DESCRIBES.test(normalise(levels.at(-1) ?? ''))
    const keys = told(candidate.column) ? null : described ? thingsIn(values, context) : thingsOf(levels.at(-1) ?? '')
    if (keys === null) continue
    const split = splitter(keys, context), sole = soleThing(values, keys, split)
    if (sole !== null) {
      soles.set(candidate.column, sole)
      continue
    }
    const whole = values.filter(value => split(value) !== null).length
    const [meaning] = candidate.candidates
    if (values.length > 0 && whole >= values.length * ENOUGH) plans.push({ column: candidate.column, keys, split })
    else if (values.length > 0 && (meaning === undefined || (fitOf(meaning, values, candidate.word, context) ?? 0) < ENOUGH))
      unclear.set(candidate.column, keys)
  }
  const named = soles.size === 0 ? candidates : candidates.map(candidate => {
    const key = soles.get(candidate.column)
    return key === undefined ? candidate : { ...candidate, candidates: [key] }
  })
  if (plans.length === 0) return { found, candidates: named, origin: new Map(), unclear }
  const base = Math.max(lastColumn(found.sheet), found.header.right) + 1
  const origin = new Map<number, number>(),
    more: ColumnCandidate[] = []
  let next = base
  for (const { column, keys } of plans)
    for (const key of keys) {
      const whole = named.find(candidate => candidate.column === column)
      origin.set(next, column)
      more.push({ column: next, header: whole?.header ?? '', word: '', candidates: [key], unit: whole?.unit ?? null, yesNo: false })
      next++
    }
  const spread = [...found.sheet.rows]
  for (let row = found.first; row <= found.last; row++) {
    const cells = rowOf(found.sheet, row)
    if (plans.every(({ column }) => isBlank(cells[column - 1]))) continue
    const longer: CellValue[] = [...cells]
    while (longer.length < base - 1) longer.push(null)
    for (const { column, keys, split } of plans) {
      const value = cells[column - 1] ?? null
      longer.push(...(isBlank(value) ? keys.map(() => null) : (split(value) ?? keys.map(() => value))))
    }
    spread[row - 1] = longer
  }
  const apart = new Set(plans.map(({ column }) => column))
  return {
    found: { ...found, sheet: { ...found.sheet, rows: spread } },
    candidates: [...named.filter(({ column }) => !apart.has(column)), ...more],
    origin,
    unclear,
  }
}

/** 党派身份 over cells that say 群众 or 党员 and nothing else: whatever its header names, the column holds one thing. */
function soleThing(
  values: readonly CellValue[],
  keys: readonly ColumnKey[],
  split: (value: CellValue) => readonly CellValue[] | null,
): ColumnKey | null {
  const told = values.filter(value => !isNone(textOf(value))), parts = told.flatMap(value => [split(value) ?? []])
  if (told.length === 0 || parts.filter(each => each.length > 0).length < told.length * ENOUGH) return null
  const [key, ...others] = keys.filter((_key, at) => parts.some(each => !isBlank(each[at] ?? null)))
  return others.length === 0 ? (key ?? null) : null
}

/** Splits a cell into the values of its things; `null` when it cannot be told how. */
function splitter(keys: readonly ColumnKey[], context: SettleContext): (value: CellValue) => readonly CellValue[] | null {
  const known = new Map<string, readonly CellValue[] | null>()
  const fits = (key: ColumnKey, text: string): boolean => text !== '' && (SHAPELESS.has(key) || (fitOf(key, [text], '', context) ?? 0) === 1)
  return value => {
    const text = textOf(value).trim()
    const before = known.get(text)
    if (before !== undefined) return before
    const told = (): readonly CellValue[] | null =>
      inBracket(text, keys, fits) ?? placeAndPost(text, keys) ?? inOrder(text, keys, fits) ?? alone(text, keys, fits)
    const made = text.length > LONGEST ? null : told()
    if (known.size < 20_000) known.set(text, made)
    return made
  }
}

/** 张三（321…）: the second thing in a bracket behind the first. */
function inBracket(text: string, keys: readonly ColumnKey[], fits: Fits): readonly CellValue[] | null {
  const match = keys.length === 2 && (keys[0] === 'name' || keys[0] === 'position') ? /^([^()（）]+)[(（]([^()（）]+)[)）]$/.exec(text) : null
  const [first = '', second = ''] = match?.slice(1) ?? []
  return match !== null && keys.every((key, at) => fits(key, at === 0 ? first : second)) ? [first, second] : null
}

/** 清泉社区党总支书记 under 所在社区及职务: the name of a community shows where it ends. */
function placeAndPost(text: string, keys: readonly ColumnKey[]): readonly CellValue[] | null {
  if (keys.length !== 2 || !keys.includes('community') || !keys.includes('position')) return null
  const match = PLACE_AND_POST.exec(normalise(text))
  if (match === null) return null
  const [place = '', post = ''] = match.slice(1)
  return keys.map(key => (key === 'community' ? place : post === '' ? null : post))
}
const PLACE_AND_POST =
  /^([\u4e00-\u9fff〇\d]{1,16}?(?:社区居民委员会|社区居委会|居民委员会|居委会|社区))[、/·,，]?([\u4e00-\u9fff、/兼,，()（）]*)$/

function isNone(part: string): boolean {
  const word = normalise(part)
  return word === '无' || isNothing(word)
}

type Fits = (key: ColumnKey, text: string) => boolean

/** The parts in the header's order, else in any order that is the only one. */
function inOrder(text: string, keys: readonly ColumnKey[], fits: Fits): readonly CellValue[] | null {
  const tokens = [...text.matchAll(/[^/／\\、,，;；|｜+＋&\s\u3000]+/g)].map(match => ({ from: match.index, to: match.index + match[0].length }))
  if (tokens.length >= keys.length && tokens.length <= MOST_TOKENS) {
    const cut = (first: number, last: number): string => text.slice(tokens[first]?.from ?? 0, tokens[last]?.to ?? 0)
    // 无/临聘: as many parts as things, and one of them says that there is nothing.
    const separated = tokens.length === keys.length && /[/／、,，;；|｜]/.test(text)
    const place = (order: readonly ColumnKey[], separated = false): string[] | null => {
      const fill = (at: number, first: number): string[] | null => {
        const key = order[at]
        if (key === undefined) return first === tokens.length ? [] : null
        for (let last = tokens.length - (order.length - at); last >= first; last--) {
          const part = cut(first, last)
          if (!fits(key, part) && !(separated && isNone(part))) continue
          const rest = fill(at + 1, last + 1)
          if (rest !== null) return [part, ...rest]
        }
        return null
      }
      return fill(0, 0)
    }
    const straight = place(keys) ?? place(keys, separated)
    if (straight !== null) return straight
    // Numbers of one kind can only be told by their order.
    if (keys.filter(key => MEASURED.has(key)).length < 2 && keys.length === 2) {
      const turned = place([...keys].reverse())
      if (turned !== null) return turned.reverse()
    }
  }
  return tokens.length === 1 && keys.length === 2 ? glued(text, keys, fits) : null
}

/** 中共党员本科: one place to cut, and no other. */
function glued(text: string, keys: readonly ColumnKey[], fits: Fits): readonly CellValue[] | null {
  const [first, second] = keys
  if (first === undefined || second === undefined || keys.some(key => SHAPELESS.has(key) || MEASURED.has(key) || key === 'name')) return null
  let found: readonly CellValue[] | null = null
  for (let at = 1; at < text.length; at++) {
    if (!fits(first, text.slice(0, at)) || !fits(second, text.slice(at))) continue
    if (found !== null) return null
    found = [text.slice(0, at), text.slice(at)]
  }
  return found
}

/** Only one of the things stands in the cell, and it can be no other. */
function alone(text: string, keys: readonly ColumnKey[], fits: Fits): readonly CellValue[] | null {
  if (keys.some(key => SHAPELESS.has(key)) || keys.filter(key => MEASURED.has(key)).length > 1) return null
  const fitting = keys.filter(key => fits(key, text))
  return fitting.length === 1 ? keys.map(key => (key === fitting[0] ? text : null)) : null
}
