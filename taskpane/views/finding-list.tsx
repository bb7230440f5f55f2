import './findings.css'
import { useEffect, useMemo, useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { Finding } from '../../src/core/finding'
import { maskText } from '../../src/core/mask'
import type { Policy } from '../../src/core/plan'
import { acceptanceOf, withoutAcceptance } from '../../src/core/waiver'
import type { AcceptedFinding } from '../../src/core/waiver'
import { say } from '../../src/messages'
import { seenWord } from '../../src/render/citations'
import { ACCEPTANCE_LAPSED } from '../../src/rules/workbook/acceptance-lapsed'
import { PAGE } from '../list-state'
import type { FindingGroup, NumberedFinding } from '../shown'
import { today } from '../today'
import { Acceptance } from './acceptance'
import { citationText } from './citation'
import { groupTitle, placeOf } from './finding-words'
import { FixOne } from './proposal-preview'
import { useRoving } from './roving'
import type { ScreenProps } from './screen'
import { SeverityMark } from './severity'
import { useWords } from './words'
import type { WordSpeech } from './words'

export interface FindingListProps extends ScreenProps {
  readonly groups: readonly FindingGroup[]
  /** Where the focus goes when the last line of the list has left it. */
  readonly otherwise?: RefObject<HTMLElement>
}

/** Groups of findings, closed until they are asked for; a click on a line goes to its cells. One stop of the Tab key. */
export function FindingList({ groups, view, act, otherwise }: FindingListProps) {
  const roving = useRoving<HTMLDivElement>()
  const accepting = useAcceptances(view, act, roving.ref, otherwise)
  return (
    <div className="groups" ref={roving.ref} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
      {groups.map((group, i) => <Group key={group.key} group={group} first={i === 0} view={view} act={act} accepting={accepting} />)}
    </div>
  )
}

/** Previous and next through what the list shows, in its order, around the end; F8 and Shift+F8 do the same from anywhere on the page. */
export function FindingWalk({ groups, view, act }: FindingListProps) {
  const { tell } = useWords()
  const walk = useMemo(() => groups.flatMap(group => group.findings.map((numbered, place) => ({ group, numbered, place }))), [groups])
  const at = walk.findIndex(({ numbered }) => numbered.number === view.findings.current)
  const step = (to: number) => {
    const stop = walk[to]
    if (stop !== undefined) choose(act, stop.group, stop.numbered, stop.place)
  }
  const back = () => step(at <= 0 ? walk.length - 1 : at - 1), on = () => step(at + 1 < walk.length ? at + 1 : 0)
  useNextKey(on, back)
  return (
    <div className="walk">
      <button type="button" className="chip" disabled={walk.length === 0} aria-keyshortcuts="Shift+F8" title="Shift+F8" onClick={back}>{tell('findings.previous')}</button>
      <button type="button" className="chip" disabled={walk.length === 0} aria-keyshortcuts="F8" title="F8" onClick={on}>{tell('findings.next')}</button>
      <span className="quiet">{at >= 0 ? tell('findings.position', { place: at + 1, count: walk.length }) : tell('findings.count', { count: walk.length })}</span>
    </div>
  )
}

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
  const open = findings.open.includes(group.key)
  const most = findings.most[group.key] ?? PAGE
  const list = `group-${group.key}`
  const shared = open ? sharedSource(group) : null
  return (
    <section className="group">
      <h3>
        <button type="button" className="group-head" data-row={group.key} data-column="line" tabIndex={first ? 0 : -1} aria-expanded={open} aria-controls={open ? list : undefined} onClick={() => act.send({ type: 'group-toggled', group: group.key })}>
          <span className="twist" aria-hidden="true" />
          <SeverityMark severity={group.severity} bare />
          <span className="group-title">{groupTitle(group, view.report, speech)}</span>
          <span className="count">{group.findings.length.toLocaleString('en')}</span>
        </button>
      </h3>
      {open && shared !== null && <p className="cite">{citation(shared, view.report.policy, speech)}</p>}
      {open && (
        <ul className="lines" id={list}>
          {group.findings.slice(0, most).map((numbered, place) => (
            <Line
              key={numbered.number}
              finding={numbered.finding}
              current={numbered.number === findings.current}
              row={`${group.key}/${numbered.number}`}
              onGo={() => choose(act, group, numbered, place)}
              // About one community each line rests on words of its own: they stand with the one that is looked at.
              cited={shared === null && (group.about.of === 'cause' || numbered.number === findings.current)}
              marked={group.about.of !== 'cause'}
              policy={view.report.policy}
              speech={speech}
              accepting={accepting}
            >
              <FixOne finding={numbered.finding} number={numbered.number} view={view} act={act} />
            </Line>
          ))}
        </ul>
      )}
      {open && group.findings.length > most && (
        <button type="button" className="more" onClick={() => act.send({ type: 'findings-changed', findings: { most: { ...findings.most, [group.key]: most + PAGE } } })}>
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
  marked,
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
  /** Lines of several severities stand together: each shows its own. */
  marked: boolean
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
        {marked && <SeverityMark severity={finding.severity} bare />}
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
function useAcceptances(
  { report, choices, busy }: ScreenProps['view'],
  act: ScreenProps['act'],
  list: RefObject<HTMLElement>,
  otherwise?: RefObject<HTMLElement>,
): Accepting {
  const left = useRef<{ readonly group: string; readonly place: number } | null>(null)
  useEffect(() => {
    const from = left.current
    if (from === null || busy) return
    left.current = null
    const lines = linesOf(list.current, from.group)
    ;(lines[Math.min(from.place, lines.length - 1)] ?? otherwise?.current ?? list.current?.querySelector<HTMLElement>('.group-head'))?.focus()
  }, [report, busy, list, otherwise])
  const { accepted: kept = [] } = choices
  const keep = (accepted: readonly AcceptedFinding[], row: string) => {
    const group = row.slice(0, row.lastIndexOf('/'))
    left.current = { group, place: linesOf(list.current, group).findIndex(line => line.dataset['row'] === row) }
    act.choose({ accepted })
  }
  return {
    accept: (finding, row, reason) => keep([...withoutAcceptance(kept, finding), acceptanceOf(finding, maskText(reason), today())], row),
    takeBack: (finding, row) =>
      keep(finding.rule === ACCEPTANCE_LAPSED ? stillHolding(kept, finding, report.findings) : withoutAcceptance(kept, finding), row),
  }
}

/** The lines of one group, in their order. */
function linesOf(list: HTMLElement | null, group: string): readonly HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('.line') ?? [])].filter(line => line.dataset['row']?.replace(/\/\d+$/, '') === group)
}

/** The acceptances without the lapsed one that a note tells of; without all that did not occur where the note is about those. */
function stillHolding(kept: readonly AcceptedFinding[], { subject }: Finding, findings: readonly Finding[]): readonly AcceptedFinding[] {
  if (subject !== 'gone') return kept.filter(each => `${each.check}/${each.subject}` !== subject)
  const here = new Set(findings.map(finding => `${finding.rule}/${finding.subject}`))
  return kept.filter(each => here.has(`${each.check}/${each.subject}`))
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
  act.send({ type: 'finding-chosen', finding: number, group: group.key, place })
  if (finding.at !== null && finding.at.boxes.length > 0) act.goTo(finding.at)
}

