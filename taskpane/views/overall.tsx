import { wholeGap } from '../../src/core/gap'
import type { Judgement } from '../../src/core/report'
import type { ShownReport } from '../shown'
import { actualOf, barOf, expectedOf, gapParts } from '../figures'
import { useWords } from './words'
import { Unverified, VerdictMark } from './verdict'

/** The whole, one row a target: what is there, what is asked for, what is missing, the verdict. */
export function Overall({ report }: { report: ShownReport }) {
  const { tell } = useWords()
  const { judgements } = report.overall
  if (judgements.length === 0) return null
  return (
    <section aria-labelledby="overall" className="overall-part">
      <h2 id="overall">{tell('board.overall')}</h2>
      <table className="overall" aria-labelledby="overall">
        <thead>
          <tr>
            <th scope="col">{tell('overall.target')}</th>
            <th scope="col" className="overall-number">{tell('overall.actual')}</th>
            <th scope="col" className="overall-number wide">{tell('overall.wanted')}</th>
            <th scope="col" className="overall-gap">{tell('overall.gap')}</th>
            <th scope="col" className="overall-verdict">{tell('overall.verdict')}</th>
          </tr>
        </thead>
        <tbody>{judgements.map(judgement => <Line key={judgement.target.id} judgement={judgement} report={report} />)}</tbody>
      </table>
    </section>
  )
}

function Line({ judgement, report }: { judgement: Judgement; report: ShownReport }) {
  const { tell, language } = useWords()
  const bar = barOf(judgement), gap = wholeGap(report, judgement), wanted = expectedOf(judgement, language)
  return (
    <tr className="figure">
      <th scope="row">
        {judgement.target.title[language]}
        {judgement.citation?.verified === false && <Unverified citation={judgement.citation} />}
        <span className={`bar ${judgement.verdict}`} aria-hidden="true">
          {bar !== null && (
            <>
              <span className="bar-fill" style={{ inlineSize: `${bar.actual * 100}%` }} />
              <span className="bar-tick" style={{ insetInlineStart: `${bar.tick * 100}%` }} />
            </>
          )}
        </span>
      </th>
      <td className="overall-number">
        <strong>{actualOf(judgement, language)}</strong>
        {/* Said twice in the page, shown once: beside the figure where there is no room for a column. */}
        <span className="quiet narrow">{wanted}</span>
      </td>
      <td className="overall-number wide quiet">{wanted}</td>
      <td className="overall-gap">
        {gapParts(gap, judgement, language).map(part => <span key={part} className="whole">{part}</span>)}
        {gap !== null && gap.open > 0 && gap.short > 0 && <span className="quiet">{tell('overall.gap.open', { open: gap.open })}</span>}
      </td>
      <td className="overall-verdict"><VerdictMark verdict={judgement.verdict} /></td>
    </tr>
  )
}
