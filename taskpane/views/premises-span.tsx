import { useState } from 'react'
import type { PremisesFigures, UnitReport } from '../../src/core/report'
import { formatParam } from '../../src/messages/format'
import { worstFirst } from '../../src/render/order'
import { PAGE } from '../list-state'
import type { ShownReport } from '../shown'
import { useWords } from './words'
import type { WordSpeech } from './words'

/** The premises of the whole and of each community: today, and in the plan period, as two columns. */
export function PremisesSpan({ report }: { report: ShownReport }) {
  const { tell } = useWords(), { overall, communities, policy } = report
  const [isOpen, setOpen] = useState(false), [most, setMost] = useState(PAGE)
  if (overall.premises === null || !policy.targets.some(target => target.figure === 'usable-area')) return null
  const openNow = communities.filter(({ premises }) => (premises?.gapNow ?? null) === null).length
  const openPlanned = communities.filter(({ premises }) => (premises?.gapPlanned ?? null) === null).length
  return (
    <section aria-labelledby="premises-span" className="premises-part">
      <h2 id="premises-span">{tell('span.title')}</h2>
      <SpanTable premises={overall.premises} labelledBy="premises-span" open={[openNow, openPlanned]} />
      <p className="quiet">{tell('span.note')}</p>
      {communities.length > 1 && (
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>{tell('span.each')} <span className="count">{communities.length}</span></summary>
          {isOpen && <EachTable units={worstFirst(communities).slice(0, most)} />}
          {isOpen && communities.length > most && (
            <button type="button" className="more" onClick={() => setMost(most + PAGE)}>{tell('board.more', { more: Math.min(PAGE, communities.length - most) })}</button>
          )}
        </details>
      )}
    </section>
  )
}

interface SpanTableProps {
  readonly premises: PremisesFigures
  readonly labelledBy?: string
  readonly label?: string
  /** Communities whose gap is not known, today and in the plan period. */
  readonly open?: readonly [number, number]
}

/** One unit: its area and what it lacks, a column for today and one for the plan period. */
export function SpanTable({ premises, labelledBy, label, open = [0, 0] }: SpanTableProps) {
  const speech = useWords(), { tell } = speech
  const { usableArea, ownArea, plannedArea, gapNow, gapPlanned, gapWhenBuilt } = premises
  return (
    <table className="span" aria-labelledby={labelledBy} aria-label={label}>
      <Heads first="span.of" />
      <tbody>
        <tr><th scope="row">{tell('span.area')}</th><td>{areaOf(usableArea, speech)}</td><td>{areaOf(ownArea, speech)}</td></tr>
        <tr>
          <th scope="row">{tell('span.gap')}</th>
          {[gapNow, gapPlanned].map((gap, at) => (
            <td key={at}>
              <strong>{areaOf(gap, speech)}</strong>
              {gap !== null && (open[at] ?? 0) > 0 && <span className="quiet">{tell('overall.gap.open', { open: open[at] ?? 0 })}</span>}
            </td>
          ))}
        </tr>
        {plannedArea !== ownArea && (
          <tr>
            <th scope="row">{tell('span.built')}</th><td />
            <td>{areaOf(plannedArea, speech)}<span className="quiet">{shortOf(gapWhenBuilt, speech)}</span></td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function EachTable({ units }: { units: readonly UnitReport[] }) {
  const speech = useWords(), { tell } = speech
  return (
    <table className="span" aria-label={tell('span.each')}>
      <Heads first="board.community" />
      <tbody>
        {units.map(({ community, label, premises }) => (
          <tr key={community}>
            <th scope="row">{label}</th>
            <td>{areaOf(premises?.usableArea ?? null, speech)}<span className="quiet">{shortOf(premises?.gapNow ?? null, speech)}</span></td>
            <td>
              {areaOf(premises?.ownArea ?? null, speech)}<span className="quiet">{shortOf(premises?.gapPlanned ?? null, speech)}</span>
              {premises !== null && premises.plannedArea !== premises.ownArea && (
                <span className="quiet">{[tell('span.built-in', { area: areaOf(premises.plannedArea, speech) }), shortOf(premises.gapWhenBuilt, speech)].filter(part => part !== '').join(' ')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Heads({ first }: { first: 'span.of' | 'board.community' }) {
  const { tell } = useWords()
  return <thead><tr><th scope="col">{tell(first)}</th><th scope="col">{tell('span.now')}</th><th scope="col">{tell('span.planned')}</th></tr></thead>
}

function areaOf(area: number | null, { tell, language }: WordSpeech): string {
  return area === null ? tell('verdict.unknown') : `${formatParam(area, 'area', language)} ${language === 'en' ? 'm²' : '㎡'}`
}

/** `缺 140 ㎡`; nothing where nothing is short or known. */
function shortOf(gap: number | null, speech: WordSpeech): string {
  return gap === null || gap === 0 ? '' : speech.tell('gap.short', { amount: areaOf(gap, speech) })
}
