import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/check'
import type { Language } from '../../src/core/message'
import type { Report } from '../../src/core/report'
import { readWorkbookFile } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { reportPieces } from '../../src/render/json'
import { markdownReport } from '../../src/render/markdown'
import { textReport } from '../../src/render/text'

// A change of these files is a change of what people read: look at the difference, then run with UPDATE_GOLDEN=1.
const forms: readonly [string, Language, string, (report: Report, language: Language) => string][] = [
  ['计划现状示例', 'zh-CN', 'txt', textReport],
  ['计划现状示例', 'en', 'md', markdownReport],
  ['杂乱表示例', 'zh-CN', 'txt', textReport],
  ['一社区一表示例', 'zh-CN', 'json', (report, language) => `${[...reportPieces(report, language)].join('')}\n`],
]

test.each(forms)('%s in %s as %s', async (name, language, extension, render) => {
  const snapshot = await readWorkbookFile(join(__dirname, '../../samples', `${name}.xlsx`)), path = join(__dirname, `${name}.${language}.${extension}`)
  const text = render(check(snapshot, { policy: defaultPolicy }), language)
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
})
