import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matches, workbooksOf } from '../../src/cli/workbooks'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plancheck-books-'))
  for (const each of ['河东', '河东/旧', '空']) mkdirSync(join(folder, each))
  for (const each of ['b.xlsx', 'a.xlsx', '~$a.xlsx', '.hidden.xlsx', 'notes.txt', '清单.CSV', '河东/花名册.xlsx', '河东/旧/花名册2021.xls']) writeFileSync(join(folder, each), '')
  symlinkSync(folder, join(folder, '河东', 'loop'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const named = async (recursive: boolean, ...operands: string[]): Promise<[string[], boolean]> => {
  const { files, many } = await workbooksOf(operands.map(each => join(folder, each)), recursive)
  return [files.map(each => each.slice(folder.length + 1)), many]
}

describe('what the operands name', () => {
  test('a folder: its workbooks by name, no lock file, nothing hidden', async () => {
    expect(await named(false, '.')).toEqual([['a.xlsx', 'b.xlsx', '清单.CSV'], true])
  })
  test('folders in folders, each once, a link in a circle too', async () => {
    expect(await named(true, '.')).toEqual([['a.xlsx', 'b.xlsx', '河东/旧/花名册2021.xls', '河东/花名册.xlsx', '清单.CSV'], true])
  })
  test('patterns, folder by folder and through all of them', async () => {
    expect(await named(false, '?.xlsx')).toEqual([['a.xlsx', 'b.xlsx'], true])
    expect(await named(false, '河*/*.xlsx')).toEqual([['河东/花名册.xlsx'], true])
    expect((await named(false, '**/花名册*'))[0]).toEqual(['河东/旧/花名册2021.xls', '河东/花名册.xlsx'])
  })
  test('files as they are; what names nothing stays to be reported; a file named twice over is read once', async () => {
    expect(await named(false, 'b.xlsx', 'nowhere.xlsx', '*.docx', '空')).toEqual([['b.xlsx', 'nowhere.xlsx', '*.docx', '空'], true])
    expect(await named(false, 'b.xlsx', '*.xlsx')).toEqual([['b.xlsx', 'a.xlsx'], true])
    expect(await named(false, 'b.xlsx')).toEqual([['b.xlsx'], false])
  })
  test.each([['花名册.xlsx', '*.xlsx', true], ['a', '', false], ['', '*', true], ['abc', 'a?c', true], ['abc', 'a*b', false], ['aaaaaaaaaaaaaaaaaaaaaaaaaaab', '*a*a*a*a*a*a*a*c', false], ['𠮷.xlsx', '?.xlsx', true]])('%s against %s', (name, pattern, fits) => {
    expect(matches(name, pattern)).toBe(fits)
  })
})
