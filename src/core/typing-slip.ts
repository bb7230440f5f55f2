/** Numbers longer than this are compared by their first digits only as far as they are exact. */
const DIGITS = 15

/**
 * Whether a number may have come from another by one slip of the hand: the decimal point moved, a digit left out or put in, two
 * neighbouring digits turned, a sign lost. A single digit that differs is no slip here: any two near numbers may differ so.
 */
export function isTypingSlip(typed: number, meant: number): boolean {
  if (typed === 0 || meant === 0 || typed === meant || !Number.isFinite(typed) || !Number.isFinite(meant)) return false
  if (Math.abs(typed + meant) <= 1e-9 * Math.abs(meant)) return true
  if (typed < 0 !== meant < 0) return false
  const power = Math.log10(typed / meant)
  if (Math.abs(power - Math.round(power)) < 1e-9 && Math.abs(power) <= 8) return true
  const a = digitsOf(typed), b = digitsOf(meant)
  if (a === null || b === null || a.decimals !== b.decimals) return false
  return isTurned(a.text, b.text) || isWithout(a.text, b.text) || isWithout(b.text, a.text)
}

/** The digits of a number without its point, and how many stand behind it; binary dust is cut. */
function digitsOf(value: number): { readonly text: string; readonly decimals: number } | null {
  const text = String(Number(Math.abs(value).toPrecision(12)))
  if (text.includes('e') || text.length > DIGITS + 1) return null
  const point = text.indexOf('.')
  return { text: text.replace('.', ''), decimals: point < 0 ? 0 : text.length - point - 1 }
}

function isTurned(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** `a` is `b` with one digit left out, of three and more. */
function isWithout(a: string, b: string): boolean {
  if (a.length + 1 !== b.length || b.length < 3) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a.slice(at) === b.slice(at + 1)
}
