import type { CellValue } from '../../../src/core/cell'
import type { SheetRow } from '../../../src/core/snapshot'
import { between } from '../people'
import type { Row } from './people'
import { shuffled } from './sheets'
import { chance } from './style'
import type { Draw, Style } from './style'
import { HEADERS, one, SIDE_COLUMNS } from './words'

export interface Column {
  readonly header: string
  /** Group word above the header, `''` for none. */
  readonly group: string
  readonly write: (row: Row) => CellValue
}

/** A community as the workbook writes it. */
export function labelled(name: string, { suffix }: Style): string {
  // A bare 古镇 reads as a township even to a person.
  return name + (suffix === '' && name.endsWith('镇') ? '社区' : suffix)
}

/** The columns of a list in their order. What is drawn is told to `tags`. */
export function columnsOf(style: Style, draw: Draw, tags: string[]): readonly Column[] {
const label = (community: string) => labelled(community, style)
  const basic = chance(draw, 0.3) ? one(['基本情况', '个人基本情况', '人员基本信息'], draw) : ''
  const column = (key: keyof typeof HEADERS, write: Column['write'], group = basic): Column => ({
    header: one<string>(HEADERS[key], draw),
    group,
    write,
  })
  const head: Column[] = []
  if (style.layout === 'column') head.push(column('community', row => label(row.person.community), ''))
  if (style.layout === 'merged') head.push(column('community', row => (row.first ? label(row.person.community) : null), ''))
  head.push(column('name', row => row.cells.name))
  const body: Column[] = [column('sex', row => row.cells.sex)]
  if (style.birthSource.startsWith('birth')) body.push(column('birth', row => row.cells.birth))
  if (style.birthSource.endsWith('age')) body.push(column('age', row => row.cells.age))
  if (style.birthSource.endsWith('id')) body.push(column('id', row => row.cells.id))
  if (style.twoEducations) {
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
    if (group) tags.push('education-group')
  } else body.push(column('education', row => row.cells.education))
  const politics = {
    word: HEADERS.politics,
    'both-yn': ['是否党（团）员', '是否党团员', '是否党(团)员'],
    'party-tick': ['是否党员', '是否中共党员'],
  }[style.politicsStyle]
  body.push({ header: one<string>(politics, draw), group: basic, write: row => row.cells.politics })
  body.push({
    header: style.kindStyle === 'yn' ? one(['是否在编', '是否正式人员', '是否有编制'], draw) : one<string>(HEADERS.employment, draw),
    group: '',
    write: row => row.cells.kind,
  })
  if (style.withStatus) body.push(column('status', row => row.cells.status, ''))
  const sides = shuffled(SIDE_COLUMNS, draw)
    .slice(0, between(0, 4, draw))
    .map(([header, values]): Column => ({ header, group: '', write: () => one(values, draw) }))
  const seq: Column[] = chance(draw, 0.8) ? [column('seq', row => row.order + 1, '')] : []
  if (chance(draw, 0.3)) {
    // A group must stay together; lone columns may stand anywhere.
    tags.push('columns-shuffled')
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
export function headerRows(columns: readonly Column[], tags: string[]): SheetRow[] {
  if (columns.every(column => column.group === '')) return [columns.map(column => column.header)]
  tags.push('header-rows-2')
  const above = columns.map((column, at) =>
    column.group === '' ? column.header : column.group === columns[at - 1]?.group ? null : column.group,
  )
  const below = columns.map(column => (column.group === '' ? null : column.header))
  return [above, below]
}
