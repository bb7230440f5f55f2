import { useMemo, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { Target } from '../../src/core/plan'
import type { Judgement, UnitReport } from '../../src/core/report'
import { worstFirst } from '../../src/render/order'
import { complies } from '../../src/render/summary'
import { PAGE } from '../list-state'
import type { BoardShow } from '../list-state'
import { Mark } from './mark'
import { useRoving } from './roving'
import type { ScreenProps } from './screen'
import { UnitDetail } from './unit'
import { useWords } from './words'

const SHOWS: readonly BoardShow[] = ['all', 'missed', 'unknown', 'met']

function shownUnder(show: BoardShow, unit: UnitReport, openEverywhere: ReadonlySet<string>): boolean {
  switch (show) {
    case 'all': return true
    case 'met': return complies(unit, openEverywhere)
    default: return unit.judgements.some(({ verdict }) => verdict === show)
  }
}

/** The communities, a row each, worst first; a cell opens its target, the name opens all of them. */
export function Matrix({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  const { board, report } = view
  const targets = useMemo(() => targetsOf(report.communities), [report])
  const sorted = useMemo(() => worstFirst(report.communities), [report])
  const openEverywhere = useMemo(() => new Set(report.openEverywhere), [report])
  const query = board.query.trim()
  const found = sorted.filter(unit => shownUnder(board.show, unit, openEverywhere) && (query === '' || unit.label.includes(query) || unit.name.includes(query)))
  const drawn = found.slice(0, board.most)
  const counts = useMemo(
    () => new Map(SHOWS.map(show => [show, report.communities.filter(unit => shownUnder(show, unit, openEverywhere)).length])),
    [report, openEverywhere],
  )
  const roving = useRoving<HTMLTableElement>()
  return (
    <section aria-labelledby="communities" className="matrix-part">
      <h2 id="communities">{tell('board.communities')}</h2>
      <div className="tools">
        <div className="chips" role="group" aria-labelledby="communities">
          {SHOWS.map(show => (
            <button key={show} type="button" className="chip" aria-pressed={board.show === show} onClick={() => act.send({ type: 'board-changed', board: { show } })}>
              {tell(show === 'met' && openEverywhere.size > 0 ? 'board.show.met-judged' : `board.show.${show}`)} <span className="count">{counts.get(show)}</span>
            </button>
          ))}
        </div>
        {report.communities.length > FEW && (
          <input type="search" className="find" aria-label={tell('board.find')} placeholder={tell('board.find')} value={board.query}
            onChange={event => act.send({ type: 'board-changed', board: { query: event.target.value } })} />
        )}
      </div>
      {found.length === 0 ? (
        <p className="quiet">{tell('board.none')}</p>
      ) : (
        <table className="matrix" role="grid" aria-labelledby="communities" aria-rowcount={found.length + 1} ref={roving.ref} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
          <thead>
            <tr>
              <th scope="col" className="matrix-name">{tell('board.community')}</th>
              {targets.map(target => <th key={target.id} scope="col" className="matrix-target" title={target.title[language]}><span>{target.title[language]}</span></th>)}
            </tr>
          </thead>
          <tbody>
            {drawn.map((unit, place) => (
              <CommunityRow
                key={unit.community} unit={unit} targets={targets} place={place}
                open={board.open.includes(unit.community)} only={board.only[unit.community]} view={view} act={act}
              />
            ))}
          </tbody>
        </table>
      )}
      {found.length > drawn.length && (
        <button type="button" className="more" onClick={() => act.send({ type: 'board-changed', board: { most: board.most + PAGE } })}>
          {tell('board.more', { more: Math.min(PAGE, found.length - drawn.length) })}
        </button>
      )}
    </section>
  )
}

/** So few communities need no search. */
const FEW = 8

function targetsOf(units: readonly UnitReport[]): readonly Target[] {
  const targets = new Map<string, Target>()
  for (const unit of units) for (const { target } of unit.judgements) targets.set(target.id, target)
  return [...targets.values()]
}

/** What opened under a row low in the window is brought into view with it. */
function bringUp(row: HTMLTableRowElement | null): void {
  if (row?.nextElementSibling?.classList.contains('detail') !== true || row.getBoundingClientRect().top < window.innerHeight / 2) return
  row.scrollIntoView({ block: 'start' })
}

interface RowProps extends ScreenProps {
  readonly unit: UnitReport
  readonly targets: readonly Target[]
  readonly place: number
  readonly open: boolean
  readonly only: string | undefined
}

function CommunityRow({ unit, targets, place, open, only, view, act }: RowProps) {
  const { language } = useWords()
  const row = useRef<HTMLTableRowElement>(null)
  const toggle = (target?: string) => {
    act.send({ type: 'community-toggled', community: unit.community, ...(target === undefined ? {} : { target }) })
    requestAnimationFrame(() => bringUp(row.current))
  }
  const detail = `unit-${unit.community}`
  const judgements = new Map<string, Judgement>(unit.judgements.map(judgement => [judgement.target.id, judgement]))
  const onKey = (target?: string) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    toggle(target)
  }
  return (
    <>
      <tr ref={row} className={open ? 'open' : undefined} aria-rowindex={place + 2}>
        <th scope="row" className="matrix-name" data-row={unit.community} data-column="name" tabIndex={place === 0 ? 0 : -1} aria-expanded={open && only === undefined} aria-controls={open ? detail : undefined}
          onClick={() => toggle()} onKeyDown={onKey()}>
          <span className="twist" aria-hidden="true" />
          {unit.label}
        </th>
        {targets.map(target => {
          const judgement = judgements.get(target.id)
          return (
            <td key={target.id} className={open && only === target.id ? 'matrix-mark chosen' : 'matrix-mark'} data-row={unit.community} data-column={target.id} tabIndex={-1}
              aria-expanded={open && only === target.id} aria-controls={open ? detail : undefined}
              onClick={() => toggle(target.id)} onKeyDown={onKey(target.id)}>
              {judgement !== undefined && <Mark judgement={judgement} title={target.title[language]} />}
            </td>
          )
        })}
      </tr>
      {open && (
        <tr className="detail">
          <td id={detail} colSpan={targets.length + 1}>
            <UnitDetail unit={unit} only={only} view={view} act={act} />
          </td>
        </tr>
      )}
    </>
  )
}
