import { isFormula } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import type { CellChange, Change } from '../../src/core/change'
import type { Snapshot } from '../../src/core/snapshot'
import { newWorkbookBytes, openWorkbook, readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { shown } from '../contract/contract'
import { buildZip, oneSheet } from '../hosts/package-builder'
import { richParts } from '../hosts/rich-package'
import { convert, recalculated } from './convert'

const set = (sheet: string, cell: string, after: CellContent, before: CellContent = null, format?: string): CellChange => ({ kind: 'cell', sheet, cell, before, after, ...(format === undefined ? {} : { format }) })

/** The values of the cells, formulas by what they show. */
function values(snapshot: Snapshot): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shown(snapshot)).map(([place, content]) => [place, isFormula(content) ? content.value : content]),
  )
}

const changes: Change[] = [
  {
    kind: 'add-sheet', sheet: '预算 汇总',
    layout: {
      columnWidths: { 1: 20, 2: 12, 3: 14 }, rowHeights: { 1: 30 }, merges: [{ top: 1, left: 1, bottom: 1, right: 3 }], frozenRows: 2, frozenColumns: 1, tabColor: '#C00000', gridLines: false, landscape: true, fitToWidth: true, centered: true,
      printTitleRows: [1, 2], printArea: { top: 1, left: 1, bottom: 12, right: 3 }, header: '&L填表人：', footer: '第 &P 页 共 &N 页', margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      styles: [
        { box: { top: 1, left: 1, bottom: 1, right: 3 }, style: { bold: true, size: 16, font: '黑体', align: 'center', vertical: 'center' } },
        { box: { top: 2, left: 1, bottom: 6, right: 3 }, style: { border: true, borderColor: '#808080' } },
        { box: { top: 2, left: 1, bottom: 2, right: 3 }, style: { fill: '#DDEBF7', bold: true, wrap: true, edges: { bottom: 'medium' } } },
        { box: { top: 3, left: 2, bottom: 6, right: 3 }, style: { format: '#,##0.00' } },
      ],
      lists: [{ box: { top: 3, left: 1, bottom: 6, right: 1 }, values: ['正式', '聘用'] }],
      validations: [{ box: { top: 3, left: 2, bottom: 6, right: 2 }, kind: 'decimal', comparison: 'at-least', formula: '0', errorTitle: '单价', error: '单价不能小于零' }],
      conditions: [{ box: { top: 3, left: 3, bottom: 6, right: 3 }, formula: 'C3>20', style: { fill: '#FFC7CE', color: '#9C0006', bold: true } }],
      tables: [{ name: '名单', box: { top: 9, left: 1, bottom: 11, right: 2 }, columns: [{ name: '人员' }, { name: '加倍', formula: '名单[@人员]*2' }], style: 'TableStyleLight1' }],
    },
  },
  set('预算 汇总', 'A1', '社区预算汇总表'), set('预算 汇总', 'A2', '科目'), set('预算 汇总', 'B2', '单价'), set('预算 汇总', 'C2', '金额'),
  set('预算 汇总', 'A3', '正式'), set('预算 汇总', 'B3', 12.28), set('预算 汇总', 'C3', { formula: '=B3*2', value: 24.56 }),
  set('预算 汇总', 'A4', '聘用'), set('预算 汇总', 'B4', 0.25), set('预算 汇总', 'C4', { formula: '=IF(B4>0,"有","无")', value: '有' }),
  set('预算 汇总', 'A5', '=不是公式'), set('预算 汇总', 'B5', '990101199001010012'), set('预算 汇总', 'C5', { formula: '=SUMPRODUCT(--(B3:B5=B5))', value: 1 }), set('预算 汇总', 'B6', 45291, null, 'yyyy"年"m"月"d"日"'),
  set('预算 汇总', 'A9', '人员'), set('预算 汇总', 'B9', '加倍'), set('预算 汇总', 'A10', 3), set('预算 汇总', 'B10', { formula: '=名单[@人员]*2', value: 6 }), set('预算 汇总', 'A11', 4), set('预算 汇总', 'B11', { formula: '=名单[@人员]*2', value: 8 }),
  { kind: 'add-sheet', sheet: "O'Neil" }, set("O'Neil", 'B2', { formula: "='预算 汇总'!C3+单价", value: 36.84 }),
  { kind: 'name', name: '单价', before: null, after: "'预算 汇总'!$B$3" },
]

test('a new workbook opens in LibreOffice, and every formula shows what we computed', async () => {
  const bytes = await newWorkbookBytes(changes)
  const ours = await readWorkbookBytes(bytes, 'x.xlsx'), theirs = await readWorkbookBytes(recalculated(bytes), 'x.xlsx')
  expect(theirs.sheets.map(sheet => sheet.name)).toEqual(['预算 汇总', "O'Neil"])
  expect(values(theirs)).toEqual(values(ours))
  expect([theirs.sheets[0]?.merges, theirs.sheets[0]?.tables.map(table => [table.name, table.box])]).toEqual([
    ours.sheets[0]?.merges,
    ours.sheets[0]?.tables.map(table => [table.name, table.box]),
  ])
})

test('a new workbook prints', async () => {
  const [pdf] = [...convert(await newWorkbookBytes(changes), 'pdf').values()]
  expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a patched workbook opens in LibreOffice with the cells that were written', async () => {
  const workbook = openWorkbook(buildZip(richParts()), 'x.xlsx')
  const sheet = '2026年 社区预算(汇总)'
  await workbook.apply([set(sheet, 'C5', 12.28, 10, '#,##0.00'), set(sheet, 'D4', 7, { formula: '=B4*C4', value: 9.5 }), set(sheet, 'D5', { formula: '=ROUND(B5*C5,2)', value: 24.56 }, { formula: '=B5*C5', value: 20 }), set(sheet, 'E9', ' 新写的\n两行 '), set('花名册', 'A4', '李四'), ...changes])
  const ours = values(await workbook.read()), theirs = values(await readWorkbookBytes(recalculated(workbook.bytes), 'x.xlsx'))
  for (const place of [`${sheet}!C5`, `${sheet}!D4`, `${sheet}!D5`, `${sheet}!E9`, '花名册!A4', '预算 汇总!C3', '预算 汇总!C5', "O'Neil!B2"]) expect([place, theirs[place]]).toEqual([place, ours[place]])
})

test('shared formulas that lost their first cell compute the same in LibreOffice', async () => {
  let rows = ''
  for (let row = 1; row <= 20; row++) rows += `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><f t="shared"${row === 1 ? ' ref="B1:B20" si="0">A1*$A$1+SUM(A$1:A1)</f>' : ' si="0"/>'}<v>${row + (row * (row + 1)) / 2}</v></c></row>`
  const workbook = openWorkbook(oneSheet(rows), 'x.xlsx')
  await workbook.apply([set('表', 'B1', 99, { formula: '=A1*$A$1+SUM(A$1:A1)', value: 2 })])
  expect(values(await readWorkbookBytes(recalculated(workbook.bytes), 'x.xlsx'))).toEqual(values(await workbook.read()))
})

test('LibreOffice does recalculate: a wrong value in the file is put right', async () => {
  const theirs = await readWorkbookBytes(recalculated(oneSheet('<row r="1"><c r="A1"><f>1+2</f><v>99</v></c></row>')), 'x.xlsx')
  expect(values(theirs)).toEqual({ '表!A1': 3 })
})
