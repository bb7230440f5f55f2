import type { TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot } from '../../core/snapshot'
import { understand } from '../../vocabulary/budget-words'
import type { MeasureUnit, Said } from '../../vocabulary/budget-words'
import { communityName, isCommunityLabel } from '../../vocabulary/communities'
import { rowLabel } from '../../vocabulary/labels'
import { unitLine } from '../../vocabulary/money'
import { normalise } from '../../vocabulary/normalise'
import { merged, PERSONS } from './meaning'
import type { Block, TableMeaning } from './meaning'
import { notePrices } from './note-prices'
import type { OwnPlaces } from './places'
import { narrowedBy } from './title-scope'

const MOST_LINES_ABOVE = 12
/** Where a sheet says the unit of all its tables. */
const TOP_ROWS = 4
/** 2024-2028年 in a title: the years stand in the lines or columns below. */
const YEARS = /(?:19|20)\d{2}年?(?:度)?[-~—–至到](?:19|20)?\d{2}年度?/g
/** A title of a table that counts people. */
const HEADS = /(?:人员?|队伍|工作者|干部|社工)(?:分类|类别|构成|结构)?(?:配备|配置|编制|情况|统计|分布|数量|现状|构成|结构|分类)|编制(?:情况|使用|台账)|缺编|人数/

/** What the sheet's name, the title and the lines above a table say. They hold for every cell of it. */
export function tableMeaning(
  table: TableReading,
  sheet: SheetSnapshot,
  below: number,
  places: OwnPlaces,
  communities: ReadonlyMap<string, number>,
): TableMeaning {
  const blocks: Block[] = [],
    said: Said[] = [],
    notes: string[] = []
  const standards = new Map<'formal' | 'contracted', number>()
  let unit: MeasureUnit | null = null,
    unitPer: Said['per'] | null = null,
    community = -1,
    isOfHeads = false
  const title = (text: string): void => {
    const named = communities.get(communityName(text).name)
    if (named !== undefined) {
      community = named
      return
    }
    let rest = places.without(places.ofOne(normalise(text)))
    for (const [name, index] of communities) {
      const at = rest.indexOf(name)
      if (name.length < 2 || at < 0 || !/^(?:社区|居委会|居民委员会)/.test(rest.slice(at + name.length))) continue
      community = index
      rest = rest.replace(name, '')
      break
    }
    const found = understand(
      rest
        .replace(YEARS, '')
        .replace(/(?<=预算|经费|指标|收支)调整(?=$|情况|明细|[表方对计及])/g, '')
        .replace(/方案(?![一二三四甲乙丙丁a-dA-D\d])|历年/g, '')
        .replace(/^(?:sheet|表|附件|附表|附)[\d一二三四五六七八九十]{0,3}[:.、-]?/i, '')
        .replace(/\d{4}[年./-]\d{1,2}[月./-](?:\d{1,2}日?)?/g, ''),
    )
    said.push(...found.said)
    isOfHeads = HEADS.test(text) && !found.said.some(each => each.measure !== undefined && each.measure !== 'persons')
    for (const word of found.unknown) if (!/^\d{1,2}$/.test(word)) blocks.push({ why: 'word', word })
  }
  const titles = new Set<string>([sheet.name])
  title(sheet.name)
  for (let row = Math.max(below + 1, table.header.top - MOST_LINES_ABOVE); row < table.header.top; row++) {
    for (let column = 1; column <= Math.min(60, sheet.rows[row - 1]?.length ?? 0); column++) {
      const value = cellAt(sheet, row, column)
      if (typeof value !== 'string' || value.trim() === '') continue
      // 附件1：… is a title with its number.
      const word = normalise(value).replace(/^(?:附件|附表|表)[\d一二三四五六七八九十]{0,3}[:.、-]/, ''),
        stated = unitLine(word),
        label = rowLabel(word)
      if (stated !== null && /^[人名]$/.test(stated)) unit = PERSONS
      else if (stated !== null) {
        const found = understand(stated).said.findLast(each => each.unit !== undefined)
        unit = found?.unit ?? unit
        unitPer = found === undefined ? unitPer : (found.per ?? null)
      }
      const told = standardsIn(word)
      if (told.size > 0) for (const [kind, count] of told) standards.set(kind, count)
      else if (label === 'reporting-unit') blocks.push(...otherUnit(word, places, communities))
      else if (/截[至止]/.test(word)) said.push(...understand(/(?:19|20)\d{2}年/.exec(word)?.[0] ?? '').said)
      else if (
        label === 'unit-line' ||
        label === 'as-of' ||
        label === 'signature' ||
        isDate(word) ||
        (stated !== null && /^[([【]?.{0,4}单位/.test(word))
      )
        continue
      else if (label === 'note' || word.length > 40 || /[。;]/.test(word)) notes.push(word)
      else {
        titles.add(value)
        title(value.replace(/[（(【[]?(?:金额)?单位[:：][^）)】\]]*[）)】\]]?/, ''))
      }
    }
  }
  const bottom = table.body?.bottom ?? table.header.bottom
  for (let row = bottom - 3; row <= bottom + 6; row++) {
    for (const value of sheet.rows[row - 1] ?? [])
      if (typeof value === 'string' && rowLabel(value) === 'note') {
        notes.push(normalise(value))
        unit ??= unitInNote(normalise(value))
      }
  }
  const isOfStaff = said.some(word => word.subject === 'staff') && !said.some(word => OTHER_SUBJECTS.has(word.subject))
  blocks.push(...notes.flatMap(note => noteBlocks(note, isOfStaff)))
  // 2023年决算表: of that year, and its own arithmetic holds; nothing is brought in.
  const ofYear = said.some(word => word.year !== undefined) ? said.map(word => (word.word === '决算' ? { word: word.word } : word)) : said
  const common = merged([ofYear], blocks, word =>
    word.forbids === true && word.period === 'previous' ? { why: 'year', word: word.word } : null,
    true,
  )
  // 现状 in a title says which figures are meant; 目标 and 标准 there are only names.
  // 正式及聘用人员经费表: both kinds are the whole staff.
  const kinds = said.filter(word => word.staff !== undefined), isBoth = kinds.every(word => word.staff !== 'aside'), joined = kinds.map(word => word.word).join('')
  return {
    ...common,
    blocks: isBoth ? common.blocks.filter(block => block.why !== 'scope' || block.word !== joined) : common.blocks,
    // 人员经费分担表 is about staff; who bears it stands in its columns.
    subject: common.subject === 'remainder' && isOfStaff ? 'staff' : common.subject,
    unit: unit ?? common.unit ?? unitOfSheet(sheet, below),
    unitPer: unitPer ?? null,
    period: common.period === 'now' ? 'now' : null,
    side: said.find(each => each.side !== undefined)?.side ?? null,
    measure: said.findLast(each => each.measure !== undefined)?.measure ?? null,
    isOfHeads,
    apart: apartIn(sheet.name, places) ?? (isOfHeads ? null : (said.find(isOnTop)?.word ?? null)),
    someOf: said.find(word => word.some === true || word.who !== undefined || word.subject === 'principals')?.word ?? null,
    narrowed: narrowedBy(said, [...titles].join(' ')),
    isPartOfYear: said.some(word => (word.span === 'part' && /[一二三四上下前\d]/.test(word.word)) || (word.months !== undefined && /^\d{1,2}月$/.test(word.word))),
    community,
    standards,
    prices: notePrices(notes),
  }
}

/** 单位：万元 at the top of the sheet holds for a table further down that says none of its own. */
function unitOfSheet(sheet: SheetSnapshot, below: number): MeasureUnit | null {
  if (below === 0) return null
  for (const row of sheet.rows.slice(0, TOP_ROWS))
    for (const value of row) {
      const stated = typeof value === 'string' ? unitLine(normalise(value)) : null
      const unit = stated === null ? undefined : understand(stated).said.findLast(each => each.unit?.of === 'money')?.unit
      if (unit !== undefined) return unit
    }
  return null
}

/** A table reported by someone else: 填报单位：环卫所. */
function otherUnit(line: string, places: OwnPlaces, communities: ReadonlyMap<string, number>): Block[] {
  const unit = places.without(places.ofOne(line.replace(/^.*?[:：]/, '')).replace(/\((?:盖章|公章|章|签章)\)/g, '').replace(/(?:单位|日期|填报).*$/, ''))
  if (unit === '' || (isCommunityLabel(unit) && communities.has(communityName(unit).name))) return []
  return understand(unit).unknown.filter(word => !/^[_\s]*$/.test(word)).map(word => ({ why: 'word' as const, word }))
}

/** What comes on top of what is there, is missing from it or is too much of it. */
function isOnTop(word: Said): boolean {
  if (word.period === 'surplus' || word.period === 'decrement') return word.measure === undefined
  return (word.period === 'increment' || word.period === 'gap') && word.hint === undefined && word.measure === undefined
}

/** A sheet that names nothing but a level above, or something that is bought or done: its people are not the roster's. */
function apartIn(name: string, places: OwnPlaces): string | null {
  const { said } = understand(places.without(places.ofOne(normalise(name)))), words = said.filter(word => /[\u4e00-\u9fff]/.test(word.word))
  const isLevel = words.length > 0 && words.every(word => word.payer === 'higher'), about = words.filter(word => word.subject !== undefined || word.measure !== undefined || word.staff !== undefined)
  if (isLevel || (words.length === 1 && OFFICES.test(name))) return name
  return about.length > 0 && about.every(word => word.subject === 'item' && word.measure === undefined && word.staff === undefined) ? (about[0]?.word ?? null) : null
}

const OFFICES = /^(?:物业|财务|[\u4e00-\u9fff]{2,4}局)$/

const OTHER_SUBJECTS: ReadonlySet<Said['subject']> = new Set<Said['subject']>(['running', 'premises', 'fund', 'item'])

/** What a note leaves out is money for something else than people. */
function leavesOutOther(sign: string, said: readonly Said[], unknown: readonly string[]): boolean {
  return /^(?:不|剔除|扣除)/.test(sign) && unknown.length === 0 && said.some(word => OTHER_SUBJECTS.has(word.subject)) && said.every(word => word.staff === undefined && word.part === undefined && word.subject !== 'staff')
}

/**
 * Words of a note that change what a figure means: what is left out, other prices, an example. That kinds which the plan counts nowhere are
 * left out (不含公益性岗位) changes nothing; that they are in does.
 */
function noteBlocks(note: string, isOfStaff: boolean): Block[] {
  const blocks: Block[] = []
  for (const match of note.matchAll(/(不含|不包括|不包含|剔除|扣除|仅含|仅包括|只含|只包括|仅指|含税|按上年|上年数|去年数|示例|样例|仅供参考|(?<!不)包括|(?<![不仅只包])含)([^,，。;；)）]{0,16})/g)) {
    const [whole, sign = '', of = ''] = match
    const { said, unknown } = understand(of), classes = new Set(said.map(word => word.staff).filter(each => each !== undefined))
    // 不含办公经费 under a table of staff: it holds none anyway.
    const isOther = leavesOutOther(sign, said, unknown) && isOfStaff
    const isAside = unknown.length === 0 && classes.size === 1 && classes.has('aside'), leavesOut = /^(?:不|剔除|扣除)/.test(sign)
    // 聘用人员含劳务派遣 says what the plan does anyway.
    const isUsual = !leavesOut && /^(?:含|包括)$/.test(sign) && unknown.length === 0 && (classes.has('contracted') || classes.has('formal')) && !classes.has('aside')
    if ((isAside && leavesOut) || isUsual || isOther) continue
    if (/^(?:含|包括)$/.test(sign) && !classes.has('aside') && !/税/.test(of)) continue
    blocks.push({ why: 'word', word: whole })
  }
  return blocks
}

/** 注：本表金额单位为万元. */
function unitInNote(note: string): MeasureUnit | null {
  const word = /(?:金额|计量|货币|数据)?单位(?:均)?(?:为|是|[:：])(?:人民币)?([亿千百万]*元)/.exec(note)?.[1]
  return word === undefined ? null : (understand(word).said.findLast(each => each.unit?.of === 'money')?.unit ?? null)
}

function standardsIn(line: string): Map<'formal' | 'contracted', number> {
  const found = new Map<'formal' | 'contracted', number>()
  if (!/标准|每个?社区/.test(line) || !/每个?社区/.test(line)) return found
  const formal = /(?:正式|在编)[^\d,，、;；]{0,8}(\d{1,2})[名人]/.exec(line)?.[1], contracted = /(?:聘用|编外|合同制|临时)[^\d,，、;；]{0,8}(\d{1,2})[名人]/.exec(line)?.[1]
  if (formal !== undefined) found.set('formal', Number(formal))
  if (contracted !== undefined) found.set('contracted', Number(contracted))
  return found
}

function isDate(word: string): boolean {
  return /^(?:\(?(?:填报|制表|编制|填表|报送)?(?:日期|时间)?:?)?\d{4}[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?\)?$/.test(word)
}
