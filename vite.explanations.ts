import type { Plugin } from 'vite'

/** What is written at a place of a module, and what stands within it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

/** From a place to another, and what stands there instead. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly instead: string
}

/**
 * Leaves out of what a browser loads what no page shows: the examples of the rules (the property `example` of the object that a rule is made
 * of) and the messages of `explain`. The command line, the documents and the tests have them.
 */
export function withoutExplanations(): Plugin {
  return {
    name: 'without-explanations',
    enforce: 'post',
    apply: 'build',
    transform(code, id) {
      const isRule = /[\\/]src[\\/]rules[\\/].+\.ts$/.test(id), isMessages = /[\\/]src[\\/]messages[\\/].+\.ts$/.test(id)
      if (!isRule && !isMessages) return null
      const cuts: Cut[] = [], tree = this.parse(code) as unknown as Node
      walk(tree, isRule ? exampleIn(cuts) : explanationsIn(cuts, code))
      return cuts.length === 0 ? null : { code: withCuts(code, cuts), map: null }
    },
  }
}

/** A module with other text in some places, none of which lies within another. */
export function withCuts(code: string, cuts: readonly Cut[]): string {
  let left = code
  // From behind: the places of those before stay true.
  const backwards = cuts.toSorted((one, other) => other.start - one.start)
  for (const { start, end, instead } of backwards) left = left.slice(0, start) + instead + left.slice(end)
  return left
}

function exampleIn(cuts: Cut[]): (node: Node) => void {
  return node => {
    if (node.type !== 'CallExpression') return
    for (const given of node['arguments'] as readonly Node[]) {
      if (given.type !== 'ObjectExpression') continue
      for (const part of given['properties'] as readonly Node[]) {
        if (nameOf(part) !== 'example') continue
        const { start, end } = part['value'] as Node
        cuts.push({ start, end, instead: 'null' })
      }
    }
  }
}

function explanationsIn(cuts: Cut[], code: string): (node: Node) => void {
  return node => {
    if (node.type !== 'ObjectExpression') return
    for (const part of node['properties'] as readonly Node[]) {
      const comma = /^\s*,/.exec(code.slice(part.end))?.[0].length ?? 0
      if (nameOf(part).startsWith('explain.')) cuts.push({ start: part.start, end: part.end + comma, instead: '' })
    }
  }
}

/** The name of a property that is written out; blank for anything else that stands in an object. */
export function nameOf(part: Node): string {
  const key = part['key'] as { readonly name?: string; readonly value?: unknown } | undefined
  return part.type !== 'Property' ? '' : typeof key?.value === 'string' ? key.value : (key?.name ?? '')
}

/** Everything that a parsed module holds, from without to within. */
export function nodesOf(tree: unknown): readonly Node[] {
  const nodes: Node[] = []
  if (isNode(tree)) walk(tree, node => nodes.push(node))
  return nodes
}

function walk(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(each)) walk(each, see)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { readonly type?: unknown }).type === 'string'
}
