import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { nameOf, nodesOf, withCuts } from './vite.explanations'
import type { Cut, Node } from './vite.explanations'

/** A sentence in both languages, under its key. */
const SENTENCE = /^\s*'([a-z0-9-]+\.[a-z0-9.-]+)': \{\s*'zh-CN'/gm
/** The front of a key that is put together while the program runs. */
const FRONT = /`([a-z0-9-]+\.[a-z0-9.-]*)\$\{/g
const BOTH = 'both-languages'
/** Its end. */
const BACK = /`\$\{[^}`]+\}(\.[a-z0-9.-]+)`/g

/**
 * Gives the sentences of the one file keys of two or three characters: the names of some 1,200 sentences are 6 KB of it, compressed, and nobody
 * sees them there. Keys that are put together keep their names. What leaves the page (documents, settings, acceptances) holds no key.
 * A sentence in two languages is made by a function there, whose name is shorter than those of the languages.
 */
export function shortKeys(root: string): Plugin {
  const short = shortened(['src', 'taskpane'].flatMap(folder => sources(join(root, folder))).map(file => readFileSync(file, 'utf8')))
  return {
    name: 'short-keys',
    enforce: 'post',
    resolveId: source => (source === BOTH ? `\0${BOTH}` : null),
    load: id => (id === `\0${BOTH}` ? "export const __both = (zh, en) => ({ 'zh-CN': zh, en })" : null),
    apply: 'build',
    transform(code, id) {
      if (!/[\\/](?:taskpane|src)[\\/].+\.tsx?$/.test(id)) return null
      let isSaid = false
      const cuts: Cut[] = []
      for (const node of nodesOf(this.parse(code))) {
        const instead = node.type === 'Literal' && typeof node['value'] === 'string' ? short.get(node['value']) : undefined
        if (instead !== undefined) cuts.push({ start: node.start, end: node.end, instead: `'${instead}'` })
        const said = sentenceOf(node)
        if (said === null) continue
        isSaid = true
        const [zh, en] = said
        cuts.push({ start: node.start, end: zh.start, instead: '__both(' }, { start: zh.end, end: en.start, instead: ', ' }, { start: en.end, end: node.end, instead: ')' })
      }
      if (cuts.length === 0) return null
      const left = withCuts(code, cuts)
      return { code: isSaid ? `import { __both } from '${BOTH}'\n${left}` : left, map: null }
    },
  }
}

/** The two texts of `{ 'zh-CN': …, en: … }`. */
function sentenceOf(node: Node): readonly [zh: Node, en: Node] | null {
  if (node.type !== 'ObjectExpression') return null
  const parts = node['properties'] as readonly Node[], [zh, en] = parts
  if (parts.length !== 2 || zh === undefined || en === undefined || nameOf(zh) !== 'zh-CN' || nameOf(en) !== 'en') return null
  return [zh['value'] as Node, en['value'] as Node]
}

/** For each key that stands written out wherever it is used, another one. */
export function shortened(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = (pattern: RegExp): readonly string[] => texts.flatMap(text => [...text.matchAll(pattern)].map(([, part = '']) => part))
  const fronts = [...new Set(found(FRONT))], backs = [...new Set(found(BACK))]
  const isMade = (key: string): boolean => fronts.some(front => key.startsWith(front)) || backs.some(back => key.endsWith(back))
  const keys = [...new Set(found(SENTENCE))].filter(key => !isMade(key))
  return new Map(keys.map((key, at) => [key, `_${at.toString(36)}`]))
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name)).map(name => join(folder, name))
}
