import type { Day } from './day'
import type { Finding } from './finding'
import type { MessageParam } from './message'

/**
 * A finding that a person accepted (豁免), with the reason. It names the finding by its check and subject, and what was accepted by a fingerprint:
 * when the value behind the finding changes, the acceptance lapses. No personal data: subjects hold none, and the fingerprint is a hash.
 */
export interface AcceptedFinding {
  readonly check: string
  readonly subject: string
  readonly reason: string
  /** `fingerprintOf` the finding when it was accepted. */
  readonly fingerprint: string
  /** The day on which it was accepted, where that was noted. */
  readonly acceptedOn?: Day
}

/** What became of the acceptances when they were held against a report's findings. */
export interface AcceptedOutcome {
  /** All findings in their order, the accepted ones marked. */
  readonly findings: readonly Finding[]
  /** Acceptances of a finding that is still there with another value behind it. */
  readonly lapsed: readonly { readonly accepted: AcceptedFinding; readonly finding: Finding }[]
  /** Acceptances of findings that did not occur at all. */
  readonly gone: readonly AcceptedFinding[]
}

/** Marks the findings that a person accepted. An acceptance holds for every finding of its check and subject with the very same content. */
export function accept(findings: readonly Finding[], acceptances: readonly AcceptedFinding[]): AcceptedOutcome {
  if (acceptances.length === 0) return { findings, lapsed: [], gone: [] }
  const byKey = new Map<string, AcceptedFinding[]>()
  for (const each of acceptances) {
    const key = keyOf(each), known = byKey.get(key)
    if (known === undefined) byKey.set(key, [each])
    else known.push(each)
  }
  const used = new Set<AcceptedFinding>(), changed = new Map<AcceptedFinding, Finding>()
  const marked = findings.map((finding): Finding => {
    const told = byKey.get(keyOf({ check: finding.rule, subject: finding.subject }))
    if (told === undefined) return finding
    const fingerprint = fingerprintOf(finding), found = told.findLast(each => each.fingerprint === fingerprint)
    if (found === undefined) {
      for (const each of told) if (!changed.has(each)) changed.set(each, finding)
      return finding
    }
    // An older acceptance of the same finding is replaced, not lapsed.
    for (const each of told) used.add(each)
    return { ...finding, accepted: { reason: found.reason, ...(found.acceptedOn === undefined ? {} : { acceptedOn: found.acceptedOn }) } }
  })
  const lapsed: { accepted: AcceptedFinding; finding: Finding }[] = [], gone: AcceptedFinding[] = []
  for (const accepted of acceptances) {
    if (used.has(accepted)) continue
    const finding = changed.get(accepted)
    if (finding === undefined) gone.push(accepted)
    else lapsed.push({ accepted, finding })
  }
  return { findings: marked, lapsed, gone }
}

/** The acceptance of a finding, as it is kept. */
export function acceptanceOf(finding: Finding, reason: string, acceptedOn?: Day): AcceptedFinding {
  return {
    check: finding.rule,
    subject: finding.subject,
    reason,
    fingerprint: fingerprintOf(finding),
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
  }
}

/** The acceptances without those of one finding. */
export function withoutAcceptance(acceptances: readonly AcceptedFinding[], finding: Pick<Finding, 'rule' | 'subject'>): readonly AcceptedFinding[] {
  return acceptances.filter(each => each.check !== finding.rule || each.subject !== finding.subject)
}

/**
 * What a finding rests on, in 14 hexadecimal digits: the figure and the value asked for; where there is no figure, the numbers and words of its sentence.
 * Wording, place and row numbers do not count: a new edition of the sentences or a row put in above lapses nothing.
 */
export function fingerprintOf({ rule, evidence, message }: Pick<Finding, 'rule' | 'evidence' | 'message'>): string {
  const parts: string[] = [rule]
  if (evidence !== null && evidence.actual !== null) parts.push(plain(evidence.actual), plain(evidence.expected))
  else {
    if (evidence !== null) parts.push(plain(evidence.expected))
    valuesOf(message.params, parts)
  }
  return hash(parts.join('\u0000'))
}

function keyOf({ check, subject }: { readonly check: string; readonly subject: string }): string {
  return `${check}\u0000${subject}`
}

/** Every number and word of a sentence and of the sentences in it, by name, in the order of the names. */
function valuesOf(params: Readonly<Record<string, MessageParam>>, into: string[]): void {
  for (const name of Object.keys(params).sort()) {
    const value = params[name]
    if (value === undefined) continue
    for (const each of Array.isArray(value) ? (value as readonly MessageParam[]) : [value as MessageParam]) {
      if (typeof each === 'string' && isPlace(each)) continue
      if (typeof each !== 'object' || each === null) into.push(name, plain(each))
      else if ('params' in each) valuesOf(each.params, into)
    }
  }
}

/** A cell's name, or a formula, which is written with names of cells: rows put in above change both and mean nothing. */
function isPlace(text: string): boolean {
  return text.startsWith('=') || /^\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/.test(text)
}

/** Numbers without the noise of their last binary digits. */
function plain(value: string | number | boolean | null): string {
  return String(typeof value === 'number' ? Number(value.toPrecision(12)) : value)
}

/** 53 bits of a text, in two halves mixed by multiplication: told apart, not kept secret. */
export function hash(text: string): string {
  let high = 0xdeadbeef, low = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}
