import { typedContent, typedNumber } from '../../taskpane/typed-content'

test.each([
  ['', 'General', null], ['12', 'General', 12], ['1,234.5', 'General', 1234.5], ['-3', 'General', -3], ['１２．５', 'General', 12.5], ['45%', 'General', 0.45],
  ['007', 'General', '007'], ['321299198003120011', 'General', '321299198003120011'], ['13800000000', 'General', 13_800_000_000], ['12', '@', '12'], ["'12", 'General', '12'],
  ['大专', 'General', '大专'], ['=A1+B1', 'General', { formula: '=A1+B1', value: null }], ['＝A1', 'General', { formula: '=A1', value: null }], ['=', 'General', '='],
  ['2023-12-31', 'yyyy-mm-dd', 45_291], ['2023年12月31日', 'yyyy"年"m"月"d"日"', 45_291], ['2023-02-30', 'yyyy-mm-dd', '2023-02-30'], ['1985.03', 'General', 1985.03],
  ['2023-12-31', 'General', '2023-12-31'], ['true', 'General', true], ['1e3', 'General', 1000], ['.', 'General', '.'], ['约200', 'General', '约200'],
] as const)('%s in a cell that shows %s is %o', (text, format, content) => {
  expect(typedContent(text, format, 1900)).toEqual(content)
})

test.each([['1,2345', null], ['12a', null], ['', null], ['２,０００', 2000], ['−5', -5], ['1e999', null]])('%s as a number is %s', (text, value) => {
  expect(typedNumber(text)).toBe(value)
})
