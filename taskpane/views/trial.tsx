import { useEffect, useState } from 'react'
import { Button } from '@fluentui/react-components'
import type { Mapping } from '../../src/core/mapping'
import type { ColumnKey, TableKind } from '../../src/core/reading'
import type { Effect } from '../shown'
import { effectText } from './decisions'
import type { ScreenProps } from './screen'
import { useWords } from './words'

/** A correction that is looked at before it is taken. */
export type Trial = { readonly of: 'kind'; readonly kind: TableKind } | { readonly of: 'column'; readonly column: number; readonly key: ColumnKey | null }

/** The correction of one table that is being looked at; with the next report it is gone. */
export function useTrial({ report }: ScreenProps['view']): readonly [Trial | null, (trial: Trial | null) => void] {
  const [tried, setTried] = useState<{ readonly of: object; readonly trial: Trial | null }>({ of: report, trial: null })
  return [tried.of === report ? tried.trial : null, trial => setTried({ of: report, trial })]
}

export interface TrialResultProps extends ScreenProps {
  readonly title: string
  /** What goes without saying to the program, and not to the person: where a meaning is taken from now. */
  readonly notes?: readonly string[]
  /** The mapping as it would be. */
  readonly mapping: Mapping
  readonly onDone: () => void
}

/** What a correction would change, before and after, and the two ways out. */
export function TrialResult({ title, notes = [], mapping, view, act, onDone }: TrialResultProps) {
  const { tell } = useWords(), effect = useEffectOf(mapping, view, act)
  const take = () => {
    onDone()
    act.choose({ mapping })
  }
  return (
    <div className="trial">
      <div role="status">
        <p><strong>{title}</strong></p>
        {notes.map(note => <p key={note}>{note}</p>)}
        <p>{changesText(effect, tell)}</p>
      </div>
      <p className="buttons">
        <Button size="small" appearance="primary" disabled={view.busy} onClick={take}>{tell('trial.take')}</Button>
        <Button size="small" onClick={onDone}>{tell('cancel')}</Button>
      </p>
    </div>
  )
}

function changesText(effect: Effect | null | undefined, tell: ReturnType<typeof useWords>['tell']): string {
  if (effect === undefined) return tell('trial.working')
  if (effect === null) return tell('trial.not-known')
  return `${isNone(effect) ? tell('trial.none') : effectText(effect, tell)}${tell('stop')}`
}

function isNone({ counted, verdicts, findings }: Effect): boolean {
  return counted[0] === counted[1] && verdicts === 0 && findings[0] === findings[1]
}

/** From the result as it is to the one that would be; `undefined` until it is known, `null` where it is not worked out. */
function useEffectOf(mapping: Mapping, { choices }: ScreenProps['view'], { effects }: ScreenProps['act']): Effect | null | undefined {
  const [known, setKnown] = useState<{ readonly by: string; readonly effect: Effect | null } | null>(null), by = JSON.stringify(mapping)
  useEffect(() => {
    let wanted = true
    const found = (effect: Effect | null) => { if (wanted) setKnown({ by, effect }) }
    effects([{ ...choices, mapping: JSON.parse(by) as Mapping }]).then(
      ([effect = null]) => found(effect === null ? null : turned(effect)),
      () => found(null),
    )
    return () => { wanted = false }
  }, [by, choices, effects])
  return known?.by === by ? known.effect : undefined
}

/** The far side compares what is asked for with what is shown; here what is shown comes first. */
function turned({ counted, verdicts, findings }: Effect): Effect {
  return { counted: [counted[1], counted[0]], verdicts, findings: [findings[1], findings[0]] }
}
