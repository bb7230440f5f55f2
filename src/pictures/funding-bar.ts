import type { BudgetSources } from '../core/budget-figures'
import { Drawing, LINE, SMALL } from './drawing'
import type { Fill } from './drawing'
import { money } from './money'
import { widthOf } from './picture'
import type { Picture, PictureOptions } from './picture'
import { word } from './words'

const ROW = 42, BAR = 18, TOP = 2
const FILLS: readonly Fill[] = ['solid', 'hatch', 'dots', 'blank']

/** Who pays for the staff, as one stacked bar for today and one for the establishment. A part that nobody gave is named and not drawn. */
export function fundingBar(sources: BudgetSources | null, options: PictureOptions): Picture {
  const { language } = options, width = widthOf(options), drawing = new Drawing(width, options.id)
  const title = word('sources.title', language), parts = sources?.parts ?? []
  const scopes = [['kinds.now', parts.map(({ now }) => now)], ['kinds.goal', parts.map(({ goal }) => goal)]] as const
  const most = Math.max(0, ...scopes.map(([, values]) => values.reduce((sum: number, value) => sum + Math.max(0, value ?? 0), 0)))
  const text = (value: number | null): string => (value === null ? word('missing', language) : money(value, language))
  let end = LINE + 6
  if (sources === null || most === 0) drawing.text(0, 16, word('sources.none', language), { quiet: true })
  else {
    for (const [index, [scope, values]] of scopes.entries()) {
      const y = TOP + index * ROW, known = values.filter(value => value !== null)
      drawing.text(0, y + 12, word(scope, language)).text(width, y + 12, money(known.reduce((a, b) => a + b, 0), language), { size: SMALL, anchor: 'end' })
      let left = 0.5
      for (const [part, value] of values.entries()) {
        const length = (Math.max(0, value ?? 0) / most) * (width - 1)
        drawing.rect(left, y + 18, length, BAR, FILLS[part % FILLS.length] ?? 'blank')
        left += length
      }
    }
    end = drawing.legend(TOP + scopes.length * ROW, parts.map(({ label, now, goal }, part) => [FILLS[part % FILLS.length] ?? 'blank', `${label[language]} ${text(now)} / ${text(goal)}`] as const))
  }
  const negative = parts.flatMap(({ label, now, goal }) => [now, goal].filter(value => value !== null && value < 0).map(value => word('sources.negative', language, { label, value })))
  const open = parts.filter(({ now, goal }) => now === null || goal === null).map(({ label }) => label[language])
  const notes = [sources?.scenario ?? '', open.length === 0 ? '' : word('sources.open', language, { labels: open }), ...negative].filter(note => note !== '')
  return {
    kind: 'funding-bar', title, note: notes.length === 0 ? null : notes.join(' '),
    drawing: drawing.finish(end, title),
    table: {
      header: (['sources.source', 'kinds.now', 'kinds.goal'] as const).map(key => word(key, language)),
      rows: parts.map(({ label, now, goal }) => [label[language], text(now), text(goal)]),
    },
  }
}
