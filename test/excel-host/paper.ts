import { areaOf } from './ranges'
import type { Sheet } from './book'
import { Node, text } from './node'
import type { EmulatedClass, Scalar } from './node'
import { areaName } from './address'

function kept(key: string, plain: string | number | boolean): Scalar<Sheet> {
  return { get: sheet => sheet.page.get(key) ?? plain, set: (sheet, value) => { sheet.page.set(key, typeof value === 'object' ? JSON.stringify(value) : value) } }
}

export const pageLayout: EmulatedClass<Sheet> = {
  type: 'PageLayout',
  scalars: {
    Orientation: kept('orientation', 'Portrait'),
    PaperSize: kept('paperSize', 'Letter'),
    CenterHorizontally: kept('centerHorizontally', false),
    Zoom: kept('zoom', '{"scale":100}'),
    LeftMargin: kept('leftMargin', 50), RightMargin: kept('rightMargin', 50), TopMargin: kept('topMargin', 54), BottomMargin: kept('bottomMargin', 54),
    HeaderMargin: kept('headerMargin', 22), FooterMargin: kept('footerMargin', 22),
  },
  objects: { HeadersFooters: sheet => Node.of(headersFooters, sheet) },
  methods: {
    SetPrintArea: { writes: true, does: (sheet, args) => { sheet.page.set('printArea', addressOf(sheet, args[0])); return undefined } },
    SetPrintTitleRows: { writes: true, does: (sheet, args) => { sheet.page.set('titleRows', addressOf(sheet, args[0])); return undefined } },
  },
}

function addressOf(sheet: Sheet, given: unknown): string {
  if (given instanceof Node && typeof given.self === 'object' && given.self !== null && 'area' in given.self) return areaName(given.self.area as Parameters<typeof areaName>[0])
  const address = text([typeof given === 'string' ? given : null], 0, 'PageLayout')
  areaOf(sheet, address, 'PageLayout')
  return address
}

const headersFooters: EmulatedClass<Sheet> = {
  type: 'HeaderFooterGroup',
  objects: { DefaultForAllPages: sheet => Node.of(headerFooter, sheet) },
}

const headerFooter: EmulatedClass<Sheet> = {
  type: 'HeaderFooter',
  scalars: {
    LeftHeader: kept('leftHeader', ''), CenterHeader: kept('centerHeader', ''), RightHeader: kept('rightHeader', ''),
    LeftFooter: kept('leftFooter', ''), CenterFooter: kept('centerFooter', ''), RightFooter: kept('rightFooter', ''),
  },
}

export const freezePanes: EmulatedClass<Sheet> = {
  type: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: { writes: true, does: (sheet, [count]) => { sheet.frozen.rows = Number(count); return undefined } },
    FreezeColumns: { writes: true, does: (sheet, [count]) => { sheet.frozen.columns = Number(count); return undefined } },
    FreezeAt: { writes: true, does: (sheet, [given]) => {
      const area = given instanceof Node && typeof given.self === 'object' && given.self !== null && 'area' in given.self ? (given.self.area as Parameters<typeof areaName>[0]) : areaOf(sheet, String(given), 'WorksheetFreezePanes.freezeAt')
      sheet.frozen.rows = area.row + area.rows
      sheet.frozen.columns = area.column + area.columns
      return undefined
    } },
    Unfreeze: { writes: true, does: sheet => { sheet.frozen.rows = 0; sheet.frozen.columns = 0; return undefined } },
  },
}
