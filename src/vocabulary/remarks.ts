import type { Presence } from '../core/reading'
import { normalise } from './normalise'
import { presenceOfWords } from './presence-words'
import { readPresence } from './status'
import { isHarmless, tellsOfAbsence, tellsOfSubstitute } from './remark-signs'
import { readWorkDay } from './work-days'
import type { DaySpan } from './work-days'

/** What a remark says of whether the person is there. */
export interface RemarkReading {
  /** `null`: nothing that is understood. */
  readonly presence: Presence | null
  /** It names leaving, absence or a second listing in words that were not understood, or its day may lie on either side of the as-of day. */
  readonly open: boolean
  /** It has words that are not known, and none that names leaving. */
  readonly unread?: true
}

const NOTHING: RemarkReading = { presence: null, open: false }
/** What is still ahead, or about other things: the remark is no word on today. */
const AHEAD = /临近|即将|拟|将|计划|预计|明年|示范/
const SUBJECT = /^(?:该同志|该人员?|该员工|本人|此人|其本人|其|现|目前)/
/** 因个人原因, 因病, 经本人申请: why somebody left says nothing of whether. */
const REASON = /(?:因|由于|经)[^,，。;；]{1,10}?(?=辞职|离职|调离|调出|离岗|去世|病故|退休|解聘|开除|免职|离任|解除)/
/** With a date and a verb, and the paper work around it: 已办理离职手续, 已办理完退休. */
const PAPERS = /^(?:已|已经)?(?:办理|办妥|办完|办)(?:了|完|好|完毕)?|(?:手续)?(?:已?办理?)?(?:完毕|完成)?$/g
/** Words of leaving, absence and second listing. */
const TELLING = /辞职|离职|退休|调离|调出|调走|去世|死亡|病故|亡故|开除|解聘|辞退|清退|离岗|不在岗|未到岗|未报到|未上班|停薪|借调|抽调|借用|挂职|跟班|病假|产假|服刑|判刑|留置|停职|失联|返聘|重复|作废|删除|注销|到期|期满|终止|未续|不在(?:本)?社区|吃空饷|空岗|空缺|已走|已离开|在外地|考走|考取|身亡|去向|不见人|联系不上|找不到|不来|不上班|失踪|拘留|在国外|在外|空饷|空挂|挂靠|已报|多报|误报|不算|本表不计|已停|停保|过期|聘期已到|期.{0,8}满|不再担任|已不担任|抽走|空着|调动|调入(?:镇|区|县|市|街道)|人不在|挂名|停发|不再发|停缴|不计入|不统计|另外?统计|在.{2,8}统计|辞呈|未返|未归|没来|取保|待续|未续|移居|经商|务工|打工|住院|驻村|落选|(?:合同|合同期|聘期|服务期|任期)(?:至|到)|统计|(?:现|人|实际)在(?!岗|职|本社区|社区|村)[\u4e00-\u9fff]{1,8}|^在(?!本?社区|岗|村)[\u4e00-\u9fff]{2,8}(?:上班|工作|办公)$/
const DENIED = /(?:未|没有|尚未|无|非|不得|不)(?:曾|办理|发生|申请)?(?:辞职|离职|退休|调离|借调|抽调|挂职|到期|期满|重复|终止|停职|离岗)/g
/** 考取社工证, 取得中级职称: what somebody acquired, and no way out. */
const CERTIFICATE = /(?:考取|考过|考到|考上|取得|获得|持)了?[^,，。;；]{0,10}?(?:证书?|资格|职称|学历|学位)/g
/** 党组织关系在原单位, 社保由县人社局缴纳: where papers are kept. */
const KEPT = /(?:(?:人事)?档案|党(?:组织)?关系|组织关系|户口|户籍)(?:暂?[放存挂寄]靠?|现|仍|还|均|都)*在[^,，。;；]*|(?:社保|医保|五险)(?:由|在)[省市县区镇]?(?:人社|社保|人才|医保)[^,，。;；]*?[缴交][纳费]?/g
/** 合同至2027年, 不再续签: how long a contract holds says nothing of when somebody left. */
const TERM = /合同|聘期|任期|协议|聘用期|续/
const NOT_RENEWED = /^(?:(?:劳动|聘用)?合同期?|聘期|聘用期|协议)(?:(?:于|至|到)?(?:19|20)\d{2}[年月日.\-/\d]{0,8}(?:底|末)?(?:到期|期满|届满)?|已?(?:到期|期满|届满))[,，]?后?(?:单位|社区|本人)?(?:将|决定)?(?:不再|不予|不|未再?|没有)(?:续签|续聘|续订|续)(?:合同)?$/
/** 申请离职，已批准: no longer only asked for. */
const APPROVED = /申请.*(?:已经?|获)(?:批准?|同意|通过)/
const CLAUSES = /[,，。;；、]/
/** 见习期满, 试用期已满: somebody who stays. */
const TRIAL = /(?:见习|试用)期?已?[期届]?满/g
/** Joining: 2024年2月入职 on a day of 2023. */
const JOINING = /招聘|入职|到岗|报到|新招|新聘|新进|招录|录用|调入|上任/
const CANDIDATE =
  /^((?:19|20)\d{2}(?:年|[.\-/])(?:\d{1,2}(?:月(?:\d{1,2}日)?|[.\-/]\d{1,2})?)?)?(?:拟|待|计划|预计|准备)(?:于(?:19|20)\d{2}[\d年月日.\-/]*)?(?:招聘?|招录|录用?|聘用|入职|到岗|报到|引进|新聘|新进|调入|上岗)(?:人员|中)?$/
/** About somebody else, or about another matter: 其配偶退休, 接替退休的王某, 退伍军人, 身份证到期. */
const OF_ANOTHER = /前任|老主任|老书记|顶替|统计员|统计工作|配偶|负责|分管|管理|服务对象|驾照|健康证|社工证|离退休|退休职工|退休军人|退休人员|退休支部|退休党支部|户口|户籍|家住|家在|家有|家里有|家中有|丈夫|妻|爱人|老伴|父|母|爷爷|奶奶|公婆|哥|姐|弟|妹|子女|儿子|女儿|家属|接替|接任|代替|替代|原[^,，]{1,10}下岗|身份证|证件|证书|党籍|组织关系/
/** 因照顾父母辞职, 爱人外调本人离职: a relative is why he left himself. */
const FOR_RELATIVES = /(?:因|随|陪|跟随?|照顾|由于|为(?:了|照顾)?)[^,，。;；]{0,6}(?:配偶|丈夫|妻|爱人|父|母|子女|儿子|女儿|孩子|小孩|家属|家人)|本人(?!.{0,4}(?:配偶|丈夫|妻|爱人|父|母|子女|儿子|女儿|家属))/
/** 爱人外调离职, 父亲病重辞职: what befell a relative, and a leaving behind it that may be his own. */
const AND_LEFT = /(?:配偶|丈夫|妻子?|爱人|父亲?|母亲?|子女|儿子|女儿|家属|老人|孩子)[^,，。;；]{0,6}(?:外调|调[动走到往]|[生患]?病重?|住院|手术|瘫|随军|出国|外出|搬|怀孕|生育|退休|无人照[顾看料])[^,，。;；]{0,6}?(?:离职|辞|离岗|离任|离开|调离|离社区)/
/** Whether a clause is about somebody else, or about another matter. */
function isOfAnother(clause: string): boolean {
  return OF_ANOTHER.test(clause) && !AND_LEFT.test(clause) && !(FOR_RELATIVES.test(clause) && TELLING.test(clause))
}
const OF_PREDECESSOR = /^(?:前任|接替|接任|顶替|代替|替代)/
/** Leaving another place to come here: 2019年从企业离职后进入社区. */
const FROM_ELSEWHERE = /(?:从|由|自|原)[^,，。;；]{1,12}?(?:离职|辞职|下岗|离岗|调离|调出)后?,?(?:进入|加入|来到?|到|调入|转入|转岗|进|应聘|入职)(?:本|我|现)?(?:社区|居委会|村|单位)?/g
/** Away for a time and back again: 曾借调到区民政局，已返岗. */
const BACK = /(?:已|现已|现)?(?:返岗|回岗|复岗|归岗|归队|回原岗|返回岗位|返回原岗|(?:返回|回到|回)(?:本)?社区|(?:借调|抽调|挂职|借用|病假|产假)(?:期满|结束)|假[^。;；]{0,8}(?:已|正常)(?:到岗|上班|在岗))(?!前|后再)/
/** What nobody comes back from. */
const FOR_GOOD = /辞职|离职|退休|调离|调出|调走|去世|死亡|病故|亡故|开除|解聘|辞退|清退|注销|作废/
const LONGEST_CLAUSE = 16, LONGEST = 300

/**
 * Reads a remark for what it says of being there. What takes somebody out goes before what leaves him in; a sentence that names leaving in
 * words which are not understood leaves the question open and is never passed over.
 * @param asOf yyyymmdd; `undefined`: no day is known, and every day that is told has passed
 */
export function readRemark(text: string, asOf: number | undefined): RemarkReading {
  const plain = normalise(text.slice(0, LONGEST)).replace(FROM_ELSEWHERE, '')
  if (plain.length < 2) return NOTHING
  const clauses = plain.split(CLAUSES)
  if (BACK.test(plain) && !clauses.some(clause => FOR_GOOD.test(clause) && !isOfAnother(clause)) && !AHEAD.test(plain) && !/[未没]/.test(plain) && (asOf === undefined || dayAgainst(plain, asOf) === 'past')) return NOTHING
  // 前任已退休, 接替调走的书记: about somebody else. What comes behind it may be about either.
  if (OF_PREDECESSOR.test(plain)) {
    const { presence, open } = readRemark(clauses.slice(1).join('，'), asOf)
    return { presence: null, open: open || presence !== null }
  }
  // 合同2025年6月到期，不再续签: gone from that day on, and there until then.
  if (asOf !== undefined && NOT_RENEWED.test(plain)) {
    const when = dayAgainst(plain, asOf)
    return when === 'ahead' ? NOTHING : { presence: 'left', open: when === 'either' }
  }
  const whole = presenceOfWords(plain)
  // 产假结束，已返岗 and 尚未退休: somebody who is there, in words that are all known.
  // 年底离职: the end of this year or of the last one.
  if (whole === 'ahead' && ((plain.includes('年底') && !AHEAD.test(plain)) || APPROVED.test(plain))) return { presence: null, open: true }
  if ((whole === 'present' || whole === 'ahead') && (asOf === undefined || dayAgainst(plain, asOf) === 'past') && !JOINING.test(plain)) return NOTHING
  // 2024年1月拟入职, 拟招聘: not there yet; where the day has passed, nobody can tell.
  const candidate = CANDIDATE.exec(plain)
  if (candidate !== null) {
    const passed = candidate[1] !== undefined && asOf !== undefined && dayAgainst(plain, asOf) !== 'ahead'
    return passed ? { presence: null, open: true } : { presence: 'vacant', open: false }
  }
  const told = whole !== null && whole !== 'unclear' && whole !== 'ahead' ? [whole === 'present' ? null : whole]
    : AHEAD.test(plain) || /返聘|原(?!因)|曾/.test(plain) ? [] : clauses.map(presenceOfClause)
  const presence = told.find(each => each === 'left' || each === 'vacant') ?? told.find(each => each !== null) ?? null
  if (presence === 'leave' || presence === 'seconded-out') return { presence, open: false }
  const when = asOf === undefined ? 'past' : whenOf(clauses, asOf)
  // What lies ahead takes nobody out; whoever joins after the day is not there on it.
  if (when === 'ahead') return { presence: null, open: JOINING.test(plain) }
  if (presence !== null) return { presence, open: when === 'either' }
  const rest = plain.replace(DENIED, '').replace(CERTIFICATE, '').replace(TRIAL, '').replace(KEPT, ''), parts = rest.split(/[,，。;；]/)
  // Each clause for itself: 管理人员，占编不在岗 is about him, whatever the first one is about.
  const tells = (clause: string): boolean => TELLING.test(clause) || tellsOfAbsence(clause)
  const isLater = (clause: string): boolean => AHEAD.test(clause) || (asOf !== undefined && dayAgainst(clause, asOf) === 'ahead')
  const open = tellsOfSubstitute(rest) || parts.some(clause => tells(clause) && !isLater(clause) && !isOfAnother(clause))
  const known = open || whole !== null || parts.every(clause => isOfAnother(clause) || isHarmless(clause))
  return known ? { presence: null, open } : { presence: null, open, unread: true }
}

/** Where what a remark tells lies against the day. How long a contract holds tells it of no other clause: 2023年5月辞职，合同至2027年. */
function whenOf(clauses: readonly string[], asOf: number): 'past' | 'ahead' | 'either' {
  const text = clauses.join('，'), others = clauses.filter(clause => clause !== '' && !TERM.test(clause)).join('，'), when = dayAgainst(text, asOf)
  if (others === '' || when !== 'ahead') return when
  return spansIn(others).length > 0 ? dayAgainst(others, asOf) : 'either'
}

function presenceOfClause(clause: string): Presence | null {
  const bare = clause.replace(SUBJECT, '').replace(DAY_BEFORE, '').replace(REASON, '')
  for (const word of [clause, bare, bare.replace(PAPERS, '')]) {
    if (word.length < 2 || word.length > LONGEST_CLAUSE) continue
    const reading = readPresence(word, '')
    if (reading.note === null && reading.presence !== 'present') return reading.presence
  }
  return null
}

const DAY_BEFORE = /^(?:已)?(?:自|从|于)?(?:19|20)\d{2}(?:年|[.\-/])[\d月日.\-/]{0,6}(?:起|已|底|初)?/
const A_DAY = /(?:19|20)\d{2}(?:年|[.\-/])(?:\d{1,2}(?:月份?(?:\d{1,2}日)?|[.\-/]\d{1,2}(?!\d)日?)?)?/g

/** Where the last day that a text names lies against the as-of day: a year alone may be on either side. */
export function dayAgainst(text: string, asOf: number): 'past' | 'ahead' | 'either' {
  const span = spansIn(text.slice(0, LONGEST)).at(-1) ?? null
  if (span === null || span.to <= asOf) return 'past'
  return span.from > asOf ? 'ahead' : 'either'
}

/** The days that a text names, each from its first to its last possible one; `null` for what looks like a day and is none. */
export function spansIn(text: string): readonly (DaySpan | null)[] {
  return [...text.matchAll(A_DAY)].map(([found]) => readWorkDay(found.replace(/[.\-/]$/, ''), 1900))
}
