import type { AcceptedFinding } from '../src/core/waiver'
import { maskIds } from '../src/render/mask'
import type { Choices } from './shown'

/** Choices as they come back from a store that others can write to; `null` when they are none. Acceptances that are none are left out. */
export function choicesFrom(value: unknown): Choices | null {
  if (!isRecord(value) || !('policy' in value) || !('asOf' in value) || !isRecord(value['mapping'])) return null
  const { accepted, ...choices } = value as Record<string, unknown> & Choices
  const kept = Array.isArray(accepted) ? (accepted as readonly unknown[]).filter(isAccepted) : []
  return kept.length === 0 ? choices : { ...choices, accepted: kept }
}

/** Nothing was chosen: nothing has to be kept. */
export function isNothing({ policy, asOf, mapping, accepted = [] }: Choices): boolean {
  return policy === null && asOf === null && Object.keys(mapping).length === 0 && accepted.length === 0
}

/** The corrections, answers and acceptances as a mapping file: what the command line's `--mapping` and the workbench read back. Ids of people are masked. */
export function settingsFileText({ mapping, accepted = [] }: Pick<Choices, 'mapping' | 'accepted'>): string {
  return `${maskIds(JSON.stringify({ ...mapping, ...(accepted.length === 0 ? {} : { accepted }) }, null, 2))}\n`
}

/** 社区.xlsx -> 社区.设置.json */
export function settingsFileName(workbook: string, word: string): string {
  return `${workbook.replace(/\.[^.]*$/, '')}.${word}.json`
}

function isAccepted(value: unknown): value is AcceptedFinding {
  return isRecord(value) && ['check', 'subject', 'reason', 'fingerprint'].every(name => typeof value[name] === 'string') && (value['acceptedOn'] === undefined || typeof value['acceptedOn'] === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
