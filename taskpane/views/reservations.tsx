import type { ReadNotice } from '../../src/core/snapshot'
import { say } from '../../src/messages'
import { useWords } from './words'

/** What the verdicts below are worth: values that may be old, merged cells that could not be seen. Said beside them and not only among the notes on the reading. */
const KEYS: ReadonlySet<string> = new Set(['notice.calculationManual', 'notice.calculationPending', 'notice.by-cells', 'notice.by-cells-unsaved'])

export function Reservations({ notices }: { notices: readonly ReadNotice[] }) {
  const { language } = useWords()
  const said = notices.filter(({ key }) => KEYS.has(key))
  if (said.length === 0) return null
  return (
    <div className='notice reservations' role='note'>
      {said.map(({ key, params }) => <p key={key}>{say({ key, params }, language)}</p>)}
    </div>
  )
}
