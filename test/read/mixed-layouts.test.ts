import fc from 'fast-check'
import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import { readSnapshot } from '../../src/read'
import { COMMUNITIES, box, outcome, staff } from './neighbours'
import type { Truth } from './neighbours'
import { AS_OF, book } from './sheets'

type Row = readonly CellValue[]
const KEYS = ['name', 'sex', 'birth', 'education', 'politics', 'kind', 'post'] as const
type Key = (typeof KEYS)[number]
const WORDS: Readonly<Record<Key, readonly [string, string, string]>> = {
  name: ['姓名', '基本情况', '姓名'], sex: ['性别', '', '性别'], birth: ['出生年月', '', '出生年月'], education: ['学历', '学历情况', '最高学历'], politics: ['政治面貌', '政治情况', '政治面貌'], kind: ['人员类别', '用工情况', '人员性质'], post: ['职务', '任职情况', '现任职务'],
}
const SECTIONS: readonly ((name: string, at: number) => string)[] = [
  name => `${name}社区`, (name, at) => `${'一二三四五'.charAt(at)}、${name}社区`, (name, at) => `（${'一二三四五'.charAt(at)}）${name}社区居委会`, name => `社区名称：${name}社区`, name => `${name}社区：`, name => `【${name}社区】`, name => `${name}社区（5人）`,
  (name, at) => `第${'一二三四五'.charAt(at)} ${name}社区`, name => [...`${name}居委会`].join(' '), name => `${name}社区党总支、居委会`, name => `罗塘街道${name}社区`, (name, at) => `${String(at + 1)}.${name}居委会`, name => `${name}社区工作人员名单`, name => `单位：${name}社区`,
]

interface Plan {
  readonly communities: number; readonly each: number; readonly seed: number
  readonly place: 'column' | 'first' | 'merged' | 'section' | 'section-merged' | 'block' | 'ditto'
  readonly writing: number; readonly indent: number
  readonly kind: 'column' | 'section'
  readonly header: 'one' | 'two' | 'two-merged' | 'units'
  readonly seq: 'on' | 'restart' | 'none'
  readonly example: boolean; readonly marks: boolean; readonly title: number
  readonly subtotal: '' | 'first' | 'name'; readonly blank: boolean; readonly page: boolean; readonly shuffle: number
  readonly below: boolean; readonly unknown: boolean
}

const plan: fc.Arbitrary<Plan> = fc.record({
  communities: fc.integer({ min: 2, max: 4 }), each: fc.integer({ min: 2, max: 5 }), seed: fc.integer({ min: 0, max: 40 }),
  place: fc.constantFrom('column', 'first', 'merged', 'section', 'section', 'section-merged', 'block', 'ditto'),
  writing: fc.integer({ min: 0, max: SECTIONS.length - 1 }), indent: fc.integer({ min: 0, max: 2 }),
  kind: fc.constantFrom('column', 'column', 'section'), header: fc.constantFrom('one', 'one', 'two', 'two-merged', 'units'), seq: fc.constantFrom('on', 'restart', 'none'),
  example: fc.boolean(), marks: fc.boolean(), title: fc.integer({ min: 0, max: 3 }), subtotal: fc.constantFrom('', '', 'first', 'name'), blank: fc.boolean(), page: fc.boolean(), shuffle: fc.integer({ min: 0, max: 5 }),
  below: fc.boolean(), unknown: fc.boolean(),
})

/** The workbook of a plan, the people in it, and those below a heading that nobody can understand. */
function make(of: Plan): { rows: readonly Row[]; merges: readonly Box[]; people: readonly Truth[]; lost: ReadonlySet<string> } {
  const names = COMMUNITIES.slice(of.seed % 11, of.seed % 11 + of.communities), people = staff(of.seed, names, of.each)
  const column = of.place === 'column' || of.place === 'first' || of.place === 'merged' || of.place === 'ditto'
  const keys = KEYS.filter(key => key !== 'kind' || of.kind === 'column')
  const turned = [...keys.slice(of.shuffle % keys.length), ...keys.slice(0, of.shuffle % keys.length)]
  const order: readonly Key[] = ['name', ...turned.filter(key => key !== 'name')]
  const lead: CellValue[] = [...(of.seq === 'none' ? [] : ['序号']), ...(column ? ['社区'] : [])]
  const width = lead.length + order.length
  const rows: Row[] = [], merges: Box[] = [], lost = new Set<string>()
  const head = (): void => {
    const top = rows.length + 1
    if (of.header === 'one' || of.header === 'units') rows.push([...lead, ...order.map(key => WORDS[key][0])])
    if (of.header === 'units') rows.push([...lead.map(() => null), ...order.map(key => (key === 'birth' ? '（年.月）' : null))])
    if (of.header === 'two' || of.header === 'two-merged') {
      rows.push([...lead, ...order.map(key => WORDS[key][1] === '' ? WORDS[key][0] : WORDS[key][1])], [...lead.map(() => null), ...order.map(key => (WORDS[key][1] === '' ? null : WORDS[key][2]))])
      if (of.header === 'two-merged') for (const [at] of rows.at(-1)?.entries() ?? []) if (rows.at(-1)?.[at] === null) merges.push(box(top, at + 1, top + 1, at + 1))
    }
  }
  const title = (): void => {
    if (of.title > 0) rows.push(['社区工作人员花名册'])
    if (of.title > 1) rows.push(['填报单位：姜堰镇', null, null, '填报日期：2023年12月31日'])
    if (of.title > 2) rows.push([])
  }
  const cells = (person: Truth, number: number, community: CellValue): Row => [
    ...(of.seq === 'none' ? [] : [number]), ...(column ? [community] : []),
    ...order.map((key): CellValue => ({ name: person.name, sex: number % 2 === 0 ? '女' : '男', birth: person.birth, education: person.college ? '大专' : '高中', politics: person.party ? '中共党员' : '群众', kind: person.kind === 'formal' ? '正式' : '聘用', post: '社区工作者' })[key]),
  ]
  title()
  if (of.place !== 'block') head()
  if (of.marks && of.place !== 'block') rows.push(Array.from({ length: width }, (_each, at) => at + 1))
  const write = SECTIONS[of.writing] ?? (name => `${name}社区`)
  const line = (text: string, merged = false): void => {
    rows.push([...Array<null>(merged ? 0 : of.indent).fill(null), text])
    if (merged) merges.push(box(rows.length, 1, rows.length, width))
  }
  let number = 0
  names.forEach((name, at) => {
    const own = people.filter(person => person.community === name)
    if (at > 0 && of.blank) rows.push([])
    if (of.place === 'section' || of.place === 'section-merged') line(write(name, at), of.place === 'section-merged')
    if (of.place === 'block') { line(write(name, at)); head() }
    if (of.seq === 'restart') number = 0
    if (of.example && at === 0) rows.push([...(of.seq === 'none' ? [] : ['例']), ...(column ? [of.place === 'column' || of.place === 'ditto' ? '某某社区' : `${name}社区`] : []), ...order.map(key => (key === 'name' ? '例：张三' : key === 'education' ? '本科' : null))])
    const top = rows.length + (of.example && at === 0 && (of.place === 'first' || of.place === 'merged') ? 0 : 1)
    const exampled = of.example && at === 0
    own.forEach((person, index) => {
      const before = own[index - 1]
      if (of.kind === 'section' && before?.kind !== person.kind) line(person.kind === 'formal' ? '正式人员' : '聘用人员')
      if (of.page && at === 1 && index === 1 && of.place !== 'block' && of.kind === 'column' && of.seq === 'on') { title(); head() }
      const community: CellValue = of.place === 'column' ? `${name}社区` : of.place === 'ditto' ? (index === 0 ? `${name}社区` : '同上') : index === 0 && !exampled ? `${name}社区` : null
      rows.push(cells(person, ++number, community))
    })
    if (of.place === 'merged' && of.kind === 'column' && !(of.page && at === 1)) merges.push(box(top, lead.length, rows.length, lead.length))
    if (of.subtotal !== '') rows.push(of.subtotal === 'first' ? ['小计', `${String(own.length)}人`] : [...lead.map(() => null), '小计', own.length])
    if (of.unknown && at === names.length - 1 && of.kind === 'column' && (of.place === 'section' || of.place === 'section-merged' || of.place === 'block')) {
      const stray: Truth = { ...(own[0] ?? people[0] as Truth), name: '葛某甲' }
      line('东风路甲片')
      rows.push(cells(stray, ++number, null))
      lost.add(stray.name)
    }
  })
  if (of.below) rows.push(['合计', `${String(people.length)}人`], [], ['注：以上人员均已核实。'], ['填表人：', null, '审核人：'])
  return { rows, merges, people, lost }
}

test('whatever stands around the rows, everybody is found where they belong, or asked about', () => {
  let right = 0, all = 0
  fc.assert(fc.property(plan, of => {
    const { rows, merges, people, lost } = make(of)
    const reading = readSnapshot(book({ 表: rows }, { merges: { 表: merges } }), { asOf: AS_OF })
    for (const person of reading.people) if (lost.has(person.name)) expect(person.community).toBe(-1)
    const found = outcome({ ...reading, people: reading.people.filter(person => !lost.has(person.name)) }, people)
    expect({ wrong: found.wrong, rows: found.wrong.length === 0 ? [] : rows.map(row => row.join('|')) }).toEqual({ wrong: [], rows: [] })
    right += found.right
    all += people.length
  }), { numRuns: 1200, seed: 20231231 })
  expect(right / all).toBeGreaterThan(0.97)
})
