import { sampleBytes } from './sample-bytes'

/** The plan's own situation first: it is what a newcomer should see. */
const FIRST = '计划现状示例'

const files = import.meta.glob<string>('../samples/*.xlsx', { query: '?inline', import: 'default' })

/** The sample workbooks, carried in the program itself: opening one needs no connection. */
export const samples: readonly { readonly name: string; readonly load: () => Promise<ArrayBuffer> }[] = Object.entries(files)
  .map(([path, load]) => ({ name: path.slice(path.lastIndexOf('/') + 1).replace(/\.xlsx$/, ''), load: async () => sampleBytes(await load()) }))
  .sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST))
