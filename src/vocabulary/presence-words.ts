import type { Presence } from '../core/reading'
import { AHEAD_WORDS, DOUBT } from './doubt-words'
import { lexicon } from './grammar'
import type { Piece, WordLists } from './grammar'
import { normalise } from './normalise'
import { rememberWords } from './word-cache'

type Kind = 'lent' | 'leave' | 'left' | 'vacant' | 'moved' | 'recruit' | 'there' | 'arrive' | 'ended' | 'back' | 'denied' | 'ahead' | 'once' | 'still' | 'undone' | 'doubt' | 'place' | 'time' | 'filler' | 'separator'

const NOT = ['未', '尚未', '还未', '没', '没有', '还没', '还没有', '暂未', '并未', '未曾', '从未', '无', '非', '不是', '不', '未按时', '未能'] as const

/** The words of being there and not by what they mean. To teach a new one, add it to its line. */
const WORDS: WordLists<Kind> = {
  lent: ['借调', '借用', '抽调', '抽用', '挂职', '挂职锻炼', '跟班', '跟班学习', '跟班锻炼', '跟岗', '上挂', '上派', '外派', '派驻', '选派', '选派驻村', '驻村', '驻村工作', '下派', '外借', '借出', '支援', '援疆', '援藏', '帮忙', '交流', '借去', '借走', '抽走', '抽去', '借到', '抽到', '派到'],
  leave: ['生病', '手术', '生孩子', '坐月子', '缺勤', '不来上班', '读研', '脱产读研', '脱产培训', '病假', '长病假', '病休', '产假', '事假', '请假', '休假', '长假', '婚假', '丧假', '哺乳假', '育儿假', '陪产假', '护理假', '陪护假', '探亲假', '工伤', '工伤假', '停薪留职', '留职停薪', '停薪', '停职', '停职检查', '停职审查', '停岗', '待岗', '脱岗', '住院', '手术住院', '养病', '休养', '疗养', '术后休养', '手术休养', '病重', '保胎', '待产', '孕期', '进修', '脱产', '脱产学习', '外出学习', '学习', '参军', '入伍', '服役', '服兵役', '应征入伍', '不上班', '离岗创业', '离岗休养', '被留置', '立案审查', '停职调查', '旷工', '外出务工', '不在岗', '长休', '产假中', '病假中', '孕期休假'],
  left: ['殉职', '身亡', '解雇', '辞掉', '被辞', '没选上', '未选上', '退下', '退下来', '换届下来', '移民', '出国', '去外地', '上大学', '未连任', '没连任', '未能连任', '没续', '不续', '试用不过', '试用期没过', '试用没过', '试用未通过', '离职', '辞职', '辞去', '辞去工作', '辞聘', '离岗', '离任', '卸任', '内退', '退养', '离岗退养', '退职', '离休', '调离', '已不在岗', '现已不在岗', '调出', '调走', '调往', '调任', '搬走', '去世', '病故', '亡故', '死亡', '病逝', '解聘', '辞退', '开除', '除名', '双开', '免职', '撤职', '罢免', '停聘', '劝退', '清退', '清理', '落选', '退出', '退岗', '考走', '跳槽', '离开', '离队', '离辞', '走', '不干', '另谋职业', '自谋职业', '不再续聘', '不再聘用', '不再返聘', '不续聘', '不续签', '未续聘', '未续签', '未续', '不再担任', '不再任职', '解除合同', '终止合同', '解除劳动关系', '解除劳动合同', '终止聘用', '解除聘用', '试用不合格', '试用期未通过', '不在职', '不在社区了', '已不在社区', '已不在社区工作', '已不在社区上班', '已不在本社区', '已不在本社区工作', '已不在本社区上班', '到其他单位工作', '判刑开除', '未当选', '提拔', '提拔调镇', '考上公务员', '考取公务员', '考上事业编', '考取事业编', '考公', '考编', '返聘结束', '返聘到期', '返聘期满', '聘期结束', '聘期届满', '聘期已满', '服务期满', '任期结束', '下岗', '流失', '退', '前任'],
  moved: ['调入', '新调入', '考到', '调整到', '调整至', '调至', '调到', '转到', '转至', '转往', '转入', '已调至', '已调到', '调去', '调'],
  vacant: [...['待', '拟', '未', '没', '尚未', '还未', '还没', '没有'].flatMap(not => ['招', '招录', '招聘', '招考', '公招', '录', '录取', '分配', '分派', '选配', '选派', '选拔', '配', '配人', '配备'].map(word => not + word)), '缺', '空', '空着', '岗位空着', '没人', '无人在岗', '笔试', '笔试阶段', '面试', '面试中', '公招中', '公开招聘中', '招聘公告中', '空缺', '空岗', '空编', '缺编', '缺岗', '缺员', '缺额', '暂缺', '空额', '待招', '待招聘', '拟招聘', '拟招录', '待招录', '待招考', '待公招', '招聘中', '招录中', '招考中', '体检中', '政审中', '公示中', '待补', '待补缺', '待补选', '待选举', '待配备', '待任命', '待安排', '待调配', '待下派', '待聘', '拟聘', '拟录用', '待录用', '待入职', '待报到', '待到岗', '计划招聘', '拟公开招聘', '预留', '预留岗位', '职数空缺', '编制空缺', '岗位空缺', '人选未定', '人选未到', '无人选', '尚无人选', '无人', '无人任职', '招考未到位', '未招到', '没招到', '没招到人', '还未招到', '未招满', '新增岗位待招', '缺人'],
  recruit: ['招聘', '招考', '公招', '招录', '公开招聘'],
  there: ['办公', '出勤', '正常出勤', '出勤正常', '考勤正常', '留岗', '增补', '选举产生', '换届选举', '补录', '新招录', '新考录', '考录', '新增', '推迟退休', '延期退休', '延后退休', '合同有效期内', '已过试用期', '试用期已过', '聘至', '在岗', '在职', '在任', '在聘', '在位', '在岗位', '上班', '正常上班', '正常', '正常在岗', '新入职', '新进', '新聘', '留任', '连任', '连选连任', '当选', '新当选', '续签', '续聘', '留用', '转正', '调来', '坐班', '全勤', '履职', '工作', '在社区', '在本社区', '在社区上班', '在本社区上班', '合同期内', '聘期内', '任期内', '试用期内', '现任', '任职', '在社区工作', '在本社区工作', '合同未到期', '合同未满', '聘期未满', '任期未满', '任期未届满', '未到龄', '返聘', '延聘', '延退', '延迟退休'],
  arrive: ['到岗', '上岗', '报到', '入职', '上任', '配备', '配齐', '配', '到位', '补', '补缺', '补充', '补齐', '补上'],
  ended: ['结束', '期满', '期已满', '到期', '届满', '休完', '满', '终止', '完毕', '完成', '结束后', '完', '已完', '解除', '已解除'],
  back: ['恢复', '病好', '伤愈', '返回', '返岗', '回岗', '回来', '回原岗', '归来', '归队', '归岗', '复岗', '复职', '复工', '销假', '回', '返', '归', '病愈', '痊愈', '康复', '已回', '回归', '重返岗位'],
  denied: NOT,
  ahead: [...AHEAD_WORDS, '明年', '下月', '年底', '近期', '申请', '预备', '下半年', '明年初'],
  once: ['曾', '曾经', '曾被', '原', '此前', '之前', '以前'],
  still: ['续借', '又续', '再续', '仍', '仍在', '仍然', '还', '还在', '续假', '继续', '一直', '至今', '再次', '再', '又', '二次', '续', '延期', '续期', '延长', '延长期', '期延长', '重新'],
  undone: ['取消', '撤回', '撤销', '作罢', '未成', '不成', '申请撤回', '未批', '未批准', '未获批', '未获批准', '申请未批', '不批准'],
  doubt: { shared: DOUBT, but: word => /补$|^(?:已?取消|已?撤销|被取消|被撤销|已被取消|已被撤销|未批|未批准|未定|待定|未下|未到|待交|未交|没到|没有到|待到|尚未到|还未到|还没到|暂未到|未能到|待下|需补|缺|待补|待批|待批准|未办|待通过|未通过|未经)$/.test(word), and: ['待处理', '不坐班', '正办', '在办', '正在办', '手续未办', '手续待办', '未办', '正在办理', '办理中', '返回原单位', '回原单位', '回到原单位', '归建', '不在社区', '不在社区工作', '不在社区上班', '不在本社区', '不在本社区工作', '不在本社区上班'] },
  place: ['镇', '镇里', '街道', '街道办', '办事处', '镇政府', '区', '县', '市', '区里', '县里', '市里', '民政局', '民政办', '区民政局', '组织部', '区委组织部', '综治办', '信访办', '征收办', '专班', '信访专班', '村', '乡', '机关', '单位', '外单位', '其他单位', '党政办', '司法所', '派出所', '财政所', '城管', '人社局', '住建局', '信访局', '文明办', '宣传部', '政法委', '纪委', '扶贫办', '指挥部', '防疫办', '服务中心', '便民中心', '物业公司', '其他社区', '区政府', '县政府', '市政府'],
  time: ['~', '半年', '年', '月', '日', '底', '初', '中旬', '上旬', '下旬', '上半年', '去年', '今年', '上月', '本月', '前年', '月底', '年初', '年中', '近日', '个月', '周', '天', '起', '止', '期', '期间', '期内'],
  filler: ['党员', '依然', '常年', '负责', '分管', '任务', '期限', '自己', '被迫', '份', '已提交', '提交', '治疗', '接受调查', '义务兵', '产生', '有效期', '逾期', '按期', '按时', '在编', '在册', '已', '已经', '现', '现已', '现在', '目前', '目前已', '于', '自', '从', '由', '在', '至', '到', '往', '去', '被', '因', '因为', '为', '后', '前', '并', '且', '而', '的', '了', '者', '正', '正在', '请', '休', '长期', '临时', '暂时', '短期', '办', '办理', '已办', '手续', '已办理', '办完', '批准', '获批', '已批', '已批准', '人员', '人', '岗位', '职务', '社区', '本社区', '工作关系', '病', '因病', '因公', '个人原因', '因个人原因', '家庭原因', '因家庭原因', '身体原因', '违纪', '政策性', '到龄', '超龄', '年龄到了', '年满', '岁', '周岁', '正式', '光荣', '提前', '主动', '自动', '自愿', '试用期', '合同', '劳动合同', '聘期', '任期', '换届', '公务员', '出国', '结婚', '嫁人', '随军', '当兵', '打工', '外出打工', '回老家', '兼', '网格员', '会计', '党建', '书记', '主任', '委员', '副书记', '副主任', '√', '名', '治疗', '家', '在家', '民政', '综治', '考核', '转', '人', '时', '刚', '录用', '录取', '招', '状态', '无异常', '本人', '该同志', '此人', '其'],
  separator: ['(', ')', '[', ']', '【', '】', ',', '，', ';', '；', '、', '/', '。', ':', '-', '.'],
}
const piecesOf = lexicon<Kind>(WORDS)

const DAYS = /(?:(?:19|20)\d{2}(?:年|[./-])?(?:\d{1,2}(?:月|[./-])?(?:\d{1,2}[日号]?)?)?|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,3}(?:个月|年|天|周岁|岁)|\d{2}年|[一二两三四五六七八九十半]{1,2}(?:个月|年|周|天|[人名个])|\d{1,3}[人名个])/g
/** A place that no list knows: 借调至城管中队. */
const A_PLACE = /^[\u4e00-\u9fff]{1,7}[镇乡村局办所站委部院队厅室科处区县市司校组会心政府社]$/
const LONGEST = 40

export type SaidPresence = Presence | 'ahead' | 'unclear'

/**
 * What words that follow one another say of being there, every one of them known: 借调期满返回, 产假未结束, 借调结束后离职.
 * `ahead`: leaving or absence that has not come; `unclear`: a doubt or words that go against each other; `null`: a word is not known, or none tells.
 */
export const presenceOfWords = rememberWords((text: string): SaidPresence | null => {
  const word = normalise(text)
  if (word.length < 2 || word.length > LONGEST) return null
  const pieces = piecesOf(word.replace(DAYS, '~'))
  let away = false
  for (const [at, { kind, text: piece }] of pieces.entries()) {
    if (kind === 'lent' || kind === 'moved' || (kind === 'left' && /[调考]/.test(piece))) away = true
    if (kind === 'unknown' && !(away && A_PLACE.test(piece) && !/[未没非不待疑返回归]/.test(piece))) return null
    if (kind === 'place' && at === 0 && pieces.length === 1) return null
  }
  if (pieces.some(piece => piece.kind === 'doubt')) return 'unclear'
  return settle(pieces)
})

interface Course {
  now: Exclude<SaidPresence, 'unclear'> | 'unclear' | null
  denied: boolean
  ahead: boolean
  /** 曾, 原: what follows is over. */
  once: boolean
  /** 休完, 结束 stood before what ended. */
  over: boolean
  /** 未返回 stood before what somebody is away for. */
  notBack: boolean
  /** The absence that ended last: 借调期满 and then 未归. */
  was: Presence | null
}

function settle(pieces: readonly Piece<Kind>[]): SaidPresence | null {
  const course: Course = { now: null, denied: false, ahead: false, once: false, over: false, notBack: false, was: null }
  let before: Piece<Kind> | undefined, elsewhere = false
  for (const [at, piece] of pieces.entries()) {
    const { kind, text } = piece
    switch (kind) {
      case 'denied': if (course.denied) return 'unclear'; course.denied = true; break
      case 'ahead': course.ahead = true; break
      case 'once': course.once = true; break
      case 'still': goesOn(course, pieces, at); break
      case 'separator': if ((course.denied || course.ahead) && text !== '(') return 'unclear'; break
      case 'undone': {
        if (!course.denied && course.now !== null && course.now !== 'present') course.now = text.includes('批') ? 'ahead' : 'present'
        else if (nextTells(pieces, at)) course.denied = true
        else return 'unclear'
        break
      }
      case 'lent': case 'leave': case 'left': case 'vacant': happens(course, kind === 'lent' ? 'seconded-out' : kind); break
      case 'moved': {
        const next = pieces.slice(at + 1).find(each => each.kind !== 'filler' || /社区/.test(each.text))
        const here = text.endsWith('调入')
        if (next === undefined ? !here : next.kind === 'filler' && text === '调') return 'unclear'
        if (next === undefined || next.kind === 'filler') comesBack(course, 'arrive')
        else happens(course, 'left')
        break
      }
      case 'recruit': if (!course.ahead) return 'unclear'; happens(course, 'vacant'); break
      case 'there': case 'arrive': case 'ended': case 'back': {
        // 在镇里上班: at work, and not here.
        if (elsewhere && kind === 'there' && /上班|工作|办公/.test(text)) { if (course.now !== 'left') happens(course, 'seconded-out') }
        else comesBack(course, kind === 'there' && NOW.test(before?.text ?? '') && /上班|在岗/.test(text) ? 'back' : kind)
        break
      }
      default:
    }
    elsewhere = kind === 'place' && text !== '单位' && text !== '机关'
    if (kind !== 'time') before = piece
    if (course.now === 'unclear') return 'unclear'
  }
  // 人在镇里.
  if (elsewhere && course.now === null && pieces.length > 1 && pieces.at(-2)?.text.endsWith('在') === true) return course.denied ? 'unclear' : 'seconded-out'
  return course.denied || course.ahead || (course.notBack && course.now === null) ? 'unclear' : course.now
}

/** 借调期满又续: what had ended goes on, unless somebody goes on being there. */
function goesOn(course: Course, pieces: readonly Piece<Kind>[], at: number): void {
  const next = pieces.slice(at + 1).find(piece => piece.kind !== 'filler' && piece.kind !== 'time')?.kind
  if (next === 'there' || next === 'arrive' || next === 'back') return
  course.over = false
  if (course.was !== null && course.now === 'present') course.now = course.was
}

const NOW = /^(?:已|现|现在|现已|目前|已经|并)$/

function nextTells(pieces: readonly Piece<Kind>[], at: number): boolean {
  const next = pieces.slice(at + 1).find(piece => piece.kind !== 'filler' && piece.kind !== 'time')
  return next?.kind === 'lent' || next?.kind === 'left' || next?.kind === 'leave'
}

/** Somebody is away, has left, or the post is empty. */
function happens(course: Course, what: Presence): void {
  const { denied, ahead, once, over, now } = course
  Object.assign(course, { denied: false, ahead: false, over: false })
  if (denied) course.now = now === null || now === 'present' ? 'present' : 'unclear'
  else if (ahead) course.now = what === 'vacant' ? 'vacant' : now === null || now === 'present' ? 'ahead' : now
  // Whoever has left is not back because of an absence, and an absence ends with leaving.
  else if (now === 'left' || now === 'vacant') return
  else if (over && what !== 'left' && what !== 'vacant') course.now = 'present'
  // 曾借调民政局一年 is over, unless 未归 comes behind it.
  else if (once && what !== 'left' && what !== 'vacant') Object.assign(course, { now: 'present', was: what })
  else course.now = what === 'vacant' && (once || now === 'present') ? 'unclear' : what
}

/** An absence ends, somebody is back, comes, or simply is there. */
function comesBack(course: Course, kind: 'there' | 'arrive' | 'ended' | 'back'): void {
  const { denied, ahead, now, was } = course
  const away = now === 'leave' || now === 'seconded-out'
  Object.assign(course, { denied: false, ahead: false })
  if (now === 'left' || now === 'vacant') {
    if (kind === 'arrive') course.now = denied || ahead ? now : now === 'vacant' ? 'present' : 'unclear'
    else if (kind === 'there' && !denied && !ahead) course.now = 'unclear'
  } else if (denied) {
    if (away) return
    if (was !== null) course.now = was
    else if (kind === 'there') course.now = 'leave'
    else if (kind === 'arrive') course.now = 'vacant'
    else course.notBack = true
  } else if (ahead) course.now = away ? now : kind === 'arrive' ? 'vacant' : 'unclear'
  else if (kind === 'there' && away && !course.once) course.now = 'unclear'
  else if (kind === 'ended' && now === null) course.over = true
  else {
    if (away) course.was = now
    course.now = course.notBack ? 'unclear' : 'present'
  }
}
