import type { CliWord } from './words'
import type { Verb } from './verb'

/** What the overview lists, without loading the verbs. */
export interface VerbEntry {
  readonly name: string
  readonly about: CliWord
  readonly load: () => Promise<Verb>
}

/** Every command, in the order of the help. A new one is its file and one line here. */
export const verbs: readonly VerbEntry[] = [
  { name: 'check', about: 'verb-check', load: async () => (await import('./check')).check },
  { name: 'audit', about: 'verb-audit', load: async () => (await import('./check')).audit },
  { name: 'fill', about: 'verb-fill', load: async () => (await import('./fill')).fill },
  { name: 'fix', about: 'verb-fix', load: async () => (await import('./fix')).fix },
  { name: 'findings', about: 'verb-findings', load: async () => (await import('./findings')).findings },
  { name: 'compare', about: 'verb-compare', load: async () => (await import('./compare')).compare },
  { name: 'merge', about: 'verb-merge', load: async () => (await import('./merge')).merge },
  { name: 'template', about: 'verb-template', load: async () => (await import('./template')).template },
  { name: 'policies', about: 'verb-policies', load: async () => (await import('./policies')).policies },
  { name: 'explain', about: 'verb-explain', load: async () => (await import('./explain')).explain },
]
