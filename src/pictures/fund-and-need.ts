import type { BudgetFigures, BudgetYear } from '../core/budget-figures'
import { Drawing, LINE, SMALL } from './drawing'
import type { Fill } from './drawing'
import { money } from './money'
import { widthOf } from './picture'
import type { Picture, PictureOptions } from './picture'
import { textWidth } from './text-size'
import { word } from './words'

const ROW = 14, BAR = 10, TOP = 2

/** Money for premises against receipts of the construction fund, year by year, and what must be advanced meanwhile. */
export function fundAndNeed({ years, bridging }: Pick<BudgetFigures, 'years' | 'bridging'>, options: PictureOptions): Picture {
  const { language } = options, width = widthOf(options), drawing = new Drawing(width, options.id), title = word('years.title', language)
  const known = years.flatMap(({ need, fund, bridging: gap }) => [need, fund, gap]), figures = known.filter(figure => figure !== null)
  const left = Math.max(0, ...years.map(({ year }) => textWidth(String(year), SMALL))) + 8
  const values = [word('missing', language), ...figures.map(figure => money(figure, language))]
  const room = width - left - Math.max(...values.map(value => textWidth(value, SMALL))) - 6
  const most = Math.max(0, ...figures)
  let y = TOP
  if (years.length === 0) {
    drawing.text(0, 16, word('years.none', language), { quiet: true })
    y += LINE
  }
  for (const each of years) {
    const lines = linesOf(each)
    drawing.text(0, y + BAR, String(each.year), { size: SMALL, bold: true })
    drawing.line(left, y, left, y + lines.length * ROW - 3, { quiet: true })
    for (const [index, [figure, fill]] of lines.entries()) {
      const top = y + index * ROW, length = figure === null || most === 0 ? 0 : (Math.max(0, figure) / most) * room
      drawing.rect(left, top, length, BAR, fill).text(left + length + 5, top + BAR - 1, figure === null ? word('missing', language) : money(figure, language), { size: SMALL, quiet: figure === null })
    }
    y += lines.length * ROW + 8
  }
  const gaps = years.some(each => (each.bridging ?? 0) > 0)
  const end = years.length === 0 ? y + 6 : drawing.legend(y - 4, [['solid', word('years.need', language)], ['hatch', word('years.fund', language)], ...(gaps ? [['blank', word('years.bridging', language)] as const] : [])])
  const text = (figure: number | null): string => (figure === null ? word('missing', language) : money(figure, language))
  return {
    kind: 'fund-and-need', title, note: bridging === null || bridging <= 0 ? null : word('years.most', language, { value: bridging }),
    drawing: drawing.finish(end, title),
    table: {
      header: (['years.year', 'years.need', 'years.fund', 'years.bridging'] as const).map(key => word(key, language)),
      rows: years.map(({ year, need, fund, bridging: gap }) => [String(year), text(need), text(fund), text(gap)]),
    },
  }
}

/** Need and fund always; the advance where there is one, or where it is not known although both are. */
function linesOf({ need, fund, bridging }: BudgetYear): (readonly [number | null, Fill])[] {
  return [[need, 'solid'], [fund, 'hatch'], ...(bridging !== null && bridging > 0 ? [[bridging, 'blank'] as const] : [])]
}
