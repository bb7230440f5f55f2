import { parseDay } from '../core/day'
import { decisionCount, decisionsFrom } from '../core/decisions'
import type { Language } from '../core/message'
import type { OwnNumber } from '../core/own-number'
import type { Policy } from '../core/plan'
import type { Mapping } from '../core/mapping'
import type { Snapshot } from '../core/snapshot'
import type { AcceptedFinding } from '../core/waiver'
import { say } from '../messages'
import { defaultPolicy, loadPolicy, policyIds } from '../policies'
import { valueOf } from './arguments'
import type { Arguments, OptionSpec } from './arguments'
import { isDirectory, readText } from './files'
import { UsageError } from './usage-error'

/** Options that say by what a workbook is checked: shared by the verbs that check. */
export const JUDGING_OPTIONS: readonly OptionSpec[] = [
  { name: 'policy', value: 'ID|FILE.json', help: 'option-policy' },
  { name: 'as-of', value: 'YYYY-MM-DD', help: 'option-as-of' },
  { name: 'mapping', value: 'FILE.json', help: 'option-mapping' },
  { name: 'ignore-decisions', help: 'option-ignore-decisions' },
]

export interface JudgingSettings {
  readonly policy: Policy
  readonly asOf?: string
  readonly mapping?: Mapping
  readonly varyAsOf?: boolean
  /** Findings that the mapping file accepts. */
  readonly accepted?: readonly AcceptedFinding[]
  /** Values of the standard that a person set otherwise. */
  readonly numbers?: readonly OwnNumber[]
  /** What was given on the command line: it goes before what the workbook itself keeps. */
  readonly given: { readonly policy: boolean; readonly mapping: boolean; readonly ignoreKept: boolean }
}

/** Reads policy, day and mapping from the options. @throws UsageError */
export async function judgingSettings(given: Arguments, language: Language): Promise<JudgingSettings> {
  const asOf = dayOf(given, 'as-of'), mapping = valueOf(given, 'mapping')
  return {
    policy: await policyOf(valueOf(given, 'policy'), language),
    given: { policy: valueOf(given, 'policy') !== undefined, mapping: mapping !== undefined, ignoreKept: given.options.has('ignore-decisions') },
    ...(asOf === undefined ? {} : { asOf }),
    ...(given.options.has('vary-as-of') ? { varyAsOf: true } : {}),
    ...(mapping === undefined ? {} : await mappingOf(mapping, language)),
  }
}

/**
 * The settings for one workbook: what the workbook itself keeps of a person's decisions holds too, as in Excel and in the workbench,
 * unless the command line says otherwise.
 * @returns the settings, and how many kept decisions hold
 */
export async function settingsFor(snapshot: Pick<Snapshot, 'decisions'>, settings: JudgingSettings): Promise<{ readonly settings: JudgingSettings; readonly kept: number }> {
  const kept = settings.given.ignoreKept ? null : decisionsFrom(snapshot.decisions)
  if (kept === null) return { settings, kept: 0 }
  const { given } = settings, { mapping, accepted = [], numbers = [] } = kept
  const policy = given.policy || typeof kept.policy !== 'string' ? null : await loadPolicy(kept.policy)
  const asOf = settings.asOf === undefined && kept.asOf !== null && parseDay(kept.asOf) !== null ? kept.asOf : null
  const held = {
    policy: policy === null ? null : policy.id,
    asOf,
    mapping: given.mapping ? {} : mapping,
    accepted: given.mapping ? [] : accepted,
    numbers: given.mapping ? [] : numbers,
  }
  return {
    settings: {
      ...settings,
      ...(policy === null ? {} : { policy }),
      ...(asOf === null ? {} : { asOf }),
      ...(given.mapping ? {} : { mapping, accepted, numbers }),
    },
    kept: decisionCount(held),
  }
}

/** The day of an option. @throws UsageError when it is no real day */
export function dayOf(given: Arguments, name: string): string | undefined {
  const day = valueOf(given, name)
  if (day !== undefined && parseDay(day) === null) throw new UsageError('error-day', { option: `--${name}`, found: day })
  return day
}

/** A shipped standard by its id, or the user's own file. The schema is loaded for the latter alone. */
export async function policyOf(name: string | undefined, language: Language): Promise<Policy> {
  if (name === undefined) return defaultPolicy
  const shipped = await loadPolicy(name)
  if (shipped !== null) return shipped
  if (!/\.json$/i.test(name) || (await isDirectory(name))) throw new UsageError('error-policy', { id: name, ids: policyIds })
  const [{ parsePolicy }, { figureIds }] = await Promise.all([import('../policies/schema'), import('../judge/figures')])
  const result = parsePolicy(await readText(name), figureIds)
  if ('policy' in result) return result.policy
  throw new UsageError('error-policy-file', { file: name, problems: result.problems.map(problem => `  ${say(problem, language)}`).join('\n') })
}

async function mappingOf(path: string, language: Language): Promise<Required<Pick<JudgingSettings, 'mapping' | 'accepted' | 'numbers'>>> {
  const { parseMapping } = await import('../policies/mapping-schema')
  const result = parseMapping(await readText(path))
  if ('mapping' in result) return result
  throw new UsageError('error-mapping-file', { file: path, problems: result.problems.map(problem => `  ${say(problem, language)}`).join('\n') })
}
