import type { MeasureUnit } from '../../vocabulary/budget-words'
import type { OwnColumn } from './own-table'

/**
 * What columns mean by the columns beside them, where their own words leave it open.
 * @param figures whether a column holds numbers and nothing else
 * @param unit of the table
 */
export function byNeighbours(
  columns: readonly OwnColumn[],
  figures: (column: OwnColumn) => boolean,
  unit: MeasureUnit | null,
): OwnColumn[] {
  return withFilled(withHeads(withSums(withLacks(withAreas(withShares(unit?.of === 'money' ? withBare(columns, figures, unit) : columns)), unit))))
}

/** 到位率 beside 应配 | 实有 is of heads; beside money it is the share that came in. */
function withFilled(columns: readonly OwnColumn[]): OwnColumn[] {
  const has = (period: string): boolean => columns.some(({ meaning }) => meaning.measure === 'persons' && meaning.period === period)
  if (!has('now') || !has('target') || columns.some(({ meaning }) => meaning.measure === 'amount' || meaning.measure === 'area')) return [...columns]
  return columns.map(column => (column.meaning.measure === 'collected' ? { ...column, meaning: { ...column.meaning, measure: 'done' as const } } : column))
}

/** 市级承担（60%） beside 经费总额（元）: a share of it is in its unit. */
function withShares(columns: readonly OwnColumn[]): OwnColumn[] {
  const isWhole = ({ meaning }: OwnColumn): boolean => meaning.measure === 'amount' && meaning.payer === null && meaning.unit?.of === 'money'
  const wholes = columns.filter(isWhole), [whole] = wholes
  if (whole === undefined || wholes.length > 1) return [...columns]
  const isShare = ({ meaning }: OwnColumn): boolean =>
    meaning.percent !== null && meaning.payer !== null && meaning.measure === null && meaning.unit === null
  const { unit } = whole.meaning
  return columns.map(column => (isShare(column) ? { ...column, meaning: { ...column.meaning, measure: 'amount' as const, unit } } : column))
}

/** 其他资金 | 单位资金 with figures below, in a table of 万元: money, whatever it is called. */
function withBare(columns: readonly OwnColumn[], figures: (column: OwnColumn) => boolean, unit: MeasureUnit): OwnColumn[] {
  if (!columns.some(column => column.meaning.total !== null)) return [...columns]
  return columns.map(column =>
    column.meaning.measure === null && column.meaning.blocks.length === 0 && column.meaning.unit === null && column.header !== '' && figures(column)
      ? { ...column, meaning: { ...column.meaning, measure: 'amount' as const, unit, isBare: true } }
      : column,
  )
}

/** 合计 behind columns that all measure the same, in a table that says no unit. */
function withSums(columns: readonly OwnColumn[]): OwnColumn[] {
  const isNameless = ({ meaning }: OwnColumn): boolean => meaning.total !== null && meaning.measure === null && meaning.blocks.length === 0
  const others = columns.filter(column => !isNameless(column) && column.meaning.measure !== 'text'), [first] = others
  if (first === undefined || others.length < 2 || first.meaning.measure !== 'amount') return [...columns]
  const { measure, unit } = first.meaning
  const isInUnit = ({ meaning }: OwnColumn): boolean => meaning.unit?.of === unit?.of && meaning.unit?.scale === unit?.scale
  const isAlike = (column: OwnColumn): boolean => column.meaning.measure === measure && isInUnit(column)
  if (!others.every(isAlike)) return [...columns]
  return columns.map(column => (isNameless(column) ? { ...column, meaning: { ...column.meaning, measure, unit } } : column))
}

/** 缺口 beside columns of areas, and of nothing but areas, is an area. */
function withAreas(columns: readonly OwnColumn[]): OwnColumn[] {
  const area = columns.find(column => column.meaning.measure === 'area'),
    persons = columns.some(column => column.meaning.measure === 'persons' && !column.meaning.isHinted)
  return columns.map(column =>
    area !== undefined && !persons && column.meaning.isHinted && column.meaning.measure === 'persons'
      ? { ...column, meaning: { ...column.meaning, measure: 'area' as const, unit: area.meaning.unit } }
      : column,
  )
}

/** 现有人员经费 | 应配人员经费 | 缺口 in a table of 万元, where no column counts heads: what is missing is money. */
function withLacks(columns: readonly OwnColumn[], unit: MeasureUnit | null): OwnColumn[] {
  const isLack = ({ meaning }: OwnColumn): boolean =>
    meaning.isHinted && meaning.measure === 'persons' && meaning.unit === null && (meaning.period === 'gap' || meaning.period === 'surplus')
  const counts = columns.some(column => column.meaning.measure === 'persons' && !isLack(column))
  const isMoney = unit?.of === 'money' && columns.some(({ meaning }) => meaning.measure === 'amount' && meaning.period === 'target')
  if (counts || !isMoney) return [...columns]
  return columns.map(column => (isLack(column) ? { ...column, meaning: { ...column.meaning, measure: 'amount' as const, unit } } : column))
}

/** 现有人员 | 经费 over the same 正式 | 聘用 | 合计: where the one says money, people alone are heads. */
function withHeads(columns: readonly OwnColumn[]): OwnColumn[] {
  const sums = columns.map(column => (isSumOfHeads(column, columns) ? asHeads(column) : column))
  const people = sums.filter(column => column.meaning.peopleAlone !== null), [first] = people
  if (first === undefined) return sums
  const at = first.levels.indexOf(first.meaning.peopleAlone ?? '')
  const isBeside = (column: OwnColumn): boolean =>
    column.levels.length === first.levels.length && first.levels.slice(0, at).every((level, index) => column.levels[index] === level)
  const inner = (column: OwnColumn): string => column.levels.slice(at + 1).join('/')
  const groups = new Set(people.map(column => column.levels[at]))
  const money = sums.filter(column => !people.includes(column) && isBeside(column) && column.meaning.measure === 'amount')
  const kinds = new Set(money.map(inner)), moneyGroups = new Set(money.map(column => column.levels[at]))
  const differs = people.some(column => !kinds.has(inner(column)) && column.meaning.total === null)
  if (groups.size > 1 || moneyGroups.size !== 1 || differs) return sums
  return sums.map(column => (people.includes(column) ? asHeads(column) : column))
}

/** 人员合计 behind 正式人员数 | 聘用人员数: their sum. */
function isSumOfHeads(column: OwnColumn, columns: readonly OwnColumn[]): boolean {
  if (column.meaning.peopleAlone === null || column.meaning.peopleAlone !== column.levels.at(-1)) return false
  const group = column.levels.slice(0, -1).join('/')
  const before = columns.filter(each => each.column < column.column && each.levels.slice(0, -1).join('/') === group).slice(-2)
  return before.length === 2 && before.every(each => each.meaning.measure === 'persons' && each.meaning.total === null)
}

function asHeads(column: OwnColumn): OwnColumn {
  const blocks = column.meaning.blocks.filter(block => block.word !== column.meaning.peopleAlone)
  return { ...column, meaning: { ...column.meaning, measure: 'persons', unit: null, peopleAlone: null, blocks } }
}
