import { useEffect, useState } from 'react'
import type { UnitReport } from '../../src/core/report'
import type { Place } from '../../src/core/place'
import { say } from '../../src/messages'
import { hireParts } from '../../src/render/outlook'
import type { UnitRows } from '../shown'
import { MorePictures } from './more-pictures'
import { PremisesList, PeopleList } from './unit-rows'
import { Sum } from './unit-sum'
import { useWords } from './words'
import type { ScreenProps } from './screen'

/** A community opened, or one of its targets: the arithmetic, the people behind it, what closes the gap, and the way to the cells. */
export function UnitDetail({ unit, only, view, act }: { unit: UnitReport; only?: string | undefined } & ScreenProps) {
  const { tell, language } = useWords()
  const rows = useUnitRows(unit, view.report, act.unitRows)
  const judgements = only === undefined ? unit.judgements : unit.judgements.filter(judgement => judgement.target.id === only)
  const { questions, plan } = view.report
  const open = only !== undefined || rows === null ? [] : questions.filter(({ places }) => places.some(place => isAmong(place, rows)))
  const hires = only === undefined ? plan.hires.find(each => each.community === unit.community) : undefined
  const closing = hires === undefined ? [] : hireParts(hires)
  return (
    <div className="unit">
      <ul className="sums">
        {judgements.map(judgement => <Sum
          key={judgement.target.id} judgement={judgement} rows={rows} alone={only !== undefined}
          policy={view.report.policy} act={act}
        />)}
      </ul>
      {closing.length > 0 && <p className="closing"><strong>{tell('board.closing')}</strong>{closing.map(part => say(part, language)).join(language === 'en' ? '; ' : '；')}</p>}
      {open.length > 0 && (
        <>
          <h3>{tell('unit.open')}</h3>
          <ul className="plain">{open.map(question => <li key={question.id}>{say(question.message, language)}</li>)}</ul>
        </>
      )}
      {only !== undefined && (
        <p><button type="button" className="link" onClick={() => act.send({ type: 'community-toggled', community: unit.community })}>{tell('unit.whole', { unit: unit.label })}</button></p>
      )}
      {only === undefined && (rows === null ? <p className="quiet">{tell('loading')}</p> : <><PeopleList
        rows={rows} act={act}
      /><PremisesList figures={unit.premises} rows={rows} act={act} /></>)}
      {only === undefined && <MorePictures unit={unit} />}
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
