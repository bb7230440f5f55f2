import * as z from 'zod/mini'
import { COLUMN_KEYS } from '../core/columns'
import type { Message } from '../core/message'
import { BUDGET_MEANINGS } from '../core/budget-meaning'
import { parseDay } from '../core/day'
import type { OwnNumber } from '../core/own-number'
import type { Mapping } from '../core/mapping'
import type { AcceptedFinding } from '../core/waiver'
import { parseJson, problemsOf } from './schema-problems'

z.config({ jitless: true })

const text = z.string().check(z.trim(), z.minLength(1))
const words = <Choice extends string>(choices: readonly [Choice, ...Choice[]]) => z.optional(z.record(z.string(), z.enum(choices)))

const table = z.strictObject({
  sheet: text,
  header: z.optional(z.string().check(z.regex(/^\$?[A-Za-z]{1,3}\$?\d+(:\$?[A-Za-z]{1,3}\$?\d+)?$/))),
  headers: z.optional(z.array(z.string())),
  kind: z.optional(z.enum(['staff', 'premises', 'community', 'staffing-summary', 'pay', 'budget', 'fund', 'funding-sources', 'other', 'ignore'])),
  columns: z.optional(z.partialRecord(z.enum(COLUMN_KEYS), z.nullable(z.string().check(z.regex(/^[A-Za-z]{1,3}$/))))),
  columnHeaders: z.optional(z.partialRecord(z.enum(COLUMN_KEYS), z.nullable(text))),
})

const accepted = z.strictObject({
  check: text,
  subject: text,
  reason: text,
  fingerprint: text,
  acceptedOn: z.optional(z.string().check(z.refine(day => parseDay(day) !== null))),
})

const number = z.strictObject({
  policy: text,
  target: text,
  value: z.number().check(z.nonnegative()),
  reason: z.string(),
  setOn: z.optional(z.string().check(z.refine(day => parseDay(day) !== null))),
})

/** A mapping file. Strict: a misspelt key is an error, not a silent default. */
export const mappingSchema = z.strictObject({
  tables: z.optional(z.array(table)),
  words: z.optional(z.strictObject({
    employment: words(['formal', 'contracted', 'undecided', 'unknown', 'not-staff']),
    status: words(['present', 'vacant', 'left', 'leave', 'seconded-out']),
    college: words(['yes', 'no']),
    politics: words(['yes', 'no']),
    tenure: words(['own', 'rented', 'borrowed', 'shared', 'in-building', 'to-be-demolished', 'none', 'unclear', 'blank']),
    budget: words(BUDGET_MEANINGS),
  })),
  communities: z.optional(z.record(z.string(), text)),
  answers: z.optional(z.record(z.string(), z.string())),
  accepted: z.optional(z.array(accepted)),
  numbers: z.optional(z.array(number)),
})

/** What a mapping file says of the workbook, and which findings it accepts. */
export interface MappingFile {
  readonly mapping: Mapping
  readonly accepted: readonly AcceptedFinding[]
  readonly numbers: readonly OwnNumber[]
}

/** Reads a user's mapping file, or says what is wrong with it and where. */
export function parseMapping(json: string): MappingFile | { readonly problems: readonly Message[] } {
  const parsed = parseJson(json)
  if ('problem' in parsed) return { problems: [parsed.problem] }
  const result = mappingSchema.safeParse(parsed.data)
  if (!result.success) return { problems: problemsOf(result.error, parsed.data) }
  const { accepted: acceptances = [], numbers = [], ...mapping } = result.data
  return { mapping: mapping as Mapping, accepted: acceptances as AcceptedFinding[], numbers: numbers as OwnNumber[] }
}
