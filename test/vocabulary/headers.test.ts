import fc from 'fast-check'
import type { ColumnKey } from '../../src/core/reading'
import { HEADER_WORDS, headerKeys, splitHeader } from '../../src/vocabulary/headers'
import { normalise } from '../../src/vocabulary/normalise'

const words = (text: string) => text.split(/\s+/).filter(word => word !== '')

/** Words that sheets really use, by the key that must be among the answers. */
const SEEN: Readonly<Partial<Record<ColumnKey, string>>> = {
  seq: '序号 编号 No 序 行次 项次 ★No',
  community: '社区 社区名称 所属社区 所在社区 社区居委会 居委会 居委会名称 村(社区) 村（社区） 村居 村(居)名称 单位 单位名称 所在单位 工作单位 所属单位 服务社区 居委会(社区) 所属居委会 任职社区 所在村（社区）',
  township: '街道 镇街 乡镇 镇(街道) 街镇 所属街道 乡镇(街道) 街道(乡镇)名称 所属镇街',
  name: '姓名 名字 人员姓名 员工姓名 干部姓名 社工姓名 职工姓名 被聘人员 证件姓名 姓名（全称）',
  sex: '性别 男/女 性别（男/女）',
  birth: '何年何月出生 出生年月 出生日期 出生时间 出生年月日 生日 出生 档案出生日期 出生年月(岁) 出生年月(年龄) 出生年月日（公历） 出生年月（如1985.03） 出生年月（××××.××） 出生年月(yyyy.mm)',
  age: '年龄 年龄(岁) 周岁 实足年龄 现年龄 年龄(周岁) 年龄（截至2023年12月）',
  id: '身份证号 身份证号码 身份证 公民身份号码 证件号码 证件号 居民身份证号码 身份证件号 身份证明号码 身份证号码（18位） 身份证号(必填)',
  educationFullTime: '全日制学历 全日制教育 全日制教育学历 第一学历 初始学历 原始学历 学历（全日制） 全日制-学历 全日制最高学历',
  educationInService: '在职学历 在职教育 后取学历 继续教育学历 现学历 学历（在职） 非全日制学历',
  education: '学历 文化程度 最高学历 学历层次 受教育程度 文化水平 最高学历学位 学历学位 文化 现文化程度 最高学历（学位） 学历/学位 最终学历 现有文化程度 最高学历及毕业院校',
  politics: '党员或团员或群众 政治面貌 政治身份 党派 党员 是否党员 是否党(团)员 党团员 党团 政治 是否中共党员 政治面貌（党员/团员/群众） 党员（是/否）',
  partyJoined: '入党时间 入党年月 入党(团)时间 入党（团）时间 入党日期 加入党组织日期 党派加入时间',
  employment: '聘用或在编 正式、编外、派遣 人员性质 人员类别 用工性质 编制类型 编制 编制类别 用工形式 人员身份 身份 用工类型 聘用方式 岗位性质 在编情况 是否在编 员工类型 人员类型 用人方式 用工方式 人员性质（正式/聘用） 身份性质 进人方式 是否编内 在编/聘用 正式/聘用/其他 招录渠道 是否纳入编制',
  position: '职务 岗位 岗位名称 担任职务 现任职务 职务(岗位) 社区职务 两委职务 任职 所在单位及职务 职务/岗位',
  status: '人员状态 在职状态 员工状态 在岗情况 是否在岗 是否在职 状态 目前状态 人员变动情况',
  hired: '参加工作时间 工作时间 入职时间 入职日期 到岗时间 到社区工作时间 任职时间 聘用时间 合同起止时间 上岗时间',
  certificate: '社会工作者职业资格 社工证 持证情况 职业水平 持社工证',
  phone: '联系电话 电话 手机 手机号码 联系方式',
  pay: '月工资 工资 应发工资 工资标准 基本工资 绩效 生活补贴 岗位补贴 年工资 年报酬 报酬 薪酬 年人均 实发工资 人员经费 月工资（元） 工资(元/月)',
  insurance: '社保 五险 五险一金 社会保险(单位) 单位缴纳 养老保险 医疗保险 公积金 保险 单位承担部分',
  usableArea: '使用面积 实际使用面积 实用面积 可使用面积 净面积 使用面积(㎡) 使用面积（平方米） 实用面积(m²) 使用面积㎡ 使用面积/㎡',
  builtArea: '建筑面积 建面 总建筑面积 房屋面积 证载面积 建筑面积（m2） 房产证面积',
  area: '面积 办公用房面积 办公面积 现有面积 用房面积 总面积 社区用房面积 居委会办公用房面积 综合服务设施面积 场地面积 阵地面积 用房面积(平方米) 面积（㎡）',
  activityArea: '活动用房面积 活动室面积 居民活动面积 服务用房面积 活动场所面积',
  tenure: '产权 产权性质 房屋来源 用房性质 用房来源 房屋性质 产权情况 权属 来源 取得方式 使用方式 产权归属 是否租用',
  lease: '租期 租赁期限 租金 年租金 起止时间',
  demolition: '是否拆迁 是否列入拆迁 拆迁情况 待拆 征收 拆迁与否 计划拆迁时间 是否列入棚改',
  roomOffice: '社区办公室 办公室 办公用房', roomPolice: '警务室 社区警务室', roomMeeting: '民主议事室 议事室 会议室 协商议事室', roomCulture: '文化活动室 活动室 文体活动室 阅览室 图书室',
  rooms: '功能室配置 办公室/警务室/议事室/活动室 办公室、警务室 社区办公室、警务室、民主议事室、文化活动室情况 四室 “四室合一” 是否达到四室 功能室 四室情况 四室一站 “四室合一”情况',
  households: '户数 居民户数 总户数 户籍户数 常住户数 户数（户）', population: '人口 常住人口 户籍人口 服务人口 常住人口数 常住人口（人）',
  approved: '编制数 核定编制 核编 员额 核定人数 职数 应配 应配人数 计划配备 正式（应配） 聘用（核定数）', actual: '正式（实有） 实有 实有人数 现有 现有人数 在岗人数 现任数', vacant: '空缺 缺编 差额 空缺数 缺口 超编',
  item: '项目 项目名称 预算项目 支出项目 科目 科目名称 支出内容 费用名称 摘要', amount: '金额 预算金额 预算数 年初预算 本年预算数 申请金额 核定数 经费 年经费 合计 应发金额 金额（万元） 2020年预算数 2019年决算数 2023年度经费 上年决算数',
  count: '人数 数量 工程量 2023年人数', unitPrice: '单价 标准 人均 年人均 费用标准 每人每月 测算标准', source: '资金来源 来源 经费来源 资金渠道 承担单位 负担单位 列支渠道', payer: '中央 省 市 县 区 镇 街道 财政补贴 市财政 区财政 县财政 镇财政 街道自筹 自筹 社区自筹 其他 上级补助', remark: '备注 说明 备考',
  unit: '单位 计量单位', year: '年度 建成年份', compounds: '小区数', managed: '有物业小区数', model: '示范社区', planYear: '预计解决年度', principal: '是否主要负责人', joined: '进社区时间', address: '地址 坐落 具体位置', nation: '民族', school: '毕业院校 毕业院校及专业', home: '籍贯 家庭住址 现住址', officeArea: '办公室面积',
}
test.each(Object.entries(SEEN).flatMap(([key, text]) => words(text).map(header => [header, key as ColumnKey] as const)))('%s may be %s', (header, key) => {
  expect(headerKeys(splitHeader(header).word)).toContain(key)
})

// Header as written, word, unit, answered with yes and no.
test.each([
  ['使用面积(㎡)', '使用面积', 'm2', false], ['使用面积（平方米）', '使用面积', '平方米', false], ['金额（万元）', '金额', '万元', false], ['年龄（岁）', '年龄', '岁', false], ['月工资(元/月)', '月工资', '元/月', false], ['标准（元/人·年）', '标准', '元/人·年', false], ['户数（户）', '户数', '户', false], ['常住人口（万人）', '常住人口', '万人', false], ['金额/万元', '金额', '万元', false], ['面积㎡', '面积', 'm2', false], ['面积（单位：㎡）', '面积', 'm2', false],
  ['1.姓名', '姓名', null, false], ['一、姓名', '姓名', null, false], ['（1）姓名', '姓名', null, false], ['①姓名', '姓名', null, false], ['(一)基本情况', '基本情况', null, false], ['3、学历', '学历', null, false],
  ['姓  名', '姓名', null, false], ['最高\n学历', '最高学历', null, false], ['*姓名', '姓名', null, false], ['姓名：', '姓名', null, false], ['“四室合一”情况', '四室合一情况', null, false],
  ['是否在编', '是否在编', null, true], ['有无警务室', '有无警务室', null, true], ['党员（是/否）', '党员', null, true], ['警务室（有/无）', '警务室', null, true], ['拆迁与否', '拆迁与否', null, true], ['示范社区（√）', '示范社区', null, true],
  ['村(社区)', '村(社区)', null, false], ['职务(岗位)', '职务(岗位)', null, false], ['入党(团)时间', '入党(团)时间', null, false], ['是否党(团)员', '是否党(团)员', null, true], ['乡镇（街道）', '乡镇(街道)', null, false], ['身份证号码（18位）', '身份证号码(18位)', null, false], ['出生年月（如1985.03）', '出生年月', null, false], ['姓名（必填）', '姓名', null, false], ['2022年', '2022年', null, false], ['', '', null, false],
])('%j', (text, word, unit, yesNo) => { expect(splitHeader(text)).toEqual({ word, unit, yesNo }) })

// Levels joined, the keys.
test.each([
  ['全日制教育/学历', ['educationFullTime']], ['在职教育/学历', ['educationInService']], ['学历/全日制', ['educationFullTime']], ['学历情况/在职教育', ['educationInService']], ['全日制教育/毕业院校及专业', ['school']], ['全日制教育/学历学位', ['educationFullTime']],
  ['基本情况/姓名', ['name']], ['个人基本情况/出生年月', ['birth']], ['四室情况/警务室', ['roomPolice']], ['四室一站/社区办公室', ['roomOffice']], ['面积/使用', ['usableArea']], ['面积（㎡）/建筑', ['builtArea']], ['用房面积/活动用房', ['activityArea']], ['办公用房/面积', ['area']], ['活动用房/面积', ['activityArea']], ['使用面积/合计', ['usableArea']],
  ['核定编制/正式', ['approved']], ['实有人数/聘用', ['actual']], ['空缺/合计', ['vacant']], ['资金来源/市财政', ['payer']], ['学历情况/全日制教育/学历', ['educationFullTime']], ['学历 / 在职 / 学历', ['educationInService']], ['户数/户籍户数', ['households']],
] as const)('%s joined', (joined, keys) => { expect(headerKeys(joined)).toEqual(keys) })

test.each([['单位', ['community', 'unit']], ['编制', ['employment', 'approved']], ['来源', ['source', 'tenure', 'employment']], ['办公用房', ['roomOffice', 'area', 'officeArea']]] as const)('%s is ambiguous', (word, keys) => { expect(headerKeys(word)).toEqual(keys) })
test.each(words('年龄段 学生姓名x 班级 学号 家长电话 性别分布 党员示范岗 姓名笔画 30岁及以下 本科以上 销售额 2022年 张三 警务室负责人').filter(word => !word.endsWith('x')))('%s is nothing known', word => { expect(headerKeys(splitHeader(word).word)).toEqual([]) })

test('no name is taken for another: 年龄 is not 性别', () => {
  expect(headerKeys('年龄')).toEqual(['age'])
  expect(headerKeys('性别')).toEqual(['sex'])
})
test('every word of the table is written normalised and finds its key', () => {
  for (const key of Object.keys(HEADER_WORDS) as ColumnKey[]) for (const word of HEADER_WORDS[key]) {
    const plain = normalise(word).toLowerCase()
    expect([word, headerKeys(word).length > 0]).toEqual([plain, true])
  }
})
test('white space, line breaks, stars and numbers change nothing', () => {
  const all = Object.values(HEADER_WORDS).flat().filter(word => /^[\u4e00-\u9fff]{2,}$/.test(word))
  fc.assert(fc.property(fc.constantFrom(...all), fc.constantFrom(' ', '　', '\n', '  '), fc.constantFrom('', '*', '1.', '（2）', '三、', '★'), (word, gap, front) => {
    expect(headerKeys(splitHeader(front + [...word].join(gap)).word)).toEqual(headerKeys(word))
  }))
})
test('never throws', () => { fc.assert(fc.property(fc.string({ unit: 'binary' }), text => { headerKeys(splitHeader(text).word); headerKeys(text) })) })
