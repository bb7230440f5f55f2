import { assemble, EMPTY_WORKBOOK } from './budgets/assemble'
import { box, SheetDraft } from './budgets/draft'
import { header } from './budgets/frame'
import { FORMATS, MIDDLE, NUMBERS, TABS } from './budgets/look'
import { COMMUNITY_COLUMNS, INPUT_SHEETS, LIST_FIRST_ROW, LIST_HEADER_ROW, PREMISES_COLUMNS } from './budgets/canonical/ranges'
import type { CellValue } from './core/cell'
import type { Change } from './core/change'
import { maskText } from './core/mask'
import { boxName, columnName } from './core/place'
import type { ColumnKey, CommunityReading, Reading, TableReading } from './core/reading'
import type { Snapshot } from './core/snapshot'
import { Cells, mainColumn } from './compare-cells'
import { STRUCK, personValues, placeValues } from './merge-rows'
import type { RowValues } from './merge-rows'
import { columnWords, message, say } from './messages'
import { textOf } from './vocabulary/normalise'

/** A workbook to be merged, or why it could not be read. */
export type MergePart =
  { readonly file: string; readonly snapshot: Snapshot; readonly reading: Reading } | { readonly file: string; readonly error: string }

export interface Merged {
  /** The new workbook, as changes to an empty one. */
  readonly changes: readonly Change[]
  readonly files: readonly {
    readonly file: string
    readonly people: number
    readonly premises: number
    readonly notRead: number
    readonly error: string | null
  }[]
  readonly communities: number
  /** Communities that several of the files name. */
  readonly shared: readonly { readonly community: string; readonly files: readonly string[] }[]
  /** The day that all files state; `null` when they state none or several. */
  readonly asOf: string | null
}

/** Where a row came from. */
const ORIGIN = ['来源文件', '来源工作表', '来源行'] as const
/** Name of the sheet that lists what was not taken over. */
export const NOT_READ = '未并入内容'

const PEOPLE_HEADS = ['序号', '社区名称', '姓名', '身份证号', '性别', '出生日期', '年龄', '全日制学历', '在职学历', '最高学历', '政治面貌', '人员类别', '人员状态', '职务', '参加工作时间', '进社区时间', '联系电话', '备注'] as const
/** Columns that are taken over as they are, under the canonical head, or under their own where there is none. */
const CARRIED: Readonly<Partial<Record<ColumnKey, string | null>>> = { position: '职务', phone: '联系电话', remark: '备注', joined: '参加工作时间', hired: null, pay: null, insurance: null, nation: null, school: null, home: null, certificate: null, partyJoined: null, principal: '是否主要负责人' }
const PLACE_CARRIED: Readonly<Partial<Record<ColumnKey, string | null>>> = { remark: '备注', certificate: null }
/** Columns that the reading turned into the values that are written. */
const TYPED: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['seq', 'community', 'name', 'id', 'sex', 'birth', 'age', 'education', 'educationFullTime', 'educationInService', 'politics', 'employment', 'status', 'usableArea', 'builtArea', 'area', 'officeArea', 'activityArea', 'tenure', 'lease', 'demolition', 'roomOffice', 'roomPolice', 'roomMeeting', 'roomCulture', 'rooms', 'address', 'planYear'])

const SEVERAL: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['education', 'employment', 'status', 'politics'])

interface Row {
  readonly community: string | null
  readonly values: RowValues
}

interface Lost {
  readonly file: string
  readonly sheet: string
  readonly where: string
  readonly why: string
  readonly content: string
}

/**
 * Many workbooks as one in the canonical layout. Every row names its file, sheet and row; what was not taken over is listed row by row on a sheet
 * of its own. Checked again, the one workbook gives the figures of its parts together.
 */
export function merge(parts: readonly MergePart[]): Merged {
  const people: Row[] = [], places: Row[] = [], lost: Lost[] = [], files: Merged['files'][number][] = [], communities = new Map<string, { label: string; files: Set<string>; of: CommunityReading[] }>(), days = new Set<string | null>()
  for (const part of parts) {
    if ('error' in part) {
      lost.push({ file: part.file, sheet: '', where: '', why: part.error, content: '' })
      files.push({ file: part.file, people: 0, premises: 0, notRead: 1, error: part.error })
      continue
    }
    const before = lost.length, { reading, snapshot, file } = part, cells = new Cells(part)
    days.add(reading.statedDay?.day ?? null)
    for (const community of reading.communities) {
      const known = communities.get(community.name) ?? { label: community.label, files: new Set<string>(), of: [] }
      communities.set(community.name, known)
      known.files.add(file)
      known.of.push(community)
    }
    const label = (index: number): string | null => {
      const name = reading.communities[index]?.name
      return name === undefined ? null : communities.get(name)?.label ?? null
    }
    const counted = (table: number): boolean => reading.tables[table]?.counted === true
    const add = (
      rows: Row[],
      row: { readonly table: number; readonly row: number; readonly community: number },
      values: RowValues,
      carried: typeof CARRIED,
    ): void => {
      const table = reading.tables[row.table]
      if (table === undefined) return
      carry(values, row, table, snapshot, carried)
      values.set(ORIGIN[0], file).set(ORIGIN[1], table.sheet).set(ORIGIN[2], row.row)
      rows.push({ community: label(row.community), values })
    }
    const mine = reading.people.filter(person => counted(person.table)), here = reading.premises.filter(site => counted(site.table))
    for (const person of mine) if (person.notes.some(note => note.key === STRUCK)) lost.push({ file, sheet: reading.tables[person.table]?.sheet ?? '', where: `第 ${String(person.row)} 行`, why: said(message('merge.struck-out')), content: '' })
    for (const person of mine) add(people, person, personValues(person, cells, label(person.community), snapshot.dateSystem), CARRIED)
    for (const site of here) add(places, site, placeValues(site, cells, label(site.community)), PLACE_CARRIED)
    for (const table of reading.tables) lost.push(...lostOf(table, file, snapshot))
    files.push({ file, people: mine.length, premises: here.length, notRead: lost.length - before, error: null })
  }
  const asOf = days.size === 1 ? [...days][0] ?? null : null
  const drafts = [communitiesDraft(communities, asOf), listDraft(INPUT_SHEETS.roster, '社区工作人员花名册', PEOPLE_HEADS, people, asOf), ...(places.length === 0 ? [] : [listDraft(INPUT_SHEETS.premises, '社区办公活动用房情况表', PREMISES_COLUMNS, places, asOf)]), lostDraft(lost)]
  return {
    changes: assemble(EMPTY_WORKBOOK, drafts, []),
    files,
    communities: communities.size,
    asOf,
    shared: [...communities.values()]
      .filter(each => each.files.size > 1)
      .map(({ label, files: named }) => ({ community: label, files: [...named] })),
  }
}

/** Columns that carry no figure, in their own words. Two under one head stand one behind the other. */
function carry(
  values: RowValues,
  { row }: { readonly row: number },
  table: TableReading,
  snapshot: Snapshot,
  carried: typeof CARRIED,
): void {
  const line = snapshot.sheets.find(sheet => sheet.name === table.sheet)?.rows[row - 1]
  for (const column of table.columns) {
    const { key } = column,
      isSecond = key !== null && SEVERAL.has(key) && mainColumn(table, key) !== column.column
    // A second column of a key says more than the first, or otherwise: 是否在编 beside 人员类别.
    const head = key === null ? undefined : isSecond ? null : carried[key],
      value = line?.[column.column - 1] ?? null
    if (head === undefined || value === null || typeof value === 'object') continue
    const name = head ?? column.header.split(' / ').join(''),
      before = values.get(name)
    values.set(name, before === undefined || before === value ? value : `${textOf(before)}；${textOf(value)}`)
  }
}

/** What of a table is not in the merged lists: the whole of it, rows that were skipped, columns that have no place. */
function lostOf(table: TableReading, file: string, snapshot: Snapshot): Lost[] {
  const { sheet, counted, kind } = table, base = { file, sheet }
  const whole = table.body === null ? boxName(table.header) : boxName({ ...table.header, bottom: table.body.bottom })
  if (!counted || (kind !== 'staff' && kind !== 'premises')) {
    return [{ ...base, where: whole, why: table.reason === null ? `${said(message(`kind.${kind}`))}，不并入人员和用房清单` : `${said(message(`kind.${kind}`))}：${said(table.reason)}`, content: table.title ?? '' }]
  }
  const rows = snapshot.sheets.find(each => each.name === sheet)?.rows ?? []
  const skipped = table.skipped.filter(({ why }) => why !== 'blank').map(({ row, why }): Lost => ({
    ...base, where: `第 ${String(row)} 行`, why: said(message(`skipped.${why}`)), content: maskText((rows[row - 1] ?? []).flatMap(value => (value === null ? [] : [textOf(value)])).join(' ').replace(/\s+/g, ' ').slice(0, 200)),
  }))
  const carried = kind === 'staff' ? CARRIED : PLACE_CARRIED
  const columns = table.columns
    .filter(({ key }) => key === null || (!TYPED.has(key) && carried[key] === undefined))
    .map(({ column, header: head, key }): Lost => ({
      ...base,
      where: `${columnName(column)} 列`,
      why: key === null ? '没有用到的列' : `标准格式没有“${columnWords[key]['zh-CN']}”列`,
      content: maskText(head),
    }))
  return [...skipped, ...columns]
}

function said(what: Parameters<typeof say>[0]): string {
  return say(what, 'zh-CN')
}

const WIDTHS: Readonly<Record<string, number>> = {
  序号: 6,
  社区名称: 16,
  姓名: 10,
  身份证号: 21,
  性别: 6,
  出生日期: 12,
  年龄: 6,
  坐落: 22,
  备注: 24,
  联系电话: 14,
  来源文件: 26,
  来源工作表: 16,
  来源行: 8,
  职务: 20,
}

function titled(name: string, title: string, columns: number, asOf: string | null, note: string): SheetDraft {
  const draft = new SheetDraft(name), half = Math.max(1, Math.ceil(columns / 2))
  draft.put(1, 1, title).merge(box(1, 1, 1, columns)).look(box(1, 1, 1, columns), 'title').height(1, 34)
  draft.put(2, 1, '填报单位：').look(box(2, 1, 2, half), 'meta')
  if (asOf !== null) draft.put(2, half + 1, `截止日期：${asOf.slice(0, 4)}年${String(Number(asOf.slice(5, 7)))}月${String(Number(asOf.slice(8)))}日`).look(box(2, half + 1, 2, columns), 'meta')
  draft.put(3, 1, note).merge(box(3, 1, 3, columns)).look(box(3, 1, 3, columns), 'note').height(3, 28)
  draft.print({ frozenRows: LIST_HEADER_ROW, frozenColumns: 3, printTitleRows: [1, LIST_HEADER_ROW], tabColor: TABS.input, footer: '&C&"微软雅黑,Regular"&9第 &P 页 共 &N 页' })
  return draft
}

/** A list with its origins; rows of no known community come first, so that none is taken for the community above. */
function listDraft(sheet: string, title: string, canonical: readonly string[], rows: readonly Row[], asOf: string | null): SheetDraft {
  const known = new Set<string>([...canonical, ...ORIGIN]), more = new Set<string>()
  for (const { values } of rows) for (const head of values.keys()) if (!known.has(head)) more.add(head)
  const heads = [...canonical.slice(0, -1), ...more, ...canonical.slice(-1), ...ORIGIN]
  const draft = titled(sheet, title, heads.length, asOf, '由多份工作簿合并而成，每行末尾注明来源。文字保留原样；原表用勾选、“是/否”或合并单元格表示的，改写为对应的词。')
  header(draft, LIST_HEADER_ROW, heads.map(head => [head, WIDTHS[head] ?? 11] as const), 32)
  const sorted = [...rows.filter(row => row.community === null), ...rows.filter(row => row.community !== null)],
    last = LIST_FIRST_ROW + Math.max(sorted.length, 1) - 1
  for (const [index, { values }] of sorted.entries()) {
    const row = LIST_FIRST_ROW + index
    draft.put(row, 1, index + 1)
    for (const [at, head] of heads.entries()) if (at > 0) draft.put(row, at + 1, values.get(head) ?? null)
  }
  draft.look(box(LIST_FIRST_ROW, 1, last, heads.length), 'input', { size: 9 })
  const touch = (names: readonly string[], style: Parameters<SheetDraft['touch']>[1]): void => {
    for (const name of names)
      if (heads.includes(name)) draft.touch(box(LIST_FIRST_ROW, heads.indexOf(name) + 1, last, heads.indexOf(name) + 1), style)
  }
  touch(['序号', '性别', '年龄', '人员类别', '人员状态', '政治面貌', '来源行', '列入拆迁', '社区办公室', '警务室', '民主议事室', '文化活动室'], MIDDLE)
  touch(['身份证号', '联系电话'], { format: FORMATS.text })
  touch(['出生日期', '参加工作时间', '进社区时间', '租期至'], { format: FORMATS.day, ...MIDDLE })
  touch(['使用面积', '建筑面积', '面积', '活动用房面积'], { format: FORMATS.area, ...NUMBERS })
  draft.print({ autoFilter: box(LIST_HEADER_ROW, 1, last, heads.length) })
  // A number that is no serial of a day, 1985.1, must not be shown as one.
  for (const [index, { values }] of sorted.entries()) if (typeof values.get('出生日期') === 'number' && Number(values.get('出生日期')) < 7000) draft.touch(box(LIST_FIRST_ROW + index, heads.indexOf('出生日期') + 1), { format: 'General' })
  return draft
}

function communitiesDraft(
  communities: ReadonlyMap<
    string,
    { readonly label: string; readonly files: ReadonlySet<string>; readonly of: readonly CommunityReading[] }
  >,
  asOf: string | null,
): SheetDraft {
  const heads = [...COMMUNITY_COLUMNS, ORIGIN[0]],
    draft = titled(
      INPUT_SHEETS.communities,
      '社区基本信息表',
      heads.length,
      asOf,
      '各工作簿中出现的社区，同名的并为一个；出自几份工作簿的，来源列出全部文件，户数、人口取最先给出的一份。',
    )
  header(
    draft,
    LIST_HEADER_ROW,
    heads.map(head => [head, head === '来源文件' ? 40 : head === '社区名称' ? 20 : 11] as const),
    32,
  )
  let row = LIST_FIRST_ROW
  for (const { label, files, of } of communities.values()) {
    const first = <Value>(take: (community: CommunityReading) => Value | null): Value | null =>
      of.map(take).find(value => value !== null) ?? null
    const model = first(community => (community.model === 'yes' ? '是' : community.model === 'no' ? '否' : null))
    const values: readonly CellValue[] = [
      null,
      label,
      null,
      first(community => community.households?.value ?? null),
      first(community => community.population?.value ?? null),
      null,
      null,
      model,
      null,
      null,
      [...files].join('；'),
    ]
    draft.row(row, 1, values)
    row++
  }
  const last = Math.max(LIST_FIRST_ROW, row - 1)
  draft
    .look(box(LIST_FIRST_ROW, 1, last, heads.length), 'input', { size: 9 })
    .touch(box(LIST_FIRST_ROW, 4, last, 7), { format: FORMATS.count, ...NUMBERS })
  return draft
}

function lostDraft(lost: readonly Lost[]): SheetDraft {
  const heads = ['来源文件', '来源工作表', '位置', '未并入的原因', '原文（证件号码已遮盖）'], draft = new SheetDraft(NOT_READ)
  draft.put(1, 1, '未并入内容清单').merge(box(1, 1, 1, heads.length)).look(box(1, 1, 1, heads.length), 'title').height(1, 34)
  header(draft, 2, heads.map((head, at) => [head, [28, 18, 14, 46, 64][at] ?? 12] as const), 28)
  for (const [index, { file, sheet, where, why, content }] of lost.entries()) {
    draft.row(3 + index, 1, [file, sheet, where, why, content === '' ? null : content]).height(3 + index, 18 * Math.max(1, Math.ceil(why.length / 25), Math.ceil(content.length / 36)))
  }
  const last = 2 + Math.max(1, lost.length)
  draft.look(box(3, 1, last, heads.length), 'text', { size: 9 })
  draft.print({ frozenRows: 2, printTitleRows: [1, 2], tabColor: TABS.guide, footer: '&C&"微软雅黑,Regular"&9第 &P 页 共 &N 页', autoFilter: box(2, 1, last, heads.length) })
  return draft
}

