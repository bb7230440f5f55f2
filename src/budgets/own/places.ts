import type { Reading, TableReading } from '../../core/reading'
import { cellAt } from '../../core/snapshot'
import type { SheetSnapshot, Snapshot } from '../../core/snapshot'
import { understand } from '../../vocabulary/budget-words'
import { normalise } from '../../vocabulary/normalise'

/** The towns and counties whose budget a workbook is: words of titles that are accounted for. Any other place is another unit's. */
export interface OwnPlaces {
  /** The text with its own places said by their level alone (镇, 市), and with the names of other places left in it. */
  without(text: string): string
  /** A title without the name of the one community that it is of, in a workbook that lists none. */
  ofOne(text: string): string
  /** The text is the name of the one town that the workbook is of: a line of it takes in everyone. */
  isTown(text: string): boolean
}

const PLACE = /^(?:(?:19|20)\d{2}(?:年度?)?)?((?:[\u4e00-\u9fff]{2,4}?(?:省|市|(?<![社小])区|县|旗|镇|乡|街道))+)/
const PIECE = /[\u4e00-\u9fff]{2,4}?(?:省|市|(?<![社小])区|县|旗|镇|乡|街道)/g
const NO_PLACE = /^(?:各|全|本|我|该|乡|城|县|市|省|区)(?:省|市|区|县|镇|乡|街道)$|城市|农村|年|财政|上级/

/** Places that a title or a line 填报单位：… begins with. */
function placesIn(text: string): string[] {
  const word = normalise(text).replace(/^(?:附件|附表|附|表)(?:\d{1,3}|[一二三四五六七八九十]{1,3})[:.、-]?/, '').replace(/^.{0,10}?(?:单位|部门|机构)(?:名称)?(?:\((?:盖章|公章|章|签章)\))?:/, '')
  const found = PLACE.exec(word)?.[1]
  return found === undefined ? [] : (found.match(PIECE) ?? []).filter(piece => !NO_PLACE.test(piece))
}

export function ownPlaces(snapshot: Snapshot, reading: Reading, ours: ReadonlySet<string>): OwnPlaces {
  const sheets = new Map(snapshot.sheets.map(sheet => [sheet.name, sheet]))
  const of = (tables: readonly TableReading[]): Set<string> => {
    const places = new Set<string>()
    for (const table of tables) {
      const sheet = sheets.get(table.sheet)
      for (const text of [table.sheet, table.title ?? '', ...(sheet === undefined ? [] : linesAbove(sheet, table.header.top))]) for (const place of placesIn(text)) places.add(place)
    }
    return places
  }
  const visible = reading.tables.filter(table => !table.hidden && !ours.has(table.sheet))
  let known = of(visible.filter(table => table.counted && (table.kind === 'staff' || table.kind === 'premises')))
  if (known.size === 0) {
    // No list says whose it is: one place alone in all the budget tables is the workbook's own.
    const budgets = of(visible), towns = [...budgets].filter(place => /[镇乡道]$/.test(place))
    if (towns.length <= 1) known = budgets
  }
  const words = [...known].sort((a, b) => b.length - a.length)
  // 姜堰区云浦镇: what stands in front of the own town is where it lies.
  const chain = (text: string): string => {
    const places = placesIn(text), own = places.findIndex(place => known.has(place))
    return own <= 0 || places.slice(0, own).some(place => /[镇乡道]$/.test(place)) ? text : places.slice(0, own).reduce((rest, place) => rest.replace(place, ''), text)
  }
  const towns = words.filter(word => /[镇乡道]$/.test(word)), [town] = towns
  // 2023年东湾社区居委会经费台账 in a workbook without a list: the one community that it is of, and nothing can be brought in.
  const isListed = reading.tables.some(table => table.counted && LISTS.has(table.kind))
  const alone = (text: string): string => (isListed ? text : text.replace(ONE_COMMUNITY, (whole, year: string, name: string) => (understand(name).unknown.join('') === name ? year : whole)))
  return { isTown: text => towns.length === 1 && normalise(text) === town, without: text => words.reduce((rest, word) => rest.replaceAll(word, /[镇乡道]$/.test(word) ? '镇' : '市'), chain(text)), ofOne: alone }
}

const LISTS: ReadonlySet<string> = new Set(['staff', 'premises', 'community', 'staffing-summary', 'pay'])
const ONE_COMMUNITY = /^((?:(?:19|20)\d{2}年度?)?)([\u4e00-\u9fff]{2,3})(?=社区|居委会)/

function linesAbove(sheet: SheetSnapshot, top: number): string[] {
  const lines: string[] = []
  for (let row = Math.max(1, top - 6); row < top; row++)
    for (let column = 1; column <= Math.min(40, sheet.rows[row - 1]?.length ?? 0); column++) {
      const value = cellAt(sheet, row, column)
      if (typeof value === 'string') lines.push(value)
    }
  return lines
}
