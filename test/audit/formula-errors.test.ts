import { audited, line } from './books'

describe('error values by cause', () => {
  test.each<[string, Parameters<typeof audited>[0], string[]]>([
    ['a lost reference and the cells that pass it on are one finding', { 预算: [['项目', '金额'], ['办公费', ['=#REF!*2', { error: '#REF!' }]], ['会议费', ['=#REF!*3', { error: '#REF!' }]], ['合计', ['=SUM(B2:B3)', { error: '#REF!' }]]] },
      ['formula-error-value warning 预算!B2:B3']],
    ['a division by a blank is a form that waits', { 预算: [['人数', '金额', '人均'], [null, null, '=B2/A2']] }, ['formula-error-value info 预算!C2']],
    ['a text that looks like an error is none', { 预算: [['项目', '#REF!'], ['办公费', 3]] }, []],
  ])('%s', (_name, sheets, expected) => {
    expect(audited(sheets).findings.map(line)).toEqual(expected)
  })
})
