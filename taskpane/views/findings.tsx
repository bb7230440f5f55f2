import { seenWord } from '../../src/render/citations'
import { useEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { ACCEPTANCE_LAPSED } from '../../src/rules/workbook/acceptance-lapsed'
import { areaCells } from '../../src/core/area'
import type { Finding, Severity } from '../../src/core/finding'
import type { Policy } from '../../src/core/plan'
import { acceptanceOf, withoutAcceptance } from '../../src/core/waiver'
import type { AcceptedFinding } from '../../src/core/waiver'
import { say } from '../../src/messages'
import { maskText } from '../../src/core/mask'
import { PAGE } from '../state'
import type { FindingGroup, NumberedFinding } from '../shown'
import { today } from '../today'
import { Acceptance } from './acceptance'
import { citationText } from './citation'
import { SEVERITIES, causeOf, groupsOf } from './finding-groups'
import { causeTitle, placeOf } from './finding-words'
import { FixOne, FixPreview, SafeFixes } from './fix-preview'
import { useRoving } from './roving'
import type { ScreenProps } from './screen'
import { SeverityMark } from './severity'
import { useWords } from './words'
import type { WordSpeech } from './words'


/** 问题: grouped by cause, most serious first; a click goes to the cells. */
export default function Findings({ view, act }: ScreenProps) {
  const speech = useWords()
  const { tell } = speech
  const { report, findings } = view
  const showAccepted = findings.accepted && report.counts.accepted > 0
  const groups = useMemo(() => groupsOf(report.findings, showAccepted), [report, showAccepted])
  const found = useMemo(
    () => filtered(groups, findings.severities, findings.query.trim(), speech),
    [groups, findings.severities, findings.query, speech],
  )
  const walk = useMemo(() => found.flatMap(group => group.findings.map((_, place) => ({ group, place }))), [found])
  const roving = useRoving<HTMLDivElement>()
  const { acceptedChip, accepting } = useAcceptances(view, act, roving.ref)
  const at = walk.findIndex(({ group, place }) => group.findings[place]?.number === findings.current)
  const step = (to: number) => {
    const stop = walk[to], numbered = stop?.group.findings[stop.place]
    if (stop === undefined || numbered === undefined) return
    choose(act, stop.group, numbered, stop.place)
  }
  const back = () => step(at <= 0 ? walk.length - 1 : at - 1), on = () => step(at + 1 < walk.length ? at + 1 : 0)
  useNextKey(on, back)
  if (report.findings.length === 0) return <p className="headline">{report.counts.rowsRead === 0 ? tell('findings.none-read') : tell('findings.none', { rows: report.counts.rowsRead })}</p>

  return (
    <>
      <div className="tools">
        <div className="chips" role="group" aria-label={tell('findings.severity')}>
          {SEVERITIES.map(severity => (
            <button key={severity} type="button" className="chip" aria-pressed={findings.severities.includes(severity)} disabled={report.counts[severity] === 0}
              onClick={() => act.send({ type: 'findings-changed', findings: { accepted: false, severities: toggle(findings.severities, severity) } })}>
              <SeverityMark severity={severity} /> <span className="count">{report.counts[severity].toLocaleString('en')}</span>
            </button>
          ))}
          {report.counts.accepted > 0 && (
            <button type="button" className="chip" ref={acceptedChip} aria-pressed={showAccepted}
              onClick={() => act.send({ type: 'findings-changed', findings: showAccepted ? { accepted: false } : { accepted: true, severities: [], open: [...new Set([...findings.open, ...acceptedCauses(report.findings)])] } })}>
              {tell('findings.accepted')} <span className="count">{report.counts.accepted.toLocaleString('en')}</span>
            </button>
          )}
        </div>
        <SafeFixes view={view} act={act} />
        <input type="search" className="find" aria-label={tell('findings.find')} placeholder={tell('findings.find')} value={findings.query} onChange={event => act.send({ type: 'findings-changed', findings: { query: event.target.value } })} />
        <div className="walk">
          <button type="button" className="chip" disabled={walk.length === 0} aria-keyshortcuts="Shift+F8" title="Shift+F8" onClick={back}>{tell('findings.previous')}</button>
          <button type="button" className="chip" disabled={walk.length === 0} aria-keyshortcuts="F8" title="F8" onClick={on}>{tell('findings.next')}</button>
          <span className="quiet">{at >= 0 ? tell('findings.position', { place: at + 1, count: walk.length }) : tell('findings.count', { count: walk.length })}</span>
        </div>
      </div>
      <FixPreview view={view} act={act} />
      {found.length === 0 ? <p className="quiet">{tell(groups.length === 0 ? 'findings.all-accepted' : 'findings.none-shown')}</p> : (
        <div className="groups" ref={roving.ref} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
          {found.map((group, i) => <Group key={group.cause} group={group} first={i === 0} view={view} act={act} accepting={accepting} />)}
        </div>
      )}
      {report.findingsLeftOut > 0 && <p className="quiet">{tell('findings.left-out', { count: report.findingsLeftOut })}</p>}
    </>
  )
}

/** F8 and Shift+F8, from anywhere on the page while the list is shown. */
function useNextKey(next: () => void, previous: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      if (event.shiftKey) previous()
      else next()
    }
    addEventListener('keydown', onKey)
    return () => { removeEventListener('keydown', onKey) }
  })
}

function Group({ group, first, view, act, accepting }: { group: FindingGroup; first: boolean; accepting: Accepting } & ScreenProps) {
  const speech = useWords()
  const { tell } = speech
  const { findings } = view
  const open = findings.open.includes(group.cause)
  const most = findings.most[group.cause] ?? PAGE
  const list = `group-${group.cause}`
  const shared = open ? sharedSource(group) : null
  return (
    <section className="group">
      <h3>
        <button type="button" className="group-head" data-row={group.cause} data-column="line" tabIndex={first ? 0 : -1} aria-expanded={open} aria-controls={open ? list : undefined} onClick={() => act.send({ type: 'group-toggled', cause: group.cause })}>
          <span className="twist" aria-hidden="true" />
          <SeverityMark severity={group.severity} bare />
          <span className="group-title">{causeTitle(group, view.report.policy, speech)}</span>
          <span className="count">{group.findings.length.toLocaleString('en')}</span>
        </button>
      </h3>
      {open && shared !== null && <p className="cite">{citation(shared, view.report.policy, speech)}</p>}
      {open && (
        <ul className="lines" id={list}>
          {group.findings.slice(0, most).map((numbered, place) => (
            <Line key={numbered.number} finding={numbered.finding} current={numbered.number === findings.current} row={`${group.cause}/${numbered.number}`} onGo={() => choose(act, group, numbered, place)} cited={shared === null} policy={view.report.policy} speech={speech} accepting={accepting}>
              <FixOne finding={numbered.finding} number={numbered.number} view={view} act={act} />
            </Line>
          ))}
        </ul>
      )}
      {open && group.findings.length > most && (
        <button type="button" className="more" onClick={() => act.send({ type: 'findings-changed', findings: { most: { ...findings.most, [group.cause]: most + PAGE } } })}>
          {tell('findings.more', { more: Math.min(PAGE, group.findings.length - most) })}
        </button>
      )}
    </section>
  )
}

function Line({
  finding,
  current,
  row,
  onGo,
  cited,
  policy,
  speech,
  accepting,
  children,
}: {
  finding: Finding
  current: boolean
  row: string
  onGo: () => void
  cited: boolean
  policy: Policy
  speech: WordSpeech
  accepting: Accepting
  children: ReactNode
}) {
  const source = finding.evidence?.source
  return (
    <li>
      <button
        type='button'
        className='line'
        data-row={row}
        data-column='line'
        tabIndex={-1}
        aria-current={current ? 'true' : undefined}
        onClick={onGo}
        ref={current ? scrollIntoView : undefined}
      >
        <span className='line-text'>{say(finding.message, speech.language)}</span>
        <span className={finding.at === null || finding.at.boxes.length === 0 ? 'line-place quiet' : 'line-place'}>
          {placeOf(finding, speech)}
        </span>
        {cited && source !== undefined && source !== null && <span className='cite'>{citation(source, policy, speech)}</span>}
      </button>
      {/* Numbers shift when a finding leaves the list: what was begun on one must not go on with the next. */}
      <Acceptance
        key={`${finding.rule}/${finding.subject}`}
        finding={finding}
        row={row}
        isLapsed={finding.rule === ACCEPTANCE_LAPSED}
        onAccept={reason => accepting.accept(finding, row, reason)}
        onTakeBack={() => accepting.takeBack(finding, row)}
      />
      {children}
    </li>
  )
}

interface Accepting {
  readonly accept: (finding: Finding, row: string, reason: string) => void
  readonly takeBack: (finding: Finding, row: string) => void
}

/** Accepting and taking back. The line leaves the list with the next report: the focus goes to the one that takes its place. */
function useAcceptances({ report, choices, busy }: ScreenProps['view'], act: ScreenProps['act'], list: { readonly current: HTMLElement | null }) {
  const acceptedChip = useRef<HTMLButtonElement>(null)
  const left = useRef<{ readonly cause: string; readonly place: number } | null>(null)
  useEffect(() => {
    const from = left.current
    if (from === null || busy) return
    left.current = null
    const lines = linesOf(list.current, from.cause)
    ;(lines[Math.min(from.place, lines.length - 1)] ?? acceptedChip.current ?? list.current?.querySelector<HTMLElement>('.group-head'))?.focus()
  }, [report, busy, list])
  const { accepted: kept = [] } = choices
  const choose = (accepted: readonly AcceptedFinding[], finding: Finding, row: string) => {
    const cause = causeOf(finding)
    left.current = { cause, place: linesOf(list.current, cause).findIndex(line => line.dataset['row'] === row) }
    act.choose({ accepted })
  }
  const accepting: Accepting = {
    accept: (finding, row, reason) =>
      choose([...withoutAcceptance(kept, finding), acceptanceOf(finding, maskText(reason), today())], finding, row),
    takeBack: (finding, row) =>
      choose(
        finding.rule === ACCEPTANCE_LAPSED ? stillHolding(kept, finding, report.findings) : withoutAcceptance(kept, finding),
        finding,
        row,
      ),
  }
  return { acceptedChip, accepting }
}

/** The lines of one cause, in their order. */
function linesOf(list: HTMLElement | null, cause: string): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('.line') ?? [])].filter(line => line.dataset['row']?.startsWith(`${cause}/`) === true)
}

/** The acceptances without the lapsed one that a note tells of; without all that did not occur where the note is about those. */
function stillHolding(kept: readonly AcceptedFinding[], { subject }: Finding, findings: readonly Finding[]): readonly AcceptedFinding[] {
  if (subject !== 'gone') return kept.filter(each => `${each.check}/${each.subject}` !== subject)
  const here = new Set(findings.map(finding => `${finding.rule}/${finding.subject}`))
  return kept.filter(each => here.has(`${each.check}/${each.subject}`))
}

function acceptedCauses(findings: readonly Finding[]): readonly string[] {
  return findings.filter(finding => finding.accepted !== undefined).map(causeOf)
}

type Source = NonNullable<NonNullable<Finding['evidence']>['source']>

function citation(source: Source, policy: Policy, speech: WordSpeech): string {
  return citationText(source, policy, speech) + (source.verified ? '' : ` · ${seenWord(source, speech.language)}`)
}

/** The document's words that all findings of a group rest on: said once above them. */
function sharedSource(group: FindingGroup): Source | null {
  const first = group.findings[0]?.finding.evidence?.source ?? null
  return first !== null &&
    group.findings.every(({ finding: { evidence } }) => evidence?.source?.quote === first.quote && evidence.source.clause === first.clause)
    ? first
    : null
}

function scrollIntoView(line: HTMLElement | null): void {
  // Absent in jsdom and in very old web views; the line is then where it is.
  if (typeof line?.scrollIntoView === 'function') line.scrollIntoView({ block: 'nearest' })
}

function choose(act: ScreenProps['act'], group: FindingGroup, { number, finding }: NumberedFinding, place: number): void {
  act.send({ type: 'finding-chosen', finding: number, cause: group.cause, place })
  if (finding.at !== null && finding.at.boxes.length > 0) act.goTo(finding.at)
}

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
