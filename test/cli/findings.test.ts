import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { cellAt, sheetNamed } from '../../src/core/snapshot'
import { openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { PLAN, parse, theProgram } from './program'

const { cli, inFolder } = theProgram()

interface Said {
  readonly out: string | null
  readonly sheet: string
  readonly findings: number
  readonly changes: readonly { readonly sheet: string; readonly cell: string; readonly safe: boolean }[]
}

const read = async (file: string) => readWorkbookBytes(readFileSync(file), 'x.xlsx')

test('the workbook again, with its findings as a sheet and nothing else changed', async () => {
  const out = inFolder('清单.xlsx'), before = await read(PLAN), { code, out: text } = await cli('findings', PLAN, '-o', out, '--json')
  const said = JSON.parse(text) as Said, checked = parse((await cli('check', PLAN, '--json')).out)
  expect([code, said.sheet, said.findings, said.out]).toEqual([0, '问题清单', checked.findings.length, out])
  const after = await read(out), own = after.sheets.filter(({ name }) => name !== '问题清单')
  expect(own).toEqual(before.sheets)
  expect(said.changes.every(({ sheet }) => sheet === '问题清单')).toBe(true)
  // A sheet of the program is no part of what is checked.
  const again = parse((await cli('check', out, '--json')).out)
  for (const part of ['findings', 'counts', 'overall', 'communities'] as const) expect(again[part]).toEqual(checked[part])
})

test('again over it: nothing changes, and what a person noted stays', async () => {
  const once = inFolder('一.xlsx'), noted = inFolder('注.xlsx'), again = inFolder('二.xlsx')
  await cli('findings', PLAN, '-o', once)
  // The file's name, alone.
  expect((JSON.parse((await cli('findings', once, '--dry-run', '--json')).out) as Said).changes.map(({ cell }) => cell)).toEqual(['A2'])
  const book = openWorkbook(readFileSync(once), 'x.xlsx')
  await book.apply([{ kind: 'cell', sheet: '问题清单', cell: 'F7', before: null, after: '已补招' }])
  writeFileSync(noted, book.bytes)
  expect(await cli('findings', noted, '-o', again, '--as-of', '2033-12-31')).toMatchObject({ code: 0, err: '' })
  const sheet = sheetNamed(await read(again), '问题清单')
  expect(sheet?.rows.some((_row, index) => cellAt(sheet, index + 1, 6) === '已补招')).toBe(true)
})

test('a dry run writes nothing; without a place to write to it is refused', async () => {
  const files = readdirSync(dirname(inFolder('x')))
  expect((await cli('findings', PLAN, '--dry-run')).out).toMatch(/^将把 \d+ 条问题写入工作表“问题清单”/)
  expect(readdirSync(dirname(inFolder('x')))).toEqual(files)
  expect(await cli('findings', PLAN)).toMatchObject({ code: 2, out: '' })
  expect(await cli('findings', PLAN, '-o', PLAN)).toMatchObject({ code: 2, out: '' })
})
