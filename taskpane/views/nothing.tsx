import { foundNothing } from '../../src/render/summary'
import { usePaperWords } from './paper-words'
import type { ScreenProps } from './screen'
import { useWords } from './words'

/** Where nothing was recognised that could be judged: what to do next, instead of a screen of blanks. */
export function Nothing({ view, act }: ScreenProps) {
  const { tell } = useWords(), say = usePaperWords()
  return (
    <section className="nothing">
      <p className="headline">{tell('nothing')}</p>
      <p>{tell('nothing.why')}</p>
      <NextSteps view={view} act={act} />
      {view.tab === 'papers' && <p className="quiet">{say('nothing')}</p>}
    </section>
  )
}

/** The ways on: the tables, a template, what was audited all the same. */
export function NextSteps({ view, act }: ScreenProps) {
  const { tell } = useWords(), { formulas, totals } = view.report.checked
  const go = (tab: ScreenProps['view']['tab']) => act.send({ type: 'tab-chosen', tab })
  return (
    <p className="buttons">
      {view.tab !== 'recognised' && <button type="button" className="chip" onClick={() => go('recognised')}>{tell('nothing.tables')}</button>}
      <button type="button" className="chip" onClick={() => act.papers.saveTemplate('plan')}>{tell('template.plan')}</button>
      <button type="button" className="chip" onClick={() => act.papers.saveTemplate('collect')}>{tell('template.collect')}</button>
      {formulas + totals.length > 0 && view.tab !== 'audit' && <button type="button" className="chip" onClick={() => go('audit')}>{tell('nothing.audit')}</button>}
    </p>
  )
}

/** Whether a screen has nothing to show but that. */
export function isNothing({ report }: ScreenProps['view']): boolean {
  return foundNothing(report)
}
