import type { LocalText } from '../core/plan'

/** Totals over plain values, and sheets against each other. */
export const totals = {
  'totals.wrong-sum': { 'zh-CN': '“{label}”为 {value}，各分项之和为 {expected}，相差 {difference}；同类的 {of} 处合计中有 {agree} 处成立。', en: '“{label}” is {value}; its parts add up to {expected}, a difference of {difference}. {agree} of {of} sister totals hold.' },
  'totals.wrong-product': { 'zh-CN': '“{label}”为 {value}，按其余各行的算法应为 {expected}，相差 {difference}；{of} 行中有 {agree} 行成立。', en: '“{label}” is {value}; calculated like the other rows it would be {expected}, a difference of {difference}. {agree} of {of} rows hold.' },
  'totals.wrong-share': { 'zh-CN': '“{label}”为 {value}，按其余各行的比率算法应为 {expected}，相差 {difference}；{of} 行中有 {agree} 行成立。', en: '“{label}” is {value}; as the share that the other rows show it would be {expected}, a difference of {difference}. {agree} of {of} rows hold.' },
  'totals.wrong-twice': { 'zh-CN': '“{label}”为 {value}，有 {mends} 处合计或乘积因它不成立；改为 {expected} 后全部成立，相差 {difference}。', en: '“{label}” is {value}, and {mends} sums or products fail with it; with {expected} they all hold, a difference of {difference}.' },
  'totals.share-differs': { 'zh-CN': '“{label}”为 {value}，按本行金额占合计的比重应为 {expected}；{of} 行中其余 {agree} 行一致。', en: '“{label}” is {value}; the share of its amount in the total is {expected}, and the {agree} other rows of {of} are those of theirs.' },
  'totals.balance-breaks': { 'zh-CN': '“{label}”为 {value}，按上行余额加收入减支出应为 {expected}，相差 {difference}；本列 {of} 行中有 {agree} 行接得上。', en: '“{label}” is {value}; the balance above with what came in and less what went out gives {expected}, a difference of {difference}. {agree} of {of} rows go on rightly.' },
  'totals.in-doubt': { 'zh-CN': '“{label}”为 {value}，{parts} 个分项之和为 {expected}，相差 {difference}。请核实是合计有误，还是分项有误或漏列。', en: '“{label}” is {value}; its {parts} parts add up to {expected}, a difference of {difference}. Either the total is wrong, or a part is wrong or missing.' },
  'totals.not-large': { 'zh-CN': '工作表太大，只核对了写明“合计”的行。', en: 'The sheet is too large: only rows that are called a total were held.' },

  'explain.total-wrong': { 'zh-CN': '手工填写的数与同类各列（行）都成立的关系不符：合计不等于分项之和，金额不等于人数乘标准，占比、增减率算错。按行、列分别学习关系，同类的列（行）投票；能使最多关系成立的单元格为有误处。有两个以上独立证据的为错误，否则为待核实；旁边注明按合同价、手工填列等的只作提示；四舍五入能解释的不报。', en: 'A typed number breaks what its sister columns or rows hold: a total that its parts do not add up to, an amount that is not persons times standard, a wrong share or growth rate. Relations are learnt along rows and columns, and sisters vote; the cell that makes most relations hold again is the one in doubt. With two independent witnesses it is an error, else a warning; with a note beside it (by contract, by hand) it is a remark; what rounding explains is left out.' },
  'explain.total-in-doubt': { 'zh-CN': '写有“合计”“小计”等字样、没有同类列可比的合计，与其分项之和不等。只作待核实，列出分项和差额：可能是合计错，也可能是分项错或漏列。', en: 'A total beside a total label, without sisters to compare with, differs from the sum of its parts. A warning only, with parts and difference: the total may be wrong, or a part wrong or missing.' },
} as const satisfies Readonly<Record<string, LocalText>>
