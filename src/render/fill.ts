import type { CellContent, CellValue } from '../core/cell'
import { isCellError, isFormula } from '../core/cell'
import type { CellChange } from '../core/change'
import type { FillPlan } from '../core/fill-plan'
import { cellItems, formulaCount } from '../core/proposal'
import type { ProposalItem } from '../core/proposal'
import type { Message } from '../core/message'
import type { Language } from '../core/message'
import { sheetReference } from '../core/place'
import { say, saying } from '../messages'

/** What a fill did or would do, as plain data for other programs. Names and shapes are a published contract: add, never rename. */
export interface FillJson {
  readonly plancheck: 1
  readonly file: string
  /** `null` for a dry run. */
  readonly out: string | null
  readonly created: readonly string[]
  readonly changes: readonly object[]
  readonly missing: readonly object[]
  readonly kept: readonly object[]
  readonly conflicts: readonly object[]
  readonly left: readonly object[]
  readonly notes: readonly string[]
}

export function fillJson(plan: FillPlan, file: string, out: string | null, language: Language): FillJson {
  return {
    plancheck: 1,
    file,
    out,
    created: plan.created,
    changes: cellItems(plan).map(({ change, why, inputs, safe }) => ({
      sheet: change.sheet,
      cell: change.cell,
      before: contentJson(change.before),
      after: contentJson(change.after),
      why: reasonKey(why),
      text: say(why, language),
      inputs,
      safe,
    })),
    missing: plan.missing.map(({ input, sheet, cell, message: text }) => ({ input, sheet, cell, text: say(text, language) })),
    kept: plan.kept.map(({ sheet, cell, value, wouldBe }) => ({ sheet, cell, value: contentJson(value), wouldBe: contentJson(wouldBe) })),
    conflicts: plan.conflicts.map(({ sheet, cell, message: text }) => ({ sheet, cell, text: say(text, language) })),
    left: plan.left.map(({ sheet, cell, why, message: text, word }) => ({ sheet, cell, why, text: say(text, language), word })),
    notes: plan.notes.map(note => say(note, language)),
  }
}

/** A sentence that only carries a reason goes by the reason. */
function reasonKey({ key, params: { why } }: Message): string {
  return typeof why === 'object' && why !== null && 'key' in why ? why.key : key
}

export function contentJson(content: CellContent): unknown {
  if (isFormula(content)) return { formula: content.formula, value: contentJson(content.value) }
  if (content !== null && isCellError(content)) return content.error
  return content
}

export interface FillTextOptions {
  /** Markdown instead of plain text. */
  readonly markdown?: boolean
  /** List the changes themselves, so many at most. */
  readonly changes?: number
}

/** What a fill did or would do, for a person: sheets, what is missing, what stayed, what is in the way; the changes where asked for. */
export function fillText(plan: FillPlan, file: string, out: string | null, language: Language, options: FillTextOptions = {}): string {
  const m = saying(language)
  const lines: string[] = [], markdown = options.markdown === true
  const heading = (text: string) => lines.push('', markdown ? `## ${text}` : text, ...(markdown ? [''] : []))
  const item = (text: string) => lines.push(markdown ? `- ${text}` : `  ${text}`)
  const cells = cellItems(plan), formulas = formulaCount(cells)
  lines.push((markdown ? '# ' : '') + (cells.length === 0 ? m('fill.report.nothing') : m(out === null ? 'fill.report.would' : 'fill.report.done', { cells: cells.length, formulas, sheets: new Set(cells.map(({ change }) => change.sheet)).size })))
  if (plan.created.length > 0) {
    heading(m('fill.report.created'))
    item(plan.created.join(language === 'en' ? ', ' : '、'))
  }
  const section = (key: `fill.report.${'missing' | 'kept' | 'conflicts' | 'left' | 'notes'}`, texts: readonly string[]) => {
    if (texts.length === 0) return
    heading(`${m(key)} (${String(texts.length)})`)
    for (const text of texts) item(text)
  }
  section('fill.report.missing', plan.missing.map(each => say(each.message, language)))
  section('fill.report.kept', plan.kept.map(({ sheet, cell, value, wouldBe }) => m('fill.report.kept-cell', { cell: `${sheetReference(sheet)}!${cell}`, value: plain(value), would: plain(wouldBe) })))
  section('fill.report.conflicts', plan.conflicts.map(each => say(each.message, language)))
  section('fill.report.left', plan.left.map(each => say(each.message, language)))
  section('fill.report.notes', plan.notes.map(each => say(each, language)))
  const most = options.changes ?? 0
  if (most > 0 && cells.length > 0) {
    heading(m('fill.report.changes'))
    if (markdown) lines.push(`| ${[m('fill.report.cell'), m('fill.report.before'), m('fill.report.after'), m('fill.report.formula')].join(' | ')} |`, '|---|---|---|---|')
    for (const change of cells.slice(0, most)) lines.push(markdown ? `| ${row(change).map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |` : `  ${textRow(change)}`)
    if (cells.length > most) item(m('fill.report.more', { count: cells.length - most }))
  }
  if (out !== null) lines.push('', m('fill.report.written', { file, out }))
  return `${lines.join('\n')}\n`
}

function row({ change }: ProposalItem<CellChange>): string[] {
  return [`${sheetReference(change.sheet)}!${change.cell}`, shown(change.before), shown(change.after), isFormula(change.after) ? `\`${change.after.formula}\`` : '']
}

function textRow(change: ProposalItem<CellChange>): string {
  const [cell = '', before = '', after = '', formula = ''] = row(change)
  return `${cell}: ${before === '' ? '∅' : before} → ${after}${formula === '' ? '' : `   ${formula.replaceAll('`', '')}`}`
}

function shown(content: CellContent): string {
  const value = plain(isFormula(content) ? content.value : content)
  return value === null ? '' : typeof value === 'number' ? String(Number(value.toPrecision(12))) : String(value)
}

function plain(value: CellValue): string | number | boolean | null {
  return value !== null && isCellError(value) ? value.error : value
}
