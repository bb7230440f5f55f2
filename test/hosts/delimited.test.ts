import * as fc from 'fast-check'
import type { CellValue } from '../../src/core/cell'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'

const read = async (bytes: Uint8Array, name = '花名册.csv'): Promise<CellValue[][]> => ((await readWorkbookBytes(bytes, name)).sheets[0]?.rows ?? []).map(row => [...row])
const rowsOf = (text: string): Promise<CellValue[][]> => read(new TextEncoder().encode(text))

test.each<[string, string, CellValue[][]]>([
  ['plain fields', '姓名,年龄\n张三,45\n', [['姓名', '年龄'], ['张三', 45]]],
  ['Windows line ends', 'a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
  ['no line end at the end', 'a,b\nc,d', [['a', 'b'], ['c', 'd']]],
  ['blank fields and lines', 'a,,b\n\n,c,\n', [['a', null, 'b'], [], [null, 'c']]],
  ['quotes, doubled quotes, a line break inside', '"a,b","c""d","e\nf"\n', [['a,b', 'c"d', 'e\nf']]],
  ['a quote that never ends', 'a,"b\nc', [['a', 'b\nc']]],
  ['tabs', '姓名\t年龄\n张三,李四\t45\n', [['姓名', '年龄'], ['张三,李四', 45]]],
  ['semicolons', 'a;b;c\n1;2;3\n', [['a', 'b', 'c'], [1, 2, 3]]],
  ['a stated separator', 'sep=;\na,b;c\n', [['a,b', 'c']]],
  ['numbers', '1,-2.5,0.10,0\n', [[1, -2.5, 0.1, 0]]],
  ['what must stay text', '007,990101199001010012,1234567890123456,1e5,=1+1,1/2,80%\n', [['007', '990101199001010012', '1234567890123456', '1e5', '=1+1', '1/2', '80%']]],
  ['a quoted number is text', '"12",12\n', [['12', 12]]],
  ['a number kept as text by Excel', '="007",1\n', [['007', 1]]],
])('%s', async (_what, text, expected) => {
  expect(await rowsOf(text)).toEqual(expected)
})

test.each<[string, Uint8Array]>([
  ['UTF-8', new TextEncoder().encode('姓名,年龄\n')],
  ['UTF-8 with its mark', new TextEncoder().encode('\ufeff姓名,年龄\n')],
  ['UTF-16', new Uint8Array(Buffer.from('\ufeff姓名,年龄\n', 'utf16le'))],
  ['UTF-16 the other way round', new Uint8Array(Buffer.from('\ufeff姓名,年龄\n', 'utf16le').swap16())],
  ['GB18030', new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc4, 0xea, 0xc1, 0xe4, 0x0a])],
])('%s', async (_what, bytes) => {
  expect(await read(bytes)).toEqual([['姓名', '年龄']])
})

test('the encoding is told when it had to be guessed, and the sheet is called like the file', async () => {
  const snapshot = await readWorkbookBytes(new Uint8Array([0xd0, 0xd5]), '人员/名单.csv')
  expect([snapshot.notices, snapshot.sheets[0]?.name]).toEqual([[{ key: 'notice.text-encoding', params: { encoding: 'GB18030' } }], '人员_名单'])
})

test('quoted texts come back as they were', async () => {
  const field = fc.string({ unit: fc.constantFrom(...'a1,"\n社 ;\t'), minLength: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), async rows => {
      expect(await rowsOf(rows.map(row => row.map(text => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n') + '\n')).toEqual(rows)
    }),
  )
})

test.each<[string, string, string]>([
  ['花名册.csv', '姓名\n张三\n', 'read'],
  ['花名册.txt', 'junk\n', 'read'],
  ['花名册.xlsx', '姓名,年龄\n张三,45\n', 'notice.text-under-workbook-name'],
  ['花名册.XLS', '姓名\t年龄\n张三\t45\n', 'notice.text-under-workbook-name'],
  ['花名册.et', 'a;b\n', 'notice.text-under-workbook-name'],
  ['花名册.xlsx', 'junk\n', 'not-a-workbook'],
  ['花名册.xlsm', '404 not found\n<nothing>\n', 'not-a-workbook'],
  ['花名册.xlsx', '\n\n', 'empty-file'],
])('text under the name %s: %j is %s', async (name, text, expected) => {
  const said = await readWorkbookBytes(new TextEncoder().encode(text), name).then(
    ({ notices }) => notices.map(({ key }) => key).join() || 'read', (error: unknown) => (error as { code: string }).code)
  expect(said).toBe(expected)
})
