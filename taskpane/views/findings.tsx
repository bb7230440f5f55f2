import { useMemo, useRef } from 'react'
import { areaCells } from '../../src/core/area'
import type { Severity } from '../../src/core/finding'
import { say } from '../../src/messages'
import type { FindingGroup } from '../shown'
import type { FindingsState, GroupedBy } from '../list-state'
import { SEVERITIES, groupsOf } from './finding-groups'
import { FindingList, FindingWalk } from './finding-list'
import { ProposalPreview, SafeFixes, WriteFindings } from './proposal-preview'
import { NextSteps } from './nothing'
import type { ScreenProps } from './screen'
import { SeverityMark } from './severity'
import { useWords } from './words'
import type { WordSpeech } from './words'

/** 问题: grouped by cause or by community, most serious first; a click goes to the cells. */
export default function Findings({ view, act }: ScreenProps) {
  const speech = useWords()
  const { tell } = speech
  const { report, findings } = view, { by } = findings
  const accepted = findings.accepted && report.counts.accepted > 0
  const groups = useMemo(() => groupsOf(report, { by, accepted }), [report, by, accepted])
  const found = useMemo(
    () => filtered(groups, findings.severities, findings.query.trim(), speech),
    [groups, findings.severities, findings.query, speech],
  )
  const acceptedChip = useRef<HTMLButtonElement>(null)
  if (report.findings.length === 0) {
    const { rowsRead } = report.counts
    return (
      <>
        <p className="headline">{rowsRead === 0 ? tell('findings.none-read') : tell('findings.none', { rows: rowsRead })}</p>
        {rowsRead === 0 ? <NextSteps view={view} act={act} /> : <p><button type="button" className="chip" onClick={() => act.send({ type: 'tab-chosen', tab: 'papers' })}>{tell('findings.none.do')}</button></p>}
        <ProposalPreview view={view} act={act} />
      </>
    )
  }
  const change = (changed: Partial<FindingsState>) => act.send({ type: 'findings-changed', findings: changed })
  const showAccepted = () => {
    const opened = groupsOf(report, { by, accepted: true }).map(group => group.key)
    change(accepted ? { accepted: false } : { accepted: true, severities: [], open: [...new Set([...findings.open, ...opened])] })
  }
  return (
    <>
      <div className="tools">
        <div className="chips" role="group" aria-label={tell('findings.severity')}>
          {SEVERITIES.map(severity => {
            const pressed = findings.severities.includes(severity)
            return (
              <button key={severity} type="button" className="chip" aria-pressed={pressed} disabled={report.counts[severity] === 0 && !pressed} onClick={() => change({ accepted: false, severities: toggle(findings.severities, severity) })}>
                <SeverityMark severity={severity} /> <span className="count">{report.counts[severity].toLocaleString('en')}</span>
              </button>
            )
          })}
          {report.counts.accepted > 0 && (
            <button type="button" className="chip" ref={acceptedChip} aria-pressed={accepted} onClick={showAccepted}>
              {tell('findings.accepted')} <span className="count">{report.counts.accepted.toLocaleString('en')}</span>
            </button>
          )}
        </div>
        <div className="either" role="group" aria-label={tell('findings.by')}>
          {GROUPED.map(each => <button key={each} type="button" className="chip" aria-pressed={by === each} onClick={() => change({ by: each })}>{tell(`findings.by.${each}`)}</button>)}
        </div>
        <SafeFixes view={view} act={act} />
        <WriteFindings view={view} act={act} />
        <input type="search" className="find" aria-label={tell('findings.find')} placeholder={tell('findings.find')} value={findings.query} onChange={event => change({ query: event.target.value })} />
        <FindingWalk groups={found} view={view} act={act} />
      </div>
      <ProposalPreview view={view} act={act} />
      {found.length > 0 ? <FindingList groups={found} view={view} act={act} otherwise={acceptedChip} /> : groups.length === 0 ? <p className="quiet">{tell('findings.all-accepted')}</p> : (
        <p className="quiet">{tell('findings.none-shown')} <button type="button" className="link" onClick={() => change({ severities: [], query: '' })}>{tell('findings.show-all')}</button></p>
      )}
      {report.findingsLeftOut > 0 && <p className="quiet">{tell('findings.left-out', { count: report.findingsLeftOut })}</p>}
    </>
  )
}

const GROUPED: readonly GroupedBy[] = ['cause', 'community']

function toggle(list: readonly Severity[], severity: Severity): readonly Severity[] {
  return list.includes(severity) ? list.filter(other => other !== severity) : [...list, severity]
}

function filtered(
  groups: readonly FindingGroup[],
  severities: readonly Severity[],
  query: string,
  speech: WordSpeech,
): readonly FindingGroup[] {
  if (severities.length === 0 && query === '') return groups
  return groups
    .map(group => ({
      ...group,
      findings: group.findings.filter(
        ({ finding }) =>
          (severities.length === 0 || severities.includes(finding.severity)) &&
          (query === '' ||
            say(finding.message, speech.language).includes(query) ||
            (finding.at?.sheet ?? '').includes(query) ||
            (finding.at !== null && areaCells(finding.at) === query.toUpperCase())),
      ),
    }))
    .filter(group => group.findings.length > 0)
}
