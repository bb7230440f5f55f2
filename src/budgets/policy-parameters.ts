import { parseDay, serialOfDay } from '../core/day'
import { ownValue } from '../core/own-value'
import { valueInForce } from '../core/plan'
import type { Citation, Policy, Target } from '../core/plan'
import { NOT_ASKED } from './context'
import type { BudgetContext } from './context'
import { SCENARIOS, unitCost } from './parameters'
import type { ParameterId } from './parameter-id'
import type { ParameterValue, ParameterValues } from './parameters'

/** Targets of a policy that are parameters of the sheets. */
const TARGETS: Readonly<Record<string, ParameterId>> = {
  'formal-count': 'StdFormal', 'contracted-count': 'StdContract', 'college-share': 'StdCollege', 'average-age': 'StdAge', 'party-league-share': 'StdParty',
  'usable-area': 'StdArea', 'required-rooms': 'StdRooms', 'community-count': 'NCommunity', 'model-communities': 'StdModel',
}

const COMPARISONS: Readonly<Record<Target['comparison'], string>> = { 'at-least': '≥', 'at-most': '≤', exactly: '=' }

/** Rates of a policy: sums of money are yuan there and 万元 on the sheets. */
const RATES: Readonly<Record<string, readonly [id: ParameterId, scale: number]>> = {
  formalPay: ['PayFormal', 1e-4], formalPersons: ['HeadFormal', 1], contractedPay: ['PayContract', 1e-4], contractedPersons: ['HeadContract', 1], statedTotal: ['StatedTotal', 1e-4],
  subsidy: ['Subsidy', 1e-4], principals: ['Principals', 1], fundRate: ['FundRate', 1], premisesYears: ['ProgrammeYears', 1],
}

/**
 * Standards and, where asked for, rates of a policy as parameter values with their sources.
 * @param options.rates the policy's money is sample input: never a default for a real user
 */
export function policyParameters(
  policy: Policy,
  options: { readonly rates: boolean; readonly asOf: string; readonly dateSystem?: 1900 | 1904 },
): ParameterValues {
  const values: Partial<Record<ParameterId, ParameterValue>> = {}
  const asOf = parseDay(options.asOf) ?? policy.year * 10_000 + 1231
  values.AsOf = { value: serialOfDay(Math.floor(asOf / 10_000), Math.floor(asOf / 100) % 100, asOf % 100, options.dateSystem ?? 1900) }
  for (const target of policy.targets) {
    const id = ownValue(TARGETS, target.id)
    const value = valueInForce(target, options.asOf)?.entry
    if (id === undefined || value === undefined || typeof value.value !== 'number') continue
    values[id] = { value: value.value, comparison: COMPARISONS[target.comparison], ...cited(policy, value.citation) }
  }
  // What the standard does not ask is said; a blank would count as 0 in every comparison.
  for (const id of Object.values(TARGETS)) values[id] ??= { value: NOT_ASKED, comparison: '' }
  if (policy.readings?.usableCoefficient !== undefined) values.UseCoef = { value: policy.readings.usableCoefficient }
  for (const rate of policy.rates) {
    const [id, scale] = ownValue(RATES, rate.id) ?? []
    if (id === undefined || scale === undefined) continue
    // The rate of the fund and the length of the programme are rules of the plan, not sums of a place and year.
    if (!options.rates && id !== 'FundRate' && id !== 'ProgrammeYears') continue
    values[id] = { value: scale === 1 ? rate.value : Number((rate.value * scale).toPrecision(15)), ...cited(policy, rate.citation) }
  }
  return values
}

/** What the program assumes, and what it works out: the same in the template and in a person's workbook. */
export function assumedParameters(context: BudgetContext): ParameterValues {
  const mean = (pay: ParameterId, heads: ParameterId, kind: 'formal' | 'contracted') => ({ value: { formula: `=${unitCost(context.parameter(pay), context.parameter(heads), context.sources.wholePay(kind))}` } })
  return {
    UnitFormal: mean('PayFormal', 'HeadFormal', 'formal'),
    UnitContract: mean('PayContract', 'HeadContract', 'contracted'),
    FirstYear: { value: { formula: `=YEAR(${context.parameter('AsOf')})+1` } },
    CollectRate: { value: 1, remark: '足额收取' },
    FundShare: { value: 1, remark: '全部用于社区用房' },
    Scenario: { value: SCENARIOS.none },
  }
}

function cited(policy: Policy, citation: Citation): { readonly source: string; readonly verified: boolean } {
  const source = policy.sources[citation.source]
  return { source: [source?.title ?? '', citation.clause.replace(/（[^（）]*）/g, '')].filter(text => text !== '').join('，'), verified: citation.verified }
}
