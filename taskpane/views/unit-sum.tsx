import { cellArea } from '../../src/core/area'
import type { Place } from '../../src/core/place'
import type { Policy } from '../../src/core/plan'
import type { Judgement } from '../../src/core/report'
import { say } from '../../src/messages'
import type { PersonLine, UnitRows } from '../shown'
import { citationText } from './citation'
import type { ScreenProps } from './screen'
import { GoTo, cellsWord } from './go-to'
import { Unverified, VerdictMark } from './verdict'
import { useWords } from './words'
import type { WordKey, WordSpeech } from './words'

interface SumProps {
  readonly judgement: Judgement
  readonly rows: UnitRows | null
  /** Only this target was asked for: there is room for every name. */
  readonly alone: boolean
  readonly policy: Policy
  readonly act: ScreenProps['act']
}

/** Names that are written out where other targets stand beside. */
const NAMES = 12

/** One target of one community: the arithmetic, who is behind it, the source. */
export function Sum({ judgement, rows, alone, policy, act }: SumProps) {
  const speech = useWords(), { language, tell } = speech
  const { verdict, citation } = judgement
  return (
    <li className="sum">
      <VerdictMark verdict={verdict} />
      <div>
        <p>{say(judgement.arithmetic, language)}{citation?.verified === false && <Unverified citation={citation} />}</p>
        {judgement.remarks.map((remark, i) => <p key={i} className="quiet">{capital(say(remark, language))}</p>)}
        <Behind judgement={judgement} rows={rows} alone={alone} act={act} />
        {judgement.cells.length > 0 && (
          <p className="links">
            <span className="quiet">{tell('unit.cells')}</span>
            {judgement.cells.map(cells => <GoTo key={cellsWord(cells)} cells={cells} act={act} />)}
          </p>
        )}
        {citation !== null && <details className="cite" open={alone}><summary>{citationText(citation, policy, speech, false)}</summary><q>{citation.quote}</q></details>}
        <span className="hidden">{judgement.target.title[language]}</span>
      </div>
    </li>
  )
}

/** A line of its own begins as a sentence does. */
function capital(said: string): string {
  return said.slice(0, 1).toUpperCase() + said.slice(1)
}

/** The people behind a miss by name; the cells of what has no name. Of a target that was opened by itself, also who was counted. */
function Behind({ judgement, rows, alone, act }: Pick<SumProps, 'judgement' | 'rows' | 'alone' | 'act'>) {
  const speech = useWords(), { tell } = speech
  const { lacking, verdict, target } = judgement
  const people = new Map((rows?.people ?? []).map(person => [keyOf(person.area.sheet, person.row), person]))
  const named = verdict === 'met' ? [] : lacking.flatMap(place => people.get(keyOf(place.sheet, place.row)) ?? [])
  const nameless = verdict === 'met' || rows === null ? [] : lacking.filter(place => !people.has(keyOf(place.sheet, place.row)))
  const isCounted = (person: PersonLine) => person.counted && isCountedIn(person, target.figure)
  const counted = alone && named.length === 0 ? (rows?.people ?? []).filter(isCounted) : []
  const shown = alone ? named : named.slice(0, NAMES)
  return (
    <>
      {shown.length > 0 && <Names
        title={tell('unit.lacking')} people={shown} more={named.length - shown.length} places={lacking}
        figure={target.figure} speech={speech} act={act}
      />}
      {counted.length > 0 && <Names
        title={tell('unit.counted', { count: counted.length })} people={counted} more={0} places={[]}
        figure={target.figure} speech={speech} act={act}
      />}
      {nameless.length > 0 && (
        <p className="links">
          <span className="quiet">{tell('unit.lacking')}</span>
          {nameless.slice(0, NAMES).map(place => <GoTo
            key={`${place.sheet}!${place.row}/${place.column}`} cells={cellArea(place)} act={act} short
          />)}
        </p>
      )}
    </>
  )
}

interface NamesProps {
  readonly title: string
  readonly people: readonly PersonLine[]
  readonly more: number
  /** Where the cause of each stands; a name leads there, else to the row. */
  readonly places: readonly Place[]
  readonly figure: string
  readonly speech: WordSpeech
  readonly act: ScreenProps['act']
}

function Names({ title, people, more, places, figure, speech, act }: NamesProps) {
  const { tell, language } = speech
  return (
    <p className="names">
      <span className="quiet">{title}</span>
      {people.map(person => {
        const place = places.find(each => each.row === person.row && each.sheet === person.area.sheet)
        const cells = place === undefined ? person.area : cellArea(place)
        const fact = factOf(person, figure, speech), id = person.id === '' ? '' : person.id
        return (
          <span key={`${person.area.sheet}!${person.row}`} className="name-item">
            <button type="button" className="link" title={tell('unit.go', { cells: cellsWord(cells) })} onClick={() => act.goTo(cells)}>{person.name === '' ? tell('person.unnamed') : person.name}</button>
            <span className="quiet">{[fact, id].filter(part => part !== '').join(' ')}</span>
          </span>
        )
      })}
      {more > 0 && <span className="quiet">{language === 'en' ? `+${more}` : tell('unit.names.more', { more })}</span>}
    </p>
  )
}

/** What the figure asks of a person, in a word. */
function factOf(person: PersonLine, figure: string, { tell }: WordSpeech): string {
  switch (figure) {
    case 'college-share': return tell(`person.college.${person.college}` satisfies WordKey)
    case 'party-league-share': return tell(`person.party.${person.partyOrLeague}` satisfies WordKey)
    case 'average-age': return person.age === null ? tell('person.age.unknown') : tell('person.age', { age: person.age })
    default: return ''
  }
}

function isCountedIn({ employment }: PersonLine, figure: string): boolean {
  return figure === 'formal' || figure === 'contracted' ? employment === figure : figure === 'staff-count'
}

function keyOf(sheet: string, row: number): string {
  return `${sheet}!${row}`
}
