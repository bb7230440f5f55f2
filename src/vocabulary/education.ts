import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Answer } from '../core/reading'
import { ownValue } from '../core/own-value'
import { isNothing, plainAnswer } from './answers'
import { chineseFor } from './english-values'
import { lexicon, withoutCode } from './grammar'
import type { Piece } from './grammar'
import { normalise, textOf } from './normalise'
import type { ValueNoteKey } from './notes'
import { rememberWords } from './word-cache'
import { WORDS } from './education-words'
import type { Kind } from './education-words'

/** `studying`: in study and nothing obtained is written; `code`: a bare number, whose list of codes only the author knows. */
export type EducationLevel = 'doctor' | 'master' | 'postgraduate' | 'bachelor' | 'college' | 'secondary' | 'high' | 'middle' | 'primary' | 'none' | 'studying' | 'code' | 'blank' | 'unknown'

export interface EducationReading {
  readonly level: EducationLevel
  /** 大专以上, obtained. `unclear` for study not finished yet, codes and words not known. */
  readonly college: Answer
  readonly note: ValueNoteKey | null
}

/** Higher is more. What stands between 大专 and 高中 is one step, as the vocational schools are no college. */
const RANK: Readonly<Partial<Record<Kind, number>>> = {
  doctor: 9,
  master: 8,
  postgraduate: 7,
  bachelor: 6,
  college: 5,
  secondary: 4,
  high: 4,
  middle: 3,
  primary: 2,
  none: 1,
}
const COLLEGE_RANK = 5
const piecesOf = lexicon<Kind>(WORDS)

/** One letter in the place of a word, alone in the cell. */
const SHORT: Readonly<Record<string, Kind>> = { 博: 'doctor', 硕: 'master', 研: 'postgraduate', 本: 'bachelor', 专: 'college', 高: 'high', 初: 'middle', 小: 'primary' }
/** A name that may stand before a level: 泰州职业技术学院大专. */
const SCHOOL = /(学院|学校|大学|党校|电大|中学|师范|[师医农警商财幼药体艺]专|专业|院|校|系|科)$/
/** A subject that may stand before a level: 法学本科, 行政管理大专, 汉语言文学（师范）本科. */
const SUBJECT = /(?:学|管理|工程|教育|法律|会计|审计|财务|财会|金融|经济|贸易|营销|技术|应用|设计|语言|文学|英语|日语|中文|汉语|语文|数学|物理|化学|生物|历史|地理|政治|体育|音乐|美术|艺术|机械|电子|电气|电力|自动化|计算机|软件|网络|信息|通信|土木|建筑|园林|农|林|医|药|护理|临床|师范|行政|文秘|秘书|新闻|传媒|广告|旅游|酒店|物流|统计|保险|税务|社工|社会工作|心理|公安|侦查|司法|民政|工商|人力资源|理工|方向|类|专业|一体化|电算化|电工|焊工|财税|财经|税|兽医|畜牧|养殖|种植|园艺|水利|测绘|采矿|化工|纺织|服装|烹饪|美容|铁路|交通|运输|汽修|汽车|数控|模具|焊接|档案|图书|哲学|播音|表演|摄影|动漫|康复|中医|针灸|检验|助产|口腔|公文|党务|党建|党史|社区|治理|服务|事务|商务|电商|国贸|外贸|证券|投资|房产|物业|家政|养老|保安|消防|安全|环保|环境|生态|气象|地质|食品|制造|维修|控制|通讯|国防|军事|指挥|作战|警察|监狱|法务|书法|舞蹈|戏剧)$/
/** How schools are called for short, the towns that they are in, and how somebody came to study: 大专（南师大）, 本科（河海）, 大专（单招）. */
const SCHOOL_SHORT = /^(?:南京|苏州|无锡|常州|镇江|扬州|泰州|南通|盐城|淮安|宿迁|徐州|连云港|江苏|上海|北京|天津|杭州|合肥|武汉|西安|省|市|南|扬|苏|通|河海|江南|东南|华东|中国)*(?:河海|江南|东南|[师财农医工理林矿]?大|师专|工|师|理工|财经|农林|医|农)?$/
const WAY_IN = /^(?:对口|单招|对口单招|注册入学|扩招|提前招生|退役士兵|退役军人|转业|军转|农民大学生|村干部班|干部班|大专班|函|自|成|电|在|业|持证)$/
/** A title or a certificate of a trade beside the diploma: 大专、会计师. */
const TITLE = /^(?:[\u4e00-\u9fff]{0,8}(?:会计|会计师|社工|社工师|工程师|经济师|教师资格|教师证|职称|资格证?|幼教|小教|行管|护士|船舶|航海|驾驶))$/
const REFUSED_TAIL = /[未无非没不拟欲想待假伪疑缺差除\d?？]|[年月]级|第.|中$/
const DATE = /(?:19|20)?\d{2}[年./-]\d{0,2}[月./-]?\d{0,2}日?|(?:19|20)\d{2}(?:年|级|届)?|\d{2}[届级](?!学)|\(\d{2}\)|\(\d(?:\+\d|年制?)\)/g

interface Found { readonly kind: Kind; readonly rank: number; state: 'obtained' | 'studying' | 'unfinished' | 'equivalent' | 'denied' | 'doubted'; limit: 'exact' | 'above' | 'at-or-below' | 'below' }

/** Reads one cell of an education column (any of the three), as obtained education and whether it is 大专以上. */
export function readEducation(value: CellValue): EducationReading {
  if (typeof value === 'number') return CODE
  if (isCellError(value)) return ERROR
  return readWord(withoutNoDegree(textOf(value)))
}

/** 大专 无, or 大专 above 无: the second thing in the cell (a degree, a subject) is none, and denies nothing of the first. */
function withoutNoDegree(text: string): string {
  const parts = text.trim().split(/[\s\u3000]+/)
  return parts.length === 2 && /^(?:无|没有|暂无|[-—–/]+)$/.test(parts[1] ?? '') ? (parts[0] ?? '') : text
}

/** Reads one cell under 是否大专以上: 是 and 否 answer it, 1 and 0 as well, and so does a diploma. */
export function readCollegeAnswer(value: CellValue): EducationReading {
  if (value === 1 || value === true) return ASKED_YES
  if (value === 0 || value === false) return ASKED_NO
  const answer = typeof value === 'string' ? plainAnswer(normalise(value)) : null
  return answer === null ? readEducation(value) : answer === 'yes' ? ASKED_YES : ASKED_NO
}

const ASKED_YES: EducationReading = { level: 'college', college: 'yes', note: null }
const ASKED_NO: EducationReading = { level: 'high', college: 'no', note: null }

const BLANK: EducationReading = { level: 'blank', college: 'blank', note: null }
const CODE: EducationReading = { level: 'code', college: 'unclear', note: 'value.code' }
const ERROR: EducationReading = { level: 'unknown', college: 'unclear', note: 'value.error' }
const UNKNOWN: EducationReading = { level: 'unknown', college: 'unclear', note: 'value.unknown-word' }
const IN_STUDY: EducationReading = { level: 'studying', college: 'unclear', note: 'value.education-in-study' }
const NONE: EducationReading = { level: 'none', college: 'no', note: 'value.education-none' }

const readWord = rememberWords((text: string): EducationReading => {
  const written = normalise(text).toLowerCase(),
    word = chineseFor('education', written) ?? written
  if (word === '') return BLANK
  if (word === '无' || word === '没有' || word === '(无)') return NONE
  if (isNothing(word)) return BLANK
  if (/^\d+(\.0+)?$/.test(word)) return CODE
  // 大专无: of the degree, or of the diploma? Nobody can tell.
  if (/^(?:大专|专科|大学|本科|研究生|硕士|博士).*无$/.test(word)) return UNKNOWN
  const short = ownValue(SHORT, word)
  if (short !== undefined) return settle([{ kind: short, rank: RANK[short] ?? 0, state: 'obtained', limit: 'exact' }], false, false)
  // 3+2大专, 五年一贯制: how long the two parts of the course are says nothing of its level.
  return readChain(withoutCode(word.replace(/^[35]\+[2-4](?=[\u4e00-\u9fff])/, '').replace(/(以[上下])\(含[^()]*\)/, '及$1').replace(/\(含\)(?=以[上下])/, '及')).replace(DATE, ''))
})

function readChain(word: string): EducationReading {
  const pieces = mergeSchools(piecesOf(word))
  const found: Found[] = []
  let pending: Exclude<Found['state'], 'obtained'> | null = null
  let tail = false, depth = 0, modeOnly = false, mixed = false, either = false
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece === undefined) break
    const last = found.at(-1)
    switch (piece.kind) {
      case 'open': depth++; break
      case 'close': depth--; break
      case 'mixed': mixed = true; break
      case 'either': either = true; break
      case 'doubt': case 'denial': {
        const state = piece.kind === 'doubt' ? 'doubted' : 'denied'
        // 不是没有大专: what is denied twice is no no.
        if (pending === 'denied') return UNKNOWN
        if (nextLevel(pieces, at + 1) !== null && (last === undefined || startsClause(pieces[at - 1]) || piece.kind === 'denial')) pending = state
        else if (last !== undefined) last.state = state
        else if (piece.kind === 'doubt') return UNKNOWN
        break
      }
      case 'unknown': {
        const next = pieces[at + 1]
        // 自考大专中: still at it.
        if (last !== undefined && piece.text === '中' && (next === undefined || next.kind === 'close')) { last.state = 'studying'; break }
        // A word that is not understood makes the value unknown, unless it can only be a subject or a school.
        if (depth > 0) {
          if (last === undefined || !harmless(piece.text)) return UNKNOWN
          break
        }
        // Before a level only the name of a school may stand; after it a subject.
        if (last === undefined && !SCHOOL.test(piece.text) && !(SUBJECT.test(piece.text) && next !== undefined && !REFUSED_TAIL.test(piece.text)) && !(piece.text.length > 1 && next?.text.startsWith('大学') === true && !REFUSED_TAIL.test(piece.text))) return UNKNOWN
        if (last !== undefined && !harmless(piece.text)) return UNKNOWN
        if (last !== undefined || next === undefined) tail = true
        break
      }
      case 'college-mode': {
        if (!levelFollows(pieces, at + 1)) {
          if (last === undefined) modeOnly = true
          // 老年大学 is no education, whatever stands around it.
          if (piece.text === '老年大学') return UNKNOWN
          if (last === undefined) found.push({ kind: 'college', rank: COLLEGE_RANK, state: pending ?? 'obtained', limit: 'exact' })
        }
        break
      }
      case 'studying': case 'unfinished': {
        const state = piece.kind
        const next = nextLevel(pieces, at + 1)
        const atStart = last === undefined || startsClause(pieces[at - 1])
        if (next !== null && (atStart || next > (last?.rank ?? 0))) pending = state
        else if (last !== undefined) last.state = state
        break
      }
      case 'course': if (last !== undefined) last.state = 'unfinished'; break
      case 'equivalent': if (last !== undefined && nextLevel(pieces, at + 1) === null) last.state = 'equivalent'; else pending = 'equivalent'; break
      case 'above': case 'at-or-below': case 'below': if (last !== undefined) last.limit = piece.kind; break
      // 大专在读，已毕业 and 读大专，已拿证: it came to an end.
      case 'obtained': if (last?.state === 'studying' && /^已/.test(piece.text)) last.state = 'obtained'; break
      case 'filler': case 'separator': case 'mode': break
      default: {
        found.push({ kind: piece.kind, rank: RANK[piece.kind] ?? 0, state: pending ?? 'obtained', limit: 'exact' })
        pending = null
      }
    }
  }
  // 大三在读: under way, whatever it leads to.
  if (!mixed && found.length === 0 && pieces.length > 0 && pieces.every(({ kind }) => kind === 'studying' || kind === 'mode' || kind === 'filler' || kind === 'open' || kind === 'close') && pieces.some(({ kind }) => kind === 'studying')) return IN_STUDY
  if (mixed || found.length === 0) return UNKNOWN
  // 高中或大专: one of the two.
  if (either && new Set(found.map(each => each.rank >= COLLEGE_RANK)).size > 1) return UNKNOWN
  return settle(found, tail, modeOnly)
}

function startsClause(before: Piece<Kind> | undefined): boolean {
  return before === undefined || before.kind === 'separator' || before.kind === 'open'
}

/** The name of a subject or a school, which says nothing of the diploma. */
function harmless(text: string): boolean {
  return !REFUSED_TAIL.test(text) && (SUBJECT.test(text) || SCHOOL.test(text) || SCHOOL_SHORT.test(text) || WAY_IN.test(text) || TITLE.test(text) || /^[a-z.:]*$/.test(text))
}

/** 扬州大学 is a school and not the level 大学: an unknown piece right before a level that ends a school's name becomes one piece with it. */
function mergeSchools(pieces: readonly Piece<Kind>[]): Piece<Kind>[] {
  const merged: Piece<Kind>[] = []
  for (const piece of pieces) {
    const before = merged.at(-1)
    if (before?.kind === 'unknown' && SCHOOL.test(piece.text) && piece.kind !== 'unknown' && !/[科系]$/.test(piece.text)) merged[merged.length - 1] = { kind: 'unknown', text: before.text + piece.text }
    else if (before?.kind === 'unknown' && piece.kind === 'unknown') merged[merged.length - 1] = { kind: 'unknown', text: before.text + piece.text }
    else merged.push(piece)
  }
  return merged
}

/** A level comes next, perhaps after more modes of study: 电大(在职)专科. */
function levelFollows(pieces: readonly Piece<Kind>[], from: number): boolean {
  return nextLevel(pieces, from) !== null
}

function nextLevel(pieces: readonly Piece<Kind>[], from: number): number | null {
  for (let at = from; at < pieces.length; at++) {
    const kind = pieces[at]?.kind
    if (kind === undefined || kind === 'unknown' || kind === 'close' || kind === 'separator') return null
    const rank = RANK[kind]
    if (rank !== undefined) return rank
  }
  return null
}

function settle(found: readonly Found[], tail: boolean, modeOnly: boolean): EducationReading {
  const obtained = found.filter(each => each.state === 'obtained')
  const best = highest(obtained)
  const reached = best !== null && answer(best) === 'yes'
  // 大专（待核实）: nobody knows. 无本科: whether it is 大专 is not said; 无大专: it is not.
  if (!reached && found.some(each => each.state === 'doubted')) return UNKNOWN
  const denied = found.filter(each => each.state === 'denied')
  if (best === null && denied.length > 0 && denied.length === found.length) return denied.some(each => each.rank <= COLLEGE_RANK) ? { level: 'high', college: 'no', note: null } : UNKNOWN
  if (best !== null) {
    const level = best.kind as EducationLevel
    const college = answer(best)
    if (college !== 'yes') {
      // Something higher is under way beside an obtained lower one: the lower one counts.
      const open = found.some(each => each.state === 'studying' && each.rank >= COLLEGE_RANK)
      if (open) return { level, college, note: 'value.education-in-study-beside' }
    }
    return { level, college, note: noteFor(found, obtained, best, college, tail, modeOnly) }
  }
  if (found.some(each => each.state === 'studying')) {
    const top = highest(found.filter(each => each.state === 'studying'))
    // 高中在读: whatever comes of it is no college.
    return top !== null && top.rank < COLLEGE_RANK ? { level: top.kind as EducationLevel, college: 'no', note: null } : IN_STUDY
  }
  const top = highest(found)
  const lower: EducationLevel = top !== null && top.rank < COLLEGE_RANK ? top.kind as EducationLevel : 'high'
  return { level: lower, college: 'no', note: found.some(each => each.state === 'equivalent') ? 'value.education-equivalent' : 'value.education-not-finished' }
}

function noteFor(
  found: readonly Found[],
  obtained: readonly Found[],
  best: Found,
  college: Answer,
  tail: boolean,
  modeOnly: boolean,
): ValueNoteKey | null {
  if (college === 'unclear') return 'value.education-range'
  if (found.some(each => each.state !== 'obtained' && each.state !== 'denied'))
    return found.some(each => each.state === 'studying') ? 'value.education-in-study-beside' : 'value.education-not-finished'
  if (best.limit !== 'exact') return 'value.education-or-above'
  if (new Set(obtained.map(each => each.rank >= COLLEGE_RANK)).size > 1) return 'value.two-values'
  if (modeOnly) return 'value.education-mode-only'
  return tail ? 'value.education-tail' : null
}

function highest(found: readonly Found[]): Found | null {
  let best: Found | null = null
  for (const each of found) if (best === null || each.rank > best.rank) best = each
  return best
}

function answer(best: Found): Answer {
  const reaches = best.rank >= COLLEGE_RANK
  switch (best.limit) {
    case 'exact': return reaches ? 'yes' : 'no'
    case 'above': return reaches ? 'yes' : 'unclear'
    case 'at-or-below': return reaches ? 'unclear' : 'no'
    case 'below': return best.rank > COLLEGE_RANK ? 'unclear' : 'no'
  }
}
