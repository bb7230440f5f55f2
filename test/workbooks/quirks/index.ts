import type { CellValue } from '../../../src/core/cell'
import type { SheetRow, SheetSnapshot, Snapshot } from '../../../src/core/snapshot'
import { between, series, Town, two } from '../people'
import { AWAY, collegeWord, HEADERS, IN_STUDY, KIND_WORDS, NO_PARTY, NOTES, one, PARTY, PLACES, schoolWord, SIDE_COLUMNS, SIGNATURES, THERE, TITLES, TOTALS, TOWN, VACANT_NAMES } from './words'
import type { Kind } from './words'
import { premisesSheet } from './premises'
import type { TruePremises } from './premises'

/** One person as it is, beside how the sheet writes it. */
export interface TruePerson {
  readonly name: string
  readonly community: string
  readonly kind: Kind
  readonly presence: 'present' | 'left' | 'leave' | 'seconded-out'
  readonly college: 'yes' | 'no' | 'blank' | 'unclear'
  readonly party: 'yes' | 'no' | 'blank' | 'unclear'
  /** yyyymmdd as far as the sheet tells it: day, month or year may be 01; 0 where only an age is given. */
  readonly birth: number
  readonly age: number
  /** The words of the row, for the message when the reader gets it wrong. */
  readonly written: string
}

export interface Quirky {
  readonly snapshot: Snapshot
  readonly people: readonly TruePerson[]
  readonly premises: readonly TruePremises[]
  /** Posts that nobody holds. */
  readonly vacant: number
  readonly communities: readonly string[]
  readonly tags: readonly string[]
}

type Draw = () => number
type Layout = 'column' | 'merged' | 'sections' | 'sheets' | 'single'

/** The same messy workbook for the same seed: layout, headers and writings drawn at random, with the truth beside it. */
export function quirkyWorkbook(seed: number): Quirky {
  const draw = series(seed * 7919 + 13)
  const maker = new Maker(draw)
  return maker.make(seed)
}

interface Column {
  readonly header: string
  /** Group word above the header, `''` for none. */
  readonly group: string
  readonly write: (row: Row) => CellValue
}
interface Row {
  readonly order: number
  readonly first: boolean
  readonly label: string
  readonly person: TruePerson
  readonly cells: Cells
}
interface Cells {
  readonly name: string
  readonly sex: string
  readonly birth: CellValue
  readonly age: CellValue
  readonly id: CellValue
  readonly education: string
  readonly fullTime: string
  readonly inService: string
  readonly politics: CellValue
  readonly kind: CellValue
  readonly status: string
}

const AS_OF = 20231231
const chance = (draw: Draw, share: number) => draw() < share

class Maker {
  private readonly tags: string[] = []
  private readonly town: Town
  private readonly layout: Layout
  private readonly twoEducations: boolean
  private readonly politicsStyle: 'word' | 'both-yn' | 'party-tick'
  private readonly kindStyle: 'word' | 'yn'
  private readonly birthSource: 'birth' | 'age' | 'id' | 'birth+id' | 'birth+age'
  private readonly birthStyle: number
  private readonly withStatus: boolean
  private readonly spaced: boolean
  private readonly suffix: string

  constructor(private readonly draw: Draw) {
    this.town = new Town(draw)
    this.layout = one<Layout>(['column', 'column', 'merged', 'sections', 'sheets', 'single'], draw)
    this.twoEducations = chance(draw, 0.3)
    this.politicsStyle = one(['word', 'word', 'word', 'both-yn', 'party-tick'] as const, draw)
    this.kindStyle = chance(draw, 0.15) ? 'yn' : 'word'
    this.birthSource = one(['birth', 'birth', 'age', 'id', 'birth+id', 'birth+age'] as const, draw)
    this.birthStyle = chance(draw, 0.3) ? -1 : between(0, BIRTH_STYLES.length - 1, draw)
    this.withStatus = chance(draw, 0.35)
    this.spaced = chance(draw, 0.4)
    this.suffix = one(['', '社区', '居委会', '社区居委会'], draw)
    this.tags.push(
      `layout:${this.layout}`,
      `politics:${this.politicsStyle}`,
      `kind:${this.kindStyle}`,
      `birth:${this.birthSource}`,
      `suffix:${this.suffix}`,
    )
  }

  make(seed: number): Quirky {
    const { draw } = this
    const communities = shuffled(PLACES, draw).slice(0, this.layout === 'single' ? 1 : between(2, 5, draw))
    const rows = communities.map(community => Array.from({ length: between(4, 9, draw) }, (_each, order) => this.row(community, order)))
    const columns = this.columns()
    const vacantAt = chance(draw, 0.3) ? between(0, communities.length - 1, draw) : -1
    const sheets: SheetSnapshot[] = []
    if (chance(draw, 0.25))
      sheets.push(
        sheet('填表说明', [
          ['填 表 说 明'],
          ['1.姓名：填写身份证上的姓名。'],
          ['2.学历：填写国家承认的学历，如大专、本科。'],
          ['3.人员性质：正式、聘用。'],
        ]),
      )
    if (this.layout === 'sheets' || this.layout === 'single')
      communities.forEach((community, at) => sheets.push(this.communitySheet(community, rows[at] ?? [], columns, at === vacantAt)))
    else sheets.push(this.rosterSheet(communities, rows, columns, vacantAt))
    const premises = chance(draw, 0.5) ? premisesSheet(communities, draw, name => this.label(name)) : null
    if (premises !== null) {
      const last = sheets.at(-1)
      if (last !== undefined && this.layout !== 'sheets' && chance(draw, 0.3)) {
        // Both tables on one sheet, a blank row or two between them.
        sheets[sheets.length - 1] = sheet(last.name, [...last.rows, [], ...(chance(draw, 0.5) ? [[]] : []), ...premises.rows])
        this.tags.push('premises-below')
      } else sheets.push(sheet(premises.name, premises.rows))
      this.tags.push(...premises.tags)
    }
    if (chance(draw, 0.2)) sheets.push(sheet('Sheet3', []))
    return {
      snapshot: { name: `quirk-${seed}.xlsx`, dateSystem: 1900, sheets, names: [], notices: [] },
      people: rows.flat().map(row => row.person),
      premises: premises?.truth ?? [],
      vacant: vacantAt < 0 ? 0 : 1,
      communities,
      tags: this.tags,
    }
  }

  private label(name: string): string {
    // A bare 古镇 reads as a township even to a person.
    return name + (this.suffix === '' && name.endsWith('镇') ? '社区' : this.suffix)
  }

  private row(community: string, order: number): Row {
    const { draw } = this
    const invented = this.town.person(between(23, 58, draw), 2023)
    const kind: Kind =
      this.kindStyle === 'yn'
        ? one(['formal', 'contracted'] as const, draw)
        : one(['formal', 'formal', 'contracted', 'contracted', 'contracted', 'formal', 'undecided'] as const, draw)
    const kindWord = this.kindStyle === 'yn' ? (kind === 'formal' ? '是' : '否') : one(KIND_WORDS[kind], draw)
    const away = this.withStatus && chance(draw, 0.15) ? one(AWAY, draw) : null
    const education = this.education()
    const politics = this.politics()
    const style = this.birthStyle < 0 ? between(0, BIRTH_STYLES.length - 1, draw) : this.birthStyle
    const { year, month, day } = invented.birth
    const writer = BIRTH_STYLES[style] ?? BIRTH_STYLES[0]
    const age = 2023 - year
    const withBirth = this.birthSource.startsWith('birth'),
      withId = this.birthSource.endsWith('id'),
      withAge = this.birthSource.endsWith('age')
    const written = writer(year, month, day, age)
    const birth = withBirth ? (withId ? ymd(year, month, day) : written[1]) : withId ? ymd(year, month, day) : 0
    const name =
      this.spaced && invented.name.length === 2
        ? `${invented.name.charAt(0)}${one(['  ', '　', ' '], draw)}${invented.name.charAt(1)}`
        : invented.name
    const ageText = one<CellValue>([age, `${age}岁`, String(age), `${age}周岁`], draw)
    const cells: Cells = {
      name,
      sex: one([invented.sex, invented.sex, `${invented.sex} `], draw),
      birth: written[0],
      age: ageText,
      id: chance(draw, 0.2) ? invented.id.toLowerCase() : invented.id,
      ...education.cells,
      politics: politics.cell,
      kind: kindWord,
      status: away?.[0] ?? one(THERE, draw),
    }
    const person: TruePerson = {
      name: invented.name,
      community,
      kind,
      presence: away?.[1] ?? 'present',
      college: education.college,
      party: politics.party,
      birth,
      age: withBirth || withId ? -1 : withAge ? age : -1,
      written: JSON.stringify([cells.birth, cells.education, cells.fullTime, cells.inService, cells.politics, cells.kind, cells.status]),
    }
    return { order, first: order === 0, label: '', person, cells }
  }

  private education(): { college: TruePerson['college']; cells: Pick<Cells, 'education' | 'fullTime' | 'inService'> } {
    const { draw } = this
    const sort = draw()
    if (this.twoEducations) {
      const fullTime = chance(draw, 0.4),
        inService = chance(draw, 0.4)
      const cells = {
        education: '',
        fullTime: fullTime ? collegeWord(draw) : schoolWord(draw),
        inService: inService ? collegeWord(draw) : one(['', '无', '/', '—'], draw),
      }
      return { college: fullTime || inService ? 'yes' : 'no', cells }
    }
    if (sort < 0.05) return { college: 'blank', cells: { education: one(['', '/', '待补充'], draw), fullTime: '', inService: '' } }
    if (sort < 0.1) return { college: 'unclear', cells: { education: one(IN_STUDY, draw), fullTime: '', inService: '' } }
    const college = sort < 0.65
    return {
      college: college ? 'yes' : 'no',
      cells: { education: college ? collegeWord(draw) : schoolWord(draw), fullTime: '', inService: '' },
    }
  }

  private politics(): { party: TruePerson['party']; cell: CellValue } {
    const { draw } = this
    const yes = chance(draw, 0.5)
    if (this.politicsStyle === 'both-yn') return { party: yes ? 'yes' : 'no', cell: yes ? '是' : '否' }
    if (this.politicsStyle === 'party-tick') return yes ? { party: 'yes', cell: '是' } : { party: 'unclear', cell: '否' }
    if (chance(draw, 0.05)) return { party: 'blank', cell: one(['', null, '/'], draw) }
    return yes ? { party: 'yes', cell: one(PARTY, draw) } : { party: 'no', cell: one(NO_PARTY, draw) }
  }

  private columns(): readonly Column[] {
    const { draw } = this
    const basic = chance(draw, 0.3) ? one(['基本情况', '个人基本情况', '人员基本信息'], draw) : ''
    const column = (key: keyof typeof HEADERS, write: Column['write'], group = basic): Column => ({
      header: one<string>(HEADERS[key], draw),
      group,
      write,
    })
    const head: Column[] = []
    if (this.layout === 'column') head.push(column('community', row => this.label(row.person.community), ''))
    if (this.layout === 'merged') head.push(column('community', row => (row.first ? this.label(row.person.community) : null), ''))
    head.push(column('name', row => row.cells.name))
    const body: Column[] = [column('sex', row => row.cells.sex)]
    if (this.birthSource.startsWith('birth')) body.push(column('birth', row => row.cells.birth))
    if (this.birthSource.endsWith('age')) body.push(column('age', row => row.cells.age))
    if (this.birthSource.endsWith('id')) body.push(column('id', row => row.cells.id))
    if (this.twoEducations) {
      const group = chance(draw, 0.5)
      body.push(
        {
          header: group ? one(['全日制', '全日制教育'], draw) : one(HEADERS.fullTime, draw),
          group: group ? '学历' : basic,
          write: row => row.cells.fullTime,
        },
        {
          header: group ? one(['在职', '在职教育'], draw) : one(HEADERS.inService, draw),
          group: group ? '学历' : basic,
          write: row => row.cells.inService,
        },
      )
      if (group) this.tags.push('education-group')
    } else body.push(column('education', row => row.cells.education))
    const politics = {
      word: HEADERS.politics,
      'both-yn': ['是否党（团）员', '是否党团员', '是否党(团)员'],
      'party-tick': ['是否党员', '是否中共党员'],
    }[this.politicsStyle]
    body.push({ header: one<string>(politics, draw), group: basic, write: row => row.cells.politics })
    body.push({
      header: this.kindStyle === 'yn' ? one(['是否在编', '是否正式人员', '是否有编制'], draw) : one<string>(HEADERS.employment, draw),
      group: '',
      write: row => row.cells.kind,
    })
    if (this.withStatus) body.push(column('status', row => row.cells.status, ''))
    const sides = shuffled(SIDE_COLUMNS, draw)
      .slice(0, between(0, 4, draw))
      .map(([header, values]): Column => ({ header, group: '', write: () => one(values, draw) }))
    const seq: Column[] = chance(draw, 0.8) ? [column('seq', row => row.order + 1, '')] : []
    if (chance(draw, 0.3)) {
      // A group must stay together; lone columns may stand anywhere.
      this.tags.push('columns-shuffled')
      const alone = shuffled([...body.filter(each => each.group === ''), ...sides], draw)
      return [
        ...seq,
        ...head,
        ...body.filter(each => each.group === basic && basic !== ''),
        ...body.filter(each => each.group !== '' && each.group !== basic),
        ...alone,
      ]
    }
    return [...seq, ...head, ...body, ...sides]
  }

  /** One to two header rows; a group stands over the first of its columns alone, as a merged cell reads. */
  private headerRows(columns: readonly Column[]): SheetRow[] {
    if (columns.every(column => column.group === '')) return [columns.map(column => column.header)]
    this.tags.push('header-rows-2')
    const above = columns.map((column, at) =>
      column.group === '' ? column.header : column.group === columns[at - 1]?.group ? null : column.group,
    )
    const below = columns.map(column => (column.group === '' ? null : column.header))
    return [above, below]
  }

  private lead(title: string, width: number): SheetRow[] {
    const { draw } = this
    const rows: SheetRow[] = []
    if (chance(draw, 0.2)) rows.push([])
    if (chance(draw, 0.85)) rows.push([title])
    if (chance(draw, 0.4))
      rows.push([
        `填报单位：${TOWN}社区办`,
        ...Array.from({ length: Math.max(0, width - 3) }, () => null),
        one(['填报日期：2023年12月31日', '2023年12月31日', '截至2023年12月31日', ''], draw),
      ])
    if (chance(draw, 0.15)) rows.push([])
    return rows
  }

  private tail(width: number, count: number): SheetRow[] {
    const { draw } = this
    const rows: SheetRow[] = []
    if (chance(draw, 0.2)) for (let at = 1; at <= 3; at++) rows.push([count + at])
    if (chance(draw, 0.6)) rows.push(chance(draw, 0.5) ? [one(TOTALS, draw), null, count] : [null, one(TOTALS, draw), `${count}人`])
    if (chance(draw, 0.3)) rows.push([])
    if (chance(draw, 0.5)) rows.push([one(SIGNATURES, draw)])
    if (chance(draw, 0.5)) rows.push([one(NOTES, draw)])
    return rows.map(row => row.slice(0, Math.max(width, 1)))
  }

  private written(row: Row, columns: readonly Column[]): SheetRow {
    return columns.map(column => column.write(row))
  }

  private vacantRow(columns: readonly Column[], community: string): SheetRow {
    const nameAt = columns.findIndex(column => HEADERS.name.some(header => header === column.header))
    return columns.map((column, at) =>
      at === nameAt
        ? one(VACANT_NAMES, this.draw)
        : HEADERS.community.some(header => header === column.header) && this.layout === 'column'
          ? this.label(community)
          : null,
    )
  }

  private rosterSheet(
    communities: readonly string[],
    rows: readonly (readonly Row[])[],
    columns: readonly Column[],
    vacantAt: number,
  ): SheetSnapshot {
    const { draw } = this
    const header = this.headerRows(columns)
    const out: SheetRow[] = [...this.lead(one(TITLES, draw), columns.length), ...header]
    if (chance(draw, 0.1)) {
      out.push(['例', ...Array.from({ length: columns.length - 1 }, (_each, at) => (at === 0 ? '张三' : null))])
      this.tags.push('example')
    }
    const subtotals = chance(draw, 0.25),
      separators = chance(draw, 0.2),
      repeat = chance(draw, 0.15)
    if (subtotals) this.tags.push('subtotals')
    communities.forEach((community, at) => {
      if (this.layout === 'sections')
        out.push([
          one(
            [
              `${community}居委会`,
              `${['一', '二', '三', '四', '五'][at] ?? ''}、${community}社区`,
              `${community}社区（${(rows[at] ?? []).length}人）`,
              `${community}社区：`,
            ],
            draw,
          ),
        ])
      if (repeat && at === 1) {
        out.push(...header)
        this.tags.push('repeated-header')
      }
      for (const row of rows[at] ?? []) out.push(this.written(row, columns))
      if (at === vacantAt) out.push(this.vacantRow(columns, community))
      if (subtotals) out.push([one(['小计', '小  计', `${community}社区小计`], draw), null, (rows[at] ?? []).length])
      if (separators) out.push([])
    })
    out.push(...this.tail(columns.length, rows.flat().length))
    return sheet(one(['花名册', '人员', 'Sheet1', '社区人员情况'], draw), shifted(out, chance(draw, 0.2) ? 1 : 0))
  }

  private communitySheet(community: string, rows: readonly Row[], columns: readonly Column[], vacant: boolean): SheetSnapshot {
    const { draw } = this
    const out: SheetRow[] = [
      [`${community}社区工作人员基本情况表`],
      ...(chance(draw, 0.5) ? [[`填报单位：${community}社区居委会`]] : []),
      ...this.headerRows(columns),
    ]
    for (const row of rows) out.push(this.written(row, columns))
    if (vacant) out.push(this.vacantRow(columns, community))
    out.push(...this.tail(columns.length, rows.length))
    return sheet(this.layout === 'single' ? one(['Sheet1', '花名册', '人员'], draw) : this.label(community), out)
  }
}

const HAN = '〇一二三四五六七八九'
const han = (value: number) => [...String(value)].map(digit => HAN.charAt(Number(digit))).join('')
const hanMonth = (month: number) => (month < 10 ? HAN.charAt(month) : `十${month === 10 ? '' : HAN.charAt(month - 10)}`)
const wide = (text: string) => text.replace(/[\d.]/g, char => (char === '.' ? '．' : String.fromCharCode(char.charCodeAt(0) + 0xfee0)))
const ymd = (year: number, month: number, day: number) => year * 10_000 + month * 100 + day
/** Days from 1899-12-30, counted year by year. */
function serialOf(year: number, month: number, day: number): number {
  const leap = (each: number) => (each % 4 === 0 && each % 100 !== 0) || each % 400 === 0
  let days = 1
  for (let each = 1900; each < year; each++) days += leap(each) ? 366 : 365
  const months = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  for (let each = 1; each < month; each++) days += months[each - 1] ?? 0
  return days + day
}

/** The cell and the birth that it tells, as yyyymmdd. */
type BirthWriter = (year: number, month: number, day: number, age: number) => readonly [CellValue, number]
const BIRTH_STYLES: readonly [BirthWriter, ...BirthWriter[]] = [
  (y, m) => [`${y}.${two(m)}`, ymd(y, m, 1)], (y, m) => [`${y}年${m}月`, ymd(y, m, 1)], (y, m, d) => [`${y}-${two(m)}-${two(d)}`, ymd(y, m, d)], (y, m, d) => [`${y}年${m}月${d}日`, ymd(y, m, d)], (y, m, d) => [serialOf(y, m, d), ymd(y, m, d)], (y, m, d) => [ymd(y, m, d), ymd(y, m, d)], (y, m) => [y * 100 + m, ymd(y, m, 1)],
  (y, m) => [`${String(y).slice(2)}.${two(m)}`, ymd(y, m, 1)], (y, m) => [`${y}.${two(m)}（${2023 - y}岁）`, ymd(y, m, 1)], (y, m) => [`${han(y)}年${hanMonth(m)}月`, ymd(y, m, 1)], (y, m) => [wide(`${y}.${two(m)}`), ymd(y, m, 1)], (y, m, d) => [`${y}/${m}/${d}`, ymd(y, m, d)], (y, m, d) => [`${y}-${two(m)}-${two(d)} 00:00:00`, ymd(y, m, d)], (y, m) => [`${y}，${two(m)}`, ymd(y, m, 1)], (y, m) => [`${y} 年 ${m} 月生`, ymd(y, m, 1)], (y, m) => [`${y}/${two(m)}`, ymd(y, m, 1)], (y, m, d) => [`${y}.${m}.${d}`, ymd(y, m, d)],
]

function sheet(name: string, rows: readonly SheetRow[]): SheetSnapshot {
  return { name, kind: 'worksheet', visibility: 'visible', rows: rows.map(trimmed), formulas: new Map(), isProtected: false, tables: [] }
}
/** A row of a snapshot ends at its last cell that holds something. */
function trimmed(row: SheetRow): SheetRow {
  let length = row.length
  while (length > 0 && (row[length - 1] === null || row[length - 1] === '')) length--
  return row.slice(0, length).map(value => (value === '' ? null : value))
}
function shifted(rows: readonly SheetRow[], by: number): readonly SheetRow[] {
  return by === 0 ? rows : rows.map(row => (row.length === 0 ? row : [...Array.from({ length: by }, () => null), ...row]))
}
export function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const out = [...list]
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1))
    const keep = out[at], swap = out[other]
    if (keep !== undefined && swap !== undefined) [out[at], out[other]] = [swap, keep]
  }
  return out
}
export { AS_OF }
