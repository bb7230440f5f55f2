import { isCellError } from '../core/cell'
import type { CellValue } from '../core/cell'
import type { Presence } from '../core/reading'
import { isNotKnownYet, isNothing, plainAnswer } from './answers'
import { chineseFor } from './english-values'
import { saysLeft } from './leaving-words'
import { normalise } from './normalise'
import type { ValueNoteKey } from './notes'
import { presenceOfWords } from './presence-words'
import { rememberWords } from './word-cache'

export interface PresenceReading {
  readonly presence: Presence
  readonly note: ValueNoteKey | null
}

/** The words of a status column by what they mean, beside those that their parts tell (presence-words). To teach a new one, add it to its line. */
const WORDS: Readonly<Record<Presence, readonly string[]>> = {
  present: ['增加', '增员', '交叉任职', '双岗', '兼职', '换岗', '调岗', '现岗', '坚守岗位', '在编', '任职中', '在班', '聘用中', '有效', '试用', '试用期', '新招', '新招聘', '全职', '兼任', '在册', '实有', '存续', '工作中', '退休返聘', '已聘', '在用', '良好', '借入', '借调入', '借进', '本社区', '交流任职', '全日制在岗', '岗上', '在勤', '在', '现职', '在编人员', '培训', '轮岗', '转岗', '已转岗', '公休', '轮休', '年休', '年休假', '年假', '调休', '居家办公'],
  vacant: ['拟聘用', '拟聘任', '公示中', '缺', '空', '正在招聘', '待定', '暂空', '暂空缺', '职位空缺', '待选', '待任', '未聘', '虚位', '出缺', '尚缺', '待派', '缺位', '空位', '空置'],
  left: ['减少', '减员', '调减', '减少人员', '到龄', '已到龄', '满60退休', '免去职务', '录用公务员', '录为公务员', '去逝', '离世', '故', '解约', '终止劳动关系', '内部退养', '买断', '解除', '自行离岗', '擅自离职', '下派结束', '已辞', '辞', '自行离职', '合同到期终止', '合同终止', '退', '调', '已调', '调岗离开', '已故', '身故', '过世', '逝世', '免去', '合同解除', '合同到期', '合同期满', '到期', '非在职', '开除公职', '注销', '失效', '无效', '考录', '转出', '已转出', '已解除', '终止', '调整离任', '不在', '走'],
  leave: ['陪护', '二胎产假', '三胎产假', '哺乳期', '外出', '失联', '因病', '婚丧假', '长病', '产休', '孕假', '休假中', '离岗待退', '当兵', '暂离', '暂时离岗', '因病休息', '因病离岗'],
  'seconded-out': ['借调出', '借调在外', '借调中', '借调出去', '挂职外出', '外出挂职', '挂职在外', '挂职中', '外挂', '抽调在外', '抽调中', '派出', '外出交流', '借调(出)', '借调(外出)', '专班'],
}
const PRESENCE = new Map<string, Presence>()
for (const presence of Object.keys(WORDS) as Presence[]) for (const word of WORDS[presence]) PRESENCE.set(word, presence)

/** What a word says by itself, whole or by its parts. */
function plainPresence(word: string): Presence | undefined {
  const told = PRESENCE.get(word) ?? presenceOfWords(word)
  return told === null || told === 'ahead' || told === 'unclear' ? undefined : told
}

/** Leaving that is still ahead: 拟退休, 2024年6月将退休. */
const AHEAD = /^(?:拟|即将|将要?|预计|准备|待|临近|快|明年|下月|年底|申请|近期|临)(?:办理)?(退休|离职|辞职|离任|调离|调出|调动|离岗|退)$/
/** How a place ends that somebody is lent to: 借用车辆 is none. */
const PLACE_END = /[镇乡村局办所站委部院队厅室科处区县市司校组会心府社班里道厂企线](?:工作|上班|帮忙|任职)?$/
/** Talks of coming, going or of a doubt. */
const MOVES = /[未没非无待疑拟将需缺完除补返回归止借调挂抽退离辞走外?？]|取消|撤|结束|期满|到期|病假|产假|上班|在岗/
/** With a place behind: 借调至民政局, 调往河东社区, 挂职于街道. */
const WITH_PLACE = /^(?:(借调|借用|抽调|挂职|外派|派驻|调往|调至|调到|调任|考取|考入|考上|转任|转到|转至|提拔)(?:至|到|于|在|去|往|任|赴|为|给)?|(派|借|调入|调离|调出|调|辞职|离职)(?:至|到|于|去|往|赴|给))(?![\u4e00-\u9fff]*(?:证|资格|证书|职称|学历|学位)$)[\u4e00-\u9fff]{2,}$/
const DAY = '(?:(?:19|20)?\\d{2}[年./-]\\d{0,2}[月./-]?\\d{0,2}[日号]?|(?:19|20)\\d{2}年?|\\d{1,2}月(?:\\d{1,2}[日号])?|\\d{1,2}[./]\\d{1,2})'
const DAYS_AROUND = new RegExp(`^(?:自|从|于)?${DAY}(?:[-~至到—]+(?:${DAY}|今))?(?:起|开始|后|已|至今|因)?|(?:自|从|于|至|到)?${DAY}(?:[-~至到—]+(?:${DAY}|今))?(?:起|开始|止)?$`, 'g')

const PRESENT: PresenceReading = { presence: 'present', note: null }
const OPEN: PresenceReading = { presence: 'present', note: 'value.unknown-word' }
const NOT_YET: PresenceReading = { presence: 'present', note: 'value.not-known-yet' }

/**
 * Reads one cell of a status column. A blank is `present`: most rosters fill the column only where something is unusual.
 * A word not known is `present` with an open note, so nobody is left out unseen.
 */
export function readPresence(value: CellValue, headerWord: string): PresenceReading {
  if (value === null) return PRESENT
  if (isCellError(value)) return { presence: 'present', note: 'value.error' }
  const asked = askedBy(headerWord)
  if (typeof value !== 'string') {
    const truth = typeof value === 'boolean' ? value : value === 1 ? true : value === 0 ? false : null
    return asked.about === 'word' || truth === null ? { presence: 'present', note: 'value.code' } : yesNo(truth, asked)
  }
  return asked.read(value)
}

/** What a header asks: a status in words, or yes and no about being there or being gone. */
interface Asked {
  readonly about: 'word' | 'there' | 'gone'
  readonly word: string
  readonly read: (text: string) => PresenceReading
}

const askedBy = rememberWords((header: string): Asked => {
  const word = normalise(header).split('/').filter(part => part !== '否').at(-1) ?? ''
  const about = /^(?:是否|有无)?(?:已经?)?(?:离职|辞职|离岗|退休|空缺|调离|调出|离任)(?:与否|否)?$/.test(word) ? 'gone' : /^是否|否$/.test(word) ? 'there' : 'word'
  const asked: Asked = { about, word, read: rememberWords(text => readAsked(normalise(text).toLowerCase(), asked)) }
  return asked
})

function readAsked(word: string, asked: Asked): PresenceReading {
  if (asked.about === 'word') return readWord(word)
  if (word === '') return PRESENT
  // 否（离职）: the answer, and what it means.
  const told = /^(?:是|否|不在岗|不在职)[(（,，、:：]+([^()（）]{2,})[)）]?$/.exec(word)?.[1]
  const meant = told === undefined ? null : presenceOfWord(told)
  if (meant !== null) return meant
  const answer = isNothing(word) ? null : plainAnswer(word)
  return answer === null ? readWord(word) : yesNo(answer === 'yes', asked)
}

function yesNo(yes: boolean, asked: Asked): PresenceReading {
  if (asked.about === 'gone') return yes ? { presence: asked.word.includes('空缺') ? 'vacant' : 'left', note: null } : PRESENT
  if (yes) return PRESENT
  // Not on post today may be leave; no longer employed is not.
  return asked.word.includes('在岗') || asked.word.includes('到岗') ? { presence: 'leave', note: 'value.status-not-on-post' } : { presence: 'left', note: null }
}

function readWord(written: string): PresenceReading {
  const word = chineseFor('status', written) ?? written
  const plain = plainPresence(word)
  if (plain !== undefined) return { presence: plain, note: null }
  if (isNotKnownYet(word)) return NOT_YET
  if (isNothing(word)) return PRESENT
  if (plainAnswer(word) !== null) return plainAnswer(word) === 'yes' ? PRESENT : OPEN
  if (/^\d+$/.test(word)) return { presence: 'present', note: 'value.code' }
  return presenceOfWord(word) ?? OPEN
}

/** A presence that the word states, also with a day, a bracket or a place; `null` when it states none. For remark and kind columns too. */
export function presenceOfWord(text: string): PresenceReading | null {
  const written = normalise(text),
    word = chineseFor('status', written) ?? written
  const plain = plainPresence(word) ?? plainPresence(word.replace(/(?<=..)人员$/, ''))
  if (plain !== undefined) return { presence: plain, note: null }
  const bare = word.replace(/^[([【]([^()[\]【】]*)[)\]】]$/, '$1').replace(/^已(?=[于自从\d])/, '').replace(DAYS_AROUND, '').replace(/^[,，、;:：]+|[,，、;:：。.]+$/g, '').replace(/^(?:因故|因病|因个人原因|个人原因|已经|现已|现|目前|已|因工作调动|正在|正|长期|人员)/, '').replace(/(?:人员|状态|中|了|手续|期间|期|在外)$/, '')
  const said = presenceOfWords(word)
  if (said !== null) return said === 'unclear' ? null : said === 'ahead' ? { presence: 'present', note: 'value.status-not-yet' } : { presence: said, note: null }
  const found = plainPresence(bare)
  if (found !== undefined) return { presence: found, note: null }
  if (AHEAD.test(bare) || AHEAD.test(word.replace(DAYS_AROUND, ''))) return { presence: 'present', note: 'value.status-not-yet' }
  const bracket = /^([^()]+)\(([^()]*)\)$/.exec(bare)
  if (bracket !== null) {
    const outer = plainPresence(bracket[1] ?? ''), inner = plainPresence(bracket[2] ?? '') ?? null
    // 在职（产假）: the bracket is the more exact word.
    // What it says of coming and going in words that are not understood leaves the whole open.
    if (inner === null && MOVES.test(bracket[2] ?? '')) return null
    if (outer !== undefined) return { presence: outer === 'present' && inner !== null ? inner : outer, note: null }
    if (inner !== null && outer === undefined) return null
  }
  const parts = bare.split(/[,，、;；/]/).filter(part => part !== '')
  if (parts.length > 1) {
    const each = parts.map(part => plainPresence(part)).filter(presence => presence !== undefined)
    if (each.length === parts.length) return { presence: each.find(presence => presence !== 'present') ?? 'present', note: null }
  }
  if (/^(?:由|从|自).{2,12}(?:调入|调来|转入)$/.test(bare)) return PRESENT
  if (/^调(?![解研查度整节控配]).{1,10}(?:社区|居委会|街道|镇|局|办|村|委|区|政府|中心|所|站|院|校|厅|机关|公司|单位)(?:任.{2,8}|工作)?$/.test(bare)) return { presence: 'left', note: null }
  const placed = WITH_PLACE.exec(bare)
  // 借调至镇未归 in words that are not known: it is no word on where somebody is.
  if (placed !== null && !/返|回|归|结束|期满|取消|未|没|不|后|再|又|离职|辞|退休|待|拟/.test(placed[0].replace(/^(?:借调|抽调|调往|调至|调到|调任)/, '')) && (!/^(?:借|抽|挂|外派|派)/.test(placed[0]) || PLACE_END.test(placed[0]))) {
    const verb = placed[1] ?? placed[2] ?? ''
    if (/^(?:借|抽|挂|外派|派)/.test(verb)) return { presence: 'seconded-out', note: null }
    if (verb === '调入') return PRESENT
    return { presence: 'left', note: null }
  }
  return saysLeft(word) ? { presence: 'left', note: null } : null
}

const VACANT_NAMES = new Set([...WORDS.vacant, '无', '暂无', '空白', '待', '招聘', '空缺中'])

/** The name cell says that nobody holds the post: 空缺, （待招）, 空缺1, 缺编2人. */
export function isVacantName(name: string): boolean {
  const word = normalise(name).replace(/^[([【<〔]+|[)\]】>〕]+$/g, '')
  if (word === '') return false
  if (saysVacant(word)) return true
  const bare = word.replace(/[-_]?(?:\d{1,3}|[一二三四五六七八九十]{1,2})(?:名|人|个)?$/, '').replace(/[(（][^()（）]*[)）]?$/, '').replace(/^(?:正式|聘用|编内|编外|岗位|职位|人员|在编)/, '')
  return bare !== '' && saysVacant(bare)
}

/** The characters part nearly every name from such words at once. */
function saysVacant(word: string): boolean {
  return VACANT_NAMES.has(word) || (/^(?=.*[空缺待未尚拟招没无虚试中])(?!.*人员)/.test(word) && presenceOfWords(word) === 'vacant')
}
