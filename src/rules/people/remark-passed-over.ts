import { addRow, columnBoxes } from '../../core/area'
import { maskText } from '../../core/mask'
import { cellAt, sheetNamed } from '../../core/snapshot'
import { message } from '../../messages'
import { rule } from '../rule'

const EXAMPLES = 3, LONGEST = 14

interface Column {
  readonly table: number
  readonly column: number
  readonly runs: number[]
  /** The first remarks, as they are shown. */
  readonly words: Set<string>
  count: number
}

/** Remarks with words that the program does not know, and that name no leaving as far as it can tell: their people are counted, and that is told once for each column. */
export const remarkPassedOver = rule({
  id: 'remark-passed-over', needs: ['roster:remark'], severity: 'info', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '备注'], ['河东社区', '甲某', '正式', '某某某']],
    good: [['社区', '姓名', '人员类别', '备注'], ['河东社区', '甲某', '正式', '网格长']],
  },
  people({ reading, snapshot }, report) {
    const columns = new Map<string, Column>()
    return {
      keys: ['value.remark-passed-over'],
      note({ at: column }, { table, row }) {
        if (column === undefined) return
        const key = `${String(table)}/${String(column)}`, own = columns.get(key) ?? { table, column, runs: [], words: new Set<string>(), count: 0 }
        columns.set(key, own)
        addRow(own.runs, row)
        own.count++
        if (own.words.size >= EXAMPLES) return
        const sheet = sheetNamed(snapshot, reading.tables[table]?.sheet ?? ''), value = sheet === undefined ? null : cellAt(sheet, row, column)
        if (typeof value !== 'string') return
        // Masked before it is cut: half an id is known to no mask.
        const text = maskText(value.trim())
        own.words.add(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
      },
      end() {
        for (const { table, column, runs, words, count } of columns.values()) {
          const sheet = reading.tables[table]?.sheet ?? ''
          report({
            at: { sheet, boxes: columnBoxes(runs, column) }, subject: `${sheet}/remark/passed-over`,
            message: message('finding.remark-passed-over', { count, words: [...words].map(word => `“${word}”`).join('') }),
          })
        }
      },
    }
  },
})
