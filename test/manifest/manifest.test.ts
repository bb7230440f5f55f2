/**
 * @jest-environment jsdom
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LEAST_API } from '../../src/hosts/office/start'
import { OFFICE_JS, PLACEHOLDER, contentSecurityPolicy, manifestFor, officeBuildOf } from '../../vite.office'

const root = join(__dirname, '../..')
const source = readFileSync(join(root, 'manifest.xml'), 'utf8')
const manifest = new DOMParser().parseFromString(source, 'application/xml')
const all = (name: string, within: ParentNode = manifest) => [...within.querySelectorAll('*')].filter(element => element.localName === name)
const children = (element: Element) => [...element.children].map(child => child.localName)
const only = (name: string, within?: ParentNode) => { const [found] = all(name, within); if (found === undefined) throw new Error(`no ${name}`); return found }

/** Order of elements as the manifest reference lists it: Office refuses another. */
const BASE = ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides', 'ExtendedOverrides']
const OVERRIDES = ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins']
const inOrder = (found: readonly string[], order: readonly string[]) => {
  const places = found.map(name => order.indexOf(name))
  expect(found.filter(name => !order.includes(name))).toEqual([])
  expect(places).toEqual([...places].sort((a, b) => a - b))
}

test('is well-formed XML', () => {
  expect(manifest.querySelector('parsererror')).toBeNull()
})

test('elements stand in the order that Office wants', () => {
  const overrides = only('VersionOverrides')
  inOrder(children(manifest.documentElement), BASE)
  inOrder(children(overrides), OVERRIDES)
  inOrder(children(only('Resources')), ['Images', 'Urls', 'ShortStrings', 'LongStrings'])
  for (const control of all('Control')) expect(children(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action'])
  expect(children(only('DesktopFormFactor'))).toEqual(['GetStarted', 'ExtensionPoint', 'ExtensionPoint'])
  expect(children(only('GetStarted'))).toEqual(['Title', 'Description', 'LearnMoreUrl'])
  expect(children(only('Group'))).toEqual(['Label', 'Icon', 'Control'])
  for (const action of all('Action')) expect(children(action)).toEqual(['TaskpaneId', 'SourceLocation'])
})

test('a pane has one page: Excel on the web and on the Mac refuse one id with two (office-js #2918, #175)', () => {
  const pages = new Map<string, Set<string>>()
  for (const action of all('Action')) {
    const [id, page] = [...action.children]
    const known = pages.get(id?.textContent ?? '') ?? new Set<string>()
    pages.set(id?.textContent ?? '', known.add(page?.getAttribute('resid') ?? ''))
  }
  expect([...pages].filter(([, of]) => of.size > 1)).toEqual([])
})

test('task panes allow version 1.0 of the overrides only', () => {
  expect(only('VersionOverrides').getAttribute('xsi:type')).toBe('VersionOverridesV1_0')
  expect(only('VersionOverrides').namespaceURI).toBe('http://schemas.microsoft.com/office/taskpaneappversionoverrides')
})

test('the version is the one of package.json', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(only('Version').textContent).toBe(`${version}.0`)
})

test('the id is one of its own', () => {
  expect(only('Id').textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('every resid names a resource of the right kind, and every resource is used', () => {
  const kinds: Readonly<Record<string, string>> = { Label: 'String', Title: 'String', Description: 'String', LearnMoreUrl: 'Url', SourceLocation: 'Url', Image: 'Image' }
  const resources = new Map([...only('Resources').children].flatMap(group => [...group.children]).map(each => [each.getAttribute('id') ?? '', each.localName]))
  const used = [...manifest.querySelectorAll('[resid]')]
  expect(used.map(each => [each.getAttribute('resid'), resources.get(each.getAttribute('resid') ?? '')])).toEqual(used.map(each => [each.getAttribute('resid'), kinds[each.localName]]))
  expect([...resources.keys()].filter(id => !used.some(each => each.getAttribute('resid') === id))).toEqual([])
  expect([...resources.keys()].filter(id => id.length > 32)).toEqual([])
})

test('ids of controls and groups are unique', () => {
  const ids = [...manifest.querySelectorAll('Control, Group')].map(each => each.getAttribute('id'))
  expect(new Set(ids).size).toBe(ids.length)
})

test.each([['ShortStrings', 125], ['LongStrings', 250]])('%s are at most %i characters in both languages', (group, most) => {
  for (const each of only(group).querySelectorAll('*')) expect((each.getAttribute('DefaultValue') ?? each.getAttribute('Value') ?? '').length).toBeLessThanOrEqual(most)
})

test('Chinese is the default, and every text has its English', () => {
  expect(only('DefaultLocale').textContent).toBe('zh-CN')
  const texts = [...all('DisplayName'), ...all('Description').filter(each => each.hasAttribute('DefaultValue')), ...all('SupportUrl'), ...all('SourceLocation').filter(each => each.hasAttribute('DefaultValue')), ...all('String'), ...all('Url')]
  expect(texts.length).toBeGreaterThan(12)
  for (const each of texts) {
    const english = all('Override', each).find(override => override.getAttribute('Locale') === 'en-US')?.getAttribute('Value')
    expect([each.localName, each.getAttribute('id'), english === null || english === undefined || english === '']).toEqual([each.localName, each.getAttribute('id'), false])
    if (each.localName === 'String') {
      expect(each.getAttribute('DefaultValue')).toMatch(/\p{Script=Han}/u)
      expect(english).not.toMatch(/\p{Script=Han}/u)
    }
  }
})

test('every address is https, on the one server, and at most 2048 long; no other domain is asked for', () => {
  const addresses = [...source.matchAll(/(?:DefaultValue|Value)="([a-z]+:[^"]*)"/g)].map(match => match[1] ?? '')
  expect(addresses.length).toBeGreaterThan(15)
  expect(addresses.filter(address => !address.startsWith(`${PLACEHOLDER}/`) || address.length > 2048)).toEqual([])
  expect(all('AppDomain')).toEqual([])
})

test('icons are there in every size, with the pixels that they claim', () => {
  const sizes = new Map<number, string>([...all('Image').flatMap((each): [number, string][] => (each.hasAttribute('size') ? [[Number(each.getAttribute('size')), each.getAttribute('resid') ?? '']] : []))])
  expect([...sizes.keys()].sort((a, b) => a - b)).toEqual([16, 20, 24, 32, 40, 48, 64, 80])
  const urls = new Map(all('Image').filter(each => each.hasAttribute('id')).map(each => [each.getAttribute('id') ?? '', each.getAttribute('DefaultValue') ?? '']))
  const pixels = (url: string) => { const png = readFileSync(join(root, 'taskpane', url.slice(PLACEHOLDER.length + 1))); return [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)] }
  for (const [size, id] of sizes) expect([id, ...pixels(urls.get(id) ?? '')]).toEqual([id, 'PNG', size, size])
  expect(pixels(only('IconUrl').getAttribute('DefaultValue') ?? '')).toEqual(['PNG', 32, 32])
  expect(pixels(only('HighResolutionIconUrl').getAttribute('DefaultValue') ?? '')).toEqual(['PNG', 64, 64])
})

test('asks for the ExcelApi that the adapter needs, in both parts', () => {
  expect(all('Set').map(each => [each.getAttribute('Name'), each.getAttribute('MinVersion')])).toEqual([['ExcelApi', LEAST_API], ['ExcelApi', LEAST_API]])
})

test('asks for no more than it uses', () => {
  expect(only('Permissions').textContent).toBe('ReadWriteDocument')
  for (const name of ['Runtimes', 'FunctionFile', 'ExtendedOverrides', 'WebApplicationInfo']) expect(all(name)).toEqual([])
})

test('the part for catalogues and tablets opens the full pane by itself', () => {
  expect(only('SourceLocation', only('DefaultSettings')).getAttribute('DefaultValue')).toBe(`${PLACEHOLDER}/index.html`)
})

test('a deployment\'s manifest points to its own server everywhere', () => {
  const deployed = manifestFor(source, 'https://plan.example.org/addin')
  expect(deployed).not.toContain('localhost')
  expect(deployed).toContain('https://plan.example.org/addin/index.html')
})

describe('builds', () => {
  test.each([
    [{}, 'cdn', PLACEHOLDER],
    [{ PLANCHECK_OFFICE: 'china', PLANCHECK_URL: 'https://plan.example.cn/' }, 'china', 'https://plan.example.cn'],
    [{ PLANCHECK_OFFICE: 'self', PLANCHECK_URL: 'https://10.0.0.5:8443/p' }, 'self', 'https://10.0.0.5:8443/p'],
  ])('%j', (env, wanted, url) => {
    expect(officeBuildOf(env)).toEqual({ source: wanted, url })
  })

  test.each([[{ PLANCHECK_OFFICE: 'local' }, /cdn, china or self/], [{ PLANCHECK_URL: 'http://plan.example.org' }, /https only/]])('%j is refused with a sentence', (env, sentence) => {
    expect(() => officeBuildOf(env)).toThrow(sentence)
  })

  test.each(['cdn', 'china', 'self'] as const)('%s: scripts from its own server and from where office.js is, no evaluation, nothing else', build => {
    const policy = contentSecurityPolicy(build)
    const office = build === 'self' ? [] : [new URL(OFFICE_JS[build]).origin]
    expect(policy.match(/script-src ([^;]*)/)?.[1]?.split(' ')).toEqual(["'self'", ...office])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-eval|\*/)
  })
})
