import type { CellValue } from '../../src/core/cell'
import { check } from '../../src/check'
import { cellItems, fill } from '../../src/fill'
import { defaultPolicy } from '../../src/policies'
import { PAY, roster } from './own-layout'
import { bookOf, sheetOf } from './own-truth'

const KINDS = { 正式: 2, 聘用: 1 }

/** How many cells of a sheet of two lines and their sum are filled. */
function filled(rows: readonly (readonly CellValue[])[], name = '测算'): number {
  const book = bookOf([sheetOf({ name: '花名册', rows: roster(KINDS, PAY) }), sheetOf({ name, rows })])
  return cellItems(fill(book, check(book, { policy: defaultPolicy }))).filter(({ change }) => change.sheet === name).length
}

interface Words {
  readonly title?: string
  readonly first?: string
  readonly second?: string
  readonly heads?: string
  readonly money?: string
}

function sheet({ title = '2023年社区人员经费预算表', first = '正式人员', second = '聘用人员', heads = '人数', money = '金额（元）' }: Words): (readonly CellValue[])[] {
  return [[title], ['项目', heads, money], [first], [second], ['合计']]
}

const ALL = 6

const OTHERS = '环卫所 农村 邻镇 村 行政村 学校 派出所 卫生院 敬老院 机关 镇机关 民政局 城管队 退休 离任 志愿者 物业 网格 党务 计生 文化站 幼儿园 社区卫生 养老服务 市场 规划 财政所 财政局 组织部 后勤 食堂 管理 服务 领导 其他 培训 缺编 新增 补充 市级 县级 省级 中央 公益岗'.split(' ')
test.each(OTHERS)('nothing is filled where the title is about %s people', word => {
  expect(filled(sheet({ title: `2023年${word}人员经费预算表` }))).toBe(0)
})

const OWN = '2023年社区工作人员经费预算表 云浦镇2023年度社区工作者人员经费测算表 关于社区人员经费的测算 社区专职工作人员工资社保测算表 2023年度城市社区工作人员经费预算明细表 社区居委会人员经费预算表 附件1：2023年社区人员经费预算表 城乡社区工作人员经费表 2023年街道社区人员工资及社保预算 社区人员工资福利支出预算表 基层社区工作者经费保障测算 社区在岗人员经费情况表 2023年各社区人员经费汇总表 社区正式及聘用人员经费预算表 全镇社区工作人员经费测算表 社区人员经费（报财政局） 2023年度社区人员经费预算表（一上） 2023年社区居民委员会工作人员经费预算表 23年社区人员经费预算表'.split(' ')
test.each(OWN)('%s is the community\'s own', title => {
  expect(filled(sheet({ title }))).toBe(ALL)
})

const SHEETS = '民政局 志愿者 物业 网格 参考 22年 22年预算 2022 上年 财务 市级 县级 党建 环卫所 邻镇 样表 草稿'.split(' ')
test.each(SHEETS)('nothing is filled on a sheet named %s', name => {
  expect(filled(sheet({ title: '2023年人员经费预算表' }), name)).toBe(0)
})

const PARTS = ['2023年一季度人员经费预算表', '2023年上半年人员经费表', '2023年社区人员经费预算表（1-6月）']
test.each(PARTS)('heads alone under %s: a year\'s cost is not of it', title => {
  expect(filled(sheet({ title }))).toBe(ALL / 2)
})

const MONEY = '上年预算 22年 2022年 一季度 季度 每月 单位缴纳 核定数 审定数 批复数 增资 调标 缺口 其他单位 物业 项目经费 收入 标准 单价 定额'.split(' ')
test.each(MONEY)('nothing is brought in under %s（元）', word => {
  expect(filled(sheet({ money: `${word}（元）` }))).toBe(ALL / 2)
})
const COSTS = '金额 工资和保险 年报酬 开支 支出 申报数 全年 现状 所需经费'.split(' ')
test.each(COSTS)('what staff cost stands under %s（元）', word => {
  expect(filled(sheet({ money: `${word}（元）` }))).toBe(ALL)
})

const HEADS = '上年人数 2022年人数 新增人数 本年增加人数 招聘人数 拟招聘人数 参保人数 受益人数 党员人数 总人口 月数'.split(' ')
test.each(HEADS)('nobody is counted under %s', word => {
  expect(filled(sheet({ heads: word }))).toBe(ALL / 2)
})

const LINES = '公务员 劳务派遣人员 人事代理人员 差额事业人员 季节工 辅警 协管员 保洁员 网格员 退休人员 服务人员 培训人员 事业收入 财政拨款 机关运行 固定资产购置'.split(' ')
test.each(LINES)('a line %s takes nobody of 正式 and 聘用', first => {
  expect(filled(sheet({ first, second: '其他支出' }))).toBe(0)
})
