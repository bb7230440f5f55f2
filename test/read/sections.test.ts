import type { CellValue } from '../../src/core/cell'
import { readSnapshot } from '../../src/read'
import { COMMUNITIES, HEAD, outcome, personRow, staff } from './neighbours'
import { AS_OF, book } from './sheets'

/** How a section row may write a community: with every one the people below must be found in it. */
const WRITINGS: Readonly<Record<string, (name: string, at: number) => string>> = {
  plain: name => `${name}社区`,
  'chinese number': (name, at) => `${'一二三四五六'.charAt(at)}、${name}社区`,
  'bracketed number': (name, at) => `（${'一二三四五六'.charAt(at)}）${name}社区`,
  'bracketed number, office': (name, at) => `（${'一二三四五六'.charAt(at)}）${name}社区居委会`,
  'arabic number': (name, at) => `${at + 1}.${name}社区`,
  'arabic number, list mark': (name, at) => `${at + 1}、${name}社区`,
  'arabic number, blank': (name, at) => `${at + 1} ${name}社区`,
  'half bracket': (name, at) => `${at + 1}）${name}社区`,
  'bracketed arabic': (name, at) => `(${at + 1})${name}居委会`,
  circled: (name, at) => `${'①②③④⑤⑥'.charAt(at)}${name}社区`,
  'circled with mark': (name, at) => `${'①②③④⑤⑥'.charAt(at)}、${name}社区`,
  roman: (name, at) => `${'ⅠⅡⅢⅣⅤⅥ'.charAt(at)}、${name}社区`,
  letter: (name, at) => `${'ABCDEF'.charAt(at)}、${name}社区`,
  'ordinal and blank': (name, at) => `第${'一二三四五六'.charAt(at)} ${name}社区`,
  'ordinal and mark': (name, at) => `第${'一二三四五六'.charAt(at)}、${name}社区`,
  'ordinal part': (name, at) => `第${'一二三四五六'.charAt(at)}部分 ${name}社区`,
  'chinese number and blank': (name, at) => `${'一二三四五六'.charAt(at)}　${name}社区`,
  'chinese number and full stop': (name, at) => `${'一二三四五六'.charAt(at)}．${name}社区`,
  labelled: name => `社区名称：${name}社区`,
  'labelled, blank': name => `社区名称： ${name}社区居委会`,
  'labelled bare': name => `社区名称：${name}`,
  'labelled community': name => `社区：${name}社区`,
  'labelled unit': name => `单位：${name}社区`,
  'labelled unit name': name => `单位名称：${name}社区居委会`,
  'labelled own': name => `所属社区：${name}社区`,
  'labelled place': name => `所在社区:${name}社区`,
  'labelled office': name => `居委会名称：${name}居委会`,
  'labelled reporting': name => `填报单位：${name}社区（盖章）`,
  colon: name => `${name}社区：`,
  'office with colon': name => `${name}社区居委会：`,
  'half colon': name => `${name}居委会:`,
  count: name => `${name}社区（4人）`,
  'count in words': name => `${name}社区（共4人）`,
  'count behind': name => `${name}社区 4人`,
  'counted colon': name => `${name}社区：共4人`,
  'count by kind': name => `${name}社区（正式2人、聘用2人）`,
  'party and office': name => `${name}社区党总支、居委会`,
  'party committee': name => `${name}社区党委`,
  'party and two': name => `${name}社区"两委"`,
  'corner brackets': name => `【${name}社区】`,
  'square brackets': name => `[${name}社区]`,
  'round brackets': name => `（${name}社区）`,
  'angle brackets': name => `《${name}社区》`,
  star: name => `★${name}社区`,
  diamond: name => `◆ ${name}社区`,
  dashes: name => `——${name}社区——`,
  equals: name => `== ${name}社区 ==`,
  spaced: name => [...`${name}居委会`].join(' '),
  'spaced out': name => [...`${name}社区`].join('　'),
  'with town': name => `罗塘街道${name}社区`,
  'with town and office': name => `姜堰镇${name}社区居委会`,
  'with people': name => `${name}社区工作人员`,
  'with list': name => `${name}社区人员名单`,
  'with roster': name => `${name}社区工作人员花名册`,
  'numbered roster': (name, at) => `${'一二三四五六'.charAt(at)}、${name}社区工作人员花名册`,
  'with state': name => `${name}社区人员情况`,
  residents: name => `${name}社区居民委员会`,
  centre: name => `${name}社区党群服务中心`,
  'numbered and counted': (name, at) => `（${'一二三四五六'.charAt(at)}）${name}社区（4人）：`,
  secretary: name => `${name}社区（书记：张三）`,
  continued: name => `${name}社区（续）`,
  following: name => `以下为${name}社区人员`,
  'in words': name => `${name}社区工作人员如下：`,
  village: name => `${name}新村`,
}

/** Where a section row stands, as cells. */
const PLACES: Readonly<Record<string, (text: string) => readonly CellValue[]>> = {
  'first column': text => [text],
  'name column': text => [null, text],
  'third column': text => [null, null, text],
  'last column': text => [null, null, null, null, null, null, null, text],
  'merged over the row': text => [text],
}

const NAMES = [
  COMMUNITIES.slice(0, 3),
  COMMUNITIES.slice(3, 6),
  COMMUNITIES.slice(6, 9),
  COMMUNITIES.slice(9, 12),
  COMMUNITIES.slice(12, 15),
]

interface Built { readonly rows: (readonly CellValue[])[]; readonly merges: { top: number; left: number; bottom: number; right: number }[] }

/** Around the section rows: what may stand between them and change nothing. */
const AROUND: Readonly<
  Record<
    string,
    {
      readonly before?: readonly (readonly CellValue[])[]
      readonly each?: (at: number) => readonly (readonly CellValue[])[]
      readonly between?: readonly (readonly CellValue[])[]
      readonly below?: readonly (readonly CellValue[])[]
    }
  >
> = {
  alone: {},
  'an example row first': { before: [['例', '张三', '男', '1985.03', '本科', '中共党员', '正式', '书记']] },
  'column numbers first': { before: [[1, 2, 3, 4, 5, 6, 7, 8]] },
  'letters first': { before: [['甲', '乙', 1, 2, 3, 4, 5, 6]] },
  subtotals: { each: at => [['小计', `${String(at)}人`]] },
  'subtotals in the name column': { each: () => [[null, '小计', 4]] },
  'blank rows': { between: [[]] },
  'total and signature': { below: [['合计', '12人'], [], ['填表人：', null, null, '审核人：']] },
  'a note below': { below: [['注：以上人员均已核实。']] },
}

function build(
  names: readonly string[],
  write: (name: string, at: number) => string,
  place: (text: string) => readonly CellValue[],
  around: (typeof AROUND)[string],
  merged: boolean,
  restart: boolean,
  people: ReturnType<typeof staff>,
): Built {
  const rows: (readonly CellValue[])[] = [['社区工作人员花名册'], [...HEAD]]
  const merges: Built['merges'] = [{ top: 1, left: 1, bottom: 1, right: 8 }]
  rows.push(...(around.before ?? []))
  let number = 0
  for (const [at, name] of names.entries()) {
    if (at > 0) rows.push(...(around.between ?? []))
    rows.push(place(write(name, at)))
    if (merged) merges.push({ top: rows.length, left: 1, bottom: rows.length, right: 8 })
    if (restart) number = 0
    for (const person of people.filter(each => each.community === nameOf(write, name))) rows.push(personRow(person, ++number))
    rows.push(...(around.each?.(4) ?? []))
  }
  rows.push(...(around.below ?? []))
  return { rows, merges }
}

/** 新村 is part of a name. */
function nameOf(write: (name: string, at: number) => string, name: string): string {
  return write(name, 0).endsWith('新村') ? `${name}新村` : name
}

test.each(Object.entries(WRITINGS))('section rows written %s', (_writing, write) => {
  const wrong: string[] = []
  let right = 0, all = 0
  for (const [where, place] of Object.entries(PLACES)) for (const [what, around] of Object.entries(AROUND)) {
    const names = NAMES[(where.length + what.length) % NAMES.length] ?? []
    for (const restart of [false, true]) {
      const people = staff(where.length, names.map(name => nameOf(write, name)))
      const { rows, merges } = build(names, write, place, around, where.startsWith('merged'), restart, people)
      const found = outcome(readSnapshot(book({ 表: rows }, { merges: { 表: merges } }), { asOf: AS_OF }), people)
      right += found.right
      all += people.length
      if (found.right < people.length && wrong.length < 3) wrong.push(`${where}, ${what}, ${names.join(' ')}: ${String(found.unknown)} unknown; ${found.wrong.slice(0, 2).join('; ')}`)
    }
  }
  expect({ wrong, right }).toEqual({ wrong: [], right: all })
})

const MORE = ['序号', '基本情况', null, null, '教育', '政治', '人员', '职务']
const SECOND = [null, '姓名', '性别', '出生年月', '学历', '面貌', '类别', null]

test.each<readonly [what: string, head: readonly (readonly CellValue[])[]]>([
  ['a second header row, nothing merged', [['序号', '基本情况', null, null, '学历', '政治面貌', '人员类别', '职务'], [null, '姓名', '性别', '出生年月', null, null, null, null]]],
  ['words broken over two rows', [MORE, SECOND]],
  ['units in a row of their own', [[...HEAD], [null, null, null, '（年月）', null, null, null, null]]],
])('under %s every writing and every column', (_what, head) => {
  const wrong: string[] = []
  for (const [writing, write] of Object.entries(WRITINGS)) for (const [where, place] of Object.entries(PLACES)) {
    const names = NAMES[writing.length % NAMES.length] ?? []
    const people = staff(3, names.map(name => nameOf(write, name)))
    const { rows, merges } = build(names, write, place, {}, false, false, people)
    const found = outcome(
      readSnapshot(book({ 表: [rows[0] ?? [], ...head, ...rows.slice(2)] }, { merges: { 表: merges } }), { asOf: AS_OF }),
      people,
    )
    if (found.right < people.length && wrong.length < 5) wrong.push(`${writing}, ${where}, ${names.join(' ')}: ${String(found.unknown)} unknown; ${found.wrong.slice(0, 2).join('; ')}`)
  }
  expect(wrong).toEqual([])
})

const BARE_HEAD = ['序号', '姓名', '学历', '政治面貌']

/** Rows as `name` or a heading in brackets; the result names each counted person with community and kind. */
function under(rows: readonly string[], head: readonly string[] = BARE_HEAD, title = '社区工作人员花名册'): readonly string[] {
  let number = 0
  const cells = rows.map((row): readonly CellValue[] => {
    if (row.startsWith('#')) { number = 0; return row.slice(1).split('|') }
    if (row === '') return []
    number++
    const [name = '', ...rest] = row.split('|')
    return [number, name, '大专', '群众', ...rest]
  })
  const reading = readSnapshot(book({ 表: [[title], [...head], ...cells] }), { asOf: AS_OF })
  return reading.people.filter(person => person.presence !== 'left' && person.presence !== 'vacant').map(person => `${person.name} ${reading.communities[person.community]?.name ?? '?'} ${person.employment}${person.presence === 'present' ? '' : ` ${person.presence}`}`)
}

test.each<readonly [what: string, rows: readonly string[], wanted: readonly string[]]>([
  ['kinds inside communities', ['#清泉社区', '#正式人员', '张三', '#聘用人员', '李四', '#荷叶社区', '#正式人员', '王五'], ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal']],
  ['a kind does not go on into the next community', ['#清泉社区', '#正式人员', '张三', '#荷叶社区', '王五'], ['张三 清泉 formal', '王五 荷叶 unknown']],
  ['communities inside kinds', ['#一、正式人员', '#（一）清泉社区', '张三', '#（二）荷叶社区', '李四', '#二、聘用人员', '#（一）清泉社区', '王五'], ['张三 清泉 formal', '李四 荷叶 formal', '王五 清泉 contracted']],
  ['a community does not go on into the next kind', ['#一、正式人员', '#（一）清泉社区', '张三', '#二、聘用人员', '王五'], ['张三 清泉 formal', '王五 ? contracted']],
  ['a kind counted and bracketed', ['#清泉社区', '#（一）正式人员（1人）：', '张三', '#（二）编外聘用人员（1人）', '李四'], ['张三 清泉 formal', '李四 清泉 contracted']],
  ['the kind beside the community', ['#清泉社区（正式人员）', '张三', '#清泉社区（聘用人员）', '李四'], ['张三 清泉 formal', '李四 清泉 contracted']],
  ['leavers', ['#清泉社区', '#一、在职人员', '张三', '#二、离职人员名单', '李四', '#荷叶社区', '王五'], ['张三 清泉 unknown', '王五 荷叶 unknown']],
  ['the retired behind kinds', ['#清泉社区', '#一、正式人员', '张三', '#二、聘用人员', '李四', '#三、退休人员', '赵六', '#荷叶社区', '#一、正式人员', '王五'], ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal']],
  ['kinds inside a status', ['#清泉社区', '#一、在岗人员', '#（一）正式人员', '张三', '#二、离职人员', '#（一）正式人员', '李四', '#（二）聘用人员', '赵六'], ['张三 清泉 formal']],
  ['candidates and the seconded', ['#清泉社区', '张三', '#拟招聘人员', '李四', '#借调人员', '王五'], ['张三 清泉 unknown', '王五 清泉 unknown seconded-out']],
  ['a group that is neither place nor kind', ['#清泉社区', '张三', '#网格队伍', '李四', '#班子成员', '王五'], ['张三 清泉 unknown', '李四 清泉 unknown', '王五 清泉 formal']],
  ['towns over communities', ['#一、罗塘街道', '#（一）清泉社区', '张三', '#二、云溪镇', '李四', '#（一）荷叶社区', '王五'], ['张三 清泉 unknown', '李四 ? unknown', '王五 荷叶 unknown']],
  ['the office of the town', ['#清泉社区', '张三', '#镇社区办人员', '李四', '#含镇社区办人员', '王五'], ['张三 清泉 unknown', '李四 ? unknown', '王五 ? unknown']],
  ['a heading that is not understood ends the group', ['#清泉社区', '张三', '#东风路片', '李四', '#荷叶社区', '王五'], ['张三 清泉 unknown', '李四 ? unknown', '王五 荷叶 unknown']],
  ['a subtotal ends the kind, the total the community', ['#清泉社区', '#正式人员', '张三', '#小计|1人', '#聘用人员', '李四', '#小计|1人', '#合计|2人', '王五'], ['张三 清泉 formal', '李四 清泉 contracted', '王五 ? unknown']],
  ['a note ends the group', ['#清泉社区', '张三', '#注：以上人员已核实', '#', '李四'], ['张三 清泉 unknown', '李四 ? unknown']],
  ['signatures and a line with a second cell between blocks', ['#社区：清泉社区|填报人：', '张三', '#填表人：|审核人：', '#', '#社区：荷叶社区|填报人：', '李四'], ['张三 清泉 unknown', '李四 荷叶 unknown']],
])('sections: %s', (_what, rows, wanted) => {
  expect(under(rows)).toEqual(wanted)
})

test('people whose heading is not understood are asked about', () => {
  const reading = readSnapshot(book({ 表: [['名册'], [...BARE_HEAD, '人员类别'], ['清泉社区'], [1, '张三', '大专', '群众', '正式'], ['东风路片'], [2, '李四', '大专', '群众', '正式']] }), { asOf: AS_OF })
  expect(reading.questions.map(question => [question.kind, question.places.map(place => place.row)])).toEqual([['value', [6]]])
})

test.each<
  readonly [
    what: string,
    rows: readonly (readonly CellValue[])[],
    merges: readonly { top: number; left: number; bottom: number; right: number }[],
  ]
>([
  [
    'merged over the example and the people',
    [
      ['序号', '社区', '姓名', '学历', '人员类别'],
      ['例', '清泉社区', '张三', '大专', '正式'],
      [1, null, '李四', '大专', '正式'],
      [2, null, '王五', '大专', '正式'],
    ],
    [{ top: 2, left: 2, bottom: 4, right: 2 }],
  ],
  [
    'filled down from the example',
    [
      ['序号', '社区', '姓名', '学历', '人员类别'],
      ['例', '清泉社区', '张三', '大专', '正式'],
      [1, null, '李四', '大专', '正式'],
      [2, null, '王五', '大专', '正式'],
    ],
    [],
  ],
  [
    'the example told in the name',
    [
      ['序号', '社区', '姓名', '学历', '人员类别'],
      [1, '清泉社区', '例：张三', '大专', '正式'],
      [2, null, '李四', '大专', '正式'],
      [3, null, '王五', '大专', '正式'],
    ],
    [],
  ],
  [
    'merged over a subtotal',
    [
      ['序号', '社区', '姓名', '学历', '人员类别'],
      [1, '清泉社区', '李四', '大专', '正式'],
      ['小计', null, '1人', null, null],
      [2, null, '王五', '大专', '正式'],
    ],
    [{ top: 2, left: 2, bottom: 4, right: 2 }],
  ],
])('the community of a skipped row still holds: %s', (_what, rows, merges) => {
  const reading = readSnapshot(book({ 表: rows }, { merges: { 表: merges } }), { asOf: AS_OF })
  expect(reading.people.map(person => `${person.name} ${reading.communities[person.community]?.name ?? '?'}`)).toEqual([
    '李四 清泉',
    '王五 清泉',
  ])
})
