import type { RoomId } from '../../src/core/reading'
import type { PremisesFigures } from '../../src/core/report'
import type { PersonLine, PremisesLine, UnitRows } from '../shown'
import type { ScreenProps } from './screen'
import { GoTo, cellsWord } from './go-to'
import { SpanTable } from './premises-span'
import { useWords } from './words'

/** The people of a community: those who count in sight, the others folded under 未计入 with what keeps each out. */
export function PeopleList({ rows, act }: { rows: UnitRows; act: ScreenProps['act'] }) {
  const { tell } = useWords()
  const counted = rows.people.filter(person => person.counted), others = rows.people.filter(person => !person.counted)
  return (
    <>
      <h3>{tell('unit.people')} <span className="count">{counted.length + rows.peopleLeftOut}</span></h3>
      {rows.people.length === 0 && <p className="quiet">{tell('unit.none')}</p>}
      {counted.length > 0 && <ul className="people">{counted.map(person => <PersonRow key={`${person.area.sheet}!${person.row}`} person={person} act={act} />)}</ul>}
      {rows.peopleLeftOut > 0 && <p className="quiet">{tell('unit.people.more', { more: rows.peopleLeftOut })}</p>}
      {others.length > 0 && (
        <details className="uncounted">
          <summary>{tell('unit.uncounted')} <span className="count">{others.length}</span></summary>
          <ul className="people">{others.map(person => <PersonRow key={`${person.area.sheet}!${person.row}`} person={person} act={act} />)}</ul>
        </details>
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
    person.listed ? null : tell('person.other-list'),
    person.id === '' ? null : person.id,
  ].filter(fact => fact !== null)
  return (
    <li>
      <button type="button" className="link name" title={tell('unit.go', { cells: cellsWord(person.area) })} onClick={() => act.goTo(person.area)}>{person.name === '' ? tell('person.unnamed') : person.name}</button>
      <span className="quiet">{facts.join(' · ')}</span>
    </li>
  )
}

/** The premises of a community: today and in the plan period, and each place. */
export function PremisesList({ figures, rows, act }: { figures: PremisesFigures | null; rows: UnitRows; act: ScreenProps['act'] }) {
  const { tell } = useWords()
  return (
    <>
      <h3>{tell('unit.premises')}</h3>
      {figures !== null && rows.premises.length > 0 && <SpanTable premises={figures} label={tell('span.title')} />}
      {rows.premises.length === 0 ? <p className="quiet">{tell('unit.no-premises')}</p> : (
        <ul className="plain">{rows.premises.map(premises => <PremisesRow key={`${premises.area.sheet}!${premises.row}`} premises={premises} act={act} />)}</ul>
      )}
    </>
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
