/** @jest-environment node */
import type { Finding, Severity } from '../../src/core/finding'
import { groupsOf, placeInList } from '../../taskpane/views/finding-groups'
import { finding } from './fixture'

/** Findings as `rule severity community`; `=` for the whole, `-` for none; `@` at the end: about no cell. */
function listed(...lines: readonly string[]) {
  const findings: Finding[] = [], communityOf: (number | null)[] = []
  lines.forEach((line, number) => {
    const [rule = '', severity = '', community = '', cell] = line.split(' ')
    findings.push(finding(number, rule, severity as Severity, cell === '@' ? null : undefined))
    communityOf.push(community === '-' ? null : community === '=' ? -1 : Number(community))
  })
  return { findings, communityOf }
}

const shown = (report: ReturnType<typeof listed>, by: 'cause' | 'community') =>
  groupsOf(report, { by, accepted: false }).map(({ key, severity, findings }) => `${severity} ${key}: ${findings.map(({ number }) => number).join(' ')}`)

const MIXED = listed('id-wrong warning 2', 'id-wrong warning 0', 'blank info 1', 'total-wrong error -', 'blank info - @', 'blank error 1', 'age info =')

test('by cause: the worst first, then the larger; inside the worst first, then the communities in their order', () => {
  expect(shown(MIXED, 'cause')).toEqual(['error blank: 5 2 4', 'error total-wrong: 3', 'warning id-wrong: 1 0', 'info age: 6'])
})

test('by community: the worst first, then in their order, then the whole, the sheets and the workbook', () => {
  expect(shown(MIXED, 'community')).toEqual(['error community/1: 5 2', 'error sheet/花名册: 3', 'warning community/0: 1', 'warning community/2: 0', 'info overall: 6', 'info workbook: 4'])
})

test.each(['cause', 'community'] as const)('by %s every finding stands once, and the place in the list is where it stands', by => {
  const groups = groupsOf(MIXED, { by, accepted: false })
  expect(groups.flatMap(({ findings }) => findings.map(({ number }) => number)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  for (const { key, findings } of groups)
    findings.forEach(({ number }, place) => expect(placeInList(MIXED, number, { by })).toEqual({ group: key, place }))
})

test('accepted findings stand apart', () => {
  const report = listed('blank info 0', 'blank info 1'), [first, second] = report.findings
  if (first === undefined || second === undefined) return
  const one = { ...report, findings: [{ ...first, accepted: { reason: '已报' } }, second] }
  expect(shown(one, 'community')).toEqual(['info community/1: 1'])
  expect(groupsOf(one, { by: 'community', accepted: true }).map(({ key }) => key)).toEqual(['community/0'])
  expect(placeInList(one, 0, { by: 'cause' })).toEqual({ group: 'blank', place: 0 })
})
