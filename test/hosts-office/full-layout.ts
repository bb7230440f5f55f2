import type { SheetLayout } from '../../src/core/change'

/** A new sheet with something of everything that a layout can ask for. */
export const FULL_LAYOUT: SheetLayout = {
  columnWidths: { 1: 8.43 }, rowHeights: { 1: 30 }, merges: [{ top: 1, left: 1, bottom: 1, right: 2 }],
  styles: [{ box: { top: 3, left: 1, bottom: 4, right: 2 }, style: { format: '0.00', bold: true, border: true, align: 'center', locked: false } }],
  frozenRows: 2, frozenColumns: 1, gridLines: false, tabColor: '#ff0000', landscape: true, fitToWidth: true, printTitleRows: [1, 2], footer: '&L填表人：&C第 &P 页',
  lists: [{ box: { top: 3, left: 1, bottom: 4, right: 1 }, values: ['是', '否'] }],
  validations: [{ box: { top: 3, left: 2, bottom: 4, right: 2 }, kind: 'decimal', comparison: 'at-least', formula: '0', error: '不能小于 0' }],
  conditions: [{ box: { top: 3, left: 1, bottom: 4, right: 2 }, formula: 'A3<0', style: { fill: '#ffcccc' } }],
  tables: [{ name: '明细', box: { top: 6, left: 1, bottom: 7, right: 1 }, columns: [{ name: '科目', formula: '1' }] }],
  autoFilter: { top: 2, left: 1, bottom: 4, right: 2 },
}
