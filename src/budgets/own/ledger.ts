import { add, call, number, subtract } from '../../formula/expression'
import { part } from './derived'
import type { At, Derived } from './derived'
import { innerWords } from './header-signs'
import type { OwnContext } from './own-context'
import type { OwnColumn, OwnLine, OwnTable } from './own-table'
import { has, here, inUnitOf, run } from './place'

const ENTRY = /^(?:摘要|事由|凭证号?|日期)$/, IN = /^(?:收入|借方|收方|拨入)(?:金额)?$/, OUT = /^(?:支出|贷方|付方|付出)(?:金额)?$/

interface Ledger { readonly coming: OwnColumn; readonly going: OwnColumn; readonly left: OwnColumn }

/** 日期 | 摘要 | 收入 | 支出 | 余额: each line is of one entry, which comes in or goes out. */
function ledgerOf(own: OwnTable): Ledger | null {
  if (own.isTurned || !own.table.columns.some(({ header }) => ENTRY.test(header.replace(/\s/g, '')))) return null
  const of = (fits: RegExp): OwnColumn[] => own.columns.filter(each => each.meaning.measure === 'amount' && fits.test(innerWords(each)))
  const [[coming, ...a], [going, ...b], [left, ...c]] = [of(IN), of(OUT), of(/^(?:余额|结余|结存)$/)]
  if (coming === undefined || going === undefined || left === undefined) return null
  return a.length + b.length + c.length > 0 ? null : { coming, going, left }
}

/** 余额 = 余额 of the line above + 收入 − 支出; the sums of both sides. A blank side is none where the other has a figure. */
export function ledger({ own, line, column }: At, context: OwnContext): Derived | null {
  const found = ledgerOf(own)
  if (found === null) return null
  const { coming, going, left } = found
  const hasOne = (each: OwnLine): boolean => has(context, own, each, coming) !== has(context, own, each, going)
  const leaves = own.lines.filter(each => each.role === 'leaf'), [first] = leaves, last = leaves.at(-1)
  if (line.role === 'leaf') {
    const before = leaves[leaves.indexOf(line) - 1]
    if (column !== left || before === undefined) return null
    if (!has(context, own, before, left)) return part(`${before.label} ${left.header}`)
    if (!hasOne(line)) return part(line.label)
    const [a, b] = [coming, going].map(each => inUnitOf(here(own, line, each), each, left))
    if (a === undefined || b === undefined || a === null || b === null) return { left: 'unit', word: column.header }
    return { term: call('ROUND', subtract(add(here(own, before, left), a), b), number(8)), why: 'own-difference' }
  }
  // Balances are no parts of one another: what is left at the end is the last of them.
  const isEnd = own.lines.at(-1) === line && own.lines.length === leaves.length + 1
  const isLeft = isEnd && last !== undefined && has(context, own, last, left)
  if (column === left) return isLeft ? { term: here(own, last, left), why: 'own-cumulative' } : { left: 'none', word: column.header }
  // One sum below all entries; what the ledger opens with is none of them.
  if ((column !== coming && column !== going) || !isEnd || first === undefined || last === undefined) return null
  const isOpening = (each: OwnLine): boolean =>
    each === first && has(context, own, each, left) && !has(context, own, each, coming) && !has(context, own, each, going)
  const open = leaves.find(each => !hasOne(each) && !isOpening(each))
  return open === undefined ? { term: call('SUM', run(own, [first, column], [last, column])), why: 'own-total' } : part(open.label)
}
