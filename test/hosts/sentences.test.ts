import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { MessageParams } from '../../src/core/message'
import type { HostErrorCode } from '../../src/core/workbook'
import { catalogue, say } from '../../src/messages'

/** Every code, held complete by the compiler; the parameters that it is thrown with. */
const CODES: Readonly<Record<HostErrorCode, MessageParams>> = {
  'not-found': { file: 'a.xlsx' }, 'not-readable': { file: 'a.xlsx', cause: 'EACCES' }, 'not-a-workbook': {}, 'other-format': { format: 'PDF' }, 'html-as-xls': {}, 'xls-binary': {}, 'xlsb-binary': {}, encrypted: {},
  damaged: { part: 'zip' }, 'zip-bomb': { part: 'a' }, doctype: { part: 'a' }, 'too-large': { part: 'a' }, 'unsupported-compression': { part: 'a', method: 93 }, cancelled: {}, 'cell-edit-mode': {},
  'sheet-missing': { sheet: '表' }, 'sheet-exists': { sheet: '表' }, protected: {}, 'wrong-workbook': { workbook: 'a.xlsx' }, 'unsupported-sheet': { sheet: '图' }, 'last-sheet': {}, 'payload-too-large': {}, 'host-too-old': { need: 'ExcelApi 1.9' },
  'item-missing': {}, 'item-exists': {}, 'other-workbook': {}, 'chart-sheet-active': {}, 'host-busy': {}, 'access-denied': {}, 'host-failed': { cause: 'x' }, 'write-failed': { file: 'a.xlsx', cause: 'ENOSPC' }, 'not-writable': {},
  'empty-file': { file: 'a' }, 'input-device': { file: 'a' }, 'input-silent': { file: 'a', seconds: 3 }, 'input-endless': { file: 'a', megabytes: 1 }, 'file-too-large': { file: 'a', megabytes: 1 },
  'too-much-work': { where: '表', what: { key: 'work.cells', params: {} }, limit: 1000 }, 'output-kind': { file: 'a' }, 'output-link': { file: 'a' }, timeout: { file: 'a', seconds: 5 },
}

test.each(Object.entries(CODES))('error.%s has a sentence in both languages, and every placeholder is filled', (code, params) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const sentence = say({ key: `error.${code}`, params }, language)
    expect(sentence).not.toMatch(/error\.|[{}!！]/)
    expect(sentence).toMatch(language === 'en' ? /\.$/ : /。$/)
  }
})

test('every key that a host hands out is in the catalogue', () => {
  const folders = ['src/hosts/xlsx', 'src/hosts/memory', 'src/core']
  const keys = folders.flatMap(folder => readdirSync(join(__dirname, '../..', folder)).filter(file => file.endsWith('.ts')).flatMap(file => [...readFileSync(join(__dirname, '../..', folder, file), 'utf8').matchAll(/'((?:notice|skip|conflict)\.[\w-]+)'/g)].map(match => match[1] ?? '')))
  expect(keys.length).toBeGreaterThan(10)
  expect(keys.filter(key => !(key in catalogue))).toEqual([])
})
