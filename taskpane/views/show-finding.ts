import type { ResultsView } from '../state'
import { placeInList } from './finding-groups'
import type { Acts } from './screen'

/** Opens a finding in the list, whatever tab was shown; a filter that hides it is let go. @param number position in the report */
export function showFinding(view: ResultsView, act: Acts, number: number): void {
  const { severities } = view.findings, finding = view.report.findings[number]
  if (finding === undefined) return
  act.send({ type: 'tab-chosen', tab: 'findings' })
  act.send({ type: 'findings-changed', findings: { query: '', accepted: false, severities: severities.includes(finding.severity) ? severities : [] } })
  act.send({ type: 'finding-chosen', finding: number, ...placeInList(view.report, number, view.findings) })
}
