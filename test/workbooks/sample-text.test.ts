import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { cellName } from '../../src/core/place'
import { packedSheet, unpackedSheet } from '../../taskpane/sample-text'
import { unzip } from './zip'

test.each(readdirSync('samples').filter(name => name.endsWith('.xlsx')))('%s within the one file is the sample, letter by letter, and weighs less', name => {
  for (const [part, bytes] of unzip(readFileSync(`samples/${name}`))) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), short = packedSheet(text)
    expect([part, unpackedSheet(short) === text]).toEqual([part, true])
    if (part.startsWith('xl/worksheets/')) expect(short.length).toBeLessThan(text.length * 0.8)
  }
})

test.each<readonly [string, string]>([
  ['<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"/></row>', '<row><c t="s"/><c s="2"/></row>'],
  ['<row r="3"><c r="C3"><v>1</v></c><c r="D3"/></row><row r="4"/>', '<row r="3"><c r="C3"><v>1</v></c><c/></row><row/>'],
  ['<row r="1"><c r="Z1"/><c r="AA1"/><c r="A2"/></row>', '<row><c r="Z1"/><c/><c r="A2"/></row>'],
  ['<row r="1"><c r="A1" t="s"><v>4</v></c><c r="B1" t="s"><v>5</v></c><c r="C1" t="s"><v>4</v></c><c r="D1" t="s"><v>6</v></c></row>', '<row><c t="s"><v>4</v></c><c t="s"/><c t="s"><v>4</v></c><c t="s"/></row>'],
  ['<cols><col min="1"/></cols><cellXfs/>', '<cols><col min="1"/></cols><cellXfs/>'],
])('%s', (text, short) => {
  expect(packedSheet(text)).toBe(short)
  expect(unpackedSheet(short)).toBe(text)
})

test('any rows and cells come back', () => {
  const cell = fc.record({ column: fc.integer({ min: 1, max: 800 }), shared: fc.option(fc.integer({ min: 0, max: 9 })) })
  const row = fc.record({ at: fc.integer({ min: 1, max: 30 }), cells: fc.array(cell, { maxLength: 6 }) })
  fc.assert(fc.property(fc.array(row, { maxLength: 8 }), rows => {
    const cellText = (at: number, { column, shared }: (typeof rows)[number]['cells'][number]): string =>
      `<c r="${cellName(at, column)}"${shared === null ? '/>' : ` t="s"><v>${String(shared)}</v></c>`}`
    const text = rows.map(({ at, cells }) => `<row r="${String(at)}">${cells.map(each => cellText(at, each)).join('')}</row>`).join('')
    expect(unpackedSheet(packedSheet(text))).toBe(text)
  }))
})
