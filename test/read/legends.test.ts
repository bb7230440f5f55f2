import * as fc from 'fast-check'
import { people, read } from './sheets'
import type { SheetText } from './sheets'

const HEAD = '社区|姓名|学历|政治面貌|人员类别'
const first = (rows: SheetText, more: Readonly<Record<string, SheetText>> = {}): readonly string[] =>
  read({ 花名册: rows, ...more }).people.map(({ name, college, partyOrLeague, employment }) => `${name} ${college} ${partyOrLeague} ${employment}`)

describe('codes of a roster that its own notes explain', () => {
  test.each<readonly [row: string, other: string, notes: readonly string[], wanted: readonly [string, string]]>([
    ['大专|党员|A', '高中|群众|B', ['注：人员类别栏 A—正式人员，B—聘用人员'], ['张三 yes yes formal', '李四 no no contracted']],
    ['大专|党员|a', '高中|群众|Ｂ', ['A为正式；a为正式；B为聘用'], ['张三 yes yes formal', '李四 no no contracted']],
    ['大专|党员|1', '高中|群众|2', ['填表说明：人员类别：1.正式；2.聘用。'], ['张三 yes yes formal', '李四 no no contracted']],
    ['3|A|正式', '4|C|聘用', ['说明：学历：1研究生 2本科 3大专 4高中（中专） 5初中及以下；政治面貌：A中共党员（含预备） B共青团员 C群众'], ['张三 yes yes formal', '李四 no no contracted']],
    ['③|党员|正式', '④|群众|聘用', ['1、学历代码：①研究生；②大学本科；③大专；④高中。', '2、其余照填'], ['张三 yes yes formal', '李四 no no contracted']],
    ['大专|党员|甲', '高中|群众|乙', ['“甲”为正式，“乙”为聘用'], ['张三 yes yes formal', '李四 no no contracted']],
    ['大专|党员|A', '高中|群众|C', ['A—正式人员，B—聘用人员'], ['张三 yes yes formal', '李四 no no unknown']],
    ['大专|党员|A', '高中|群众|B', ['A—正式人员，B—聘用人员，A—聘用人员'], ['张三 yes yes unknown', '李四 no no contracted']],
    ['大专|党员|1', '高中|群众|2', ['1.正式人员由组织部门填写；2.聘用人员由社区填写'], ['张三 yes yes unknown', '李四 no no unknown']],
    ['大专|党员|1', '高中|群众|2', ['1.学历填最高学历', '2.人员类别按实际填写'], ['张三 yes yes unknown', '李四 no no unknown']],
    ['大专|党员|A', '高中|群众|B', [], ['张三 yes yes unknown', '李四 no no unknown']],
  ])('%s and %s with %j', (row, other, notes, wanted) => {
    expect(first([HEAD, `清泉社区|张三|${row}`, `清泉社区|李四|${other}`, '', ...notes])).toEqual(wanted)
    expect(first([...notes, HEAD, `清泉社区|张三|${row}`, `清泉社区|李四|${other}`])).toEqual(wanted)
  })

  test('a table of codes explains them as well', () => {
    expect(first([HEAD, '清泉社区|张三|大专|党员|01', '清泉社区|李四|高中|群众|02'], { 代码表: ['代码|人员类别', "'01|正式人员", "'02|聘用人员"] })).toEqual(['张三 yes yes formal', '李四 no no contracted'])
  })

  test('it is told once for each column', () => {
    const { notices, questions } = read({ 花名册: [HEAD, '清泉社区|张三|大专|党员|A', '清泉社区|李四|高中|群众|B', '注：A—正式人员，B—聘用人员'] })
    expect(notices).toEqual([{ key: 'notice.codes-written-out', params: { sheet: '花名册', header: '人员类别', words: 'A=正式人员、B=聘用人员' }, sheet: '花名册' }])
    expect(questions).toEqual([])
  })

  test('words stay what they are, whatever a legend says', () => {
    const kind = fc.constantFrom('正式', '聘用', '在编', '劳务派遣'), code = fc.constantFrom('A', 'B', '1', '2')
    fc.assert(
      fc.property(fc.array(kind, { minLength: 1, maxLength: 6 }), code, code, kind, kind, (kinds, one, two, first1, second) => {
        const rows = [HEAD, ...kinds.map((each, at) => `清泉社区|赵${'甲乙丙丁戊己'.charAt(at)}|大专|党员|${each}`)]
        const plain = people(read({ 花名册: rows }))
        expect(people(read({ 花名册: [...rows, '', `注：${one}—${first1}，${two}—${second}`] }))).toEqual(plain)
      }),
    )
  })
})

describe('marks beside names', () => {
  const rows = (one: string, other: string, note: string): SheetText => ['社区|姓名|学历|政治面貌', `清泉社区|${one}|大专|党员`, `清泉社区|${other}|高中|群众`, '', note]
  test.each<readonly [one: string, other: string, note: string, wanted: readonly string[]]>([
    ['张三（正）', '李四（聘）', '注：（正）为正式人员，（聘）为聘用人员', ['张三 yes yes formal', '李四 no no contracted']],
    ['张三★', '李四*', '带★的为正式人员，带*的为聘用人员', ['张三 yes yes formal', '李四 no no contracted']],
    ['张三', '李四*', '注：带*的为聘用人员', ['张三 yes yes unknown', '李四 no no unknown']],
  ])('%s and %s: %s', (one, other, note, wanted) => {
    expect(first(rows(one, other, note))).toEqual(wanted)
  })
})

describe('codes of communities', () => {
  const NAMES: SheetText = ['代码|社区名称', "'01|清泉社区", "'02|荷叶社区"]
  const WANTED = ['张三 清泉 formal', '王五 荷叶 formal']
  test.each<readonly [head: string, one: string, two: string, names: SheetText, wanted: readonly string[]]>([
    ['社区代码', "'01", "'02", NAMES, WANTED],
    ['社区编号', '1', '2', ['编号|社区', '1|清泉社区', '2|荷叶社区'], WANTED],
    ['社区', 'JY-01', 'JY-02', ['代码|社区名称', 'JY-01|清泉社区', 'JY-02|荷叶社区'], WANTED],
    ['社区', 'JY-01', 'JY-02', ['无关'], WANTED.map(line => line.replace(/清泉|荷叶/, '?'))],
    ['社区', '清泉社区', '荷叶社区', ['代码|社区名称', '清泉社区|荷叶社区', '荷叶社区|清泉社区'], WANTED],
  ])('%s %s and %s', (head, one, two, names, wanted) => {
    expect(people(read({ 花名册: [HEAD.replace('社区', head), `${one}|张三|大专|党员|正式`, `${two}|王五|大专|党员|正式`], 代码表: names }))).toEqual(wanted)
  })
  test('beside their names they change nothing', () => {
    expect(people(read({ 花名册: [`社区代码|${HEAD}`, '02|清泉社区|张三|大专|党员|正式', '01|荷叶社区|王五|大专|党员|正式'], 代码表: NAMES }))).toEqual(WANTED)
  })
})

test('signs of rooms by the list’s own legend', () => {
  const reading = read({ 四室: ['社区|社区办公室|警务室|民主议事室|文体活动|使用面积', '清泉社区|√|△|×|√|210', '荷叶社区|√|×|△|×|90', '注：√为有，×为无，△为合用'] })
  expect(reading.premises.map(({ rooms }) => Object.values(rooms).join(' '))).toEqual(['present shared absent present', 'present absent shared absent'])
})

test('one table explains the codes of several columns', () => {
  const codes: SheetText = ['类别|代码|含义', '学历|1|研究生', '学历|2|本科', '学历|3|高中', '政治面貌|1|中共党员', '政治面貌|2|群众', '人员类别|1|正式', '人员类别|2|聘用']
  expect(first([HEAD, '清泉社区|张三|2|1|1', '清泉社区|李四|3|2|2'], { 字典: codes })).toEqual(['张三 yes yes formal', '李四 no no contracted'])
})
