import { unitLine } from '../vocabulary/money'
import { normalise } from '../vocabulary/normalise'
import { premisesItem } from '../vocabulary/premises-items'
import type { FoundTable } from './found-table'
import { sampleRows } from './settle-table'

/** Fewer columns of uses may be anything; where no line says that they are areas, more of them must hold numbers too large for anything else. */
const FEWEST = 2, FEWEST_UNSAID = 3
/** Smaller numbers are counts of rooms. */
const SMALLEST_AREA = 8, MOSTLY = 0.8
const SAYS_AREA = /面积|平方米|平米|㎡|m2|m²/

/**
 * 社区用房使用面积统计表（单位：㎡） over 办公用房 | 活动用房 | 警务室 | 合计, none of which says 面积: the title is the group of all of them,
 * as 使用面积 merged over the same words would be. Without it the first use was taken for the whole.
 */
export function underAreaTitle(found: FoundTable): FoundTable {
  if (found.cards !== undefined || found.levels.some(words => words.some(word => SAYS_AREA.test(word)))) return found
  const columns = found.levels.flatMap((words, at) => {
    const [only] = words
    if (words.length !== 1 || only === undefined) return []
    return HELD.test(only) || (premisesItem(only) !== null && premisesItem(only)?.kind !== 'outside') ? [at] : []
  })
  const held = columns.filter(at => HELD.test(found.levels[at]?.[0] ?? '')).length
  const group = groupOf(found, columns.length)
  if (group === null || columns.length < FEWEST || (held > 0 && !saysArea(found))) return found
  if ((held < FEWEST && !columns.some(at => premisesItem(found.levels[at]?.[0] ?? '')?.kind === 'part')) || !holdAreas(found, columns)) return found
  return { ...found, levels: found.levels.map((words, at) => (columns.includes(at) ? [group, ...words] : words)) }
}

/** 自有 | 租用 | 借用: how each part is held. Only a line that speaks of areas makes areas of them. */
const HELD = /^(?:其中[:：]?)?(?:自有|自建|购置|划拨|产权|自有产权|配建|移交|租赁|租用|租借|租入|承租|借用|无偿使用)$/

/** The area that the lines above the table, or its sheet's name, are about. */
function groupOf(found: FoundTable, columns: number): string | null {
  const lines = linesOf(found)
  const area = lines.find(line => /面积/.test(line)), unit = lines.map(unitLine).find(line => line !== null) ?? null
  if (area === undefined) return (unit !== null && SAYS_AREA.test(unit)) || columns >= FEWEST_UNSAID ? '面积' : null
  const usable = /使用面积|实用面积/.test(area), built = /建筑面积|建面/.test(area)
  if (usable && built) return null
  return usable ? '使用面积' : built ? '建筑面积' : '面积'
}

function linesOf(found: FoundTable): readonly string[] {
  return [...found.heading.flatMap(({ value }) => (typeof value === 'string' ? [normalise(value)] : [])), normalise(found.sheet.name)]
}

function saysArea(found: FoundTable): boolean {
  return linesOf(found).some(line => /面积/.test(line) || SAYS_AREA.test(unitLine(line) ?? ''))
}

/** Numbers, and nearly all of them too large for counts of rooms. */
function holdAreas(found: FoundTable, columns: readonly number[]): boolean {
  let numbers = 0, large = 0
  for (const cells of sampleRows(found))
    for (const at of columns) {
      const value = cells[found.header.left + at - 1] ?? null
      if (value === null || value === '' || value === 0) continue
      if (typeof value !== 'number') return false
      numbers++
      if (value >= SMALLEST_AREA) large++
    }
  return numbers > 0 && large >= numbers * MOSTLY
}
