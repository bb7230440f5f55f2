import type { CellContent, CellValue } from '../core/cell'
import { isCellError, isFormula } from '../core/cell'
import type { FillChange, FillPlan } from '../core/fill-plan'
import type { Language } from '../core/message'
import { sheetReference } from '../core/place'
import { message, say } from '../messages'
import type { MessageKey } from '../messages'

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
    changes: plan.changes.map(({ change, why, message: text, inputs, safe }) => ({
      sheet: change.sheet,
      cell: change.cell,
      before: contentJson(change.before),
      after: contentJson(change.after),
      why,
      text: say(text, language),
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

function contentJson(content: CellContent): unknown {
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
  const m = (key: MessageKey, params = {}): string => say(message(key, params), language)
  const lines: string[] = [], markdown = options.markdown === true
  const heading = (text: string) => lines.push('', markdown ? `## ${text}` : text, ...(markdown ? [''] : []))
  const item = (text: string) => lines.push(markdown ? `- ${text}` : `  ${text}`)
  const formulas = plan.changes.filter(({ change }) => isFormula(change.after)).length
  lines.push((markdown ? '# ' : '') + (plan.changes.length === 0 ? m('fill.report.nothing') : m(out === null ? 'fill.report.would' : 'fill.report.done', { cells: plan.changes.length, formulas, sheets: new Set(plan.changes.map(({ change }) => change.sheet)).size })))
  if (plan.created.length > 0) {
    heading(m('fill.report.created'))
    item(plan.created.join(language === 'en' ? ', ' : '、'))
  }
  const section = (key: MessageKey, texts: readonly string[]) => {
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
  if (most > 0 && plan.changes.length > 0) {
    heading(m('fill.report.changes'))
    if (markdown) lines.push(`| ${[m('fill.report.cell'), m('fill.report.before'), m('fill.report.after'), m('fill.report.formula')].join(' | ')} |`, '|---|---|---|---|')
    for (const change of plan.changes.slice(0, most)) lines.push(markdown ? `| ${row(change).map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |` : `  ${textRow(change)}`)
    if (plan.changes.length > most) item(m('fill.report.more', { count: plan.changes.length - most }))
  }
  if (out !== null) lines.push('', m('fill.report.written', { file, out }))
  return `${lines.join('\n')}\n`
}

function row({ change }: FillChange): string[] {
  return [`${sheetReference(change.sheet)}!${change.cell}`, shown(change.before), shown(change.after), isFormula(change.after) ? `\`${change.after.formula}\`` : '']
}

function textRow(change: FillChange): string {
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
