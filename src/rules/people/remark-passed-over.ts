import type { CellValue } from '../../core/cell'
import { maskText } from '../../core/mask'
import { message } from '../../messages'
import { rule } from '../rule'
import { onceAColumn } from './once-a-column'

const LONGEST = 14

/** Remarks with words that the program does not know, and that name no leaving as far as it can tell: their people are counted, and that is told once for each column. */
export const remarkPassedOver = rule({
  id: 'remark-passed-over', needs: ['roster:remark'], severity: 'info', fix: 'none', source: null,
  example: {
    bad: [['社区', '姓名', '人员类别', '备注'], ['河东社区', '甲某', '正式', '某某某']],
    good: [['社区', '姓名', '人员类别', '备注'], ['河东社区', '甲某', '正式', '网格长']],
  },
  people: (input, report) => onceAColumn(
    input,
    'value.remark-passed-over',
    ({ sheet, at, count, words }) => {
      report({
        at, subject: `${sheet}/remark/passed-over`,
        message: message('finding.remark-passed-over', { count, words: words.map(word => `“${word}”`).join('') }),
      })
    },
    shown,
  ),
})

function shown(value: CellValue): string | null {
  if (typeof value !== 'string') return null
  // Masked before it is cut: half an id is known to no mask.
  const text = maskText(value.trim())
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
