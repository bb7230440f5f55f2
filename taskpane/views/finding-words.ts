import { areaCells } from '../../src/core/area'
import type { Finding } from '../../src/core/finding'
import { checkTitle } from '../../src/messages/check-title'
import type { FindingGroup, ShownReport } from '../shown'
import type { WordSpeech } from './words'

/** The name of a group, as a person would call it. */
export function groupTitle({ about }: FindingGroup, { policy, reading }: ShownReport, { language, tell }: WordSpeech): string {
  switch (about.of) {
    case 'community': return reading.communities[about.community]?.label ?? ''
    case 'overall': return tell('board.overall')
    case 'sheet': return tell('findings.sheet', { sheet: about.sheet })
    case 'workbook': return tell('findings.nowhere')
    case 'cause': {
      const { rule, target: id } = about
      if (id !== null) return policy.targets.find(target => target.id === id)?.title[language] ?? id
      return checkTitle(rule, language)
    }
  }
}

export function placeOf(finding: Finding, { tell }: WordSpeech): string {
  if (finding.at === null) return tell('findings.nowhere')
  const cells = areaCells(finding.at)
  return cells === null ? finding.at.sheet : `${finding.at.sheet}!${cells}`
}
