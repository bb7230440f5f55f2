import type { Place } from '../../core/place'
import type { ColumnKey } from '../../core/reading'
import { columnAt } from '../../core/table-columns'
import { message } from '../../messages'
import { rule } from '../rule'
import type { RuleInput } from '../rule'
import { placed } from './sites'

/** Households, compounds and what follows from them: named by the plan and judged by no standard here, so for information. */
export const communityScale = rule({
  id: 'community-scale', needs: [], severity: 'info', fix: 'none', source: 'source-plan 2023',
  example: {
    bad: [['社区名称', '户数', '小区数', '有物业小区数'], ['河东社区', 900, 3, 1], ['河西社区', 800, 2, 1]],
    good: [['社区名称', '使用面积'], ['河东社区', 220], ['河西社区', 150]],
  },
  run(input, report) {
    const { whole } = input.facts,
      households = input.reading.communities.flatMap(community => (community.households === null ? [] : [community.households]))
    const cells = placed(
      households
        .map(known => known.place)
        .filter(
          (place, at, all) =>
            all.findIndex(each => each.sheet === place.sheet && each.row === place.row && each.column === place.column) === at,
        ),
    )
    if (whole.households !== null && whole.households > 0 && households.length === input.reading.communities.length) {
      const workers = whole.headcount.counted
      if (workers > 0) report({ ...cells, subject: 'overall/households-per-worker', message: message('finding.community-sizes', { households: whole.households, perWorker: Math.round((whole.households / workers) * 10) / 10 }) })
      const area = whole.premises?.facility.value ?? null
      if (area !== null) report({ ...cells, subject: 'overall/area-per-100-households', message: message('finding.community-areas', { per100: Math.round((area * 1000) / whole.households) / 10 }) })
    }
    const compounds = totalOf(input, 'compounds'), managed = totalOf(input, 'managed')
    if (compounds === null) return
    report({
      ...placed([...compounds.places, ...(managed?.places ?? [])]), subject: 'overall/compounds',
      message: managed === null ? message('finding.compounds-counted', { compounds: compounds.sum }) : message('finding.compounds-managed', { compounds: compounds.sum, managed: managed.sum }),
    })
  },
})

/** The numbers of a column over the rows that are data, in the first list that has it. */
function totalOf({ reading, snapshot }: RuleInput, key: ColumnKey): { readonly sum: number; readonly places: readonly Place[] } | null {
  for (const table of reading.tables) {
    const column = columnAt(table, key), sheet = snapshot.sheets.find(each => each.name === table.sheet)
    if (!table.counted || column === 0 || sheet === undefined || table.body === null) continue
    const skipped = new Set(table.skipped.map(({ row }) => row)), places: Place[] = []
    let sum = 0
    for (let row = table.body.top; row <= table.body.bottom; row++) {
      const value = sheet.rows[row - 1]?.[column - 1]
      if (skipped.has(row) || typeof value !== 'number') continue
      sum += value
      if (places.length < MOST_CELLS) places.push({ sheet: table.sheet, row, column })
    }
    if (places.length > 0) return { sum, places }
  }
  return null
}

const MOST_CELLS = 60
