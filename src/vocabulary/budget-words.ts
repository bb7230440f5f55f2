import { employmentWords } from './employment'
import { lexicon } from './grammar'
import { normalise } from './normalise'
import { rememberWords } from './word-cache'

/** What a budget figure measures. `text`: a column of words, never filled. `change`: this year less last; `growth`: the same in percent. */
export type Measure =
  | 'persons' | 'amount' | 'unit-cost' | 'area' | 'rate' | 'collected' | 'cumulative' | 'quantity' | 'months' | 'person-months' | 'share' | 'change' | 'growth' | 'text'

export type Period = 'now' | 'target' | 'gap' | 'surplus' | 'increment' | 'previous' | 'this-year'

/** What a line or a column is about. `item`: something that is bought or paid for, which only the table itself can tell. */
export type Subject = 'staff' | 'running' | 'premises' | 'fund' | 'sources' | 'subsidy' | 'principals' | 'task-money' | 'paid-service' | 'remainder' | 'item'

/** How a kind of staff stands to the plan's two kinds; `aside`: counted in neither. */
export type StaffClass = 'formal' | 'contracted' | 'aside'

/**
 * A part of what staff cost: `pay` is all of it but the employer's insurance and housing fund, `both` these two together; the others are
 * single columns of a pay list. `personal`: taken from the person's own pay, no cost of the office.
 */
export type PayPart =
  | 'pay' | 'insurance' | 'fund' | 'both' | 'personal'
  | 'basic' | 'performance' | 'allowance' | 'bonus' | 'post' | 'pension' | 'medical' | 'unemployment' | 'injury'

export interface MeasureUnit {
  readonly of: 'money' | 'area' | 'persons' | 'percent' | 'other'
  /** Yuan, m2 or persons in one of it. */
  readonly scale: number
  readonly word: string
}

/** What one word says. A word may say several things: 人员经费 is an amount about staff. */
export interface Saying {
  readonly measure?: Measure
  /** A measure that holds only where no other word names one: 实有 alone is persons, in 实有面积 it is not. */
  readonly hint?: Measure
  readonly period?: Period
  readonly subject?: Subject
  readonly staff?: StaffClass
  readonly unit?: MeasureUnit
  readonly per?: 'month' | 'year' | 'person-month' | 'person-year' | 'person' | 'm2'
  readonly basis?: 'built' | 'usable'
  readonly total?: 'total' | 'subtotal'
  readonly side?: 'income' | 'expenditure'
  readonly payer?: 'higher' | 'town'
  readonly year?: number
  readonly months?: number
  readonly part?: PayPart
  /** A part of a year, or the whole of it beside its parts. */
  readonly span?: 'part' | 'whole'
  /** What comes in less what goes out. */
  readonly balance?: true
  /** The word is understood and forbids: an example, an old copy, one of several plans. */
  readonly forbids?: true
}

export interface Said extends Saying {
  /** Normalised. */
  readonly word: string
}

/** A text with every word accounted for or not. */
export interface Understood {
  readonly said: readonly Said[]
  /** What no word covers, in the order of the text. */
  readonly unknown: readonly string[]
}

const money = (scale: number, word: string): MeasureUnit => ({ of: 'money', scale, word })
const area = (scale: number, word: string): MeasureUnit => ({ of: 'area', scale, word })

/** Units of money, largest name first where one ends in another. */
const MONEY = [['亿元', 1e8], ['千万元', 1e7], ['百万元', 1e6], ['万元', 1e4], ['千元', 1e3], ['百元', 100], ['元', 1], ['亿', 1e8], ['万', 1e4]] as const
/** What may stand behind a unit of money, and what the figure is then a figure of. */
const PER: readonly (readonly [tails: readonly string[], per: NonNullable<Saying['per']>])[] = [
  [['/年', '每年'], 'year'], [['/月', '每月', '每个月'], 'month'], [['/人', '每人'], 'person'],
  [['/户·月', '/户/月', '/户月', '/个·月', '/处·月', '/社区·月', '/社区/月'], 'month'],
  [['/人年', '/人·年', '/人.年', '/人/年', '/年·人', '/年/人', '/年人', '/(人·年)', '/(人年)', '每人每年', '/人每年', '人年', '/每人每年'], 'person-year'],
  [['/人月', '/人·月', '/人.月', '/人/月', '/月·人', '/月/人', '/月人', '/(人·月)', '/(人月)', '每人每月', '/人每月', '人月', '/每人每月'], 'person-month'],
]
const OTHER_TAILS = ['/次', '/人次', '/户', '/个', '/台', '/套', '/场', '/期', '/天', '/人·天', '/人天', '/份', '/本', '/处', '/间', '/项', '/件', '/社区', '/个社区', '/批', '/块', '/小区', '/户·年', '/户年', '/户/年', '/人·期', '/人·次', '/人·场', '/人期', '/人次', '/人/期', '/人/次', '/人·课时']

/** Sayings and the words that say them. To teach a new word, add it to its line. */
const LINES: readonly (readonly [saying: Saying, words: string])[] = [
  // Words that change nothing: what a table calls itself, and what stands between the others.
  [{}, '社区 各社区 全部社区 所有社区 本社区 城市社区 村居 居委会 社区居委会 分社区 按社区 每社区 全镇 全街道 全区 全市 全县 本镇 本街道 全乡 各 本 我镇 各地 按 分 及 和 与 或 的 之 其中 其 中 等 共 以及 对 为 由 在 表 表格 附表 附件 附 一览 一览表 汇总 汇总表 总表 分表 明细 明细表 情况 情况表 统计 统计表 测算 测算表 预测 测算数 计算 计算表 核算 编报 申报 申报表 上报 上报表 报表 台账 清单 年度 当年度 总 初步 概算 综合 基本 财务 财政 部门 单位 镇级 街道 社会 建设 工作 服务 管理 保障 对比 对比表 对照 比较 比较表 执行 安排 分配 列支 使用 资金 项目 项目名称 内容 名称 类别 类型 科目 科目名称 款项 用途 事项 摘要 栏目 指标 分类 功能分类 经济分类 支出项目 收入项目 预算项目 预算科目 费用项目 费用名称 支出内容 今后 未来 近 五年 三年 两年 分年度 逐年 年份 序号 编号 行次 栏次 行政 制表 经办 单 年 度 份 计 数 额 费 待遇 福利 工资福利 工资和保险 工资及社保 开支 需求 需要 所需 投入 落实 来源 渠道 组成 构成 结构 分布 配备 配置 岗位 队伍 办公室 民政办 社区办 财政所 一般 日常 正常 常规 专项 合并 本级 年初 初 安排数 人民政府 政府 民政局 财政局 社会事业局 组织部 党工委 党委 管委会 党政办 党群办 社会治理局 社会工作部 建设局 住建局 盖章 公章 某 某某 xx xxx ×× ××× XX XXX 平衡 平衡表 用款 用款计划 分期 类 各类 大类 小类 分担 分担表 分摊 分摊表 调查 调查表 摸底 摸底表 报告 参考 标准表 发放 发放表 补充 分解 分解表 筹集 筹措 筹资 支付 结算 滚动 中期 财力 运行 口径 缴费 缴纳 缴存 单位缴纳 单位承担 单位部分 册 账 表一 表二 表三 表1 表2 表3 分项 细项 子项 档案 月度 季度 年中 现行 有关 所属 下属 辖区 本辖区 用工 对应 相应 等费用 等经费 各项 其他各项 若干项'],
  // Parts of what staff cost.
  [{ part: 'pay' }, '工资 薪酬 报酬 薪金 工资额 工资总额 应发工资 应发数 工资部分 薪资'],
  [{ part: 'insurance' }, '社保 社会保险 社会保险费 保险 单位社保 五险 社保费 社会保障缴费 单位缴纳社保 单位社会保险 单位缴纳社会保险 单位社保费 社保缴费 社会保险缴费 单位承担社保 社保单位部分 社会保险单位部分 养老保险等'],
  [{ part: 'both' }, '五险一金 社保公积金 社保和公积金 社保及公积金 单位五险一金'],
  [{ part: 'fund' }, '公积金 住房公积金 单位公积金'],
  [{ part: 'personal' }, '个人 个人缴纳 个人承担 个人部分 个人缴费 个人社保 个人缴纳社保 代扣 代扣代缴 扣款'],
  [{ part: 'basic' }, '基本工资 基础工资'],
  [{ part: 'performance' }, '绩效 绩效工资 奖励性绩效 绩效奖励 考核绩效'],
  [{ part: 'allowance' }, '津贴 津补贴 津贴补贴 岗位津贴'],
  [{ part: 'bonus' }, '奖金 年终奖 一次性奖金 年终奖金 考核奖'],
  [{ part: 'post' }, '岗位工资 职务工资 薪级工资'],
  [{ part: 'pension' }, '养老保险 基本养老保险 养老保险费'],
  [{ part: 'medical' }, '医疗保险 基本医疗保险 医疗保险费'],
  [{ part: 'unemployment' }, '失业保险 失业保险费'],
  [{ part: 'injury' }, '工伤保险 工伤保险费'],
  // Parts of a year.
  [{ span: 'part' }, '一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 1季度 2季度 3季度 4季度 第1季度 第2季度 第3季度 第4季度 上半年 下半年 前三季度 1-6月 7-12月 1-9月 1-3月 4-6月 7-9月 10-12月 上半年度 下半年度'],
  [{ span: 'whole' }, '全年 全年度 全年合计 全年数'],
  // What comes in less what goes out.
  [{ measure: 'amount', balance: true }, '结余 余额 收支结余 当年结余 本年结余 年度结余 收支差额 当年差额 年度差额 本年差额 差额 结余数 结余额 当年收支差额 当年余额 盈余 年末结余 年初结余 期末结余 期初结余 期末余额 期初余额 年末余额 年初余额 结转下年'],
  [{}, '( ) [ ] 【 】 : 、 , ; / · . - — – ~ _ " “ ” 《 》 < > | + & ~ 。'],
  // Kinds of staff stand with 人员, 职工 and the like.
  [{ subject: 'staff' }, '专职 专职工作者 专职人员 社区专职 社区专职人员 社区专职工作者 专职社工 专职社区工作者 社区工作队伍 人员 工作人员 职工 员工 社工 社区工作者 社区工作人员 干部 在职人员 在岗人员 社区人员 用工 人'],
  // Persons.
  [{ measure: 'persons' }, '人数 人员数 人员数量 人员人数 员额 员额数 名额 职数 人头数 总人数 合计人数'],
  [{ measure: 'persons', period: 'now' }, '在岗人数 现任数 现有人数 实有人数 实际人数 在职人数 现有人员数 现有职数'],
  [{ hint: 'persons', period: 'now' }, '现有 实有 现有数 实有数 现状 现有人员 实有人员 在岗 在职 现配 已配 已配备 实际 目前 现任 实有人头'],
  [{ hint: 'persons', period: 'target' }, '应配 应配备 应有 核定 核定编制 核定编制数 核定数 核定人数 编制 编制数 核编 核编数 定编 定编数 定员 定员数 应配人数 应配数 应配备数 应配备人数 标准配备 配备标准 计划配备 目标 目标数 规划数 达标 配齐 计划数 核定员额 核定职数 标准人数 标准数'],
  [{ hint: 'persons', period: 'gap' }, '缺额 缺额数 缺编 缺编数 缺编人数 空缺 空缺数 空缺人数 缺口 缺口数 缺员 缺员数 缺配 缺配数 缺 尚缺 尚缺人数 缺少 欠缺 缺少人数 缺额人数 空编 空编数 空编人数 缺岗 缺岗数 空岗 空岗数'],
  [{ hint: 'persons', period: 'surplus' }, '超编 超编数 超编人数 超配 超配数 超员 超额'],
  [{ period: 'increment' }, '增量 新增 增配 拟增 增加 需增加 需增 拟新增'],
  // Money.
  [{ measure: 'amount' }, '金额 经费 预算 预算数 预算金额 预算额 预算经费 年经费 年经费预算 经费预算 所需经费 经费需求 支出金额 支出数 支出额 收入金额 收入数 收入额 应收金额 应收款 应收 应收额 资金额 资金需求 资金数 年金额 年费用 费用 支出 收入 投资 投资额 总投资 投资金额 所需资金 概算投资 预算投资 补助金额 补贴金额 年支出 年预算 经费额 经费数 经费金额 金额数 应收数 实收 实收金额 实收数 实收额 实收款 实际收入 实际收取 到账金额 可收取金额 可收取数额 预计收入 预计收取 征收额'],
  [{ measure: 'amount', period: 'this-year' }, '本年预算数 本年预算 本年数 本年金额 本年经费 本年预算金额 本年度预算 本年度预算数 当年预算 当年预算数 今年预算 今年预算数 预算年度 年初预算 年初预算数 本年支出 本年收入 本年度经费 本年预算额'],
  [{ period: 'this-year' }, '本年 今年 当年 本年度'],
  [{ period: 'previous', forbids: true }, '上年 上年度 去年 上一年 上一年度 往年 前年 上期 历年 决算'],
  [{ measure: 'amount', period: 'previous', forbids: true }, '上年数 上年预算 上年预算数 上年金额 上年执行数 上年决算 上年决算数 上年经费 去年预算 去年预算数 去年数 上年度预算 上年度预算数 上年度决算 上年支出 上年度金额 去年金额 执行数 决算数 上年预算金额 上年预算额'],
  [{ measure: 'change' }, '增加(减少)额 增加(减少) 增(减)额 增(减) 增减(+-) 增减(+、-) 增减(±) 增加或减少 增长额 增减数额 较上年增减数 与上年比较 与上年对比 增减 增减额 增减数 增减金额 增减变化 增减情况 增减变动 变动额 变动金额 比上年增减 比上年增减额 较上年增减 较上年增减额 同比增减 与上年增减 增减预算 比上年 比去年增减 比去年增减额 较去年增减'],
  [{ measure: 'growth' }, '增减% 增减率 增减比例 增减幅度 增减百分比 增长率 增幅 增长% 增长 同比% 同比 变动% 变动率 变动幅度 比上年增减% 较上年增减% 比上年增减比例 增减幅 增减率%'],
  [{ measure: 'unit-cost' }, '单价 标准 人均 年人均 人均标准 年人均标准 年标准 人均经费 年人均经费 费用标准 支出标准 补助标准 经费标准 人均年经费 人均费用 测算标准 定额 定额标准 每人 人均支出 年人均工资 年人均支出 人均年标准 年人均费用 人均预算 每人标准 单位标准 年均标准 人均成本'],
  [{ measure: 'unit-cost', per: 'year' }, '年人均 年人均标准 年标准 年人均经费 人均年经费 年人均工资 年人均支出 人均年标准 年人均费用 每人每年 每人每年标准 年均标准 年工资标准'],
  [{ measure: 'unit-cost', per: 'month' }, '月人均 月人均标准 月标准 每月标准 每人每月 每人每月标准 月均标准 人均月标准 月人均工资 月人均经费 月均工资'],
  [{ measure: 'unit-cost' }, '造价 单位造价 单方造价 建设单价 工程单价 每平方米造价 平米造价'],
  [{ measure: 'unit-cost', per: 'month', part: 'pay' }, '月工资标准 月工资 月报酬 月薪 月薪酬 每月工资 月工资额'],
  [{ measure: 'amount', per: 'month', part: 'pay' }, '月工资总额 月工资合计 每月工资总额 月应发工资总额 月工资小计 月工资总数 月薪酬总额 月报酬总额'],
  [{ measure: 'amount', per: 'year', part: 'pay' }, '全年工资 年工资总额 全年工资总额 年工资额 年工资合计 全年工资合计 年工资小计 全年报酬 年报酬总额 年薪酬总额'],
  [{ measure: 'amount', per: 'month' }, '月经费 每月经费 月支出 月金额 月预算'],
  [{ measure: 'unit-cost', part: 'pay' }, '工资标准 薪酬标准 报酬标准'],
  [{ measure: 'unit-cost', part: 'insurance' }, '社保标准 保险标准 社会保险标准 社保缴费标准'],
  [{ measure: 'person-months' }, '人月 人月数 人·月 人·月数 工作人月'],
  [{ measure: 'quantity' }, '数量 工程量 次数 人次 户数 场次 批次 套数 个数 件数 期数 天数 份数 台数 台套数 小区数 社区数'],
  [{ measure: 'months' }, '月数 月份数 发放月数 计发月数 工作月数 发放月份'],
  [{ measure: 'area' }, '面积 用房面积 办公用房面积 活动用房面积 办公面积 场所面积'],
  [{ measure: 'area', basis: 'usable' }, '使用面积 实际使用面积 实用面积'],
  [{ measure: 'area', basis: 'built' }, '建筑面积 建面 总建筑面积 开发面积 新审批开发面积 新批开发面积 新批建筑面积 新审批建筑面积 新增建筑面积 新建建筑面积 需建面积 需建建筑面积 拟建面积 拟建建筑面积 新建面积 规划面积 批准面积 审批面积 开发建筑面积 房地产开发面积 新审批面积 新批面积 建设面积 计划建设面积'],
  [{ measure: 'area', period: 'target' }, '标准面积 应有面积 达标面积 目标面积 面积标准 应达面积 应配面积 规定面积 应达到面积'],
  [{ measure: 'area', period: 'gap' }, '面积缺口 缺口面积 差缺面积 面积缺额 欠缺面积 不足面积 尚缺面积 缺少面积'],
  [{ measure: 'area', period: 'now' }, '现有面积 实有面积 现状面积 原有面积'],
  [{ measure: 'rate' }, '收取标准 征收标准 收费标准 缴纳标准 基金标准 收缴标准'],
  [{ measure: 'collected' }, '收缴率 征收率 预计收缴率 收取率 到位率 缴纳率 实收率 收费率 预计征收率 收缴比例 征缴率 征缴比例'],
  [{ measure: 'cumulative' }, '累计 累计数 累计额 累计金额 累计收入 累计应收 累计基金 累计收取 历年累计 累计资金 累计结余 累计差额 累计余额 滚存结余 累计投资 累计支出 累计收支差额'],
  [{ measure: 'share' }, '占比 比例 比重 比率 所占比例 占总额比例 百分比 比例数 承担比例 负担比例 分担比例 补助比例 补贴比例'],
  [{ measure: 'text' }, '备注 说明 备考 依据 测算依据 测算过程 测算说明 计算过程 计算依据 增减原因 原因 资金来源说明 政策依据 编制依据 联系人 联系电话 电话 日期 填报时间 地址 坐落 产权 产权性质 用房性质 资金渠道 列支渠道 负担单位 承担单位 实施单位 责任单位 完成时限 实施年度 建设年度 计划年度 实施时间 建成时间 建设方式 解决方式 状态 规格 型号 规格型号 计量单位 主要用途 备注说明 单位名称 填报单位 序 编码 科目编码 代码 增减说明 支出依据 收入依据 变动原因 经费来源说明 计划实施年度 开工时间 竣工时间 解决年度 预计解决年度 负责人 增减理由'],
  // What a line is about.
  [{ subject: 'staff', measure: 'amount' }, '人员经费 人员支出 人员费用 人员费 工资福利支出 人员待遇 人员工资福利 人员经费支出 人员年经费 人员工资和保险 工作经费人员 人员经费预算 人头经费 人员工资及社保 工资及福利支出 人员经费现状'],
  [{ subject: 'staff', measure: 'amount', part: 'pay' }, '人员工资 工资支出 人员薪酬 职工工资'],
  [{ subject: 'running', measure: 'amount' }, '公用经费 日常公用经费 办公经费 公用支出 公用经费支出 公务经费 日常公用支出'],
  [{ subject: 'premises' }, '用房 办公用房 活动用房 社区用房 办公活动用房 服务用房 阵地 阵地建设 用房建设 办公用房建设 社区办公用房'],
  [{}, '已 尚 调标 增资 构成表 走访 帮扶 困难 关爱 疗养 健康 服装 制服 伙食 餐费 午餐 误餐 用餐 通信 通讯 物业 物业补助 工程 工程项目 小区 老旧小区 老旧 后 改善 提升 推进 开展 专题 专门 公共 事务 便民 创建 文明 数值 指标值 每期 每次 每班 职务 配齐后 缺编所需 落实后 到位 到位后 计划 计划表 建设计划 改造计划 实施计划 项目库 新建 拟建 改造 扩建 运转 运行 全口径 汇编 公示 公开 批复 下达 报送 呈报 备案 填报 编列 试算 匡算 估算 简表 主表 底表 总览 概览 概况 基础 数据 资料 工作经费 项目经费 业务 业务经费 城乡 基层 治理 经费收支 收支情况 收支测算 汇报 方面 相关 有关 具体 主要 重点 若干 年终 年初 规划 规划表 台帐 登记 登记表 核对 核对表 打印 正式版 最终 定稿 审定 审核 初审 终审 上会'],
  [{ subject: 'fund' }, '建设基金 社区建设基金 基金 专项基金'],
  [{ subject: 'sources', side: 'income' }, '资金来源 经费来源 来源合计 经费渠道 资金筹措 资金渠道来源 来源项目 经费来源渠道'],
  [{ side: 'income' }, '收入合计 收入总计 本年收入 收入总表 收入小计 本年收入合计 收入预算'],
  [{ side: 'expenditure' }, '支出合计 支出总计 本年支出 支出总表 支出小计 本年支出合计 支出预算'],
  [{}, '收支 收支预算 收支总表 收支平衡 预算编制'],
  [{ payer: 'higher' }, '中央 省 省级 市 市级 市本级 县 县级 县(市) 区 区级 上级 县市 市县 区县 市(县) 县(区) 市区 县市级 市县级 县本级 区本级'],
  [{ payer: 'town' }, '镇 镇级 街道 街道办 街道办事处 乡 乡镇 镇街 镇(街道) 镇(街) 镇街级 乡镇级 镇政府 镇本级 街镇 街道级'],
  [{ subject: 'subsidy' }, '补贴 补助 补助资金 补贴资金 补助收入 补贴收入 补贴经费 补助经费 拨款 拨付 拨款收入 补助款 补贴款 下拨 拨入'],
  [{ subject: 'remainder' }, '承担 负担 自筹 兜底 自行承担 承担部分 自担 自筹资金 承担资金 承担经费 负担部分 承担数 自筹经费 负担经费'],
  [{ subject: 'principals' }, '主要负责人统筹 统筹主要负责人 主要负责人经费 主要负责人 统筹经费 财政统筹'],
  [{ subject: 'task-money' }, '费随事转 费随事转经费 费随事转等部门拨款 部门拨款 部门拨付 工作经费拨款 部门补助'],
  [{ subject: 'paid-service' }, '有偿服务 有偿服务收入 有偿服务等收入 服务收入'],
  [{ subject: 'item' }, '培训 培训费 业务培训 办公费 办公用品 水电费 水费 电费 水电 邮电费 邮电 通讯费 网络费 电话费 维修费 维修 维护费 修缮 慰问费 慰问 宣传费 宣传 会议费 会议 差旅费 交通费 印刷费 印刷 采购 购置 购置费 设备 设备购置 活动 活动费 活动经费 物业费 物业管理 租金 房租 取暖费 接待费 公务接待 劳务费 咨询费 体检费 党建 党建经费 服务群众 服务群众专项经费 为民服务 民生 文体活动 志愿服务 装修 装修费 器材 家具 电脑 桌椅 宣传栏 商品和服务支出 商品服务支出 专用材料 办公设备 对个人和家庭补助 项目支出 物品 物品名称 用品 耗材 绿化 保洁费 保险费 意外险 体检 健康体检 疗养费 伙食费 餐费 误餐费 服装费 制服费 慰问金 走访慰问 通信费 福利费 工会经费 残保金 教育经费 报刊费 书报费'],
  // An income line of its own that only its owner can fill.
  [{}, '其他收入 其他资金 其他来源 其他 其它 其他经费 其他支出'],
  [{ total: 'total', measure: 'amount' }, '总经费 总金额 总费用 经费总额 金额总计'],
  [{ total: 'total' }, '合计 总计 共计 总合计 合计数 总额 总数 全部 两项合计 以上合计 本年合计 累计合计 本表合计'],
  [{ total: 'subtotal' }, '小计 分计 小计数'],
  // Words that are understood and forbid.
  [{ forbids: true }, '示例 样例 范例 例 举例 填写示例 填表示例 填写说明 填表说明 填报说明 填写样例 填写范例 样表 样本 模板 模版 参考样例 填写 空表 样板 示范表 范本 填表须知'],
  [{ forbids: true }, '旧 作废 备份 副本 草稿 历史 勿用 不用 过期 底稿 旧版 旧表 废'],
  [{ forbids: true }, '方案 方案A 方案B 方案C 方案一 方案二 方案三 方案1 方案2 方案3 方案甲 方案乙 a方案 b方案 备选 草案 征求意见 建议数 调整后 调整前 调整数 追加 追减'],
]

const UNITS: readonly (readonly [Saying, readonly string[]])[] = [
  ...MONEY.flatMap(([word, scale]): (readonly [Saying, readonly string[]])[] => [
    [{ unit: money(scale, word) }, [word, `人民币${word}`, ...OTHER_TAILS.map(tail => word + tail)]],
    ...PER.map(([tails, per]): readonly [Saying, readonly string[]] => [{ unit: money(scale, word), per }, tails.map(tail => word + tail)]),
    [{ unit: money(scale, word), hint: 'rate', per: 'm2' }, ['/m2', '/平方米', '/平米', '每平方米', '/平', '/m²'].map(tail => word + tail)],
  ]),
  [{ unit: area(1, 'm2') }, ['m2', '平方米', '平米', '㎡', 'm²']],
  [{ unit: area(1e4, '万m2') }, ['万m2', '万平方米', '万平米', '万平', '万㎡', '万m²']],
  [{ unit: area(2000 / 3, '亩') }, ['亩']],
  [{ unit: { of: 'persons', scale: 1, word: '人' } }, ['名', '人数单位']],
  [{ unit: { of: 'percent', scale: 1, word: '%' } }, ['%', '百分之']],
  [{ unit: { of: 'other', scale: 1, word: '' } }, ['个', '户', '间', '套', '台', '次', '处', '项', '岁', '件', '批', '场', '期']],
]

const sayings: Saying[] = []
const lists: Record<string, string[]> = {}

function teach(saying: Saying, words: readonly string[]): void {
  lists[`${String(sayings.length)}`] = [...words]
  sayings.push(saying)
}

teach({ staff: 'formal', subject: 'staff' }, employmentWords('formal', 'established'))
teach({ staff: 'contracted', subject: 'staff' }, employmentWords('contracted', 'outside'))
// 其他 alone is no kind of staff that a budget could count; 联系, 交流 and the like are columns of other things.
teach({ staff: 'aside', subject: 'staff' }, employmentWords('aside').filter(word => word.length > 1 && !/^(?:其他|其它|联系|交流|定额|购买|综治|志愿|义务|保洁|物业|外包|帮扶)$/.test(word)))
for (const [saying, words] of LINES) teach(saying, words.split(' '))
for (const [saying, words] of UNITS) teach(saying, words)

const chain = lexicon(lists)
const YEAR = /(?:19|20)\d{2}(?:年度|年份|年)?/g
const MONTHS = /(?:[*×x]|按)?\d{1,2}个?月(?:计|计算|计发)?/g
/** Numbering in front of a word, and a count of the same behind it. */
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．]|[①-⑳]|其中[:：]?|[-—·•+])+/
/** The code of a budget item in front of its name: 301, 30101. A year is none. */
const CODE = /^(?!(?:19|20)\d{2}(?!\d))\d{3}(?:\d{2}){0,3}[-_.]?(?=[^\d%\-+*/])/
/** Texts are read up to here; a longer one is a sentence and stays unknown. */
const LONGEST = 80

/** Takes a title, header, label or unit apart, word by word. */
export const understand = rememberWords((text: string): Understood => {
  const word = normalise(text.replace(/^\s*[①-⑳]/u, '')).replace(/〔/g, '[').replace(/〕/g, ']')
  if (word.length > LONGEST) return { said: [], unknown: [word.slice(0, 20)] }
  let bare = word
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replace(NUMBERING, '').replace(CODE, '')
  }
  const said: Said[] = [], unknown: string[] = []
  const read = (part: string): void => {
    for (const piece of chain(part)) {
      if (piece.kind === 'unknown') unknown.push(piece.text)
      else said.push({ ...sayings[Number(piece.kind)], word: piece.text })
    }
  }
  let from = 0
  for (const match of bare.matchAll(new RegExp(`${YEAR.source}|${MONTHS.source}`, 'g'))) {
    read(bare.slice(from, match.index))
    const year = /^(?:19|20)\d{2}/.exec(match[0])?.[0], months = /\d{1,2}/.exec(match[0])?.[0]
    if (year !== undefined && !/个?月/.test(match[0])) said.push({ year: Number(year), word: match[0] })
    else said.push({ months: Number(months), word: match[0] })
    from = match.index + match[0].length
  }
  read(bare.slice(from))
  return { said, unknown }
})

/**
 * The type of a kind of staff within its class, by the word: 劳务派遣 and 合同制 are both contracted and are told apart where a table tells them apart.
 * `''` is the class in general.
 */
export function staffType(text: string): string {
  const word = normalise(text)
  for (const [type, pattern] of TYPES) if (pattern.test(word)) return type
  return ''
}

const TYPES: readonly (readonly [string, RegExp])[] = [
  ['dispatch', /派遣/], ['agency', /代理/], ['welfare', /公益|公岗|开发性|4050|40-50/], ['rehired', /返聘|退休聘/], ['seconded', /借调|借用|抽调|挂职/], ['intern', /见习|实习/],
  ['purchased', /购买|外包/], ['graduate', /村官|三支|西部|选调/], ['temporary', /临时|临聘|临雇|短期|季节|小时工|日工/], ['contract', /合同|协议/],
  ['outside', /编外|编制外|非编|非在编|无编|体制外|不在编|额度外|员额外/], ['hired', /聘/], ['civil', /公务员|参公|参照/], ['administrative', /行政|机关/], ['institution', /事业/], ['worker', /工勤/],
]
