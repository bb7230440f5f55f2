import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { figures } from '../../src/judge'
import { rules } from '../../src/rules'
import { auditIds, auditRules } from '../../src/rules/audit-rules'
import { cliWords } from '../../src/cli/words'
import type { LocalText } from '../../src/core/plan'
import { catalogue } from '../../src/messages'

const root = join(__dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const names = (folder: string): string[] => readdirSync(join(root, folder)).filter(name => name.endsWith('.ts')).map(name => name.replace('.ts', ''))
const deep = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`)
const tests = deep('test/checks').map(read).join('\n')
const texts: [string, LocalText][] = [...Object.entries(catalogue as Readonly<Record<string, LocalText>>), ...Object.entries(cliWords).map(([key, text]): [string, LocalText] => [`cli ${key}`, text])]

describe('figures', () => {
  const files = names('src/judge/figures').filter(name => name !== 'index')
  test('every file is registered under its name', () => expect([...figures.keys()].sort()).toEqual(files.sort()))
  test.each(files)('%s is explained', id => expect(Object.keys(catalogue)).toContain(`explain.${id}`))
  test.each([...figures])('%s has its own id', (id, figure) => expect(figure.id).toBe(id))
})

describe('checks', () => {
  const files = deep('src/rules').filter(path => / = rule\(\{/.test(read(path))).map(path => basename(path, '.ts'))
  test('every file is registered under its name', () => expect(rules.map(rule => rule.id).sort()).toEqual(files.sort()))
  test.each(files)('%s is explained and tested', id => {
    expect(Object.keys(catalogue)).toContain(`explain.${id}`)
    expect(tests).toContain(`'${id}'`)
  })
})

describe('rules of the audit', () => {
  const files = deep('src/rules').filter(path => /: AuditRule = \{/.test(read(path))).map(path => basename(path, '.ts'))
  const audits = deep('test/audit').map(read).join('\n')
  test('every file is registered under its name', () => expect(auditRules.map(rule => rule.id).sort()).toEqual(files.sort()))
  test.each(auditIds)('%s is explained and tested', id => {
    expect(Object.keys(catalogue)).toContain(`explain.${id}`)
    expect(audits).toContain(id)
  })
})

describe('sentences', () => {
  const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)(?::(\w+))?(?:~(\w+))?\}/g)].map(([, name = '']) => name).sort()
  test.each(texts)('%s says the same in both languages', (_key, text) => {
    expect(new Set(placeholders(text.en))).toEqual(new Set(placeholders(text['zh-CN'])))
    expect(text['zh-CN'] + text.en).not.toMatch(/[!！]/)
  })

  test('every sentence of the judging is used', () => {
    const sources = ['src/judge', 'src/rules', 'src/render', 'src/policies', 'src/cli'].flatMap(deep).map(read).join('\n')
    const own = ['judging', 'findings', 'report'].flatMap(name => [...read(`src/messages/${name}.ts`).matchAll(/^ {2}'([^']+)':/gm)].map(([, key = '']) => key))
    // Keys that a value is put into are used by their beginning.
    const made = ['report.seen.']
    expect(own.filter(key => !sources.includes(`'${key}'`) && !made.some(start => key.startsWith(start) && sources.includes(`\`${start}`)))).toEqual([])
  })
})

test('every rule has a short name in both languages, and no two share one', () => {
  const ids = [...rules.map(rule => rule.id), ...auditIds].filter(id => id !== 'target-missed'), named = catalogue as Readonly<Record<string, LocalText | undefined>>
  expect(ids.filter(id => named[`check.${id}`] === undefined)).toEqual([])
  for (const language of ['zh-CN', 'en'] as const) expect(new Set(ids.map(id => named[`check.${id}`]?.[language])).size).toBe(ids.length)
})
