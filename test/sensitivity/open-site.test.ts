import { usableParts } from '../../src/judge/open-site'
import { reading } from '../checks/readings'
import type { SiteGiven } from '../checks/readings'

/** `100..220 number`: at least, at most, and what would be asked. */
function partsOf(site: Omit<SiteGiven, 'in'>): readonly string[] {
  const [place] = reading({ sites: [{ in: '河东', ...site }] }).premises
  if (place === undefined) throw new Error('no place')
  return usableParts(place, 20231231).map(({ low, high, open }) => `${String(low)}..${String(Math.round(high * 1e6) / 1e6)}${open === null ? '' : ` ${open}`}`)
}

test.each<[string, Omit<SiteGiven, 'in'>, readonly string[]]>([
  ['a number', { usable: 200 }, ['200..200']],
  ['more than a number (200余): asked up to a tenth beyond it', { usable: { value: 200, low: 200, high: null, about: true } }, ['200..220 number']],
  ['about a number whose ends are written', { usable: { value: 200, low: 190, high: 210, about: true } }, ['190..210 number']],
  ['two answers: no further than the upper', { usable: { value: 200, low: 200, high: 210, doubtful: true } }, ['200..210 number']],
  ['two answers, and no value', { usable: { value: null, low: 0, high: 150, doubtful: true } }, ['0..150 number']],
  ['no end above, and no value to start from', { usable: { value: null, low: 100, high: null, doubtful: true } }, ['100..Infinity']],
  ['written, and no number in it', { usable: { value: null } }, ['0..Infinity']],
  ['an area that may be built', { area: 300 }, ['300..300 basis']],
  ['built alone: at most so much', { built: 300 }, ['0..300 number']],
  ['built 0', { built: 0 }, ['0..0']],
  ['nothing told', {}, ['0..Infinity']],
  ['no premises', { tenure: 'none' }, ['0..0']],
  ['activity rooms beside it are a part of their own', { usable: 120, activity: 80 }, ['120..120', '80..80']],
  ['activity rooms alone: at least so much', { activity: 80 }, ['80..Infinity']],
])('what may be usable of a place: %s', (_name, site, wanted) => {
  expect(partsOf(site)).toEqual(wanted)
})
