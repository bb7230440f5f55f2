import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decisionCount, decisionsFrom, isNothing } from '../../src/core/decisions'
import { decisionsIn, decisionsText, decisionsXml } from '../../src/core/decisions-part'
import { buildZip } from './package-builder'
import type { PartContent } from './package-builder'
import { Package } from '../../src/hosts/xlsx/package'
import { nodeCodec, openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'

const PLAN = new Uint8Array(readFileSync(join(__dirname, '../../samples/计划现状示例.xlsx')))
const decided = { policy: 'taiyuan-2020', asOf: '2024-06-30', mapping: { words: { employment: { '网格员<&>': 'contracted' } }, answers: { q: 'a' } }, accepted: [] }
const json = JSON.stringify(decided)

test.each(['{}', JSON.stringify({ a: '<b>&amp;`"' }), json])('%s survives the part', text => {
  expect(decisionsText(decisionsXml(text))).toBe(text)
})

test.each<[string, string, unknown]>([
  ['another part', '<x xmlns="urn:other"/>', null],
  ['edited by hand', decisionsXml('{"policy":'), null],
  ['a prefix and an attribute, as Excel may write it', '<?xml version="1.0"?><choices xmlns="urn:plancheck:choices:1" a="b">{&quot;a&quot;:1}</choices>', { a: 1 }],
])('%s', (_name, xml, value) => expect(decisionsIn(xml)).toEqual(value))

describe('in a file', () => {
  test('kept, read by everyone, replaced and taken out; nothing else changes', async () => {
    const book = openWorkbook(PLAN, 'a.xlsx'), before = await book.read()
    expect(before.decisions).toBeUndefined()
    await book.keepDecisions(json)
    const { decisions, ...after } = await readWorkbookBytes(book.bytes, 'a.xlsx')
    expect(decisions).toEqual(decided)
    expect(after).toEqual(before)
    const once = book.bytes
    await book.keepDecisions(json)
    expect(book.bytes).toBe(once)
    await book.keepDecisions('{"policy":null,"asOf":null,"mapping":{}}')
    expect((await book.read()).decisions).toEqual({ policy: null, asOf: null, mapping: {} })
    await book.keepDecisions(null)
    const { decisions: gone, ...last } = await book.read()
    expect([gone, last]).toEqual([undefined, before])
    await book.keepDecisions(null)
  })

  test('every part that is not ours stays as it is, byte for byte', async () => {
    const book = openWorkbook(PLAN, 'a.xlsx')
    await book.keepDecisions(json)
    const before = new Package(PLAN, nodeCodec), after = new Package(book.bytes, nodeCodec), ours = ['[content_types].xml', 'xl/_rels/workbook.xml.rels']
    for (const { name } of before.zip.entries)
      if (!ours.includes(name.toLowerCase())) expect(await after.bytes(name)).toEqual(await before.bytes(name))
    expect(after.zip.entries.map(entry => entry.name).filter(name => !before.has(name)).sort()).toEqual(['customXml/_rels/item1.xml.rels', 'customXml/item1.xml', 'customXml/itemProps1.xml'])
  })

  test.each<[string, string | null, boolean]>([
    ['a list of sources, as Word puts it in', '<b:Sources xmlns:b="x"/>', false],
    ['nothing: the part is not there', null, false],
    ['ours, and larger than a person ever chose', decisionsXml(JSON.stringify({ ...decided, accepted: [{ reason: '甲'.repeat(1 << 21) }] })), false],
    ['ours, large', decisionsXml(JSON.stringify({ ...decided, accepted: [{ reason: '甲'.repeat(1_300_000) }] })), true],
  ])('another part stands there already: %s', async (_name, xml, isOurs) => {
    const pack = new Package(PLAN, nodeCodec), parts: Record<string, PartContent> = {}
    for (const { name } of pack.zip.entries) parts[name] = await pack.bytes(name) ?? ''
    const links = await pack.text('xl/_rels/workbook.xml.rels') ?? ''
    const link = '<Relationship Id="rIdOther" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>'
    parts['xl/_rels/workbook.xml.rels'] = links.replace('</Relationships>', link)
    if (xml !== null) parts['customXml/item1.xml'] = xml
    const book = openWorkbook(buildZip(parts), 'a.xlsx')
    expect((await book.read()).decisions !== undefined).toBe(isOurs)
    await book.keepDecisions(json)
    expect((await book.read()).decisions).toEqual(decided)
    const after = new Package(book.bytes, nodeCodec)
    expect(await after.text('customXml/item1.xml')).toBe(isOurs || xml === null ? decisionsXml(json) : xml)
  })

  test.each([[63, true], [64, false]])('behind %i other parts it is found: %s; a workbook of ours has one', async (others, isFound) => {
    const pack = new Package(PLAN, nodeCodec), parts: Record<string, PartContent> = {}
    for (const { name } of pack.zip.entries) parts[name] = await pack.bytes(name) ?? ''
    const links = Array.from({ length: others + 1 }, (_each, n) => {
      parts[`customXml/item${n}.xml`] = n === others ? decisionsXml(json) : '<x/>'
      return `<Relationship Id="rIdOther${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item${n}.xml"/>`
    })
    parts['xl/_rels/workbook.xml.rels'] = (await pack.text('xl/_rels/workbook.xml.rels') ?? '').replace('</Relationships>', `${links.join('')}</Relationships>`)
    expect((await openWorkbook(buildZip(parts), 'a.xlsx').read()).decisions !== undefined).toBe(isFound)
  })

  test.each([[json, '{DEB1D820-957C-1415-3FAA-D406F2CDA403}'], ['{}', '{5465B825-5067-F070-505F-A1AB5463798E}']])('the part has an id of its own, the same for the same decisions', async (text, id) => {
    const book = openWorkbook(PLAN, 'a.xlsx')
    await book.keepDecisions(text)
    expect(await new Package(book.bytes, nodeCodec).text('customXml/itemProps1.xml')).toContain(`ds:itemID="${id}"`)
  })

  test('a csv keeps nothing', async () => {
    await expect(openWorkbook(new TextEncoder().encode('a,b\n1,2\n'), 'a.csv').keepDecisions(json)).rejects.toMatchObject({ code: 'not-writable' })
  })
})

test.each<[unknown, number, boolean]>([
  [{ policy: null, asOf: null, mapping: {} }, 0, true],
  [decided, 4, false],
  [{ policy: null, asOf: null, mapping: { tables: [{ sheet: 'a', kind: 'staff', columnHeaders: { name: '姓名', id: null } }], communities: { a: 'b' } } }, 4, false],
])('decisions are counted one by one', (value, count, nothing) => {
  const decisions = decisionsFrom(value)
  expect(decisions === null ? null : [decisionCount(decisions), isNothing(decisions)]).toEqual([count, nothing])
})
