// A cell typed in the workbench: what its worker does until the page can show the verdicts again.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { roster } from './rosters.mjs'

export async function editedRows({ add, numbers, quick, seconds }) {
  // The desk fetches standards when it needs them: the loader stays up as long as it works.
  const loader = await createServer({ configFile: false, logLevel: 'error', server: { middlewareMode: true, ws: false }, optimizeDeps: { noDiscovery: true } })
  const module = await loader.ssrLoadModule(fileURLToPath(new URL('./edited.ts', import.meta.url)))
  numbers.edited = {}
  for (const [size, goal] of quick ? [[10_000, 100]] : [[10_000, 100], [100_000, 1000]]) {
    const { whole, again } = await module.edited(await roster(size))
    numbers.edited[size] = { wholeMs: whole, againMs: again }
    add(`a cell typed among ${size.toLocaleString('en')} rows: checked again`, `${seconds(again)}, ${(again / whole).toFixed(2)} × reading and checking the file`, seconds(goal), again <= goal)
  }
  await loader.close()
}
