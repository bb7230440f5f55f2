import type { Book, Cell, FullCell, Row, Sheet } from '../workbooks/workbook'

/** Changes to a workbook that change nothing of what it says. */
export const TRANSFORMATIONS: Readonly<Record<string, (book: Book) => Book>> = {
  'no merges': book => sheets(book, sheet => ({ ...sheet, merges: [] })),
  'three rows further down': book => sheets(book, sheet => ({ ...sheet, rows: [[], [], [], ...sheet.rows], merges: moved(sheet.merges, 3, 0) })),
  'two columns further right': book => sheets(book, sheet => ({ ...withoutLooks(sheet), rows: sheet.rows.map(row => cellsOf(row, cells => (cells.length === 0 ? cells : [null, null, ...cells]))), merges: moved(sheet.merges, 0, 2) })),
  'numbers as text': book => eachCell(book, cell => (typeof cell === 'number' ? String(cell) : cell)),
  'blanks around every text': book => eachCell(book, cell => (typeof cell === 'string' && cell.trim() !== '' ? ` ${cell}　` : cell)),
  'other brackets and colons': book => eachCell(book, cell => (typeof cell === 'string' ? cell.replace(/[（）：]/g, mark => ({ '（': '(', '）': ')', '：': ':' })[mark] ?? mark) : cell)),
  'inline text': book => ({ ...book, strings: 'inline' }),
  'empty and odd sheets around': book => ({ ...book, sheets: [{ name: '目录', rows: [['目录'], ['1', '见各表'], ['2', '见各表']] }, ...book.sheets, { name: 'Sheet99', rows: [] }, { name: '数据字典', rows: [['性别', '学历', '政治面貌'], ['男', '大专', '中共党员'], ['女', '本科', '群众'], [null, '高中', '共青团员']] }] }),
  'empty cells with borders': book => sheets(book, sheet => ({ ...sheet, rows: [...sheet.rows.map(row => cellsOf(row, cells => [...cells, ...Array.from({ length: 6 }, () => BORDERED)])), ...Array.from({ length: 12 }, () => Array.from({ length: 16 }, () => BORDERED))] })),
}

const BORDERED: FullCell = { value: null, style: { border: true } }

function sheets(book: Book, change: (sheet: Sheet) => Sheet): Book {
  return { ...book, sheets: book.sheets.map(change) }
}

function eachCell(book: Book, change: (value: Cell) => Cell): Book {
  return sheets(book, sheet => ({
    ...sheet,
    rows: sheet.rows.map(row => cellsOf(row, cells => cells.map(cell => {
      if (cell === null || typeof cell !== 'object') return change(cell)
      // Dates and results of formulas stay what they are.
      return cell
    }))),
  }))
}

function cellsOf(row: Row, change: (cells: readonly Cell[]) => readonly Cell[]): Row {
  return 'cells' in row ? { ...row, cells: change(row.cells) } : change(row)
}

/** What names columns or rows by number would have to move too. */
function withoutLooks({ name, rows, merges, hidden }: Sheet): Sheet {
  return { name, rows, ...(merges === undefined ? {} : { merges }), ...(hidden === undefined ? {} : { hidden }) }
}

function moved(merges: readonly string[] | undefined, down: number, right: number): readonly string[] {
  return (merges ?? []).map(range => range.replace(/([A-Z])(\d+)/g, (_, column: string, row: string) => `${String.fromCharCode(column.charCodeAt(0) + right)}${String(Number(row) + down)}`))
}
