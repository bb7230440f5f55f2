import { cellError } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import { cellAt, formulaAt } from '../../src/core/snapshot'
import { HostError } from '../../src/core/workbook'
import type { ContractHost } from './contract'
import { only, prefixed, shown } from './shown'
import { boxNamed } from './workbook-spec'

/** What every host must read alike. */
export function describeReading({ open, merges, arrays, dates1904, chartsheets }: ContractHost): void {
  describe('reading', () => {
    test.each<[string, CellContent]>([
      ['a whole number', 42],
      ['a fraction', 12.28],
      ['a negative number', -0.5],
      ['a large number', 123456789012345],
      ['text', '河南社区'],
      ['text with leading and trailing spaces', ' 两头有空格 '],
      ['text over two lines', '第一行\n第二行'],
      ['text with marks that XML escapes', 'a<b>&"c"'],
      ['a number stored as text', '007'],
      ['an id stored as text', '990101199001010012'],
      ['text with a leading equals sign', '=SUM(A1:A2)'],
      ['text that looks like an error', '#REF!'],
      ['text that looks like an escape', '_x0041_'],
      ['true', true],
      ['false', false],
      ['an error', cellError('#DIV/0!')],
      ['another error', cellError('#N/A')],
      ['a formula', { formula: '=1+2', value: 3 }],
      ['a formula that shows text', { formula: '="是"', value: '是' }],
      ['a formula that shows empty text', { formula: '=""', value: '' }],
      ['a formula that shows an error', { formula: '=1/0', value: cellError('#DIV/0!') }],
      ['a formula that shows true', { formula: '=1=1', value: true }],
    ])('%s', async (_what, content) => {
      const workbook = await open({ name: '表', cells: { A1: 'x', B2: content } })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 'x', '表!B2': content })
    })

    test('blank cells are null inside a row, absent behind its last cell, and an absent row is empty', async () => {
      const { rows } = only(await (await open({ name: '表', cells: { A1: 1, D1: 4, B4: 2 } })).read())
      expect(rows.map(row => [...row])).toEqual([[1, null, null, 4], [], [], [null, 2]])
    })

    test('an empty sheet has no rows', async () => {
      expect(only(await (await open({ name: '表' })).read()).rows).toEqual([])
    })

    test('a used range that starts elsewhere keeps its place', async () => {
      const sheet = only(await (await open({ name: '表', cells: { F20: '开始', G21: { formula: '=1+1', value: 2 } } })).read())
      expect([cellAt(sheet, 20, 6), cellAt(sheet, 21, 7), formulaAt(sheet, 21, 7), sheet.rows.length]).toEqual(['开始', 2, '=1+1', 21])
    })

    test('shared formulas are written out for every cell', async () => {
      const cells: Record<string, CellContent> = {}
      for (let row = 1; row <= 4; row++) {
        cells[`A${row}`] = row
        cells[`B${row}`] = { formula: `=A${row}*$A$1+SUM(A$1:A${row})`, value: row + (row * (row + 1)) / 2 }
      }
      expect(shown(await (await open({ name: '表', cells, shared: ['B1:B4'] })).read())).toEqual(prefixed(cells))
    })

    if (arrays) {
      test('an array formula stands in every cell that it fills', async () => {
        const cells: Record<string, CellContent> = { A1: 1, A2: 2 }
        for (let row = 1; row <= 2; row++) cells[`B${row}`] = { formula: '=A1:A2*10', value: row * 10 }
        expect(shown(await (await open({ name: '表', cells, arrays: ['B1:B2'] })).read())).toEqual(prefixed(cells))
      })
    }

    test('dates stay serial numbers', async () => {
      const snapshot = await (await open({ name: '表', cells: { A1: 45291 }, formats: { A1: 'yyyy-mm-dd' } })).read()
      expect([snapshot.dateSystem, cellAt(only(snapshot), 1, 1)]).toEqual([1900, 45291])
    })

    if (dates1904) {
      test('the 1904 date system is told', async () => {
        const snapshot = await (await open({ dateSystem: 1904, sheets: [{ name: '表', cells: { A1: 43829 }, formats: { A1: 'yyyy-mm-dd' } }] })).read()
        expect([snapshot.dateSystem, cellAt(only(snapshot), 1, 1)]).toEqual([1904, 43829])
      })
    }

    test('hidden and protected sheets are read and marked', async () => {
      const snapshot = await (await open({ sheets: [{ name: '一', cells: { A1: 1 } }, { name: '二', cells: { A1: 2 }, visibility: 'hidden' }, { name: '三', cells: { A1: 3 }, visibility: 'veryHidden', isProtected: true }] })).read()
      expect(snapshot.sheets.map(sheet => [sheet.name, sheet.visibility, sheet.isProtected, cellAt(sheet, 1, 1)])).toEqual([['一', 'visible', false, 1], ['二', 'hidden', false, 2], ['三', 'veryHidden', true, 3]])
    })

    test('hidden rows and columns are read and marked', async () => {
      const sheet = only(await (await open({ name: '表', cells: { A1: 1, A2: 2, A3: 3, B1: 4 }, hiddenRows: [2], hiddenColumns: [2] })).read())
      expect([[...(sheet.hiddenRows ?? [])], [...(sheet.hiddenColumns ?? [])], cellAt(sheet, 2, 1), cellAt(sheet, 1, 2)]).toEqual([
        [2],
        [2],
        2,
        4,
      ])
    })

    if (merges) {
      test('merged areas are told, and their cells but the first are blank', async () => {
        const sheet = only(await (await open({ name: '表', cells: { A1: '题目', C2: 1 }, merges: ['A1:C1'] })).read())
        expect([sheet.merges, sheet.rows.map(row => [...row])]).toEqual([[boxNamed('A1:C1')], [['题目'], [null, null, 1]]])
      })
    }

    if (chartsheets) {
      test('a chart sheet is listed without cells', async () => {
        const snapshot = await (await open({ sheets: [{ name: '图', kind: 'chartsheet' }, { name: '表', cells: { A1: 1 } }] })).read()
        expect(snapshot.sheets.map(sheet => [sheet.name, sheet.kind, sheet.rows.length])).toEqual([['图', 'chartsheet', 0], ['表', 'worksheet', 1]])
      })
    }

    test('defined names are read', async () => {
      const snapshot = await (await open({ sheets: [{ name: '表', cells: { A1: 1 } }], names: { 单价: '表!$A$1' } })).read()
      expect(snapshot.names.map(({ name: defined, refersTo }) => [defined, refersTo])).toEqual([['单价', '表!$A$1']])
    })

    test('progress ends at 1', async () => {
      const shares: number[] = []
      await (await open({ name: '表', cells: { A1: 1 } })).read({ onProgress: progress => shares.push(progress.share) })
      expect([shares.at(-1), shares.every((share, i) => share >= (shares[i - 1] ?? 0))]).toEqual([1, true])
    })

    test('a signal that is given up before the start stops the reading', async () => {
      const workbook = await open({ name: '表', cells: { A1: 1 } })
      await expect(workbook.read({ signal: { aborted: true } })).rejects.toMatchObject({ code: 'cancelled' })
    })

    test('a signal that is given up in the middle stops the reading', async () => {
      const signal = { aborted: false }
      const workbook = await open({ sheets: [{ name: '一', cells: { A1: 1 } }, { name: '二', cells: { A1: 1 } }] })
      const reading = workbook.read({ signal, onProgress: () => (signal.aborted = true) })
      await expect(reading).rejects.toBeInstanceOf(HostError)
      await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    })
  })
}
