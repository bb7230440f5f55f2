import type { CellValue } from '../../core/cell'

/** How a table numbers its lines: with 一、 at the top, with deeper steps alone, or not at all. */
export type Numbering = 'from-the-top' | 'below-plain-lines' | 'none'

export function numberingOf(texts: readonly string[]): Numbering {
  const steps = texts.map(text => stepOf(text)).filter(step => step > 0)
  return steps.includes(1) ? 'from-the-top' : steps.length > 0 ? 'below-plain-lines' : 'none'
}

/**
 * What a column of numbers says in front of a label, as if it stood in it: 一 over 1 over (1), 1 over 1.1. A plain run of 1, 2, 3 says nothing.
 * @param values the column's cells, line by line
 */
export function numbersApart(values: readonly CellValue[]): (value: CellValue) => string {
  const mark = (value: CellValue): string => {
    const word = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
    return /^(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:[.．]\d{1,2})*)$/.test(word) ? `${word}、` : word
  }
  const steps = new Set(values.map(value => stepOf(mark(value))).filter(step => step > 0))
  return steps.size > 1 ? mark : () => ''
}

/** Depth of a line in its table, most telling first: a code in its own column or in the label, numbering, indentation. Deeper lines follow their parent. */
export function depthOf(text: string, code: CellValue, numbering: Numbering): number {
  const own = typeof code === 'number' ? String(code) : typeof code === 'string' ? code.trim() : ''
  if (CODE.test(own)) return own.length
  const inLabel = /^\s*(\d{3}(?:\d{2}){0,3})(?:\D|$)/.exec(text)?.[1]
  if (inLabel !== undefined) return inLabel.length
  const step = stepOf(text), indent = Math.min(8, text.length - text.replace(/^[\s　]+/, '').length) / 10
  return (step > 0 ? step : PLAIN[numbering]) + indent
}

/** 301 > 30101, and 01 > 0101. */
const CODE = /^(?:\d{3}(?:\d{2}){0,4}|0\d(?:\d{2}){0,4})$/
const STEPS = [/^[一二三四五六七八九十]{1,3}[、.．]/, /^[(（][一二三四五六七八九十]{1,3}[)）]/, /^\d{1,2}[、.．]/, /^[(（]\d{1,2}[)）]/, /^[①-⑳]/]
/** The step of 1、. */
const DOTTED = 3
/** A line without a number lies below 一、, and above （一） where nothing else does. */
const PLAIN: Readonly<Record<Numbering, number>> = { 'from-the-top': STEPS.length + 1, 'below-plain-lines': 0, none: 0 }

/** 一、 （一） 1. ① in front of a label. */
export function isNumbered(text: string): boolean {
  return stepOf(text) > 0
}

function stepOf(text: string): number {
  const word = text.replace(/^[\s　]+/, ''), dotted = /^\d{1,2}((?:[.．]\d{1,2})+)(?=[、.．\s\u4e00-\u9fff])/.exec(word)?.[1]
  // 1.1 lies below 1, and 1.1.1 below it.
  if (dotted !== undefined) return DOTTED + (dotted.match(/[.．]/g) ?? []).length / 10
  return STEPS.findIndex(pattern => pattern.test(word)) + 1
}
