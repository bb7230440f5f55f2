import fc from 'fast-check'
import { readArea } from '../../src/vocabulary/areas'
import { DOUBT } from '../../src/vocabulary/doubt-words'
import { joined } from '../../src/vocabulary/grammar'
import { readEducation } from '../../src/vocabulary/education'
import { readEmployment } from '../../src/vocabulary/employment'
import { readPolitics } from '../../src/vocabulary/politics'
import { readRemark } from '../../src/vocabulary/remarks'
import { readRoom } from '../../src/vocabulary/rooms'
import { readPresence } from '../../src/vocabulary/status'
import { readDemolition, readTenure } from '../../src/vocabulary/tenure'

const words = (text: string) => text.split(/\s+/).filter(word => word !== '')
const table = (rows: Readonly<Record<string, string>>) =>
  Object.entries(rows).flatMap(([meaning, text]) => words(text).map(word => [word, meaning] as const))
/** The ways in which a clerk puts a qualifier beside a word. */
const besides = (word: string, qualifier: string) => [`${word}（${qualifier}）`, `${word}(${qualifier})`, `${word}，${qualifier}`]
const status = (word: string) => {
  const { presence, note } = readPresence(word, '在岗情况')
  return note === 'value.unknown-word' || note === 'value.not-known-yet' ? 'asked' : presence
}

describe('a word beside a doubt is unknown', () => {
  // What a certificate lacks says nothing of a room or of whose a building is.
  const OF_PAPERS = /[证件档案材料资据录佐交供示补领收下附找原]|办理/
  test.each<readonly [string, string, (word: string) => unknown, string]>([
    ['education', '大专 本科 研究生 高职', word => readEducation(word).college, 'yes'],
    ['politics', '党员 中共党员 预备党员 共青团员', word => readPolitics(word, '政治面貌').partyOrLeague, 'yes'],
    ['employment', '正式 在编 事业编', word => readEmployment(word, '人员类别').employment, 'formal'],
    ['tenure', '自有 划拨', word => readTenure(word).tenure, 'own'],
    ['room', '有 已建 独立设置', word => readRoom(word, 'have').state, 'present'],
  ])('%s', (topic, heads, read, forbidden) => {
    const taken = DOUBT.flatMap(({ fronts, backs }) => joined(fronts, backs)).filter(qualifier => (topic !== 'tenure' && topic !== 'room') || !OF_PAPERS.test(qualifier))
      .flatMap(qualifier => words(heads).flatMap(head => besides(head, qualifier)))
      .filter(word => read(word) === forbidden)
    expect(taken).toEqual([])
  })
})

test('what somebody has not is never taken for what he has', () => {
  const not = fc.constantFrom(...words(`无 非 没有 没 不是 未达 未达到 不到 不足 没上过 未读过 没考上 未考取 不具备 未取得 尚未取得 还没拿到
    并无 未曾读 算不上 够不上 从来不是 绝非 不属于`))
  fc.assert(fc.property(not, fc.constantFrom(...words('大专 大专学历 大专文凭 本科 大学 研究生')), fc.constantFrom('', '高中（', '高中，', '中专/'), (denial, level, before) => {
    const word = `${before}${denial}${level}${before.endsWith('（') ? '）' : ''}`
    expect([word, readEducation(word).college]).not.toEqual([word, 'yes'])
  }))
  fc.assert(fc.property(not, fc.constantFrom(...words('党员 中共党员 预备党员 团员')), (denial, member) => {
    expect([denial + member, readPolitics(denial + member, '政治面貌').partyOrLeague]).not.toEqual([denial + member, 'yes'])
  }))
  fc.assert(fc.property(not, fc.constantFrom(...words('正式 在编 事业编 编制')), (denial, kind) => {
    expect([denial + kind, readEmployment(denial + kind, '人员类别').employment]).not.toEqual([denial + kind, 'formal'])
  }))
})

test.each(table({
  yes: '有大专文凭 已拿到大专毕业证 大专（已核实） 大专（学信网可查） 大专（本科待核实） 大专（本科在读） 原高中，现大专 高中毕业后读大专，已毕业 大专（已拿证） 大专（机电一体化） 先大专后本科 具备大专以上学历 大专（畜牧兽医） 大专（南师大） 本科（河海） 大专（单招） 大专（函） 大专（3年） 大专、会计师',
  no: '无大专 非大专 不是大专 未达大专 没上过大专 大专没念完 没上过学 高中（非大专） 中专，未达大专 高中，大专没考上 高中毕业，没有上大专 大专（结业证） 仅高中 高中（准备报大专） 高中（自考大专中）',
  unclear: '大专（待核实） 大专(?) 疑似大专 自称大专 大专（学信网查不到） 大专（缺毕业证） 自考大专中 大专二年级 大专（还差3门） 即将大专毕业 拟读大专 无本科 非本科 高中或大专 大专（某某） 大专除外 大专预科 不是没有大专 高中（大专待核实）',
}))('学历 %s: %s', (word, college) => { expect(readEducation(word).college).toBe(college) })

test.each(table({
  yes: '已入党 党龄10年 是，中共党员 党员、支部委员 原团员，现党员 预备党员，未转正 团员（未退团） 党员（组织关系在外） 中共党员（兼民建会员） 中共党员/书记 党员（第一支部） 党员（部队入党） 党员（优秀） 党员（原棉纺厂） 党员，计生专干 党员（按期转正） 团员（未满28岁）',
  no: '尚未入党 没有入党 取消预备党员资格 曾为党员，已开除 党员（已除名） 团员（已超龄退团） 未加入任何党派 不是党员，不是团员 原党员（退党） 民盟',
  unclear: '党员（待核实） 疑似党员 党员（待批） 党员（群众） 群众或党员 党员家属 拟入党 党员（某某） 不是没有入党 发展党员',
}))('政治面貌 %s: %s', (word, answer) => { expect(readPolitics(word, '政治面貌').partyOrLeague).toBe(answer) })

test.each(table({
  formal: '镇编 管理九级 专技十二级 2015年入编 考编进入',
  contracted: '没编制 尚未入编 不是正式 三年合同 一年一签 聘用3人 聘用（五险） 聘用（已续签） 2019年起聘用 三方派遣',
  unknown: '非编外 不是聘用 参照事业编管理 正式（待核实） 在编待定 视同在编 聘用转正式',
}))('人员类别 %s: %s', (word, kind) => { expect(readEmployment(word, '人员类别').employment).toBe(kind) })

test.each(table({
  present: '借调返回 借调已结束 借调期满返回 挂职结束 挂职（已结束） 抽调返岗 病假（已返岗） 产假已休完 已休完产假 2023年5月借调返回 曾借调镇里，现在岗 未离职 尚未退休 未借调 合同未到期 空缺已补 取消借调 恢复上班 延期退休 挂职一年期满返回 由镇里调入',
  left: '借调结束后离职 借调期满离职 借调后调走 挂职期满离开 产假结束后离职 病假期间去世 返聘期满 离职未补 借调转调离 调至镇政府工作 调入镇政府 换届未连任 合同不续 被解雇',
  leave: '病假未返岗 产假未结束 仍在病假 在岗，产假中',
  'seconded-out': '借调未返回 借调期满未归 借调到期未回 借调逾期未归 再次借调 借调返回后再借调 在岗（借调镇） 在镇里上班 人在镇里 借调延期 借调到期又续 期满继续借调 抽走 在镇政府办公',
  vacant: '尚未到岗 未入职 已录用未报到 空缺1名 待公招 拟招1人 还没招 面试中 空着',
  asked: '疑似离职 借调待定 是否离职 挂职期满返回原单位 待返岗 借用车辆 转岗（外） 离职手续未办 不坐班 正办退休 在岗，空缺',
}))('状态 %s: %s', (word, presence) => { expect(status(word)).toBe(presence) })

describe('away and back again', () => {
  const away = words('借调 挂职 抽调 跟班学习 产假 病假 停薪留职'), back = words('返回 已返回 结束 已结束 期满返回 已返岗 归来 休完 已完'), still = words('未返回 未归 未结束 尚未返回 没回来 期满未归 到期未回 延期')
  const pick = (from: readonly string[]) => fc.constantFrom(...from), form = fc.integer({ min: 0, max: 2 })
  test('whoever is back is there, and whoever is not is away', () => {
    fc.assert(fc.property(pick(away), pick(back), form, (word, end, at) => { expect([word, end, status(besides(word, end)[at] ?? '')]).toEqual([word, end, 'present']) }))
    fc.assert(fc.property(pick(away), pick(still), form, (word, end, at) => { expect([word, end, status(besides(word, end)[at] ?? '')]).not.toEqual([word, end, 'present']) }))
  })
  test('whoever left afterwards has left', () => {
    fc.assert(fc.property(pick(away), pick(back), pick(words('离职 辞职 退休 调走 去世')), (word, end, left) => { expect(status(`${word}${end}后${left}`)).toBe('left') }))
  })
})

test.each<readonly [string, string | null, boolean]>([
  ['借调返回', null, false], ['2022年借调返回', null, false], ['2023年3月产假结束返岗', null, false], ['曾借调到镇，已返岗', null, false], ['借调结束后离职', 'left', false], ['借调期满未返回', 'seconded-out', false],
  ['原借调，尚未返岗', 'seconded-out', false], ['编制在社区，人在镇里', 'seconded-out', false], ['合同已到期未续', 'left', false], ['2021年调至镇政府工作', 'left', false], ['去向不明', null, true], ['停发工资', null, true],
  ['已在河东社区统计', null, true], ['挂名', null, true], ['联系不上', null, true], ['河东社区已报', null, true], ['合同期至2022年6月', null, true], ['前任已退休', null, false], ['接替调走的书记', null, false], ['借用车辆', null, true], ['聘期至2022年', null, true], ['负责退休人员服务', null, false], ['社工证到期', null, false],
])('备注 %s: %s', (remark, presence, open) => { expect(readRemark(remark, 20_231_231)).toEqual({ presence, open }) })

test.each(table({
  own: '移交社区 开发商移交社区 开发商已移交 物业移交社区 产权归社区 原租赁，现自有 由租赁改为自有 自有（无纠纷） 租改购 移交本社区',
  rented: '自有拆除后租用 自有改租赁 非自有（租用） 仍在租用 租赁未到期 租赁已到期',
  borrowed: '自有拆除后借用 原租用现借用',
  'in-building': '已竣工未交付 待验收 主体封顶 配建未移交 未投入使用 未交房 设计中',
  unclear: '移交 已移交 已移交物业 移交给物业 移交镇政府 移交中 产权归开发商 产权属企业 已出租 退租 停租 租赁合同解除 借用已还 意向租赁 据说自有 镇里说是自有 非自有 无产权 非自有产权 已置换出 租赁关系终止 申请划拨 谈租 无主房产 小产权房',
}))('产权 %s: %s', (word, tenure) => { expect(readTenure(word).tenure).toBe(tenure) })

test.each(table({
  yes: '已拆除 是，明年 因高铁建设拆迁 拆迁已启动 有征收计划 规划拆除 准备拆 整体搬迁 局部拆除 位于红线内 危房（D级）',
  no: '未列入 不拆 近期不拆 三年内不拆 没有拆迁计划 红线外 否，长期使用 无需拆除 保留使用 位于红线外 不属于拆迁对象',
  unclear: '未拆 尚未拆除 没拆 未签约 未搬迁 未启动 未完成拆迁 不排除拆迁 未公告 未谈妥 无法保留 没有文件 有争议 未批复',
}))('拆迁 %s: %s', (word, answer) => { expect(readDemolition(word).answer).toBe(answer) })

test.each(table({
  present: '有，面积小 有（简陋） 有独立警务室 有但面积小 有（河东路12号） 有（可容纳30人） 有（民警驻点） 已建（2022年） 专门设立 运行中',
  absent: '无独立用房 缺活动室 原有，现无 已改作他用 不设 没条件 没得 还没建好 拆掉了 停止使用 改建中',
  unknown: '有计划 有望 有困难 有问题 有需求 有过 有时用 有牌子 缺桌椅 缺人 无人值守 无资料 有（待核实） 原有 有（已取消） 没有取消',
}))('四室 %s: %s', (word, state) => { expect(readRoom(word, 'have').state).toBe(state) })

test.each(words('200（待核实） 200（有争议） 200（停用） 200（出租） 200（亩） 200(占地) 占地面积200 200（含公摊） 200.5.3 200（标准） 200(?)'))('%s has no area that can be taken', word => {
  expect(readArea(word, '㎡').value).toBeNull()
})
