import type { Finding } from '../../src/core/finding'
import { catalogue, say } from '../../src/messages'
import type { Speech } from '../strings'

/** The name of a cause, as a person would call it. */
export function checkTitle(check: string, { language }: Speech): string {
  const key = `check.${check}`
  return key in catalogue ? say({ key, params: {} }, language) : check
}

export function placeOf(finding: Finding, { tell }: Speech): string {
  if (finding.sheet === null) return tell('findings.nowhere')
  return finding.cell === null ? finding.sheet : `${finding.sheet}!${finding.cell}`
}
