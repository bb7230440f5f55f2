import { columnBoxes, rowRuns } from '../../core/area'
import { sheetNamed } from '../../core/snapshot'
import { message } from '../../messages'
import { rule } from '../rule'

/** Two or three may share a telephone, a couple or an office; four hardly do. */
const FEWEST = 4

/** One mobile number for four people and more. */
export const phoneShared = rule({
  id: 'phone-shared', needs: ['roster:phone'], severity: 'warning', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '手机号码'], ...['甲某', '乙某', '丙某', '丁某'].map(name => ['河东社区', name, '正式', '13900000001'])],
    good: [['社区', '姓名', '人员类别', '手机号码'], ...['甲某', '乙某', '丙某'].map(name => ['河东社区', name, '正式', '13900000001'])],
  },
  run({ reading, snapshot }, report) {
    const phones = reading.tables.map(table => table.columns.find(({ key }) => key === 'phone')?.column ?? 0)
    const rows = reading.tables.map(table => sheetNamed(snapshot, table.sheet)?.rows ?? [])
    const seen = new Map<number, number>(), shared = new Map<number, { table: number; row: number }[]>()
    const each = (visit: (phone: number, table: number, row: number) => void): void => {
      for (const { table, row, presence } of reading.people) {
        const column = phones[table] ?? 0
        if (column === 0 || reading.tables[table]?.counted !== true || presence === 'vacant') continue
        const phone = mobileOf(rows[table]?.[row - 1]?.[column - 1] ?? null)
        if (phone !== 0) visit(phone, table, row)
      }
    }
    each(phone => seen.set(phone, (seen.get(phone) ?? 0) + 1))
    if (![...seen.values()].some(count => count >= FEWEST)) return
    each((phone, table, row) => {
      if ((seen.get(phone) ?? 0) < FEWEST) return
      const found = shared.get(phone)
      if (found === undefined) shared.set(phone, [{ table, row }])
      else found.push({ table, row })
    })
    for (const places of shared.values()) {
      for (const table of new Set(places.map(place => place.table))) {
        const own = reading.tables[table]
        if (own === undefined) continue
        const column = phones[table] ?? 1,
          area = {
            sheet: own.sheet,
            boxes: columnBoxes(rowRuns(places.filter(place => place.table === table).map(place => place.row)), column),
          }
        report({ at: area, subject: `${own.sheet}/phone/${String(places.find(place => place.table === table)?.row ?? 0)}`, message: message('finding.phone-shared', { count: places.length }) })
      }
    }
  },
})

/** A mobile number of eleven digits; 0 for anything else, since an office may have one line for all. */
function mobileOf(value: unknown): number {
  if (typeof value === 'number') return value >= 13_000_000_000 && value < 20_000_000_000 && Number.isInteger(value) ? value : 0
  if (typeof value !== 'string') return 0
  const digits = value.normalize('NFKC').replace(/[\s\-()+]/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? Number(digits) : 0
}
