import * as z from 'zod'

/** The one source of `docs/report.schema.json`: the JSON of `check`, as the command line writes it. Strict at every level that is fixed. */
const number = z.number().nullable(), text = z.string()
const severity = z.enum(['error', 'warning', 'info']), verdict = z.enum(['met', 'missed', 'surplus', 'unknown']), seen = z.enum(['original', 'report', 'summary', 'none', 'own'])
const verdicts = z.record(text, verdict)

const figures = {
  formal: z.int(), contracted: z.int(), undecided: z.int(), unknownKind: z.int(), counted: z.int(), vacant: z.int(), left: z.int(),
  college: z.int(), collegeShare: number.describe('0..1, unrounded'), collegeBlank: z.int(), averageAge: number.describe('full years at asOf, unrounded mean'), ageBlank: z.int(),
  partyLeague: z.int(), partyLeagueShare: number.describe('0..1, unrounded'), partyLeagueBlank: z.int(),
  usableArea: number.describe('m2'), builtArea: number.describe('m2'), ownArea: number.describe('m2'), plannedArea: number.describe('m2 at the end of the plan: own and in building'), rooms: z.int().nullable(),
  roomStates: z.record(text, z.enum(['present', 'shared', 'absent', 'unknown'])).nullable(), tenure: text.nullable(), demolition: z.boolean().nullable(),
  gapNow: number.describe('m2'), gapPlanned: number.describe('m2'), gapWhenBuilt: number.describe('m2'), sites: z.int(), verdicts,
}
const range = z.strictObject({ low: z.number(), high: z.number() })

const judgement = z.strictObject({
  target: text,
  verdict,
  actual: number,
  expected: number,
  difference: number,
  range: range.nullable(),
  parts: z.strictObject({ part: z.number(), whole: z.number(), needed: z.number() }).nullable(),
  text,
  assumptions: z.array(text),
  cells: z.array(z.strictObject({ sheet: text, cells: text.nullable() })),
  lacking: z.int(),
  verified: z.boolean().nullable(),
  seen: seen.nullable(),
  gap: z.strictObject({
    short: z.number(), over: z.number(), open: z.int(), unit: z.enum(['target', 'heads']).describe('the unit of the target, or people who have yet to reach a share'),
  }).nullable().describe('what the communities lack together and have too many of, each apart; usable area: in the plan'),
})

const table = z.strictObject({
  kind: z.enum(['staff', 'premises', 'community', 'staffing-summary', 'pay', 'budget', 'fund', 'funding-sources', 'other']),
  sheet: text,
  header: text,
  body: text.nullable(),
  columns: z.record(text, text).describe('column letter by key'),
  rows: z.int(),
  skipped: z.array(z.strictObject({ row: z.int(), to: z.int().optional(), why: text })),
  unit: text.nullable(),
  hidden: z.literal(true).optional(),
  turned: z.literal(true).optional(),
  counted: z.boolean(),
  title: text.nullable(),
  reason: text.nullable(),
  headers: z.array(z.strictObject({ column: text, header: text, key: text.nullable(), by: text })),
})

const content = z.union([
  text,
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ formula: text, value: z.unknown() }),
  z.strictObject({ error: text }),
])
const finding = z.strictObject({
  check: text,
  severity,
  sheet: text.nullable(),
  cell: text.nullable(),
  related: z.array(text),
  subject: text,
  message: text.describe('a key'),
  params: z.record(text, z.unknown()),
  text: text.describe('the sentence in the chosen language'),
  evidence: z
    .strictObject({
      actual: z.union([text, z.number()]).nullable(),
      expected: z.union([text, z.number()]).nullable(),
      difference: number,
      source: z
        .strictObject({ id: text, source: text, clause: text, quote: text, verified: z.boolean(), seen: seen.optional() })
        .nullable(),
      unit: text.nullable().optional(),
      votes: z.strictObject({ agree: z.int(), of: z.int() }).optional(),
    })
    .nullable(),
  fix: z
    .strictObject({
      safe: z.boolean(),
      changes: z.array(
        z.looseObject({ sheet: text.optional(), cell: text.optional(), before: content.optional(), after: content.optional() }),
      ),
    })
    .nullable(),
  fingerprint: text,
  accepted: z.strictObject({ reason: text, acceptedOn: text.optional() }).optional(),
})

const answer = z.union([text, z.number()])
const hires = z.looseObject({
  community: text.nullable(),
  formal: z.int(),
  contracted: z.int(),
  college: z.int(),
  collegeBeyond: z.int(),
  partyLeague: z.int(),
  partyLeagueBeyond: z.int(),
  ageSum: number,
  ageReachable: z.boolean(),
  reachable: z.boolean(),
})

export const reportSchema = z.strictObject({
  plancheck: z.literal(1),
  file: text,
  asOf: text,
  asOfFrom: z.enum(['argument', 'stated', 'policy-year']),
  policy: text,
  ownNumbers: z.record(text, z.strictObject({ value: z.unknown(), reason: text, was: z.unknown() })).describe('values of the standard that a person set otherwise, by target'),
  summary: text,
  tables: z.array(table),
  communities: z.array(z.looseObject({ name: text, label: text, ...figures })),
  overall: z.looseObject({ communities: z.int(), ...figures, judgements: z.array(judgement) }),
  findings: z.array(finding),
  questions: z.array(
    z.strictObject({
      id: text,
      kind: text,
      text,
      places: z.array(text),
      choices: z.array(z.strictObject({ id: text, text })),
      assumed: text.nullable(),
    }),
  ),
  notices: z.array(
    z.strictObject({ message: text, params: z.record(text, z.unknown()), sheet: text.nullable(), cell: text.nullable(), text }),
  ),
  checked: z.strictObject({
    formulas: z.int(),
    totals: z.array(
      z.strictObject({
        sheet: text,
        cell: text,
        parts: z.array(text),
        relation: z.enum(['sum', 'average', 'share', 'difference', 'product']),
        holds: z.boolean(),
        agree: z.int(),
        of: z.int(),
      }),
    ),
    pairs: z.array(z.strictObject({ from: text, against: text, what: text, holds: z.boolean() })),
    not: z.array(z.strictObject({ sheet: text.nullable(), cell: text.nullable(), check: text, why: text, text })),
  }),
  sensitivity: z.looseObject({
    questions: z.array(
      z.looseObject({
        id: text,
        kind: text,
        sheet: text.nullable(),
        cell: text.nullable(),
        community: text.nullable(),
        assumed: answer.nullable(),
        answers: z.array(answer),
      }),
    ),
    verdicts: z.array(
      z.looseObject({
        community: text.nullable(),
        target: text,
        verdict,
        outcomes: z.array(verdict),
        turn: z.array(z.strictObject({ question: text, answer })),
      }),
    ),
    clarify: z.array(text),
    clarifyExact: z.boolean().optional(),
  }),
  plan: z.looseObject({ hires: z.array(hires) }),
  counts: z.strictObject({
    met: z.int(),
    missed: z.int(),
    surplus: z.int(),
    unknown: z.int(),
    error: z.int(),
    warning: z.int(),
    info: z.int(),
    accepted: z.int(),
    rowsRead: z.int(),
    rowsSkipped: z.int(),
  }),
})

/** The schema as JSON Schema, for programs that read the report. */
export function reportJsonSchema(): string {
  return `${JSON.stringify({ title: 'The JSON of plancheck check', ...z.toJSONSchema(reportSchema) }, null, 1)}\n`
}
