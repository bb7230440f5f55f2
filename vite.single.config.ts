import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minifySync } from '@swc/core'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import { packedSheet } from './taskpane/sample-text'
import { unzip } from './test/workbooks/zip'
import { withoutExplanations } from './vite.explanations'
import { shortKeys } from './vite.short-keys'
import { usedThemes } from './vite.themes'

const here = fileURLToPath(new URL('.', import.meta.url))
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string }

const SAMPLES = 'sample-parts'

/** Modules that have a twin for the one file, as they are imported, and the twin. */
const OTHERS = new Map([['./start-worker', 'start-worker-inline.ts'], ['./sample-files', 'sample-files-inline.ts'], ['./modal', 'views/modal-inline.tsx']])

/** Sample, part and text of every part of the samples, parts of one name beside each other: see `sample-files-inline.ts`. */
function partsOfSamples(): readonly (readonly [string, string, string])[] {
  const folder = join(here, 'samples'), text = new TextDecoder('utf-8', { ignoreBOM: true })
  return readdirSync(folder).filter(name => name.endsWith('.xlsx')).sort()
    .flatMap(name => [...unzip(readFileSync(join(folder, name)))].map(([part, bytes]) => [name.replace(/\.xlsx$/, ''), part, packedSheet(text.decode(bytes))] as const))
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** The page and its checker begin at one script: a page opened by double click may fetch nothing. */
function oneScript(): Plugin {
  return {
    name: 'one-script',
    enforce: 'pre',
    resolveId(source) {
      const twin = OTHERS.get(source)
      return source === SAMPLES ? `\0${SAMPLES}` : twin === undefined ? null : join(here, 'taskpane', twin)
    },
    load: id => (id === `\0${SAMPLES}` ? `export default ${JSON.stringify(partsOfSamples())}` : null),
    transformIndexHtml: { order: 'pre', handler: html => html.replace('./workbench.tsx', './one-file.ts') },
  }
}

/** What the other builds fetch when it is wanted is here from the start: as parts of their own, a thousand modules would each bring a wrapper that begins them late. */
function allAtOnce(): Plugin {
  return {
    name: 'all-at-once',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/](?:taskpane|src)[\\/].+\.tsx?$/.test(id) || !code.includes('import(')) return null
      const heads: string[] = []
      const rest = code.replace(/(?<!(?:typeof|:) )\bimport\(('[^']+')\)/g, (_all, from: string) => {
        const name = `part${String(heads.length)}`
        heads.push(`import * as ${name} from ${from}\n`)
        return `Promise.resolve(${name})`
      })
      return heads.length === 0 ? null : { code: heads.join('') + rest, map: null }
    },
  }
}

/** Puts script and styles into the page, with a policy that allows this very script and no request at all. */
function onePage(): Plugin {
  return {
    name: 'one-page',
    closeBundle() {
      const from = join(here, 'dist/single'), page = readFileSync(join(from, 'workbench.html'), 'utf8')
      // Minified twice more: swc leaves 8 KB less, compressed, than the bundler's own, and finds 2 KB in what it left.
      const code = [1, 2].reduce(text => minifySync(text, { ecma: 2022, compress: { ecma: 2022, passes: 2 }, mangle: true }).code, readFileSync(join(from, 'workbench.js'), 'utf8'))
      const script = code.replaceAll('</script', '<\\/script'), styles = readFileSync(join(from, 'workbench.css'), 'utf8')
      const hash = createHash('sha256').update(script).digest('base64')
      const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; font-src 'none'; connect-src 'none'; worker-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types plancheck`
      const html = page
        .replace(/<script type="module"[^>]*><\/script>/, '')
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${styles}</style>`)
        .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, head: string) => head + policy)
        .replace('</body>', () => `<script>${script}</script>\n</body>`)
      writeFileSync(join(here, 'dist/plancheck.html'), html)
      rmSync(from, { recursive: true })
    },
  }
}

/** `dist/plancheck.html`: the whole workbench in one file, opened by double click, without a server and without a network. */
export default defineConfig({
  root: join(here, 'taskpane'),
  publicDir: false,
  plugins: [oneScript(), allAtOnce(), usedThemes(here), withoutExplanations(), shortKeys(here), react(), onePage()],
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    outDir: join(here, 'dist/single'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: join(here, 'taskpane/workbench.html'),
      // Only the bundler's own loader of parts asks for the first, and there are no parts; a worker has no window, and Fluent then asks for the second.
      transform: { define: { 'import.meta': '{}', global: 'globalThis' } },
      // Workers started from a page's memory take no module in every browser.
      output: { codeSplitting: false, format: 'iife', entryFileNames: 'workbench.js', assetFileNames: 'workbench[extname]' },
    },
  },
})
