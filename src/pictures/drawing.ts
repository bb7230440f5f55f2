import { element } from './element'
import type { Element } from './element'
import { fitted, textWidth } from './text-size'

/**
 * How a shape is filled. One colour only, the page's own: what is told apart is told by pattern, so that it reads in black and white, in the
 * dark and in forced colours alike.
 */
export type Fill = 'solid' | 'hatch' | 'dots' | 'blank'

export interface TextLook {
  /** Default 12. */
  readonly size?: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly bold?: boolean
  /** Quieter than the rest. */
  readonly quiet?: boolean
  /** The text is cut to this width; it is whole in the tooltip. */
  readonly most?: number
  /** For the page's style: the colour of a verdict. */
  readonly name?: string
}

export interface LineLook {
  readonly dash?: boolean
  /** Default 1. */
  readonly weight?: number
  readonly quiet?: boolean
}

/** Sizes of text and rows, in units of the picture: pixels where it is drawn at its own width. */
export const TEXT = 12, SMALL = 11, LINE = 18

const FONTS = '"Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/** A picture in the making: shapes are put where they belong, `finish` gives the `svg`. */
export class Drawing {
  private readonly shapes: Element[] = []
  private readonly patterns = new Set<Fill>()

  /** @param id begins the names of the patterns: two pictures of one page must differ in it */
  constructor(readonly width: number, private readonly id: string) {}

  rect(x: number, y: number, width: number, height: number, fill: Fill): this {
    if (width <= 0 || height <= 0) return this
    this.patterns.add(fill)
    const paint = fill === 'solid' ? { fill: 'currentColor', 'fill-opacity': 0.72 } : { fill: fill === 'blank' ? 'none' : `url(#${this.id}-${fill})` }
    const edge = fill === 'solid' ? {} : { stroke: 'currentColor', 'stroke-width': 0.8 }
    this.shapes.push(element('rect', { x: at(x), y: at(y), width: at(width), height: at(height), ...paint, ...edge }))
    return this
  }

  line(x1: number, y1: number, x2: number, y2: number, look: LineLook = {}): this {
    this.shapes.push(
      element('line', {
        x1: at(x1), y1: at(y1), x2: at(x2), y2: at(y2), stroke: 'currentColor', 'stroke-width': look.weight ?? 1,
        'stroke-dasharray': look.dash === true ? '4 2' : null, 'stroke-opacity': look.quiet === true ? 0.35 : null,
      }),
    )
    return this
  }

  /** The sign that a bar goes on beyond the picture. */
  goesOn(x: number, y: number, height: number): this {
    const d = `M${at(x - 6)} ${at(y)}l6 ${at(height / 2)}l-6 ${at(height / 2)}`
    this.shapes.push(element('path', { d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.2 }))
    return this
  }

  /** @param y of the text's foot */
  text(x: number, y: number, words: string, look: TextLook = {}): this {
    const { size = TEXT, anchor = 'start', bold = false, quiet = false, most, name } = look
    const shown = most === undefined ? words : fitted(words, most, size, bold)
    if (shown === '') return this
    this.shapes.push(
      element('text', {
        x: at(x), y: at(y), 'font-size': size, fill: 'currentColor', 'text-anchor': anchor === 'start' ? null : anchor, 'font-weight': bold ? 600 : null,
        'fill-opacity': quiet ? 0.75 : null, class: name ?? null,
      }, shown, shown === words ? null : element('title', {}, words)),
    )
    return this
  }

  /** Patterns with their words, side by side and on as many lines as they need. @returns the y below them */
  legend(y: number, entries: readonly (readonly [Fill, string])[], x = 0): number {
    let left = x, foot = y + LINE - 5
    for (const [fill, words] of entries) {
      const wide = Math.min(20 + textWidth(words, SMALL) + 12, this.width - x)
      if (left > x && left + wide > this.width) {
        left = x
        foot += LINE
      }
      this.rect(left + 0.5, foot - 9, 14, 9, fill).text(left + 19, foot, words, { size: SMALL, most: this.width - left - 19 })
      left += wide
    }
    return foot + 6
  }

  finish(height: number, title: string): Element {
    const patterns = [...this.patterns].filter(fill => fill === 'hatch' || fill === 'dots').map(fill => this.pattern(fill))
    return element(
      'svg',
      {
        viewBox: `0 0 ${at(this.width)} ${at(height)}`, width: at(this.width), height: at(height), role: 'img', 'aria-label': title,
        'font-family': FONTS, style: 'font-variant-numeric: tabular-nums; max-width: 100%; height: auto',
      },
      patterns.length > 0 && element('defs', {}, patterns),
      this.shapes,
    )
  }

  private pattern(fill: Fill): Element {
    const inside = fill === 'hatch'
      ? element('path', { d: 'M-1 1l2-2M0 6l6-6M5 7l2-2', stroke: 'currentColor', 'stroke-width': 1.3 })
      : element('circle', { cx: 2, cy: 2, r: 0.9, fill: 'currentColor' })
    const size = fill === 'hatch' ? 6 : 4
    return element('pattern', { id: `${this.id}-${fill}`, width: size, height: size, patternUnits: 'userSpaceOnUse' }, inside)
  }
}

/** A place to a tenth of a pixel: shorter files, and the same picture on every machine. */
function at(value: number): number {
  return Math.round(value * 10) / 10
}
