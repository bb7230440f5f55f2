import { check } from '../../src/check'
import { compare } from '../../src/compare'
import type { Version } from '../../src/compare'
import type { Comparison } from '../../src/core/comparison'
import { defaultPolicy } from '../../src/policies'
import { comparisonJson, comparisonText } from '../../src/render/compare'
import { checkCharacter } from '../../src/vocabulary/ids'
import { book } from '../read/sheets'
import type { SheetText } from '../read/sheets'

const HEAD = '序号|社区|姓名|身份证号|出生日期|学历|政治面貌|人员类别|人员状态|职务'
const PLACES = '社区|坐落|使用面积|产权性质|警务室'

function id(birth: string, order: string): string {
  const digits = `321299${birth}${order}`
  return `'${digits}${checkCharacter(digits)}`
}

function version(people: SheetText, places: SheetText = []): Version {
  const snapshot = book({ 花名册: [HEAD, ...people], ...(places.length === 0 ? {} : { 办公用房: [PLACES, ...places] }) })
  return { snapshot, report: check(snapshot, { policy: defaultPolicy, asOf: '2023-12-31' }) }
}

function changes({ people }: Comparison): string[] {
  return people.map(({ name, community, change, fields }) => [change, name, community, ...fields.map(field => `${field.key} ${String(field.old)}>${String(field.new)} ${String(field.oldCell)}>${String(field.newCell)}`)].join(' '))
}

const between = (old: SheetText, now: SheetText): Comparison => compare(version(old), version(now))
const A = id('19850315', '011'), B = id('19780702', '022')

describe('people', () => {
  const rows: readonly [string, SheetText, SheetText, string[]][] = [
    ['nothing', [`1|河东|丁一|${A}|1985-03-15|本科|中共党员|正式|在岗|主任`], [`7|河东社区|丁 一|${A}|1985.03|大学本科|党员|正式|在岗|主任`], []],
    ['came and left', [`1|河东|丁一|${A}|1985-03-15|本科|群众|正式|在岗|主任`], [`1|河东|于二|${B}|1978-07-02|本科|群众|正式|在岗|主任`], ['left 丁一 河东', 'came 于二 河东']],
    ['by id, under another name', [`1|河东|丁一|${A}|1985-03-15|大专|群众|正式|在岗|主任`], [`1|河东|丁壹|${A}|1985-03-15|本科|群众|正式|在岗|主任`], ['changed 丁壹 河东 name 丁一>丁壹 花名册!C2>花名册!C2 education 大专>本科 花名册!F2>花名册!F2']],
    ['by name and birth, into another community', ['1|河东|丁一||1985-03-15|大专|群众|聘用|在岗|干事', '2|河东|于二||1978-07-02|大专|群众|正式|在岗|主任'], ['1|河西|丁一||1985-03-15|大专|群众|正式|在岗|干事', '2|河东|于二||1978-07-02|大专|群众|正式|在岗|主任'], ['moved 丁一 河西 community 河东>河西 花名册!B2>花名册!B2 employment 聘用>正式 花名册!H2>花名册!H2']],
    ['by name within the community, with a birth put right', ['1|河东|丁一||1985-03-15|大专|群众|聘用|在岗|干事'], ['1|河东|丁一||1986-03-15|大专|群众|聘用|在岗|干事'], ['changed 丁一 河东 birth 1985-03-15>1986-03-15 花名册!E2>花名册!E2']],
    ['two of one name with other ids and births are two people', [`1|河东|丁一|${A}|1985-03-15|大专|群众|正式|在岗|主任`], [`1|河东|丁一|${B}|1978-07-02|大专|群众|正式|在岗|主任`], ['left 丁一 河东', 'came 丁一 河东']],
    ['who is still listed and has left', [`1|河东|丁一|${A}|1985-03-15|大专|群众|正式|在岗|主任`], [`1|河东|丁一|${A}|1985-03-15|大专|群众|正式|离职|主任`], ['left 丁一 河东 status 在岗>离职 花名册!I2>花名册!I2']],
    ['a vacant post is nobody', ['1|河东|空缺||||||正式|空缺|主任', `2|河东|于二|${B}|1978-07-02|本科|群众|正式|在岗|干事`], [`1|河东|于二|${B}|1978-07-02|本科|群众|正式|在岗|干事`], []],
  ]
  test.each(rows)('%s', (_name, old, now, expected) => {
    const found = between(old, now)
    expect(changes(found)).toEqual(expected)
    expect(found.unmatched).toEqual([])
  })

  test('namesakes whom nothing tells apart are not guessed at', () => {
    const found = between(['1|河东|丁一|||大专|群众|正式|在岗|主任', '2|河东|丁一|||高中|群众|聘用|在岗|干事'], ['1|河东|丁一|||大专|群众|正式|在岗|主任'])
    expect(changes(found)).toEqual([])
    expect(found.unmatched.map(({ side, cell, why }) => [side, cell, why.key])).toEqual([['old', '花名册!C2', 'compare.namesakes'], ['old', '花名册!C3', 'compare.namesakes'], ['new', '花名册!C2', 'compare.namesakes']])
  })

  test('an id that was put right is told, and neither is said', () => {
    const found = between([`1|河东|丁一|${A}|1985-03-15|大专|群众|正式|在岗|主任`], [`1|河东|丁一|${id('19850315', '033')}|1985-03-15|大专|群众|正式|在岗|主任`])
    expect(found.people.map(person => person.fields.map(field => field.key))).toEqual([['id']])
    expect(comparisonText(found, defaultPolicy, 'zh-CN')).toContain('身份证号')
  })
})

test('premises, figures and verdicts', () => {
  const roster = [`1|河东|丁一|${A}|1985-03-15|大专|群众|正式|在岗|主任`]
  const found = compare(version(roster, ['河东|东街1号|180|租赁|有', '河东|西街2号|30|自有|无']), version([...roster, `2|河东|于二|${B}|1978-07-02|本科|中共党员|正式|在岗|干事`], ['河东|西街2号|60|自有|无', '河东|东街1号|180|自有|有', '河西|南街3号|90|自有|有']))
  expect(found.premises.map(({ community, change, fields }) => [community, change, fields.map(field => `${field.key} ${String(field.old)}>${String(field.new)}`).join()])).toEqual([
    ['河东', 'changed', 'tenure 租赁>自有'], ['河东', 'changed', 'usableArea 30>60'], ['河西', 'came', 'usableArea null>90,tenure null>自有,roomPolice null>有'],
  ])
  expect(found.figures).toEqual(expect.arrayContaining([{ community: '河东', figure: 'formal', old: 1, new: 2 }, { community: '河东', figure: 'usableArea', old: 210, new: 240 }, { community: '河西', figure: 'usableArea', old: null, new: 90 }]))
  expect(found.verdicts).toEqual(expect.arrayContaining([{ community: '河东', target: 'party-league-share', old: 'missed', new: 'met' }, { community: '河西', target: 'usable-area', old: null, new: 'missed' }]))
  const json = comparisonJson(found, 'en') as { plancheck: number; old: string; asOf: object }
  expect([json.plancheck, json.old, json.asOf]).toEqual([1, '表.xlsx', { old: '2023-12-31', new: '2023-12-31' }])
  expect(comparisonText(found, defaultPolicy, 'zh-CN')).toMatch(/人员：新到 1 人、离开 0 人、调动 0 人、信息变更 0 人\n {2}新到 {2}于二（河东）\n\n用房：新增 1 处、减少 0 处、变更 2 处\n/)
  expect(comparisonText(found, defaultPolicy, 'en', { markdown: true })).toMatch(/^# Two versions compared\n\nOld: /)
})

test('the same workbook twice: nothing changed', () => {
  const one = version([`1|河东|丁一|${A}|1985-03-15|大专|群众|正式|在岗|主任`], ['河东|东街1号|180|租赁|有'])
  expect(compare(one, one)).toMatchObject({ people: [], premises: [], figures: [], verdicts: [], unmatched: [] })
  expect(comparisonText(compare(one, one), defaultPolicy, 'zh-CN')).toContain('前后没有变化')
})
