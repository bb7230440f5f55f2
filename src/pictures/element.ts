import { maskText } from '../core/mask'

/**
 * A piece of a page as data: `markup` writes it as HTML or SVG, a screen builds its own nodes of it. A person's words are only ever text
 * in it, so that no sign of theirs can become part of the page.
 */
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (Element | string)[]
}

/** What an element is made of: nothing is left out of it by `null` and `false`. */
export type Child = Element | string | number | null | false | readonly Child[]

/** One element. Texts are masked here, once: no full id or telephone number is in any page. */
export function element(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  const kept = Object.entries(attributes).flatMap(([name, value]): [string, string | number][] =>
    value === null ? [] : [[name, SAID.has(name) ? maskText(String(value)) : value]],
  )
  return { tag, attributes: Object.fromEntries(kept), children: flat(children) }
}

/** `null` leaves an attribute out. */
export type Attributes = Readonly<Record<string, string | number | null>>

/** Attributes that a person reads or hears. */
const SAID: ReadonlySet<string> = new Set(['title', 'aria-label', 'alt'])

function flat(children: readonly Child[]): (Element | string)[] {
  return children.flatMap((child): (Element | string)[] => {
    if (child === null || child === false) return []
    if (typeof child === 'string' || typeof child === 'number') return [maskText(String(child))]
    return isList(child) ? flat(child) : [child]
  })
}

/** `Array.isArray` does not narrow a readonly list. */
function isList(child: Element | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child)
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** No text may hold these in XML: a picture with one of them would not be drawn at all. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** HTML's own elements without an end. */
const VOID: ReadonlySet<string> = new Set(['br', 'meta', 'hr', 'col', 'img', 'link'])

/** An element as HTML, which is XML too where it is an `svg`. */
export function markup(node: Element | string): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('')
  if (VOID.has(node.tag)) return `<${node.tag}${attributes}>`
  return `<${node.tag}${attributes}>${node.children.map(markup).join('')}</${node.tag}>`
}

function escaped(text: string): string {
  return text.replace(NO_XML, '\ufffd').replace(/[&<>"']/g, sign => SIGNS[sign] ?? sign)
}
