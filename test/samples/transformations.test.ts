import { ACCEPTANCE } from '../workbooks/acceptance'
import { checked, departures } from './compare'
import { TRANSFORMATIONS } from './transformations'

/** Where a change does change what the sheet says. */
const SAYS_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  // Without merges, what stands over which columns or rows is a guess that the program need not make.
  'no merges': ['g03', 'g05'],
}

const books = ACCEPTANCE.flatMap(one => ('book' in one.file ? [{ ...one, book: one.file.book }] : []))

describe.each(Object.entries(TRANSFORMATIONS))('the same report with %s', (name, transform) => {
  const usual = books.filter(one => SAYS_OTHERWISE[name]?.includes(one.id) !== true)
  test.each(usual.map(one => [one.id, one] as const))('%s', async (_id, one) => {
    const report = await checked(transform(one.book), one.file.name, { asOf: one.asOf })
    expect(departures(report, one)).toEqual([])
  })
})
