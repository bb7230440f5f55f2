import { check } from '../../src/check'
import type { Snapshot } from '../../src/core/snapshot'
import { allChanges, cellItems, chosenChanges } from '../../src/core/proposal'
import { fixes } from '../../src/fix'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { defaultPolicy } from '../../src/policies'
import { fixJson, fixText } from '../../src/render/fix'
import { book } from '../read/sheets'

const findingsOf = (snapshot: Snapshot) => check(snapshot, { policy: defaultPolicy }).findings
const ID = '321299198003120011'
const people = (...rows: readonly string[]) => book({ 花名册: ['社区|姓名|人员类别|学历|身份证号', ...rows] })
const numberOf = (findings: ReturnType<typeof findingsOf>, rule: string) =>
  findings.flatMap((finding, number) => (finding.rule === rule ? [number] : []))

test('safe fixes go together, are written, and are found no more', async () => {
  const snapshot = people('莲花社区|甲某|正式|大专|321299 19800312 0011', '莲花社区|乙某|正式|大专|321299198003130041')
  const before = findingsOf(snapshot), proposal = fixes(before, 'safe')
  expect(cellItems(proposal).map(({ change, safe }) => [change.cell, change.after, safe])).toEqual([['E2', ID, true]])
  const host = new MemoryWorkbook(snapshot)
  expect(await host.apply(allChanges(proposal))).toMatchObject({ outcome: 'applied', skipped: [] })
  expect(fixes(findingsOf(await host.read()), 'safe').items).toEqual([])
})

test('one community in two writings: a decision, all its cells or none', async () => {
  const snapshot = people('莲花社区|甲某|正式|大专|', '莲花社区|乙某|正式|大专|', '莲花居委会|丙某|正式|大专|', '莲花居委会|丁某|聘用|大专|', '莲花社区|戊某|聘用|大专|')
  const before = findingsOf(snapshot), chosen = fixes(before, numberOf(before, 'community-two-spellings'))
  expect(fixes(before, 'safe').items).toEqual([])
  expect(cellItems(chosen).map(({ change }) => [change.cell, change.before, change.after])).toEqual([['A4', '莲花居委会', '莲花社区'], ['A5', '莲花居委会', '莲花社区']])
  expect(chosenChanges(chosen, new Set([0]))).toEqual([])
  const host = new MemoryWorkbook(snapshot)
  await host.apply(allChanges(chosen))
  expect(numberOf(findingsOf(await host.read()), 'community-two-spellings')).toEqual([])
})

test('a blank between rows of one community is filled down', () => {
  const snapshot = people(...Array.from({ length: 11 }, (_all, at) => `${at === 5 ? '' : '河东社区'}|${'甲乙丙丁戊己庚辛壬癸子'.charAt(at)}某|正式|大专|`))
  const before = findingsOf(snapshot), chosen = fixes(before, numberOf(before, 'community-filled-in'))
  expect(cellItems(chosen).map(({ change }) => [change.cell, change.before, change.after])).toEqual([['A7', null, '河东社区']])
})

test('a fault of half a list is told once and fixed in every row', () => {
  const snapshot = people(...['0011', '0038', '0054', '0070', '0097'].map((end, at) => `河东社区|${'甲乙丙丁戊'.charAt(at)}某|正式|大专|321299 19800312 ${end}`))
  const before = findingsOf(snapshot), numbers = numberOf(before, 'id-writing'), proposal = fixes(before, numbers)
  expect([numbers.length, cellItems(proposal).map(({ change }) => change.cell)]).toEqual([1, ['E2', 'E3', 'E4', 'E5', 'E6']])
})

test('an accepted finding is not fixed, and two fixes of one cell are not mixed', () => {
  const snapshot = people('莲花社区|甲某|正式|大专|321299 19800312 0011', '莲花社区|乙某|正式|大专|321299198003130041'), [finding] = findingsOf(snapshot).filter(({ rule }) => rule === 'id-writing')
  if (finding === undefined) throw new Error('no finding')
  expect(fixes([{ ...finding, accepted: { reason: '原件如此' } }], 'safe').items).toEqual([])
  expect(fixes([finding, { ...finding, subject: 'another' }], 'safe').items).toHaveLength(1)
})

test('what is left for the person is listed, as text and as data', () => {
  const snapshot = people('莲花社区|甲某|正式|大专|', '莲花社区|乙某|正式|大专|', '莲花居委会|丙某|正式|大专|'), findings = findingsOf(snapshot), proposal = fixes(findings, 'safe')
  expect(fixJson(proposal, findings, 'a.xlsx', null, 'zh-CN')).toMatchObject({ plancheck: 1, out: null, changes: [], left: [{ check: 'community-two-spellings' }] })
  expect(fixText(proposal, findings, 'a.xlsx', null, 'zh-CN')).toMatch(/^没有可以直接修正的问题。\n\n另有 1 个问题的修正需要逐项决定/)
})
