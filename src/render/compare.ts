import type { ComparedField, ComparedPerson, Comparison } from '../core/comparison'
import type { Language, Message } from '../core/message'
import type { Policy } from '../core/plan'
import type { Verdict } from '../core/verdict'
import { columnWords, message, messageNamed, say, saying } from '../messages'
import type { MessageKey } from '../messages'
import { formatParam } from '../messages/format'
import { escapeMarkdown } from './markdown'
import { verdictWord } from './words'

/** `compare` as the contract has it. */
export function comparisonJson({ old, new: now, unmatched, ...rest }: Comparison, language: Language): object {
  return {
    plancheck: 1, old: old.file, new: now.file, asOf: { old: old.asOf, new: now.asOf }, ...rest,
    unmatched: unmatched.map(({ why, ...each }) => ({ ...each, why: why.key, text: say(why, language) })),
  }
}

export interface ComparisonTextOptions {
  readonly markdown?: boolean
  /** Lines of each part to write out; the rest is counted. */
  readonly most?: number
}

/** The comparison for a person: what moved, part by part, each line with its cells. */
export function comparisonText(
  comparison: Comparison,
  policy: Policy,
  language: Language,
  { markdown = false, most = 400 }: ComparisonTextOptions = {},
): string {
  const t = (what: Message): string => say(what, language),
    m = saying(language),
    text = (words: string): string => (markdown ? escapeMarkdown(words) : words)
  const { old, new: now, people, premises, figures, verdicts, unmatched } = comparison,
    lines: string[] = []
  const part = (title: string, items: readonly string[]): void => {
    if (items.length === 0) return
    lines.push(
      '',
      markdown ? `## ${text(title)}` : title,
      ...(markdown ? [''] : []),
      ...items.slice(0, most).map(item => (markdown ? `- ${text(item)}` : `  ${item}`)),
    )
    if (items.length > most) lines.push(`${markdown ? '- ' : '  '}${m('report.more', { count: items.length - most })}`)
  }
  lines.push(
    markdown ? `# ${m('compare.title')}` : m('compare.title'),
    ...(markdown ? [''] : []),
    text(m('compare.files', { old: old.file, oldDay: old.asOf, new: now.file, newDay: now.asOf })),
  )
  const changes = (list: readonly { readonly change: string }[]) => {
    const count = (change: string): number => list.filter(each => each.change === change).length
    return { came: count('came'), left: count('left'), moved: count('moved'), changed: count('changed') }
  }
  const fields = (list: readonly ComparedField[]): string =>
    list.map(field => fieldText(field, language)).join(language === 'en' ? '; ' : '；')
  const where = (community: string | null): string => community ?? m('compare.no-community')
  if (people.length + premises.length + figures.length + verdicts.length + unmatched.length === 0) lines.push('', m('compare.nothing'))
  part(
    m('compare.people', changes(people)),
    people.map(
      person =>
        `${m(CHANGES[person.change])}  ${person.name}（${where(person.community)}）${person.fields.length === 0 ? '' : `  ${fields(person.fields)}`}`,
    ),
  )
  part(
    m('compare.places', changes(premises)),
    premises.map(
      place =>
        `${m(place.change === 'came' ? 'compare.place-came' : place.change === 'left' ? 'compare.place-left' : 'compare.changed')}  ${where(place.community)}${place.fields.length === 0 ? '' : `  ${fields(place.fields)}`}`,
    ),
  )
  const unit = (community: string | null): string => community ?? m('compare.whole')
  part(
    m('compare.verdicts', { count: verdicts.length }),
    verdicts.map(
      ({ community, target, old: was, new: is }) =>
        `${unit(community)}  ${policy.targets.find(each => each.id === target)?.title[language] ?? target}  ${verdictText(was, t, m)} → ${verdictText(is, t, m)}`,
    ),
  )
  part(
    m('compare.figures', { count: figures.length }),
    figures.map(
      ({ community, figure, old: was, new: is }) =>
        `${unit(community)}  ${t(messageNamed(`compare.figure-${figure}` as MessageKey))}  ${numberText(figure, was, language)} → ${numberText(figure, is, language)}`,
    ),
  )
  part(
    m('compare.unmatched', { count: unmatched.length }),
    unmatched.map(
      ({ side, name, community, cell, why }) =>
        `${m(side === 'old' ? 'compare.old-side' : 'compare.new-side')}  ${name}（${where(community)}）  ${cell}  ${t(why)}`,
    ),
  )
  return `${lines.join('\n')}\n`
}

const CHANGES = { came: 'compare.came', left: 'compare.left', moved: 'compare.moved', changed: 'compare.changed' } as const satisfies Readonly<Record<ComparedPerson['change'], MessageKey>>
const STATUS: Readonly<Record<string, MessageKey>> = { present: 'compare.present', left: 'compare.presence-left', leave: 'compare.leave', 'seconded-out': 'compare.seconded-out' }

function fieldText({ key, old, new: now, oldCell, newCell }: ComparedField, language: Language): string {
  const shown = (value: string | number | null): string => {
    if (value === null) return say(message('compare.nothing-written'), language)
    const status = key === 'status' ? STATUS[String(value)] : undefined
    return status === undefined ? (typeof value === 'number' ? formatParam(value, 'ratio', language) : value) : say(messageNamed(status), language)
  }
  const cells = [oldCell, newCell].filter(cell => cell !== null)
  return `${say(message('compare.field', { key: columnWords[key], old: shown(old), new: shown(now) }), language)}${cells.length === 0 ? '' : ` [${cells.join(' → ')}]`}`
}

function verdictText(verdict: Verdict | null, t: (what: Message) => string, m: (key: MessageKey) => string): string {
  return verdict === null ? m('compare.nothing-written') : t(verdictWord(verdict))
}

function numberText(figure: string, value: number | null, language: Language): string {
  if (value === null) return '—'
  return formatParam(value, figure.endsWith('Share') ? 'share' : figure === 'averageAge' ? 'age' : figure.endsWith('Area') ? 'area' : 'number', language)
}
