import { useContext } from 'react'
import type { LocalText } from '../../src/core/plan'
import { LanguageContext, fillIn, strings } from '../strings'
import type { Speech, StringKey } from '../strings'
import { boardWords } from './board-words'
import { readingWords } from './reading-words'

/** The words of the screens, both languages side by side. They come with the first screen, not with the first paint. */
export const words = {
  'state.recognised': { 'zh-CN': '已识别 {tables:count} 张表 · {communities:count} 个社区 · 计入 {people:count} 人', en: '{tables:count} {tables#table#tables} · {communities:count} {communities#community#communities} · {people:count} {people#person#people} counted' },
  'state.as-of': { 'zh-CN': '截至', en: 'As of' },
  'state.standard': { 'zh-CN': '标准', en: 'Standard' },
  'state.recheck': { 'zh-CN': '重新核查', en: 'Check again' },
  'state.stale': { 'zh-CN': '工作簿已改动，结果可能过时', en: 'The workbook changed; results may be out of date' },
  'state.stale.badge': { 'zh-CN': '有改动', en: 'changed' },
  'state.as-of.stated': { 'zh-CN': '工作簿中写明的日期', en: 'the date stated in the workbook' },
  'state.as-of.policy-year': { 'zh-CN': '工作簿未写明，取标准年度末', en: 'not stated in the workbook; end of the standard’s year' },
  'state.as-of.argument': { 'zh-CN': '手动指定', en: 'set by hand' },
  'state.as-of.reset': { 'zh-CN': '恢复默认日期', en: 'Back to the default date' },

  'tab.board': { 'zh-CN': '结论', en: 'Result' },
  'tab.findings': { 'zh-CN': '问题', en: 'Findings' },
  'tab.audit': { 'zh-CN': '审核', en: 'Audit' },
  'tab.fill': { 'zh-CN': '填报', en: 'Fill' },
  'tab.recognised': { 'zh-CN': '识别', en: 'Reading' },
  'tab.standard': { 'zh-CN': '标准', en: 'Standard' },
  'tab.papers': { 'zh-CN': '报告', en: 'Report' },
  'results.heading': { 'zh-CN': '“{file:text}”核查结果：{tab:text}', en: 'Check of “{file:text}”: {tab:text}' },
  'tabs': { 'zh-CN': '页面', en: 'Pages' },

  'verdict.met': { 'zh-CN': '达标', en: 'met' },
  'verdict.missed': { 'zh-CN': '未达标', en: 'missed' },
  'verdict.surplus': { 'zh-CN': '超配', en: 'surplus' },
  'verdict.unknown': { 'zh-CN': '待核实', en: 'to verify' },
  'unverified': { 'zh-CN': '未核实', en: 'unverified' },
  'unverified.long': { 'zh-CN': '该指标尚未与文件原文核对', en: 'This value has not been compared with the document' },

  ...boardWords,

  'findings.none': { 'zh-CN': '已核查 {rows:count} 行，没有发现问题。', en: '{rows:count} {rows#row#rows} checked, nothing found.' },
  'findings.none-read': { 'zh-CN': '没有读到任何数据行，因此没有问题不等于合格。请到“识别”页查看。', en: 'No row was read, so no findings does not mean all is well. See the Reading page.' },
  'findings.none.do': { 'zh-CN': '打印或保存核查报告', en: 'Print or save the report' },
  'findings.none-shown': { 'zh-CN': '没有符合条件的问题。', en: 'No finding matches.' },
  'findings.count': { 'zh-CN': '{count:count} 条', en: '{count:count}' },
  'findings.severity': { 'zh-CN': '严重程度', en: 'Severity' },
  'findings.by': { 'zh-CN': '分组', en: 'Grouped' },
  'findings.by.cause': { 'zh-CN': '按问题', en: 'By cause' },
  'findings.by.community': { 'zh-CN': '按社区', en: 'By community' },
  'findings.sheet': { 'zh-CN': '工作表“{sheet:text}”', en: 'Sheet “{sheet:text}”' },
  'findings.show-all': { 'zh-CN': '显示全部', en: 'Show all' },
  'findings.find': { 'zh-CN': '查找问题', en: 'Search findings' },
  'findings.next': { 'zh-CN': '下一个', en: 'Next' },
  'findings.previous': { 'zh-CN': '上一个', en: 'Previous' },
  'findings.position': { 'zh-CN': '第 {place:count} 条，共 {count:count} 条', en: '{place:count} of {count:count}' },
  'findings.more': { 'zh-CN': '再显示 {more:count} 条', en: 'Show {more:count} more' },
  'findings.left-out': { 'zh-CN': '另有 {count:count} 条未列出，请用命令行输出全部。', en: '{count:count} more are not listed; the command line prints all.' },
  'findings.found': { 'zh-CN': '现为', en: 'found' },
  'findings.expected': { 'zh-CN': '应为', en: 'expected' },
  'findings.nowhere': { 'zh-CN': '整个工作簿', en: 'the whole workbook' },
  'findings.accepted': { 'zh-CN': '已接受', en: 'Accepted' },
  'findings.accept': { 'zh-CN': '接受…', en: 'Accept…' },
  'findings.take-back': { 'zh-CN': '取消接受', en: 'No longer accept' },
  'findings.drop': { 'zh-CN': '删去失效的接受', en: 'Remove what no longer holds' },
  'findings.reason': { 'zh-CN': '理由：{reason:text}', en: 'Reason: {reason:text}' },
  'findings.reason-day': { 'zh-CN': '理由：{reason:text}（{day:text}）', en: 'Reason: {reason:text} ({day:text})' },
  'findings.reason.label': { 'zh-CN': '接受的理由', en: 'Reason for accepting' },
  'findings.reason.hint': { 'zh-CN': '按 Enter 接受，Esc 取消。请不要写姓名和证件号。接受后单独列出，结论不变；数据改动后自动失效。', en: 'Enter accepts, Esc leaves it. Please write no names or id numbers. An accepted finding is listed apart and verdicts stay; it lapses when the data changes.' },
  'findings.reason.missing': { 'zh-CN': '请写明理由。', en: 'Give a reason.' },
  'findings.reason.keep': { 'zh-CN': '接受', en: 'Accept' },
  'findings.all-accepted': { 'zh-CN': '其余问题都已接受。', en: 'All findings are accepted.' },
  'settings.save': { 'zh-CN': '下载设置', en: 'Download settings' },
  'settings.read': { 'zh-CN': '读入设置…', en: 'Read settings…' },
  'settings.note': { 'zh-CN': '设置含更正、答复和已接受的问题，不含表中内容；命令行用 --mapping 读取，也可以拖回本窗口。已接受的问题在关闭本页前有效。', en: 'Settings hold corrections, answers and accepted findings, and nothing of the sheets. The command line reads them with --mapping; they can be dropped on this window again. Accepted findings hold until this page is closed.' },
  'settings.heading': { 'zh-CN': '设置', en: 'Settings' },
  'failed.settings-invalid': { 'zh-CN': '设置文件“{file:text}”不能使用：{detail:text}。请改正后重新选择；现在的设置没有变。', en: 'The settings file “{file:text}” cannot be used: {detail:text}. Correct it and choose it again; the settings in force are unchanged.' },
  'severity.error': { 'zh-CN': '错误', en: 'Error' },
  'severity.warning': { 'zh-CN': '警告', en: 'Warning' },
  'severity.info': { 'zh-CN': '提示', en: 'Note' },

  ...readingWords,

  'failed.title': { 'zh-CN': '文件未能读取', en: 'It could not be read' },
  'failed.retry': { 'zh-CN': '重试', en: 'Try again' },
  'failed.back': { 'zh-CN': '返回', en: 'Back' },
  'failed.unexpected': { 'zh-CN': '程序在处理时出错。工作簿没有改动。请重试；如果再次出现，请把“{detail:text}”告诉维护人员。', en: 'The program failed while working. The workbook was not changed. Try again; if it happens again, tell the maintainers “{detail:text}”.' },
  'failed.worker-failed': { 'zh-CN': '后台核查没有启动，可能是浏览器版本过旧或内存不足。工作簿没有改动。请关闭其他窗口后重试，或更新浏览器。', en: 'Checking in the background did not start, perhaps because the browser is too old or memory is short. The workbook was not changed. Close other windows and try again, or update the browser.' },
  'failed.lost.title': { 'zh-CN': '核查中断', en: 'The check was cut off' },
  'failed.worker-lost': { 'zh-CN': '后台核查中断，多半是内存不足。原文件没有改动。请关闭其他窗口和标签页后重试。', en: 'Checking in the background was cut off, most likely because memory ran out. The file itself was not changed. Close other windows and tabs and try again.' },
  'failed.worker-lost-unsaved': { 'zh-CN': '后台核查中断，多半是内存不足。原文件没有改动，但在本页修改而未保存副本的内容已丢失。请关闭其他窗口和标签页后重试。', en: 'Checking in the background was cut off, most likely because memory ran out. The file itself was not changed, but changes made on this page of which no copy was saved are lost. Close other windows and tabs and try again.' },
  'failed.page-ended': { 'zh-CN': '上次读取工作簿时，浏览器结束了本页，多半是内存不足。原文件没有改动。请关闭其他窗口和标签页，再重新打开文件；仍不行时，可用命令行核查。', en: 'While the last workbook was being read the browser ended this page, most likely because memory ran out. The file itself was not changed. Close other windows and tabs and open the file again; if that does not help, the command line can check it.' },
  'failed.out-of-memory': { 'zh-CN': '内存不足，未能完成。原文件没有改动。请关闭其他窗口和标签页后重试；仍不行时，可用命令行核查。', en: 'There was not enough memory to finish. The file itself was not changed. Close other windows and tabs and try again; if that does not help, the command line can check it.' },
  'failed.office-missing': { 'zh-CN': 'Office 脚本没有加载，可能是网络不通。请检查网络后重新打开任务窗格；没有网络时，可以在浏览器工作台中打开文件。', en: 'The Office script did not load, perhaps because there is no network. Check the network and reopen the pane; without one, open the file in the browser workbench.' },
  'failed.outside-excel': { 'zh-CN': '本页要在 Excel 的任务窗格中使用。没有 Excel 时，请使用浏览器工作台。', en: 'This page belongs in Excel’s task pane. Without Excel, use the browser workbench.' },
  'failed.no-permission': { 'zh-CN': '浏览器没有交出这个文件的内容，可能已被移动或正被占用。请重新选择文件。', en: 'The browser could not hand over the file; it may have been moved or is in use. Choose it again.' },
  'failed.policy-invalid': { 'zh-CN': '标准文件不能使用：{detail:text}。请改正后重新选择；现用标准没有变。', en: 'The standard file cannot be used: {detail:text}. Correct it and choose it again; the standard in force is unchanged.' },
  'failed.reveal': { 'zh-CN': '不能显示单元格：工作表“{sheet:text}”已隐藏或已不存在。', en: 'The cells cannot be shown: sheet “{sheet:text}” is hidden or gone.' },
  'failed.undo-gone': { 'zh-CN': '没有撤销：最近一次写入已不是按钮上写的那一次。请再看一次后重试。', en: 'Nothing was undone: the latest write is not the one that the button named. Look again and retry.' },
  'failed.workbench': { 'zh-CN': '打开浏览器工作台', en: 'Open the workbench' },

  'grid.label': { 'zh-CN': '工作表 {sheet:text}', en: 'Sheet {sheet:text}' },
  'grid.sheets': { 'zh-CN': '工作表', en: 'Sheets' },
  'grid.hidden': { 'zh-CN': '（隐藏）', en: ' (hidden)' },
  'grid.no-cells': { 'zh-CN': '这不是普通工作表，没有单元格。', en: 'This is not a worksheet; it has no cells.' },
  'grid.findings': { 'zh-CN': '{count:count} 个问题', en: '{count:count} {count#finding#findings}' },
  'grid.edit': { 'zh-CN': '修改 {cell:text}', en: 'Edit {cell:text}' },
  'grid.proposed': { 'zh-CN': '这张表尚未写入，显示的是写入后的样子。', en: 'This sheet is not written yet: it is shown as it would be.' },
  'grid.to-be-added': { 'zh-CN': '（拟新增）', en: ' (to be added)' },
  'grid.formula.title': { 'zh-CN': '替换公式', en: 'Replace the formula' },
  'grid.formula': { 'zh-CN': '{cell:text} 是公式 {formula:text}，改为“{text:text}”后公式不再保留。', en: '{cell:text} holds the formula {formula:text}; “{text:text}” would take its place.' },
  'grid.formula.replace': { 'zh-CN': '替换公式', en: 'Replace' },
  'grid.formula.keep': { 'zh-CN': '保留公式', en: 'Keep the formula' },
  'failed.kept': { 'zh-CN': '“{file:text}”未能读取，原来的文件仍然打开。', en: '{file:text} could not be read; the file of before is still open.' },
  'failed.edit-impossible': { 'zh-CN': '{cell:text} 不能修改：它属于合并单元格，或者这不是普通工作表。', en: '{cell:text} cannot be edited: it lies inside a merged cell, or this is no worksheet.' },
  'failed.edit-protected': { 'zh-CN': '工作表“{sheet:text}”受保护，{cell:text} 不能修改。请在 Excel 中取消保护后重新打开。', en: '{sheet:text} is protected, so {cell:text} cannot be edited. Take the protection off in Excel and open the file again.' },
  'failed.edit-formula': { 'zh-CN': '{cell:text} 是公式，没有改动。', en: '{cell:text} holds a formula and was left as it is.' },
  'failed.edit-not-written': { 'zh-CN': '下列单元格的修改不能写入文件：{cells:text}。请撤销这些修改后再保存。', en: 'These edits cannot be written to the file: {cells:text}. Undo them, then save.' },
  'grid.empty': { 'zh-CN': '空', en: 'empty' },
  'grid.show-finding': { 'zh-CN': '在“问题”中查看', en: 'Show under Findings' },
  'grid.cell': { 'zh-CN': '当前单元格', en: 'Current cell' },
  'several.workbooks': { 'zh-CN': '打开的工作簿', en: 'Open workbooks' },
  'several.all': { 'zh-CN': '全部', en: 'All' },
  'several.untitled': { 'zh-CN': '未打开文件', en: 'No file yet' },
  'several.heading': { 'zh-CN': '全部文件的结论', en: 'Results of all files' },
  'several.count': { 'zh-CN': '{files:count} 个文件，已核查 {read:count} 个；{communities:count} 个社区', en: '{files:count} {files#file#files}, {read:count} checked; {communities:count} {communities#community#communities}' },
  'several.file': { 'zh-CN': '文件', en: 'File' },
  'several.waiting': { 'zh-CN': '等待读取', en: 'waiting' },
  'several.reading': { 'zh-CN': '正在读取', en: 'being read' },
  'several.failed': { 'zh-CN': '没有读出来', en: 'could not be read' },
  'several.unread': { 'zh-CN': '没有读取', en: 'not read' },
  'several.close': { 'zh-CN': '关闭“{file:text}”', en: 'Close {file:text}' },
  'several.unsaved': { 'zh-CN': '有未保存的填写或修改，请先另存为', en: 'Writes that were not saved: save a copy first' },
  'dismiss': { 'zh-CN': '知道了', en: 'Dismiss' },
} as const satisfies Readonly<Record<string, LocalText>>

export type WordKey = StringKey | keyof typeof words

const all: Readonly<Record<WordKey, LocalText>> = { ...strings, ...words }

export type WordSpeech = Speech<WordKey>

const speeches: Readonly<Record<'zh-CN' | 'en', WordSpeech>> = {
  'zh-CN': { language: 'zh-CN', tell: (key, params) => fillIn(all[key], 'zh-CN', params) },
  en: { language: 'en', tell: (key, params) => fillIn(all[key], 'en', params) },
}

/** Whether there are words under a key. */
export function isWord(key: string): key is WordKey {
  return Object.hasOwn(all, key)
}

/** The words in one language, outside React. */
export function wordsIn(language: 'zh-CN' | 'en'): WordSpeech {
  return speeches[language]
}

/** The words in the language of the pane. */
export function useWords(): WordSpeech {
  return speeches[useContext(LanguageContext)]
}
