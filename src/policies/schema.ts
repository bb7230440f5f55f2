import { z } from 'zod'
import { parseDay } from '../core/day'
import type { LocalText, Policy } from '../core/plan'
import type { Message, MessageParam } from '../core/message'
import { message } from '../messages'

// No code made at run time: the pane's content security policy forbids it.
z.config({ jitless: true })

const text = z.string().trim().min(1)
const localText = z.strictObject({ 'zh-CN': text, en: text })
const day = z.string().refine(value => parseDay(value) !== null, { params: { expected: 'day' } })
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const severity = z.enum(['error', 'warning', 'info'])
const finite = z.number()

const citation = z.strictObject({ source: text, clause: text, quote: text, verified: z.boolean() })

const brackets = z.strictObject({
  by: z.enum(['households', 'population']),
  steps: z.array(z.strictObject({ below: finite.positive(), value: finite.nonnegative() })).min(1),
  beyond: z.strictObject({ value: finite.nonnegative(), add: finite.optional(), each: finite.positive().optional() }),
})

const datedValue = z.strictObject({ from: day, to: day.optional(), value: z.union([finite.nonnegative(), brackets]), citation })

const target = z.strictObject({
  id, figure: id, title: localText,
  comparison: z.enum(['at-least', 'at-most', 'exactly']),
  unit: z.enum(['person', 'share', 'year', 'm2', 'room', 'community', 'person-per-10000', 'm2-per-100-households', 'household-per-person', 'yuan', 'yuan-per-1000-households']),
  scope: z.enum(['community', 'overall', 'both']),
  severity: z.strictObject({ community: severity.optional(), overall: severity.optional() }).optional(),
  history: z.array(datedValue).min(1),
})

/** A policy file. Strict: a misspelt key is an error, not a silent default. */
export const policySchema = z.strictObject({
  id, title: localText,
  year: z.int().min(1949).max(2100),
  sources: z.record(z.string(), z.strictObject({ title: text, number: text.optional(), date: day.optional(), issuer: text.optional() })),
  targets: z.array(target).min(1),
  rates: z.array(z.strictObject({ id: text, title: localText, value: finite, unit: text, citation })),
  readings: z.strictObject({
    rooms: z.enum(['shared-allowed', 'each-own']).optional(),
    education: z.enum(['any', 'full-time-only']).optional(),
    usableCoefficient: finite.positive().max(1).optional(),
  }).optional(),
  note: localText.optional(),
})

export type PolicyResult = { readonly policy: Policy } | { readonly problems: readonly Message[] }

/**
 * Reads a user's own policy file.
 * @param figures ids of the figures that exist: a target can only hold one of them
 * @returns the policy, or what is wrong, each with the path in the file (`targets[2].history[0].value`) and what was expected there
 */
export function parsePolicy(json: string, figures: readonly string[]): PolicyResult {
  let data: unknown
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { problems: [notJson(json, error)] }
  }
  const result = policySchema.safeParse(data)
  if (!result.success) return { problems: result.error.issues.flatMap(issue => problemOf(issue, data)) }
  // Optional keys: zod writes `| undefined`, the file cannot hold it.
  const policy = result.data as Policy
  const problems = crossProblems(policy, figures)
  return problems.length > 0 ? { problems } : { policy }
}

/** What the shape alone cannot tell: keys that point elsewhere, order of days, ids used twice. */
function crossProblems(policy: Policy, figures: readonly string[]): Message[] {
  const problems: Message[] = []
  const seen = new Set<string>()
  policy.targets.forEach((each, t) => {
    const path = `targets[${t}]`
    if (seen.has(each.id)) problems.push(message('policy.twice', { path: `${path}.id`, id: each.id }))
    seen.add(each.id)
    if (!figures.includes(each.figure)) problems.push(message('policy.one-of', { path: `${path}.figure`, choices: figures, found: each.figure }))
    each.history.forEach((value, h) => {
      const before = each.history[h - 1]
      if (before !== undefined && (before.to ?? before.from) >= value.from) problems.push(message('policy.order', { path: `${path}.history[${h}].from`, found: value.from }))
      if (value.to !== undefined && value.to < value.from) problems.push(message('policy.order', { path: `${path}.history[${h}].to`, found: value.to }))
      problems.push(...sourceProblem(policy, value.citation.source, `${path}.history[${h}].citation.source`))
      if (typeof value.value === 'object') value.value.steps.forEach((step, s) => {
        const previous = typeof value.value === 'object' ? value.value.steps[s - 1] : undefined
        if (previous !== undefined && previous.below >= step.below) problems.push(message('policy.steps', { path: `${path}.history[${h}].value.steps[${s}].below`, found: step.below }))
      })
    })
  })
  policy.rates.forEach((rate, r) => problems.push(...sourceProblem(policy, rate.citation.source, `rates[${r}].citation.source`)))
  return problems
}

function sourceProblem(policy: Policy, source: string, path: string): Message[] {
  return Object.hasOwn(policy.sources, source) ? [] : [message('policy.one-of', { path, choices: Object.keys(policy.sources), found: source })]
}

type Issue = z.core.$ZodIssue

/** One of zod's findings in our words. */
function problemOf(issue: Issue, data: unknown): Message[] {
  const path = pathName(issue.path), found = foundAt(data, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => message('policy.unknown-key', { path: pathName([...issue.path, key]) }))
    case 'invalid_value':
      return [message('policy.one-of', { path, choices: issue.values.map(String), found })]
    case 'invalid_type':
      return [found === null ? message('policy.missing', { path, expected: expectedType(issue.expected) }) : message('policy.expected', { path, expected: expectedType(issue.expected), found })]
    case 'too_small':
      return [message('policy.at-least', { path, least: Number(issue.minimum), found })]
    case 'too_big':
      return [message('policy.at-most', { path, most: Number(issue.maximum), found })]
    case 'invalid_union':
      return [message(found === null ? 'policy.missing' : 'policy.expected', { path, expected: { 'zh-CN': '不小于 0 的数，或按户数分档的数值', en: 'a number of 0 or more, or steps by size' }, found })]
    case 'invalid_format':
      return [message('policy.expected', { path, expected: { 'zh-CN': '小写字母、数字和连字符', en: 'lower-case letters, digits and hyphens' }, found })]
    default:
      return [message('policy.expected', { path, expected: { 'zh-CN': '日期，形如 2023-12-31', en: 'a day such as 2023-12-31' }, found })]
  }
}

const TYPES: Readonly<Record<string, LocalText>> = {
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': 'true 或 false', en: 'true or false' },
  array: { 'zh-CN': '列表 [ ]', en: 'a list [ ]' },
  object: { 'zh-CN': '对象 { }', en: 'an object { }' },
  record: { 'zh-CN': '对象 { }', en: 'an object { }' },
}

function expectedType(name: string): MessageParam {
  return TYPES[name] ?? name
}

/** `targets[2].history[0].value`; the file itself is `/`. */
function pathName(path: readonly PropertyKey[]): string {
  let name = ''
  for (const part of path) name += typeof part === 'number' ? `[${part}]` : name === '' ? String(part) : `.${String(part)}`
  return name === '' ? '/' : name
}

/** What stands at the path, short enough for a sentence; `null` when nothing does. */
function foundAt(data: unknown, path: readonly PropertyKey[]): string | null {
  let value: unknown = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return null
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part]
  }
  if (value === undefined) return null
  const shown = JSON.stringify(value)
  return shown.length > 40 ? `${shown.slice(0, 39)}…` : shown
}

/** Line and column where the JSON breaks, when the engine tells the position. */
function notJson(json: string, error: unknown): Message {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')
  if (position === null) return message('policy.not-json', { line: json.split('\n').length, column: 1 })
  const before = json.slice(0, Number(position[1])).split('\n')
  return message('policy.not-json', { line: before.length, column: (before.at(-1) ?? '').length + 1 })
}
