import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'

/**
 * Radicals that look like characters and come out of PDF copies. NFKC knows the Kangxi block (U+2F00) and almost none of this one (U+2E80).
 * Pairs: radical, character.
 */
const RADICALS = '⺁厂⺄乙⺆冂⺈刀⺉刂⺋卩⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⻳龟'
const characterOf = new Map<string, string>()
for (let at = 0; at < RADICALS.length; at += 2) characterOf.set(RADICALS.charAt(at), RADICALS.charAt(at + 1))

/** White space of every kind, zero-width and direction marks, variation selectors (Unicode's ignorable characters), and the marks that forms put beside obligatory fields. */
const DROPPED = /[\s\u0085\u2800*＊﹡★☆※]|\p{Default_Ignorable_Code_Point}/gu
const RADICAL = /[\u2e80-\u2ef3]/g
/** Tick and cross of the Wingdings font, which Word and WPS leave in the private area. */
const WINGDINGS = /[\uf0fb-\uf0fe\uf050\uf052\uf04f\uf051]/g

/**
 * One way of writing for words that mean the same to a person: NFKC (full width to half width, ㎡ to m2), radicals to characters,
 * every white space and line break out, zero-width characters out, `* ★ ※` out. The zero 〇 stays: dates need it.
 */
export function normalise(text: string): string {
  if (isPlain(text)) return text
  if (isAscii(text)) return text.replace(BLANK_OR_ASTERISK, '')
  let before = apartFromDigits(text)
  // A dropped character may bring a letter and its accent together: repeat until nothing moves (twice at the most in practice).
  for (let turn = 0; turn < 8; turn++) {
    const after = before.normalize('NFKC').replace(RADICAL, radical => characterOf.get(radical) ?? radical).replace(WINGDINGS, tick).replace(DROPPED, '')
    if (after === before) break
    before = after
  }
  return before
}

const ENCLOSED = '[\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u3251-\\u325f\\u32b1-\\u32bf]', DIGIT = '[\\d\\uff10-\\uff19]'
const MARKED = new RegExp(`${ENCLOSED}|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]`)
const BETWEEN = new RegExp(`(${DIGIT})[\\s\u3000]?${ENCLOSED}[\\s\u3000]?(?=${DIGIT})`, 'g')
const BESIDE = new RegExp(`(?<=${DIGIT})${ENCLOSED}|${ENCLOSED}[\\s\u3000]?(?=${DIGIT})|(?<=${DIGIT})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]`, 'g')

/**
 * Marks of a list or a note beside a number are no digits of it: ①180 is 180 and not 1,180, 1985.3① is March, 180² points to a note.
 * Between two numbers the mark parts them: 120②85.
 */
function apartFromDigits(text: string): string {
  return MARKED.test(text) ? text.replace(BETWEEN, '$1、').replace(BESIDE, '') : text
}

/** Nothing to change: printable ASCII without the asterisk, and unified ideographs. Most words of most sheets. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!((code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f && code !== 0x2a))) return false
  }
  return true
}

/** Letters and digits of ASCII are written in one way only: nothing but its blanks and asterisks can go. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

const BLANK_OR_ASTERISK = /[\s*]+/g

function tick(mark: string): string {
  return mark === '\uf0fb' || mark === '\uf0fd' || mark === '\uf04f' || mark === '\uf051' ? '×' : '√'
}

/** The text of a value as a reader of the sheet would type it; `''` for a blank or an error value. */
export function textOf(value: CellValue): string {
  if (typeof value === 'string') return value
  if (value === null || isCellError(value)) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return Number.isFinite(value) ? String(value) : ''
}
