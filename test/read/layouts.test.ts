import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import { readSnapshot } from '../../src/read'
import { COMMUNITIES, HEAD, box, outcome, personRow, staff } from './neighbours'
import type { Truth } from './neighbours'
import { AS_OF, book } from './sheets'

type Row = readonly CellValue[]
interface Made { readonly sheets: Readonly<Record<string, readonly Row[]>>; readonly merges?: Readonly<Record<string, readonly Box[]>> }

const SETS = [COMMUNITIES.slice(0, 4), COMMUNITIES.slice(4, 8), COMMUNITIES.slice(8, 12), COMMUNITIES.slice(11, 15)]

/** Builds a layout from people over several sets of communities; every person must be found with community, kind and values. */
function all(make: (people: readonly Truth[], communities: readonly string[]) => Made): {
  readonly wrong: readonly string[]
  readonly right: number
} {
  const wrong: string[] = []
  let right = 0
  for (const [seed, communities] of SETS.entries()) {
    const people = staff(seed, communities, 4)
    const { sheets, merges } = make(people, communities)
    const found = outcome(readSnapshot(book(sheets, merges === undefined ? {} : { merges }), { asOf: AS_OF }), people)
    right += found.right
    if (found.right < people.length && wrong.length < 4)
      wrong.push(`${communities.join(' ')}: ${String(found.unknown)} unknown; ${found.wrong.slice(0, 2).join('; ')}`)
  }
  return { wrong, right }
}
const ALL = { wrong: [], right: SETS.length * 16 }

const TITLES: Readonly<Record<string, (name: string, at: number) => Row>> = {
  'the name alone': name => [`${name}社区`],
  'a title of its own': name => [`${name}社区工作人员花名册`],
  labelled: name => [`社区：${name}社区`],
  'labelled, a second cell': name => [`社区：${name}社区`, null, null, '填报人：'],
  'labelled, filled second cell': name => [`社区名称：${name}社区`, null, null, null, '填表日期：2023年12月31日'],
  'unit and date': name => [`单位：${name}社区居委会`, null, null, null, '2023年12月'],
  numbered: (name, at) => [`${'一二三四'.charAt(at)}、${name}社区`],
  bracketed: name => [`【${name}社区】`],
  'with a count': name => [`${name}社区（4人）`],
  'count in a cell': name => [`${name}社区`, null, '共4人'],
  'seal': name => [`填报单位（盖章）：${name}社区`, null, null, '负责人：'],
}

describe('a block a community', () => {
  test.each(Object.entries(TITLES))('title: %s', (_title, title) => {
    const wrong: string[] = []
    for (const header of ['own', 'once', 'blank below title'] as const) for (const gap of [0, 1, 2, 3]) for (const below of ['', 'total', 'signature']) {
      const found = all((people, communities) => {
        const rows: Row[] = [['社区工作人员花名册']]
        if (header === 'once') rows.push([...HEAD])
        communities.forEach((name, at) => {
          if (at > 0) for (let blank = 0; blank < gap; blank++) rows.push([])
          rows.push(title(name, at))
          if (header === 'blank below title') rows.push([])
          if (header !== 'once') rows.push([...HEAD])
          people.filter(person => person.community === name).forEach((person, index) => rows.push(personRow(person, index + 1)))
          if (below === 'total') rows.push(['合计：4人'])
          if (below === 'signature') rows.push(['填表人：', null, null, '审核人：'])
        })
        return { sheets: { 表: rows } }
      })
      if (found.right < ALL.right && wrong.length < 6) wrong.push(`${header}, gap ${String(gap)}, ${below}: ${found.wrong[0] ?? ''}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('lists side by side', () => {
  const PAIR = ['社区', '姓名', '出生年月', '学历', '政治面貌']
  const pair = (person: Truth | undefined): Row => (person === undefined ? [null, null, null, null, null] : [`${person.community}社区`, person.name, person.birth, person.college ? '大专' : '高中', person.party ? '中共党员' : '群众'])
  test.each<readonly [what: string, gap: number, left: string, right: string, merged: boolean]>([
    ['kinds over the blocks, merged', 0, '在编人员', '编外人员', true],
    ['kinds over the blocks', 0, '正式人员', '聘用人员', false],
    ['kinds over the blocks, a gap', 1, '正式人员', '聘用人员', true],
    ['kinds over the blocks, a gap, not merged', 1, '一、正式人员', '二、聘用人员', false],
    ['counted kinds', 0, '正式人员（8人）', '聘用人员（8人）', true],
    ['two columns between', 2, '正式', '聘用制', true],
  ])('formal left, contracted right: %s', (_what, gap, left, right, merged) => {
    expect(all(people => {
      const formal = people.filter(person => person.kind === 'formal'), contracted = people.filter(person => person.kind === 'contracted')
      const space = Array<null>(gap).fill(null)
      const rows: Row[] = [['社区工作人员花名册'], [left, null, null, null, null, ...space, right], [...PAIR, ...space, ...PAIR]]
      for (let at = 0; at < Math.max(formal.length, contracted.length); at++)
        rows.push([...pair(formal[at]), ...space, ...pair(contracted[at])])
      const merges = merged ? [box(1, 1, 1, 10 + gap), box(2, 1, 2, 5), box(2, 6 + gap, 2, 10 + gap)] : []
      return { sheets: { 表: rows }, merges: { 表: merges } }
    })).toEqual(ALL)
  })

  test.each<readonly [what: string, own: boolean]>([['the community once, on the left', false], ['the community in both', true]])('both kinds beside one community: %s', (_what, own) => {
    const head = own ? PAIR : PAIR.slice(1)
    expect(all((people, communities) => {
      const rows: Row[] = [['社区工作人员花名册'], ['社区', '正式人员', ...Array<null>(own ? 4 : 3).fill(null), '聘用人员'], [null, ...head, ...head]]
      for (const name of communities) {
        const formal = people.filter(person => person.community === name && person.kind === 'formal'), contracted = people.filter(person => person.community === name && person.kind === 'contracted')
        for (let at = 0; at < 2; at++) rows.push([`${name}社区`, ...pair(formal[at]).slice(own ? 0 : 1), ...pair(contracted[at]).slice(own ? 0 : 1)])
      }
      const width = head.length
      return { sheets: { 表: rows }, merges: { 表: [box(2, 1, 3, 1), box(2, 2, 2, 1 + width), box(2, 2 + width, 2, 1 + 2 * width)] } }
    })).toEqual(ALL)
  })

  test.each<readonly [what: string, gap: number, merged: boolean]>([['no gap', 0, false], ['no gap, merged', 0, true], ['a gap', 1, false], ['a gap, merged', 1, true]])('a community a block: %s', (_what, gap, merged) => {
    const head = ['姓名', '出生年月', '学历', '政治面貌', '人员类别']
    const cells = (person: Truth | undefined): Row => (person === undefined ? [null, null, null, null, null] : [...pair(person).slice(1), person.kind === 'formal' ? '正式' : '聘用'])
    expect(all((people, communities) => {
      const space = Array<null>(gap).fill(null), rows: Row[] = [['社区工作人员花名册']], merges: Box[] = []
      for (const two of [communities.slice(0, 2), communities.slice(2, 4)]) {
        const [left = '', right = ''] = two
        rows.push([`${left}社区`, null, null, null, null, ...space, `${right}社区`])
        if (merged) merges.push(box(rows.length, 1, rows.length, 5), box(rows.length, 6 + gap, rows.length, 10 + gap))
        rows.push([...head, ...space, ...head])
        const a = people.filter(person => person.community === left), b = people.filter(person => person.community === right)
        for (let at = 0; at < 4; at++) rows.push([...cells(a[at]), ...space, ...cells(b[at])])
        rows.push([])
      }
      return { sheets: { 表: rows }, merges: { 表: merges } }
    })).toEqual(ALL)
  })
})

describe('where the community stands', () => {
  const head = ['序号', '社区', '姓名', '学历', '政治面貌', '人员类别']
  const cells = (person: Truth, number: number, community: string | null): Row => [number, community, person.name, person.college ? '大专' : '高中', person.party ? '中共党员' : '群众', person.kind === 'formal' ? '正式' : '聘用']
  const list = (of: (person: Truth, at: number) => string | null, between: readonly Row[] = []) => all((people) => {
    const rows: Row[] = [['社区工作人员花名册'], head]
    people.forEach((person, index) => {
      if (index > 0 && index % 4 === 0) rows.push(...between)
      rows.push(cells(person, index + 1, of(person, index % 4)))
    })
    return { sheets: { 表: rows } }
  })

  test('in every row', () => { expect(list(person => `${person.community}社区`)).toEqual(ALL) })
  test('in the first row of its group', () => { expect(list((person, at) => (at === 0 ? `${person.community}社区` : null))).toEqual(ALL) })
  test('in the first row, blank rows between', () => { expect(list((person, at) => (at === 0 ? `${person.community}社区` : null), [[]])).toEqual(ALL) })
  test('with an ordinal', () => { expect(list(person => `第${'一二三四五六七八九十'.charAt(COMMUNITIES.indexOf(person.community as never) % 10)} ${person.community}社区`)).toEqual(ALL) })
  test.each(['同上', '〃', '″', '"'])('ditto %s', mark => { expect(list((person, at) => (at === 0 ? `${person.community}社区` : mark))).toEqual(ALL) })
  test('in the middle row of a merged group', () => {
    expect(all(people => ({
      sheets: { 表: [head, ...people.map((person, index) => cells(person, index + 1, index % 4 === 0 ? `${person.community}社区` : null))] },
      merges: { 表: Array.from({ length: 4 }, (_each, at) => box(2 + at * 4, 2, 5 + at * 4, 2)) },
    }))).toEqual(ALL)
  })
  test('typed into the middle row of its group, blank rows between', () => { expect(list((person, at) => (at === 1 ? `${person.community}社区` : null), [[]])).toEqual(ALL) })
  test('a sheet a community', () => {
    expect(all((people, communities) => ({ sheets: Object.fromEntries(communities.map(name => [`${name}社区`, [['工作人员花名册'], [...HEAD], ...people.filter(person => person.community === name).map((person, at) => personRow(person, at + 1))]])) }))).toEqual(ALL)
  })
  test('a sheet a community, bare names and numbers', () => {
    expect(all((people, communities) => ({ sheets: Object.fromEntries(communities.map((name, index) => [`${String(index + 1)}.${name}`, [['工作人员花名册'], [...HEAD], ...people.filter(person => person.community === name).map((person, at) => personRow(person, at + 1))]])) }))).toEqual(ALL)
  })
  test('in the header of the group', () => {
    expect(all((people, communities) => ({ sheets: Object.fromEntries(communities.map((name, index) => [`表${String(index + 1)}`, [['工作人员花名册'], [`${name}社区`, ...Array<null>(7).fill(null)], [...HEAD], ...people.filter(person => person.community === name).map((person, at) => personRow(person, at + 1))]])), merges: Object.fromEntries(communities.map((_name, index) => [`表${String(index + 1)}`, [box(2, 1, 2, 8)]])) }))).toEqual(ALL)
  })
  test('a bare name in the name column', () => {
    expect(all((people, communities) => ({ sheets: { 表: [['花名册'], [...HEAD], ...communities.flatMap(name => [[null, name], ...people.filter(person => person.community === name).map((person, at) => personRow(person, at + 1))])] } }))).toEqual(ALL)
  })
  test('a bare name in the first column', () => {
    expect(all((people, communities) => ({ sheets: { 表: [['花名册'], [...HEAD], ...communities.flatMap(name => [[name], ...people.filter(person => person.community === name).map((person, at) => personRow(person, at + 1))])] } }))).toEqual(ALL)
  })
})

describe('pages', () => {
  test.each<readonly [what: string, between: readonly Row[]]>([
    ['the header again', [[...HEAD]]],
    ['title and header again', [['社区工作人员花名册'], [...HEAD]]],
    ['continued', [['（续表）'], [...HEAD]]],
    ['signature, blank, title, unit, header', [['填表人：', null, null, '审核人：'], [], ['社区工作人员花名册'], ['单位：人'], [...HEAD]]],
    ['page total', [['本页小计', '4人'], ['社区工作人员花名册'], [...HEAD]]],
  ])('a page break in the middle of a community: %s', (_what, between) => {
    expect(all((people, communities) => {
      const rows: Row[] = [['社区工作人员花名册'], ['单位：人'], [...HEAD]]
      let number = 0
      for (const name of communities) {
        rows.push([`${name}社区`])
        people.filter(person => person.community === name).forEach((person, at) => {
          if (at === 2) rows.push(...between)
          rows.push(personRow(person, ++number))
        })
      }
      return { sheets: { 表: rows } }
    })).toEqual(ALL)
  })
})
