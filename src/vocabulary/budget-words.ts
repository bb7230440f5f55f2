import { maskText } from '../core/mask'
import { LINES } from './budget-lines'
import type { MeasureUnit, Said, Saying } from './budget-sayings'
import { employmentWords } from './employment'
import { joined, lexicon } from './grammar'
import type { Piece } from './grammar'
import { normalise } from './normalise'
import { rememberWords } from './word-cache'

export type { Measure, MeasureUnit, PayPart, Period, Said, Saying, StaffClass, Subject } from './budget-sayings'

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
const OTHER_TAILS = ['/度', '/吨', '/次', '/人次', '/户', '/个', '/台', '/套', '/场', '/期', '/天', '/人·天', '/人天', '/份', '/本', '/处', '/间', '/项', '/件', '/社区', '/个社区', '/批', '/块', '/小区', '/户·年', '/户年', '/户/年', '/人·期', '/人·次', '/人·场', '/人期', '/人次', '/人/期', '/人/次', '/人·课时']

/** Rent: so much for a square metre and month. */
const M2_MONTH = ['m2', '平方米', '平米', '平', 'm²'].flatMap(one => [`/${one}·月`, `/${one}.月`, `/${one}/月`, `/${one}月`, `/月·${one}`, `/月/${one}`, `/月.${one}`, `/(${one}·月)`, `/(月·${one})`])

const UNITS: readonly (readonly [Saying, readonly string[]])[] = [
  ...MONEY.flatMap(([word, scale]): (readonly [Saying, readonly string[]])[] => [
    [{ unit: money(scale, word) }, [word, `人民币${word}`]],
    [{ unit: money(scale, word), per: 'each' }, OTHER_TAILS.map(tail => word + tail)],
    ...PER.map(([tails, per]): readonly [Saying, readonly string[]] => [{ unit: money(scale, word), per }, tails.map(tail => word + tail)]),
    [{ unit: money(scale, word), hint: 'rate', per: 'm2' }, ['/m2', '/平方米', '/平米', '每平方米', '/平', '/m²'].map(tail => word + tail)],
    [{ unit: money(scale, word), hint: 'rate', per: 'm2-month' }, M2_MONTH.map(tail => word + tail)],
  ]),
  [{ unit: area(1, 'm2') }, ['m2', '平方米', '平米', '㎡', 'm²']],
  [{ unit: area(1e4, '万m2') }, ['万m2', '万平方米', '万平米', '万平', '万㎡', '万m²']],
  [{ unit: area(2000 / 3, '亩') }, ['亩']],
  [{ unit: { of: 'persons', scale: 1, word: '人' } }, ['名', '人数单位']],
  [{ unit: { of: 'percent', scale: 1, word: '%' } }, ['%', '百分之']],
  [{ unit: { of: 'other', scale: 1, word: '' } }, ['个', '吨', '户', '间', '套', '台', '次', '处', '项', '岁', '件', '批', '场', '期']],
]

const sayings: Saying[] = []
const lists: Record<string, string[]> = {}

/** A cost (费) is told with 用 behind it as well: 办公费用. */
function teach(saying: Saying, words: readonly string[]): void {
  lists[`${String(sayings.length)}`] = words.flatMap(word => (word.length > 1 && word.endsWith('费') ? [word, `${word}用`] : [word]))
  sayings.push(saying)
}

// 财政拨款 is money that comes in, 机关人员 are those of the town hall: kinds of staff only in rosters.
teach({ staff: 'formal', subject: 'staff' }, [
  ...employmentWords('formal', 'established').filter(word => !/拨款$|^财补$|机关/.test(word)), '行政人员', '行政工作人员',
])
teach({ staff: 'contracted', subject: 'staff' }, employmentWords('contracted', 'outside').filter(word => !/^(?:公开)?招[聘录考]$/.test(word)).concat('招聘人员', '招聘工作人员', '社会招聘人员', '公开招聘人员', ...joined(['自聘', '社区自聘', '单位自聘', '居委会自聘', '镇聘', '街道聘'], ['', '人员', '工作人员', '社工'])))
// 其他 alone is no kind of staff that a budget could count; 联系, 交流 and the like are columns of other things.
teach({ staff: 'aside', subject: 'staff' }, employmentWords('aside').filter(word => word.length > 1 && !/^(?:其他|其它|联系|交流|定额|购买|综治|志愿|义务|保洁|物业|外包|帮扶)$/.test(word)))
for (const [saying, words] of LINES) teach(saying, words.split(' '))
for (const [saying, words] of UNITS) teach(saying, words)

const chain = lexicon(lists)
/** 2023, 2023年度; 23年 alone is a year as well. */
const YEAR = /(?:19|20)\d{2}(?:年度|年份|年)?|(?<!\d|近|今后|未来|前|后)(?:1[89]|2\d|3[0-5])年(?:度)?(?![期以内来])/g
const MONTHS = /(?:[*×x]|按)?\d{1,2}个?月(?:计|计算|计发)?/g
/** Numbering in front of a word, and a count of the same behind it. */
const NUMBERING = /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、.．]|[①-⑳]|其中[:：]?|[-—·•+])+/
/** The code of a budget item in front of its name: 301, 30101. A year is none. */
const CODE = /^(?!(?:19|20)\d{2}(?!\d))\d{3}(?:\d{2}){0,3}[-_.]?(?=[^\d%\-+*/])/
/** Texts are read up to here; a longer one is a sentence and stays unknown. */
const LONGEST = 80

/** Words for people as such, alone or in front of what they cost. */
const PEOPLE = /^(?:人员|工作人员|职工|员工|干部|用工)/
/** What changes nothing in front of such a word; any other word there says which of them, whom no list tells apart. */
const ALL = new Set(
  ('社区 各社区 全部社区 所有社区 本社区 城市社区 村居 居委会 社区居委会 分社区 按社区 每社区 全镇 全街道 全区 全市 全县 本镇 本街道 全乡 各 本 我镇 按 分 及 和 与 或 的 之 其中 其 中 等 共 以及 对 为 由 在 ' +
    '总 单位 岗位 队伍 居民委员会 社区居民委员会 工作 社区工作 党群服务中心 社区党群服务中心 社会化 所属 下属 辖区 本辖区 用工 各类 类 有关 现行 年度 年 月 季 度 预算 现 已 关于 各项 基层 全口径 人员 项目 项目名称 类别 分类 名称 内容 表 附 情况 测算 汇总 明细 统计 数 额').split(' '),
)

function isSomeOf({ kind, text }: Piece<string>): boolean {
  if (kind === 'unknown' || !/[\u4e00-\u9fff]/.test(text)) return false
  const saying = sayings[Number(kind)]
  return saying?.subject === 'item' || (saying?.payer === 'higher' && /级$|^中央$/.test(text)) || (saying !== undefined && Object.keys(saying).length === 0 && !ALL.has(text))
}

/** Takes a title, header, label or unit apart, word by word. */
export const understand = rememberWords((text: string): Understood => {
  const word = normalise(text.replace(/^\s*[①-⑳]/u, '')).replace(/〔/g, '[').replace(/〕/g, ']')
  if (word.length > LONGEST) return { said: [], unknown: [maskText(word).slice(0, 20)] }
  let bare = word
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replace(NUMBERING, '').replace(CODE, '')
  }
  const said: Said[] = [], unknown: string[] = []
  const read = (part: string): void => {
    const pieces = chain(part)
    for (const [at, piece] of pieces.entries()) {
      const before = pieces[at - 1], saying = sayings[Number(piece.kind)]
      if (piece.kind === 'unknown') unknown.push(piece.text)
      // 服务人员, 培训人员: some of them, whom no list tells apart. The two are one word, named once.
      else if (before !== undefined && saying?.subject === 'staff' && PEOPLE.test(piece.text) && isSomeOf(before)) {
        if (said.at(-1)?.word === before.text) said.pop()
        unknown.push(before.text + piece.text)
      }
      else {
        const next = pieces.slice(at + 1, at + 3).find(isTelling)
        said.push({ ...saying, ...partOfYear(piece.text, before?.text, sayings[Number(next?.kind)]), word: piece.text })
      }
    }
  }
  let from = 0
  for (const match of bare.matchAll(new RegExp(`${YEAR.source}|${MONTHS.source}`, 'g'))) {
    read(bare.slice(from, match.index))
    const full = /^(?:19|20)\d{2}/.exec(match[0])?.[0], short = /^\d{2}(?=年)/.exec(match[0])?.[0]
    const year = full ?? (short === undefined ? undefined : `20${short}`), months = /\d{1,2}/.exec(match[0])?.[0]
    if (year !== undefined && !/个?月/.test(match[0])) said.push({ year: Number(year), word: match[0] })
    else said.push({ months: Number(months), word: match[0] })
    from = match.index + match[0].length
  }
  read(bare.slice(from))
  return withoutLoose(said, unknown)
})

/** Says more than that it belongs here: 基本 in 月基本报酬 does not. */
function isTelling({ kind }: Piece<string>): boolean {
  return kind === 'unknown' || Object.keys(sayings[Number(kind)] ?? {}).length > 0
}

const OF_WAGES: ReadonlySet<string> = new Set(['basic', 'performance', 'allowance', 'post'])

/** 月人员经费, 季人员经费: the one sign in front of an amount says that it is not of a year. Behind a numeral (一月) it is the name of a month. */
function partOfYear(word: string, before: string | undefined, next: Saying | undefined): Saying {
  // 月岗位工资, 月绩效: of one person.
  if (word === '月' && next?.measure === undefined && OF_WAGES.has(next?.part ?? '') && !/[一二三四五六七八九十]$/.test(before ?? '')) return { measure: 'unit-cost', per: 'month' }
  if ((next?.measure !== 'amount' && next?.measure !== 'unit-cost') || next.per !== undefined || /[一二三四五六七八九十]$/.test(before ?? '')) return {}
  return word === '月' ? { per: 'month' } : word === '季' ? { span: 'part' } : {}
}

/** Kinds of staff only beside a word of people: 事业人员, but 事业收入, 机关运行, 固定资产, 全额保障. */
const LOOSE: ReadonlySet<string> = new Set(['事业', '行政', '机关', '固定', '全额', '差额', '全民', '参照', '员额', '劳务', '协议', '辅助', '招录', '短期', '临时', '临时性', '合同', '代管', '项目制', '派遣', '公益', '公益性', '志愿服务', '退休', '离退休', '交流', '社会组织', '人力资源', '第三方', '灵活就业', '就业困难', '事业单位', '机关事业', '机关事业单位', '外包', '服务外包', '购买服务', '政府购买服务'])

/** Words that mean a kind of staff only among people stay unknown beside money and things. */
function withoutLoose(said: readonly Said[], unknown: readonly string[]): Understood {
  const isLoose = (word: Said) => word.staff !== undefined && LOOSE.has(word.word)
  if (!said.some(isLoose)) return { said, unknown }
  const people = said.some(word => !isLoose(word) && (word.subject === 'staff' || word.measure === 'persons' || word.hint === 'persons' || word.part !== undefined))
  // 机关运行: what stands beside it is no sign, no unit and no sum.
  const others = said.some(word => !isLoose(word) && /[\u4e00-\u9fff]/.test(word.word) && word.unit === undefined && word.total === undefined && word.year === undefined)
  if (people || !others) return { said, unknown }
  return { said: said.filter(word => !isLoose(word)), unknown: [...unknown, ...said.filter(isLoose).map(word => word.word)] }
}

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
  ['purchased', /购买|外包/], ['graduate', /村官|三支|西部|选调/], ['hourly', /季节|小时工|日工|钟点/], ['self-financed', /自收自支|差额/], ['temporary', /临时|临聘|临雇|短期/], ['contract', /合同|协议/],
  ['outside', /编外|编制外|非编|非在编|无编|体制外|不在编|额度外|员额外/], ['hired', /聘/], ['civil', /公务员|参公|参照/], ['administrative', /行政|机关/], ['institution', /事业/], ['worker', /工勤/],
]
