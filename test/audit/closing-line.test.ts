import { audited, line } from './books'
import type { Sheets, Written } from './books'

/** Income and expenditure of two years, closed by 结转下年. */
function table(
  closing: Written,
  more: { readonly sister?: Written; readonly word?: string; readonly spent?: Written; readonly note?: string } = {},
): Sheets {
  return {
    收支: [
      ['收入', '上年', '预算数', '支出', '上年', '预算数'],
      ['拨款', 500.5, 520.25, '人员', 300.75, 310.5], ['其他', 60, 70.5, '公用', 120.25, 130],
      ['本年收入', '=SUM(B2:B3)', '=SUM(C2:C3)', '本年支出', '=SUM(E2:E3)', '=SUM(F2:F3)'],
      ['上年结转', 20.5, 30, more.word ?? '结转下年', more.sister ?? '=B6-E4', closing, ...(more.note === undefined ? [] : [more.note])],
      ['收入总计', '=B4+B5', '=C4+C5', '支出总计', '=E4+E5', more.spent ?? '=F4+F5'],
    ],
  }
}

describe('a line that closes two sides', () => {
  test.each<[string, Sheets, string[]]>([
    ['both columns close', table('=C6-F4'), []],
    ['one is typed with its digits turned', table(108.25), ['balance-differs warning 收支!F5 =180.25']],
    ['one adds instead', table('=C6+F4'), ['balance-differs warning 收支!F5 =180.25']],
    ['one is turned about', table('=F4-C6'), ['balance-differs warning 收支!F5 =180.25']],
    ['one is blank', table(null), ['balance-differs warning 收支!F5 =180.25']],
    ['one is typed and right', table(180.25), []],
    ['a difference of a cent', table(180.26), []],
    ['neither is computed', table(108.25, { sister: 159.5 }), []],
    ['the other does not close either', table(108.25, { sister: '=B6-E3' }), []],
    ['another word', table(108.25, { word: '预备费' }), []],
    ['the total is wrong, not the line', table('=C6-F4', { spent: '=F3+F5' }), []],
    ['a note says why', table(108.25, { note: '按批复数手工填列' }), ['balance-differs info 收支!F5 =180.25']],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(each => each.rule === 'balance-differs').map(line)).toEqual(expected)
  })

  const alone = (closing: Written, total = '=D4+D5'): Sheets => ({
    收支: [['收入', '预算数', '支出', '预算数'], ['拨款', 520.25, '人员', 310.5], ['其他', 70.5, '公用', 130], ['本年收入', '=SUM(B2:B3)', '本年支出', '=SUM(D2:D3)'],
      ['上年结转', 30, '结转下年', closing], ['收入总计', '=B4+B5', '支出总计', total]],
  })
  test.each<[string, Sheets, string[]]>([
    ['it closes', alone('=B4+B5-D4'), []],
    ['it adds instead', alone('=B4+B5+D4'), ['balance-differs warning 收支!D5 =180.25']],
    ['it is typed, and off', alone(190.25), ['balance-differs warning 收支!D5 =180.25']],
    ['it is typed, and right', alone(180.25), []],
    ['the total leaves it out', alone('=B4+B5-D4', '=SUM(D2:D3)'), []],
    ['the total is typed', alone('=B4+B5-D4', '600'), []],
  ])('alone in its row: %s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.filter(each => each.rule === 'balance-differs').map(line)).toEqual(expected)
  })
})
