import { useMemo } from 'react'
import type { Language, Message } from '../../src/core/message'
import type { Judgement, UnitReport, Verdict } from '../../src/core/report'
import type { Target } from '../../src/core/plan'
import { say } from '../../src/messages'
import { complies } from '../../src/render/summary'
import { actualOf, barOf, expectedOf, worstFirst } from '../figures'
import { PAGE } from '../state'
import type { BoardShow } from '../state'
import { useWords } from './words'
import { useRoving } from './roving'
import type { ScreenProps } from './screen'
import { UnitDetail } from './unit'
import { Unverified, VerdictMark, VerdictShape } from './verdict'

/** 结论: one sentence, the overall figures, the communities worst first. */
export default function Board({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  return (
    <>
      <p className="headline">{sentence(view.report.summary.filter(part => !isDetail(part)), language)}</p>
      <p className="quiet">{sentence(view.report.summary.filter(isDetail), language)}</p>
      {view.report.overall.judgements.length > 0 && (
        <section aria-labelledby="overall">
          <h2 id="overall">{tell('board.overall')}</h2>
          <ul className="figures">
            {view.report.overall.judgements.map(judgement => <Figure key={judgement.target.id} judgement={judgement} />)}
          </ul>
        </section>
      )}
      {view.report.communities.length > 0 && <Matrix view={view} act={act} />}
    </>
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

function Figure({ judgement }: { judgement: Judgement }) {
  const { language } = useWords()
  const bar = barOf(judgement)
  return (
    <li className='figure'>
      <span className='figure-line'>
        <span>
          {judgement.target.title[language]}
          {judgement.citation?.verified === false && <Unverified citation={judgement.citation} />}
        </span>
        <span className='figure-value'>
          <strong>{actualOf(judgement, language)}</strong> <span className='quiet'>{expectedOf(judgement, language)}</span>
        </span>
      </span>
      <span className={`bar ${judgement.verdict}`} aria-hidden='true'>
        {bar !== null && (
          <>
            <span className='bar-fill' style={{ inlineSize: `${bar.actual * 100}%` }} />
            <span className='bar-tick' style={{ insetInlineStart: `${bar.tick * 100}%` }} />
          </>
        )}
      </span>
      <VerdictMark verdict={judgement.verdict} />
    </li>
  )
}

const SHOWS: readonly BoardShow[] = ['all', 'missed', 'unknown', 'met']

function shownUnder(show: BoardShow, unit: UnitReport, openEverywhere: ReadonlySet<string>): boolean {
  switch (show) {
    case 'all': return true
    case 'met': return complies(unit, openEverywhere)
    default: return unit.judgements.some(({ verdict }) => verdict === show)
  }
}

function Matrix({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  const { board, report } = view
  const targets = useMemo(() => targetsOf(report.communities), [report])
  const sorted = useMemo(() => worstFirst(report.communities), [report])
  const openEverywhere = useMemo(() => new Set(report.openEverywhere), [report])
  const found = sorted.filter(unit => shownUnder(board.show, unit, openEverywhere) && (board.query === '' || unit.label.includes(board.query.trim()) || unit.name.includes(board.query.trim())))
  const drawn = found.slice(0, board.most)
  const counts = useMemo(
    () => new Map(SHOWS.map(show => [show, report.communities.filter(unit => shownUnder(show, unit, openEverywhere)).length])),
    [report, openEverywhere],
  )
  const roving = useRoving<HTMLTableElement>()
  return (
    <section aria-labelledby='communities'>
      <h2 id='communities'>{tell('board.communities')}</h2>
      <div className='tools'>
        <div className='chips' role='group' aria-labelledby='communities'>
          {SHOWS.map(show => (
            <button
              key={show}
              type='button'
              className='chip'
              aria-pressed={board.show === show}
              onClick={() => act.send({ type: 'board-changed', board: { show } })}
            >
              {tell(show === 'met' && openEverywhere.size > 0 ? 'board.show.met-judged' : `board.show.${show}`)}{' '}
              <span className='count'>{counts.get(show)}</span>
            </button>
          ))}
        </div>
        <input
          type='search'
          className='find'
          aria-label={tell('board.find')}
          placeholder={tell('board.find')}
          value={board.query}
          onChange={event => act.send({ type: 'board-changed', board: { query: event.target.value } })}
        />
      </div>
      {found.length === 0 ? (
        <p className='quiet'>{tell('board.none')}</p>
      ) : (
        <table
          className='matrix'
          role='grid'
          aria-labelledby='communities'
          aria-rowcount={found.length + 1}
          ref={roving.ref}
          onKeyDown={roving.onKeyDown}
          onFocus={roving.onFocus}
        >
          <thead>
            <tr>
              <th scope='col' className='matrix-name'>
                {tell('board.community')}
              </th>
              {targets.map(target => (
                <th key={target.id} scope='col' className='matrix-target' title={target.title[language]}>
                  <span>{target.title[language]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((unit, place) => (
              <CommunityRow
                key={unit.community}
                unit={unit}
                targets={targets}
                place={place}
                open={board.open.includes(unit.community)}
                view={view}
                act={act}
              />
            ))}
          </tbody>
        </table>
      )}
      {found.length > drawn.length && (
        <button type='button' className='more' onClick={() => act.send({ type: 'board-changed', board: { most: board.most + PAGE } })}>
          {tell('board.more', { more: Math.min(PAGE, found.length - drawn.length) })}
        </button>
      )}
    </section>
  )
}

function targetsOf(units: readonly UnitReport[]): readonly Target[] {
  const targets = new Map<string, Target>()
  for (const unit of units) for (const { target } of unit.judgements) targets.set(target.id, target)
  return [...targets.values()]
}

function CommunityRow({
  unit,
  targets,
  place,
  open,
  view,
  act,
}: { unit: UnitReport; targets: readonly Target[]; place: number; open: boolean } & ScreenProps) {
  const { tell, language } = useWords()
  const toggle = () => act.send({ type: 'community-toggled', community: unit.community })
  const detail = `unit-${unit.community}`
  const verdicts = new Map<string, Verdict>(unit.judgements.map(judgement => [judgement.target.id, judgement.verdict]))
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    toggle()
  }
  return (
    <>
      <tr className={open ? 'open' : undefined} aria-rowindex={place + 2}>
        <th
          scope='row'
          className='matrix-name'
          data-row={unit.community}
          data-column='name'
          tabIndex={place === 0 ? 0 : -1}
          aria-expanded={open}
          aria-controls={open ? detail : undefined}
          onClick={toggle}
          onKeyDown={onKeyDown}
        >
          <span className='twist' aria-hidden='true' />
          {unit.label}
        </th>
        {targets.map(target => {
          const verdict = verdicts.get(target.id)
          return (
            <td
              key={target.id}
              className='matrix-mark'
              data-row={unit.community}
              data-column={target.id}
              tabIndex={-1}
              onClick={toggle}
              onKeyDown={onKeyDown}
              title={verdict === undefined ? undefined : `${target.title[language]}：${tell(`verdict.${verdict}`)}`}
            >
              {verdict !== undefined && (
                <span className={`mark ${verdict}`}>
                  <VerdictShape verdict={verdict} />
                  <span className='hidden'>{tell(`verdict.${verdict}`)}</span>
                </span>
              )}
            </td>
          )
        })}
      </tr>
      {open && (
        <tr className='detail'>
          <td id={detail} colSpan={targets.length + 1}>
            <UnitDetail unit={unit} view={view} act={act} />
          </td>
        </tr>
      )}
    </>
  )
}
