import { NO_DECISIONS } from '../src/core/decisions'
import type { Decisions } from '../src/core/decisions'
import type { Language } from '../src/core/message'
import type { Policy } from '../src/core/plan'
import type { Mapping, TableMapping } from '../src/core/mapping'
import type { ColumnKey, Question } from '../src/core/reading'
import { withoutOwnNumber } from '../src/core/own-number'
import { columnWords, say } from '../src/messages'
import { checkTitle } from '../src/messages/check-title'
import type { Brought, Origin } from './shown'
import { KIND_WORDS } from './views/table-words'
import { isWord, wordsIn } from './views/words'
import { quantity } from './figures'

/** One thing that a person settled, as it is listed and taken back. */
export interface ListedDecision {
  /** The same for the same decision with the same content: what it came from is kept by it. */
  readonly id: string
  readonly text: string
  /** All decisions but this one. */
  readonly without: Decisions
}

export interface ListingFacts {
  readonly policies: readonly Policy[]
  /** Questions as they were asked, answered ones too. */
  readonly asked: readonly Question[]
  readonly language: Language
}

/** Every decision in force, one by one. */
export function listed(decisions: Decisions, facts: ListingFacts): readonly ListedDecision[] {
  const { policy, asOf, mapping } = decisions, { tell } = wordsIn(facts.language)
  const found: ListedDecision[] = []
  const add = (id: string, text: string, change: Partial<Decisions>) => { found.push({ id, text, without: { ...decisions, ...change } }) }
  if (policy !== null) {
    const title = typeof policy === 'string' ? facts.policies.find(each => each.id === policy)?.title[facts.language] ?? policy : policy.title[facts.language]
    add(`policy/${typeof policy === 'string' ? policy : policy.id}`, tell('decision.policy', { title }), { policy: null })
  }
  if (asOf !== null) add(`as-of/${asOf}`, tell('decision.as-of', { day: asOf }), { asOf: null })
  for (const number of decisions.numbers ?? []) {
    const target = facts.policies.find(each => each.id === number.policy)?.targets.find(each => each.id === number.target)
    const value = target === undefined ? String(number.value) : quantity(number.value, target.unit, facts.language)
    const text = tell('decision.number', { target: target?.title[facts.language] ?? number.target, value })
    add(`number/${number.policy}/${number.target}/${number.value}`, number.reason === '' ? text : `${text}${aside(number.reason, facts.language)}`, {
      numbers: withoutOwnNumber(decisions.numbers ?? [], number),
    })
  }
  for (const each of mappingParts(mapping, facts)) add(each.id, each.text, { mapping: each.without })
  for (const each of decisions.accepted ?? []) {
    const text = tell('decision.accepted', { finding: checkTitle(each.check, facts.language), subject: each.subject.split('/')[0] ?? '' })
    add(`accepted/${each.check}/${each.subject}/${each.fingerprint}`, `${text}${aside(each.reason, facts.language)}`, {
      accepted: (decisions.accepted ?? []).filter(other => other !== each),
    })
  }
  return found
}

/** Where each decision came from, by its id: what no store brought was made now. */
export function originsOf(decisions: Decisions, brought: Brought): Readonly<Record<string, Origin | 'visit'>> {
  const from = ORIGINS.map(origin => [origin, new Set(idsOf(brought[origin] ?? NO_DECISIONS))] as const)
  return Object.fromEntries(idsOf(decisions).map(id => [id, from.find(([, ids]) => ids.has(id))?.[0] ?? 'visit']))
}

const ORIGINS: readonly Origin[] = ['settings', 'workbook', 'browser']

function idsOf(decisions: Decisions): readonly string[] {
  return listed(decisions, { policies: [], asked: [], language: 'zh-CN' }).map(({ id }) => id)
}

interface MappingPart {
  readonly id: string
  readonly text: string
  readonly without: Mapping
}

function mappingParts(mapping: Mapping, { asked, language }: ListingFacts): readonly MappingPart[] {
  const { tell } = wordsIn(language), parts: MappingPart[] = []
  for (const table of mapping.tables ?? []) {
    const tables = mapping.tables ?? [], instead = (changed: TableMapping) => (isEmpty(changed) ? [] : [changed])
    const replaced = (changed: TableMapping) => withTables(mapping, tables.flatMap(each => (each === table ? instead(changed) : [each])))
    if (table.kind !== undefined) {
      const { kind, ...rest } = table, word = kind === 'ignore' ? KIND_WORDS.other : KIND_WORDS[kind]
      parts.push({ id: `kind/${idOf(table)}/${kind}`, text: tell('decision.kind', { sheet: table.sheet, kind: word[language] }), without: replaced(rest) })
    }
    for (const by of ['columnHeaders', 'columns'] as const) {
      for (const [key, header] of Object.entries(table[by] ?? {}) as readonly (readonly [ColumnKey, string | null])[]) {
        const { [key]: _gone, ...others } = table[by] ?? {}, word = columnWords[key][language]
        const text = header === null ? tell('decision.column-none', { sheet: table.sheet, key: word }) : tell('decision.column', { sheet: table.sheet, key: word, header })
        parts.push({ id: `column/${idOf(table)}/${key}/${header ?? ''}`, text, without: replaced({ ...table, [by]: others }) })
      }
    }
  }
  for (const [field, words] of Object.entries(mapping.words ?? {}) as readonly (readonly [string, Readonly<Record<string, string>>])[]) {
    for (const [word, meaning] of Object.entries(words)) {
      const { [word]: _gone, ...others } = words
      const without = { ...mapping, words: { ...mapping.words, [field]: others } }
      parts.push({ id: `word/${field}/${word}/${meaning}`, text: tell('decision.word', { word, meaning: meaningOf(field, meaning, tell) }), without })
    }
  }
  for (const [written, name] of Object.entries(mapping.communities ?? {})) {
    const { [written]: _gone, ...others } = mapping.communities ?? {}
    parts.push({ id: `community/${written}/${name}`, text: tell('decision.community', { written, name }), without: withPart(mapping, 'communities', others) })
  }
  for (const [id, answer] of Object.entries(mapping.answers ?? {})) {
    const { [id]: _gone, ...others } = mapping.answers ?? {}, question = asked.find(each => each.id === id)
    const choice = question?.choices.find(each => each.id === answer)
    const said = choice === undefined ? answer : say(choice.message, language)
    const text = question === undefined
      ? tell('decision.answer-plain', { question: id, answer })
      : tell('decision.answer', { question: say(question.message, language), answer: said })
    parts.push({ id: `answer/${id}/${answer}`, text, without: withPart(mapping, 'answers', others) })
  }
  return parts
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['employment', 'person.'], ['status', 'person.'], ['college', 'person.college.'], ['politics', 'person.party.'], ['tenure', 'tenure.'],
])

/** A meaning in the person's words; one that this program does not know as it stands. */
function meaningOf(field: string, meaning: string, tell: ReturnType<typeof wordsIn>['tell']): string {
  const key = `${PREFIXES.get(field) ?? ''}${meaning}`
  return isWord(key) ? tell(key) : meaning
}

function withPart(mapping: Mapping, part: 'communities' | 'answers', left: Readonly<Record<string, string>>): Mapping {
  const { [part]: _gone, ...rest } = mapping
  return Object.keys(left).length === 0 ? rest : { ...rest, [part]: left }
}

function withTables(mapping: Mapping, tables: readonly TableMapping[]): Mapping {
  const { tables: _gone, ...rest } = mapping
  return tables.length === 0 ? rest : { ...rest, tables }
}

function isEmpty({ kind, columns = {}, columnHeaders = {} }: TableMapping): boolean {
  return kind === undefined && Object.keys(columns).length === 0 && Object.keys(columnHeaders).length === 0
}

function idOf({ sheet, header, headers }: TableMapping): string {
  return `${sheet}/${header ?? headers?.join('|') ?? ''}`
}

function aside(text: string, language: Language): string {
  return language === 'en' ? ` (${text})` : `（${text}）`
}
