import fc from 'fast-check'
import type { Language } from '../../src/core/message'
import { agePyramid, budgetByKind, fundAndNeed, fundingBar, markup, staffShares, targetDistance, usableArea, usableAreaPages } from '../../src/pictures'
import type { Picture } from '../../src/pictures'
import type { Given, PersonGiven } from '../checks/readings'
import { judge } from '../../src/judge'
import { defaultPolicy } from '../../src/policies'
import { reading, times } from '../checks/readings'
import { reportOf } from '../render/reports'
import { all, frame, spots } from './geometry'

const given: Given = {
  people: [
    ...times(3, { in: '河东', as: 'formal', college: 'yes', party: 'yes', birth: 19850301 }), ...times(4, { in: '河东', as: 'contracted', college: 'no', birth: 19700615 }),
    { in: '河东', as: 'contracted', college: 'blank', birth: 0 },
  ],
  sites: [{ in: '河东', usable: 180, tenure: 'rented' }, { in: '河西', usable: 320, tenure: 'own' }, { in: '河南', built: 260 }],
}
const report = reportOf(given), east = report.communities.find(unit => unit.name === '河东') ?? report.overall
/** A label that is the same in both languages. */
const both = (text: string) => ({ 'zh-CN': text, en: text })
const zh = { language: 'zh-CN', id: 'p' } as const, en = { language: 'en', id: 'p' } as const

describe('the table behind a picture holds its numbers', () => {
  test('distance to each target', () => {
    expect(targetDistance(east, zh).table).toEqual({
      header: ['指标', '现状', '目标', '差额', '结论'],
      rows: [
        ['正式人员', '3 人', '4 人', '−1 人', '未达标'], ['聘用人员', '5 人', '3 人', '2 人', '超配'], ['大专以上比例', '37.5%', '≥ 80%', '−42.5%', '未达标'],
        ['平均年龄', '46.6 岁', '≤ 45 岁', '1.6 岁', '未达标'], ['党团员比例', '37.5%', '≥ 50%', '−12.5%', '未达标'], ['使用面积', '180 ㎡', '≥ 200 ㎡', '−20 ㎡', '未达标'],
        ['四室', expect.any(String), '≥ 4 项', expect.any(String), expect.any(String)],
      ],
    })
  })
  test('ages', () => {
    const picture = agePyramid(east, en)
    expect(picture.table.rows).toContainEqual(['50–54', '0', '0', '4', '4'])
    expect(picture.table.rows.at(-1)).toEqual(['Mean age (years)', '', '', '', '46.6'])
    expect(picture.note).toBe('1 more person of unknown age not drawn.')
  })
  test('shares', () => {
    expect(staffShares(east, zh).table.rows).toEqual([['大专以上', '3', '1', '8', '37.5%', '≥ 80%'], ['党团员', '3', '0', '8', '37.5%', '≥ 50%']])
  })
  test('usable area, the largest gap first, unknown as a word', () => {
    expect(usableArea(report.communities, zh).table.rows).toEqual([
      ['河东社区', '180', '0', '−20', '未达标'], ['河南社区', '待核实', '', '', '待核实'], ['河西社区', '320', '320', '120', '达标'],
    ])
  })
  test('budget, sources and years: what nobody gave is 待填', () => {
    expect(budgetByKind([{ label: both('正式人员'), now: 83.5, goal: 98.24 }, { label: both('公用经费'), now: null, goal: null }], zh).table.rows).toEqual([['正式人员', '83.5', '98.24', '14.74'], ['公用经费', '待填', '待填', '']])
    expect(fundingBar({ scenario: '方案A', parts: [{ label: both('财政'), now: 20, goal: null }] }, zh).table.rows).toEqual([['财政', '20', '待填']])
    expect(fundAndNeed({ years: [{ year: 2024, need: 120, fund: null, bridging: null }], bridging: null }, zh).table.rows).toEqual([['2024', '120', '待填', '待填']])
  })
})

describe('what is not known is never drawn as nought', () => {
  test.each<[string, Picture, string]>([
    ['nobody', staffShares(reportOf({}).overall, zh), '没有计入的人员'],
    ['no age', agePyramid(reportOf({}).overall, zh), '没有可用的年龄'],
    ['no target', targetDistance({ judgements: [] }, zh), '没有可以核查的指标'],
    ['no premises', usableArea([], zh), '没有用房数据'],
    ['built area alone', usableArea(report.communities, zh), '仅有建筑面积 260 ㎡'],
    ['no budget', budgetByKind([], zh), '没有经费数据'],
    ['a kind without cost', budgetByKind([{ label: both('公用'), now: null, goal: null }], zh), '待填'],
    ['no source', fundingBar(null, zh), '没有来源数据'],
    ['no years', fundAndNeed({ years: [], bridging: null }, zh), '没有分年度数据'],
  ])('%s', (_name, picture, words) => {
    expect(spots(picture.drawing).map(spot => spot.words)).toContain(words)
    expect(all(picture.drawing, 'rect').filter(({ attributes }) => Number(attributes['width']) <= 0)).toEqual([])
  })
})

describe('many communities', () => {
  const many = reportOf({ sites: Array.from({ length: 200 }, (_, i) => ({ in: `第${i + 1}`, usable: 20 + i })) }).communities
  test('the worst are drawn, the rest is named, the table holds all', () => {
    const picture = usableArea(many, { ...zh, most: 20 })
    expect(all(picture.drawing, 'rect').length).toBeLessThan(50)
    expect(picture.table.rows).toHaveLength(200)
    expect(picture.note).toMatch(/^只画差额最大的 20 个社区，其余 180 个：第21社区、.*等。$/)
  })
  test('or page by page', () => {
    expect(usableAreaPages(many)).toBe(8)
    const last = usableArea(many, { ...zh, page: 8 })
    expect(last).toMatchObject({ title: '各社区用房使用面积（㎡）（8/8）', note: null })
    expect(last.table.rows).toHaveLength(25)
  })
})

test('a person\'s words are text and nothing else', () => {
  const unit = { ...east, label: '<script>&"\u0000' }, svg = markup(usableArea([unit], zh).drawing)
  expect(svg).not.toContain('<script>')
  expect(svg).toContain('&lt;script&gt;&amp;&quot;\ufffd')
  expect(markup(budgetByKind([{ label: both('卡 6222021234567890123'), now: 1, goal: 2 }], zh).drawing)).not.toContain('6222021234567890123')
})

const sum = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const number = fc.option(fc.oneof(fc.constant(0), sum(0, 1e7), sum(-1e4, 1e4)))
const label = fc.oneof(
  fc.constantFrom('河东社区', '某某街道办事处第一社区居民委员会', 'Riverside East and West Community'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)
const person: fc.Arbitrary<PersonGiven> = fc.record({
  in: fc.constantFrom('甲', '一个名字特别长的社区'), as: fc.constantFrom('formal', 'contracted'), college: fc.constantFrom('yes', 'no', 'blank'), party: fc.constantFrom('yes', 'no', 'blank'),
  birth: fc.constantFrom(0, 19400101, 19700615, 19781230, 19790101, 20010505),
})
const site = fc.record({ in: label, usable: fc.oneof(fc.integer({ min: 0, max: 90_000 }), fc.double({ min: 0, max: 400, noNaN: true })), tenure: fc.constantFrom('own' as const, 'rented' as const) })

/** Words stand inside the picture and on no other words, at every width, in both languages. */
function isReadable(picture: Picture): void {
  const { width, height } = frame(picture.drawing), found = spots(picture.drawing)
  for (const { words, left, right, top, bottom } of found)
    if (left < -0.1 || right > width + 0.1 || top < -0.1 || bottom > height + 0.1) throw new Error(`${words} leaves the frame`)
  for (const [i, one] of found.entries())
    for (const other of found.slice(i + 1))
      if (one.left < other.right - 0.2 && other.left < one.right - 0.2 && one.top < other.bottom - 3 && other.top < one.bottom - 3)
        throw new Error(`${one.words} is over ${other.words}`)
  for (const { attributes } of all(picture.drawing, 'rect')) {
    const x = Number(attributes['x']), wide = Number(attributes['width'])
    if (!(x >= -0.1 && x + wide <= width + 0.2)) throw new Error(`a bar from ${x}, ${wide} wide, leaves the frame`)
  }
  expect(picture.table.rows.filter(row => row.length !== picture.table.header.length)).toEqual([])
}

const shown = { language: fc.constantFrom<Language>('zh-CN', 'en'), width: fc.integer({ min: 280, max: 900 }) }

test('no text leaves the frame or lies on another: people and premises', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), fc.array(site, { maxLength: 12 }), fc.record(shown), (people, sites, options) => {
      const made = judge(reading({ people, sites }), defaultPolicy, '2023-12-31')
      for (const unit of [made.overall, ...made.communities])
        for (const draw of [targetDistance, agePyramid, staffShares]) isReadable(draw(unit, { ...options, id: 'p' }))
      isReadable(usableArea(made.communities, { ...options, id: 'p' }))
    }),
    { numRuns: 60 },
  )
})

test('no text leaves the frame or lies on another: money', () => {
  const kind = fc.record({ label: label.map(both), now: number, goal: number })
  const year = fc.record({ year: fc.integer({ min: 2020, max: 2099 }), need: number, fund: number, bridging: number })
  fc.assert(
    fc.property(fc.array(kind, { maxLength: 6 }), fc.array(year, { maxLength: 6 }), fc.record(shown), (kinds, years, options) => {
      isReadable(budgetByKind(kinds, { ...options, id: 'p' }))
      isReadable(fundingBar({ scenario: '', parts: kinds }, { ...options, id: 'p' }))
      isReadable(fundAndNeed({ years, bridging: 1 }, { ...options, id: 'p' }))
    }),
    { numRuns: 100 },
  )
})
