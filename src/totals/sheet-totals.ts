import type { SheetSnapshot } from '../core/snapshot'
import { rowLabel } from '../vocabulary/labels'
import { normalise } from '../vocabulary/normalise'
import type { Lines, LineWords } from './lines'
import { learnSums } from './learn'
import type { Relation } from './relation'
import { decimalsOf } from './numerals'
import { gridOf, segmentsOf } from './segments'
import type { Grid, Segment } from './segments'

/** The sums of a part of a sheet, with where its lines and sisters stand (0-based). */
export interface SheetSums {
  readonly direction: 'down' | 'along'
  /** Row of each line for `down`, column for `along`. */
  readonly lineAt: readonly number[]
  readonly sisterAt: readonly number[]
  readonly sisterWords: readonly LineWords[]
  readonly lines: Lines
  readonly relations: readonly Relation[]
}

/** Learns the sums of a sheet that hold over plain values. */
export function sheetSums(sheet: SheetSnapshot): SheetSums[] {
  const grid = gridOf(sheet)
  const found: SheetSums[] = []
  for (const segment of segmentsOf(grid)) {
    for (const group of segment.groups) found.push(sums(grid, segment, group, 'down'))
    found.push(sums(grid, segment, segment.groups.flat(), 'along'))
  }
  return found
}

function sums(grid: Grid, segment: Segment, columns: readonly number[], direction: 'down' | 'along'): SheetSums {
  const rows: number[] = []
  for (let r = segment.top; r <= segment.bottom; r++)
    if (columns.some(c => !Number.isNaN(grid.values[r * grid.columns + c] ?? Number.NaN))) rows.push(r)
  const lineAt = direction === 'down' ? rows : columns, sisterAt = direction === 'down' ? columns : rows
  const step = censusStep(grid, segment, columns)
  const values = new Float64Array(lineAt.length * sisterAt.length)
  const unit = new Float64Array(sisterAt.length), lineUnit = new Float64Array(lineAt.length)
  const decimals = new Uint8Array(sisterAt.length), lineDecimals = new Uint8Array(lineAt.length)
  for (const [l, line] of lineAt.entries()) {
    for (const [s, sister] of sisterAt.entries()) {
      const value = direction === 'down' ? grid.values[line * grid.columns + sister] : grid.values[sister * grid.columns + line]
      values[l * sisterAt.length + s] = value ?? Number.NaN
      if (value === undefined || Number.isNaN(value)) continue
      const shown = decimalsOf(value)
      if (shown > (decimals[s] ?? 0)) decimals[s] = shown
      if (shown > (lineDecimals[l] ?? 0)) lineDecimals[l] = shown
    }
  }
  for (const s of sisterAt.keys()) unit[s] = decimals[s] === 0 ? step : 10 ** -(decimals[s] ?? 0)
  for (const l of lineAt.keys()) lineUnit[l] = lineDecimals[l] === 0 ? step : 10 ** -(lineDecimals[l] ?? 0)
  const ofRow = (row: number): LineWords => rowWords(grid, row, columns),
    ofColumn = (column: number): LineWords => columnWords(grid, segment, column)
  const words = direction === 'down' ? withContinued(lineAt.map(ofRow)) : lineAt.map(ofColumn), sisterWords = sisterAt.map(direction === 'down' ? ofColumn : ofRow)
  const lines: Lines = { down: direction === 'down', count: lineAt.length, sisters: sisterAt.length, values, at: lineAt, unit, lineUnit, words }
  return { direction, lineAt, sisterAt, sisterWords, lines, relations: learnSums(lines) }
}

/** Census tables round every count at random to a multiple of three or of five: that step, else 1. */
function censusStep(grid: Grid, segment: Segment, columns: readonly number[]): 1 | 3 | 5 {
  let numbers = 0, tens = 0, threes = 0, fives = 0
  for (let r = segment.top; r <= segment.bottom; r++) for (const c of columns) {
    const value = grid.values[r * grid.columns + c]
    if (value === undefined || value === 0 || !Number.isInteger(value)) continue
    numbers++
    if (value % 3 === 0) threes++
    if (value % 5 === 0) fives++
    if (value % 10 === 0) tens++
  }
  if (numbers < 30) return 1
  // One number in thirty may be no multiple: it is the one that is wrong.
  if (threes >= numbers * 0.97) return 3
  return fives >= numbers * 0.97 && tens > numbers * 0.3 && tens < numbers * 0.7 ? 5 : 1
}

const TOTAL_WORD = /^(?:grand|sub)?-?totals?\b|\btotals?$|^sum\b|^(?:sub)?-?total/i

const COUNTED = /人数|人员|名数|户数|个数|间数|编制|职数|员额|应配|实有|在编|空缺|缺编|[(（](?:人|名|户|个|间|处)[)）]/
/** A line of means, or of the greatest and least: they add up by chance alone. */
const MEAN = /平均|人均|均价|中位数|最高|最低|average|\bavg\b|\bmean\b|\bmedian\b|^max\b|^min\b/i
const SHARE = /%|％|percent|per cent|\bpct\b|比例|比重|占比|率$|率[(（]|平均|人均|均价|average|\bavg\b|\bmean\b/i

/** 两项共, 收入总计, 总支出 besides the words of lists of people. A 累计 runs on and is no sum of a block. */
const CHINESE_TOTAL = /^(?:以上|上述)?(?:[两二三四五六七八九十\d]{1,3}项)?[^计共,，。:：]{0,8}(?:共|合计|总计|共计|小计)(?:\([^()]*\))?[:：]?$|^总(?:支出|收入|费用|投资|经费|计划|额)(?:\([^()]*\))?$/

function rowWords(grid: Grid, row: number, columns: readonly number[]): LineWords {
  // The words that stand nearest to the left of the group, else the first of the row.
  const first = columns[0] ?? 0
  let text = ''
  for (let c = first - 1; c >= 0; c--) {
    if (grid.words[row * grid.columns + c] === 1) { text = String(grid.raw(row, c)); if (isTotal(text) !== null) break }
  }
  return wordsOf(text, codeOf(grid, row, first))
}

/** The code of a row: digits of three places or more, as a number or text, in a cell left of its amounts or in front of its words. */
function codeOf(grid: Grid, row: number, before: number): string {
  for (let c = 0; c < Math.min(before, 4); c++) {
    const value = grid.raw(row, c), match = /^\s*(\d{3,9})(?!\d|[.．年])/.exec(typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '')
    if (match !== null) return match[1] ?? ''
  }
  return ''
}

function columnWords(grid: Grid, segment: Segment, column: number): LineWords {
  let text = ''
  for (const r of segment.header) {
    const value = grid.raw(r, column)
    if (typeof value === 'string' && value.trim() !== '') text = value
  }
  return wordsOf(text)
}

type TotalWord = 'total' | 'subtotal' | 'of-which' | null

/** The same words stand in row after row, and are asked for both directions. */
const MOST_KNOWN = 20_000
const knownTotals = new Map<string, TotalWord>(), knownWords = new Map<string, LineWords>()

function kept<Kept>(known: Map<string, Kept>, key: string, make: () => Kept): Kept {
  let found = known.get(key)
  if (found === undefined) {
    found = make()
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, found)
  }
  return found
}

function isTotal(text: string): TotalWord {
  return kept(knownTotals, text, () => totalWord(text))
}

function totalWord(text: string): TotalWord {
  const label = rowLabel(text)
  if (label === 'total' || label === 'subtotal') return label
  if (label === 'of-which') return 'of-which'
  const word = normalise(text)
  if (CHINESE_TOTAL.test(word)) return /小计/.test(word) ? 'subtotal' : 'total'
  if (!TOTAL_WORD.test(text.trim())) return null
  return /sub-?total/i.test(text) ? 'subtotal' : 'total'
}

const DEPTHS = [/^[一二三四五六七八九十]{1,3}[、.．]/, /^[(（][一二三四五六七八九十]{1,3}[)）]/, /^\d{1,2}[、.．](?!\d)/, /^[(（]\d{1,2}[)）]/]

/** Rows below an 其中 that are indented as far stand under the same whole. */
function withContinued(words: readonly LineWords[]): LineWords[] {
  let indent = 0
  return words.map(each => {
    if (each.ofWhich) indent = each.indent
    else if (each.total || each.indent === 0 || each.indent < indent) indent = 0
    return indent > 0 && !each.ofWhich ? { ...each, ofWhich: true } : each
  })
}

function wordsOf(text: string, code = ''): LineWords {
  return kept(knownWords, `${code}\u0000${text}`, () => readWords(text, code))
}

function readWords(text: string, code: string): LineWords {
  const label = isTotal(text)
  return { code, depth: DEPTHS.findIndex(pattern => pattern.test(text.trimStart())) + 1, share: SHARE.test(text), mean: MEAN.test(text), counted: COUNTED.test(text), total: label === 'total' || label === 'subtotal', sub: label === 'subtotal', ofWhich: label === 'of-which', label: normalise(text), indent: text.length - text.trimStart().length }
}
