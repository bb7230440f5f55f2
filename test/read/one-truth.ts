import type { CellValue } from '../../src/core/cell'
import type { Box } from '../../src/core/place'
import { COMMUNITIES, box, staff } from './neighbours'
import type { Truth } from './neighbours'

export type Row = readonly CellValue[]

/** What is true of some communities: their people, and their premises. */
export interface Known {
  readonly names: readonly string[]
  readonly people: readonly Truth[]
  readonly premises: readonly { readonly name: string; readonly area: number; readonly rooms: readonly boolean[] }[]
}

/** Each axis by itself turns the workbook into another that says the same. */
export interface Arrangement {
  /** How the people are parted over lists. */
  readonly lists: 'one' | 'sheets' | 'kinds' | 'halves' | 'blocks' | 'sections' | 'beside' | 'turned' | 'cards' | 'footed'
  /** How the kind is told, where the lists do not part it. */
  readonly kind: 'column' | 'ticks' | 'yes-no'
  readonly together: 'apart' | 'education+politics' | 'sex+birth'
  readonly birth: 'point' | 'month' | 'int' | 'bracket' | 'id-like'
  readonly suffix: 'community' | 'committee' | 'long' | 'town' | 'bare'
  readonly premises: 'none' | 'columns' | 'ticks' | 'list' | 'lacking' | 'ledger' | 'turned' | 'below'
  readonly beside: 'nothing' | 'last-year' | 'plan' | 'villages' | 'pay' | 'summary'
  readonly notes: boolean
}

export interface Written {
  readonly sheets: Readonly<Record<string, readonly Row[]>>
  readonly merges: Readonly<Record<string, readonly Box[]>>
}

const ROOMS = ['社区办公室', '警务室', '民主议事室', '文化活动室']

export function known(seed: number, communities: number, each: number): Known {
  const names = COMMUNITIES.slice(seed % 13, seed % 13 + communities)
  return {
    names,
    people: staff(seed, names, each),
    premises: names.map((name, at) => ({
      name,
      area: 90 + ((seed * 37 + at * 83) % 260),
      rooms: ROOMS.map((_room, room) => (seed + at * 3 + room * 2) % 5 !== 0),
    })),
  }
}

export function arranged(of: Known, how: Arrangement): Written {
  const sheets: Record<string, Row[]> = {}
  const merges: Record<string, Box[]> = {}
  const label = labels[how.suffix]
  const titled = (title: string, rows: readonly Row[]): Row[] => (how.notes ? [[title], ['填报单位：姜堰镇', null, null, '单位：人、平方米'], ...rows, ['注：以上情况均已核实。']] : [[title], ...rows])
  const list = lister(how)
  const ofKind = (kind: Truth['kind']): readonly Truth[] => of.people.filter(person => person.kind === kind)
  const inPlace = (name: string): readonly Truth[] => of.people.filter(person => person.community === name)
  switch (how.lists) {
    case 'one': sheets['花名册'] = titled('社区工作人员花名册', list.rows(of.people, label)); break
    case 'halves': {
      const half = Math.ceil(of.people.length / 2)
      sheets['花名册一'] = titled('社区工作人员花名册', list.rows(of.people.slice(0, half), label))
      sheets['花名册二'] = titled('社区工作人员花名册', list.rows(of.people.slice(half), label))
      break
    }
    case 'sheets': for (const name of of.names) sheets[`${name}社区`] = titled('社区工作人员花名册', list.rows(inPlace(name), null)); break
    case 'kinds':
      sheets['在编人员'] = titled('社区在编人员花名册', list.rows(ofKind('formal'), label, false))
      sheets['聘用人员'] = titled('社区聘用人员花名册', list.rows(ofKind('contracted'), label, false))
      break
    case 'blocks': sheets['花名册'] = of.names.flatMap(name => [...titled(`${label(name)}工作人员花名册`, list.rows(inPlace(name), null)), []]); break
    case 'sections': {
      const rows: Row[] = [list.header(null)]
      for (const name of of.names) rows.push([label(name)], ...inPlace(name).map((person, at) => list.row(person, at + 1, null)))
      sheets['花名册'] = titled('社区工作人员花名册', rows)
      break
    }
    case 'footed': {
      const rows: Row[] = [list.header(null)]
      for (const name of of.names) rows.push(...inPlace(name).map((person, at) => list.row(person, at + 1, null)), [`${name}社区小计`, `${String(inPlace(name).length)}人`])
      sheets['花名册'] = titled('社区工作人员花名册', rows)
      break
    }
    case 'beside': {
      const [left, right] = [ofKind('formal'), ofKind('contracted')].map(people => list.rows(people, label, false))
      const width = left?.[0]?.length ?? 0, rows: Row[] = [['一、在编人员', ...Array<null>(width - 1).fill(null), '二、聘用人员']]
      for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++)
        rows.push([...(left?.[at] ?? Array<null>(width).fill(null)), ...(right?.[at] ?? [])])
      sheets['花名册'] = [['社区工作人员花名册'], ...rows]
      break
    }
    case 'turned': {
      const rows = list.rows(of.people, label)
      sheets['花名册'] = (rows[0] ?? []).slice(1).map((_word, at) => rows.map(row => row[at + 1] ?? null))
      break
    }
    case 'cards':
      sheets['登记表'] = of.people.flatMap(person => [
        ['社区工作人员登记表'],
        ['姓名', person.name, '性别', '女', '出生年月', births[how.birth](person)],
        ['所在社区', label(person.community), '政治面貌', person.party ? '中共党员' : '群众', '学历', person.college ? '大专' : '高中'],
        ['人员性质', person.kind === 'formal' ? '正式' : '聘用', '职务', '委员'],
        [],
      ])
  }
  const first = Object.keys(sheets)[0] ?? '花名册'
  if (how.premises === 'below' && how.lists === 'one') sheets[first] = [...(sheets[first] ?? []), [], ['社区办公用房情况表'], ...housed(of, 'columns', label)]
  else if (how.premises === 'turned') sheets['用房'] = housed(of, 'turned', label)
  else if (how.premises !== 'none') sheets['用房'] = titled('社区办公用房情况表', housed(of, how.premises === 'below' ? 'columns' : how.premises, label))
  const another = beside(of, how)
  if (another !== null) sheets[another[0]] = [...another[1]]
  if (how.lists === 'one' && how.suffix === 'long') {
    // The community merged over its people instead of written in each row.
    const rows = sheets[first] ?? [], top = rows.findIndex(row => row[0] === 1)
    let from = top
    for (let at = top + 1; at <= top + of.people.length; at++) {
      if (at < top + of.people.length && rows[at]?.[1] === rows[from]?.[1]) continue
      merges[first] = [...(merges[first] ?? []), box(from + 1, 2, at, 2)]
      for (let row = from + 1; row < at; row++) rows[row] = (rows[row] ?? []).map((value, column) => (column === 1 ? null : value))
      from = at
    }
  }
  return { sheets, merges }
}

const labels: Readonly<Record<Arrangement['suffix'], (name: string) => string>> = {
  community: name => `${name}社区`, committee: name => `${name}居委会`, long: name => `${name}社区居民委员会`, town: name => `姜堰镇${name}社区`, bare: name => `${name}社区党群服务中心`,
}
const births: Readonly<Record<Arrangement['birth'], (person: Truth) => CellValue>> = {
  point: ({ birth }) => birth, month: ({ birth }) => birth.replace('.', '年').replace(/年0?/, '年') + '月', int: ({ birth }) => Number(birth.replace('.', '')), bracket: ({ birth }) => `（${birth}）`, 'id-like': ({ birth }) => `${birth.replace('.', '-')}-01`,
}

interface Lister {
  header(label: ((name: string) => string) | null, tellsKind?: boolean): Row
  row(person: Truth, number: number, label: ((name: string) => string) | null, tellsKind?: boolean): Row
  rows(people: readonly Truth[], label: ((name: string) => string) | null, tellsKind?: boolean): Row[]
}

/** The columns of a list of people. */
function lister({ kind, together, birth }: Arrangement): Lister {
  const header: Lister['header'] = (label, tellsKind = true) => [
    '序号', ...(label === null ? [] : ['社区']), '姓名',
    ...(together === 'sex+birth' ? ['性别、出生年月'] : ['性别', '出生年月']),
    ...(together === 'education+politics' ? ['学历/政治面貌'] : ['学历', '政治面貌']),
    ...(!tellsKind ? [] : kind === 'column' ? ['人员类别'] : kind === 'ticks' ? ['正式', '聘用'] : ['是否在编']),
  ]
  const row: Lister['row'] = (person, number, label, tellsKind = true) => {
    const born = births[birth](person), formal = person.kind === 'formal'
    const college = person.college ? '大专' : '高中', party = person.party ? '中共党员' : '群众'
    return [
      number, ...(label === null ? [] : [label(person.community)]), person.name,
      ...(together === 'sex+birth' ? [`女、${String(born)}`] : ['女', born]),
      ...(together === 'education+politics' ? [`${college}/${party}`] : [college, party]),
      ...(!tellsKind ? [] : kind === 'column' ? [formal ? '正式' : '聘用'] : kind === 'ticks' ? [formal ? '√' : null, formal ? null : '√'] : [formal ? '是' : '否']),
    ]
  }
  const rows: Lister['rows'] = (people, label, tellsKind = true) => [
    header(label, tellsKind),
    ...people.map((person, at) => row(person, at + 1, label, tellsKind)),
  ]
  return { header, row, rows }
}

function housed({ premises }: Known, how: 'columns' | 'ticks' | 'list' | 'lacking' | 'ledger' | 'turned', label: (name: string) => string): Row[] {
  const named = (rooms: readonly boolean[], there: boolean): string => ROOMS.filter((_room, at) => rooms[at] === there).join('、') || '无'
  switch (how) {
    case 'columns': return [['序号', '社区', '使用面积', ...ROOMS], ...premises.map(({ name, area, rooms }, at): Row => [at + 1, label(name), area, ...rooms.map(there => (there ? '有' : '无'))])]
    case 'ticks': return [['社区', ...ROOMS, '使用面积（平方米）'], ...premises.map(({ name, area, rooms }): Row => [label(name), ...rooms.map(there => (there ? '√' : '×')), `${String(area)}㎡`])]
    case 'list': return [['社区', '使用面积', '现有功能室'], ...premises.map(({ name, area, rooms }): Row => [label(name), area, named(rooms, true)])]
    case 'lacking': return [['社区', '使用面积', '缺少功能室'], ...premises.map(({ name, area, rooms }): Row => [label(name), area, named(rooms, false)])]
    case 'turned': return [['社区名称', ...premises.map(({ name }) => label(name))], ['使用面积', ...premises.map(({ area }) => area)], ...ROOMS.map((room, at): Row => [room, ...premises.map(({ rooms }) => (rooms[at] === true ? '有' : '无'))])]
    case 'ledger': return [
      ['社区', '功能室', '使用面积'],
      ...premises.flatMap(({ name, area, rooms }): Row[] => {
        const there = ROOMS.filter((_room, at) => rooms[at] === true), size = Math.floor(area / (there.length + 1))
        return [...there, '储藏室'].map((room, at) => [at === 0 ? label(name) : null, room, at === there.length ? area - size * there.length : size])
      }),
    ]
  }
}

/** A sheet that stands beside and counts nowhere. */
function beside({ names, people }: Known, { beside: what }: Arrangement): readonly [string, readonly Row[]] | null {
  switch (what) {
    case 'nothing': return null
    case 'last-year': return ['花名册（旧）', [['社区', '姓名', '出生年月', '学历', '政治面貌', '人员类别'], ...names.map((name): Row => [`${name}社区`, `离${name}`, '1970.01', '高中', '群众', '正式'])]]
    case 'plan': return ['建设计划', [['社区用房建设计划'], ['社区', '拟建面积（㎡）', '投资（万元）', '年度'], ...names.map((name): Row => [`${name}社区`, 300, 45, 2024])]]
    case 'villages': return ['村干部', [['行政村村干部花名册'], ['村', '姓名', '出生年月', '学历', '政治面貌', '职务'], ['李庄村', '钱某一', '1970.01', '高中', '党员', '书记'], ['王庄村', '钱某二', '1971.01', '高中', '党员', '主任']]]
    case 'pay': return ['工资', [['社区人员工资发放表'], ['序号', '社区', '姓名', '基本工资', '绩效', '实发工资'], ...people.map((person, at): Row => [at + 1, `${person.community}社区`, person.name, 2500, 600, 3100])]]
    case 'summary': return ['统计', [['社区人员配备统计表'], ['社区', '正式', '聘用', '合计'], ...names.map((name): Row => { const own = people.filter(person => person.community === name), formal = own.filter(person => person.kind === 'formal').length; return [`${name}社区`, formal, own.length - formal, own.length] })]]
  }
}
