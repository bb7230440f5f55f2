import { Field } from '@fluentui/react-components'
import { areaNamed } from '../../src/core/area'
import type { InputCell, MissingInput } from '../../src/core/fill-plan'
import { say } from '../../src/messages'
import { withTyped } from '../preview'
import { typedNumber } from '../typed-content'
import { useFillWords } from './fill-words'
import { exists } from './proposal'
import type { ScreenProps } from './screen'
import { GoTo } from './go-to'

/** What nobody gave: each typed here, in its unit, and written with the rest to the cell where it belongs. */
export function Missing({ view, act }: ScreenProps) {
  const { tell } = useFillWords()
  const { plan, asked } = view.fill
  if (plan === null || asked.length === 0) return null
  return (
    <section aria-labelledby='fill-missing'>
      <h2 id='fill-missing'>
        {tell('missing')} <span className='count'>{plan.missing.length}</span>
      </h2>
      <p className='quiet'>{tell('missing.about')}</p>
      <ul className='plain asked'>
        {asked.map(input => (
          <Asked key={input.input} input={input} isOpen={plan.missing.some(each => each.input === input.input)} view={view} act={act} />
        ))}
      </ul>
    </section>
  )
}

function Asked({ input, isOpen, view, act }: { input: MissingInput; isOpen: boolean } & ScreenProps) {
  const { tell, language } = useFillWords()
  const { sheet, cell, message, asks } = input
  return (
    <li className={isOpen ? undefined : 'given'}>
      {isOpen ? say(message, language) : <span className="quiet">✓ {tell('given', { title: asks.map(({ title }) => title).join('、') })}</span>}
      {isOpen && exists(view, sheet) && cell !== '' && <> <GoTo cells={areaNamed(sheet, cell)} act={act} /></>}
      {asks.map(ask => <NumberField key={`${ask.sheet}!${ask.cell}`} ask={ask} view={view} act={act} />)}
    </li>
  )
}

/** One number for one cell. It is taken when the person leaves the field or presses Enter, and the plan follows. */
export function NumberField({ ask, view, act }: { ask: InputCell } & ScreenProps) {
  const { tell, language } = useFillWords()
  const { sheet, cell, title, unit } = ask, { typed } = view.fill
  const now = typed.find(each => each.sheet === sheet && each.cell === cell)?.text ?? ''
  const take = (text: string) => {
    if (text.trim() !== now) act.writing.plan({ typed: withTyped(typed, { sheet, cell, text: text.trim() }) })
  }
  const isWrong = now !== '' && typedNumber(now) === null, place = `${sheet}!${cell}`
  return (
    <Field className="number-field" size="small" orientation="horizontal" label={`${title === '' ? cell : title}${unit === '' ? '' : language === 'en' ? ` (${unit})` : `（${unit}）`}`} {...(isWrong ? { validationMessage: tell('not-a-number') } : {})}>
      {control => <input {...control} type="text" inputMode="decimal" key={now} defaultValue={now} title={place} disabled={view.writing.busy}
        onBlur={event => take(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') take(event.currentTarget.value)
          if (event.key === 'Escape') event.currentTarget.value = now
        }} />}
    </Field>
  )
}
