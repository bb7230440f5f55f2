import type { Affiliation, Answer } from '../core/reading'
import { AHEAD_WORDS, DOUBT } from './doubt-words'
import { lexicon } from './grammar'
import type { Piece, WordLists } from './grammar'

type Kind = 'party' | 'probationary' | 'league' | 'neither' | 'democratic' | 'applicant' | 'joining-party' | 'joining-league' | 'party-over' | 'league-over' | 'over' | 'denied' | 'ahead' | 'former' | 'now' | 'still' | 'doubt' | 'filler' | 'separator'

const MEMBER = ['', '双报到', '中共', '中国共产党', '共产党', '正式', '中共正式', '老', '退伍', '退役', '退役军人', '农村', '社区', '在职', '流动', '离退休', '退休', '优秀', '新', '女', '男', '大学生', '青年', '机关', '无职', '普通', '在册']

/** Membership in words that follow one another: 原团员，现党员; 尚未入党; 党员（组织关系在外）. To teach a new one, add it to its line. */
const WORDS: WordLists<Kind> = {
  party: [...MEMBER.map(sort => `${sort}党员`), '中共黨員', '中共党員', '黨員', '党員', '中国共产党', '中共', '共产党', '共产党员', '党员干部', '党员代表', '党员志愿者', '党员楼长', '党员楼栋长', '党员中心户', '党龄', '在党', '转正党员', '留党察看', '党内警告', '党内严重警告'],
  probationary: ['预备党员', '中共预备党员', '中国共产党预备党员', '预备期党员', '中共预备', '预备期'],
  league: ['团员', '共青团员', '團員', '共青團員', '共青团', '中国共产主义青年团', '中国共产主义青年团团员', '青年团员', '团员青年', '优秀团员', '优秀共青团员', '超龄团员', '团干', '团干部', '团支部书记', '团支书', '团委书记', '团籍', '保留团籍', '未退团', '尚未退团', '还未退团', '超龄未退团', '未离团'],
  neither: ['信教群众', '普通百姓', '百姓', '无党派代表', '非党人员', '非党非团人员', '不是党团员', '群众', '普通群众', '一般群众', '群眾', '群從', '无党派', '党外', '党外干部', '党外群众', '居民', '村民', '市民', '普通居民', '普通村民', '非党非团', '无党无团', '无党团', '工人', '统战对象', '台胞', '归侨', '无政治面貌'],
  democratic: ['民革', '民盟', '民建', '民进', '农工', '农工党', '农工民主党', '中国农工民主党', '致公', '致公党', '中国致公党', '九三', '九三学社', '台盟', '民主党派', '其他党派', '党派', '任何党派', '民革党员', '民盟盟员', '民建会员', '民进会员', '农工党员', '农工党党员', '农工民主党党员', '中国农工民主党党员', '致公党员', '致公党党员', '九三学社社员', '台盟盟员', '入盟', '入会', '入社'],
  applicant: ['建党对象', '培养考察对象', '推优', '推优对象', '积极分子', '入党积极分子', '建党积极分子', '积极份子', '发展对象', '党员发展对象', '重点发展对象', '培养对象', '入党培养对象', '入党申请人', '申请入党', '入党申请', '入党申请书', '申请书', '写申请', '递交申请', '申请入党中', '培养', '考察', '列为积极分子'],
  'joining-party': ['入过党', '按期转正', '入党', '加入中国共产党', '加入中共', '加入共产党', '加入党', '转为党员', '转正'],
  'joining-league': ['入过团', '入团', '加入共青团', '加入中国共产主义青年团', '加入团组织'],
  'party-over': ['失去党籍', '丧失党籍', '党籍注销', '党籍已注销', '退党', '自动退党', '自行退党', '开除党籍', '被开除党籍', '脱党', '自动脱党', '自行脱党', '劝退出党', '被劝退党', '劝退党', '被劝退出党', '除名出党', '取消预备党员资格', '取消预备党员', '预备党员资格取消', '预备党员资格被取消', '取消资格', '被取消资格', '党籍取消', '党籍被取消', '党籍已取消', '取消党籍', '被取消党籍', '开除出党'],
  'league-over': ['到龄退团', '到龄离团', '退团', '自动退团', '离团', '退出共青团', '开除团籍', '被开除团籍'],
  over: ['开除', '被开除', '除名', '被除名', '已退', '退出', '劝退', '被劝退'],
  denied: ['非', '不是', '无', '没有', '没', '未', '尚未', '还没', '还没有', '还未', '暂未', '并未', '未曾', '从未', '不属', '不属于', '未加入', '未参加', '没有加入', '没加入', '没有参加', '尚未加入', '未加入任何', '未参加任何', '没有加入任何', '没有参加任何'],
  ahead: [...AHEAD_WORDS, '拟发展', '准备发展', '计划发展', '拟接收', '拟吸收', '拟接收为', '拟吸收为', '拟转'],
  former: ['原', '原为', '原是', '曾', '曾为', '曾是', '曾经', '曾经是', '以前', '以前是', '以前为', '过去', '前'],
  now: ['现', '现为', '现是', '现已', '目前', '目前为', '转', '已转', '转为'],
  still: ['未满28', '未满28岁', '未满28周岁', '在团', '未退', '未转正', '待转正', '转正中', '超龄未退', '延长预备期', '未满', '超龄', '已满', '已超龄'],
  doubt: { shared: DOUBT, but: word => word === '取消', and: ['发展党员', '停止党籍', '党籍停止', '暂停党籍', '党籍暂停', '停止', '家属', '子女', '配偶', '丈夫', '妻子', '父亲', '母亲', '家庭', '未通过', '否'] },
  filler: ['发展', '接收', '双报到', '外地', '支书', '党小组长', '组织关系未转来', '关系未转来', '妇联主席', '妇女主任', '楼长', '楼栋长', '网格员', '网格长', '民兵营长', '会计', '退役士兵', '退伍士兵', '军转', '复员军人', '主任', '副主任', '村', '镇', '企业', '机关', '原企业', '学校', '单位', '是', '为', '系', '属', '的', '已', '已经', '于', '在', '年', '月', '日', '了', '书记', '副书记', '党支部书记', '党支部副书记', '支部副书记', '党总支书记', '党委书记', '支部委员', '党支部委员', '委员', '组长', '党小组长', '居民小组长', '小组长', '组织委员', '宣传委员', '纪检委员', '组织关系', '关系', '组织关系在外', '组织关系在原单位', '组织关系在镇', '组织关系在村', '关系在外', '关系在原单位', '关系在村', '组织关系未转', '关系未转', '关系未转入', '组织关系未转入', '组织关系在本社区', '关系在本社区', '在外', '外单位', '原单位', '本社区', '组织', '正式', '预备', '一年', '女', '男', '流动', '在册', '在职', '退休', '退役军人', '退伍军人', '双重', '处分期', '受警告处分', '警告处分', '警告', '严重警告', '受处分', '转入', '转', '√', '积极分子转', '兼', '身份', '政治面貌', '现任', '任', '人士', '同志', '交', '写', '递交', '提交', '确定', '失联', '-', ':', '.', '·'],
  separator: ['(', ')', '[', ']', '【', '】', ',', '，', ';', '；', '、', '/', '|', '+', '。', '和', '及', '也', '或', '或者'],
}
const piecesOf = lexicon<Kind>(WORDS)
const A_DAY = /(?:19|20)\d{2}(?:年|[./-])?(?:\d{1,2}(?:月|[./-])?(?:\d{1,2}日?)?)?|\d{1,3}年|\d{1,2}(?:周岁|岁)/g

export interface MembershipRead {
  readonly partyOrLeague: Answer
  readonly affiliation: Affiliation
  /** Two memberships that go against each other stand in the cell. */
  readonly two: boolean
}

type Saying = 'party' | 'probationary' | 'league' | 'neither' | 'democratic' | 'not-party' | 'not-league' | 'over-party' | 'over-league' | 'over' | 'still' | 'ahead'

/** What the words say of the membership where every one of them is known; `null` where one is not. A doubt makes it unclear. */
export function membershipOfWords(word: string): MembershipRead | null {
  const pieces = piecesOf(word.replace(A_DAY, ''))
  if (pieces.length === 0 || pieces.some((piece, at) => piece.kind === 'unknown' && !isOfPost(piece.text, pieces[at + 1]))) return null
  if (pieces.some(piece => piece.kind === 'doubt')) return UNCLEAR
  const said = sayings(pieces)
  return said === null ? UNCLEAR : said.size === 0 ? null : settle(said, /[或|]/.test(word))
}

/** What a post is of: 计生专干, 老年协会会长. It says nothing of the membership. */
function isOfPost(text: string, next: Piece<Kind> | undefined): boolean {
  return POST.test(text) || (next?.kind === 'filler' && POST.test(next.text) && /^[\u4e00-\u9fff]{1,5}$/.test(text) && !TELLS.test(text))
}

const TELLS = /[未没非不待疑拟无退除查停消否群众党团]/
const POST = /^(?![^]*[未没非不待疑拟无退除查停消否群众党团])[\u4e00-\u9fff]{0,6}(?:主席|主任|书记|委员|组长|楼长|网格员|专干|会计|出纳|文书|干事|队长|站长|会长|所长|校长|厂长|社工|助理|士兵|军人|老兵)$/

const UNCLEAR: MembershipRead = { partyOrLeague: 'unclear', affiliation: 'unknown', two: false }

/** `null`: denied twice, or something ahead that is not a membership. */
function sayings(pieces: readonly Piece<Kind>[]): Set<Saying> | null {
  const said = new Set<Saying>()
  let mood: 'denied' | 'ahead' | 'former' | null = null
  // 群众/无: nothing stands behind it.
  let before = ''
  const take = (saying: 'party' | 'probationary' | 'league'): void => {
    if (mood === null) said.add(saying)
    else if (mood === 'ahead') said.add('ahead')
    else if (mood !== 'former') said.add(saying === 'league' ? 'not-league' : 'not-party')
    mood = null
  }
  for (const { kind, text } of pieces) {
    switch (kind) {
      case 'denied': case 'ahead': case 'former': {
        if (mood === 'denied') return null
        mood = kind
        break
      }
      case 'now': mood = null; break
      case 'party': case 'probationary': case 'league': take(kind); break
      case 'joining-party': take('party'); break
      case 'joining-league': take('league'); break
      case 'democratic': {
        if (mood === null) said.add('democratic')
        // 未加入任何党派 is an answer, 非民主党派 is none.
        else if (mood === 'denied' && /^(?:任何)?党派$/.test(text)) said.add('neither')
        mood = null
        break
      }
      case 'neither': {
        if (mood === 'denied') return null
        if (mood !== 'former') said.add('neither')
        mood = null
        break
      }
      case 'applicant': if (mood === 'denied') return null; said.add('not-party'); mood = null; break
      case 'party-over': case 'league-over': case 'over': {
        if (mood === 'denied') return null
        said.add(kind === 'over' ? 'over' : kind === 'party-over' ? 'over-party' : 'over-league')
        mood = null
        break
      }
      case 'still': said.add('still'); break
      case 'separator': if ((mood === 'denied' && before !== '无') || mood === 'ahead') return null; mood = null; break
      default:
    }
    before = text
  }
  return (mood === 'denied' && before !== '无') || mood === 'ahead' ? null : said
}

function settle(said: ReadonlySet<Saying>, either: boolean): MembershipRead | null {
  const party = said.has('party') || said.has('probationary'), league = said.has('league')
  const gone = said.has('over') || (said.has('over-party') && !league) || (said.has('over-league') && !party)
  if (gone) return NEITHER
  if (party && said.has('over-party')) return UNCLEAR
  // 群众（党员） says two things; 党员或群众 leaves it open.
  if ((party || league) && said.has('neither')) return { ...UNCLEAR, two: true }
  if (party && (said.has('not-party') || either)) return said.has('not-party') ? UNCLEAR : league ? { partyOrLeague: 'yes', affiliation: 'unknown', two: false } : UNCLEAR
  if (party) return { partyOrLeague: 'yes', affiliation: said.has('probationary') ? 'probationary' : 'party', two: false }
  if (league) return said.has('not-league') ? UNCLEAR : { partyOrLeague: 'yes', affiliation: 'league', two: false }
  if (said.has('ahead') && !said.has('neither')) return UNCLEAR
  if (said.has('still')) return said.size === 1 ? UNCLEAR : null
  return said.has('neither') || said.has('democratic') || said.has('not-party') || said.has('not-league') ? NEITHER : null
}

const NEITHER: MembershipRead = { partyOrLeague: 'no', affiliation: 'none', two: false }
