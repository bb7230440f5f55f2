/** ☑自有 □租赁, 自有☑ 租赁□: boxes with their options before or behind them. ☒ is how Word ticks a ☐. */
const EMPTY = /[□☐◻]/, PRINTED = /[□☐◻☑☒]/, BOX = /[□☐◻☑☒■✅√✓✔]/
const BOXES = new RegExp(BOX.source, 'g')
const LONGEST = 400

/**
 * What a cell of printed boxes answers: the option whose box is ticked; of several ticked ones each option with its √ or ×; nothing where no
 * box is. `undefined` for any other text.
 */
export function chosen(text: string): string | undefined {
  if (text.length > LONGEST || !PRINTED.test(text)) return undefined
  const plain = text.trim(), boxes = plain.match(BOXES) ?? [], options = plain.split(BOXES).map(option => option.replace(/^[\s\u3000、,，;；:：/]+|[\s\u3000、,，;；/_]+$/g, ''))
  const isAhead = options[0] === '', named = isAhead ? options.slice(1) : options.slice(0, -1)
  if (boxes.length < 2 || named.length !== boxes.length || named.includes('') || (!isAhead && options.at(-1) !== '')) return undefined
  const told = named.map((option, at) => ({ option, isTicked: !EMPTY.test(boxes[at] ?? '') })), ticked = told.filter(({ isTicked }) => isTicked)
  if (ticked.length < 2) return ticked[0]?.option ?? ''
  return told.map(({ option, isTicked }) => `${isTicked ? '√' : '×'}${option}`).join('、')
}
