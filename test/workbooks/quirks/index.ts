import type { SheetRow, SheetSnapshot, Snapshot } from '../../../src/core/snapshot'
import { between, series, Town } from '../people'
import { HEADERS, one, PLACES, TITLES, VACANT_NAMES } from './words'
import { premisesSheet } from './premises'
import type { TruePremises } from './premises'
import { columnsOf, headerRows, labelled } from './columns'
import type { Column } from './columns'
import { People } from './people'
import type { Row, TruePerson } from './people'
import { lead, sheet, shifted, shuffled, tail } from './sheets'
import { chance, drawStyle } from './style'
import type { Draw, Style } from './style'

export interface Quirky {
  readonly snapshot: Snapshot
  readonly people: readonly TruePerson[]
  readonly premises: readonly TruePremises[]
  /** Posts that nobody holds. */
  readonly vacant: number
  readonly communities: readonly string[]
  readonly tags: readonly string[]
}


/** The same messy workbook for the same seed: layout, headers and writings drawn at random, with the truth beside it. */
export function quirkyWorkbook(seed: number): Quirky {
  const draw = series(seed * 7919 + 13)
  const maker = new Maker(draw)
  return maker.make(seed)
}

/** The day of every quirky workbook. */
export const AS_OF = 20231231

class Maker {
  private readonly tags: string[] = []
  private readonly style: Style
  private readonly people: People
  constructor(private readonly draw: Draw) {
    const town = new Town(draw)
    this.style = drawStyle(draw)
    this.people = new People(draw, town, this.style)
    this.tags.push(
      `layout:${this.style.layout}`,
      `politics:${this.style.politicsStyle}`,
      `kind:${this.style.kindStyle}`,
      `birth:${this.style.birthSource}`,
      `suffix:${this.style.suffix}`,
    )
  }

  make(seed: number): Quirky {
    const { draw, people } = this
    const communities = shuffled(PLACES, draw).slice(0, this.style.layout === 'single' ? 1 : between(2, 5, draw))
    const rows = communities.map(community => Array.from({ length: between(4, 9, draw) }, (_each, order) => people.row(community, order)))
    const columns = columnsOf(this.style, draw, this.tags)
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
    if (this.style.layout === 'sheets' || this.style.layout === 'single')
      communities.forEach((community, at) => sheets.push(this.communitySheet(community, rows[at] ?? [], columns, at === vacantAt)))
    else sheets.push(this.rosterSheet(communities, rows, columns, vacantAt))
    const premises = chance(draw, 0.5) ? premisesSheet(communities, draw, name => labelled(name, this.style)) : null
    if (premises !== null) {
      const last = sheets.at(-1)
      if (last !== undefined && this.style.layout !== 'sheets' && chance(draw, 0.3)) {
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

  private written(row: Row, columns: readonly Column[]): SheetRow {
    return columns.map(column => column.write(row))
  }

  private vacantRow(columns: readonly Column[], community: string): SheetRow {
    const nameAt = columns.findIndex(column => HEADERS.name.some(header => header === column.header))
    return columns.map((column, at) =>
      at === nameAt
        ? one(VACANT_NAMES, this.draw)
        : HEADERS.community.some(header => header === column.header) && this.style.layout === 'column'
          ? labelled(community, this.style)
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
    const header = headerRows(columns, this.tags)
    const out: SheetRow[] = [...lead(one(TITLES, draw), columns.length, draw), ...header]
    if (chance(draw, 0.1)) {
      out.push(['例', ...Array.from({ length: columns.length - 1 }, (_each, at) => (at === 0 ? '张三' : null))])
      this.tags.push('example')
    }
    const subtotals = chance(draw, 0.25),
      separators = chance(draw, 0.2),
      repeat = chance(draw, 0.15)
    if (subtotals) this.tags.push('subtotals')
    communities.forEach((community, at) => {
      if (this.style.layout === 'sections')
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
    out.push(...tail(columns.length, rows.flat().length, draw))
    return sheet(one(['花名册', '人员', 'Sheet1', '社区人员情况'], draw), shifted(out, chance(draw, 0.2) ? 1 : 0))
  }

  private communitySheet(community: string, rows: readonly Row[], columns: readonly Column[], vacant: boolean): SheetSnapshot {
    const { draw } = this
    const out: SheetRow[] = [
      [`${community}社区工作人员基本情况表`],
      ...(chance(draw, 0.5) ? [[`填报单位：${community}社区居委会`]] : []),
      ...headerRows(columns, this.tags),
    ]
    for (const row of rows) out.push(this.written(row, columns))
    if (vacant) out.push(this.vacantRow(columns, community))
    out.push(...tail(columns.length, rows.length, draw))
    return sheet(this.style.layout === 'single' ? one(['Sheet1', '花名册', '人员'], draw) : labelled(community, this.style), out)
  }
}
