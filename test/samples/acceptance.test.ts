import { ACCEPTANCE } from '../workbooks/acceptance'
import { checked, departures } from './compare'

test.each(ACCEPTANCE.map(one => [one.id, one.tags.join(', '), one] as const))('%s: %s', async (_id, _tags, one) => {
  const report = await checked('book' in one.file ? one.file.book : one.file.bytes, one.file.name, { asOf: one.asOf })
  expect(departures(report, one)).toEqual([])
})
