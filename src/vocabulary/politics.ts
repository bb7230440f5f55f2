import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Affiliation, Answer } from '../core/reading'
import { isNothing, plainAnswer } from './answers'
import { chineseFor } from './english-values'
import { withoutCode } from './grammar'
import { normalise, textOf } from './normalise'
import type { ValueNoteKey } from './notes'
import { membershipOfWords } from './politics-words'
import { rememberWords } from './word-cache'

export interface PoliticsReading {
  /** 中共党员, 预备党员 or 共青团员. */
  readonly partyOrLeague: Answer
  /** Which of them, where the word tells; `none`: neither. */
  readonly affiliation: Affiliation
  readonly note: ValueNoteKey | null
}

/** 中共党员 and 预备党员, as chains of these: [which party][what sort of member][党员]. */
const PARTY = '(?:中国共产党|中国共产|中共产|中共产党|中共|共产党|共产|共党)?'
const SORT = '(?:正式|预备|预备期|候补|优秀|在册|在职|流动|离退休|退休|离休|退役|老|女|男|社区|农民|干部|学生|大学生|中共|保留团籍|新)*'
const PARTY_MEMBER = new RegExp(`^${PARTY}${SORT}党员(?:干部|同志)?(?:正式|预备|预备期)?$`)
const PARTY_ALONE = new Set(['中共', '中国共产党', '共产党', '中共预备', '中共正式', '中共预备期', '中国共产党预备', '预备', '预备期', '党', '党员预备', '党员正式', '中共预备党', '中共党', '预备党', '支部书记', '党支部书记', '党总支书记', '党委书记', 'cpc', '党内', '党员+团员', '党团员', '党员团员', '中共党员团员', '是党员', '是中共党员'])
const LEAGUE = new Set(['中国共青团团员', '中国共青团成员', '中共青团员', '共青团成员', '社区团员', '共青团干部', '学生团员', '保留团籍', '在册团员', '团籍', 'cyl', '团员', '共青团员', '共青团', '中国共产主义青年团', '中国共产主义青年团团员', '中国共产主义青年团员', '共产主义青年团员', '共产主义青年团', '共青团团员', '青年团员', '团', '团员青年', '优秀团员', '优秀共青团员', '青年团', '共青', '中国共青团', '中国共青团员', '团干部', '超龄团员', '中共团员'])
/** The eight democratic parties, each by its names; 党员, 盟员, 会员, 社员, 成员 may follow. */
const DEMOCRATIC = ['民革', '中国国民党革命委员会', '国民党革命委员会', '民盟', '中国民主同盟', '民主同盟', '民建', '中国民主建国会', '民主建国会', '民进', '中国民主促进会', '民主促进会', '农工', '农工党', '农工民主党', '中国农工民主党', '中国农工党', '致公', '致公党', '中国致公党', '九三', '九三学社', '台盟', '台湾民主自治同盟', '民主党派', '其他党派', '其它党派', '民主党']
const DEMOCRATIC_MEMBER = new RegExp(`^(?:${[...DEMOCRATIC].sort((a, b) => b.length - a.length).join('|')})(?:党员|盟员|会员|社员|成员|人士|员|预备党员)?$`)
/** On the way into the Party, which leaves a League member what he is: 共青团员（入党积极分子）. */
const APPLICANT = /^(?:入党|建党)?(?:积极分子|积极份子|发展对象|申请人|培养对象)$|入党申请|申请入党/
const NEITHER = new Set(['群众', '普通群众', '一般群众', '人民群众', '革命群众', '普通', '群', '群从', '群中', '公民', '普通公民', '普通居民', '一般居民', '社区居民', '普通市民', '普通村民', '一般公民', '普通人', '普通老百姓', '老百姓', '居民', '市民', '村民', '农民', '平民', '百姓', '无', '没有', '非党', '非党员', '非中共党员', '非中共', '非党团员', '非党团', '非党群众', '非党人士', '不是', '非党干部', '党外', '党外人士', '党外群众', '党外干部', '无党派', '无党派人士', '无党派民主人士', '民主人士', '无党派群众', '无党派代表人士', '党外知识分子', '群众非党员', '入团积极分子', '不是党员', '不是中共党员', '无党', '无党无派', '爱国人士', '宗教人士', '积极分子', '入党积极分子', '建党积极分子', '积极份子', '入党积极份子', '入积', '发展对象', '重点发展对象', '党员发展对象', '入党发展对象', '拟发展对象', '重点培养对象', '培养对象', '入党培养对象', '入党申请人', '申请入党', '已递交入党申请书', '已提交入党申请书', '递交入党申请书', '提交入党申请书', '入党申请', '预备党员发展对象', '少先队员', '少先队', '退团', '已退团', '超龄退团', '退党', '已退党', '开除党籍', '自行脱党', '无政治面貌', '未入党', '未入团', '群众身份', '统战人士', '归侨', '其他', '其它', '一般', '积极分子群众'])
/** Marks in brackets that change nothing about the membership. */
const SIDE = new Set(['保留团籍', '正式', '预备', '预备期', '中共', '中共党员', '书记', '支部书记', '委员', '流动', '在册', '组织关系在外', '转出', '在职', '双重', '团籍', '农村', '退休', '', '女', '男', '老党员', '含预备', '关系未转', '关系在社区', '本社区', '外单位'])
/** Where somebody's branch is, when and how he joined, what is said in praise: 党员（第一支部）, 党员（部队入党）. Nothing of it takes anything back. */
const BELONGS = /^(?![^]*[未没非不待疑拟无退除查停消否?])[\u4e00-\u9fff\d]{0,10}(?:支部|总支|党委|党组|企业|厂|公司|学校|大学|机关|社区|村|部队|单位|医院|局|所|站|中心|镇|街道|农村|入党|入团|在党\d*年?|\d年)$|^(?:优秀|先进|老|困难|非公|两新|镇直|双重管理|入户|模范|骨干|功勋|无职|离退休)$/
/** Columns that ask yes or no about the Party alone, and about both. */
const BOTH_HEADER = new Set(['是否党团员', '是否党(团)员', '是否党员团员', '是否党员/团员', '是否党员或团员', '是否党员、团员', '党团员', '党(团)员', '党员团员', '党员/团员', '党员、团员', '党员或团员', '是否是党团员', '是否为党团员', '党团', '党/团员', '党团员否', '是否为党(团)员', '是否为党员或团员', '党团员情况'])
const PARTY_HEADER = new Set(['党员', '是否党员', '是否中共党员', '是否是党员', '是否为党员', '是不是党员', '党员否', '中共党员', '是否共产党员', '党员身份', '是否为中共党员', '是否是中共党员', '是否正式党员', '党员情况', '中共党员否', '是否预备党员', '预备党员', '党'])
const LEAGUE_HEADER = new Set(['团员', '是否团员', '是否共青团员', '共青团员', '是否为团员', '是否为共青团员', '是否是团员', '团员否'])

const YES: PoliticsReading = { partyOrLeague: 'yes', affiliation: 'unknown', note: null }
const PARTY_YES: PoliticsReading = { partyOrLeague: 'yes', affiliation: 'party', note: null }
const PROBATIONARY_YES: PoliticsReading = { partyOrLeague: 'yes', affiliation: 'probationary', note: null }
const LEAGUE_YES: PoliticsReading = { partyOrLeague: 'yes', affiliation: 'league', note: null }
const NO: PoliticsReading = { partyOrLeague: 'no', affiliation: 'none', note: null }
const BLANK: PoliticsReading = { partyOrLeague: 'blank', affiliation: 'unknown', note: null }
const UNKNOWN: PoliticsReading = { partyOrLeague: 'unclear', affiliation: 'unknown', note: 'value.unknown-word' }
const CODE: PoliticsReading = { partyOrLeague: 'unclear', affiliation: 'unknown', note: 'value.code' }
const LEAGUE_UNKNOWN: PoliticsReading = { partyOrLeague: 'unclear', affiliation: 'unknown', note: 'value.politics-league-unknown' }
const DATED: PoliticsReading = { partyOrLeague: 'yes', affiliation: 'unknown', note: 'value.politics-date' }
const DATED_PARTY: PoliticsReading = { ...DATED, affiliation: 'party' }
const DATED_LEAGUE: PoliticsReading = { ...DATED, affiliation: 'league' }
const ERROR: PoliticsReading = { partyOrLeague: 'unclear', affiliation: 'unknown', note: 'value.error' }
const TWO: PoliticsReading = { partyOrLeague: 'unclear', affiliation: 'unknown', note: 'value.politics-two-values' }

const WHEN = '(?:19|20)\\d{2}[年./-]?\\d{0,2}[月./-]?\\d{0,2}[日号]?'
const JOINING = '(?:加入|入)(?:中国共产党|中国共产主义青年团|共产党|共青团|党|团)?'
/** 团员/2008, 党员，2010.06入党, 中共党员 2010年6月: the day of joining behind the membership. */
const DATE_BEHIND = new RegExp(`[/,，、;；:：\\-—|]?${WHEN}(?:${JOINING})?$`)
/** 2010.06/党员, 2010年6月 中共党员. */
const DATE_BEFORE = new RegExp(`^${WHEN}[/,，、;；:：\\-—|]?(?=[^\\d入加])`)
/** 2010.06入党, 2010年加入中国共产党, 入党2010.06, 入党时间：2010.06: a day of joining alone. */
const JOINED = new RegExp(`^(?:${WHEN}${JOINING}|${JOINING}(?:时间|日期|年月)?[:：]?${WHEN})$`)

/** The two-digit codes of GB/T 4762. */
const CODES: Readonly<Record<string, 'yes' | 'no'>> = { '01': 'yes', '02': 'yes', '03': 'yes', '04': 'no', '05': 'no', '06': 'no', '07': 'no', '08': 'no', '09': 'no', '10': 'no', '11': 'no', '12': 'no', '13': 'no' }
const BY_CODE = { yes: { partyOrLeague: 'yes', affiliation: 'party', note: null }, no: { partyOrLeague: 'no', affiliation: 'none', note: null } } as const
const AFFILIATION_OF_CODE: Readonly<Record<string, Affiliation>> = { '01': 'party', '02': 'probationary', '03': 'league' }

/** A code of GB/T 4762 as it is shown: two digits, 01 to 13; `null` otherwise. */
export function standardCode(text: string): string | null {
  const word = normalise(text).replace(/^'/, '')
  return CODES[word] === undefined ? null : word
}

/** What a code of GB/T 4762 means. Only for columns all of whose values are such codes. */
export function readStandardCode(code: string): PoliticsReading {
  const affiliation = AFFILIATION_OF_CODE[code]
  return CODES[code] === 'yes' && affiliation !== undefined ? { ...BY_CODE.yes, affiliation } : BY_CODE.no
}

/** What a header asks: the membership in words, or yes and no about one or both. */
type Asked = 'word' | 'party' | 'league' | 'both'

/**
 * Reads one cell of a politics column.
 * @param headerWord the column's word, for columns that are answered with yes and no; a `no` to 是否党员 leaves the League open
 */
export function readPolitics(value: CellValue, headerWord: string): PoliticsReading {
  if (isCellError(value)) return ERROR
  const asked = askedBy(headerWord)
  if (typeof value === 'number') return readNumber(value, asked)
  return readAsked[asked](textOf(value))
}

const askedBy = rememberWords((header: string): Asked => {
  const word = normalise(header).replace(/\((?:是\/?否|是或否|√|打√|填是或否|是\/否)\)$/, '')
  const last = word.split('/').at(-1) ?? word
  for (const each of [word, last]) {
    if (BOTH_HEADER.has(each)) return 'both'
    if (PARTY_HEADER.has(each)) return 'party'
    if (LEAGUE_HEADER.has(each)) return 'league'
  }
  return 'word'
})

function readNumber(value: number, asked: Asked): PoliticsReading {
  if (asked !== 'word') {
    if (value === 1) return YES
    if (value === 0) return asked === 'both' ? NO : LEAGUE_UNKNOWN
    // A serial, 199807 or 19980701: the day of joining stands for yes.
    if ((value >= 7000 && value <= 60_000) || (value > 192_107 && value < 21_000_000)) return DATED
  }
  return CODE
}

const readAsked: Readonly<Record<Asked, (text: string) => PoliticsReading>> = {
  word: rememberWords(text => readWord(text, 'word')),
  party: rememberWords(text => readWord(text, 'party')),
  league: rememberWords(text => readWord(text, 'league')),
  both: rememberWords(text => readWord(text, 'both')),
}

function readWord(text: string, asked: Asked): PoliticsReading {
  const written = normalise(text).toLowerCase(),
    word = (asked === 'word' ? chineseFor('politics', written) : null) ?? written
  if (word === '') return BLANK
  if (asked !== 'word') {
    const answer = plainAnswer(word)
    if (answer === 'yes') return asked === 'league' ? LEAGUE_YES : asked === 'party' ? PARTY_YES : YES
    if (answer === 'no') return word === '/' || word === '-' || word === '—' ? BLANK : asked === 'both' ? NO : LEAGUE_UNKNOWN
    if (/^(?:19|20)\d{2}(?:[年./-]?\d{1,2}(?:[月./-]\d{0,2}日?)?)?(?:入党|加入)?$/.test(word)) return DATED
    if (word === '非党' || word === '非党员' || word === '非中共党员') return asked === 'both' ? NO : LEAGUE_UNKNOWN
  }
  if (word !== '无' && isNothing(word)) return BLANK
  if (/^\d+$/.test(word)) return CODE
  const printed = withoutCode(word).replace(/[。.,，、;；√✓①-⑳]+$/, '')
  // 2010.06入党: the day tells the membership where the word does not.
  if (JOINED.test(printed)) return printed.includes('团') ? DATED_LEAGUE : /党/.test(printed) ? DATED_PARTY : DATED
  const stripped = printed.replace(DATE_BEHIND, '').replace(DATE_BEFORE, '')
  const whole = single(stripped)
  if (whole !== null) return whole
  const told = membershipOfWords(printed)
  if (told !== null) return told.two ? TWO : told.partyOrLeague === 'unclear' ? UNKNOWN : { ...told, note: null }
  const parts = stripped.split(/[/、;,，；+|\\]|和|及|兼/).filter(part => part !== '')
  if (parts.length < 2) return UNKNOWN
  const readings = parts.map(single), answers = readings.map(reading => reading?.partyOrLeague ?? 'unclear')
  const member = readings.find(reading => reading?.affiliation === 'party') ?? readings.find(reading => reading?.partyOrLeague === 'yes') ?? YES
  if (answers.includes('yes') && parts.every((part, at) => answers[at] === 'yes' || APPLICANT.test(part))) return member
  if (answers.every(answer => answer === 'no')) return NO
  // A member of the Communist Party may belong to a democratic party too: each person counts once.
  return answers.includes('yes') && !answers.includes('unclear') && parts.some(part => DEMOCRATIC_MEMBER.test(part)) ? member : TWO
}

/** One word with at most one bracket behind it, perhaps with the day of joining. */
function single(word: string): PoliticsReading | null {
  const parts = /^([^()[\]【】]*)[([【]([^()[\]【】]*)[)\]】]$/.exec(word)
  const [base, side] = parts === null ? [word, null] : [parts[1] ?? '', parts[2] ?? '']
  const bare = base.replace(/[(（]?(?:19|20)\d{2}[年./-]?\d{0,2}[月./-]?\d{0,2}日?(?:入党|加入|入团)?[)）]?$/, '').replace(/[-_.:]+$/, '')
  const stem = plain(bare), found = stem?.affiliation === 'party' && side !== null && /^预备/.test(side) ? PROBATIONARY_YES : stem
  if (side === null || found === null) return side !== null && bare === '' ? plain(side) : found
  if (found.partyOrLeague === 'no') {
    // 群众（团员） says two things.
    const inside = plain(side)
    if (inside?.partyOrLeague !== 'yes') return found
    return /^(?:非|不是)/.test(bare) ? inside : TWO
  }
  if (SIDE.has(side) || BELONGS.test(side.replace(/^(?:非公|两新)/, '')) || /^(?:非公|两新)(?:企业|党员|组织)?$/.test(side) || APPLICANT.test(side) || plain(side)?.partyOrLeague === 'yes' || /^[\d年月日.\-/~入党团至今起]+$/.test(side)) return found
  if (/^(?:已?退[党团]|超龄|开除|除名|脱党|停止党籍)/.test(side)) return side.includes('超龄') && !side.includes('退') ? found : /未/.test(side) ? null : NO
  // What the bracket says is not understood: nothing is taken.
  return plain(side)?.partyOrLeague === 'no' && !APPLICANT.test(side) ? TWO : null
}

function plain(word: string): PoliticsReading | null {
  if (NEITHER.has(word) || DEMOCRATIC_MEMBER.test(word)) return NO
  if (LEAGUE.has(word)) return LEAGUE_YES
  if (PARTY_ALONE.has(word) || PARTY_MEMBER.test(word)) return word.includes('团') ? YES : /预备/.test(word) ? PROBATIONARY_YES : PARTY_YES
  return null
}
