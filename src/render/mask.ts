/** Eighteen digits (the last may be X), or fifteen, that stand alone: the shapes of a Chinese id. */
const ID = /(?<![0-9A-Za-z.])(\d{3})(\d{11}|\d{8})(\d{3}[\dXx])(?![0-9A-Za-z])/g

/**
 * Masks every id in a text: first 3, eleven stars, last 4. The last guard on the way out, in every format and every error.
 * A number with a decimal point is no id.
 */
export function maskIds(text: string): string {
  return text.replace(ID, (_all, first: string, _middle: string, last: string) => `${first}***********${last}`)
}
