import { HostError } from '../../core/workbook'
import { BOUNDS, tooMuch } from './bounds'
import { decodeEntities } from './xml'

/** An element and where it stands in its source, so that it can be changed without touching a byte of its neighbours. */
export interface XmlNode {
  /** Name without prefix. */
  readonly name: string
  /** Prefix with its colon, or ''. */
  readonly prefix: string
  readonly start: number
  /** Behind the opening tag. */
  openEnd: number
  /** Where the closing tag starts; `openEnd` of a self-closing element. */
  closeStart: number
  end: number
  selfClosing: boolean
  readonly attributes: readonly XmlAttribute[]
  readonly children: XmlNode[]
}

export interface XmlAttribute {
  /** As written, prefix included. */
  readonly name: string
  readonly value: string
  readonly valueStart: number
  readonly valueEnd: number
}

/** Reads a small part or piece of one into nodes. @throws HostError `damaged`, `doctype` */
export function parseTree(source: string, part: string): XmlNode {
  const root: XmlNode = { name: '', prefix: '', start: 0, openEnd: 0, closeStart: source.length, end: source.length, selfClosing: false, attributes: [], children: [] }
  const stack: XmlNode[] = [root]
  let at = 0
  for (;;) {
    const open = source.indexOf('<', at)
    if (open < 0) break
    if (source.startsWith('<!--', open)) at = behind(source, '-->', open + 4, part)
    else if (source.startsWith('<![CDATA[', open)) at = behind(source, ']]>', open + 9, part)
    else if (source[open + 1] === '!') throw new HostError('doctype', { part })
    else if (source[open + 1] === '?') at = behind(source, '?>', open + 2, part)
    else if (source[open + 1] === '/') {
      const end = behind(source, '>', open, part), node = stack.pop()
      if (node === undefined || stack.length === 0) throw new HostError('damaged', { part })
      node.closeStart = open
      node.end = end
      at = end
    } else {
      const node = openNode(source, open, part)
      stack[stack.length - 1]?.children.push(node)
      if (!node.selfClosing) stack.push(node)
      if (stack.length > BOUNDS.nesting) throw tooMuch(part, 'work.nesting', BOUNDS.nesting)
      at = node.openEnd
    }
  }
  if (stack.length !== 1) throw new HostError('damaged', { part })
  return root
}

const TAG = /<([^\s/>]+)/y
const ATTRIBUTE = /\s*([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
const TAG_END = /\s*(\/?)>/y

function openNode(source: string, open: number, part: string): XmlNode {
  TAG.lastIndex = open
  const tag = TAG.exec(source)?.[1]
  if (tag === undefined) throw new HostError('damaged', { part })
  const attributes: XmlAttribute[] = []
  let at = TAG.lastIndex
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(source)
    if (match === null) break
    at = ATTRIBUTE.lastIndex
    const raw = match[2] ?? match[3] ?? ''
    attributes.push({ name: match[1] ?? '', value: decodeEntities(raw), valueStart: at - 1 - raw.length, valueEnd: at - 1 })
  }
  TAG_END.lastIndex = at
  const end = TAG_END.exec(source)
  if (end === null) throw new HostError('damaged', { part })
  const selfClosing = end[1] === '/', openEnd = TAG_END.lastIndex
  const colon = tag.indexOf(':')
  return {
    name: tag.slice(colon + 1),
    prefix: tag.slice(0, colon + 1),
    start: open,
    openEnd,
    closeStart: openEnd,
    end: openEnd,
    selfClosing,
    attributes,
    children: [],
  }
}

function behind(source: string, mark: string, from: number, part: string): number {
  const at = source.indexOf(mark, from)
  if (at < 0) throw new HostError('damaged', { part })
  return at + mark.length
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find(found => found.name === name)
}

export function childrenNamed(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter(found => found.name === name) ?? []
}

/** The value of an attribute without prefix, or of a prefixed one by `:name`. */
export function attribute(node: XmlNode, name: string): string | undefined {
  return node.attributes.find(found => (name.startsWith(':') ? found.name.endsWith(name) : found.name === name))?.value
}

/** Changes to a text by position, carried out at once. They must not overlap. */
export class TextEdits {
  private readonly edits: { readonly start: number; readonly end: number; readonly text: string; readonly order: number }[] = []

  constructor(readonly source: string) {}

  get isEmpty(): boolean {
    return this.edits.length === 0
  }

  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text, order: this.edits.length })
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text)
  }

  remove(node: XmlNode): void {
    this.replace(node.start, node.end, '')
  }

  setAttribute(node: XmlNode, name: string, value: string): void {
    const found = node.attributes.find(candidate => candidate.name === name)
    if (found === undefined) this.insert(node.start + 1 + node.prefix.length + node.name.length, ` ${name}="${escapeAttribute(value)}"`)
    else this.replace(found.valueStart, found.valueEnd, escapeAttribute(value))
  }

  /** Puts text behind the last child of an element, also when it is self-closing. */
  append(node: XmlNode, text: string): void {
    if (node.selfClosing) this.replace(this.source.lastIndexOf('/', node.openEnd - 1), node.openEnd, `>${text}</${node.prefix}${node.name}>`)
    else this.insert(node.closeStart, text)
  }

  toString(): string {
    const sorted = [...this.edits].sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order)
    let text = '', at = 0
    for (const edit of sorted) {
      text += this.source.slice(at, edit.start) + edit.text
      at = edit.end
    }
    return text + this.source.slice(at)
  }
}

export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, mark => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'))
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\n\r\t]/g, mark => (mark === '"' ? '&quot;' : `&#${mark.charCodeAt(0)};`))
}
