import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig } from 'vite'
import type { Plugin, Rolldown } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string }
const define = { __VERSION__: JSON.stringify(version) }
/** Worker and page are each one script: a page opened by double click may fetch nothing. */
const whole = { codeSplitting: false } as const

/** The worker as the text of one script, which the page starts from its own memory. */
function workerAsText(): Plugin {
  const id = 'virtual:checker-worker'
  return {
    name: 'worker-as-text',
    enforce: 'pre',
    resolveId: source => (source === id ? `\0${id}` : source.endsWith('/start-worker') ? join(here, 'taskpane/start-worker-inline.ts') : null),
    async load(loaded) {
      if (loaded !== `\0${id}`) return null
      const output = await build({
        configFile: false, logLevel: 'warn', define, publicDir: false,
        // For a worker alone: no helper that would preload parts, for there are none.
        ssr: { target: 'webworker', noExternal: true },
        build: { write: false, target: 'es2022', minify: true, ssr: join(here, 'taskpane/checker.worker.ts'), rolldownOptions: { output: { ...whole, format: 'iife' } } },
      })
      const [script, ...others] = (Array.isArray(output) ? output : [output as Rolldown.RolldownOutput]).flatMap(each => each.output)
      if (script?.type !== 'chunk' || others.length > 0) throw new Error('the worker is not one script')
      return `export default ${JSON.stringify(script.code)}`
    },
  }
}

/** Puts script and styles into the page, with a policy that allows this very script and no request at all. */
function onePage(): Plugin {
  return {
    name: 'one-page',
    closeBundle() {
      const from = join(here, 'dist/single'), page = readFileSync(join(from, 'workbench.html'), 'utf8')
      const script = readFileSync(join(from, 'workbench.js'), 'utf8').replaceAll('</script', '<\\/script'), styles = readFileSync(join(from, 'workbench.css'), 'utf8')
      const hash = createHash('sha256').update(script).digest('base64')
      const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; font-src 'none'; connect-src 'none'; worker-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types plancheck`
      const html = page
        .replace(/<script type="module"[^>]*><\/script>/, '')
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles}</style>`)
        .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, head: string) => head + policy)
        .replace('</body>', () => `<script type="module">${script}</script>\n</body>`)
      writeFileSync(join(here, 'dist/plancheck.html'), html)
      rmSync(from, { recursive: true })
    },
  }
}

/** `dist/plancheck.html`: the whole workbench in one file, opened by double click, without a server and without a network. */
export default defineConfig({
  root: join(here, 'taskpane'),
  base: './',
  publicDir: false,
  assetsInclude: ['**/*.xlsx'],
  plugins: [workerAsText(), react(), onePage()],
  define,
  build: {
    outDir: join(here, 'dist/single'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: join(here, 'taskpane/workbench.html'), output: { ...whole, entryFileNames: 'workbench.js', assetFileNames: 'workbench[extname]' } },
  },
})
