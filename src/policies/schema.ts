import * as z from 'zod/mini'
import { parseDay } from '../core/day'
import type { Message } from '../core/message'
import type { Policy } from '../core/plan'
import { message } from '../messages'
import { parseJson, problemsOf } from './schema-problems'

// No code made at run time: the pane's content security policy forbids it.
z.config({ jitless: true })

const text = z.string().check(z.trim(), z.minLength(1))
const localText = z.strictObject({ 'zh-CN': text, en: text })
const day = z.string().check(z.refine(value => parseDay(value) !== null))
const id = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
const severity = z.enum(['error', 'warning', 'info'])
const positive = z.number().check(z.positive())
const nonnegative = z.number().check(z.nonnegative())

const citation = z.strictObject({ source: text, clause: text, quote: text, verified: z.boolean(), seen: z.optional(z.enum(['original', 'report', 'summary', 'none', 'own'])) })

const brackets = z.strictObject({
  by: z.enum(['households', 'population']),
  steps: z.array(z.strictObject({ below: positive, value: nonnegative })).check(z.minLength(1)),
  beyond: z.strictObject({ value: nonnegative, add: z.optional(z.number()), each: z.optional(positive) }),
})

const datedValue = z.strictObject({
  from: day, dayAssumed: z.optional(z.literal(true)), to: z.optional(day), value: z.union([nonnegative, brackets]), citation,
})

const target = z.strictObject({
  id, figure: id, title: localText,
  comparison: z.enum(['at-least', 'at-most', 'exactly']),
  unit: z.enum(['person', 'share', 'year', 'm2', 'room', 'community', 'person-per-10000', 'm2-per-100-households', 'household-per-person', 'yuan', 'yuan-per-1000-households']),
  scope: z.enum(['community', 'overall', 'both', 'region']),
  appliesTo: z.optional(z.enum(['new-built'])),
  basis: z.optional(z.enum(['usable', 'built', 'any'])),
  severity: z.optional(z.strictObject({ community: z.optional(severity), overall: z.optional(severity) })),
  history: z.array(datedValue).check(z.minLength(1)),
})

/** A policy file. Strict: a misspelt key is an error, not a silent default. */
export const policySchema = z.strictObject({
  id,
  title: localText,
  year: z.int().check(z.minimum(1949), z.maximum(2100)),
  sources: z.record(
    z.string(),
    z.strictObject({
      title: text,
      number: z.optional(text),
      date: z.optional(day),
      month: z.optional(text),
      year: z.optional(text),
      reported: z.optional(day),
      issuer: z.optional(text),
      address: z.optional(text),
      reportedBy: z.optional(text),
      excerpt: z.optional(text),
    }),
  ),
  targets: z.array(target).check(z.minLength(1)),
  rates: z.array(z.strictObject({ id: text, title: localText, value: z.number(), unit: text, citation, derived: z.optional(z.boolean()) })),
  readings: z.optional(
    z.strictObject({
      rooms: z.optional(z.enum(['shared-allowed', 'each-own'])),
      education: z.optional(z.enum(['any', 'full-time-only'])),
      usableCoefficient: z.optional(positive.check(z.maximum(1))),
    }),
  ),
  note: z.optional(localText),
})

export type PolicyResult = { readonly policy: Policy } | { readonly problems: readonly Message[] }

/**
 * Reads a user's own policy file.
 * @param figures ids of the figures that exist: a target can only hold one of them
 * @returns the policy, or what is wrong, each with the path in the file (`targets[2].history[0].value`) and what was expected there
 */
export function parsePolicy(json: string, figures: readonly string[]): PolicyResult {
  const parsed = parseJson(json)
  if ('problem' in parsed) return { problems: [parsed.problem] }
  const result = policySchema.safeParse(parsed.data)
  if (!result.success) return { problems: problemsOf(result.error, parsed.data) }
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
