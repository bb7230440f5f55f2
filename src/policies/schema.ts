import { z } from 'zod'
import { parseDay } from '../core/day'
import type { Message } from '../core/message'
import type { Policy } from '../core/plan'
import { message } from '../messages'
import { parseJson, problemsOf } from './schema-problems'

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
