import type { FormulaClass } from './normal-form'

/**
 * Whether each reference of a formula is added (1) or taken off (-1), in the order of the references; `null` for a formula that does
 * anything but add and take off: `=B4+SUM(B6:B9)-(B11-B12)` gives 1, 1, -1, 1.
 */
export function signsOf({ skeleton }: Pick<FormulaClass, 'skeleton'>): readonly (1 | -1)[] | null {
  if (!skeleton.startsWith('=')) return null
  const signs: (1 | -1)[] = [], outer: (1 | -1)[] = [1]
  let sign: 1 | -1 = 1
  const around = (): 1 | -1 => outer[outer.length - 1] ?? 1
  for (let at = 1; at < skeleton.length; at++) {
    const code = skeleton[at]
    if (code === '-') sign = sign === 1 ? -1 : 1
    else if (code === '\u0001') {
      signs.push((sign * around()) as 1 | -1)
      sign = 1
    } else if (code === '(' || skeleton.startsWith('SUM(', at)) {
      if (code !== '(') at += 3
      outer.push((sign * around()) as 1 | -1)
      sign = 1
    } else if (code === ')') {
      outer.pop()
      sign = 1
    } else if (code === ',') sign = 1
    else if (code !== '+') return null
  }
  return signs.length === 0 || outer.length !== 1 ? null : signs
}
