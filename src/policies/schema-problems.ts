import type * as z from 'zod/mini'
import { maskText } from '../core/mask'
import type { Message, MessageParam } from '../core/message'
import type { LocalText } from '../core/plan'
import { message } from '../messages'

/** Parses a settings file's text; a mark at its start (BOM) is allowed. */
export function parseJson(json: string): { readonly data: unknown } | { readonly problem: Message } {
  try {
    return { data: JSON.parse(json.replace(/^\uFEFF/, '')) as unknown }
  } catch (error) {
    return { problem: notJson(json, error) }
  }
}

/** zod's findings in our words: each with the path in the file and what was expected there. */
export function problemsOf(error: z.core.$ZodError, data: unknown): Message[] {
  return error.issues.flatMap(issue => problemOf(issue, data))
}

type Issue = z.core.$ZodIssue

function problemOf(issue: Issue, data: unknown): Message[] {
  const path = pathName(issue.path), found = foundAt(data, issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => message('policy.unknown-key', { path: pathName([...issue.path, key]) }))
    case 'invalid_key':
      return [message('policy.unknown-key', { path })]
    case 'invalid_value':
      return [message('policy.one-of', { path, choices: issue.values.map(String), found })]
    case 'invalid_type':
      return [found === null ? message('policy.missing', { path, expected: expectedType(issue.expected) }) : message('policy.expected', { path, expected: expectedType(issue.expected), found })]
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return [message('policy.blank', { path })]
      return [message('policy.at-least', { path, least: Number(issue.minimum), found })]
    case 'too_big':
      return [message('policy.at-most', { path, most: Number(issue.maximum), found })]
    case 'invalid_union':
      return [message(found === null ? 'policy.missing' : 'policy.expected', { path, expected: { 'zh-CN': '不小于 0 的数，或按户数分档的数值', en: 'a number of 0 or more, or steps by size' }, found })]
    case 'invalid_format':
      return [message('policy.expected', { path, expected: FORMATS[issue.path.at(-2) === 'columns' ? 'column' : issue.path.at(-1) === 'header' ? 'box' : 'id'], found })]
    default:
      return [message('policy.expected', { path, expected: { 'zh-CN': '日期，形如 2023-12-31', en: 'a day such as 2023-12-31' }, found })]
  }
}

const TYPES: Readonly<Record<string, LocalText>> = {
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': 'true 或 false', en: 'true or false' },
  array: { 'zh-CN': '列表 [ ]', en: 'a list [ ]' },
  object: { 'zh-CN': '对象 { }', en: 'an object { }' },
  record: { 'zh-CN': '对象 { }', en: 'an object { }' },
}

const FORMATS = {
  id: { 'zh-CN': '小写字母、数字和连字符', en: 'lower-case letters, digits and hyphens' },
  column: { 'zh-CN': '列标，如 H，或 null', en: 'a column letter such as H, or null' },
  box: { 'zh-CN': '区域，如 A3:L4', en: 'a range such as A3:L4' },
} as const satisfies Readonly<Record<string, LocalText>>

function expectedType(name: string): MessageParam {
  return TYPES[name] ?? name
}

/** `targets[2].history[0].value`; the file itself is `/`. */
function pathName(path: readonly PropertyKey[]): string {
  let name = ''
  for (const part of path) name += typeof part === 'number' ? `[${part}]` : name === '' ? String(part) : `.${String(part)}`
  return name === '' ? '/' : name
}

/** What stands at the path, short enough for a sentence; `null` when nothing does. */
function foundAt(data: unknown, path: readonly PropertyKey[]): string | null {
  let value: unknown = data
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return null
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part]
  }
  if (value === undefined) return null
  // Masked before it is cut: of half an id no door behind this can tell that it was one.
  const shown = maskText(JSON.stringify(value))
  return shown.length > 40 ? `${shown.slice(0, 39)}…` : shown
}

/** Line and column where the JSON breaks, when the engine tells the position. */
function notJson(json: string, error: unknown): Message {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')
  if (position === null) return message('policy.not-json', { line: json.split('\n').length, column: 1 })
  const before = json.slice(0, Number(position[1])).split('\n')
  return message('policy.not-json', { line: before.length, column: (before.at(-1) ?? '').length + 1 })
}
