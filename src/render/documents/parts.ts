import type { Verdict } from '../../core/verdict'
import type { Judgement } from '../../core/report'
import { element } from '../../pictures'
import type { Element, Picture } from '../../pictures'
import type { Child } from '../../pictures/element'
import { quotedWords, seenWord } from '../citations'
import { MARKS, verdictWord } from '../words'
import type { Speech } from './words'

/** A cell: words, or words with a class for the page's style. */
export type Cell = Child | { readonly look: string; readonly content: Child }

/** A table with its head; the first cell of a row is its heading. */
export function table(header: readonly Cell[], rows: readonly (readonly Cell[])[], look = ''): Element {
  const head = header.map(cell => drawn('th', cell, { scope: 'col' }))
  const body = rows.map(row => element('tr', {}, row.map((cell, index) => drawn(index === 0 ? 'th' : 'td', cell, index === 0 ? { scope: 'row' } : {}))))
  return element('div', { class: 'scroll' }, element('table', look === '' ? {} : { class: look }, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body)))
}

function drawn(tag: string, cell: Cell, attributes: Readonly<Record<string, string>>): Element {
  if (typeof cell === 'object' && cell !== null && 'look' in cell) return element(tag, { ...attributes, class: cell.look }, cell.content)
  return element(tag, attributes, cell)
}

/** ✕ 未达标. */
export function verdictMark(verdict: Verdict, { say }: Speech): Element {
  return element('span', { class: `verdict-${verdict}` }, `${MARKS[verdict]} ${say(verdictWord(verdict))}`)
}

/** The arithmetic, and what is assumed in it. */
export function explained(judgement: Judgement, { say, language }: Speech): Child {
  const remarks = judgement.remarks.map(say).join(language === 'en' ? '; ' : '；')
  return [say(judgement.arithmetic), remarks !== '' && element('div', { class: 'quiet' }, remarks)]
}

/** Clause and quoted words, with how they were seen. */
export function basis({ citation }: Judgement, { language }: Speech): Child {
  if (citation === null) return ''
  const seen = seenWord(citation, language)
  return [citation.clause, element('span', { class: 'quiet' }, ` ${quotedWords(citation)}${seen === '' ? '' : ` [${seen}]`}`)]
}

/** A picture; its table is heard, and left out on paper, where the same numbers stand in the tables of the document. */
export function figure({ title, drawing, note, table: numbers }: Picture): Element {
  const heard = element('div', { class: 'heard' }, table(numbers.header, numbers.rows))
  return element('figure', {}, element('figcaption', {}, title), drawing, note !== null && element('div', { class: 'quiet' }, note), heard)
}

/** Title lines: name and value side by side. */
export function facts(pairs: readonly (readonly [string, Child])[]): Element {
  return element('dl', { class: 'facts' }, pairs.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))))
}

export function heading(words: string): Element {
  return element('h2', {}, words)
}

/** The heading and what stands under it; nothing at all where that is empty. */
export function section(words: string, content: readonly Child[]): Child {
  return content.length === 0 ? null : [heading(words), content]
}

/** A list of sentences. */
export function sentences(lines: readonly string[]): Child {
  return lines.length === 0 ? null : element('ul', {}, lines.map(line => element('li', {}, line)))
}
