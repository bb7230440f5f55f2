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
  const words = found.levels.map(levels => (levels.length === 1 ? (levels[0] ?? '') : ''))
  // 一楼 | 二楼 | 合计（㎡）: the unit of the total is that of its parts.
  const isSum = (word: string): boolean => /[(]/.test(word) && premisesItem(word)?.isSum === true
  if (found.cards !== undefined || found.levels.some(levels => levels.some(word => SAYS_AREA.test(word) && !isSum(word)))) return found
  const columns = words.flatMap((word, at) => {
    const item = word === '' ? null : premisesItem(word)
    return HELD.test(word) || FLOOR.test(word) || (item !== null && item.kind !== 'outside') ? [at] : []
  })
  const named = columns.filter(at => HELD.test(words[at] ?? '') || FLOOR.test(words[at] ?? '')).length
  const group = groupOf(found, columns.length), said = saysArea(found) || words.some(word => isSum(word) && SAYS_AREA.test(word))
  if (group === null || columns.length < FEWEST || (named > 0 && !said)) return found
  if ((named < FEWEST && !columns.some(at => premisesItem(words[at] ?? '')?.kind === 'part')) || !holdAreas(found, columns)) return found
  return { ...found, levels: found.levels.map((levels, at) => (columns.includes(at) ? [group, ...levels] : levels)) }
}

/** 自有 | 租用 | 借用: how each part is held. Only a line that speaks of areas makes areas of them. */
const HELD = /^(?:其中[:：]?)?(?:自有|自建|购置|划拨|产权|自有产权|配建|移交|租赁|租用|租借|租入|承租|借用|无偿使用)$/

/** A floor by itself says nothing of what is counted on it. */
const FLOOR = /^(?:地上|地下)?(?:[一二三四五六\d底顶负][楼层]|(?:主|附|辅|副|东|西|南|北)楼)$/

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
