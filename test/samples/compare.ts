import { check } from '../../src/check'
import type { CheckOptions } from '../../src/check'
import type { Report, UnitReport } from '../../src/core/report'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { workbook } from '../workbooks/workbook'
import type { Book } from '../workbooks/workbook'
import type { Acceptance, TrueCommunity } from '../workbooks/acceptance'

/** Reads and checks bytes as the program does. */
export async function checked(file: Uint8Array | Book, name: string, options: Partial<CheckOptions> = {}): Promise<Report> {
  const bytes = file instanceof Uint8Array ? file : workbook(file)
  return check(await readWorkbookBytes(bytes, name), { policy: defaultPolicy, ...options })
}

/** The figures of one unit by the names of the truth. */
export function figuresOf(unit: UnitReport): Readonly<Record<string, number | string | null>> {
  const { formal, contracted, undecided, counted, college, partyLeague, averageAge } = unit.headcount
  return {
    formal,
    contracted,
    undecided,
    counted,
    college,
    partyLeague,
    averageAge,
    usableArea: unit.premises?.usableArea ?? null,
    rooms: unit.premises?.rooms ?? null,
    ...Object.fromEntries(unit.judgements.map(judgement => [judgement.target.id, judgement.verdict])),
  }
}

/** Everything in which a report departs from the truth, a line each; none is right. */
export function departures(report: Report, truth: Acceptance): string[] {
  const found: string[] = []
  const compare = (where: string, want: TrueCommunity, unit: UnitReport | undefined): void => {
    if (unit === undefined) return void found.push(`${where}: not found`)
    const have = figuresOf(unit)
    const { name: _name, communities: _communities, verdicts, ...figures } = want
    for (const [key, expected] of Object.entries({ ...figures, ...verdicts })) {
      const actual = have[key] ?? null
      if (expected === 'skip' || same(expected, actual)) continue
      found.push(`${where}: ${key} is ${String(actual)}, should be ${JSON.stringify(expected)}`)
    }
  }
  const names = report.communities.map(unit => unit.name).toSorted().join(' ')
  const wanted = truth.communities.map(community => community.name ?? '').toSorted().join(' ')
  if (names !== wanted) found.push(`communities are ${names}, should be ${wanted}`)
  for (const community of truth.communities) compare(community.name ?? '', community, report.communities.find(unit => unit.name === community.name))
  if (truth.overall !== null) compare('the whole', truth.overall, report.overall)
  if (truth.people !== null) {
    const rows = report.reading.tables.filter(table => table.kind === 'staff' && !['hidden', 'salary'].includes(truth.sheets[table.sheet] ?? '')).reduce((sum, table) => sum + table.rowsRead, 0)
    if (rows < truth.people.min || rows > truth.people.max) found.push(`${String(rows)} rows of people, should be ${String(truth.people.min)} to ${String(truth.people.max)}`)
  }
  for (const table of report.reading.tables) {
    const role = truth.sheets[table.sheet]
    if ((role === 'decoy' || role === 'salary') && (table.kind === 'staff' || table.kind === 'premises') && table.counted) found.push(`${table.sheet} was taken for ${table.kind}`)
  }
  return found
}

function same(expected: unknown, actual: number | string | null): boolean {
  if (typeof expected === 'object' && expected !== null && 'oneOf' in expected && Array.isArray(expected.oneOf)) return expected.oneOf.some(one => same(one, actual))
  return typeof expected === 'number' && typeof actual === 'number' ? Math.abs(expected - actual) < 1e-9 : expected === actual
}
