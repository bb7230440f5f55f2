import type { Language } from '../../core/message'
import { speechIn } from './words'

/**
 * How the documents look, on A4 landscape and on a screen. Everything stands under `.paper`, so that a page with an application on it can
 * print the document and nothing else. Shapes and words carry the verdicts: it reads in black and white.
 */
export function documentStyle(language: Language): string {
  const { word } = speechIn(language), [before = '', between = '', after = ''] = word('page', { page: '\n', pages: '\n' }).split('\n')
  return `
@page { size: A4 landscape; margin: 13mm 12mm 13mm; @top-left { content: ${quoted(word('title'))}; font: ${SMALL_FONT}; } @bottom-center { content: ${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}; font: ${SMALL_FONT}; } }
body { margin: 0; }
@page :first { @top-left { content: none; } }
.paper { font: 12px/1.55 ${FONTS}; color: #1b1a19; background: #fff; color-scheme: light; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.paper * { box-sizing: border-box; }
.paper article { break-after: page; } .paper article:last-of-type { break-after: auto; }
.paper h1 { font-size: 20px; line-height: 1.4; margin: 0 0 8px; text-align: center; letter-spacing: .08em; } .paper:lang(en) h1 { letter-spacing: 0; }
.paper h2 { font-size: 14px; line-height: 1.5; margin: 14px 0 5px; break-after: avoid; } .paper h3 { font-size: 12px; margin: 10px 0 4px; break-after: avoid; }
.paper p { margin: 4px 0; } .paper ul { margin: 4px 0; padding-inline-start: 18px; } .paper li { break-inside: avoid; }
.paper .facts { display: flex; flex-wrap: wrap; gap: 2px 28px; margin: 0 0 6px; padding-block-end: 6px; border-block-end: 1px solid #1b1a19; }
.paper .facts div { display: flex; gap: 6px; } .paper dl.facts dt { color: #484644; } .paper dl.facts dt::after { content: "${language === 'en' ? ':' : '：'}"; } .paper dd { margin: 0; }
.paper .paragraph { font-size: 13px; line-height: 1.8; text-indent: 2em; } .paper:lang(en) .paragraph { text-indent: 0; }
.paper table { border-collapse: collapse; inline-size: 100%; margin: 4px 0; } .paper thead { display: table-header-group; } .paper tr, .paper .one-page { break-inside: avoid; }
.paper th, .paper td { border: 1px solid #8a8886; padding: 2px 6px; text-align: start; vertical-align: top; font-weight: 400; } .paper thead th { background: #f3f2f1; font-weight: 600; text-align: center; }
.paper .n { text-align: end; white-space: nowrap; } .paper .v { white-space: nowrap; } .paper thead .v, .paper thead .n { text-align: center; white-space: nowrap; } .paper .findings { table-layout: fixed; } .paper .findings tbody tr { block-size: 28px; }
.paper .w4 { inline-size: 4%; } .paper .w6 { inline-size: 6.5%; } .paper .w9 { inline-size: 9%; } .paper .w14 { inline-size: 14%; } .paper .w20 { inline-size: 20%; } .paper .w30 { inline-size: 30%; }
.paper .units-table th[scope=col] { inline-size: auto; } .paper .units-table td { text-align: end; white-space: nowrap; }
.paper .quiet { color: #484644; font-size: 11px; } .paper .verdict-missed { color: #a4262c; } .paper .verdict-surplus { color: #8a5300; } .paper .verdict-unknown { color: #005a9e; } .paper .verdict-met { color: #0b6a0b; }
.paper svg .verdict-missed, .paper svg .verdict-surplus, .paper svg .verdict-unknown, .paper svg .verdict-met { fill: currentColor; }
.paper .pictures { display: flex; flex-wrap: wrap; gap: 12px 26px; align-items: start; } .paper .pictures > div { display: grid; gap: 14px; inline-size: 326px; } .paper .new-page { break-before: page; }
.paper figure { margin: 0; inline-size: 326px; break-inside: avoid; } .paper figcaption { font-weight: 600; margin-block-end: 3px; } .paper svg { display: block; }
.paper .heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.paper .community h1 { font-size: 17px; margin-block-end: 2px; } .paper .community .sign { margin-block-start: 10px; } .paper .community h2 { margin-block-start: 8px; } .paper .community td, .paper .community tbody th { padding-block: 1px; }
.paper .sign { margin-block-start: 26px; break-inside: avoid; white-space: pre-wrap; }
@media screen { .paper { max-inline-size: 1080px; margin: 16px auto; padding: 0 16px; } .paper article + article { margin-block-start: 40px; } .paper .scroll { overflow-x: auto; } }
@media print { .paper .community .pictures { zoom: .88; } .paper .fit-9 { zoom: .9; } .paper .fit-8 { zoom: .8; } .paper .fit-7 { zoom: .72; } .paper figure table, .paper .heard { display: none; } .paper, .paper * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
`
}

const FONTS = '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Segoe UI", sans-serif', SMALL_FONT = `10px ${FONTS}`

/** A text as a string of CSS that holds no sign of its own. */
function quoted(text: string): string {
  return `"${[...text].map(sign => (/[\p{L}\p{N} ]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`
}
