import { useEffect, useState } from 'react'
import type { Policy } from '../../src/core/plan'
import { areaCells, cellArea } from '../../src/core/area'
import type { Area } from '../../src/core/area'
import type { Judgement, UnitReport } from '../../src/core/report'
import type { Place } from '../../src/core/place'
import type { RoomId } from '../../src/core/reading'
import { say } from '../../src/messages'
import type { PersonLine, PremisesLine, UnitRows } from '../shown'
import { citationText } from './citation'
import { useWords } from './words'
import type { ScreenProps } from './screen'
import { Unverified, VerdictMark } from './verdict'

/** A community opened: the arithmetic, the people, the premises, what is open, and the way to the cells. */
export function UnitDetail({ unit, view, act }: { unit: UnitReport } & ScreenProps) {
  const { tell, language } = useWords()
  const rows = useUnitRows(unit, view.report, act.unitRows)
  const questions = view.report.questions.filter(question => question.places.some(place => rows !== null && isAmong(place, rows)))
  return (
    <div className="unit">
      <ul className="sums">
        {unit.judgements.map(judgement => <Sum key={judgement.target.id} judgement={judgement} policy={view.report.policy} act={act} />)}
      </ul>
      {questions.length > 0 && (
        <>
          <h3>{tell('unit.open')}</h3>
          <ul className="plain">{questions.map(question => <li key={question.id}>{say(question.message, language)}</li>)}</ul>
        </>
      )}
      {rows === null ? <p className="quiet">{tell('loading')}</p> : <Rows rows={rows} act={act} />}
    </div>
  )
}

function useUnitRows(unit: UnitReport, report: object, fetchRows: (community: number) => Promise<UnitRows>): UnitRows | null {
  const [rows, setRows] = useState<UnitRows | null>(null)
  useEffect(() => {
    let wanted = true
    void fetchRows(unit.community).then(found => { if (wanted) setRows(found) })
    return () => { wanted = false }
  }, [unit.community, report, fetchRows])
  return rows
}

function isAmong(place: Place, rows: UnitRows): boolean {
  return [...rows.people, ...rows.premises].some(line => line.area.sheet === place.sheet && line.row === place.row)
}

function Sum({ judgement, policy, act }: { judgement: Judgement; policy: Policy; act: ScreenProps['act'] }) {
  const speech = useWords(), { tell, language } = speech
  const { target, verdict, citation } = judgement
  return (
    <li className="sum">
      <VerdictMark verdict={verdict} />
      <div>
        <p>{say(judgement.arithmetic, language)}{citation?.verified === false && <Unverified citation={citation} />}</p>
        {judgement.remarks.map((remark, i) => <p key={i} className="quiet">{say(remark, language)}</p>)}
        {(judgement.cells.length > 0 || judgement.lacking.length > 0) && (
          <p className="links">
            {judgement.cells.map(cells => <GoTo key={cellsWord(cells)} cells={cells} act={act} />)}
            {verdict !== 'met' && judgement.lacking.length > 0 && (
              <>
                <span className="quiet">{tell('unit.lacking')}</span>
                {judgement.lacking.slice(0, 12).map(place => <GoTo key={`${place.sheet}!${place.row}/${place.column}`} cells={cellArea(place)} act={act} short />)}
              </>
            )}
          </p>
        )}
        {citation !== null && <details className="cite"><summary>{citationText(citation, policy, speech, false)}</summary><q>{citation.quote}</q></details>}
        <span className="hidden">{target.title[language]}</span>
      </div>
    </li>
  )
}

/** As a person reads it: the sheet's name without quotes. */
function cellsWord(area: Area): string {
  return `${area.sheet}!${areaCells(area) ?? ''}`
}

/** A way to cells of the sheet: a real button, named by where it goes. */
export function GoTo({ cells, act, short = false }: { cells: Area; act: ScreenProps['act']; short?: boolean }) {
  const { tell } = useWords()
  const shown = short ? areaCells(cells) : cellsWord(cells)
  return <button type="button" className="link" title={tell('unit.go', { cells: cellsWord(cells) })} onClick={() => act.goTo(cells)}>{shown}</button>
}

function Rows({ rows, act }: { rows: UnitRows; act: ScreenProps['act'] }) {
  const { tell } = useWords()
  return (
    <>
      <h3>{tell('unit.people')} <span className="count">{rows.people.length + rows.peopleLeftOut}</span></h3>
      {rows.people.length === 0 ? <p className="quiet">{tell('unit.none')}</p> : (
        <ul className="people">{rows.people.map(person => <PersonRow key={`${person.area.sheet}!${person.row}`} person={person} act={act} />)}</ul>
      )}
      {rows.peopleLeftOut > 0 && <p className="quiet">{tell('unit.people.more', { more: rows.peopleLeftOut })}</p>}
      <h3>{tell('unit.premises')}</h3>
      {rows.premises.length === 0 ? <p className="quiet">{tell('unit.no-premises')}</p> : (
        <ul className="plain">{rows.premises.map(premises => <PremisesRow key={`${premises.area.sheet}!${premises.row}`} premises={premises} act={act} />)}</ul>
      )}
    </>
  )
}

function PersonRow({ person, act }: { person: PersonLine; act: ScreenProps['act'] }) {
  const { tell } = useWords()
  const facts = [
    tell(`person.${person.employment}`),
    person.presence === 'present' ? null : tell(`person.${person.presence}`),
    person.age === null ? tell('person.age.unknown') : tell('person.age', { age: person.age }),
    tell(`person.college.${person.college}`),
    tell(`person.party.${person.partyOrLeague}`),
    person.id === '' ? null : person.id,
  ].filter(fact => fact !== null)
  return (
    <li className={person.counted ? undefined : 'uncounted'}>
      <button type="button" className="link name" title={tell('unit.go', { cells: cellsWord(person.area) })} onClick={() => act.goTo(person.area)}>{person.name === '' ? tell('person.unnamed') : person.name}</button>
      <span className="quiet">{facts.join(' · ')}</span>
    </li>
  )
}

const ROOMS: readonly RoomId[] = ['office', 'police', 'meeting', 'culture']
const AREAS = ['usable', 'built', 'unspecified', 'activity'] as const

function PremisesRow({ premises, act }: { premises: PremisesLine; act: ScreenProps['act'] }) {
  const { tell } = useWords()
  const areas = AREAS.flatMap(kind => {
    const measured = premises[kind]
    if (measured === null) return []
    const words = tell(`premises.${kind}`, { area: measured.value })
    return [measured.about ? tell('premises.about', { facts: words }) : words]
  })
  const rooms = ROOMS.filter(room => premises.rooms[room] !== 'unknown').map(room => `${tell(`room.${room}`)} ${tell(`room.${premises.rooms[room]}`)}`)
  const facts = [...areas, premises.tenureWord || tell(`tenure.${premises.tenure}`), premises.demolition === 'yes' ? tell('premises.demolition') : null, ...rooms].filter(fact => fact !== null)
  return (
    <li>
      <GoTo cells={premises.area} act={act} /> <span className="quiet">{facts.join(' · ')}</span>
    </li>
  )
}
