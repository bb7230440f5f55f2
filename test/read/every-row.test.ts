import fc from 'fast-check'
import type { CellValue } from '../../src/core/cell'
import { book } from './sheets'
import { readSnapshot } from '../../src/read'

const WORDS = ['序号', '社区', '姓名', '学历', '政治面貌', '人员类别', '使用面积', '产权', '办公室', '户数', '单位', '合计', '小计', '注：说明', '填表人：李某', '河南社区', '河东', '一、河南社区', '张三', '李 四', '空缺', '大专', '党员', '正式', '聘用', '√', '约200', '1985.03', '990101198503124516', '金额', '项目', '单位：万元', '基本情况', '例：张某', '#REF!']
const cell = fc.oneof({ weight: 3, arbitrary: fc.constant<CellValue>(null) }, { weight: 6, arbitrary: fc.constantFrom<CellValue>(...WORDS) }, { weight: 2, arbitrary: fc.integer({ min: -5, max: 50_000 }) }, { weight: 1, arbitrary: fc.constantFrom<CellValue>(true, false, '', 1985.1, { error: '#REF!' }) }, { weight: 1, arbitrary: fc.string({ maxLength: 6 }) })
const sheet = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 25 })

test('nothing is thrown, and every row of a list is either read or skipped with a reason', () => {
  fc.assert(fc.property(sheet, sheet, fc.boolean(), (first, second, hidden) => {
    const reading = readSnapshot(book({ 花名册: first, 用房: second }, hidden ? { hidden: ['用房'] } : {}), { asOf: 20231231 })
    for (const table of reading.tables) {
      if (table.kind !== 'staff' && table.kind !== 'premises' && table.kind !== 'community') continue
      const rows = new Map<number, number>()
      const read = new Set([...reading.people, ...reading.premises].filter(row => row.table === table.index).map(row => row.row))
      // A list on its side has no rows of its own on the sheet.
      if (table.turned === true) { if (table.kind !== 'community') expect(table.rowsRead).toBe(read.size); continue }
      for (const row of [...read, ...table.skipped.map(row => row.row)]) rows.set(row, (rows.get(row) ?? 0) + 1)
      expect([...rows.values()].every(times => times === 1)).toBe(true)
      if (table.kind !== 'community') expect(table.rowsRead).toBe(read.size)
      const all = [...rows.keys()].sort((a, b) => a - b)
      for (const row of all) expect(row).toBeGreaterThan(table.header.bottom)
      if (table.kind !== 'community') for (let row = table.header.bottom + 1; row <= (table.body?.bottom ?? 0); row++) expect(rows.has(row)).toBe(true)
    }
    for (const person of reading.people) expect(person.community).toBeLessThan(reading.communities.length)
    for (const sheetName of ['花名册', '用房']) expect(reading.tables.some(table => table.sheet === sheetName)).toBe(true)
  }), { numRuns: 1500 })
})

test('the same workbook gives the same reading', () => {
  fc.assert(fc.property(sheet, rows => {
    expect(readSnapshot(book({ 表: rows }))).toEqual(readSnapshot(book({ 表: rows })))
  }), { numRuns: 200 })
})
