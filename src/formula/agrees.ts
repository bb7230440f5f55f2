/** The computed number, rounded to the decimals that the typed one has, is the typed one. */
export function agrees(typed: number, computed: number): boolean {
  if (Math.abs(typed - computed) <= 1e-9 * Math.max(1, Math.abs(typed), Math.abs(computed))) return true
  const digits = decimalsOf(typed)
  return digits <= 10 && Math.abs(typed - computed) <= 0.5000001 * 10 ** -digits && significant(typed) >= 2
}

/** Decimals that a number is written with. */
export function decimalsOf(value: number): number {
  const text = String(Math.abs(Number(value.toPrecision(15)))), point = text.indexOf('.'), power = text.indexOf('e-')
  if (power >= 0) return Number(text.slice(power + 2)) + (point < 0 ? 0 : power - point - 1)
  return point < 0 ? 0 : text.length - point - 1
}

function significant(value: number): number {
  return String(Math.abs(value)).replace(/^0\.0*|\.|e.*$/g, '').length
}
