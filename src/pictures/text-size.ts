import { maskText } from '../core/mask'

/** Characters as wide as they are high: Chinese, Japanese and Korean, full-width signs, and what is beyond the basic plane. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{10000}-\u{3fffd}]/u
const NARROW = /[ilj.,'|:;! ]/, BROAD = /[mwMW%@&✓✕▲㎡]/, CAPITAL = /[A-Z]/

/**
 * How wide a text comes out, in units of the picture, a little more than less: nobody measures fonts here, and the fonts of Windows, macOS
 * and Linux differ.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0
  for (const sign of text) em += WIDE.test(sign) ? 1.02 : NARROW.test(sign) ? 0.36 : BROAD.test(sign) ? 1 : CAPITAL.test(sign) ? 0.74 : 0.62
  return em * size * (bold ? 1.06 : 1)
}

/** The text, ids masked, cut at its end with … where it is wider than it may be: of half an id nobody behind this can tell that it was one. */
export function fitted(text: string, most: number, size: number, bold = false): string {
  const said = maskText(text)
  if (textWidth(said, size, bold) <= most) return said
  const signs = [...said]
  while (signs.length > 0 && textWidth(`${signs.join('')}…`, size, bold) > most) signs.pop()
  return signs.length === 0 ? '' : `${signs.join('')}…`
}
