import { areaCells } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import type { Policy } from '../../src/core/plan'
import { catalogue, say } from '../../src/messages'
import type { FindingGroup } from '../shown'
import { targetOf } from './finding-groups'
import type { WordSpeech } from './words'

/** The name of a cause, as a person would call it. */
export function causeTitle(group: FindingGroup, policy: Policy, { language }: WordSpeech): string {
  const id = targetOf(group)
  if (id !== null) return policy.targets.find(target => target.id === id)?.title[language] ?? id
  const key = `check.${group.check}`
  return key in catalogue ? say({ key, params: {} }, language) : group.check
}

export function placeOf(finding: Finding, { tell }: WordSpeech): string {
  if (finding.at === null) return tell('findings.nowhere')
  const cells = areaCells(finding.at)
  return cells === null ? finding.at.sheet : `${finding.at.sheet}!${cells}`
}
