import './board.css'
import type { Language, Message } from '../../src/core/message'
import { decisionCount } from '../../src/core/decisions'
import { say } from '../../src/messages'
import { hireParts } from '../../src/render/outlook'
import { Matrix } from './matrix'
import { Nothing, isNothing } from './nothing'
import { Overall } from './overall'
import { PremisesSpan } from './premises-span'
import { Reservations } from './reservations'
import type { ScreenProps } from './screen'
import { useWords } from './words'

/** 结论: one sentence, what would close the gap, the communities worst first, the overall figures, the premises today and in the plan period. */
export default function Board({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  const { report } = view
  if (isNothing(view)) return <Nothing view={view} act={act} />
  const details = report.summary.filter(isDetail), closing = report.plan.overall === null ? [] : hireParts(report.plan.overall)
  return (
    <div className="board">
      <div className="board-head">
        <Reservations notices={report.notices} />
        <p className="headline">{sentence(report.summary.filter(part => !isDetail(part)), language)}</p>
        {details.length > 0 && <p className="quiet">{sentence(details, language)}</p>}
        {closing.length > 0 && <p className="closing"><strong>{tell('board.closing')}</strong>{sentence(closing, language)}</p>}
        <InForce view={view} act={act} />
      </div>
      <Overall report={report} />
      {report.communities.length > 0 && <Matrix view={view} act={act} />}
      <PremisesSpan report={report} />
    </div>
  )
}

/** The decisions that the figures rest on, and the way to them; those that came by themselves are announced. */
function InForce({ view, act }: ScreenProps) {
  const { tell } = useWords()
  const count = decisionCount(view.choices)
  if (count === 0) return null
  const look = () => {
    act.send({ type: 'inherited-seen' })
    act.send({ type: 'tab-chosen', tab: 'recognised' })
  }
  return (
    <p className={view.inherited > 0 ? 'notice in-force' : 'in-force'} role={view.inherited > 0 ? 'status' : undefined}>
      {view.inherited > 0 ? tell('decisions.inherited', { count: view.inherited }) : tell('decisions.in-force', { count })}
      <button type="button" className="link" onClick={look}>{tell('decisions.look')}</button>
      {view.inherited > 0 && (
        <>
          <button type="button" className="link" onClick={() => act.choose({ policy: null, asOf: null, mapping: {}, accepted: [], numbers: [] })}>{tell('decisions.inherited.drop')}</button>
          <button type="button" className="link" onClick={() => act.send({ type: 'inherited-seen' })}>{tell('dismiss')}</button>
        </>
      )}
    </p>
  )
}

/** Parts that the figures below repeat: they stand in small print. */
function isDetail({ key }: Message): boolean {
  return key === 'summary.missed' || key === 'summary.open'
}

function sentence(parts: readonly Message[], language: Language): string {
  const said = parts.map(part => say(part, language)).join(language === 'en' ? '; ' : '；')
  return said.slice(0, 1).toUpperCase() + said.slice(1)
}
