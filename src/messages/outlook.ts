import type { LocalText } from '../core/plan'
import { board } from './board'
import { compare } from './compare'
import { merge } from './merge'

/** What could turn a verdict, whom to hire, and many workbooks together. */
export const outlook = {
  ...board,
  ...compare,
  ...merge,

  'outlook.turns': { 'zh-CN': '{unit:text}“{target}”现为{verdict}，取决于 {count} 处待定：{steps}{more}；可能变为{others}', en: '{unit:text}, {target}: {verdict} today, hangs on {count} open {count#cell#cells}: {steps}{more}; it may become {others}' },
  'outlook.more': { 'zh-CN': '等', en: ' and others' },
  'outlook.step': { 'zh-CN': '{cell:text}（如为{answer}）', en: '{cell:text} (if {answer})' },
  'outlook.whole': { 'zh-CN': '总体', en: 'The whole' },
  'outlook.clarify': { 'zh-CN': '弄清以下 {count} 处，结论即可全部确定：{cells}{more}', en: 'Clarifying {count#this cell#these} {count} {count#cell#cells} settles every verdict: {cells}{more}' },
  'outlook.clarify-enough': { 'zh-CN': '弄清以下 {count} 处，足以使结论全部确定：{cells}{more}', en: 'Clarifying these {count} cells is enough to settle every verdict: {cells}{more}' },
  'outlook.more-verdicts': { 'zh-CN': '另有 {count} 项结论可能变化，用 --format json 查看全部', en: '{count} more {count#verdict#verdicts} may turn; see them all with --format json' },
  'outlook.title': { 'zh-CN': '可能变化的结论', en: 'Verdicts that may turn' },
  'outlook.college-yes': { 'zh-CN': '大专以上', en: 'college or higher' },
  'outlook.party-yes': { 'zh-CN': '党团员', en: 'Party or League member' },
  'outlook.no': { 'zh-CN': '不具备', en: 'not' },
  'outlook.formal': { 'zh-CN': '正式', en: 'formal' },
  'outlook.contracted': { 'zh-CN': '聘用', en: 'contracted' },
  'outlook.not-counted': { 'zh-CN': '不计入', en: 'not counted' },
  'outlook.born': { 'zh-CN': '{day:text} 出生', en: 'born {day:text}' },
  'outlook.age': { 'zh-CN': '{age} 岁', en: 'aged {age}' },
  'outlook.area': { 'zh-CN': '使用面积 {area:area} ㎡', en: '{area:area} m² usable' },
  'outlook.usable': { 'zh-CN': '使用面积', en: 'usable area' },
  'outlook.built': { 'zh-CN': '建筑面积', en: 'built area' },
  'outlook.present': { 'zh-CN': '有', en: 'present' },
  'outlook.absent': { 'zh-CN': '无', en: 'absent' },
  'outlook.as-of': { 'zh-CN': '截至日', en: 'the as-of day' },
  'outlook.days-left': { 'zh-CN': '一年中有 {count} 天因人员离岗等读法不同，表太大，未逐日核对', en: 'on {count} {count#day#days} of the year something reads otherwise (people who left); the workbook is too large to look at each' },
  'outlook.day': { 'zh-CN': '{day:text}', en: '{day:text}' },

  'hire.title': { 'zh-CN': '补员', en: 'Whom to take on' },
  'hire.line': { 'zh-CN': '{unit:text}：{parts:text}', en: '{unit:text}: {parts:text}' },
  'hire.take-on': { 'zh-CN': '再聘{posts}', en: 'take on {posts}' },
  'hire.formal': { 'zh-CN': '正式 {count} 名', en: '{count} formal' },
  'hire.contracted': { 'zh-CN': '聘用制 {count} 名', en: '{count} contracted' },
  'hire.any-kind': { 'zh-CN': '工作人员 {count} 名', en: '{count} of either kind' },
  'hire.college': { 'zh-CN': '新增人员中至少 {count} 名大专以上', en: 'at least {count} of them with a college diploma' },
  'hire.college-beyond': { 'zh-CN': '现有人员中还须有 {count} 名取得大专以上学历或更换', en: '{count} of those already there must gain a college diploma or be replaced' },
  'hire.party': { 'zh-CN': '新增人员中至少 {count} 名党团员', en: 'at least {count} of them Party or League members' },
  'hire.party-beyond': { 'zh-CN': '现有人员中还须有 {count} 名入党入团或更换', en: '{count} of those already there must join the Party or League or be replaced' },
  'hire.age': { 'zh-CN': '新增人员年龄合计不超过 {sum} 岁（平均 {mean:age} 岁）', en: 'together at most {sum} years old (a mean of {mean:age})' },
  'hire.age-beyond': { 'zh-CN': '新增人员再年轻，平均年龄也降不到标准', en: 'however young they are, the mean age stays above its target' },
  'hire.age-nobody': { 'zh-CN': '没有空缺可补，平均年龄只能随现有人员更替而变', en: 'no post is empty, so the mean age only changes with the people there' },
  'hire.over': { 'zh-CN': '现有人数已超过应配数', en: 'more people are in post than required' },
  'hire.roster-missing': { 'zh-CN': '花名册中没有该社区的人员，请先补报', en: 'the roster has nobody of this community; have it reported first' },
} as const satisfies Readonly<Record<string, LocalText>>
