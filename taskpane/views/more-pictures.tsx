import { Suspense, useState } from 'react'
import type { UnitReport } from '../../src/core/report'
import { fetched } from './fetched'
import { usePaperWords } from './paper-words'

const { Screen: UnitPictures } = fetched(() => import('./unit-pictures'))

/** The pictures of a community, fetched and drawn when they are first wanted. */
export function MorePictures({ unit }: { unit: UnitReport }) {
  const tell = usePaperWords(), [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{tell('pictures')}</summary>
      {isOpen && <Suspense fallback={null}><UnitPictures unit={unit} /></Suspense>}
    </details>
  )
}
