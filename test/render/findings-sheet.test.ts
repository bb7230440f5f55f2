import { areaNamed } from '../../src/core/area'
import { isFormula } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import { undoOf } from '../../src/core/change'
import type { Finding } from '../../src/core/finding'
import { FINDINGS_MARK, OLD_FINDINGS_MARK } from '../../src/core/marks'
import { allChanges, chosenChanges } from '../../src/core/proposal'
import { MemoryWorkbook } from '../../src/hosts/memory'
import { findingsSheet } from '../../src/render/findings-sheet'
import type { SheetSource } from '../../src/render/findings-sheet'
import { comparable, shown } from '../contract/shown'
import { snapshotOf } from '../contract/workbook-spec'
import type { WorkbookSpec } from '../contract/workbook-spec'
import { findingOf, sourceOf } from './findings-report'

const finding = findingOf, report = (...findings: Finding[]) => sourceOf(findings)
const BOOK: WorkbookSpec = { sheets: [{ name: '花名册', cells: { A1: 1, B1: { formula: '=A1+1', value: 2 } } }] }
const first = finding('B5', '甲'), second = finding('B6', '乙'), third = finding('B7', '丙')

/** Writes the sheet, again and again, and lets a person do something in between. */
class Written {
  constructor(private readonly book: MemoryWorkbook) {}

  async write(source: SheetSource, language: 'zh-CN' | 'en' = 'zh-CN') {
    const proposal = findingsSheet(source, await this.book.read(), language)
    expect(await this.book.apply(allChanges(proposal))).toMatchObject({ outcome: 'applied', skipped: [] })
    return proposal
  }

  async types(cell: string, after: CellContent, before: CellContent = null, sheet = '问题清单'): Promise<void> {
    expect(await this.book.apply([{ kind: 'cell', sheet, cell, before, after }])).toMatchObject({ outcome: 'applied' })
  }

  async cells(sheet = '问题清单'): Promise<Record<string, unknown>> {
    return Object.fromEntries(Object.entries(shown(await this.book.read())).flatMap(([cell, content]) =>
      (cell.startsWith(`${sheet}!`) ? [[cell.slice(sheet.length + 1), isFormula(content) ? content.formula : content]] : [])))
  }
}

const bookOf = (spec: WorkbookSpec = BOOK) => {
  const book = new MemoryWorkbook(snapshotOf(spec))
  return { book, written: new Written(book) }
}

test('it is a sheet at the end, with a row for each finding: place, sentence, clause', async () => {
  const { written } = bookOf()
  const source = { id: 's', source: 's', clause: '三（一）', quote: '', verified: false }
  await written.write(report(
    { ...first, evidence: { actual: 0.7, expected: 0.8, difference: -0.1, source } },
    finding('A1', '乙', { severity: 'warning', at: areaNamed('二 月', 'A1') }), finding('', '丙', { severity: 'info', at: null }),
    finding('', '丁', { severity: 'info', at: { sheet: '花名册', boxes: [] }, accepted: { reason: '上级已同意暂缓' } }),
  ))
  expect(await written.cells()).toMatchObject({
    A1: '社区规划核查问题清单', A2: '文件：花名册.xlsx', A3: '标准：示例标准　截至：2023-12-31', A4: '错误 4 条，警告 0 条，提示 0 条，已接受 1 条',
    A6: '序号', B6: '级别', C6: '位置', D6: '问题', E6: '依据', F6: '处理情况',
    A7: 1, B7: '错误', C7: '花名册!B5', E7: '三（一）（未核实）', A8: 2, B8: '警告', C8: "'二 月'!A1", A9: 3, B9: '提示', A10: 4, C10: '花名册', F10: '已接受：上级已同意暂缓',
  })
})

test('the rest of the workbook stays as it is, and undo takes the sheet away', async () => {
  const { book, written } = bookOf(), before = comparable(await book.read())
  const proposal = await written.write(report(first))
  expect((await book.read()).sheets.map(({ name }) => name)).toEqual(['花名册', '问题清单'])
  expect(await written.cells('花名册')).toEqual({ A1: 1, B1: '=A1+1' })
  await book.apply(undoOf(allChanges(proposal)))
  expect(comparable(await book.read())).toEqual(before)
})

test('the next one takes its place, under whatever name it has then; undo brings the one of before back', async () => {
  const { book, written } = bookOf()
  await written.write(report(first, second))
  const renamed = await book.read(), sheets = renamed.sheets.map(sheet => (sheet.name === '问题清单' ? { ...sheet, name: '核 查' } : sheet))
  const again = new MemoryWorkbook({ ...renamed, sheets, names: [{ name: FINDINGS_MARK, refersTo: "'核 查'!$A$1" }] }), before = comparable(await again.read())
  const proposal = await new Written(again).write(report(third))
  expect([proposal.sheet, await new Written(again).cells('核 查')]).toMatchObject(['核 查', { C7: '花名册!B7' }])
  expect((await new Written(again).cells('核 查'))['C8']).toBeUndefined()
  await again.apply(undoOf(allChanges(proposal)))
  expect(comparable(await again.read())).toEqual(before)
})

test.each<[string, WorkbookSpec, string]>([
  ['a sheet of the person\'s own with the name', { sheets: [{ name: '问题清单', cells: { A1: '人写的' } }] }, '问题清单 2'],
  ['one that only differs in case', { sheets: [{ name: 'FINDINGS', cells: { A1: 1 } }] }, '问题清单'],
  ['a mark of an earlier version', { sheets: [{ name: '旧', cells: { A1: '题' } }], names: { [OLD_FINDINGS_MARK]: '旧!$A$1' } }, '旧'],
  ['a mark whose sheet is gone', { ...BOOK, names: { [FINDINGS_MARK]: '#REF!$A$1' } }, '问题清单'],
  ['a mark that moved down with its cell', { sheets: [{ name: '旧', cells: { A2: '题' } }], names: { [FINDINGS_MARK]: '旧!$A$2' } }, '旧'],
])('%s', async (_what, spec, sheet) => {
  const { book, written } = bookOf(spec)
  expect((await written.write(report(first))).sheet).toBe(sheet)
  expect((await book.read()).names.find(({ name }) => name === FINDINGS_MARK)?.refersTo).toBe(/ /.test(sheet) ? `'${sheet}'!$A$1` : `${sheet}!$A$1`)
  if (spec.sheets.some(({ name }) => name === '问题清单')) expect(await written.cells()).toEqual({ A1: '人写的' })
})

test('a remark goes along with its finding, in either language of the sheet; one whose finding is gone is told before it goes', async () => {
  const { written } = bookOf()
  await written.write(report(first, second, third))
  await written.types('F7', '已改')
  await written.types('F8', 45000)
  await written.types('F9', '查无此项')
  const proposal = await written.write(report(second, finding('B9', '戊'), first))
  expect(await written.cells()).toMatchObject({ C7: '花名册!B6', F7: 45000, C9: '花名册!B5', F9: '已改' })
  const unsafe = proposal.items.filter(({ safe }) => !safe)
  expect(unsafe.map(({ change, why }) => ['cell' in change ? change.cell : '', why.key])).toEqual([['F9', 'results.why-remark']])
  await written.write(report(first), 'en')
  expect(await written.cells()).toMatchObject({ A6: 'No.' })
})

describe('what a person did to the list stays beside its finding', () => {
  /** Two findings with remarks; then the person changes the sheet, and the findings come in the other order. */
  const after = async (changes: readonly (readonly [string, CellContent, CellContent])[]) => {
    const { written } = bookOf()
    await written.write(report(first, second))
    await written.types('F7', '已改')
    await written.types('F8', '再查')
    for (const [cell, before, content] of changes) await written.types(cell, content, before)
    const proposal = await written.write(report(second, first))
    return { cells: await written.cells(), lost: proposal.items.flatMap(({ safe, change, why }) => (safe || !('cell' in change) ? [] : [`${change.cell} ${why.key}`])) }
  }
  test('the column of the clause was deleted: the remarks moved left', async () => {
    const { cells, lost } = await after([['E6', '依据', '处理情况'], ['F6', '处理情况', null], ['E7', null, '已改'], ['F7', '已改', null], ['E8', null, '再查'], ['F8', '再查', null]])
    expect([cells, lost]).toMatchObject([{ E6: '依据', F6: '处理情况', C7: '花名册!B6', F7: '再查', F8: '已改' }, []])
  })
  test('a column of her own in between goes right of the list, and the remarks back', async () => {
    const { cells, lost } = await after([
      ['E6', '依据', '责任人'], ['E7', null, '丙某'], ['F6', '处理情况', '依据'], ['G6', null, '处理情况'], ['F7', '已改', null], ['F8', '再查', null], ['G7', null, '已改'], ['G8', null, '再查'],
    ])
    expect([cells, lost]).toMatchObject([{ F6: '处理情况', F7: '再查', F8: '已改', G6: '责任人', G8: '丙某' }, []])
    expect(cells['G7']).toBeUndefined()
  })
  test('a column with another head is a column of her own', async () => {
    expect(await after([['F6', '处理情况', '整改情况']])).toMatchObject({ cells: { F6: '处理情况', G6: '整改情况', G7: '再查', G8: '已改' }, lost: [] })
  })
  test('a column right of the list that has a head goes along with the findings', async () => {
    const { cells } = await after([['H6', null, '责任人'], ['H7', null, '甲某'], ['H8', null, '乙某'], ['H40', null, '另记']])
    expect(cells).toMatchObject({ C7: '花名册!B6', H6: '责任人', H7: '乙某', H8: '甲某', H40: '另记' })
  })
  test('a row of her own is told before it goes', async () => {
    expect((await after([['D9', null, '还要查丁'], ['F9', null, '下月']])).lost).toEqual(['D9 results.why-own', 'F9 results.why-own'])
  })
  test('in the other language a remark finds its finding', async () => {
    const { written } = bookOf(), told = { ...first, message: { key: 'report.more' as const, params: { count: 3 } } }
    await written.write(report(told))
    await written.types('F7', '已改')
    const { items } = await written.write(report(told), 'en')
    expect([(await written.cells())['F7'], items.every(({ safe }) => safe)]).toEqual(['已改', true])
  })
})

test('what the program itself said in that column is no remark', async () => {
  const { written } = bookOf()
  await written.write(report({ ...first, accepted: { reason: '暂缓' } }))
  const proposal = await written.write(report(first))
  expect([(await written.cells())['F7'], proposal.items.every(({ safe }) => safe)]).toEqual([undefined, true])
})

test('what stands beside the list stays where it is', async () => {
  const { written } = bookOf()
  await written.write(report(first, second))
  await written.types('H8', { formula: '=1+1', value: 2 })
  await written.types('H40', '人写的')
  await written.write(report(first))
  expect(await written.cells()).toMatchObject({ H8: '=1+1', H40: '人写的' })
})

test('what was typed on it since the preview refuses the write', async () => {
  const { book, written } = bookOf()
  await written.write(report(first))
  const proposal = findingsSheet(report(second), await book.read(), 'zh-CN')
  await written.types('F7', '刚写的')
  expect(await book.apply(allChanges(proposal))).toMatchObject({ outcome: 'refused', conflicts: [{ why: 'conflict.sheet-holds-more', found: '刚写的' }] })
})

test('with one cell left out nothing is written', () => {
  const proposal = findingsSheet(report(first), snapshotOf(BOOK), 'zh-CN')
  const { length } = proposal.items
  expect([chosenChanges(proposal, new Set([length - 1])), chosenChanges(proposal, new Set()).length]).toEqual([[], length])
})

test('the same findings again: nothing to look at', async () => {
  const { book, written } = bookOf()
  await written.write(report(first))
  expect(findingsSheet(report(first), await book.read(), 'zh-CN').items.every(({ quiet }) => quiet === true)).toBe(true)
})

test('text that looks like a formula is text, and ids are masked', async () => {
  const { written } = bookOf()
  await written.write(report(finding('B5', '990101199001010012'), finding('=1+1', '丁')))
  expect(JSON.stringify(await written.cells())).not.toContain('990101199001010012')
})
