import { add, divide, multiply, number, scaled, subtract } from '../../formula/expression'
import type { Term } from '../../formula/expression'
import { normalise } from '../../vocabulary/normalise'
import type { At, Derived } from './derived'
import { has, here } from './place'
import type { OwnContext } from './own-context'
import type { OwnColumn } from './own-table'

/** A formula over numbers of columns as forms print them: `4=1×(2+3)`. Units of money and area are brought to the column's own. */
export function statedFormula(at: At, context: OwnContext): Derived | null {
  const { own, line, column } = at
  const tokens: readonly string[] = normalise(column.stated ?? '').replace(/[×xX]/g, '*').replace(/÷/g, '/').match(/\d+(?:\.\d+)?%?|[()+\-*/]/g) ?? []
  const converts = tokens.some((token, index) => /^(?:100|1000|10000|100000000)$/.test(token) && /[*/]/.test(tokens[index - 1] ?? ''))
  let position = 0
  let missing: Derived | null = null
  const money: OwnColumn[] = []
  const operand = (): Term | null => {
    const token = tokens[position++]
    if (token === '(') {
      const inner = sum()
      return tokens[position++] === ')' ? inner : null
    }
    if (token === undefined || !/^\d/.test(token)) return null
    if (token.endsWith('%')) return number(Number(token.slice(0, -1)) / 100)
    const found = own.columns.find(each => each.number === Number(token))
    if (found === undefined) return /\./.test(token) || Number(token) >= 12 ? number(Number(token)) : null
    if (!has(context, own, line, found)) missing ??= { left: 'part', word: `${line.label} ${found.header}` }
    const unit = found.meaning.unit, to = column.meaning.unit
    // 3=1×2÷10000 brings the units together itself.
    if (converts) return here(own, line, found)
    if (unit?.of === 'area' && to?.of !== 'area') return scaled(here(own, line, found), unit.scale)
    if (unit?.of !== 'money' || to?.of !== 'money') return here(own, line, found)
    money.push(found)
    return scaled(here(own, line, found), unit.scale / to.scale)
  }
  const chain = (next: () => Term | null, signs: string, join: (sign: string, left: Term, right: Term) => Term): Term | null => {
    let left = next()
    while (left !== null && signs.includes(tokens[position] ?? ' ')) {
      const sign = tokens[position++] ?? '', right = next()
      left = right === null ? null : join(sign, left, right)
    }
    return left
  }
  const factor = (): Term | null => chain(operand, '*/', (sign, left, right) => (sign === '*' ? multiply(left, right) : divide(left, right)))
  const sum = (): Term | null => chain(factor, '+-', (sign, left, right) => (sign === '+' ? add(left, right) : subtract(left, right)))
  const term = sum()
  if (term === null || position < tokens.length) return { left: 'word', word: column.stated ?? '' }
  if (missing !== null) return missing
  // A month's standard in a year's amount: the form does not say by how many months.
  if (column.meaning.per !== 'month' && money.some(each => each.meaning.per === 'month' || each.meaning.per === 'person-month') && !tokens.includes('12')) return { left: 'unit', word: column.header }
  return { term, why: 'own-stated' }
}
