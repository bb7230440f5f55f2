import type { CellStyle } from '../../core/snapshot'
import type { Package } from './package'
import type { WorkbookPart } from './workbook-part'
import { builtinFormat } from './number-formats'
import { isOn, readXml } from './xml'
import type { Attributes } from './xml'

export interface StylesPart {
  /** By the style number that cells carry. */
  readonly cellStyles: readonly CellStyle[]
}

interface Font { bold: boolean; italic: boolean; strike: boolean; size: number | undefined; color: string | undefined }

/** How cells look, for drawing them: fonts, fills with theme colours and tints, number formats, alignment, borders. */
export async function readStyles(pack: Package, workbook: WorkbookPart): Promise<StylesPart> {
  const related = (type: string): string | undefined =>
    [...workbook.relationships.values()].find(relationship => relationship.type === type && !relationship.external)?.target
  const themePart = related('theme'), stylesPart = related('styles')
  const theme = themePart === undefined ? [] : readTheme((await pack.text(themePart)) ?? '', themePart)
  const source = stylesPart === undefined ? undefined : await pack.text(stylesPart)
  return { cellStyles: source === undefined || stylesPart === undefined ? [PLAIN] : readCellStyles(source, stylesPart, theme) }
}

const PLAIN: CellStyle = { format: 'General' }

function readCellStyles(source: string, part: string, theme: readonly string[]): CellStyle[] {
  const formats = new Map<number, string>()
  const fonts: Font[] = []
  const fills: (string | undefined)[] = []
  const borders: boolean[] = []
  const styles: CellStyle[] = []
  const path: string[] = []
  let font: Font | undefined
  let pattern = 'none'
  let current: { -readonly [K in keyof CellStyle]: CellStyle[K] } | undefined
  const indexed: string[] = [...INDEXED]
  const color = (attributes: Attributes): string | undefined => colorOf(attributes, theme, indexed)
  let customIndexed = 0
  readXml(source, part, {
    open(element, attributes) {
      const parent = path[path.length - 1]
      path.push(element)
      const inCells = path.includes('cellXfs')
      if (path.includes('dxfs')) return
      switch (element) {
        case 'numFmt':
          formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
          return
        case 'rgbColor':
          indexed[customIndexed++] = `#${(attributes['rgb'] ?? '').slice(-6)}`
          return
        case 'font':
          if (parent === 'fonts') fonts.push((font = { bold: false, italic: false, strike: false, size: undefined, color: undefined }))
          return
        case 'b':
          if (font !== undefined) font.bold = attributes['val'] === undefined || isOn(attributes['val'])
          return
        case 'i':
          if (font !== undefined) font.italic = attributes['val'] === undefined || isOn(attributes['val'])
          return
        case 'strike':
          if (font !== undefined && parent === 'font') font.strike = attributes['val'] === undefined || isOn(attributes['val'])
          return
        case 'sz':
          if (font !== undefined) font.size = Number(attributes['val']) || undefined
          return
        case 'color':
          if (font !== undefined && parent === 'font') font.color = color(attributes)
          return
        case 'fill':
          if (parent === 'fills') fills.push(undefined)
          return
        case 'patternFill':
          pattern = attributes['patternType'] ?? 'none'
          return
        case 'fgColor':
          if (pattern !== 'none' && fills.length > 0) fills[fills.length - 1] = color(attributes)
          return
        case 'border':
          if (parent === 'borders') borders.push(false)
          return
        case 'left':
        case 'right':
        case 'top':
        case 'bottom':
          if (attributes['style'] !== undefined && attributes['style'] !== 'none' && borders.length > 0) borders[borders.length - 1] = true
          return
        case 'xf': {
          if (!inCells) return
          const id = Number(attributes['numFmtId'] ?? 0)
          const its = fonts[Number(attributes['fontId'] ?? 0)], fill = fills[Number(attributes['fillId'] ?? 0)]
          current = { format: formats.get(id) ?? builtinFormat(id) }
          if (its?.bold === true) current.bold = true
          if (its?.italic === true) current.italic = true
          if (its?.strike === true) current.strike = true
          if (its?.color !== undefined) current.color = its.color
          if (its?.size !== undefined) current.size = its.size
          if (fill !== undefined) current.fill = fill
          if (borders[Number(attributes['borderId'] ?? 0)] === true) current.border = true
          styles.push(current)
          return
        }
        case 'alignment': {
          if (!inCells || current === undefined) return
          const { horizontal, wrapText } = attributes
          if (horizontal === 'left' || horizontal === 'right' || horizontal === 'center') current.align = horizontal
          else if (horizontal === 'centerContinuous' || horizontal === 'distributed') current.align = 'center'
          if (isOn(wrapText)) current.wrap = true
          return
        }
        case 'protection':
          if (inCells && current !== undefined && attributes['locked'] !== undefined && !isOn(attributes['locked'])) current.locked = false
      }
    },
    close(element) {
      path.pop()
      if (element === 'font') font = undefined
      else if (element === 'xf') current = undefined
    },
  })
  return styles.length === 0 ? [PLAIN] : styles
}

/** Theme colours in the order that `theme="n"` counts: light and dark are swapped against the file's order. */
function readTheme(source: string, part: string): string[] {
  const found = new Map<string, string>()
  let slot: string | undefined
  let inScheme = false
  readXml(source, part, {
    open(element, attributes) {
      if (element === 'clrScheme') inScheme = true
      else if (!inScheme) return
      else if (element === 'sysClr') found.set(slot ?? '', `#${(attributes['lastClr'] ?? '000000').toLowerCase()}`)
      else if (element === 'srgbClr') found.set(slot ?? '', `#${(attributes['val'] ?? '000000').toLowerCase()}`)
      else slot = element
    },
    close(element) {
      if (element === 'clrScheme') inScheme = false
    },
  })
  return ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map(name => found.get(name) ?? '#000000')
}

function colorOf(attributes: Attributes, theme: readonly string[], indexed: readonly string[]): string | undefined {
  const { rgb, theme: themeIndex, indexed: index, tint } = attributes
  let color: string | undefined
  if (rgb !== undefined && /^[0-9a-fA-F]{6,8}$/.test(rgb)) color = `#${rgb.slice(-6).toLowerCase()}`
  else if (themeIndex !== undefined) color = theme[Number(themeIndex)]
  else if (index !== undefined) color = indexed[Number(index)]
  return color === undefined || tint === undefined ? color : tinted(color, Number(tint) || 0)
}

/** A tint lightens towards white or darkens towards black in HSL, as ECMA-376 18.8.19 describes. */
export function tinted(color: string, tint: number): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  const high = Math.max(r, g, b), low = Math.min(r, g, b), spread = high - low
  let lightness = (high + low) / 2
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1))
  const hue = spread === 0 ? 0 : high === r ? ((g - b) / spread + 6) % 6 : high === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  lightness = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint
  const chroma = (1 - Math.abs(2 * lightness - 1)) * saturation,
    base = lightness - chroma / 2,
    middle = chroma * (1 - Math.abs((hue % 2) - 1))
  const parts =
    hue < 1
      ? [chroma, middle, 0]
      : hue < 2
        ? [middle, chroma, 0]
        : hue < 3
          ? [0, chroma, middle]
          : hue < 4
            ? [0, middle, chroma]
            : hue < 5
              ? [middle, 0, chroma]
              : [chroma, 0, middle]
  return `#${parts.map(part => Math.round(Math.min(1, Math.max(0, part + base)) * 255).toString(16).padStart(2, '0')).join('')}`
}

const EIGHT = ['#000000', '#ffffff', '#ff0000', '#00ff00', '#0000ff', '#ffff00', '#ff00ff', '#00ffff']
/** The old palette (ECMA-376 18.8.27). */
const INDEXED: readonly string[] = [
  ...EIGHT, ...EIGHT,
  '#800000', '#008000', '#000080', '#808000', '#800080', '#008080', '#c0c0c0', '#808080', '#9999ff', '#993366', '#ffffcc', '#ccffff', '#660066', '#ff8080', '#0066cc', '#ccccff',
  '#000080', '#ff00ff', '#ffff00', '#00ffff', '#800080', '#800000', '#008080', '#0000ff', '#00ccff', '#ccffff', '#ccffcc', '#ffff99', '#99ccff', '#ff99cc', '#cc99ff', '#ffcc99',
  '#3366ff', '#33cccc', '#99cc00', '#ffcc00', '#ff9900', '#ff6600', '#666699', '#969696', '#003366', '#339966', '#003300', '#333300', '#993300', '#993366', '#333399', '#333333',
]
