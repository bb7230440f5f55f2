/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import '../excel-host/web-globals'
import { readFileSync } from 'node:fs'
import type { Snapshot } from '../../src/core/snapshot'
import type { ReadOptions } from '../../src/core/workbook'
import { agrees } from '../../src/hosts/office/agreement'
import { officeFile } from '../../src/hosts/office/file'
import type { FileDocument } from '../../src/hosts/office/file'
import { sampleOf } from '../../src/hosts/office/file-sample'
import { OfficeWorkbook } from '../../src/hosts/office/office-workbook'
import { nodeCodec } from '../../src/hosts/xlsx/node'
import { readBytes } from '../../src/hosts/xlsx/read'
import { bookFromSnapshot } from '../excel-host/from-snapshot'
import { emulatedFile } from '../excel-host/state'
import type { EmulatedFile } from '../excel-host/state'
import { workbook as packed } from '../workbooks/workbook'
import { loadOffice, openBook, settle } from './client'
import type { Opened } from './client'

const SAMPLE = new Uint8Array(readFileSync('samples/杂乱表示例.xlsx'))
const read = (bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Snapshot> => readBytes(bytes, name, nodeCodec, options)

beforeAll(() => loadOffice(20, emulatedFile(() => new Uint8Array(0))))

interface WithFile extends Opened {
  readonly file: EmulatedFile
}

/** A workbook open in an Excel that gives its file. @param given what Excel gives; the file itself when left out */
async function openFile({ bytes = SAMPLE, given, patienceMs = 200, sliceSize = 1024 * 1024, misbehaves = {} }: {
  bytes?: Uint8Array
  given?: () => Uint8Array
  patienceMs?: number
  sliceSize?: number
  misbehaves?: Partial<EmulatedFile>
} = {}): Promise<WithFile> {
  const file = Object.assign(emulatedFile(given ?? (() => bytes)), misbehaves)
  const source = officeFile(undefined, { patienceMs, sliceSize })
  const opened = openBook(bookFromSnapshot(await read(bytes, '工作簿.xlsx')), { file: source, readBytes: read })
  opened.excel.file = file
  return { ...opened, file }
}

const hasMerges = ({ sheets }: Snapshot): boolean => sheets.some(sheet => sheet.merges !== undefined)
const told = ({ notices }: Snapshot): string[] => notices.map(({ key }) => key).filter(key => key.startsWith('notice.by-cells'))

test('the file is asked for once, gathered, closed, and carries what the cells do not: merged areas', async () => {
  const { excel, file, workbook } = await openFile()
  const snapshot = await workbook.read()
  await settle()
  expect([snapshot.name, hasMerges(snapshot), told(snapshot)]).toEqual(['工作簿.xlsx', true, []])
  expect([file.asked, file.slices, file.open.size]).toEqual([1, 1, 0])
  expect([excel.wire.writes, excel.wire.moves, excel.canUndo]).toEqual([[], [], true])
  // One trip for the comparison, and the client's own cleaning up.
  expect(excel.wire.requests).toBeLessThanOrEqual(2)
})

test('a file of many slices comes whole, with progress that only grows', async () => {
  const { file, workbook } = await openFile({ sliceSize: 1000 })
  const shares: number[] = []
  const snapshot = await workbook.read({ onProgress: ({ share }) => shares.push(share) })
  expect(snapshot.sheets).toEqual((await read(SAMPLE, '')).sheets)
  const grows = shares.every((share, at) => share >= (shares[at - 1] ?? 0))
  expect([file.slices, shares.at(-1), grows]).toEqual([Math.ceil(SAMPLE.length / 1000), 1, true])
})

describe('without a file the cells are read, and one sentence says what they do not tell', () => {
  test.each<[string, Partial<EmulatedFile>]>([
    ['a WOPI host answers 11001', { openError: 11_001 }],
    ['a macro workbook on the web is refused', { openError: 5001 }],
    ['protected information is refused', { openError: 7000 }],
    ['a slice fails', { sliceError: 5001 }],
    ['success with nothing in it', { isEmpty: true }],
    ['no answer', { isSilent: true }],
  ])('%s', async (_what, misbehaves) => {
    const { file, workbook } = await openFile({ misbehaves })
    const snapshot = await workbook.read()
    await settle()
    expect([told(snapshot), hasMerges(snapshot)]).toEqual([['notice.by-cells'], false])
    expect(snapshot.sheets.every(sheet => sheet.untold?.has('merges'))).toBe(true)
    expect([file.asked <= 1, file.open.size]).toEqual([true, 0])
  })

  test.each<[string, () => Uint8Array]>([
    ['an encrypted file', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)])],
    ['a damaged file', () => SAMPLE.slice(0, SAMPLE.length - 400)],
  ])('%s', async (_what, given) => {
    const { file, workbook } = await openFile({ given })
    expect([told(await workbook.read()), file.open.size]).toEqual([['notice.by-cells'], 0])
  })

  test('a host without the request, and one that throws at it', async () => {
    const { workbook, excel, file } = await openFile()
    const { run } = openBook(excel.book), plain = new OfficeWorkbook(run, { file: officeFile(() => ({})), readBytes: read })
    expect(told(await plain.read())).toEqual(['notice.by-cells'])
    const throwing = { getFileAsync: () => { throw new Error('not here') } }
    expect(await officeFile(() => throwing)({})).toBeNull()
    expect([file.asked, await workbook.read().then(told)]).toEqual([0, ['notice.by-cells']])
  })
})

test('a file above the limit is not taken, and closed', async () => {
  let closed = 0
  const huge = { size: 300 * 1024 * 1024, sliceCount: 300, closeAsync: () => { closed++ }, getSliceAsync: () => { throw new Error('asked for') } }
  const answering = { getFileAsync: (_type: unknown, _options: unknown, answer: (result: unknown) => void) => { answer({ status: 'succeeded', value: huge }) } }
  expect(await officeFile(() => answering as unknown as FileDocument)({})).toBeNull()
  expect(closed).toBe(1)
})

test('a file that comes when nobody waits for it any more is closed', async () => {
  let closed = 0, answer: (result: unknown) => void = () => undefined
  const late = { getFileAsync: (_type: unknown, _options: unknown, told: (result: unknown) => void) => { answer = told } }
  expect(await officeFile(() => late as unknown as FileDocument, { patienceMs: 50 })({})).toBeNull()
  answer({ status: 'succeeded', value: { closeAsync: () => { closed++ } } })
  expect(closed).toBe(1)
})

describe('edits that the file does not have', () => {
  test.each<[string, (opened: WithFile) => void]>([
    ['a number', ({ excel }) => { excel.typedBySomeone(excel.book.sheets[0]?.name ?? '', { row: 2, column: 1 }, 99_999) }],
    ['a row below', ({ book }) => { book.sheets[0]?.put((book.sheets[0].rows.length ?? 0) + 3, 0, '新来的人') }],
    ['a cell that was emptied', ({ book }) => { book.sheets[0]?.put(0, 0, undefined) }],
    ['a sheet that came', ({ book }) => { book.add('新表') }],
    ['a sheet that has another name', ({ book }) => { if (book.sheets[0] !== undefined) book.sheets[0].name = '改名' }],
    ['a sheet that was hidden', ({ book }) => { if (book.sheets[1] !== undefined) book.sheets[1].visibility = 'Hidden' }],
  ])('%s: the cells are read, with the advice to save', async (_what, edit) => {
    const opened = await openFile()
    edit(opened)
    expect(told(await opened.workbook.read())).toEqual(['notice.by-cells-unsaved'])
  })

  test('a formula that changes by itself is no edit', async () => {
    const row = ['甲', { formula: 'TODAY()', value: 45_000 }, { formula: 'A1&"x"', value: '甲x' }]
    const bytes = packed({ sheets: [{ name: '表', rows: [row] }] })
    const opened = await openFile({ bytes })
    opened.book.sheet('表').put(0, 1, 45_001, '=TODAY()')
    expect(told(await opened.workbook.read())).toEqual([])
  })

  test('a large workbook is sampled: bounded, in one trip, the first and last rows of every sheet among it', async () => {
    const rows = Array.from({ length: 9000 }, (_each, n) => [n, `甲${String(n)}`, n * 2, '正式', '本科'])
    const bytes = packed({ sheets: [{ name: '一', rows }, { name: '二', rows: [['题'], [1]] }] })
    const sample = sampleOf(await read(bytes, 'x'))
    const cells = sample.parts.reduce((sum, part) => sum + part.cells.reduce((each, line) => each + line.length, 0), 0)
    const last = sample.parts.filter(({ sheet }) => sheet === '一').at(-1)
    expect([cells <= 25_000, sample.parts[0]?.box.top, last?.box.bottom]).toEqual([true, 1, 9000])
    const { run, book } = await openFile({ bytes })
    expect(await agrees(run, sample)).toEqual({ name: '工作簿.xlsx', notices: [] })
    book.sheet('一').put(8999, 1, '乙')
    expect(await agrees(run, sample)).toBeNull()
  })
})

test('manual calculation is told with a file too', async () => {
  const { book, workbook } = await openFile()
  book.calculationMode = 'Manual'
  expect((await workbook.read()).notices.map(({ key }) => key)).toContain('notice.calculationManual')
})

describe('cancelling', () => {
  test.each<[string, Partial<EmulatedFile>]>([
    ['while Excel makes the file', { isSilent: true }],
    ['between two slices', {}],
  ])('%s', async (what, misbehaves) => {
    const signal = { aborted: false }
    const beforeSlice = () => { signal.aborted = true }
    const { file, workbook } = await openFile({ patienceMs: 60_000, misbehaves: { ...misbehaves, beforeSlice } })
    const reading = workbook.read({ signal })
    if (what.startsWith('while')) setTimeout(() => { signal.aborted = true }, 20)
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    await settle()
    expect(file.open.size).toBe(0)
  })
})
