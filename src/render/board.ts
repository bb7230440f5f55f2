import type { Language } from '../core/message'
import type { Verdict } from '../core/verdict'
import type { Report } from '../core/report'
import { message, say } from '../messages'
import { element, markup } from '../pictures'
import { table } from './documents/parts'
import { complies, openTargets } from './summary'
import { worstFirst } from './order'
import { MARKS, pad, shownValue, width } from './words'

/** One community of one workbook, as plain data that a worker can hand over. */
export interface BoardLine {
  readonly community: string
  /** By the id of the target. */
  readonly cells: Readonly<Record<string, { readonly verdict: Verdict; readonly shown: string }>>
  readonly complies: boolean
}

/** One workbook on the board of many. */
export interface BoardFile {
  readonly file: string
  /** `null`: it could not be read. */
  readonly lines: readonly BoardLine[] | null
  readonly targets: readonly { readonly id: string; readonly title: string }[]
}

/** The communities of one report, worst first. */
export function boardOf(report: Report, language: Language): BoardFile {
  const open = openTargets(report)
  return {
    file: report.file,
    lines: worstFirst(report.communities).map(unit => ({
      community: unit.label,
      complies: complies(unit, open),
      cells: Object.fromEntries(
        unit.judgements.map(judgement => [judgement.target.id, { verdict: judgement.verdict, shown: shownValue(judgement, language) }]),
      ),
    })),
    targets: (report.communities[0]?.judgements ?? []).map(({ target }) => ({ id: target.id, title: target.title[language] })),
  }
}

interface Row {
  readonly file: string
  readonly community: string
  readonly cells: readonly { readonly verdict: Verdict | null; readonly shown: string }[]
}

/** The heads, and a row for each community; a file without communities has one that says so. */
function tableOf(files: readonly BoardFile[], language: Language): { readonly titles: readonly string[]; readonly rows: readonly Row[] } {
  const targets = new Map(files.flatMap(file => file.targets.map(({ id, title }) => [id, title])))
  const rows = files.flatMap(({ file, lines }): Row[] => {
    if (lines === null || lines.length === 0) return [{ file, community: say(message(lines === null ? 'board.unread' : 'board.no-communities'), language), cells: [...targets].map(() => ({ verdict: null, shown: '' })) }]
    return lines.map(({ community, cells }) => ({ file, community, cells: [...targets.keys()].map(id => cells[id] ?? { verdict: null, shown: '' }) }))
  })
  return { titles: [...targets.values()], rows }
}

function sentence(files: readonly BoardFile[], language: Language): string {
  const read = files.filter(file => file.lines !== null), lines = read.flatMap(file => file.lines ?? [])
  return say(message('board.summary', { files: files.length, communities: lines.length, met: lines.filter(line => line.complies).length, unread: files.length - read.length }), language)
}

/** The board of many workbooks for a terminal. */
export function boardText(files: readonly BoardFile[], language: Language): string {
  const { titles, rows } = tableOf(files, language), heads = [say(message('report.file'), language), say(message('report.community'), language), ...titles]
  const shown = rows.map(row => [row.file, row.community, ...row.cells.map(mark)]), widths = heads.map((head, at) => Math.max(width(head), ...shown.map(row => width(row[at] ?? ''))))
  const line = (cells: readonly string[]): string => cells.map((each, at) => pad(each, widths[at] ?? 0)).join('  ').trimEnd()
  return `${[say(message('board.title'), language), sentence(files, language), '', line(heads), ...shown.map(line)].join('\n')}\n`
}

/** The same as Markdown. */
export function boardMarkdown(files: readonly BoardFile[], language: Language): string {
  const { titles, rows } = tableOf(files, language), heads = [say(message('report.file'), language), say(message('report.community'), language), ...titles]
  const line = (cells: readonly string[]): string => `| ${cells.map(each => each.replace(/[\\*_<>#[\]`|]/g, sign => `\\${sign}`).replaceAll('\n', ' ')).join(' | ')} |`
  return `# ${say(message('board.title'), language)}\n\n**${sentence(files, language)}**\n\n${[line(heads), `|${heads.map(() => ' --- ').join('|')}|`, ...rows.map(row => line([row.file, row.community, ...row.cells.map(mark)]))].join('\n')}\n\n`
}

/** The same as an article of the page. */
export function boardHtml(files: readonly BoardFile[], language: Language): string {
  const { titles, rows } = tableOf(files, language), m = (key: 'board.title' | 'report.file' | 'report.community'): string => say(message(key), language)
  const body = rows.map(row => [
    row.file, row.community,
    ...row.cells.map(({ verdict, shown }) => (verdict === null ? shown : [element('span', { class: `verdict-${verdict}` }, MARKS[verdict]), ` ${shown}`])),
  ])
  const lead = element('p', { class: 'paragraph' }, sentence(files, language))
  return markup(element('article', {}, element('h1', {}, m('board.title')), lead, table([m('report.file'), m('report.community'), ...titles], body, 'units-table')))
}

function mark({ verdict, shown }: Row['cells'][number]): string {
  return verdict === null ? shown : `${MARKS[verdict]} ${shown}`
}
