import { staffType, understand } from '../../vocabulary/budget-words'
import type { Measure, MeasureUnit, PayPart, Period, Said, Saying, StaffClass, Subject } from '../../vocabulary/budget-words'
import { normalise } from '../../vocabulary/normalise'
import type { NotePrices } from './note-prices'
import type { OwnPlaces } from './places'
import { OTHER_MONEY, peopleAlone, PERCENT, spanOf } from './header-signs'
import { includedIn } from './included'
import { isSubsidyBy, told } from './told'

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

export interface Common {
  readonly period: Period | null
  readonly subject: Subject | null
  readonly staff: StaffWord | null
  readonly payer: 'higher' | 'town' | null
  readonly unit: MeasureUnit | null
  readonly per: NonNullable<Saying['per']> | null
  /** Those of the staff who fulfil a ratio of the policy: 大专以上, 党团员. */
  readonly who: NonNullable<Saying['who']> | null
  readonly year: number | null
  /** 工资, 社保, 绩效: a part of what staff cost. */
  readonly part: PayPart | null
  /** （含单位社保）: a part that the figure must take in. */
  readonly includes: PayPart | null
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
  /** The header itself says what is measured, by a word or a unit; else the table's title does. */
  readonly isSaid: boolean
  /** 一季度, 上半年, 3月: a part of the year; 全年 beside such: all of it. */
  readonly span: 'part' | 'whole' | null
  /** Figures in a table of money whose header is understood and names no amount (其他资金): they are added up, and nothing is brought in. */
  readonly isBare: boolean
  /** 结余, 差额: what comes in less what goes out. */
  readonly isBalance: boolean
  /** 市财政承担（60%）: the share that the header gives, of 100. */
  readonly percent: number | null
  /** The group of the header that names people and nothing of them, in a column that no word calls money. */
  readonly peopleAlone: string | null
  /** 应缴, 已缴, 欠缴, 减免. */
  readonly flow: NonNullable<Saying['flow']> | null
}

export type LineMeaning = Common & { readonly measure: Measure | null }

export interface TableMeaning extends Common {
  readonly side: 'income' | 'expenditure' | null
  /** 单位：元/人·年, 元/月: what the unit of the whole table is for one of. */
  readonly unitPer: Common['per']
  readonly measure: Measure | null
  /** The title nearest to the table is about heads: 人员配备情况. */
  readonly isOfHeads: boolean
  /** A word of title or sheet name that sets the table apart from the staff that is there: 新增人员经费, a sheet named 物业 or 市级. */
  readonly apart: string | null
  /** 两委, 书记 in a title: some of the staff, whom no list tells apart. */
  readonly someOf: string | null
  /** The word by which amounts of the title are not what people cost in the year: 结余, 未拨付, 人均. */
  readonly narrowed: string | null
  /** 一季度, 12月 in a title: the amounts are of a part of the year. */
  readonly isPartOfYear: boolean
  /** The one community that the whole table is of; -1 for none. */
  readonly community: number
  /** 配备标准：每社区正式人员4名、聘用人员3名. */
  readonly standards: ReadonlyMap<'formal' | 'contracted', number>
  /** What the notes say that one of a kind costs. */
  readonly prices: NotePrices
}

/** What a column's header says, levels outermost first. */
export function columnMeaning(levels: readonly string[], table: TableMeaning, places: OwnPlaces): ColumnMeaning {
  const percent = PERCENT.exec(normalise(levels.at(-1) ?? ''))
  const included = levels.map(level => includedIn(percent === null ? normalise(level) : normalise(level).replace(percent[0], '')))
  const understood = included.map(({ rest }) => understand(places.without(rest).replace(/\(\d{1,2}=[^()]*(?:\([^()]*\)[^()]*)*\)$/, '')))
  const said = understood.map(level => level.said), nearest = [...said].reverse()
  const unknown = understood.flatMap(level => level.unknown)
  // 其中 alone over figures: some of it.
  const blocks = [...unknown, ...(/^其中[:：]?(?:\(.*\))?$/.test(normalise(levels.at(-1) ?? '')) ? ['其中'] : [])].map((word): Block => ({ why: 'word', word }))
  const common = merged(said, blocks)
  const named = nearest.map(level => level.findLast(word => word.measure !== undefined)?.measure).find(found => found !== undefined)
  // 现状 | 目标 in a table of 万元 are amounts; 应配 | 实有 there are heads.
  const usual = nearest.map(level => level.findLast(word => word.hint !== undefined)).find(found => found !== undefined)
  const hinted = usual?.hint === 'persons' && table.unit?.of === 'money' && ANY_MEASURE.has(usual.word) ? 'amount' : usual?.hint
  const stated = common.unit ?? (levels.some(level => /[(（](?:人|名)[)）]/.test(level)) ? PERSONS : table.unit?.of === 'persons' && common.staff !== null ? table.unit : null)
  // 差额 in a table of ㎡ or of heads is of these, whatever it is elsewhere.
  const ofTable = table.unit?.of === 'area' || table.unit?.of === 'persons' ? table.unit : table.isOfHeads && table.unit === null ? PERSONS : null
  const unit = stated ?? ((said.at(-1) ?? []).some(word => word.balance === true && /差额/.test(word.word)) ? ofTable : null)
  // 标准（㎡） is an area that ought to be there, 标准（元） a price.
  // 户数补助 is a subsidy, not a number of households.
  const isPaidBy = isSubsidyBy(named, said.at(-1) ?? [])
  const isAreaWanted = named === 'unit-cost' && unit?.of === 'area' && !/每[百千]/.test(levels.at(-1) ?? ''), measured = isAreaWanted ? 'area' : isPaidBy ? 'amount' : named
  const byUnit: Measure | null = unit === null ? null : unit.of === 'money' ? (common.per === 'm2' ? 'rate' : 'amount') : unit.of === 'area' ? 'area' : unit.of === 'persons' ? 'persons' : null
  const last = said.at(-1) ?? []
  const total = last.find(word => word.total !== undefined)?.total ?? null
  // 2023年 alone over a column of money; 正式 alone under nothing, in a table of money, is not said.
  const byYear: Measure | null = common.year !== null && table.unit?.of === 'money' ? 'amount' : null
  const inMoney = unit?.of === 'money' || table.unit?.of === 'money'
  const isPart = common.part !== null && common.payer === null
  const paying = common.subject !== null && common.subject !== 'staff' && common.subject !== 'premises' && common.subject !== 'running'
  // 正式 | 聘用 | 合计 in a table of 人员经费 in 万元.
  const byTitle: Measure | null = table.unit?.of === 'money' && table.measure === 'amount' && (common.staff !== null || total !== null) ? 'amount' : null
  // 办公用房 | 活动用房 in a table of ㎡.
  const byRooms: Measure | null = table.unit?.of === 'area' && (common.subject === 'premises' || total !== null || /[室厅]$/.test(normalise(levels.at(-1) ?? ''))) ? 'area' : null
  // 基本工资 | 绩效工资 in a table that says no unit at all: money all the same.
  const isPartAlone = isPart && table.unit === null && !table.isOfHeads
  // 工作经费 beside 户数 and 标准: money for something that the table itself tells.
  const isOtherMoney = measured === undefined && common.subject === null && common.staff === null && !isPart && common.payer === null && OTHER_MONEY.test(normalise(levels.at(-1) ?? '')) && inMoney
  const bySubject: Measure | null = isPartAlone || isOtherMoney || (inMoney && (isPart || paying || common.payer !== null)) ? 'amount' : null
  const span = spanOf(levels, last)
  // 一季度 | 二季度 | 全年 in a table of money.
  const bySpan: Measure | null = span !== null && (table.unit?.of === 'money' || (table.unit === null && table.measure === 'amount')) ? 'amount' : null
  // 正式人员 | 聘用人员 | 合计 under 人员配备情况.
  const byHeads: Measure | null = table.isOfHeads && table.unit?.of !== 'money' && (common.staff !== null || total !== null) ? 'persons' : null
  const plain = measured ?? byUnit ?? hinted ?? byYear ?? bySubject ?? byTitle ?? byHeads ?? bySpan ?? byRooms ?? (inMoney && last.some(word => word.side !== undefined) ? 'amount' : null) ?? (total !== null && table.unit?.of === 'money' ? 'amount' : null)
  // 到位数 over people counts them.
  const ofHeads = table.isOfHeads && table.unit?.of !== 'money' && unit === null && common.staff !== null ? (last.findLast(word => word.ofHeads !== undefined)?.ofHeads ?? null) : null
  const { measure, per, period } = ofHeads === null ? told(plain, ofTableUnit(common, table, unit), unit === null && table.unitPer !== null && table.unit !== null ? [...said.flat(), { word: '', unit: table.unit, per: table.unitPer }] : said.flat(), unit ?? (table.unitPer === null ? null : table.unit), said.slice(0, -1).flat()) : { measure: 'persons' as const, per: null, period: ofHeads }
  // 在岗人员 | 经费 as groups in a table of 万元: people as such are heads or money, and nothing says which.
  const people = (measure === 'amount' || measure === null) && byUnit === null ? peopleAlone(levels, said) : null
  // 资金来源 over a column says who pays, in words.
  if (/^(?:(?:资金|经费)来源|是否.*|达标情况|.*(?:与否|情况说明))$/.test(normalise(levels.at(-1) ?? ''))) return { ...common, measure: 'text', total: null, isHinted: false, isSaid: true, isBare: false, span: null, isBalance: false, flow: null, percent: null, peopleAlone: null, basis: null, months: null }
  return {
    ...common,
    subject: isOtherMoney ? 'item' : common.subject,
    blocks: people === null ? common.blocks : [...common.blocks, { why: 'word', word: people }],
    includes: included.findLast(each => each.part !== null)?.part ?? null,
    peopleAlone: people,
    isBare: !isOtherMoney && measured === undefined && byUnit === 'amount' && hinted === undefined && isThing(last, common),
    measure,
    per,
    period: isAreaWanted ? 'target' : period,
    total,
    span,
    isBalance: measure === 'amount' && last.some(word => word.balance === true),
    percent: percent === null ? null : Number(percent[1] ?? percent[2]),
    flow: ofHeads === null ? (last.findLast(word => word.flow !== undefined)?.flow ?? null) : null,
    isSaid: measured !== undefined || byUnit !== null || hinted !== undefined,
    isHinted: measured === undefined && byUnit === null && hinted !== undefined,
    basis: nearest.map(level => level.find(word => word.basis !== undefined)?.basis).find(found => found !== undefined) ?? null,
    months: said.flat().find(word => word.months !== undefined)?.months ?? null,
    unit: unit ?? (isMoney(measure) && plain !== 'persons' && table.unit?.of === 'money' ? table.unit : measure === 'area' && table.unit?.of === 'area' ? table.unit : null),
  }
}

/** What the header says, with the table's own /月 or /人年 where it says no unit itself. */
function ofTableUnit(common: Common, table: TableMeaning, unit: MeasureUnit | null): Common {
  return unit === null && table.unitPer !== null && common.per === null ? { ...common, per: table.unitPer } : common
}

/** 物业（元）, 项目经费（元）: only the unit makes it money, and its words name something else than what staff cost. */
function isThing(last: readonly Said[], { subject, part, staff, period, payer, year }: Common): boolean {
  if (subject !== null || part !== null || staff !== null || period !== null || payer !== null || year !== null) return false
  const words = last.filter(word => /[\u4e00-\u9fff]/.test(word.word) && word.unit === undefined)
  const says = ({ total, span, measure, part: ofPay }: Said): boolean => (total ?? span ?? measure ?? ofPay) !== undefined
  return !words.some(says) && words.some(word => !OF_MONEY.test(word.word))
}

/** What a column of money may be called beside its unit. */
const OF_MONEY = new RegExp(`^(?:${[
  '[年度本全各拟按分及和与计数额费]', '(?:各|全部|所有|本|城市|分|按|每)?社区', '社区?居民?委员会', '全[镇区市县乡]|全街道|各地|全口径|年度|当年度|分年度',
  '人员|工资[和及]社保|工资[和及]?保险|工资福利|用工', '待遇|开支|需求|需要|所需|投入|测算|计算|安排数?|拟安排|预计|[概匡估试]算|折[合算]|列支|保障|保障经费|经费保障|合并|编列',
].join('|')})$`)

export const PERSONS: MeasureUnit = { of: 'persons', scale: 1, word: '人' }

/** Words of a state that say nothing of what is counted. */
const ANY_MEASURE: ReadonlySet<string> = new Set(['现状', '目标', '目标数', '规划数', '计划数', '实际', '目前', '达标'])

/** What a line says together with the label column outside of it: 河南社区 | 正式, 人员经费 | 聘用人员. */
export function underGroup(line: LineMeaning, group: LineMeaning): LineMeaning {
  const differs = line.staff !== null && group.staff !== null && line.staff.class !== group.staff.class
  return {
    ...line,
    period: line.period ?? group.period,
    subject: line.subject ?? group.subject,
    staff: line.staff ?? group.staff,
    payer: line.payer ?? group.payer,
    unit: line.unit ?? group.unit,
    per: line.per ?? group.per,
    who: line.who ?? group.who,
    year: line.year ?? group.year,
    part: line.part ?? group.part,
    years: [...line.years, ...group.years],
    measure: line.measure ?? group.measure,
    blocks: [...line.blocks, ...group.blocks, ...(differs ? [{ why: 'scope' as const, word: group.staff?.word ?? '' }] : [])],
  }
}

/** What a label says, and what its parents say above it. */
export function lineMeaning(text: string, isNamed: boolean, parent: LineMeaning | null, places: OwnPlaces): LineMeaning {
  const { rest, part: includes } = includedIn(normalise(text.replace(/^[\s　]*[①-⑳]/u, '')))
  const { said, unknown } = isNamed ? { said: [], unknown: [] } : understand(places.without(rest))
  const inherited = (parent?.blocks ?? []).filter(block => block.why !== 'word')
  const own = merged([said], unknown.map((word): Block => ({ why: 'word', word })))
  return {
    ...own,
    includes,
    // 正式人员经费 其中：工资
    staff: own.staff ?? (own.part !== null ? parent?.staff : null) ?? null,
    year: own.year ?? parent?.year ?? null,
    blocks: [...own.blocks, ...inherited],
    measure: said.findLast(word => word.measure !== undefined)?.measure ?? null,
  }
}

function isMoney(measure: Measure | null): boolean {
  return measure === 'amount' || measure === 'base' || measure === 'unit-cost' || measure === 'cumulative' || measure === 'change' || measure === 'rate'
}

/** What several levels say together: the nearest word of each sort wins. */
export function merged(
  levels: readonly (readonly Said[])[],
  unknown: readonly Block[],
  forbidden: (word: Said) => Block | null = () => null,
  isTitle = false,
): Common {
  const flat = levels.flat(), some = isTitle ? [] : flat.filter(word => word.some === true)
  const blocks = [...some.map((word): Block => ({ why: 'word', word: word.word })), ...unknown, ...(isTitle ? [] : levels.flatMap(twoPeriods))]
  const pick = <Key extends keyof Saying>(key: Key): NonNullable<Saying[Key]> | null =>
    (flat.findLast(word => word[key] !== undefined)?.[key] ?? null) as NonNullable<Saying[Key]> | null
  const staff = flat.filter(word => word.staff !== undefined),
    [first] = staff
  // 工资和社保: all of it; any other pair is no part that a list would have.
  const told = levels.findLast(level => level.some(word => word.part !== undefined)) ?? [],
    all = new Set(told.flatMap(word => word.part ?? [])),
    // 社保（单位部分）: 单位部分 says whose, and nothing more.
    parts = new Set(told.flatMap((word, at) => (word.part === undefined || (word.part === 'pay' && OF_WAGES.has(told[at - 1]?.part ?? '')) || (word.part === 'both' && EMPLOYERS.test(word.word) && [...all].some(isPaidIn)) ? [] : word.part))),
    [nearest] = parts
  const isMixed = parts.size > 1 && !(parts.has('pay') && (parts.has('insurance') || parts.has('both')))
  const classes = new Set(staff.map(word => word.staff)),
    joined = staff.map(word => word.word).join('')
  const forbids = flat
    .filter(word => word.forbids === true)
    .map((word): Block => forbidden(word) ?? { why: word.period === 'previous' || word.period === 'next' ? 'year' : 'scope', word: word.word })
  // 正式 and 聘用 in one label: both, which is no kind of its own.
  const kind =
    first?.staff === undefined || classes.size > 1
      ? null
      : { class: classes.has('aside') ? ('aside' as const) : first.staff, type: staffType(joined), word: joined }
  const subjects = flat.filter(word => word.subject !== undefined && word.subject !== 'staff').map(word => word.subject)
  // 志愿者补贴 is paid for, as 志愿者 says; 党建补助 from above comes in.
  const isPaidFor = subjects.at(-1) === 'subsidy' && subjects.includes('item') && !isTitle && flat.every(word => word.payer === undefined) && flat.some(word => /补贴$/.test(word.word))
  const specific = isPaidFor ? 'item' : subjects.at(-1)
  return {
    period: levels.findLast(level => level.some(word => word.period !== undefined))?.find(isMissing)?.period ?? pick('period'),
    subject: specific ?? pick('subject'),
    staff: kind,
    payer: flat.find(word => word.payer !== undefined)?.payer ?? null,
    unit: pick('unit'),
    per: pick('per'),
    who: pick('who'),
    includes: null,
    part: parts.size > 1 ? null : (nearest ?? null),
    year: pick('year'),
    years: flat.flatMap(word => word.year ?? []),
    blocks: [...blocks, ...forbids, ...(isMixed ? [{ why: 'scope' as const, word: told.map(word => word.word).join('') }] : []), ...(classes.size > 1 ? [{ why: 'scope' as const, word: joined }] : [])],
  }
}

/** 绩效报酬, 岗位工资: the word behind says only that it is pay. */
const OF_WAGES: ReadonlySet<string> = new Set(['basic', 'performance', 'allowance', 'bonus', 'post'])

/** What the employer pays on top of the wages, as such. */
const EMPLOYERS = /^单位(?:缴费|缴纳|承担)?(?:部分)?$/

function isPaidIn(part: PayPart): boolean {
  return part === 'insurance' || part === 'fund' || part === 'pension' || part === 'medical' || part === 'unemployment' || part === 'injury'
}

function isMissing({ period }: Said): boolean {
  return period === 'gap' || period === 'surplus'
}

/** 空缺员额 is what is missing of it; 现有编制, 新增编制 may be the one or the other. */
function twoPeriods(level: readonly Said[]): Block[] {
  const told = level.filter(word => word.period === 'now' || word.period === 'target' || word.period === 'increment' || isMissing(word))
  const isOpen = new Set(told.map(word => word.period)).size > 1 && !told.some(isMissing)
  return isOpen ? [{ why: 'word', word: told.map(word => word.word).join('') }] : []
}
