import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

interface Component {
  readonly type: 'library'
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses: readonly { readonly license: { readonly id: string } }[]
}

const NOTICES = 'THIRD-PARTY-NOTICES.txt', BILL = 'sbom.cdx.json', SUMS = 'SHA256SUMS'

/**
 * Puts beside what is built: the licences of all packages whose code went into it, a bill of materials (CycloneDX 1.6), and a list of hashes.
 * Several builds into one folder add to each other's; nothing in them depends on the day.
 */
export function shipped(root: string, product: { readonly name: string; readonly version: string }): Plugin {
  const folders = new Set<string>()
  let out = join(root, 'dist')
  return {
    name: 'shipped',
    configResolved: config => { out = config.build.outDir },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        for (const id of file.moduleIds) {
          const found = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1]
          if (found !== undefined) folders.add(found)
        }
      }
    },
    closeBundle: {
      order: 'post',
      handler() {
        if (!existsSync(out)) return
        const known = existsSync(join(out, BILL)) ? (JSON.parse(readFileSync(join(out, BILL), 'utf8')) as { components: Component[] }).components : []
        const components = new Map(known.map(component => [component.purl, component]))
        for (const folder of folders) {
          const component = componentOf(folder)
          if (component !== null) components.set(component.purl, component)
        }
        const sorted = [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1))
        writeFileSync(join(out, BILL), `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: { type: 'application', ...product } }, components: sorted }, null, 2)}\n`)
        writeFileSync(join(out, NOTICES), sorted.map(component => noticeOf(root, component)).join(`\n${'-'.repeat(80)}\n\n`))
        writeFileSync(join(out, SUMS), filesOf(out).filter(name => name !== SUMS).map(name => `${createHash('sha256').update(readFileSync(join(out, name))).digest('hex')}  ${name}\n`).join(''))
      },
    },
  }
}

function componentOf(folder: string): Component | null {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return null
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string; license?: string }
  if (name === undefined || version === undefined) return null
  return { type: 'library', name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}`, licenses: [{ license: { id: license ?? 'NOASSERTION' } }] }
}

function noticeOf(root: string, { name, version, licenses }: Component): string {
  const folder = join(root, 'node_modules', name)
  const file = existsSync(folder) ? readdirSync(folder).find(each => /^(licen[cs]e|copying|notice)(\.|$)/i.test(each)) : undefined
  return `${name} ${version} (${licenses[0]?.license.id ?? ''})\n\n${file === undefined ? 'The package carries no text of its licence.\n' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()}\n`
}

function filesOf(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap(entry => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? filesOf(folder, name) : [name]
  }).sort()
}
