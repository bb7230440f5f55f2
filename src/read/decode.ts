import type { CellValue } from '../core/cell'
import { isBlank } from '../core/cell'
import type { SheetRow } from '../core/snapshot'
import type { ReadNotice } from '../core/snapshot'
import { normalise, textOf } from '../vocabulary/normalise'
import { codedKey, codeOf, LegendBook, PLACE_CODE } from './code-legends'
import type { FoundTable } from './found-table'
import { rowOf } from './grid'
import { headerCell } from './header-cells'

/** Words that are no codes: a legend changes nothing of what is written out. */
const WRITTEN_OUT = /[\u4e00-\u9fff]{2}/
const MOST_SHOWN = 6

/**
 * The tables with the codes in their columns written out, as the workbook's own legends give them (注：A—正式，B—聘用; a sheet of codes and
 * names). Only what a legend says in so many words is taken, each such column is told, and codes without a meaning stay as they are.
 */
export function decoded(tables: readonly FoundTable[], notices: ReadNotice[]): readonly FoundTable[] {
  const book = new LegendBook()
  for (const table of tables) {
    book.table(table)
    if (table.turned === undefined) book.lines(table)
  }
  if (book.legends.size === 0 && book.marks.size === 0) return tables
  return tables.map(table => (table.turned === undefined ? writtenOut(table, book, notices) : table))
}

/** A column whose cells are written out. */
interface Rewriting {
  readonly column: number
  readonly isName: boolean
  readonly meaning: (value: CellValue) => CellValue
}

/** What the signs beside names say in one table: under which header it stands, and what a name without a sign is. */
interface Signs {
  readonly header: string
  readonly meanings: ReadonlyMap<string, string>
  readonly without: string
}

/**
 * The signs that answer what no column does. Of kinds every name must bear one; where signs tell both of Party and League members, whoever
 * bears none is neither; somebody without a sign of absence is there.
 */
function signsOf(found: FoundTable, column: number, book: LegendBook): Signs | null {
  for (const [header, meanings] of book.marks) {
    const [key] = headerCell(header).keys
    if (found.levels.some(level => headerCell(level.at(-1) ?? '').keys[0] === key)) continue
    const league = [...meanings.values()].map(meaning => meaning.includes('团'))
    const signs = { header, meanings, without: key === 'politics' && league.includes(true) && league.includes(false) ? '群众' : '' }
    const names = namesIn(found, column)
    if (names.some(name => signOf(name, signs) !== '') && (key !== 'employment' || names.every(name => withKind(name, book, signs) !== name))) return signs
  }
  return null
}

function signOf(name: string, { meanings }: Signs): string {
  return [...meanings.keys()].find(sign => name.includes(sign)) ?? ''
}

function writtenOut(found: FoundTable, book: LegendBook, notices: ReadNotice[]): FoundTable {
  const hasPlaces = found.levels.some(level => headerCell(level.at(-1) ?? '').keys[0] === 'community')
  const changes: Rewriting[] = []
  let signs: Signs | null = null
  for (const [at, level] of found.levels.entries()) {
    const header = level.at(-1) ?? '', { keys } = headerCell(header), column = found.header.left + at
    const key = hasPlaces && PLACE_CODE.test(header) ? null : codedKey(keys, header), told = new Map<string, string>()
    const legend = key === null ? undefined : book.legends.get(key)
    const named = keys[0] === 'name'
    if (legend === undefined && !named) continue
    const own = named ? signsOf(found, column, book) : null
    if (named && own === null && !everyNameTells(found, column, book)) continue
    signs ??= own
    const meaning = (value: CellValue): CellValue => (named ? withKind(value, book, own) : (legend?.get(codeOf(value)) ?? value))
    for (let row = found.first; row <= found.last; row++) {
      const value = rowOf(found.sheet, row)[column - 1] ?? null
      if (isBlank(value) || typeof value === 'boolean' || (!named && typeof value === 'string' && WRITTEN_OUT.test(value))) continue
      const after = meaning(value)
      if (after === value || typeof after !== 'string' || told.size >= MOST_SHOWN) continue
      if (own !== null) told.set(signOf(textOf(value), own) || '无', /（(.*)）$/.exec(after)?.[1] ?? after)
      else told.set(named ? '' : codeOf(value), after)
    }
    if (told.size === 0) continue
    changes.push({ column, isName: named, meaning })
    if (!named || own !== null) {
      const words = [...told].map(([code, word]) => `${code}=${word}`).join('、')
      notices.push({ key: 'notice.codes-written-out', params: { sheet: found.sheet.name, header: level.join(' / '), words }, sheet: found.sheet.name })
    }
  }
  if (changes.length === 0) return found
  const rows = [...found.sheet.rows]
  for (let row = found.first; row <= found.last; row++) {
    const cells = rowOf(found.sheet, row)
    if (cells.length > 0) rows[row - 1] = rewritten(cells, changes)
  }
  const sheet = { ...found.sheet, rows }
  const changed = new Set(changes.map(({ column }) => column - found.header.left))
  const header = signs === null || signs.header === '人员性质' ? '' : signs.header
  const levels = found.levels.map((level, at) => (changed.has(at) ? namesPlaces(level, header) : level))
  return { ...found, levels, sheet, band: { ...found.band, sheet } }
}

/** 社区代码 over codes that are written out is the column of communities. */
function namesPlaces(level: readonly string[], header: string): readonly string[] {
  if (header !== '' && headerCell(level.at(-1) ?? '').keys[0] === 'name') return [...level.slice(0, -1), `姓名（${header}）`]
  const match = PLACE_CODE.exec(level.at(-1) ?? '')
  return match === null ? level : [...level.slice(0, -1), `${match[1] ?? ''}(${match[2] ?? ''})`]
}

function rewritten(cells: SheetRow, changes: readonly Rewriting[]): SheetRow {
  const row = [...cells]
  for (const { column, isName, meaning } of changes) {
    const value = row[column - 1] ?? null
    if (!isBlank(value) && !(!isName && typeof value === 'string' && WRITTEN_OUT.test(value))) row[column - 1] = meaning(value)
  }
  return row
}

/** Where only some names bear a mark of their kind, what the others are is for a person to say. */
function everyNameTells(found: FoundTable, column: number, book: LegendBook): boolean {
  const names = namesIn(found, column)
  return names.length > 0 && names.every(name => withKind(name, book, null) !== name)
}

function namesIn(found: FoundTable, column: number): readonly string[] {
  const names: string[] = []
  for (let row = found.first; row <= found.last; row++) {
    const cells = rowOf(found.sheet, row), value = cells[column - 1] ?? null
    if (typeof value !== 'string' || isBlank(value) || cells.filter(each => !isBlank(each)).length < FEWEST_CELLS) continue
    names.push(value)
  }
  return names
}
/** A row with fewer is a line of text. */
const FEWEST_CELLS = 3
const LONGEST_NAME = 12

/** 张三* with 带*的为聘用人员 is 张三（聘用人员）, and so is 张三（聘） where a legend says what 聘 is. */
function withKind(value: CellValue, book: LegendBook, signs: Signs | null): CellValue {
  if (typeof value !== 'string') return value
  if (signs !== null && value.length <= LONGEST_NAME) {
    const sign = signOf(value, signs), meaning = signs.meanings.get(sign) ?? signs.without
    if (meaning !== '') return `${(sign === '' ? value : value.replaceAll(sign, '')).trim()}（${meaning}）`
  }
  const bracket = /^(.{2,})[(（]([\u4e00-\u9fff])[)）]$/.exec(value.trim())
  const meaning = bracket === null ? undefined : book.legends.get('employment')?.get(normalise(bracket[2] ?? ''))
  return bracket === null || meaning === undefined || meaning === null ? value : `${bracket[1] ?? ''}（${meaning}）`
}
