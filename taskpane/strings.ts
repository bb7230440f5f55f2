import { createContext, useContext } from 'react'
import { formatParam } from '../src/messages/format'
import type { Format } from '../src/messages/format'
import type { Language, MessageParam } from '../src/core/message'
import type { LocalText } from '../src/core/plan'

/**
 * What the pane says before anything is checked, both languages side by side; the screens' words are in `views/words.ts`,
 * fetched with them. Sentences about the workbook come from `src/messages`.
 */
export const strings = {
  'product': { 'zh-CN': '社区规划核查', en: 'Plancheck' },
  'help': { 'zh-CN': '帮助', en: 'Help' },
  'version': { 'zh-CN': '版本 {version:text}', en: 'Version {version:text}' },
  'local-only': { 'zh-CN': '数据只在本机处理', en: 'Data stays on this computer' },
  'language.other': { 'zh-CN': 'English', en: '中文' },
  'language.switch': { 'zh-CN': 'Switch to English', en: '切换到中文' },

  'start.excel.title': { 'zh-CN': '核查本工作簿是否达到规划标准', en: 'Check this workbook against the plan' },
  'start.excel.body': { 'zh-CN': '读取花名册、用房表和预算表，逐个社区给出人员、学历、年龄、党团员和用房是否达标，并指出依据的单元格。核查只读，不改动工作簿。', en: 'Reads rosters, premises and budget sheets, and tells for each community whether staff, education, age, membership and premises reach the plan, with the cells behind each number. A check only reads; the workbook is not changed.' },
  'start.excel.button': { 'zh-CN': '核查本工作簿', en: 'Check this workbook' },
  'start.browser.title': { 'zh-CN': '打开一个工作簿', en: 'Open a workbook' },
  'start.browser.body': { 'zh-CN': '把 .xlsx 或 .csv 文件（连同以前下载的设置）拖到窗口中，或选择文件。断网也能使用，文件内容不离开本机。', en: 'Drop an .xlsx or .csv file on this window (with settings that you downloaded before, if any), or choose one. It works offline, and nothing in the file leaves this computer.' },
  'start.template': { 'zh-CN': '没有现成的表？', en: 'No workbook yet? ' },
  'start.template.button': { 'zh-CN': '下载空白模板', en: 'Download a blank template' },
  'start.samples': { 'zh-CN': '或者先看示例', en: 'Or look at a sample first' },
  'start.settings': { 'zh-CN': '已读入设置“{name:text}”，打开工作簿后生效。', en: 'The settings “{name:text}” were read and will hold for the workbook that you open.' },
  'settings.name': { 'zh-CN': '设置', en: 'settings' },
  'start.standard': { 'zh-CN': '默认按“姜堰 2023”标准核查，可在“标准”页更换。', en: 'Checked against the “Jiangyan 2023” standard; change it under Standard.' },
  'open-file': { 'zh-CN': '打开文件…', en: 'Open a file…' },
  'open-other': { 'zh-CN': '打开其他文件…', en: 'Open another file…' },
  'save-as': { 'zh-CN': '另存为…', en: 'Save a copy…' },
  'unsaved.title': { 'zh-CN': '是否先保存？', en: 'Save first?' },
  'unsaved': { 'zh-CN': '“{file:text}”有未保存的填写或修改，打开其他文件后不能找回。', en: '{file:text} has writes that were not saved; they are gone once another file is open.' },
  'unsaved.save': { 'zh-CN': '先另存为', en: 'Save a copy first' },
  'unsaved.open': { 'zh-CN': '不保存，打开', en: 'Open without saving' },
  'unsaved.stay': { 'zh-CN': '取消', en: 'Cancel' },
  'drop-here': { 'zh-CN': '松开即打开', en: 'Drop to open' },

  'reading.title': { 'zh-CN': '正在读取', en: 'Reading' },
  'reading.named': { 'zh-CN': '正在读取“{name:text}”', en: 'Reading “{name:text}”' },
  'reading.sheet': { 'zh-CN': '工作表“{sheet:text}”（第 {number:count} 张，共 {total:count} 张）', en: 'Sheet “{sheet:text}” ({number:count} of {total:count})' },
  'reading.checking': { 'zh-CN': '已读完，正在核查', en: 'Read; now checking' },
  'reading.waiting': { 'zh-CN': '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，读取会自动继续。', en: 'A cell is being edited. Press Enter or Esc to leave it; reading then goes on by itself.' },
  'cancel': { 'zh-CN': '取消', en: 'Cancel' },

  'state.busy': { 'zh-CN': '正在重新核查', en: 'Checking again' },
  'state.done': { 'zh-CN': '核查完成：达标 {met:count} 项，未达标 {missed:count} 项，待核实 {unknown:count} 项，问题 {findings:count} 条', en: 'Check finished: {met:count} met, {missed:count} missed, {unknown:count} to verify, {findings:count} {findings#finding#findings}' },

  'state.done-accepted': { 'zh-CN': '核查完成：达标 {met:count} 项，未达标 {missed:count} 项，待核实 {unknown:count} 项，问题 {findings:count} 条，另有已接受 {accepted:count} 条', en: 'Check finished: {met:count} met, {missed:count} missed, {unknown:count} to verify, {findings:count} {findings#finding#findings}, {accepted:count} accepted' },

  'workbench.split': { 'zh-CN': '工作表', en: 'Workbook' },
  'workbench.to-book': { 'zh-CN': '看表', en: 'Sheet' },
  'workbench.to-pane': { 'zh-CN': '看结果', en: 'Results' },
  'workbench.offline': { 'zh-CN': '断网可用 · 不上传任何内容', en: 'Works offline · nothing is uploaded' },
  'broken': { 'zh-CN': '这一页没有显示出来，可能是网络中断或程序有误。工作簿没有改动。请换到另一页再回来，或重新打开窗格。', en: 'This page could not be shown: the network may be down, or the program is at fault. The workbook was not changed. Go to another page and back, or reopen the pane.' },
  'loading': { 'zh-CN': '正在取出', en: 'Fetching' },
} as const satisfies Readonly<Record<string, LocalText>>

export type StringKey = keyof typeof strings
export type Params = Readonly<Record<string, MessageParam>>

const PLACEHOLDER = /\{(\w+)(?::(\w+)|#([^#}]*)#([^}]*))?\}/g

/** Fills a text of the pane. `{n#row#rows}` chooses a word by number. */
export function fillIn(text: LocalText, language: Language, params: Params = {}): string {
  return text[language].replace(
    PLACEHOLDER,
    (_all, name: string, format: Format | undefined, one: string | undefined, many: string | undefined) => {
      const value = params[name] ?? null
      if (one !== undefined && many !== undefined) return value === 1 ? one : many
      return formatParam(value, format ?? 'number', language)
    },
  )
}

/** Says one of the strings above. */
export function tell(language: Language, key: StringKey, params?: Params): string {
  return fillIn(strings[key], language, params)
}

export const LanguageContext = createContext<Language>('zh-CN')

export interface Speech<Key extends string = StringKey> {
  readonly language: Language
  readonly tell: (key: Key, params?: Params) => string
}

const speeches: Readonly<Record<Language, Speech>> = {
  'zh-CN': { language: 'zh-CN', tell: (key, params) => tell('zh-CN', key, params) },
  en: { language: 'en', tell: (key, params) => tell('en', key, params) },
}

/** The words in the language of the pane. */
export function useSpeech(): Speech {
  return speeches[useContext(LanguageContext)]
}
