import type { TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { staffType, understand } from '../../vocabulary/budget-words'
import type { Measure, MeasureUnit, Period, Said, Saying, StaffClass, Subject } from '../../vocabulary/budget-words'
import { communityName, isCommunityLabel } from '../../vocabulary/communities'
import { rowLabel } from '../../vocabulary/labels'
import { unitLine } from '../../vocabulary/money'
import { normalise } from '../../vocabulary/normalise'
import type { OwnPlaces } from './places'

/** Why a cell may not be filled: a word that nothing accounts for, or one that is understood and forbids. */
export interface Block {
  readonly why: 'word' | 'scope' | 'year'
  readonly word: string
}

/** A kind of staff as a word tells it. */
export interface StaffWord {
  readonly class: StaffClass
  readonly type: string
  readonly word: string
}

interface Common {
  readonly period: Period | null
  readonly subject: Subject | null
  readonly staff: StaffWord | null
  readonly payer: 'higher' | 'town' | null
  readonly unit: MeasureUnit | null
  readonly per: NonNullable<Saying['per']> | null
  readonly year: number | null
  /** Every year that is said: one that is not this year forbids, whatever stands beside it. */
  readonly years: readonly number[]
  readonly blocks: readonly Block[]
}

export interface ColumnMeaning extends Common {
  readonly measure: Measure | null
  readonly basis: 'built' | 'usable' | null
  /** 合计 or 小计 in the innermost level. */
  readonly total: 'total' | 'subtotal' | null
  readonly months: number | null
  /** The measure is only what its words usually mean: 缺口 in a table of areas is an area. */
  readonly isHinted: boolean
  /** 工资 or 社保 alone: a part of what staff cost, which nothing else in the workbook tells. */
  readonly isPart: boolean
}

export type LineMeaning = Common & { readonly measure: Measure | null }

export interface TableMeaning extends Common {
  readonly side: 'income' | 'expenditure' | null
  readonly measure: Measure | null
  /** The one community that the whole table is of; -1 for none. */
  readonly community: number
  /** 配备标准：每社区正式人员4名、聘用人员3名. */
  readonly standards: ReadonlyMap<'formal' | 'contracted', number>
}

const MOST_LINES_ABOVE = 12

/** What the sheet's name, the title and the lines above a table say. They hold for every cell of it. */
export function tableMeaning(
  table: TableReading,
  sheet: SheetSnapshot,
  below: number,
  places: OwnPlaces,
  communities: ReadonlyMap<string, number>,
): TableMeaning {
  const blocks: Block[] = [],
    said: Said[] = []
  const standards = new Map<'formal' | 'contracted', number>()
  let unit: MeasureUnit | null = null,
    community = -1
  const title = (text: string): void => {
    const named = communities.get(communityName(text).name)
    if (named !== undefined) {
      community = named
      return
    }
    let rest = places.without(normalise(text))
    for (const [name, index] of communities) {
      const at = rest.indexOf(name)
      if (name.length < 2 || at < 0 || !/^(?:社区|居委会|居民委员会)/.test(rest.slice(at + name.length))) continue
      community = index
      rest = rest.replace(name, '')
      break
    }
    const found = understand(
      rest.replace(/^(?:sheet|表|附件|附表|附)\d{0,2}[:.、-]?/i, '').replace(/\d{4}[年./-]\d{1,2}[月./-](?:\d{1,2}日?)?/g, ''),
    )
    said.push(...found.said)
    for (const word of found.unknown) if (!/^\d{1,2}$/.test(word)) blocks.push({ why: 'word', word })
  }
  title(sheet.name)
  for (let row = Math.max(below + 1, table.header.top - MOST_LINES_ABOVE); row < table.header.top; row++) {
    for (let column = 1; column <= Math.min(60, sheet.rows[row - 1]?.length ?? 0); column++) {
      const value = cellAt(sheet, row, column)
      if (typeof value !== 'string' || value.trim() === '') continue
      const word = normalise(value),
        stated = unitLine(word),
        label = rowLabel(value)
      if (stated !== null && /^[人名]$/.test(stated)) unit = PERSONS
      else if (stated !== null) unit = understand(stated).said.findLast(each => each.unit !== undefined)?.unit ?? unit
      const told = standardsIn(word)
      if (told.size > 0) for (const [kind, count] of told) standards.set(kind, count)
      else if (label === 'reporting-unit') blocks.push(...otherUnit(word, places, communities))
      else if (/截[至止]/.test(word)) said.push(...understand(/(?:19|20)\d{2}年/.exec(word)?.[0] ?? '').said)
      else if (
        label === 'unit-line' ||
        label === 'as-of' ||
        label === 'signature' ||
        isDate(word) ||
        (stated !== null && /^[([【]?.{0,4}单位/.test(word))
      )
        continue
      else if (label === 'note' || word.length > 40 || /[。;]/.test(word)) blocks.push(...noteBlocks(word))
      else title(value.replace(/[（(【[]?(?:金额)?单位[:：][^）)】\]]*[）)】\]]?/, ''))
    }
  }
  const bottom = table.body?.bottom ?? table.header.bottom
  for (let row = bottom - 3; row <= bottom + 6; row++) {
    for (const value of sheet.rows[row - 1] ?? [])
      if (typeof value === 'string' && rowLabel(value) === 'note') blocks.push(...noteBlocks(normalise(value)))
  }
  const common = merged([said], blocks, word =>
    word.forbids === true && word.period === 'previous' ? { why: 'year', word: word.word } : null,
  )
  // 现状 in a title says which figures are meant; 目标 and 标准 there are only names.
  return {
    ...common,
    unit: unit ?? common.unit,
    period: common.period === 'now' ? 'now' : null,
    side: said.find(each => each.side !== undefined)?.side ?? null,
    measure: said.findLast(each => each.measure !== undefined)?.measure ?? null,
    community,
    standards,
  }
}

/** What a column's header says, levels outermost first. */
export function columnMeaning(levels: readonly string[], table: TableMeaning, places: OwnPlaces): ColumnMeaning {
  const understood = levels.map(level => understand(places.without(normalise(level)).replace(/\(\d{1,2}=[^()]*(?:\([^()]*\)[^()]*)*\)$/, '')))
  const said = understood.map(level => level.said), nearest = [...said].reverse()
  const blocks = understood.flatMap(level => level.unknown.map((word): Block => ({ why: 'word', word })))
  const common = merged(said, blocks)
  const measured = nearest.map(level => level.findLast(word => word.measure !== undefined)?.measure).find(found => found !== undefined)
  const hinted = nearest.map(level => level.findLast(word => word.hint !== undefined)?.hint).find(found => found !== undefined)
  const unit = common.unit ?? (levels.some(level => /[(（](?:人|名)[)）]/.test(level)) ? PERSONS : table.unit?.of === 'persons' && common.staff !== null ? table.unit : null)
  const byUnit: Measure | null = unit === null ? null : unit.of === 'money' ? (common.per === 'm2' ? 'rate' : 'amount') : unit.of === 'area' ? 'area' : unit.of === 'persons' ? 'persons' : null
  const last = said.at(-1) ?? []
  const total = last.find(word => word.total !== undefined)?.total ?? null
  // 2023年 alone over a column of money; 正式 alone under nothing, in a table of money, is not said.
  const byYear: Measure | null = common.year !== null && table.unit?.of === 'money' ? 'amount' : null
  const inMoney = unit?.of === 'money' || table.unit?.of === 'money'
  const isPart = last.some(word => PAY_PART.test(word.word)) && common.payer === null
  const paying = common.subject !== null && common.subject !== 'staff' && common.subject !== 'premises' && common.subject !== 'fund' && common.subject !== 'running'
  // 正式 | 聘用 | 合计 in a table of 人员经费 in 万元.
  const byTitle: Measure | null = table.unit?.of === 'money' && table.measure === 'amount' && (common.staff !== null || total !== null) ? 'amount' : null
  const bySubject: Measure | null = inMoney && (isPart || paying) ? 'amount' : null
  const measure = measured ?? byUnit ?? hinted ?? byYear ?? bySubject ?? byTitle
  // 资金来源 over a column says who pays, in words.
  if (/^(?:资金|经费)来源$/.test(normalise(levels.at(-1) ?? ''))) return { ...common, measure: 'text', total: null, isPart: false, isHinted: false, basis: null, months: null }
  return {
    ...common, measure, total, isPart, isHinted: measured === undefined && byUnit === null && hinted !== undefined,
    basis: nearest.map(level => level.find(word => word.basis !== undefined)?.basis).find(found => found !== undefined) ?? null,
    months: said.flat().find(word => word.months !== undefined)?.months ?? null,
    unit: unit ?? (isMoney(measure) && table.unit?.of === 'money' ? table.unit : measure === 'area' && table.unit?.of === 'area' ? table.unit : null),
  }
}

const PERSONS: MeasureUnit = { of: 'persons', scale: 1, word: '人' }
const PAY_PART = /^(?:工资|薪酬|社保|社会保险|保险|单位社保|五险|五险一金|公积金|住房公积金|福利|待遇|报酬)/

/** What a label says, and what its parents say above it. */
export function lineMeaning(text: string, isNamed: boolean, parent: LineMeaning | null, places: OwnPlaces): LineMeaning {
  const { said, unknown } = isNamed ? { said: [], unknown: [] } : understand(places.without(normalise(text)))
  const inherited = (parent?.blocks ?? []).filter(block => block.why !== 'word')
  const own = merged([said], unknown.map((word): Block => ({ why: 'word', word })))
  return {
    ...own,
    staff: own.staff,
    year: own.year ?? parent?.year ?? null,
    blocks: [...own.blocks, ...inherited],
    measure: said.findLast(word => word.measure !== undefined)?.measure ?? null,
  }
}

function isMoney(measure: Measure | null): boolean {
  return measure === 'amount' || measure === 'unit-cost' || measure === 'cumulative' || measure === 'change' || measure === 'rate'
}

/** What several levels say together: the nearest word of each sort wins. */
function merged(
  levels: readonly (readonly Said[])[],
  blocks: readonly Block[],
  forbidden: (word: Said) => Block | null = () => null,
): Common {
  const flat = levels.flat()
  const pick = <Key extends keyof Saying>(key: Key): NonNullable<Saying[Key]> | null =>
    (flat.findLast(word => word[key] !== undefined)?.[key] ?? null) as NonNullable<Saying[Key]> | null
  const staff = flat.filter(word => word.staff !== undefined),
    [first] = staff
  const classes = new Set(staff.map(word => word.staff)),
    joined = staff.map(word => word.word).join('')
  const forbids = flat
    .filter(word => word.forbids === true)
    .map((word): Block => forbidden(word) ?? { why: word.period === 'previous' ? 'year' : 'scope', word: word.word })
  // 正式 and 聘用 in one label: both, which is no kind of its own.
  const kind =
    first?.staff === undefined || classes.size > 1
      ? null
      : { class: classes.has('aside') ? ('aside' as const) : first.staff, type: staffType(joined), word: joined }
  const specific = flat.filter(word => word.subject !== undefined && word.subject !== 'staff').at(-1)?.subject
  return {
    period: pick('period'),
    subject: specific ?? pick('subject'),
    staff: kind,
    payer: flat.find(word => word.payer !== undefined)?.payer ?? null,
    unit: pick('unit'),
    per: pick('per'),
    year: pick('year'),
    years: flat.flatMap(word => word.year ?? []),
    blocks: [...blocks, ...forbids, ...(classes.size > 1 ? [{ why: 'scope' as const, word: joined }] : [])],
  }
}

/** A table reported by someone else: 填报单位：环卫所. */
function otherUnit(line: string, places: OwnPlaces, communities: ReadonlyMap<string, number>): Block[] {
  const unit = places.without(line.replace(/^.*?[:：]/, '').replace(/\((?:盖章|公章|章|签章)\)/g, '').replace(/(?:单位|日期|填报).*$/, ''))
  if (unit === '' || (isCommunityLabel(unit) && communities.has(communityName(unit).name))) return []
  return understand(unit).unknown.filter(word => !/^[_\s]*$/.test(word)).map(word => ({ why: 'word' as const, word }))
}

/**
 * Words of a note that change what a figure means: what is left out, other prices, an example. That kinds which the plan counts nowhere are
 * left out (不含公益性岗位) changes nothing; that they are in does.
 */
function noteBlocks(note: string): Block[] {
  const blocks: Block[] = []
  for (const match of note.matchAll(/(不含|不包括|不包含|剔除|扣除|仅含|仅包括|只含|只包括|仅指|含税|按上年|上年数|去年数|示例|样例|仅供参考|(?<!不)包括|(?<![不仅只包])含)([^,，。;；)）]{0,16})/g)) {
    const [whole, sign = '', of = ''] = match
    const { said, unknown } = understand(of), classes = new Set(said.map(word => word.staff).filter(each => each !== undefined))
    const isAside = unknown.length === 0 && classes.size === 1 && classes.has('aside'), leavesOut = /^(?:不|剔除|扣除)/.test(sign)
    // 聘用人员含劳务派遣 says what the plan does anyway.
    const isUsual = !leavesOut && /^(?:含|包括)$/.test(sign) && unknown.length === 0 && (classes.has('contracted') || classes.has('formal')) && !classes.has('aside')
    if ((isAside && leavesOut) || isUsual) continue
    if (/^(?:含|包括)$/.test(sign) && !classes.has('aside') && !/税/.test(of)) continue
    blocks.push({ why: 'word', word: whole })
  }
  return blocks
}

function standardsIn(line: string): Map<'formal' | 'contracted', number> {
  const found = new Map<'formal' | 'contracted', number>()
  if (!/标准|每个?社区/.test(line) || !/每个?社区/.test(line)) return found
  const formal = /(?:正式|在编)[^\d,，、;；]{0,8}(\d{1,2})[名人]/.exec(line)?.[1], contracted = /(?:聘用|编外|合同制|临时)[^\d,，、;；]{0,8}(\d{1,2})[名人]/.exec(line)?.[1]
  if (formal !== undefined) found.set('formal', Number(formal))
  if (contracted !== undefined) found.set('contracted', Number(contracted))
  return found
}

function isDate(word: string): boolean {
  return /^(?:\(?(?:填报|制表|编制|填表|报送)?(?:日期|时间)?:?)?\d{4}[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?\)?$/.test(word)
}
