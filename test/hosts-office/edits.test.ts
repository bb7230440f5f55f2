/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { renewing, watchEdits } from '../../src/hosts/office/edits'
import { hasMarks } from '../../src/hosts/office/marks'
import { loadOffice, open, settle } from './client'

beforeAll(() => loadOffice())

describe('results are out of date', () => {
  const quick = { isWriting: () => false, quietMs: 5 }
  const wait = () => new Promise(resolve => { setTimeout(resolve, 30) })

  test('after edits by anyone, once, when they have calmed down', async () => {
    const { excel, run } = open({ 表: [[1]] })
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    for (const entry of [2, 3, 4]) excel.typedBySomeone('表', { row: 0, column: 0 }, entry, entry === 4)
    await wait()
    expect(told).toBe(1)
    await stop()
    await settle()
    excel.typedBySomeone('表', { row: 0, column: 0 }, 5)
    await wait()
    expect([told, excel.listening.size]).toEqual([1, 0])
  })

  test('not after our own writes: by the event\'s own word, or by ours where the host is older', async () => {
    const { run, workbook } = open({ 表: [[1]] })
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    await workbook.apply([{ kind: 'cell', sheet: '表', cell: 'A1', before: 1, after: 2 }])
    await wait()
    expect(told).toBe(0)
    await stop()
    const older = open({ 表: [[1]] }, { apiLevel: 9 })
    const stopOlder = await watchEdits(older.run, () => told++, { isWriting: () => true, quietMs: 5 })
    await older.workbook.apply([{ kind: 'cell', sheet: '表', cell: 'A1', before: 1, after: 2 }])
    await wait()
    expect(told).toBe(0)
    await stopOlder()
  })

  test('after a sheet came or went', async () => {
    const { excel, run } = open({ 表: [[1]] })
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    excel.sheetBySomeone('新表')
    await wait()
    excel.sheetBySomeone('新表')
    await wait()
    expect(told).toBe(2)
    await stop()
    await settle()
    expect(excel.listening.size).toBe(0)
  })

  test('a host without events of sheets still tells edits', async () => {
    const { excel, run } = open({ 表: [[1]] })
    excel.refuses.add('WorksheetCollection._RegisterAddedEvent')
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    excel.typedBySomeone('表', { row: 0, column: 0 }, 2)
    await wait()
    expect(told).toBe(1)
    await stop()
  })

  test('the connection was lost: the next answer puts the handlers on again, and what may have been missed is told', async () => {
    const { excel, run: plain } = open({ 表: [[1]] })
    const run = renewing(plain)
    let told = 0
    const stop = await watchEdits(run, () => told++, quick)
    excel.loseSession()
    await expect(hasMarks(run)).rejects.toMatchObject({ code: 'host-busy' })
    expect(await hasMarks(run)).toBe(false)
    await wait()
    await settle()
    expect([told, [...excel.listening].sort()]).toEqual([1, ['10:Workbook', '13:Workbook', '15:Workbook']])
    excel.typedBySomeone('表', { row: 0, column: 0 }, 2)
    await wait()
    expect(told).toBe(2)
    await stop()
  })

  test('Excel forgets the event: nothing breaks, the next reading is right', async () => {
    const { excel, run, workbook } = open({ 表: [[1]] })
    const stop = await watchEdits(run, () => undefined, quick)
    excel.losesEvents = true
    excel.typedBySomeone('表', { row: 0, column: 0 }, 7)
    expect((await workbook.read()).sheets[0]?.rows).toEqual([[7]])
    await stop()
  })
})
