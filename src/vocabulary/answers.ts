/** Yes and no as forms write them. */
const YES = new Set(['是', '有', '√', '✓', '✔', '☑', '✅', '☒√', 'y', 'yes', 'true', 't', '对', '已', '是的', '●', '○', '◯', '⚫', '■', 'v', '有的', '已列入', '列入'])
const NO = new Set(['否', '无', '没有', '×', '✗', '✘', '✕', '✖', '☐', '□', 'x', 'n', 'no', 'false', 'f', '不是', '非', '未', '没', '不', '未列入', '/', '\\', '-', '—', '–', '——', '－', '0'])

/** `yes` or `no` when the normalised word is a plain answer or a tick, else `null`. A bare 1 is yes; 0 and a stroke are no. */
export function plainAnswer(word: string): 'yes' | 'no' | null {
  const lower = word.toLowerCase()
  if (YES.has(lower) || lower === '1') return 'yes'
  if (NO.has(lower)) return 'no'
  return null
}

/** Strokes and words that a form uses to say "nothing here". */
const NOTHING = new Set(['', '/', '//', '\\', '-', '--', '---', '—', '——', '–', '_', '__', '...', '……', '.', '·', '?', '??', '未填', '未填写', '空白', 'n/a', 'na', 'null', 'none', 'nil', '#n/a', '待补', '待补充', '待填', '待核', '待核实', '待查', '待定', '不详', '不明', '未知', '不清', '不清楚', '未提供', '暂无', '暂缺', '缺失', '请选择', '--请选择--', '-请选择-', '未登记', '未采集', '待完善', '待确认', '缺'])

/** Nothing that a person could read: strokes, 不详, 待补充, 请选择. */
export function isNothing(word: string): boolean {
  return NOTHING.has(word.toLowerCase())
}

/** "Not known yet": somebody knows that something belongs here, and not what. Never a blank that means "as usual". */
const NOT_YET = new Set(['待核', '待核实', '待定', '待查', '不详', '不明', '未知', '不清', '不清楚', '另附', '详见附件', '见附件', '待确认', '待补充', '待补', '待填', '待完善', '?', '??', '未定', '待认定', '待研究', '待明确'])

export function isNotKnownYet(word: string): boolean {
  return NOT_YET.has(word)
}
