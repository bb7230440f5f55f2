import * as fc from 'fast-check'
import { communityOf, people, read } from './sheets'
import type { SheetOptions, SheetText } from './sheets'

const HEAD = '社区|姓名|学历|政治面貌|人员类别|办公用房使用面积（㎡）|警务室'

function areas(rows: SheetText, options: SheetOptions = {}, more: Readonly<Record<string, SheetText>> = {}): readonly string[] {
  const reading = read({ 花名册: rows, ...more }, options)
  return reading.premises
    .filter(place => reading.tables[place.table]?.counted === true)
    .map(({ community, usable, rooms }) => `${communityOf(reading, community)} ${String(usable?.value ?? '?')} ${rooms.police} ${usable?.place.sheet ?? ''}!${String(usable?.place.row ?? '')}`)
}
const down = (column: number, top: number, bottom: number) => ({ top, left: column, bottom, right: column })
const WANTED = ['清泉 210 present 花名册!2', '荷叶 90 absent 花名册!4']

describe('the area of a community beside its people', () => {
  test.each<readonly [what: string, rows: SheetText, merged: boolean]>([
    ['merged over them', [HEAD, '清泉社区|张三|大专|党员|正式|210|有', '|李四|高中|群众|聘用', '荷叶社区|王五|大专|党员|正式|90|无', '|赵六|高中|群众|聘用'], true],
    ['once a community', [HEAD, '清泉社区|张三|大专|党员|正式|210|有', '|李四|高中|群众|聘用', '荷叶社区|王五|大专|党员|正式|90|无', '|赵六|高中|群众|聘用'], false],
    ['in every row', [HEAD, '清泉社区|张三|大专|党员|正式|210|有', '清泉社区|李四|高中|群众|聘用|210|有', '荷叶社区|王五|大专|党员|正式|90|无', '荷叶社区|赵六|高中|群众|聘用|90|无'], false],
  ])('%s', (_what, rows, merged) => {
    expect(areas(rows, merged ? { merges: { 花名册: [down(6, 2, 3), down(7, 2, 3), down(6, 4, 5), down(7, 4, 5)] } } : {})).toEqual(WANTED)
    expect(people(read({ 花名册: rows }))).toEqual(['张三 清泉 formal', '李四 清泉 contracted', '王五 荷叶 formal', '赵六 荷叶 contracted'])
  })

  test.each<readonly [what: string, rows: SheetText, options: SheetOptions]>([
    ['it differs within a community', [HEAD, '清泉社区|张三|大专|党员|正式|210', '清泉社区|李四|高中|群众|聘用|30'], {}],
    ['it differs where the community comes again', [HEAD, '清泉社区|张三|大专|党员|正式|210', '荷叶社区|王五|大专|党员|正式|90', '清泉社区|李四|高中|群众|聘用|30'], {}],
    ['it is merged over two communities', [HEAD, '清泉社区|张三|大专|党员|正式|210', '荷叶社区|王五|大专|党员|正式'], { merges: { 花名册: [down(6, 2, 3)] } }],
    ['it is that of homes', [HEAD.replace('办公用房使用面积（㎡）', '家庭住房面积'), '清泉社区|张三|大专|党员|正式|95', '荷叶社区|王五|大专|党员|正式|80'], {}],
  ])('none where %s', (_what, rows, options) => {
    expect(areas(rows, options)).toEqual([])
  })

  test('a list of premises goes before it', () => {
    const rows: SheetText = [HEAD, '清泉社区|张三|大专|党员|正式|210', '荷叶社区|王五|大专|党员|正式|90']
    expect(areas(rows, {}, { 用房: ['社区|使用面积|产权', '清泉社区|230|自有', '荷叶社区|95|自有'] })).toEqual(['清泉 230 unknown 用房!2', '荷叶 95 unknown 用房!3'])
  })

  test('sections name the communities', () => {
    const rows: SheetText = [HEAD.replace('社区|', '序号|'), '清泉社区', '1|张三|大专|党员|正式|210|有', '2|李四|高中|群众|聘用', '荷叶社区', '1|王五|大专|党员|正式|90|无']
    expect(areas(rows)).toEqual(['清泉 210 present 花名册!3', '荷叶 90 absent 花名册!6'])
  })

  test('however often it is written, it counts once', () => {
    const community = fc.record({ area: fc.integer({ min: 60, max: 600 }), people: fc.integer({ min: 1, max: 6 }), every: fc.boolean() })
    fc.assert(
      fc.property(fc.array(community, { minLength: 1, maxLength: 4 }), all => {
        const names = ['清泉', '荷叶', '滨河', '高陈']
        let number = 0
        const rows = all.flatMap(({ area, people: heads, every }, at) =>
          Array.from({ length: heads }, (_each, index) => `${names[at] ?? ''}社区|赵${'甲乙丙丁戊己庚辛'.charAt(number++ % 8)}${'春夏秋冬'.charAt(at)}|大专|党员|正式|${index === 0 || every ? String(area) : ''}|`),
        )
        expect(areas([HEAD, ...rows]).map(line => line.split(' ').slice(0, 2).join(' '))).toEqual(all.map(({ area }, at) => `${names[at] ?? ''} ${String(area)}`))
      }),
    )
  })
})
