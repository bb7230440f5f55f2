import { checkCharacter, inventedId, series, Town } from './people'
import { fullYears, trueStaffing, trueUnit } from './truth'
import { columnName, serial, workbook, workbookParts } from './workbook'
import type { Book } from './workbook'
import { unzip, zip } from './zip'

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const book: Book = {
  sheets: [
    { name: '花名册 & 表', rows: [['姓名', 'a<b'], [1, true, null, { formula: 'SUM(A2:A2)', value: 1 }], [], { cells: [{ error: '#REF!' }, { value: 45000, style: { format: 'yyyy-mm-dd', bold: true } }], hidden: true }], merges: ['A1:B1'], widths: [10, null, 4], hiddenColumns: [4], frozenRows: 1, filter: 'A1:B4', print: { repeat: [1, 1] } },
    { name: '旧', hidden: true, rows: [['姓名']] },
  ],
}

test('the parts come out of the archive as they went in', () => {
  const parts = [{ path: 'a/甲.txt', content: '中文 '.repeat(500) }, { path: 'b.bin', content: Uint8Array.of(0, 255, 3), stored: true }]
  const files = unzip(zip(parts))
  expect([...files.keys()]).toEqual(['a/甲.txt', 'b.bin'])
  expect(text(files.get('a/甲.txt'))).toBe('中文 '.repeat(500))
  expect(files.get('b.bin')).toEqual(Uint8Array.of(0, 255, 3))
})

test('the same description gives the same bytes', () => {
  expect(workbook(book)).toEqual(workbook(structuredClone(book)))
})

test('cells of every kind are written in their own way', () => {
  const sheet = text(unzip(workbook(book)).get('xl/worksheets/sheet1.xml'))
  expect(sheet).toContain('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>')
  expect(sheet).toContain('<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="b"><v>1</v></c><c r="D2"><f>SUM(A2:A2)</f><v>1</v></c></row>')
  expect(sheet).toContain('<row r="4" hidden="1"><c r="A4" t="e"><v>#REF!</v></c><c r="B4" s="1"><v>45000</v></c></row>')
  expect(sheet).toContain('<mergeCell ref="A1:B1"/>')
  expect(sheet).toContain('<col min="4" max="4" width="9" hidden="1" customWidth="1"/>')
})

test('text is shared or inline, and escaped', () => {
  expect(text(unzip(workbook(book)).get('xl/sharedStrings.xml'))).toContain('<si><t xml:space="preserve">a&lt;b</t></si>')
  const inline = unzip(workbook({ ...book, strings: 'inline' }))
  expect(inline.has('xl/sharedStrings.xml')).toBe(false)
  expect(text(inline.get('xl/worksheets/sheet1.xml'))).toContain('<c r="B1" t="inlineStr"><is><t xml:space="preserve">a&lt;b</t></is></c>')
  expect(text(inline.get('xl/workbook.xml'))).toContain('<sheet name="花名册 &amp; 表" sheetId="1" r:id="rId1"/><sheet name="旧" sheetId="2" state="hidden" r:id="rId2"/>')
})

test('a part of one\'s own takes the place of the usual one', () => {
  const parts = workbookParts({ ...book, parts: [{ path: 'xl/styles.xml', content: '<own/>' }, { path: 'custom.xml', content: '<new/>' }] })
  expect(parts.filter(part => part.path === 'xl/styles.xml')).toEqual([{ path: 'xl/styles.xml', content: '<own/>' }])
  expect(parts.at(-1)).toEqual({ path: 'custom.xml', content: '<new/>' })
})

test.each([[1, 'A'], [26, 'Z'], [27, 'AA'], [702, 'ZZ'], [703, 'AAA']])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name)
})

test('serial numbers of days', () => {
  expect([serial(1985, 3, 1), serial(2023, 12, 31)]).toEqual([31107, 45291])
})

test('invented ids carry a right check character under an area code that was never given out', () => {
  // The example of the standard itself.
  expect(checkCharacter('11010519491231002')).toBe('X')
  expect(inventedId({ year: 1985, month: 3, day: 1 }, '女', 1)).toMatch(/^99010119850301002[0-9X]$/)
  const town = new Town(series(1))
  const people = Array.from({ length: 400 }, (_, at) => town.person(20 + (at % 40), 2023))
  expect(new Set(people.map(person => person.id)).size).toBe(400)
  for (const { id, sex } of people) {
    expect(id.slice(17)).toBe(checkCharacter(id.slice(0, 17)))
    expect(Number(id.charAt(16)) % 2 === 1 ? '男' : '女').toBe(sex)
  }
})

test('the truth: nobody who left counts, the undecided are apart, blanks stay in the whole', () => {
  const birth = { year: 1980, month: 6, day: 30 }
  const one = { community: '河南', college: true, partyLeague: false, birth } as const
  const unit = trueUnit([{ ...one, kind: 'formal' }, { ...one, kind: 'contracted', college: false }, { ...one, kind: 'undecided' }, { ...one, kind: 'formal', present: false }], { year: 2023, month: 6, day: 29 })
  expect(unit).toEqual({ formal: 1, contracted: 1, undecided: 1, counted: 2, college: 1, partyLeague: 0, averageAge: 42 })
  expect(trueStaffing(unit)).toEqual({ 'formal-count': 'missed', 'contracted-count': 'missed', 'college-share': 'missed', 'average-age': 'met', 'party-league-share': 'missed' })
  expect(fullYears(birth, { year: 2023, month: 6, day: 30 })).toBe(43)
})
