import { cellError } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import type { CellChange, Change, DressLayout } from '../../src/core/change'
import { undoOf } from '../../src/core/change'
import { cellName } from '../../src/core/place'
import type { ContractHost } from './contract'
import { comparable, prefixed, shown } from './shown'
import { boxNamed } from './workbook-spec'
import type { SheetSpec, WorkbookSpec } from './workbook-spec'

const set = (cell: string, before: CellContent, after: CellContent, sheet = '表'): CellChange => ({ kind: 'cell', sheet, cell, before, after })

/** What every host must write alike: all or nothing, told, and undone exactly. */
export function describeWriting({ open, merges, arrays }: ContractHost): void {
  describe('writing', () => {
    test.each<[string, CellContent, CellContent]>([
      ['a number into a blank cell', null, 83.5],
      ['a number that is no short fraction', null, 0.1 + 0.2],
      ['a very small number', null, 1e-7],
      ['text into a blank cell', null, '河南社区'],
      ['text that looks like a number', null, '007'],
      ['text that looks like an id', null, '990101199001010012'],
      ['text that looks like a formula', null, '=1+1'],
      ['text that looks like an error', null, '#N/A'],
      ['text that looks like an escape', null, '_x000D_'],
      ['text with spaces and marks', null, '  a<b>&"c"\n下一行 '],
      ['a truth value', null, true],
      ['a formula with its value', null, { formula: '=B1*2', value: 14 }],
      ['a formula that shows text', null, { formula: '=IF(B1>1,"是","否")', value: '是' }],
      ['a formula over a number', 7, { formula: '=B1+0', value: 7 }],
      ['a number over a formula', { formula: '=B1*3', value: 21 }, 5],
      ['a number over text', '旧', 1],
      ['a number over an error', cellError('#N/A'), 1],
      ['nothing over text', '旧', null],
      ['nothing over a formula', { formula: '=B1*3', value: 21 }, null],
    ])('%s', async (_what, before, after) => {
      const workbook = await open({ name: '表', cells: { B1: 7, ...(before === null ? {} : { C3: before }), D9: '不动' } })
      expect(await workbook.apply([set('C3', before, after)])).toMatchObject({ outcome: 'applied', changes: 1, skipped: [] })
      expect(shown(await workbook.read())).toEqual({ '表!B1': 7, ...(after === null ? {} : { '表!C3': after }), '表!D9': '不动' })
    })

    test('many cells of several sheets, above, below and to the right of what is there', async () => {
      const workbook = await open({ sheets: [{ name: '一', cells: { C3: 1 } }, { name: '二', cells: {} }] })
      const changes = ['A1', 'C2', 'B3', 'D3', 'AB3', 'C4', 'Z100'].flatMap(cell => [set(cell, null, `一${cell}`, '一'), set(cell, null, `二${cell}`, '二')])
      expect(await workbook.apply(changes)).toMatchObject({ outcome: 'applied', changes: 14 })
      expect(shown(await workbook.read())).toEqual({ '一!C3': 1, ...Object.fromEntries(changes.map(change => [`${change.sheet}!${change.cell}`, change.after])) })
    })

    test('two edits of one cell: the second expects what the first left', async () => {
      const workbook = await open({ name: '表', cells: { A1: 1 } })
      expect(await workbook.apply([set('A1', 1, 2), set('A1', 2, 3)])).toMatchObject({ outcome: 'applied', changes: 2 })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 3 })
    })

    test('two edits of one cell that both expect the old content are refused', async () => {
      const workbook = await open({ name: '表', cells: { A1: 1 } })
      expect(await workbook.apply([set('A1', 1, 2), set('A1', 1, 3)])).toMatchObject({ outcome: 'refused', conflicts: [{ found: 2, why: 'conflict.changed' }] })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 1 })
    })

    test.each<[string, CellContent, CellContent]>([
      ['another number', 1, 2],
      ['a number for a text', 1, '1'],
      ['text that looks like an error for the error', cellError('#N/A'), '#N/A'],
      ['a value for a formula that shows it', { formula: '=1+1', value: 2 }, 2],
      ['another formula', { formula: '=1+1', value: 2 }, { formula: '=2', value: 2 }],
      ['something for nothing', null, 1],
      ['nothing for something', 1, null],
    ])('a stale before refuses the whole batch: %s', async (_what, there, before) => {
      const workbook = await open({ name: '表', cells: { B1: '甲', ...(there === null ? {} : { A1: there }) } })
      const old = await workbook.read()
      const stale = set('A1', before, 9)
      const result = await workbook.apply([set('B1', '甲', '乙'), stale, { kind: 'add-sheet', sheet: '新' }])
      expect(result).toMatchObject({ outcome: 'refused', conflicts: [{ change: stale, found: there, why: 'conflict.changed' }] })
      expect(comparable(await workbook.read())).toEqual(comparable(old))
    })

    test('a sheet that is missing refuses the whole batch', async () => {
      const workbook = await open({ name: '表', cells: { A1: 1 } })
      expect(await workbook.apply([set('A1', 1, 2), set('A1', null, 2, '没有')])).toMatchObject({ outcome: 'refused', conflicts: [{ why: 'conflict.sheet-missing' }] })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 1 })
    })

    test('an empty batch changes nothing', async () => {
      const workbook = await open({ name: '表', cells: { A1: 1 } })
      expect(await workbook.apply([])).toMatchObject({ outcome: 'applied', changes: 0, skipped: [] })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 1 })
    })

    test('locked cells of a protected sheet are left alone and told, unlocked ones are written', async () => {
      const workbook = await open({ name: '表', cells: { A1: 1 }, isProtected: true, unlocked: ['B1'] })
      const locked = set('A1', 1, 2)
      expect(await workbook.apply([locked, set('B1', null, 3)])).toMatchObject({ outcome: 'applied', changes: 1, skipped: [{ change: locked, why: 'skip.protected' }] })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 1, '表!B1': 3 })
    })

    if (merges) {
      test('a cell that a merged area hides is left alone and told', async () => {
        const workbook = await open({ name: '表', cells: { A1: '题目' }, merges: ['A1:C1'] })
        const hidden = set('B1', null, 1)
        expect(await workbook.apply([hidden, set('A1', '题目', '新题目')])).toMatchObject({ outcome: 'applied', changes: 1, skipped: [{ change: hidden, why: 'skip.merged' }] })
        expect(shown(await workbook.read())).toEqual({ '表!A1': '新题目' })
      })
    }

    if (arrays) {
      test('a cell of an array formula is left alone and told', async () => {
        const cells: Record<string, CellContent> = { A1: 1, A2: 2, B1: { formula: '=A1:A2*10', value: 10 }, B2: { formula: '=A1:A2*10', value: 20 } }
        const workbook = await open({ name: '表', cells, arrays: ['B1:B2'] })
        const part = set('B2', cells['B2'] ?? null, 5)
        expect(await workbook.apply([part])).toMatchObject({ outcome: 'applied', changes: 0, skipped: [{ change: part, why: 'skip.array' }] })
        expect(shown(await workbook.read())).toEqual(prefixed(cells))
      })
    }

    test('overwriting the first cell of a shared group leaves the others their formulas', async () => {
      const cells: Record<string, CellContent> = {}
      for (let row = 1; row <= 4; row++) {
        cells[`A${row}`] = row
        cells[`B${row}`] = { formula: `=A${row}*2`, value: row * 2 }
      }
      const workbook = await open({ name: '表', cells, shared: ['B1:B4'] })
      expect(await workbook.apply([set('B1', cells['B1'] ?? null, 99)])).toMatchObject({ outcome: 'applied', changes: 1 })
      expect(shown(await workbook.read())).toEqual({ ...prefixed(cells), '表!B1': 99 })
    })

    test('a sheet is added with its cells, after the sheet named or at the end', async () => {
      const workbook = await open({ sheets: [{ name: '一', cells: { A1: 1 } }, { name: '二', cells: { A1: 2 } }] })
      expect(await workbook.apply([{ kind: 'add-sheet', sheet: '中 间', after: '一' }, set('B2', null, { formula: "=一!A1+'中 间'!A1", value: 1 }, '中 间'), { kind: 'add-sheet', sheet: '末' }])).toMatchObject({ outcome: 'applied', changes: 3 })
      const snapshot = await workbook.read()
      expect(snapshot.sheets.map(sheet => sheet.name)).toEqual(['一', '中 间', '二', '末'])
      expect(shown(snapshot)).toEqual({ '一!A1': 1, '中 间!B2': { formula: "=一!A1+'中 间'!A1", value: 1 }, '二!A1': 2 })
    })

    test.each([['the same name', '表'], ['another case', 'DATA']])('adding a sheet that exists refuses the whole batch: %s', async (_what, sheet) => {
      const workbook = await open({ sheets: [{ name: '表', cells: { A1: 1 } }, { name: 'Data' }] })
      expect(await workbook.apply([set('A1', 1, 2), { kind: 'add-sheet', sheet }])).toMatchObject({ outcome: 'refused', conflicts: [{ why: 'conflict.sheet-exists' }] })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 1 })
    })

    test.each(['', 'a/b', 'a:b', '[a]', "'a", '一'.repeat(32)])('a sheet name that Excel does not take is refused: "%s"', async sheet => {
      const workbook = await open({ name: '表', cells: { A1: 1 } })
      expect(await workbook.apply([{ kind: 'add-sheet', sheet }])).toMatchObject({ outcome: 'refused', conflicts: [{ why: 'conflict.sheet-name' }] })
    })

    test('an added sheet is removed again, with the cells that the batch put there', async () => {
      const workbook = await open({ name: '表', cells: { A1: 1 } })
      const changes: Change[] = [{ kind: 'add-sheet', sheet: '新' }, set('A1', null, 5, '新'), set('B1', null, { formula: '=A1*2', value: 10 }, '新')]
      await workbook.apply(changes)
      expect(await workbook.apply(undoOf(changes))).toMatchObject({ outcome: 'applied', changes: 3 })
      const snapshot = await workbook.read()
      expect([snapshot.sheets.map(sheet => sheet.name), shown(snapshot)]).toEqual([['表'], { '表!A1': 1 }])
    })

    test('a sheet that holds something else is not removed', async () => {
      const workbook = await open({ sheets: [{ name: '表', cells: { A1: 1 } }, { name: '新', cells: { C7: '人写的' } }] })
      expect(await workbook.apply([set('A1', 1, 2), { kind: 'remove-sheet', sheet: '新' }])).toMatchObject({ outcome: 'refused', conflicts: [{ found: '人写的', why: 'conflict.sheet-not-empty' }] })
      expect(shown(await workbook.read())).toEqual({ '表!A1': 1, '新!C7': '人写的' })
    })

    describe('a sheet of the program that is written anew', () => {
      const MARK = '_plancheck.sheet.findings', names = { [MARK]: '清单!$A$1' }
      const layout: DressLayout = { columnWidths: { 1: 20 }, styles: [{ box: boxNamed('A1:B1'), style: { bold: true } }], frozenRows: 1, printTitleRows: [1, 1], landscape: true }
      const dress = (sheet = '清单', mark = MARK): Change => ({ kind: 'dress-sheet', sheet, mark, layout })
      const book = (more: Partial<SheetSpec> = {}): WorkbookSpec => ({
        names, sheets: [{ name: '表', cells: { A1: 1, B1: { formula: '=清单!A2', value: '旧一' } } }, { name: '清单', cells: { A1: '题', A2: '旧一', A3: '旧二' }, ...more }, { name: '末', cells: {} }],
      })
      const named = [set('A1', '题', '题', '清单'), set('A2', '旧一', '新一', '清单'), set('A3', '旧二', null, '清单'), set('B2', null, 5, '清单')]

      test('keeps its place, its name and what points to it; only what the batch names is on it', async () => {
        const workbook = await open(book())
        expect(await workbook.apply([dress(), ...named])).toMatchObject({ outcome: 'applied', skipped: [] })
        const snapshot = await workbook.read(), { '表!B1': pointing, ...cells } = shown(snapshot)
        expect([snapshot.sheets.map(sheet => sheet.name), cells, pointing]).toMatchObject([['表', '清单', '末'], { '表!A1': 1, '清单!A1': '题', '清单!A2': '新一', '清单!B2': 5 }, { formula: '=清单!A2' }])
        expect(snapshot.names.find(({ name }) => name === MARK)?.refersTo).toBe('清单!$A$1')
      })

      test('undo brings its cells back', async () => {
        const workbook = await open(book()), changes = [dress(), ...named], { '表!B1': _pointing, ...before } = shown(await workbook.read())
        await workbook.apply(changes)
        expect(await workbook.apply(undoOf(changes))).toMatchObject({ outcome: 'applied' })
        expect(shown(await workbook.read())).toMatchObject(before)
      })

      test('it may be added by the same batch, and undo takes it away', async () => {
        const workbook = await open({ name: '表', cells: { A1: 1 } }), before = comparable(await workbook.read())
        const changes: Change[] = [{ kind: 'add-sheet', sheet: '清单' }, { kind: 'name', name: MARK, before: null, after: '清单!$A$1', hidden: true }, dress(), set('B2', null, '新', '清单')]
        expect(await workbook.apply(changes)).toMatchObject({ outcome: 'applied', skipped: [] })
        expect(shown(await workbook.read())).toEqual({ '表!A1': 1, '清单!B2': '新' })
        expect(await workbook.apply(undoOf(changes))).toMatchObject({ outcome: 'applied' })
        expect(comparable(await workbook.read())).toEqual(before)
      })

      test('it can be written anew again, and take other cells', async () => {
        const workbook = await open(book())
        await workbook.apply([dress(), ...named])
        expect(await workbook.apply([dress(), set('A1', '题', '题', '清单'), set('A2', '新一', null, '清单'), set('B2', 5, null, '清单'), set('C4', null, '末行', '清单')])).toMatchObject({ outcome: 'applied' })
        const { '表!A1': _one, '表!B1': _two, ...cells } = shown(await workbook.read())
        expect(cells).toEqual({ '清单!A1': '题', '清单!C4': '末行' })
      })

      test.each<[string, WorkbookSpec, readonly Change[], string, CellContent]>([
        ['holds what the batch does not name', book({ cells: { A1: '题', A2: '旧一', A3: '旧二', H40: '人写的' } }), [dress(), ...named], 'conflict.sheet-holds-more', '人写的'],
        ['holds another content than the preview', book({ cells: { A1: '题', A2: '改过', A3: '旧二' } }), [dress(), ...named], 'conflict.changed', '改过'],
        ['does not carry the mark', book(), [dress('表'), set('A1', 1, 2)], 'conflict.not-our-sheet', null],
        ['carries a name of the person\'s own', { ...book(), names: { 清单: '清单!$A$1' } }, [dress('清单', '清单'), ...named], 'conflict.not-our-sheet', null],
        ['lost its mark', { ...book(), names: {} }, [dress(), ...named], 'conflict.not-our-sheet', null],
        ['is gone', { ...book(), sheets: [{ name: '表', cells: {} }], names: {} }, [dress()], 'conflict.sheet-missing', null],
        ['is protected', book({ isProtected: true }), [dress(), ...named], 'conflict.sheet-locked', null],
      ])('a sheet that %s is left as it is, and all else', async (_what, spec, changes, why, found) => {
        const workbook = await open(spec), before = comparable(await workbook.read())
        const result = await workbook.apply([set('D9', null, 1, '表'), ...changes])
        expect(result).toMatchObject({ outcome: 'refused' })
        expect(result.outcome === 'refused' ? result.conflicts.map(each => [each.why, each.found]) : []).toContainEqual([why, found])
        expect(comparable(await workbook.read())).toEqual(before)
      })
    })

    test('a name is defined, changed and deleted, and a stale one refused', async () => {
      const workbook = await open({ sheets: [{ name: '表', cells: { A1: 1 } }], names: { 单价: '表!$A$1' } })
      const name = (defined: string, before: string | null, after: string | null): Change => ({ kind: 'name', name: defined, before, after })
      const names = async (): Promise<string[][]> => (await workbook.read()).names.map(found => [found.name, found.refersTo]).sort()
      expect(await workbook.apply([name('比例', null, '表!$B$1'), name('单价', '表!$A$1', '表!$A$2')])).toMatchObject({ outcome: 'applied', changes: 2 })
      expect(await names()).toEqual([['单价', '表!$A$2'], ['比例', '表!$B$1']].sort())
      expect(await workbook.apply([name('单价', '表!$A$1', null)])).toMatchObject({ outcome: 'refused', conflicts: [{ found: '表!$A$2', why: 'conflict.name-changed' }] })
      expect(await workbook.apply([name('单价', '表!$A$2', null)])).toMatchObject({ outcome: 'applied' })
      expect(await names()).toEqual([['比例', '表!$B$1']])
    })

    test('undo restores exactly', async () => {
      const cells: Record<string, CellContent> = { A1: 1, A2: '文', A3: { formula: '=A1*2', value: 2 }, A4: cellError('#N/A'), A5: true, C1: '007' }
      const workbook = await open({ sheets: [{ name: '表', cells }, { name: '二', cells: { B2: 1 } }], names: { 单价: '表!$A$1' } })
      const old = comparable(await workbook.read())
      const changes: Change[] = [
        ...Object.entries(cells).map(([cell, before], i) => set(cell, before, i % 2 === 0 ? `新${i}` : { formula: `=${i}+1`, value: i + 1 })),
        set('B7', null, 12.5), set('A1', '新0', null), { kind: 'add-sheet', sheet: '新' }, set('A1', null, '题', '新'), set('B2', 1, null, '二'),
        { kind: 'name', name: '单价', before: '表!$A$1', after: '新!$A$1' },
      ]
      expect(await workbook.apply(changes)).toMatchObject({ outcome: 'applied', changes: changes.length })
      expect(comparable(await workbook.read())).not.toEqual(old)
      expect(await workbook.apply(undoOf(changes))).toMatchObject({ outcome: 'applied', changes: changes.length })
      expect(comparable(await workbook.read())).toEqual(old)
    })

    test('a cancel in the middle leaves everything as it was', async () => {
      const cells: Record<string, CellContent> = {}
      for (let row = 1; row <= 2500; row++) cells[cellName(row, 1)] = row
      const workbook = await open({ name: '表', cells })
      const old = comparable(await workbook.read())
      const signal = { aborted: false }
      const applying = workbook.apply(
        Object.entries(cells).map(([cell, before]) => set(cell, before, 0)),
        { signal, onProgress: () => (signal.aborted = true) },
      )
      await expect(applying).rejects.toMatchObject({ code: 'cancelled' })
      expect(comparable(await workbook.read())).toEqual(old)
    })
  })
}
