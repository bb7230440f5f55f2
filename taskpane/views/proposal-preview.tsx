import { Button } from '@fluentui/react-components'
import { isFixable } from '../../src/core/finding'
import type { Finding } from '../../src/core/finding'
import { NO_PREVIEW, chosenCount } from '../preview'
import { useFillWords } from './fill-words'
import { Outcome, Refused } from './outcome'
import { Proposed } from './proposal'
import type { ScreenProps } from './screen'
import { undoLabel } from './undo-words'

/** Fixes that can lose nothing, all together. */
export function SafeFixes({ view, act }: ScreenProps) {
  const { tell } = useFillWords()
  const count = view.report.findings.filter(finding => isFixable(finding) && finding.fix?.safe === true).length
  if (count === 0) return null
  return (
    <button type="button" className="chip" disabled={view.busy || view.proposed.busy} title={tell('fix.safe.about')} onClick={() => act.writing.fix('safe')}>{tell('fix.safe', { count })}</button>
  )
}

/** One finding's fix: looked at before it is written, as any other. */
export function FixOne({ finding, number, view, act }: { finding: Finding; number: number } & ScreenProps) {
  const { tell } = useFillWords()
  if (!isFixable(finding)) return null
  return <button type="button" className="link" disabled={view.busy || view.proposed.busy} onClick={() => act.writing.fix([number])}>{tell('fix.one')}</button>
}

/** The findings as a sheet of the workbook, where it is a file of this page; inside Excel the tools offer it on every screen. */
export function WriteFindings({ view, act }: ScreenProps) {
  const { tell, language } = useFillWords()
  if (act.writing.save === null) return null
  return <button type="button" className="chip" disabled={view.busy || view.proposed.busy} onClick={() => act.writing.results(language)}>{tell('results.ask')}</button>
}

/** What the fixes, or the findings sheet, would write, cell by cell, and what the last ones did. */
export function ProposalPreview({ view, act }: ScreenProps) {
  const { tell, language } = useFillWords()
  const { proposed, writing } = view, { plan } = proposed, chosen = chosenCount(proposed), kind = plan?.kind === 'results' ? 'results' : 'fix'
  const isTold = writing.done !== null && (isLookedAt(writing.done.of) || (writing.done.of === 'undo' && plan === null))
  return (
    <>
      {isTold && writing.done !== null && <Outcome done={writing.done} view={view} act={act} />}
      {writing.refused !== null && <Refused refused={writing.refused} view={view} act={act} />}
      {writing.undo !== null && isLookedAt(writing.undo.what) && plan === null && (
        <p><Button size="small" disabled={writing.busy || view.busy} onClick={act.writing.undo}>{undoLabel(writing.undo, language)}</Button></p>
      )}
      {plan !== null && (
        <section className="fix-preview" aria-labelledby="proposal-title">
          <h2 id="proposal-title">{tell(`${kind}.title`)}</h2>
          <p className="quiet">{tell(plan.sheets.length === 0 ? `${kind}.nothing` : `${kind}.about`)}</p>
          <div className="fill-actions">
            {plan.sheets.length > 0 && (
              <Button appearance="primary" size="small" disabled={writing.busy || view.busy || chosen === 0} onClick={() => act.writing.apply(kind)}>{tell(`${kind}.write`, { count: chosen })}</Button>
            )}
            <Button size="small" disabled={writing.busy} onClick={() => act.send({ type: 'proposed-changed', proposed: NO_PREVIEW })}>{tell('fix.cancel')}</Button>
          </div>
          <Proposed preview={proposed} change={changed => act.send({ type: 'proposed-changed', proposed: changed })} view={view} act={act} />
        </section>
      )}
    </>
  )
}

/** Written from this preview. */
export function isLookedAt(what: string): boolean {
  return what === 'fix' || what === 'results'
}
