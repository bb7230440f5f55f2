import fc from 'fast-check'
import type { Tenure } from '../../src/core/reading'
import { readDemolition, readTenure } from '../../src/vocabulary/tenure'

const words = (text: string) => text.split(/\s+/).filter(word => word !== '').map(word => word.replaceAll('_', ' '))
const TENURES: Readonly<Partial<Record<Tenure, string>>> = {
  own: '自有 自建 自有产权 产权房 购置 购买 划拨 无偿划拨 调拨 配建移交 开发商移交 开发商配建 小区配套 无偿使用 国有 集体 集体产权 街道产权 政府产权 置换 自_有 自有（有房产证） 政府无偿提供 公建配套 新建 财政划拨 国有资产 社区自有 镇政府所有 自建房 改扩建 拆迁安置房 开发商赠送 镇政府提供',
  rented: '租借 租赁 租用 承租 借租 租 租用民房 租赁（2024年到期） 租赁房屋 租期至2024年6月 长期租赁 租赁商铺 租用开发商用房 向居民租用 租房 租赁至2025年 租（年租金3万元） 有偿使用 租用学校教室 租借民房',
  borrowed: '借用 借用学校教室 临时 临时借用 暂借 临时用房 无偿借用 借用河东社区用房 过渡 借 临时过渡用房',
  shared: '合用 共用 合署办公 与河东社区合用 与街道共用 共享 自有（合用）',
  'in-building': '在建 规划 待建 建设中 拟建 在建（配建） 正在建设 规划中 待移交 装修中',
  'to-be-demolished': '待拆迁 拆迁 面临拆迁 危房 列入拆迁 自有（待拆迁） 租赁（面临拆迁） 待征收',
  none: '无 无房 无用房 没有 暂无 无固定场所 未解决 无独立用房',
  unclear: '自有/租赁 不知 好 是 1 张三的房x 非自有 不是租的',
  blank: '/ - —',
}
test.each(Object.entries(TENURES).flatMap(([tenure, text]) => words(text).filter(word => !word.endsWith('x')).map(word => [word, tenure] as const)))('%s is %s', (word, tenure) => { expect(readTenure(word).tenure).toBe(tenure) })
test.each(words('不详 产权待定 权属未明确 待定 待查 待核实 不明 另附'))('%s is asked about', word => { expect(readTenure(word)).toEqual({ tenure: 'unclear', note: 'value.unknown-word' }) })
test('blank, number and error', () => {
  expect(readTenure(null)).toEqual({ tenure: 'blank', note: null })
  expect(readTenure(1)).toEqual({ tenure: 'unclear', note: 'value.code' })
  expect(readTenure({ error: '#N/A' })).toEqual({ tenure: 'unclear', note: 'value.error' })
  expect(readTenure('自有、租赁')).toEqual({ tenure: 'unclear', note: 'value.tenure-two-values' })
})

test.each([
  ...words('是 √ 有 面临拆迁 列入拆迁 已列入拆迁 待拆迁 拟拆迁 2024年拆迁 明年拆迁 危房 待征收 是（2024年） 列入征收范围 已列入拆迁计划 计划2024年拆迁 即将拆迁 拆迁').map(word => [word, 'yes'] as const), [1, 'yes'] as const, [2024, 'yes'] as const, [45_300, 'yes'] as const,
  ...words('否 无 × 不拆迁 未列入 未列入拆迁 不涉及 不在拆迁范围 暂不拆迁 没有 无拆迁计划 / 否（暂无计划） 未纳入 暂无').map(word => [word, word === '暂无' ? 'blank' : 'no'] as const), [0, 'no'] as const,
  [null, 'blank'], ['', 'blank'], ['不详', 'blank'], ['可能', 'unclear'], ['等通知', 'unclear'], [7, 'unclear'],
] as const)('demolition %p is %s', (value, answer) => { expect(readDemolition(value).answer).toBe(answer) })

test('never throws', () => { fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean()), value => { readTenure(value); readDemolition(value) })) })
