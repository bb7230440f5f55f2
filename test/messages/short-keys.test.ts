import { shortened } from '../../vite.short-keys'

const WORDS = `
  'fill.done': { 'zh-CN': '已写入', en: 'Written' },
  'fill.left-open': { 'zh-CN': '待填', en: 'Open' },
  'explain.fill': { 'zh-CN': '填报', en: 'Fill' },
  'fix.title': { 'zh-CN': '更正', en: 'Corrections' },
`

describe('sentences have short keys in the one file where their own stand written out', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing is put together', "tell('fill.done')", ['fill.done', 'fill.left-open', 'explain.fill', 'fix.title']],
    ['the end is put together', 'tell(`fill.left-${kind}`)', ['fill.done', 'explain.fill', 'fix.title']],
    ['all behind the first word', 'tell(`fill.${kind}`)', ['explain.fill', 'fix.title']],
    ['the front', 'tell(`${kind}.title`)', ['fill.done', 'fill.left-open', 'explain.fill']],
    ['a text that is no key', '`${name}.xlsx`', ['fill.done', 'fill.left-open', 'explain.fill', 'fix.title']],
  ])('%s: %s', (_what, code, wanted) => {
    expect([...shortened([WORDS, code]).keys()]).toEqual(wanted)
  })

  test('each has its own', () => {
    const short = [...shortened([WORDS]).values()]
    expect(new Set(short).size).toBe(4)
  })
})
