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
    <button type="button" className="chip" disabled={view.busy || view.fix.busy} title={tell('fix.safe.about')} onClick={() => act.writing.fix('safe')}>{tell('fix.safe', { count })}</button>
  )
}

/** One finding's fix: looked at before it is written, as any other. */
export function FixOne({ finding, number, view, act }: { finding: Finding; number: number } & ScreenProps) {
  const { tell } = useFillWords()
  if (!isFixable(finding)) return null
  return <button type="button" className="link" disabled={view.busy || view.fix.busy} onClick={() => act.writing.fix([number])}>{tell('fix.one')}</button>
}

/** What the fixes would write, cell by cell, and what the last ones did. */
export function FixPreview({ view, act }: ScreenProps) {
  const { tell, language } = useFillWords()
  const { fix, writing } = view, { plan } = fix, chosen = chosenCount(fix)
  const isTold = writing.done !== null && (writing.done.of === 'fix' || (writing.done.of === 'undo' && plan === null)), isOurs = writing.undo?.what === 'fix'
  return (
    <>
      {isTold && writing.done !== null && <Outcome done={writing.done} view={view} act={act} />}
      {writing.refused !== null && <Refused refused={writing.refused} view={view} act={act} />}
      {isOurs && writing.undo !== null && plan === null && (
        <p><Button size="small" disabled={writing.busy || view.busy} onClick={act.writing.undo}>{undoLabel(writing.undo, language)}</Button></p>
      )}
      {plan !== null && (
        <section className="fix-preview" aria-labelledby="fix-title">
          <h2 id="fix-title">{tell('fix.title')}</h2>
          <p className="quiet">{tell(plan.sheets.length === 0 ? 'fix.nothing' : 'fix.about')}</p>
          <div className="fill-actions">
            {plan.sheets.length > 0 && (
              <Button appearance="primary" size="small" disabled={writing.busy || view.busy || chosen === 0} onClick={() => act.writing.apply('fix')}>{tell('fix.write', { count: chosen })}</Button>
            )}
            <Button size="small" disabled={writing.busy} onClick={() => act.send({ type: 'fix-changed', fix: NO_PREVIEW })}>{tell('fix.cancel')}</Button>
          </div>
          <Proposed preview={fix} change={fixed => act.send({ type: 'fix-changed', fix: fixed })} view={view} act={act} />
        </section>
      )}
    </>
  )
}
