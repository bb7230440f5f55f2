import { isBlank } from '../core/cell'
import type { CellValue } from '../core/cell'
import { cellKey } from '../core/place'
import type { Place } from '../core/place'
import type { Measured, PremisesDoubt, Tenure } from '../core/reading'
import type { SheetSnapshot } from '../core/snapshot'
import { readArea } from '../vocabulary/areas'
import type { AreaReading } from '../vocabulary/areas'
import { premisesItem } from '../vocabulary/premises-items'
import type { AreaBasis, AreaColumn } from './premises-columns'

/** The areas that one row gives, and what of them is not sure. */
export interface RowAreas {
  readonly usable: Measured | null
  readonly built: Measured | null
  readonly unspecified: Measured | null
  readonly activity: Measured | null
  /** 自有 120 | 租赁 80: the area by how it is held; empty where the columns do not part it so, or only one of them is filled. */
  readonly held: readonly { readonly tenure: Tenure; readonly area: Measured; readonly basis: AreaBasis }[]
  /** How the one filled part of such columns is held. */
  readonly tenure: Tenure | null
  readonly notes: readonly { readonly column: AreaColumn; readonly key: string; readonly value: CellValue }[]
  readonly doubts: readonly PremisesDoubt[]
  /** Nothing is written in any of the columns. */
  readonly empty: boolean
}

interface Cell {
  readonly column: AreaColumn
  readonly measured: Measured
}

/** Less than this many m2 apart, a stated total and its parts are the same but for rounding. */
const ROUNDING = 0.5

/** Takes the areas of a row from all columns that hold any: parts are added, a total is held against them and never added, and nothing is dropped. */
export class AreaReader {
  constructor(
    private readonly columns: readonly AreaColumn[],
    private readonly sheet: SheetSnapshot,
    private readonly unit: string | null,
  ) {}

  /** @param places how many places the words beside tell of: numbers that stand apart in one cell are added only where they are as many */
  read(cells: readonly CellValue[], row: number, places: number): RowAreas {
    const notes: { column: AreaColumn; key: string; value: CellValue }[] = [],
      doubts: PremisesDoubt[] = []
    const now: Cell[] = [],
      built: Cell[] = [],
      unparted = new Set<number>()
    let empty = true
    for (const column of this.columns) {
      const value = cells[column.column - 1] ?? null
      if (isBlank(value)) {
        if (this.sheet.formulas.has(cellKey(row, column.column))) empty = false
        continue
      }
      const place: Place = { sheet: this.sheet.name, row, column: column.origin }
      // 办公面积/活动面积 over one number: the whole, once.
      if (column.origin !== column.column && value === cells[column.origin - 1]) {
        if (!unparted.has(column.origin))
          now.push({
            column: { ...column, part: 'whole' },
            measured: measuredOf(placed(readArea(value, column.unit ?? this.unit), places), place, value),
          })
        unparted.add(column.origin)
        empty = false
        continue
      }
      const pair = column.order === null ? null : ordered(value, column, this.unit)
      if (pair !== null) {
        empty = false
        if (pair.usable !== null) now.push({ column: { ...column, basis: 'usable' }, measured: measuredOf(pair.usable, place, value) })
        if (pair.built !== null) built.push({ column: { ...column, basis: 'built' }, measured: measuredOf(pair.built, place, value) })
        notes.push({ column, key: pair.note, value })
        continue
      }
      const reading = placed(readArea(value, column.unit ?? this.unit), places)
      if (reading.empty) continue
      empty = false
      const basis = reading.kind ?? column.basis
      ;(basis === 'built' ? built : now).push({
        column: reading.kind === null ? column : { ...column, basis },
        measured: measuredOf(reading, place, value),
      })
      if (reading.built !== undefined)
        built.push({
          column: { ...column, basis: 'built' },
          measured: { ...measuredOf(reading, place, value), value: reading.built, low: reading.built, high: reading.built },
        })
      if (reading.note !== null) notes.push({ column, key: reading.note, value })
    }
    const usable = now.filter(cell => cell.column.basis === 'usable')
    // 使用面积 goes before an area that does not say which, as long as it is the whole or all of its parts.
    const complete = usable.some(cell => isWhole(cell.column)) || !now.some(cell => cell.column.basis === 'open')
    const chosen =
      usable.length > 0 && complete
        ? [
            ...usable,
            ...now
              .filter(cell => cell.column.basis === 'open' && !isWhole(cell.column))
              .map(cell => (usable.some(({ column }) => column.part === 'total') ? cell : inside(cell))),
          ]
        : now
    const context: Context = { row, notes, doubts, all: this.columns, cells, sheet: this.sheet }
    const area = resolve(chosen, context, usable.length > 0 ? 'usable' : 'open')
    const basis: AreaBasis = chosen.length > 0 && usable.length > 0 && complete ? 'usable' : 'open'
    const held = area.held.length > 1 ? area.held.map(each => ({ ...each, basis })) : []
    return {
      usable: basis === 'usable' ? area.whole : null,
      unspecified: basis === 'usable' ? null : area.whole,
      activity: area.activity,
      built: resolve(built, context, 'built').whole,
      held,
      tenure: area.held.length === 1 ? (area.held[0]?.tenure ?? null) : null,
      notes,
      doubts,
      empty,
    }
  }
}

function inside(cell: Cell): Cell {
  return { ...cell, column: { ...cell.column, ofWhich: true } }
}

function isWhole(column: AreaColumn): boolean {
  return column.part === 'whole' || column.part === 'total'
}

interface Context {
  readonly row: number
  readonly notes: { column: AreaColumn; key: string; value: CellValue }[]
  readonly doubts: PremisesDoubt[]
  readonly all: readonly AreaColumn[]
  readonly cells: readonly CellValue[]
  readonly sheet: SheetSnapshot
}

interface Resolved {
  readonly whole: Measured | null
  readonly activity: Measured | null
  readonly held: readonly { readonly tenure: Tenure; readonly area: Measured }[]
}

const NOTHING: Resolved = { whole: null, activity: null, held: [] }

/** One area of all cells that give it: the whole, or the sum of its parts. */
function resolve(cells: readonly Cell[], context: Context, basis: AreaBasis): Resolved {
  if (cells.length === 0) return NOTHING
  const totals = cells.filter(cell => cell.column.part === 'total')
  let wholes = totals.length > 0 ? totals : cells.filter(cell => cell.column.part === 'whole')
  let parts = cells.filter(cell => !wholes.includes(cell))
  // 第一处 / 面积 | 第二处 / 面积: places side by side, each in a group of its own.
  if (wholes.length > 1 && new Set(wholes.map(cell => cell.column.group)).size === wholes.length && totals.length === 0) {
    parts = wholes
    wholes = []
  }
  const held = parts.filter(cell => cell.column.tenure !== null && (cell.measured.value ?? 1) > 0).map(cell => ({ tenure: cell.column.tenure ?? 'unclear', area: cell.measured }))
  const [whole, second] = wholes
  if (whole === undefined) return { ...sumOfParts(parts, context, basis), held }
  if (second !== undefined) {
    const values = wholes.map(cell => cell.measured.value)
    if (new Set(values).size > 1 || values.includes(null)) return { whole: differing(wholes, context), activity: null, held: [] }
  }
  return { whole: againstParts(whole, parts, context), activity: null, held: sameAsHeld(whole, held) }
}

/** The parts by tenure stand for the whole only where they make it up. */
function sameAsHeld(whole: Cell, held: Resolved['held']): Resolved['held'] {
  const sum = held.reduce((total, each) => total + (each.area.value ?? Number.NaN), 0)
  return whole.measured.value !== null && Math.abs(sum - whole.measured.value) <= ROUNDING ? held : []
}

/** A stated whole: 合计 must be the sum of its parts, 使用面积 must hold them. */
function againstParts(whole: Cell, all: readonly Cell[], context: Context): Measured {
  const { measured } = whole
  const parts = all.filter(cell => cell.measured.value !== null && !cell.measured.about),
    sum = exact(parts.reduce((total, cell) => total + (cell.measured.value ?? 0), 0))
  if (measured.value === null || measured.about || parts.length === 0) return measured
  const tooLarge = sum > measured.value + ROUNDING
  // One part beside a total says nothing of what else is in it.
  const tooSmall = whole.column.part === 'total' && parts.length >= 2 && parts.length === all.length && !parts.some(cell => cell.column.ofWhich || isRoomOf(cell.column)) && sum < measured.value - ROUNDING && SUM_WORD.test(whole.column.header)
  if (!tooLarge && !tooSmall) return measured
  context.doubts.push({ kind: 'total-differs', places: [measured.place, ...parts.map(cell => cell.measured.place)], values: [measured.value, sum], communities: [] })
  return { ...measured, low: Math.min(sum, measured.value), high: Math.max(sum, measured.value), doubtful: true }
}

/** 警务室 / 面积: rooms need not be all that a house has. */
function isRoomOf({ header }: AreaColumn): boolean {
  return header.split('/').some(level => premisesItem(level)?.isRoom === true)
}

const SUM_WORD = /合计|小计|总计|共计/

/** Two columns that say the same and do not agree: either may be right. */
function differing(wholes: readonly Cell[], context: Context): Measured | null {
  const [first] = wholes
  if (first === undefined) return null
  const lows = wholes.map(cell => cell.measured.low ?? 0), highs = wholes.map(cell => cell.measured.high)
  context.doubts.push({ kind: 'columns-differ', places: wholes.map(cell => cell.measured.place), values: wholes.map(cell => cell.measured.value ?? 0), communities: [] })
  return {
    ...first.measured,
    value: null,
    low: Math.min(...lows),
    high: highs.includes(null) ? null : Math.max(...highs.map(high => high ?? 0)),
    doubtful: true,
  }
}

function sumOfParts(parts: readonly Cell[], context: Context, basis: AreaBasis): Omit<Resolved, 'held'> {
  const office = parts.filter(cell => cell.column.part === 'office'), activity = parts.filter(cell => cell.column.part === 'activity')
  const [first] = parts
  if (first === undefined) return { whole: null, activity: null }
  const missing = context.all.find(column => isWhole(column) && column.basis === (basis === 'open' ? column.basis : basis) && isBlank(context.cells[column.column - 1] ?? null))
  const calculated = missing !== undefined && context.sheet.formulas.has(cellKey(context.row, missing.column))
  // 使用面积 is blank and the rooms are filled: a house is more than its rooms.
  if (missing !== undefined && !calculated && parts.every(cell => isRoomOf(cell.column))) return { whole: null, activity: null }
  // 使用面积 is blank and only 其中：活动用房 is filled: a part is not the whole.
  const loose = parts.every(cell => cell.column.ofWhich) || (office.length === 0 && activity.length === parts.length)
  if (loose && !calculated) return basis === 'built' ? { whole: null, activity: null } : { whole: null, activity: activity[0]?.measured ?? null }
  if (missing !== undefined) context.notes.push({ column: missing, key: 'value.area-calculated', value: null })
  const [one, another] = parts
  // Office and activity rooms stay apart: some standards ask for the share of the latter.
  if (basis !== 'built' && parts.length === 2 && one !== undefined && another !== undefined && office.length === 1 && activity.length === 1) {
    return { whole: office[0]?.measured ?? null, activity: activity[0]?.measured ?? null }
  }
  return { whole: parts.length === 1 ? first.measured : sum(parts.map(cell => cell.measured)), activity: null }
}

/** Several areas added: unknown as soon as one is, with what is known as the least. */
export function sum(areas: readonly Measured[]): Measured | null {
  const [first] = areas
  if (first === undefined) return null
  let value: number | null = 0, low = 0, high: number | null = 0, about = false, doubtful = false
  for (const area of areas) {
    value = value === null || area.value === null ? null : exact(value + area.value)
    low = exact(low + (area.low ?? 0))
    high = high === null || area.high === null ? null : exact(high + area.high)
    about ||= area.about
    doubtful ||= area.doubtful === true
  }
  return {
    value,
    low,
    high,
    about,
    place: first.place,
    raw: first.raw,
    parts: areas.flatMap(area => area.parts ?? [area.place]),
    ...(doubtful ? { doubtful } : {}),
  }
}

function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

function measuredOf(reading: AreaReading, place: Place, raw: CellValue): Measured {
  return { value: reading.value, low: reading.low, high: reading.high, about: reading.about, place, raw }
}

/** Numbers that stand apart are added where as many places stand beside them. */
function placed(reading: AreaReading, places: number): AreaReading {
  if (reading.apart === undefined || reading.apart.length !== places) return reading
  const total = exact(reading.apart.reduce((all, each) => all + each, 0))
  return { ...reading, value: total, low: total, high: total, note: 'value.area-sum' }
}

const BETWEEN = /[/、，,;；\s\u3000(（|]+/

/** 310/224 under 建筑面积/使用面积. A single number is either, so it is the most that the usable area can be. */
function ordered(
  value: CellValue,
  column: AreaColumn,
  unit: string | null,
): { usable: AreaReading | null; built: AreaReading | null; note: string } | null {
  if (typeof value === 'string' && /建筑|使用/.test(value)) return null
  const pieces =
    typeof value === 'string'
      ? value
          .trim()
          .replace(/[)）]\s*$/, '')
          .split(BETWEEN)
          .filter(piece => piece !== '')
      : [value]
  const areas = pieces.map(piece => readArea(piece, column.unit ?? unit))
  const [first, second, third] = areas
  if (first === undefined || third !== undefined || areas.some(area => area.value === null)) return null
  if (second === undefined) return { usable: null, built: first, note: 'value.area-which' }
  const [usable, built] = column.order?.[0] === 'usable' ? [first, second] : [second, first]
  return { usable, built, note: 'value.area-ordered' }
}
