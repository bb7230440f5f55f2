import type { DocumentSource } from '../src/core/document-source'
import type { Language } from '../src/core/message'
import type { Element as PageElement } from '../src/pictures'
import type { Report } from '../src/core/report'
import { documentStyle } from '../src/render/documents/page-style'
import { reportDocument } from '../src/render/documents/report-document'
import type { ShownReport } from './shown'

const SVG = 'http://www.w3.org/2000/svg'
/** On the screen the document is not there; on paper nothing else is. */
const ONLY = '@media screen { .paper.for-print { display: none; } } @media print { html { overflow: visible; } body > :not(.for-print) { display: none !important; } .paper.for-print { display: block; } }'

/** Puts a document beside the page, which then prints it and nothing else; what was put there before goes. @returns takes it away */
export function mountDocument(articles: readonly PageElement[], language: Language): () => void {
  document.querySelectorAll('.paper.for-print').forEach(old => { old.remove() })
  const paper = document.createElement('main'), style = document.createElement('style')
  paper.className = 'paper for-print'
  paper.lang = language
  paper.setAttribute('aria-hidden', 'true')
  style.textContent = documentStyle(language) + ONLY
  paper.append(style, ...articles.map(article => built(article, false)))
  document.body.append(paper)
  return () => { paper.remove() }
}

/** The report as the documents take it: they print no rows. */
export function whole(report: ShownReport): Report {
  return { ...report, reading: { ...report.reading, people: [], premises: [] } }
}

/** Puts the 核查报告 of a result beside the page. */
export function mountReport(report: ShownReport, source: DocumentSource, language: Language): () => void {
  return mountDocument(reportDocument(whole(report), source, { language }), language)
}

/** Prints the 核查报告 of a result. */
export function printReport(report: ShownReport, source: DocumentSource, language: Language): void {
  printDocument(reportDocument(whole(report), source, { language }), language)
}

/** Prints a document. */
export function printDocument(articles: readonly PageElement[], language: Language): void {
  const take = mountDocument(articles, language)
  addEventListener('afterprint', take, { once: true })
  print()
}

/** A piece of a page as nodes; its words are only ever text. */
function built(node: PageElement | string, inside: boolean): Node {
  if (typeof node === 'string') return document.createTextNode(node)
  const isPicture = inside || node.tag === 'svg'
  const made = isPicture ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag)
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, String(value))
  made.append(...node.children.map(child => built(child, isPicture)))
  return made
}
