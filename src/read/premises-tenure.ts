import type { CellValue } from '../core/cell'
import type { Answer, PremisesRow, Tenure } from '../core/reading'
import { leaseEnd } from '../vocabulary/leases'
import { daysInMonth } from '../core/day'
import { normalise, textOf } from '../vocabulary/normalise'
import { readDemolition, readTenure } from '../vocabulary/tenure'
import type { ListContext } from './list-context'
import { columnOf, columnsOf, sheetColumn } from './settle-table'
import type { SettledTable } from './settle-table'
import type { SettledColumn } from './settled-column'

/** How the premises of a row are held. */
export interface RowTenure {
  readonly tenure: Tenure
  readonly note: string | null
}

/** Reads how the places of a table are held, for how long, and whether they are to go. */
export class TenureReader {
  private readonly column: SettledColumn | undefined
  private readonly sheet: string
  /** Without what is said of a house that is not there yet: 规划 / 建成年度 beside 现状 / 使用面积. */
  private readonly table: SettledTable

  /** @param apart columns that are something else in this list */
  constructor(private readonly context: ListContext, apart: ReadonlySet<number>) {
    this.table = withoutPlans(context.table)
    const column = columnOf(this.table, 'tenure')
    this.column = column !== undefined && apart.has(column.column) ? undefined : column
    this.sheet = context.table.found.sheet.name
  }

  /** The cell of the tenure column; `null` where there is none. */
  word(cells: readonly CellValue[]): CellValue {
    return this.column === undefined ? null : cells[this.column.column - 1] ?? null
  }

  read(cells: readonly CellValue[], row: number): RowTenure {
    const value = this.word(cells)
    const { column, table } = this, { words } = this.context
    const reading = readTenure(value)
    if (column !== undefined && reading.tenure === 'unclear' && words.tenure(value) === undefined) words.ask('tenure', value, 'unknown', { sheet: this.sheet, row, column: sheetColumn(table, column.column) })
    // 自有 beside 在建: what is not there yet is not held yet.
    if ((reading.tenure === 'own' || reading.tenure === 'blank') && columnsOf(table, 'status', 'remark', 'planYear').some(each => NOT_YET.test(normalise(textOf(cells[each.column - 1] ?? null))))) return { tenure: 'in-building', note: null }
    if (reading.tenure !== 'blank') return reading
    for (const remark of columnsOf(table, 'remark', 'lease', 'address', 'usableArea', 'area', 'officeArea')) {
      const text = textOf(cells[remark.column - 1] ?? null)
      if (text === '') continue
      const told = tenureInRemark(text)
      if (told !== null) return { tenure: told, note: null }
    }
    return reading
  }

  /** Whether the place is to go: 否 in the column beside 面临拆迁 in the remark is a contradiction, and taken as the remark says. */
  demolition(cells: readonly CellValue[]): { readonly answer: Answer; readonly contradicted: boolean } {
    const { table } = this
    const column = columnOf(table, 'demolition')
    const { answer } = column === undefined ? { answer: 'blank' as const } : readDemolition(cells[column.column - 1] ?? null)
    if (answer === 'yes') return { answer, contradicted: false }
    for (const remark of columnsOf(table, 'remark', 'tenure')) {
      const text = normalise(textOf(cells[remark.column - 1] ?? null))
      if (STAYS.test(text)) continue
      if (TO_GO.test(text)) return { answer: 'yes', contradicted: answer === 'no' }
      // 属拆迁房, 已发拆迁公告: it is asked about, and not passed over.
      if (remark.key === 'remark' && SPEAKS_OF_GOING.test(text) && !OF_ELSEWHERE.test(text)) return { answer: 'unclear', contradicted: false }
    }
    return { answer, contradicted: false }
  }

  /** The day on which the lease of the row ends, where one is told. */
  lease(cells: readonly CellValue[], row: number, tenure: Tenure): PremisesRow['lease'] {
    if (tenure === 'own' || tenure === 'none' || tenure === 'in-building') return undefined
    const { table } = this, { dateSystem } = this.context
    const lease = columnsOf(table, 'lease').filter(column => !/租金|租赁费|费用|房租/.test(column.header))
    for (const column of lease) {
      const end = leaseEnd(cells[column.column - 1] ?? null, dateSystem)
      if (end !== 0) return { end, place: { sheet: this.sheet, row, column: sheetColumn(table, column.column) } }
    }
    for (const column of columnsOf(table, 'tenure', 'remark')) {
      const value = cells[column.column - 1] ?? null
      const end = typeof value === 'string' && /租|到期|期满|借|合同/.test(value) ? leaseEnd(value, dateSystem, false) : 0
      if (end !== 0) return { end, place: { sheet: this.sheet, row, column: sheetColumn(table, column.column) } }
    }
    // 租赁合同已到期，未续签: it is over, on whatever day.
    for (const column of columnsOf(table, 'lease', 'tenure', 'remark')) {
      const text = normalise(textOf(cells[column.column - 1] ?? null)).slice(0, LONGEST)
      if (!OVER.test(text) || RENEWED.test(text)) continue
      return { end: 0, place: { sheet: this.sheet, row, column: sheetColumn(table, column.column) } }
    }
    return undefined
  }

  /** The day from which the place can be used, where a remark or a column of years tells it. */
  opens(cells: readonly CellValue[], row: number): PremisesRow['opens'] {
    const { table } = this
    for (const column of columnsOf(table, 'remark', 'status', 'year', 'usableArea', 'area', 'officeArea')) {
      const text = normalise(textOf(cells[column.column - 1] ?? null))
      const day = column.key === 'year' && OPENING_HEADER.test(column.header) ? openingColumn(text) : openingDay(text)
      if (day !== 0) return { day, place: { sheet: this.sheet, row, column: sheetColumn(table, column.column) } }
    }
    return undefined
  }
}

const PLANNED_GROUP = /^(?:规划|拟建|拟|计划|新建|待建|预计|目标|远期|十四五)[\u4e00-\u9fff]{0,4} \/ /, TODAY_GROUP = /^(?:现状|现有|目前|现)[\u4e00-\u9fff]{0,4} \/ /

/** Two groups side by side, one of what stands and one of what is to come: the columns of the second are taken out. */
function withoutPlans(table: SettledTable): SettledTable {
  const isAhead = ({ header }: SettledColumn): boolean => PLANNED_GROUP.test(header)
  if (!table.columns.some(isAhead) || !table.columns.some(({ header }) => TODAY_GROUP.test(header))) return table
  return { ...table, columns: table.columns.filter(column => !isAhead(column)) }
}

/** 2024年建成, 正在施工，预计2025年6月底交付使用; the last day of a month or year told alone, `yyyymmdd`; 0 where no part of the text begins so. */
function openingDay(text: string): number {
  for (const part of text.split(/[,，。;；]/)) {
    const found = OPENS.exec(part)?.groups, day = found === undefined ? 0 : lastOf(found.year, found.month)
    if (day !== 0) return day
  }
  return 0
}

/** 2025, 2025.6, 2025年6月 under a header that asks for the year or month of completion. */
function openingColumn(text: string): number {
  const found = YEAR_MONTH.exec(text)?.groups
  return found === undefined ? 0 : lastOf(found.year, found.month)
}

function lastOf(yearWord: string | undefined, monthWord: string | undefined): number {
  const year = Number(yearWord), month = Number(monthWord ?? 12)
  return month >= 1 && month <= 12 ? year * 10_000 + month * 100 + daysInMonth(year, month) : 0
}

const YEAR_MONTH = /^(?<year>20\d{2})(?:(?:年|[.\-/])(?:(?<month>\d{1,2})(?:月|[.\-/]|$).*)?)?$/
const OVER = /(?:租期|租约|租赁期?限?|(?:租赁|租房|租用|借用)?(?:合同|协议)|租赁)(?:已经?|现已|均已|早已|也已)?(?:到期|届满|期满|过期|失效|终止)|(?:租期|租约|租赁期|合同期)(?:已经?|现已|均已|早已)?满(?![足一二三四五六七八九十\d])|(?<![未没不待拟将])(?:已|现已|均已|早已)(?:退租|停租|退还|腾退)/
const RENEWED = /未(?:到期|届满|期满)|(?<![未没不待拟])(?:已|并|又|将)?续(?:签|租|约)/
const LONGEST = 60

const SUBJECT = '(?:该处|此处|本处|目前|现|正在|房屋|用房|办公用房|社区用房|新址|开发商|建设单位|施工单位|施工方|物业)?'
const IN_USE = '(?:全部|整体|全面|正式)?(?:建设|新建|建成|竣工|完工|落成|建好|交付|移交|启用|投用|投入使用|搬入|入住|使用|建(?=$))'
const OPENING_HEADER = /建成|竣工|启用|投用|投入使用/
const OPENS = new RegExp(`^${SUBJECT}(?:预计|计划|拟|将|将于|拟于|预计于|计划于|于)?(?<year>20\\d{2})(?:年|[.]|-)(?:(?<month>\\d{1,2})月?)?(?:份|底|初|末|中旬|上旬|下旬|底前|年底|前|左右)?(?:可|将|预计|计划)?${IN_USE}`)

const GOING = '(?:拆迁|征收|拆除|征迁|动迁|棚改|棚户区改造|旧城改造|城中村改造)'
const TO_GO = new RegExp(`(?:面临|列入|待|将|即将|拟|已列入|规划|纳入|近期|年内|今年|明年|涉及|\\d{4}年?)(?:被|要|实施|进行)?${GOING}|^${GOING}$|${GOING}(?:范围|区域|计划|项目|红线|片区|地块)`)
const SPEAKS_OF_GOING = /拆迁|征收|征迁|动迁|待拆|将拆|要拆|拆除|棚改/
/** 位于拆迁安置小区, 原址已拆迁后迁入, 紧邻征收地块: not this house. */
const OF_ELSEWHERE = /安置|回迁|原|旧(?!城|区)|老(?!城|旧)|(?:拆迁|征收|拆除)后|拆迁办|指挥部|迁入|迁至|搬入|搬至|重建|新建|周边|隔壁|附近|毗邻|紧邻|对面/
/** 未列入征收, 不拆迁, 无拆迁计划. 尚未拆除 is only not yet. */
const STAYS = new RegExp(`(?:未|不|没有?|无)(?:面临|列入|纳入|在|涉及)${GOING}|(?:不|没有|无)${GOING}`)

/** The whole of a remark or status, so that 新办公楼在建 beside an old office says nothing of the old one. */
const NOT_YET = new RegExp(
  `^(?:[^,，]{2,8}(?:完成|完工|封顶|竣工|完毕|到位)[,，])?${SUBJECT}(?:(?:在建|在建中|(?:规划)?建设中|(?:正|尚|还|仍)?在(?:建设|施工|筹建|新建)(?:中|之中)?|施工中|主体(?:工程)?(?:已)?(?:完工|封顶|竣工)|待(?:验收|装修|竣工)|筹建中|未竣工|尚未竣工|未交付|尚未交付|待交付|未建成|(?:尚未|还未|未)(?:动工|开工|建设|动土)|规划中|待建|拟建|装修中|正在装修|装修(?:未|尚未|还未)(?:完工|完成|结束)|未完工|待装修|未装修|尚未装修|毛坯房?|(?:验收|装修|交付|竣工|完工|改造|维修|办证)(?:完成|完毕|合格|结束|完|好)?后(?:再|即|方|才)?(?:可|能)?${IN_USE})(?:[,，。;；(].*)?$` +
    `|(?:明年|后年|年底|年内|下半年|上半年|下月)(?:底|初|份)?(?:可|能|才|方可)${IN_USE}` +
    `|(?:明年|后年|下月)(?:底|初|份|上半年|下半年|\\d{1,2}月(?:底|初|份)?)?${IN_USE}` +
    `|待[^,，。;；]{0,8}后(?:再|即|方|才)?(?:可|能)?${IN_USE}` +
    `|(?:尚未|还未|暂未|未|待|没有)(?:正式|实际)?(?:启用|投用|投入使用|搬入|入住|使用|移交|交付(?:使用)?)(?!权|证)|(?:预计|计划|即将|将于?|拟于?)(?:今年|明年|后年|年底|年内|近期|下半年|上半年|下月|\\d{1,2}月)?(?:底|初|份|前)?${IN_USE})`,
)

function tenureInRemark(text: string): Tenure | null {
  const plain = normalise(text)
  if (/租期|租赁|租用|租借|承租|租金|租自|系租/.test(plain) && !/出租|未租|非租|租金收入|收取租金/.test(plain)) return 'rented'
  if (/借用|借住|(?:临时|暂|现|系)借(?!调)|过渡用房|过渡房|临时用房|临时办公|周转用房/.test(plain)) return 'borrowed'
  if (/(?:在建|正在建设|建设中|尚未竣工|未竣工|规划中|待建|拟建)/.test(plain)) return 'in-building'
  return null
}

const LONGEST_NAME = 20
/** 规划路 is an address. */
const AHEAD = /^(?:拟建|拟新建|待建|筹建|在建|计划(?:新建|建设)|规划(?:用房|新建|建设|中|项目|的|选址))/

/** 拟建新址, 规划用房 as the name of a place: it is not there yet. */
export function namedAhead(table: SettledTable, cells: readonly CellValue[], item: number | undefined): boolean {
  return table.columns.some(({ key, column }) => {
    const value = key === null || key === 'item' || column === item ? (cells[column - 1] ?? null) : null
    return typeof value === 'string' && value.length <= LONGEST_NAME && AHEAD.test(normalise(value))
  })
}
