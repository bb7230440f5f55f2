import { HostError } from '../../core/workbook'
import { BOUNDS, tooMuch } from './bounds'
import { ownValue } from '../../core/own-value'

/** Attributes by name; a prefixed one by `:` and its local name, so that `r:id` is `:id` whatever the prefix. */
export type Attributes = Readonly<Record<string, string>>

export interface XmlHandler {
  /** Names come without their prefix. A self-closing element is opened and closed. */
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Reads a small XML part. Not a validator: it needs balanced quotes and brackets, no more.
 * The content of `AlternateContent` is left out, a document type is refused.
 * @param part the part's name, for the error
 * @throws HostError `damaged`, `doctype`
 */
export function readXml(source: string, part: string, handler: XmlHandler): void {
  let at = 0, depth = 0
  let alternate = 0
  const broken = (): never => {
    throw new HostError('damaged', { part })
  }
  for (;;) {
    const open = source.indexOf('<', at)
    if (open < 0) return
    if (open > at && alternate === 0) handler.text?.(decodeEntities(source.slice(at, open)))
    const next = source.charCodeAt(open + 1)
    if (next === BANG) {
      if (source.startsWith('<!--', open)) {
        const end = source.indexOf('-->', open + 4)
        if (end < 0) broken()
        at = end + 3
      } else if (source.startsWith('<![CDATA[', open)) {
        const end = source.indexOf(']]>', open + 9)
        if (end < 0) broken()
        if (alternate === 0) handler.text?.(source.slice(open + 9, end))
        at = end + 3
      } else throw new HostError('doctype', { part })
      continue
    }
    if (next === QUESTION) {
      const end = source.indexOf('?>', open + 2)
      if (end < 0) broken()
      at = end + 2
      continue
    }
    if (next === SLASH) {
      const end = source.indexOf('>', open)
      if (end < 0) broken()
      const name = localName(source.slice(open + 2, end).trim())
      depth--
      if (name === 'AlternateContent') alternate = Math.max(0, alternate - 1)
      else if (alternate === 0) handler.close?.(name)
      at = end + 1
      continue
    }
    let cursor = open + 1
    while (cursor < source.length && !isNameEnd(source.charCodeAt(cursor))) cursor++
    const name = localName(source.slice(open + 1, cursor))
    const attributes: Record<string, string> = {}
    let selfClosing = false
    for (;;) {
      const code = source.charCodeAt(cursor)
      if (Number.isNaN(code)) broken()
      if (code === GREATER) break
      if (code === SLASH) {
        selfClosing = true
        cursor++
      } else if (isSpace(code)) cursor++
      else {
        const equals = source.indexOf('=', cursor)
        if (equals < 0) broken()
        let quote = equals + 1
        while (isSpace(source.charCodeAt(quote))) quote++
        const mark = source[quote]
        if (mark !== '"' && mark !== "'") broken()
        const end = source.indexOf(mark as string, quote + 1)
        if (end < 0) broken()
        const full = source.slice(cursor, equals).trim()
        const colon = full.indexOf(':')
        attributes[colon < 0 ? full : full.slice(colon)] = decodeEntities(source.slice(quote + 1, end))
        cursor = end + 1
      }
    }
    at = cursor + 1
    if (!selfClosing && ++depth > BOUNDS.nesting) throw tooMuch(part, 'work.nesting', BOUNDS.nesting)
    if (name === 'AlternateContent') {
      if (!selfClosing) alternate++
    } else if (alternate === 0) {
      handler.open?.(name, attributes)
      if (selfClosing) handler.close?.(name)
    }
  }
}

const BANG = 33, SLASH = 47, GREATER = 62, QUESTION = 63

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

function isNameEnd(code: number): boolean {
  return isSpace(code) || code === GREATER || code === SLASH
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** `&amp;`, `&#20013;`, `&#x4e2d;`; an entity that XML does not define stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#0*(\d{1,7})|#[xX]0*([0-9a-fA-F]{1,6})|(\w+));/g, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ownValue(NAMED, name) ?? all
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** Excel writes characters that XML cannot hold as `_x000D_`, and a literal `_x000D_` as `_x005F_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** `1`, `true`, `on` are true; anything else, and nothing, is `false`. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
