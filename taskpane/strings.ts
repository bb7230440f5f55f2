import { createContext, use } from 'react'
import { formatParam } from '../src/messages/format'
import type { Format } from '../src/messages/format'
import type { Language, MessageParam } from '../src/core/message'
import type { LocalText } from '../src/core/plan'

/** The pane's own words, both languages side by side. Sentences about the workbook come from `src/messages`. */
export const strings = {
  'product': { 'zh-CN': '社区规划核查', en: 'Plancheck' },
  'version': { 'zh-CN': '版本 {version:text}', en: 'Version {version:text}' },
  'local-only': { 'zh-CN': '数据只在本机处理', en: 'Data stays on this computer' },
  'language.other': { 'zh-CN': 'English', en: '中文' },
  'language.switch': { 'zh-CN': 'Switch to English', en: '切换到中文' },

  'start.excel.title': { 'zh-CN': '核查本工作簿是否达到规划标准', en: 'Check this workbook against the plan' },
  'start.excel.body': { 'zh-CN': '读取花名册、用房表和预算表，逐个社区给出人员、学历、年龄、党团员和用房是否达标，并指出依据的单元格。核查只读，不改动工作簿。', en: 'Reads rosters, premises and budget sheets, and tells for each community whether staff, education, age, membership and premises reach the plan, with the cells behind each number. A check only reads; the workbook is not changed.' },
  'start.excel.button': { 'zh-CN': '核查本工作簿', en: 'Check this workbook' },
  'start.browser.title': { 'zh-CN': '打开一个工作簿', en: 'Open a workbook' },
  'start.browser.body': { 'zh-CN': '把 .xlsx 或 .csv 文件拖到窗口中，或选择文件。断网也能使用，文件内容不离开本机。', en: 'Drop an .xlsx or .csv file on this window, or choose one. It works offline, and nothing in the file leaves this computer.' },
  'start.samples': { 'zh-CN': '或者先看样例', en: 'Or look at a sample first' },
  'start.standard': { 'zh-CN': '默认按“姜堰 2023”标准核查，可在“标准”页更换。', en: 'Checked against the “Jiangyan 2023” standard; change it under Standard.' },
  'open-file': { 'zh-CN': '打开文件…', en: 'Open a file…' },
  'open-other': { 'zh-CN': '打开其他文件…', en: 'Open another file…' },
  'drop-here': { 'zh-CN': '松开即打开', en: 'Drop to open' },

  'reading.title': { 'zh-CN': '正在读取', en: 'Reading' },
  'reading.named': { 'zh-CN': '正在读取“{name:text}”', en: 'Reading “{name:text}”' },
  'reading.sheet': { 'zh-CN': '工作表“{sheet:text}”（第 {number:count} 张，共 {total:count} 张）', en: 'Sheet “{sheet:text}” ({number:count} of {total:count})' },
  'reading.checking': { 'zh-CN': '已读完，正在核查', en: 'Read; now checking' },
  'reading.waiting': { 'zh-CN': '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，读取会自动继续。', en: 'A cell is being edited. Press Enter or Esc to leave it; reading then goes on by itself.' },
  'cancel': { 'zh-CN': '取消', en: 'Cancel' },

  'state.recognised': { 'zh-CN': '已识别 {tables:count} 张表 · {communities:count} 个社区 · {people:count} 人', en: '{tables:count} {tables#table#tables} · {communities:count} {communities#community#communities} · {people:count} {people#person#people}' },
  'state.as-of': { 'zh-CN': '截至', en: 'As of' },
  'state.standard': { 'zh-CN': '标准', en: 'Standard' },
  'state.recheck': { 'zh-CN': '重新核查', en: 'Check again' },
  'state.stale': { 'zh-CN': '工作簿已改动，结果可能过时', en: 'The workbook changed; results may be out of date' },
  'state.stale.badge': { 'zh-CN': '有改动', en: 'changed' },
  'state.busy': { 'zh-CN': '正在重新判定', en: 'Judging again' },
  'state.as-of.stated': { 'zh-CN': '工作簿中写明的日期', en: 'the date stated in the workbook' },
  'state.as-of.policy-year': { 'zh-CN': '工作簿未写明，取标准年度末', en: 'not stated in the workbook; end of the standard’s year' },
  'state.as-of.argument': { 'zh-CN': '手动指定', en: 'set by hand' },
  'state.as-of.reset': { 'zh-CN': '恢复默认日期', en: 'Back to the default date' },
  'state.done': { 'zh-CN': '核查完成：达标 {met:count} 项，未达标 {missed:count} 项，待核实 {unknown:count} 项，问题 {findings:count} 条', en: 'Check finished: {met:count} met, {missed:count} missed, {unknown:count} to verify, {findings:count} {findings#finding#findings}' },

  'tab.board': { 'zh-CN': '结论', en: 'Summary' },
  'tab.findings': { 'zh-CN': '问题', en: 'Findings' },
  'tab.recognised': { 'zh-CN': '识别', en: 'Reading' },
  'tab.standard': { 'zh-CN': '标准', en: 'Standard' },
  'tabs': { 'zh-CN': '页面', en: 'Pages' },

  'verdict.met': { 'zh-CN': '达标', en: 'met' },
  'verdict.missed': { 'zh-CN': '未达标', en: 'missed' },
  'verdict.surplus': { 'zh-CN': '超配', en: 'surplus' },
  'verdict.unknown': { 'zh-CN': '待核实', en: 'to verify' },
  'unverified': { 'zh-CN': '未核实', en: 'unverified' },
  'unverified.long': { 'zh-CN': '该指标尚未与文件原文核对', en: 'This value has not been compared with the document' },

  'board.overall': { 'zh-CN': '总体', en: 'Overall' },
  'board.target.at-least': { 'zh-CN': '不少于 {value:text}', en: 'at least {value:text}' },
  'board.target.at-most': { 'zh-CN': '不高于 {value:text}', en: 'at most {value:text}' },
  'board.target.exactly': { 'zh-CN': '应为 {value:text}', en: '{value:text}' },
  'board.no-value': { 'zh-CN': '无数据', en: 'no figure' },
  'board.communities': { 'zh-CN': '各社区', en: 'Communities' },
  'board.community': { 'zh-CN': '社区', en: 'Community' },
  'board.find': { 'zh-CN': '查找社区', en: 'Find a community' },
  'board.show.all': { 'zh-CN': '全部', en: 'All' },
  'board.show.missed': { 'zh-CN': '未达标', en: 'Missed' },
  'board.show.unknown': { 'zh-CN': '待核实', en: 'To verify' },
  'board.show.met': { 'zh-CN': '全部达标', en: 'All met' },
  'board.none': { 'zh-CN': '没有符合条件的社区。', en: 'No community matches.' },
  'board.more': { 'zh-CN': '再显示 {more:count} 个', en: 'Show {more:count} more' },
  'board.keys': { 'zh-CN': '方向键移动，Enter 展开', en: 'Arrow keys move, Enter opens' },
  'board.short': { 'zh-CN': '差 {difference:text}', en: '{difference:text} short' },
  'board.over': { 'zh-CN': '多 {difference:text}', en: '{difference:text} over' },

  'unit.people': { 'zh-CN': '人员', en: 'People' },
  'unit.people.more': { 'zh-CN': '其余 {more:count} 人见工作表', en: '{more:count} more in the sheet' },
  'unit.premises': { 'zh-CN': '用房', en: 'Premises' },
  'unit.none': { 'zh-CN': '工作簿中没有该社区的人员行。', en: 'No row of people for this community in the workbook.' },
  'unit.no-premises': { 'zh-CN': '工作簿中没有该社区的用房数据。', en: 'No premises data for this community in the workbook.' },
  'unit.open': { 'zh-CN': '可能改变结论的问题', en: 'Open questions that could turn a verdict' },
  'unit.lacking': { 'zh-CN': '涉及', en: 'Behind it' },
  'unit.go': { 'zh-CN': '定位到 {cells:text}', en: 'Go to {cells:text}' },
  'unit.source': { 'zh-CN': '依据', en: 'Source' },
  'unit.loading': { 'zh-CN': '正在取出', en: 'Fetching' },

  'person.formal': { 'zh-CN': '正式', en: 'formal' },
  'person.contracted': { 'zh-CN': '聘用', en: 'contracted' },
  'person.undecided': { 'zh-CN': '待定', en: 'undecided' },
  'person.unknown': { 'zh-CN': '类别不明', en: 'kind unknown' },
  'person.vacant': { 'zh-CN': '空缺', en: 'vacant' },
  'person.left': { 'zh-CN': '已离岗', en: 'left' },
  'person.leave': { 'zh-CN': '休假', en: 'on leave' },
  'person.seconded-out': { 'zh-CN': '借调出', en: 'seconded' },
  'person.age': { 'zh-CN': '{age:count} 岁', en: '{age:count}' },
  'person.age.unknown': { 'zh-CN': '年龄不详', en: 'age unknown' },
  'person.college.yes': { 'zh-CN': '大专以上', en: 'college' },
  'person.college.no': { 'zh-CN': '大专以下', en: 'below college' },
  'person.college.blank': { 'zh-CN': '学历未填', en: 'education blank' },
  'person.college.unclear': { 'zh-CN': '学历不明', en: 'education unclear' },
  'person.party.yes': { 'zh-CN': '党团员', en: 'Party/League' },
  'person.party.no': { 'zh-CN': '非党团员', en: 'not a member' },
  'person.party.blank': { 'zh-CN': '政治面貌未填', en: 'membership blank' },
  'person.party.unclear': { 'zh-CN': '政治面貌不明', en: 'membership unclear' },
  'person.unnamed': { 'zh-CN': '（未填姓名）', en: '(no name)' },

  'room.office': { 'zh-CN': '办公室', en: 'office' },
  'room.police': { 'zh-CN': '警务室', en: 'police room' },
  'room.meeting': { 'zh-CN': '民主议事室', en: 'meeting room' },
  'room.culture': { 'zh-CN': '文化活动室', en: 'culture room' },
  'room.present': { 'zh-CN': '有', en: 'yes' },
  'room.shared': { 'zh-CN': '合用', en: 'shared' },
  'room.absent': { 'zh-CN': '无', en: 'none' },
  'room.unknown': { 'zh-CN': '不详', en: 'unknown' },
  'premises.usable': { 'zh-CN': '使用面积 {area:area} ㎡', en: 'usable {area:area} m²' },
  'premises.built': { 'zh-CN': '建筑面积 {area:area} ㎡', en: 'built {area:area} m²' },
  'premises.unspecified': { 'zh-CN': '面积 {area:area} ㎡（口径未注明）', en: 'area {area:area} m² (not said which)' },
  'premises.activity': { 'zh-CN': '活动用房 {area:area} ㎡', en: 'activity rooms {area:area} m²' },
  'premises.about': { 'zh-CN': '约', en: 'about ' },
  'premises.demolition': { 'zh-CN': '面临拆迁', en: 'to be demolished' },
  'tenure.own': { 'zh-CN': '自有', en: 'own' },
  'tenure.rented': { 'zh-CN': '租用', en: 'rented' },
  'tenure.borrowed': { 'zh-CN': '借用', en: 'borrowed' },
  'tenure.shared': { 'zh-CN': '合署', en: 'shared' },
  'tenure.in-building': { 'zh-CN': '在建', en: 'in building' },
  'tenure.to-be-demolished': { 'zh-CN': '待拆', en: 'to be demolished' },
  'tenure.none': { 'zh-CN': '无用房', en: 'none' },
  'tenure.unclear': { 'zh-CN': '来源不明', en: 'tenure unclear' },
  'tenure.blank': { 'zh-CN': '来源未填', en: 'tenure blank' },

  'findings.none': { 'zh-CN': '已核查 {rows:count} 行，没有发现问题。', en: '{rows:count} rows checked, nothing found.' },
  'findings.none-read': { 'zh-CN': '没有读到任何数据行，因此没有问题不等于合格。请到“识别”页查看。', en: 'No row was read, so no findings does not mean all is well. See the Reading page.' },
  'findings.none-shown': { 'zh-CN': '没有符合条件的问题。', en: 'No finding matches.' },
  'findings.count': { 'zh-CN': '{count:count} 条', en: '{count:count}' },
  'findings.severity': { 'zh-CN': '严重程度', en: 'Severity' },
  'findings.find': { 'zh-CN': '查找问题', en: 'Search findings' },
  'findings.next': { 'zh-CN': '下一个', en: 'Next' },
  'findings.previous': { 'zh-CN': '上一个', en: 'Previous' },
  'findings.position': { 'zh-CN': '第 {place:count} 条，共 {count:count} 条', en: '{place:count} of {count:count}' },
  'findings.more': { 'zh-CN': '再显示 {more:count} 条', en: 'Show {more:count} more' },
  'findings.left-out': { 'zh-CN': '另有 {count:count} 条未列出，请用命令行输出全部。', en: '{count:count} more are not listed; the command line prints all.' },
  'findings.found': { 'zh-CN': '现为', en: 'found' },
  'findings.expected': { 'zh-CN': '应为', en: 'expected' },
  'findings.source': { 'zh-CN': '依据：{source:text} {clause:text}', en: 'Source: {source:text} {clause:text}' },
  'findings.nowhere': { 'zh-CN': '整个工作簿', en: 'the whole workbook' },
  'severity.error': { 'zh-CN': '错误', en: 'Error' },
  'severity.warning': { 'zh-CN': '提醒', en: 'Warning' },
  'severity.info': { 'zh-CN': '提示', en: 'Note' },

  'recognised.questions': { 'zh-CN': '需要您确认', en: 'For you to settle' },
  'recognised.answered': { 'zh-CN': '答复只记一次，以后打开同名文件继续有效。', en: 'An answer is remembered for files of this name.' },
  'recognised.choose': { 'zh-CN': '请选择', en: 'Choose' },
  'recognised.assumed': { 'zh-CN': '（目前按此）', en: ' (taken for now)' },
  'recognised.tables': { 'zh-CN': '识别到的表', en: 'Tables recognised' },
  'recognised.kind': { 'zh-CN': '用作', en: 'Taken for' },
  'recognised.header': { 'zh-CN': '表头 {header:text} · 数据 {body:text}', en: 'header {header:text} · rows {body:text}' },
  'recognised.header-alone': { 'zh-CN': '表头 {header:text}，无数据行', en: 'header {header:text}, no rows' },
  'recognised.rows': { 'zh-CN': '读入 {read:count} 行，跳过 {skipped:count} 行', en: '{read:count} {read#row#rows} read, {skipped:count} skipped' },
  'recognised.columns': { 'zh-CN': '各列', en: 'Columns' },
  'recognised.column': { 'zh-CN': '{letter:text} 列“{header:text}”', en: 'Column {letter:text} “{header:text}”' },
  'recognised.column.plain': { 'zh-CN': '{letter:text} 列', en: 'Column {letter:text}' },
  'recognised.unused': { 'zh-CN': '不使用', en: 'not used' },
  'recognised.by.values': { 'zh-CN': '由内容判断', en: 'told from the values' },
  'recognised.by.mapping': { 'zh-CN': '您指定', en: 'set by you' },
  'recognised.skipped': { 'zh-CN': '跳过的行', en: 'Rows skipped' },
  'recognised.rows-list': { 'zh-CN': '第 {rows:text} 行', en: '{count#row#rows} {rows:text}' },
  'recognised.hidden': { 'zh-CN': '隐藏', en: 'hidden' },
  'recognised.not-counted': { 'zh-CN': '不计入', en: 'not counted' },
  'recognised.reset': { 'zh-CN': '撤销我的更正', en: 'Undo my corrections' },
  'recognised.notices': { 'zh-CN': '读取说明', en: 'About the reading' },
  'recognised.nothing': { 'zh-CN': '没有识别到花名册、用房表或预算表', en: 'No roster, premises or budget sheet was recognised' },
  'recognised.nothing.why': { 'zh-CN': '查找的是含有“姓名、社区、学历、出生年月、政治面貌”的花名册，或含有“社区、使用面积、产权、四室”的用房表。以下工作表都不是：', en: 'Looked for a roster with name, community, education, birth date and membership, or a premises table with community, usable area, tenure and rooms. None of these sheets is one:' },
  'recognised.nothing.do': { 'zh-CN': '如果其中有花名册，请检查表头文字是否与上面一致，改好后重新核查；也可以打开样例对照。', en: 'If one of them is a roster, compare its header words with those above, correct them and check again; or open the sample to compare.' },
  'recognised.sheet-size': { 'zh-CN': '{rows:count} 行 × {columns:count} 列', en: '{rows:count} × {columns:count}' },
  'recognised.sheet-empty': { 'zh-CN': '空', en: 'empty' },

  'standard.in-force': { 'zh-CN': '现用标准', en: 'Standard in force' },
  'standard.choose': { 'zh-CN': '更换标准', en: 'Change the standard' },
  'standard.year': { 'zh-CN': '{year:text} 年', en: '{year:text}' },
  'standard.own': { 'zh-CN': '使用自己的标准文件…', en: 'Use a standard file of your own…' },
  'standard.own.note': { 'zh-CN': '标准文件为 JSON，格式见说明。文件只在本机读取。', en: 'A JSON file, as the manual describes. It is read on this computer only.' },
  'standard.targets': { 'zh-CN': '指标', en: 'Targets' },
  'standard.scope.community': { 'zh-CN': '每个社区', en: 'each community' },
  'standard.scope.overall': { 'zh-CN': '总体', en: 'overall' },
  'standard.scope.both': { 'zh-CN': '每个社区和总体', en: 'each community and overall' },
  'standard.from': { 'zh-CN': '自 {from:text} 起', en: 'from {from:text}' },
  'standard.from-to': { 'zh-CN': '{from:text} 至 {to:text}', en: '{from:text} to {to:text}' },
  'standard.by-size': { 'zh-CN': '按规模分档', en: 'by size' },
  'standard.not-in-force': { 'zh-CN': '在 {asOf:text} 不生效', en: 'not in force on {asOf:text}' },
  'standard.verified': { 'zh-CN': '已与原文核对', en: 'compared with the document' },
  'standard.sources': { 'zh-CN': '文件', en: 'Documents' },
  'standard.unverified-count': { 'zh-CN': '本标准有 {count:count} 项指标未与原文核对，结论仅供参考。', en: '{count:count} {count#target#targets} of this standard {count#has#have} not been compared with the document; take the verdicts as provisional.' },
  'standard.rates': { 'zh-CN': '参考数值', en: 'Sample figures' },
  'standard.rates.note': { 'zh-CN': '只作预算样例，不用于判定。', en: 'For sample budgets only; never used for a verdict.' },

  'failed.title': { 'zh-CN': '没有读成', en: 'It could not be read' },
  'failed.retry': { 'zh-CN': '重试', en: 'Try again' },
  'failed.back': { 'zh-CN': '返回', en: 'Back' },
  'failed.unexpected': { 'zh-CN': '程序在处理时出错。工作簿没有改动。请重试；如果再次出现，请把“{detail:text}”告诉维护人员。', en: 'The program failed while working. The workbook was not changed. Try again; if it happens again, tell the maintainers “{detail:text}”.' },
  'failed.worker-failed': { 'zh-CN': '后台核查没有启动，可能是浏览器版本过旧或内存不足。工作簿没有改动。请关闭其他窗口后重试，或更新浏览器。', en: 'Checking in the background did not start, perhaps because the browser is too old or memory is short. The workbook was not changed. Close other windows and try again, or update the browser.' },
  'failed.office-missing': { 'zh-CN': 'Office 脚本没有加载，可能是网络不通。请检查网络后重新打开任务窗格；没有网络时，可以在浏览器工作台中打开文件。', en: 'The Office script did not load, perhaps because there is no network. Check the network and reopen the pane; without one, open the file in the browser workbench.' },
  'failed.outside-excel': { 'zh-CN': '本页要在 Excel 的任务窗格中使用。没有 Excel 时，请使用浏览器工作台。', en: 'This page belongs in Excel’s task pane. Without Excel, use the browser workbench.' },
  'failed.no-permission': { 'zh-CN': '浏览器没有交出这个文件的内容，可能已被移动或正被占用。请重新选择文件。', en: 'The browser could not hand over the file; it may have been moved or is in use. Choose it again.' },
  'failed.policy-invalid': { 'zh-CN': '标准文件不能使用：{detail:text}。请改正后重新选择；现用标准没有变。', en: 'The standard file cannot be used: {detail:text}. Correct it and choose it again; the standard in force is unchanged.' },
  'failed.reveal': { 'zh-CN': '不能显示单元格：工作表“{sheet:text}”已隐藏或已不存在。', en: 'The cells cannot be shown: sheet “{sheet:text}” is hidden or gone.' },
  'failed.workbench': { 'zh-CN': '打开浏览器工作台', en: 'Open the workbench' },

  'grid.label': { 'zh-CN': '工作表 {sheet:text}', en: 'Sheet {sheet:text}' },
  'grid.sheets': { 'zh-CN': '工作表', en: 'Sheets' },
  'grid.hidden': { 'zh-CN': '（隐藏）', en: ' (hidden)' },
  'grid.no-cells': { 'zh-CN': '这不是普通工作表，没有单元格。', en: 'This is not a worksheet; it has no cells.' },
  'grid.findings': { 'zh-CN': '{count:count} 个问题', en: '{count:count} {count#finding#findings}' },
  'grid.empty': { 'zh-CN': '空', en: 'empty' },
  'grid.show-finding': { 'zh-CN': '在“问题”中查看', en: 'Show under Findings' },
  'grid.cell': { 'zh-CN': '当前单元格', en: 'Current cell' },
  'workbench.split': { 'zh-CN': '工作表', en: 'Workbook' },
  'workbench.offline': { 'zh-CN': '断网可用 · 不上传任何内容', en: 'Works offline · nothing is uploaded' },
  'dismiss': { 'zh-CN': '知道了', en: 'Dismiss' },
} as const satisfies Readonly<Record<string, LocalText>>

export type StringKey = keyof typeof strings
export type Params = Readonly<Record<string, MessageParam>>

const PLACEHOLDER = /\{(\w+)(?::(\w+)|#([^#}]*)#([^}]*))?\}/g

/** Says one of the pane's own strings. `{n#row#rows}` chooses a word by number. */
export function tell(language: Language, key: StringKey, params: Params = {}): string {
  return strings[key][language].replace(PLACEHOLDER, (_all, name: string, format: Format | undefined, one: string | undefined, many: string | undefined) => {
    const value = params[name] ?? null
    if (one !== undefined && many !== undefined) return value === 1 ? one : many
    return formatParam(value, format ?? 'number', language)
  })
}

export const LanguageContext = createContext<Language>('zh-CN')

export interface Speech {
  readonly language: Language
  readonly tell: (key: StringKey, params?: Params) => string
}

const speeches: Readonly<Record<Language, Speech>> = {
  'zh-CN': { language: 'zh-CN', tell: (key, params) => tell('zh-CN', key, params) },
  en: { language: 'en', tell: (key, params) => tell('en', key, params) },
}

/** The words in the language of the pane. */
export function useSpeech(): Speech {
  return speeches[use(LanguageContext)]
}
