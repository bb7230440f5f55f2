import fc from 'fast-check'
import { people, read, tables } from './sheets'
import type { SheetText } from './sheets'

const HEAD = '序号|姓名|性别|出生年月|学历|政治面貌'
const KINDHEAD = `${HEAD}|人员类别`
const A = '1|张三|男|1985.03|大专|中共党员', B = '2|李四|女|1988.03|高中|群众', C = '1|王五|男|1990.01|本科|群众', D = '2|赵六|女|1979.12|大专|群众'
const WANTED = ['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted']

describe('one line names the community and the kind', () => {
  test.each<readonly [formal: string, contracted: string]>([
    ['清泉社区正式人员', '清泉社区聘用人员'],
    ['一、清泉社区正式人员名单', '二、清泉社区聘用人员名单'],
    ['清泉社区——正式人员（1名）', '清泉社区——聘用人员（1名）'],
    ['清泉社区（正式）', '清泉社区（聘用）'],
    ['清泉社区（正式1人）', '清泉社区（聘用1人）'],
    ['清泉社区居委会在编人员', '清泉社区居委会编外人员'],
  ])('%s', (formal, contracted) => {
    const rows: SheetText = [HEAD, formal, A, contracted, B, formal.replace('清泉', '荷叶'), C, contracted.replace('清泉', '荷叶'), D]
    expect(people(read({ 花名册: rows }))).toEqual(WANTED)
  })
  test('a count that is not that of the people below counts some of them', () => {
    expect(people(read({ 花名册: [HEAD, '清泉社区（正式1人）', A, B] }))).toEqual(['张三 清泉 unknown', '李四 清泉 unknown'])
    expect(people(read({ 花名册: [HEAD, '清泉社区（正式1人，聘用1人）', A, B] }))).toEqual(['张三 清泉 unknown', '李四 清泉 unknown'])
  })
  test('the kind holds until the next line, whatever the numbers', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.boolean(), (formal, contracted, counted) => {
      const of = (kind: string, count: number, from: number): readonly string[] => [
        `清泉社区（${kind}${counted ? `${count}人` : ''}）`,
        ...Array.from({ length: count }, (_each, at) => `${at + 1}|张${'甲乙丙丁戊己庚辛壬癸'[from + at] ?? ''}|男|1985.03|大专|群众`),
      ]
      const told = people(read({ 花名册: [HEAD, ...of('正式', formal, 0), ...of('聘用', contracted, 5)] }))
      expect(told.filter(line => line.endsWith(' formal'))).toHaveLength(formal)
      expect(told.filter(line => line.endsWith(' contracted'))).toHaveLength(contracted)
    }), { numRuns: 25 })
  })
})

test('kinds and communities with a bare count beside them', () => {
  const rows: SheetText = ['社区|类别|姓名|出生年月|学历|政治面貌', '清泉（2人）|正式人员（1）|张三|1985.03|大专|党员', '清泉（2人）|聘用人员（1）|李四|1988.03|高中|群众']
  const reading = read({ 花名册: rows })
  expect(people(reading)).toEqual(WANTED.slice(0, 2))
  expect(reading.communities.map(({ label }) => label)).toEqual(['清泉'])
})

describe('empty columns between the columns of one list', () => {
  const spaced = (row: string, after: number): string => row.split('|').map((cell, at) => (at === after ? `${cell}|` : cell)).join('|')
  test.each([0, 1, 2, 3, 4, 5])('behind column %i', after => {
    const rows = [`${HEAD}|人员类别|工作岗位`, `${A}|正式|社区工作者`, `${B}|聘用|社区工作者`].map(row => spaced(spaced(row, after), 3))
    const reading = read({ 清泉社区: rows })
    expect(people(reading)).toEqual(WANTED.slice(0, 2))
    expect(tables(reading)).toHaveLength(1)
  })
})

describe('last year’s list beside this year’s', () => {
  const old = ['2022年社区工作人员花名册', `${KINDHEAD}|社区`, `${A}|聘用|清泉社区`, `${B}|聘用|清泉社区`, '3|王五|男|1990.01|本科|群众|正式|荷叶社区', '4|钱七|女|1979.12|大专|群众|聘用|荷叶社区']
  const now = { Sheet1: ['社区：清泉社区', KINDHEAD, `${A}|正式`, `${B}|聘用`], Sheet2: ['社区：荷叶社区', KINDHEAD, `${C}|正式`, `${D}|聘用`] }
  test('first or last, on one sheet or several', () => {
    expect(people(read({ '2022年': old, ...now })).toSorted()).toEqual(WANTED.toSorted())
    expect(people(read({ ...now, '2022年': old })).toSorted()).toEqual(WANTED.toSorted())
  })
  test('beside cards of persons', () => {
    const card = (name: string, community: string, kind: string): readonly string[] => [`姓名|${name}|所属社区|${community}`, '出生年月|1985.03|性别|男', '学历|大专|政治面貌|群众', `人员类别|${kind}|备注|`, '']
    const cards = [...card('张三', '清泉社区', '正式'), ...card('李四', '清泉社区', '聘用'), ...card('王五', '荷叶社区', '正式'), ...card('赵六', '荷叶社区', '聘用')]
    expect(people(read({ 登记表: cards, 花名册: old }))).toEqual(WANTED)
    expect(people(read({ 登记表: cards, 退休人员: ['社区退休人员名册', `${KINDHEAD}|社区`, '1|周八|男|1955.03|大专|党员|正式|清泉社区'] })).filter(line => !line.endsWith(' left'))).toEqual(WANTED)
  })
})

test.each(['书记', '主任', '社区工作者', '民政专干'])('a post that is a header word elsewhere: %s', post => {
  const card = ['社区|清泉社区', '姓名|张三|民族|汉', '出生年月|1985.03|学历|大专', '政治面貌|群众|入党时间|', `人员身份|正式|现任职务|${post}`]
  expect(people(read({ 登记表: card }))).toEqual(WANTED.slice(0, 1))
  const onSide = ['序号|1|2|3|4', '所属社区|清泉社区|清泉社区|荷叶社区|荷叶社区', '姓名|张三|李四|王五|赵六', '学历|大专|高中|本科|大专', '政治面貌|党员|群众|群众|群众', '人员性质|正式|聘用|正式|聘用', `社区职务|委员|${post}|${post}|主任`]
  expect(people(read({ 名册: onSide }))).toEqual(WANTED)
})

describe('bare names over the columns of a table of premises on its side', () => {
  const on = (first: string, second: string): readonly string[] => read({ 用房: [`项目|${first}|${second}`, '使用面积（㎡）|76|370', '产权|自有|自有', '社区办公室|有|有', '警务室|无|有'] }).communities.map(({ name }) => name)
  test.each([['大通', '塔岭'], ['石桥头', '翡翠湖'], ['清泉社区', '荷叶']])('%s and %s are communities', (first, second) => {
    expect(on(first, second)).toEqual([first.replace('社区', ''), second])
  })
  test.each([['自有', '租赁'], ['一层', '二层'], ['主楼', '副楼'], ['现状', '规划'], ['办公', '活动'], ['2022年', '2023年']])('%s and %s are none', (first, second) => {
    expect(on(first, second)).toEqual([])
  })
})

describe('two lists of the same people, each telling a part', () => {
  const names = ['序号|社区|姓名|人员类别|职务', '1|清泉社区|张三|正式|主任', '2|清泉社区|李四|聘用|委员', '3|荷叶社区|王五|正式|主任', '4|荷叶社区|赵六|聘用|委员']
  const facts = ['姓名|性别|出生年月|学历|政治面貌', '张三|男|1985.03|大专|中共党员', '李四|女|1988.03|高中|群众', '王五|男|1990.01|本科|群众', '赵六|女|1979.12|大专|共青团员']
  const told = (sheets: Readonly<Record<string, SheetText>>): readonly string[] => {
    const reading = read(sheets)
    return reading.people
      .filter(person => reading.tables[person.table]?.counted === true)
      .map(person => `${person.name} ${person.employment} ${person.college} ${person.partyOrLeague} ${person.birth}`)
      .toSorted()
  }
  const WHOLE = ['张三 formal yes yes 19850301', '李四 contracted no no 19880301', '王五 formal yes no 19900101', '赵六 contracted yes yes 19791201'].toSorted()
  test('whichever stands first, and in whatever order', () => {
    const head = facts.slice(0, 1)
    fc.assert(fc.property(fc.shuffledSubarray(facts.slice(1), { minLength: 4 }), fc.boolean(), (rows, first) => {
      const second = { 信息: [...head, ...rows] }
      expect(told(first ? { 名册: names, ...second } : { ...second, 名册: names })).toEqual(WHOLE)
    }), { numRuns: 12 })
  })
  test('what was taken from where is said', () => {
    const { notices } = read({ 名册: names, 信息: facts })
    expect(notices.filter(({ key }) => key === 'notice.joined-by-name').map(({ params }) => params)).toEqual([{ sheet: '名册', other: '信息', columns: '学历、政治面貌、出生年月', people: 4 }])
  })
  test.each<readonly [what: string, names: SheetText, facts: SheetText, wanted: string]>([
    ['a name that stands twice', [...names, '5|荷叶社区|张三|聘用|委员'], facts, '张三 formal blank blank 0'],
    ['a name with two answers', names, [...facts, '张三|男|1970.03|高中|群众'], '张三 unknown no no 19700301'],
    ['another sex', names.map((row, at) => (at === 0 ? `${row}|性别` : `${row}|女`)), facts, '张三 formal blank blank 0'],
    ['a word that is not understood', names, facts.map(row => row.replace('1985.03|大专', '1985.03|待核')), '张三 formal blank yes 19850301'],
  ])('%s is taken from nowhere', (_what, first, second, wanted) => {
    expect(told({ 名册: first, 信息: second })).toContain(wanted)
  })
  test('a list that tells the same things is only a second list', () => {
    const full = ['序号|社区|姓名|人员类别|学历|政治面貌', '1|清泉社区|张三|正式|大专|', '2|清泉社区|李四|聘用|高中|群众', '3|荷叶社区|王五|正式|本科|群众', '4|荷叶社区|赵六|聘用|大专|群众']
    expect(read({ 名册: full, 信息: ['姓名|学历|政治面貌', '张三|大专|中共党员', '李四|高中|群众', '王五|本科|群众', '赵六|大专|群众'] }).notices.map(({ key }) => key)).not.toContain('notice.joined-by-name')
  })
})

const placesOf = (sheets: Readonly<Record<string, SheetText>>): readonly string[] =>
  read(sheets).premises.map(place => [place.community, place.usable?.value ?? place.unspecified?.value ?? '-', place.activity?.value ?? '-'].join(' '))

describe('activity rooms in a list of their own', () => {
  const offices = ['序号|社区|办公用房使用面积（㎡）', '1|清泉社区|56', '2|荷叶社区|84'], activity = ['序号|社区|活动用房使用面积（㎡）', '1|清泉社区|31', '2|荷叶社区|128']
  test('beside a list of offices they are places of their own', () => {
    expect(placesOf({ 办公用房: offices, 活动用房: activity })).toEqual(['0 56 -', '1 84 -', '0 31 -', '1 128 -'])
    expect(placesOf({ 用房: [...offices, '', ...activity] })).toEqual(['0 56 -', '1 84 -', '0 31 -', '1 128 -'])
  })
  test('beside a list of all premises they may be a part of it', () => {
    const all = offices.map(row => row.replace('办公用房', ''))
    expect(placesOf({ 用房: all, 活动用房: activity })).toEqual(['0 56 -', '1 84 -', '0 - 31', '1 - 128'])
    expect(placesOf({ 活动用房: activity })).toEqual(['0 - 31', '1 - 128'])
  })
})

test.each(['房间名称|使用面积|备注', '序号|房间|使用面积（㎡）|楼层', '用途|使用面积'])('a list of rooms a sheet is no list on its side: %s', head => {
  const at = head.split('|').findIndex(word => /面积/.test(word))
  const row = (room: string, area: string, number: number): string => (at === 2 ? `${number}|${room}|${area}|1` : `${room}|${area}`)
  const rows = ['用房明细', head, row('社区办公室', '30', 1), row('警务室', '20', 2), row('民主议事室', '40', 3), row('文化活动室', '50', 4)]
  const reading = read({ 清泉社区: rows })
  expect(reading.premises.reduce((sum, place) => sum + (place.usable?.value ?? place.unspecified?.value ?? 0), 0)).toBe(140)
})

test.each<readonly [head: string, area: number | null]>([
  ['社区|2022年底面积|2023年底面积', 120],
  ['社区|2023年初面积|2023年底面积', 120],
  ['社区|2022年末使用面积|2023年末使用面积', 120],
])('%s', (head, area) => {
  expect(read({ 用房: [head, '清泉社区|100|120', '荷叶社区|90|210'] }).premises[0]).toMatchObject({ [head.includes('使用') ? 'usable' : 'unspecified']: { value: area } })
})

test.each(['接下页', '转下页', '（续表）', '第2页'])('a page that ends in %s is one list with the next', line => {
  const rows: SheetText = ['社区工作人员花名册', `${KINDHEAD}|社区`, `${A}|正式|清泉社区`, `${B}|聘用|`, line, '', '社区工作人员花名册（续）', `${KINDHEAD}|社区`, '3|王五|男|1990.01|本科|群众|正式|', '4|赵六|女|1979.12|大专|群众|聘用|荷叶社区']
  expect(people(read({ 花名册: rows }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 清泉 formal', '赵六 荷叶 contracted'])
})

describe('uses of premises under a title that says what the numbers are', () => {
  const sums = (title: string, head: string, ...rows: readonly string[]): readonly string[] =>
    read({ 用房: [title, head, ...rows] }).premises.map(({ usable, unspecified, built }) => [usable?.value ?? '-', unspecified?.value ?? '-', built?.value ?? '-'].join(' '))
  const uses = '社区|办公用房|服务大厅|文化活动室|警务室'
  test.each<readonly [title: string, head: string, more: string, wanted: string]>([
    ['社区用房使用面积统计表', uses, '', '210 - -'],
    ['社区用房使用面积统计表（单位：㎡）', `${uses}|合计`, '|210', '210 - -'],
    ['社区用房建筑面积统计表', `${uses}|合计`, '|210', '- - 210'],
    ['社区用房面积统计表', uses, '', '- 210 -'],
    ['单位：平方米', uses, '', '- 210 -'],
    ['社区用房情况', `${uses}|合计`, '|210', '- 210 -'],
  ])('%s over %s', (title, head, more, wanted) => {
    expect(sums(title, head, `清泉社区|100|50|40|20${more}`, `荷叶社区|100|50|40|20${more}`)).toEqual([wanted, wanted])
  })
  test('numbers of rooms are no areas', () => {
    const counts = read({ 用房: ['社区用房情况', uses, '清泉社区|100|1|1|1', '荷叶社区|60|1|2|1'] })
    expect(counts.premises.map(({ unspecified }) => unspecified?.value)).toEqual([100, 60])
  })
  test('on its side, with and without a total', () => {
    const rows = ['社区用房使用面积统计表', '用途|清泉社区|荷叶社区', '办公用房|100|60', '服务大厅|50|30', '文化活动室|40|30', '警务室|20|20']
    for (const more of [[], ['合计|210|140']]) expect(read({ 用房: [...rows, ...more] }).premises.map(({ usable }) => usable?.value)).toEqual([210, 140])
  })
  test('a total that is not the sum is said', () => {
    expect(read({ 用房: ['社区用房使用面积统计表', `${uses}|合计`, '清泉社区|100|50|40|20|180', '荷叶社区|60|30|30|20|140'] }).premises.map(({ doubts }) => (doubts ?? []).map(({ kind }) => kind))).toEqual([['total-differs'], []])
  })
})

test.each<readonly [head: string, of: (name: string, post: string) => string]>([
  ['所在社区及职务', (name, post) => `${name}社区${post}`],
  ['社区、职务', (name, post) => `${name}社区居委会、${post}`],
  ['职务及社区', (name, post) => `${name}居委会${post}`],
])('a community and a post in one cell: %s', (head, of) => {
  expect(people(read({ 花名册: [`${KINDHEAD}|${head}`, `${A}|正式|${of('清泉', '党总支书记')}`, `${B}|聘用|${of('清泉', '委员')}`, `${C}|正式|${of('荷叶', '主任')}`, `${D}|聘用|${of('荷叶', '民政专干')}`] }))).toEqual(WANTED)
})

test('a number and a place in the column of names heads its people, and 王新村 is somebody', () => {
  expect(people(read({ 花名册: [KINDHEAD, '1|清泉社区', `${A}|正式`, `${B}|聘用`, '2|荷叶社区', `${C}|正式`, `${D}|聘用`] }))).toEqual(WANTED)
  expect(people(read({ 清泉社区: [KINDHEAD, `${A}|正式`, '2|王新村', '3|李四|女|1988.03|高中|群众|聘用'] }))).toEqual(['张三 清泉 formal', '王新村 清泉 unknown', '李四 清泉 contracted'])
})

test('正 and 聘 tell the kind alone and within no other word', () => {
  expect(people(read({ 花名册: [`${HEAD}|正/聘|社区`, `${A}|正|清泉社区`, `${B}|聘|清泉社区`, '3|王五|男|1990.01|本科|群众|正科|荷叶社区'] }))).toEqual([...WANTED.slice(0, 2), '王五 荷叶 unknown'])
})

test.each(['社区工作者', '主任', '专干'])('two rows a person where the post is a kind elsewhere: %s', post => {
  const two = (number: number, name: string, kind: string, politics: string): readonly string[] => [`清泉社区|${number}|${name}|男|大专|${kind}`, `||1985.03|汉|${politics}|${post}`]
  const rows = ['社区|序号|姓名|性别|学历|人员类别', '||出生年月|民族|政治面貌|职务', ...two(1, '张三', '正式', '中共党员'), ...two(2, '李四', '聘用', '无'), ...two(3, '王五', '正式', '群众')]
  const merges = { 表: [1, 2].map(column => ({ top: 1, left: column, bottom: 2, right: column })) }
  expect(people(read({ 表: rows }, { merges }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 清泉 formal'])
})

test('the town that fills the whole in, above the community of the first block', () => {
  const block = (place: string, one: string, two: string): readonly string[] => [`填报单位：${place}||||填报人：张三`, KINDHEAD, `${one}|正式`, `${two}|聘用`, '']
  expect(people(read({ 花名册: ['社区工作人员花名册', '填报单位：罗塘街道', ...block('清泉社区', A, B), ...block('荷叶社区', C, D)] }))).toEqual(WANTED)
})

describe('the same thing at two times', () => {
  const rows = (first: string, second: string): SheetText => [`${HEAD}|社区|人员类别|`, `||||||||`.slice(0, 6) + `|${first}|${second}`, `${A}|清泉社区|聘用|正式`, `${B}|清泉社区|正式|聘用`]
  const down = [1, 2, 3, 4, 5, 6, 7].map(left => ({ top: 1, left, bottom: 2, right: left }))
  const merges = { 表: [...down, { top: 1, left: 8, bottom: 1, right: 9 }] }
  test.each([['2022年', '2023年'], ['2022', '2023'], ['2022年底', '2023年底'], ['上年', '本年'], ['年初', '年末'], ['调整前', '调整后']])('%s and %s', (first, second) => {
    expect(people(read({ 表: ['', ...rows(first, second)].slice(1) }, { merges }))).toEqual(WANTED.slice(0, 2))
  })
})

describe('remarks that say the kind', () => {
  const list = (...remarks: readonly string[]): readonly string[] => people(read({ 清泉社区: [`${HEAD}|备注`, ...remarks.map((remark, at) => `${at + 1}|张${'甲乙丙丁'[at] ?? ''}|男|1985.03|大专|群众|${remark}`)] }))
  test.each<readonly [remarks: readonly string[], kinds: readonly string[]]>([
    [['正式', '聘用', '聘用人员', '在编'], ['formal', 'contracted', 'contracted', 'formal']],
    [['正式', '聘用', '', '在编'], ['formal', 'contracted', 'unknown', 'formal']],
    [['正式', '', '', ''], ['unknown', 'unknown', 'unknown', 'unknown']],
    [['2019年聘用转正', '新进', '一肩挑', '社区书记'], ['unknown', 'unknown', 'unknown', 'unknown']],
  ])('%j', (remarks, kinds) => {
    expect(list(...remarks).map(line => line.split(' ')[2])).toEqual(kinds)
  })
})

test.each(['清泉社区：编制4人，实有正式1人、聘用1人', '一、清泉社区：共2人，缺5名', '清泉社区居委会，现有2人'])('a place with counts behind it: %s', line => {
  expect(people(read({ 花名册: [KINDHEAD, line, `${A}|正式`, `${B}|聘用`, line.replace('清泉', '荷叶'), `${C}|正式`, `${D}|聘用`] }))).toEqual(WANTED)
})

test.each<readonly [text: string, area: number | null]>([
  ['位于人民路12号，面积254平方米', 254],
  ['人民路12号3楼，254㎡', 254],
  ['建设路128弄6号，使用面积254㎡', 254],
  ['人民路12号', null],
  ['12号楼120，13号楼130', 250],
  ['12号楼120、13号楼130', 250],
  ['12、13号楼共200㎡', 200],
  ['12号楼120', 120],
  ['3楼80㎡、4楼70㎡', 150],
])('an address beside an area: %s', (text, area) => {
  const place = read({ 用房: ['社区|使用面积', `清泉社区|${text}`, '荷叶社区|90'] }).premises[0]
  expect(place?.usable?.value ?? null).toBe(area)
})

test('rarer words of kinds, births and areas', () => {
  expect(people(read({ 清泉社区: [KINDHEAD, '1|张三|男|1985年3月（属牛）|大专|中共党员|公益一类事业编', '2|李四|女|1988.03|高中|群众|公益性岗位'] }))).toEqual(['张三 清泉 formal', '李四 清泉 undecided'])
  expect(read({ 清泉社区: [KINDHEAD, '1|张三|男|1985年3月（属牛）|大专|中共党员|正式', `${B}|聘用`] }).people.map(({ birth }) => birth)).toEqual([19850301, 19880301])
  expect(read({ 用房: ['社区|使用面积', '清泉社区|实测162㎡', '荷叶社区|108平方米/自有'] }).premises.map(({ usable }) => usable?.value)).toEqual([162, 108])
})

describe('names under their kinds', () => {
  const head = ['序号|社区|姓名||学历|政治面貌', '||正式|聘用||'], merges = { 花名册: [1, 2, 5, 6].map(left => ({ top: 1, left, bottom: 2, right: left })).concat({ top: 1, left: 3, bottom: 1, right: 4 }) }
  const rows = ['1|清泉社区|张三||大专|中共党员', '2|清泉社区||李四|高中|群众', '3|荷叶社区|王五||本科|群众', '4|荷叶社区||赵六|大专|群众']
  test('one name a row', () => {
    expect(people(read({ 花名册: [...head, ...rows] }, { merges }))).toEqual(WANTED)
    expect(people(read({ 花名册: [...head, ...rows, '合计||2|2'] }, { merges }))).toEqual(WANTED)
  })
  test('a name under each, or numbers, are no such list', () => {
    expect(people(read({ 花名册: [...head, '1|清泉社区|张三|李四|大专|中共党员'] }, { merges }))).not.toContain('张三 清泉 formal')
    expect(people(read({ 花名册: ['序号|社区|人员||大专|党员', '||正式|聘用||', '1|清泉社区|4|3|6|4', '2|荷叶社区|4|2|5|3'] }, { merges }))).toEqual([])
  })
})
