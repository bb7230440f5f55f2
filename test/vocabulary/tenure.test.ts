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

// tenure, as clerks type it.
test.each(([
  ['own', '自有房屋（已办证）|产权归居委会|居委会产权|社区集体资产|政府划拨（无证）|县政府划拨|街道无偿划拨给社区|镇政府无偿提供|开发商无偿移交|开发商配套移交（2019年）|小区配套用房已移交|物业配套用房（移交）|自购商品房|购买商铺|2018年自建|2015年新建|自建二层楼|原村委会办公楼（自有）|村集体所有|集体土地自建|国资划拨|国有资产无偿使用|街道办事处产权|镇资产|自有（房产证号：0012345）|老村部改建|原小学校改造（划拨）|社区自建房|自有，未办证|自有房产1处|开发商赠送|产权已移交|产权属镇政府|产权属街道|村部自有|拆迁安置区配套|安置小区配套用房|回购|公建配套用房（移交）|民政局划拨|上级划拨|原镇政府办公楼调拨|自有120㎡'],
  ['rented', '租赁（至2025.12）|租用居民楼|租赁私房|租用沿街门面房|租民宅|每年租金2.4万|租赁，租期3年|租赁合同至2024年6月30日|租用（年租金1.8万元）|租用物业公司用房|向开发商租赁|租用村民房屋|房租2万/年|租用商业用房|租赁（河东路12号）|承租国有公房|临时租用|临时租赁|租赁(一年一签)|租用厂房|付租金使用|租的|租赁性质|租赁临街房'],
  ['borrowed', '借用村部|借用居民房|借用学校|借用物业用房|借用街道办公楼|暂借开发商房屋|临时借用幼儿园|无偿借用企业厂房|借用镇文化站|临时板房|活动板房|临时搭建|临时过渡房|借用社区党员家中|借用售楼处|寄居在河西社区'],
  ['shared', '与村委会合署办公|与物业合用|和派出所共用|同河西社区合用|两社区共用|合用（与城南社区）|与镇便民中心共用'],
  ['in-building', '在建（2024年底完工）|新建中（预计2024.6）|正在建设中|规划待建|未开工|已立项|已立项未开工|主体已封顶|装修未启用|已选址|选址中|未建|配建（未移交）|配建未交付|开发商未移交|尚未移交|正在筹建|拟购|拟购置|计划2024年建|已规划未建|代建中|开工建设中'],
  ['to-be-demolished', '危房（已停用）|D级危房|列入棚改|即将拆除|已拆除|已拆迁，过渡中|面临征收|待动迁|棚改范围|自有（拟拆迁）|拆迁过渡|列入征收范围'],
  ['none', '无固定办公场所|无自有用房|没有固定用房|无独立办公用房|无社区用房|暂无办公用房|未落实|无办公场地|尚未解决|无产权用房'],
  ['unclear', '非自有|产权不明晰|未租赁|自有80、租赁60|部分自有部分租赁|有争议|产权纠纷|不属于社区|待商定|历史遗留|产权未移交'],
] as const).flatMap(([want, text]) => text.split('|').map(word => [word, want] as const)))('%s tells %s', (word, want) => { expect(readTenure(word).tenure).toBe(want) })

// demolition, as clerks type it.
test.each(([
  ['yes', '拟于2024年拆迁|列入2024年拆迁计划|2025年列入征收|已列入棚改计划|列入棚户区改造|征收范围内|属拆迁范围|面临拆迁（河东片区）|已签征收协议|已签订拆迁协议|待拆|房屋征收|列入旧城改造|列入城中村改造|拆迁红线内|即将动迁|已发布征收公告|计划明年拆|道路拓宽拆迁|高铁拆迁|拆迁在即|房屋已征收|已拆|正拆迁|列入拆迁(2024.6)|拟征收|危房改造|在拆迁范围内|是，2024年底前|今年拆迁|年底拆迁'],
  ['no', '不拆|未列入计划|未列入拆迁范围|不属拆迁范围|无拆迁任务|不在征收范围内|目前不拆迁|目前未列入|暂未列入|近期不拆|不涉及拆迁|未涉及|没有拆迁计划|尚未列入|否，新建房屋|非拆迁|非危房|无计划|暂无拆迁计划|未纳入征收|不列入|已取消拆迁|未列入拆迁（2023年底）|近期无拆迁计划|近三年不拆迁|不在红线内|不属于|长期保留|新建，不拆'],
  ['unclear', '不保留|未取消拆迁|未签拆迁协议|未签征收协议|可能拆迁|不确定|待通知|传闻拆迁|有可能|是否拆迁待定|拟列入，未定'],
] as const).flatMap(([want, text]) => text.split('|').map(word => [word, want] as const)))('%s tells %s', (word, want) => { expect(readDemolition(word).answer).toBe(want) })

test.each(['部分自有', '自有一半', '置换中', '正在置换'])('%s: whose it is stays open', text => { expect(readTenure(text).tenure).toBe('unclear') })
