import { areaCells } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import type { LocalText, Policy } from '../../src/core/plan'
import { catalogue, say } from '../../src/messages'
import type { FindingGroup } from '../shown'
import { targetOf } from './finding-groups'
import type { WordSpeech } from './words'

/** Short names of causes. A check that is not here is named by the catalogue (`check.<id>`), else by its id. */
const TITLES: Readonly<Record<string, LocalText>> = {
  'nothing-recognised': { 'zh-CN': '没有可核查的表', en: 'Nothing to check' },
  'community-not-told': { 'zh-CN': '不知属于哪个社区', en: 'Community not told' },
  'word-not-known': { 'zh-CN': '不认识的词', en: 'Words not known' },
  'value-blank': { 'zh-CN': '未填或不明', en: 'Blank or unclear' },
  'kind-undecided': { 'zh-CN': '人员类别待定', en: 'Kind to be decided' },
  'counted-though-away': { 'zh-CN': '不在岗但计入', en: 'Counted though away' },
}

/** The name of a cause, as a person would call it. */
export function causeTitle(group: FindingGroup, policy: Policy, { language }: WordSpeech): string {
  const id = targetOf(group)
  if (id !== null) return policy.targets.find(target => target.id === id)?.title[language] ?? id
  const title = TITLES[group.check]
  if (title !== undefined) return title[language]
  const key = `check.${group.check}`
  return key in catalogue ? say({ key, params: {} }, language) : group.check
}

export function placeOf(finding: Finding, { tell }: WordSpeech): string {
  if (finding.at === null) return tell('findings.nowhere')
  const cells = areaCells(finding.at)
  return cells === null ? finding.at.sheet : `${finding.at.sheet}!${cells}`
}
