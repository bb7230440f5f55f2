import { useEffect, useMemo, useState } from 'react'
import { listed, originsOf } from '../decision-list'
import type { ListedDecision } from '../decision-list'
import type { Effect } from '../shown'
import type { ScreenProps } from './screen'
import { useWords } from './words'

/** All that was settled for this workbook, one by one: what it changed, where it came from, and the way back. */
export function DecisionList({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  const { choices, policies, asked } = view
  const all = useMemo(() => listed(choices, { policies, asked, language }), [choices, policies, asked, language])
  const origins = useMemo(() => originsOf(choices, view.brought), [choices, view.brought])
  const effects = useEffects(all, view, act)
  if (all.length === 0) return null
  return (
    <section aria-labelledby="decisions" className="decisions">
      <h2 id="decisions" tabIndex={-1}>{tell('decisions')} <span className="count">{all.length}</span></h2>
      <ul className="plain">
        {all.map((decision, i) => (
          <li key={decision.id} className="decision">
            <p>{decision.text}</p>
            <p className="quiet">
              {tell(`decision.from.${origins[decision.id] ?? 'visit'}`)}
              {effects !== null && <> · {effectText(effects[i] ?? null, tell)}</>}
              <button type="button" className="link" aria-label={tell('decision.take-back.of', { decision: decision.text })} onClick={() => act.choose(restored(decision))}>{tell('decision.take-back')}</button>
            </p>
          </li>
        ))}
      </ul>
      {all.length > 1 && <p><button type="button" className="chip" onClick={() => act.choose({ policy: null, asOf: null, mapping: {}, accepted: [], numbers: [] })}>{tell('decision.take-back.all')}</button></p>}
    </section>
  )
}

/** Lists that became empty are said to be empty: `choose` keeps what it is not told. */
function restored({ without }: ListedDecision): ScreenProps['view']['choices'] {
  return { ...without, accepted: without.accepted ?? [], numbers: without.numbers ?? [] }
}

/** What the result would be without each; `null` until it is known. */
function useEffects(all: readonly ListedDecision[], view: ScreenProps['view'], act: ScreenProps['act']): readonly (Effect | null)[] | null {
  const [known, setKnown] = useState<{ readonly of: object; readonly effects: readonly (Effect | null)[] } | null>(null)
  const { report, busy } = view, { effects } = act
  useEffect(() => {
    if (busy || all.length === 0) return
    let wanted = true
    effects(all.map(({ without }) => without)).then(found => { if (wanted) setKnown({ of: report, effects: found }) }, () => undefined)
    return () => { wanted = false }
  }, [all, busy, report, effects])
  return known?.of === report ? known.effects : null
}

/** What a decision changes, in words. */
export function effectText(effect: Effect | null, tell: ReturnType<typeof useWords>['tell']): string {
  if (effect === null) return tell('decision.effect.not-known')
  const parts = [
    ...(effect.counted[0] === effect.counted[1] ? [] : [tell('decision.effect.counted', { before: effect.counted[0], after: effect.counted[1] })]),
    ...(effect.verdicts === 0 ? [] : [tell('decision.effect.verdicts', { count: effect.verdicts })]),
    ...(effect.findings[0] === effect.findings[1] ? [] : [tell('decision.effect.findings', { before: effect.findings[0], after: effect.findings[1] })]),
  ]
  return parts.length === 0 ? tell('decision.effect.none') : parts.join('；')
}
