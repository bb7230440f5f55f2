import { areaNamed } from '../../src/core/area'
import { isFormula } from '../../src/core/cell'
import { say } from '../../src/messages'
import type { ChangePlace, NotWritten, Refusal, RefusedChange, Written } from '../written'
import { PAGE } from '../list-state'
import { contentText, useFillWords } from './fill-words'
import { Said } from './said'
import type { ScreenProps } from './screen'
import { GoTo } from './go-to'

/** What a write did: how much, what the host adds, and each cell that was left alone with its reason. */
export function Outcome({ done, view, act }: { done: Written } & ScreenProps) {
  const { tell, language } = useFillWords()
  const { cells, sheets } = done
  return (
    <>
      <Said intent="success">
        <p>{done.of === 'undo' ? tell('undone', { cells }) : done.of === 'results' ? tell('results.done', { sheet: done.added ?? '' }) : tell('done', { cells, sheets })}{done.of === 'fill' && act.writing.save !== null && <>{language === 'en' ? ' ' : ''}{tell('done.save')}</>}</p>
        {done.notices.map((notice, index) => <p key={index}>{say(notice, language)}</p>)}
      </Said>
      {done.skipped.length > 0 && (
        <section aria-labelledby="fill-skipped">
          <h2 id="fill-skipped">{tell('skipped')} <span className="count">{done.skipped.length.toLocaleString('en')}</span></h2>
          <ul className="plain">
            {[...byReason(done.skipped)].map(([why, places]) => (
              <li key={why}>
                {say({ key: why, params: {} }, language)}
                <span className="links">
                  {places.slice(0, PAGE).map(place => <Place key={place.label} place={place} view={view} act={act} />)}
                  {places.length > PAGE && <span className="quiet">{tell('and-more', { count: places.length - PAGE })}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Why nothing was written: each place that is no longer what the preview showed, with what is there now. */
export function Refused({ refused, view, act }: { refused: Refusal } & ScreenProps) {
  const { tell } = useFillWords()
  const { changes } = refused
  return (
    <Said intent='warning' labelledBy='fill-refused'>
      <h2 id='fill-refused'>
        {tell(refused.of === 'undo' ? 'refused.undo' : 'refused')} <span className='count'>{changes.length.toLocaleString('en')}</span>
      </h2>
      <ul className='plain'>
        {changes.slice(0, PAGE).map((change, index) => (
          <li key={index}>
            <Place place={change.place} view={view} act={act} /> <Found change={change} of={refused.of} />
          </li>
        ))}
      </ul>
      {changes.length > PAGE && <p className='quiet'>{tell('and-more', { count: changes.length - PAGE })}</p>}
      <p className='quiet'>{tell(refused.of === 'undo' ? 'refused.undo.do' : 'refused.do')}</p>
    </Said>
  )
}

function Found({ change: { before, found, why }, of }: { change: RefusedChange; of: Refusal['of'] }) {
  const { tell, language } = useFillWords()
  if (why !== 'conflict.changed' && why !== 'conflict.name-changed') return <>{say({ key: why, params: {} }, language)}</>
  const words = (content: RefusedChange['found']) => (isFormula(content) ? content.formula : contentText(content, language)) || tell('blank')
  return <>{tell(of === 'undo' ? 'refused.found.undo' : 'refused.found', { found: words(found), before: words(before) })}</>
}

function Place({ place: { label, sheet, cell }, view, act }: { place: ChangePlace } & ScreenProps) {
  const isThere = sheet !== null && cell !== null && view.opened.sheets.some(each => each.name === sheet)
  return isThere ? <GoTo cells={areaNamed(sheet, cell)} act={act} /> : <span>{label}</span>
}

function byReason(skipped: readonly NotWritten[]): ReadonlyMap<string, readonly ChangePlace[]> {
  const found = new Map<string, ChangePlace[]>()
  for (const { why, place } of skipped) {
    const places = found.get(why)
    if (places === undefined) found.set(why, [place])
    else places.push(place)
  }
  return found
}
