import { formatParam } from '../messages/format'
import { money } from './money'
import type { BudgetKind } from '../core/budget-figures'
import { Drawing, LINE, SMALL } from './drawing'
import { widthOf } from './picture'
import type { Picture, PictureOptions } from './picture'
import { textWidth } from './text-size'
import { word } from './words'

const ROW = 50, BAR = 12, TOP = 2

/** Cost by kind, today's above what it will be at the establishment; a kind without numbers says so. */
export function budgetByKind(kinds: readonly BudgetKind[], options: PictureOptions): Picture {
  const { language } = options, width = widthOf(options), drawing = new Drawing(width, options.id), title = word('kinds.title', language)
  const figures = kinds.flatMap(({ now, goal }) => [now, goal]).filter(figure => figure !== null)
  const room = width - Math.max(textWidth(word('missing', language), SMALL), ...figures.map(figure => textWidth(money(figure, language), SMALL))) - 6
  const most = Math.max(...figures.map(Math.abs), 0)
  if (kinds.length === 0) drawing.text(0, 16, word('kinds.none', language), { quiet: true })
  for (const [index, { label, now, goal }] of kinds.entries()) {
    const y = TOP + index * ROW
    drawing.text(0, y + 12, label[language], { most: width })
    for (const [figure, fill, top] of [[now, 'solid', y + 17], [goal, 'hatch', y + 31]] as const) {
      const length = figure === null || most === 0 ? 0 : (Math.max(0, figure) / most) * room
      drawing.line(0, top, 0, top + BAR).rect(0, top, length, BAR, fill)
      drawing.text(length + 5, top + BAR - 2, figure === null ? word('missing', language) : money(figure, language), { size: SMALL, quiet: figure === null })
    }
  }
  const end = kinds.length === 0 ? LINE + 6 : drawing.legend(TOP + kinds.length * ROW, [['solid', word('kinds.now', language)], ['hatch', word('kinds.goal', language)]])
  return {
    kind: 'budget-by-kind', title, note: null,
    drawing: drawing.finish(end, title),
    table: {
      header: (['kinds.kind', 'kinds.now', 'kinds.goal', 'kinds.change'] as const).map(key => word(key, language)),
      rows: kinds.map(({ label, now, goal }) => [
        label[language], ...[now, goal].map(figure => (figure === null ? word('missing', language) : money(figure, language))), now === null || goal === null ? '' : formatParam(goal - now, 'ratio', language),
      ]),
    },
  }
}
