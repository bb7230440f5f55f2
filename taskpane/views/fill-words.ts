import { useContext } from 'react'
import { isCellError, isFormula } from '../../src/core/cell'
import type { CellContent } from '../../src/core/cell'
import type { Language } from '../../src/core/message'
import type { LocalText } from '../../src/core/plan'
import { formatParam } from '../../src/messages/format'
import { LanguageContext, fillIn } from '../strings'

/** The words of the fill screen, both languages side by side. */
const fillWords = {
  'title': { 'zh-CN': '填报预算表', en: 'Fill in the budget sheets' },
  'about': { 'zh-CN': '按识别结果生成测算表，并填写工作簿中预算表的空白单元格。已有内容一律不改。写入前请先预览。', en: 'Makes calculation sheets from what was read, and fills blank cells of the budget tables in the workbook. Nothing that is there is changed. Preview before writing.' },
  'scenario': { 'zh-CN': '主要负责人经费', en: 'Pay of the principals' },
  'scenario.workbook': { 'zh-CN': '按工作簿', en: 'As the workbook says' },
  'scenario.none': { 'zh-CN': '维持现行补贴', en: 'Subsidy as it is' },
  'scenario.principals-instead': { 'zh-CN': '方案A 统筹替代补贴', en: 'A: carried instead of the subsidy' },
  'scenario.principals-plus': { 'zh-CN': '方案B 补贴加统筹', en: 'B: carried and the subsidy' },
  'planning': { 'zh-CN': '正在测算…', en: 'Working it out…' },
  'nothing': { 'zh-CN': '没有需要填写的单元格。', en: 'There is nothing to fill.' },
  'write': { 'zh-CN': '全部写入（{count:count} 格）', en: 'Write all ({count:count} cells)' },
  'write.chosen': { 'zh-CN': '写入所选（{count:count} 格）', en: 'Write chosen ({count:count} cells)' },
  'save': { 'zh-CN': '另存为…', en: 'Save a copy…' },
  'done': { 'zh-CN': '已写入 {sheets:count} 张表的 {cells:count} 个单元格。', en: 'Wrote {cells:count} {cells#cell#cells} on {sheets:count} {sheets#sheet#sheets}.' },
  'undone': { 'zh-CN': '已撤销，{cells:count} 个单元格恢复到写入之前。', en: 'Undone: {cells:count} {cells#cell is as it was#cells are as they were} before.' },
  'skipped': { 'zh-CN': '没有写入的单元格', en: 'Cells left alone' },
  'and-more': { 'zh-CN': '另有 {count:count} 处', en: 'and {count:count} more' },
  'refused': { 'zh-CN': '没有写入：工作簿在预览之后有改动', en: 'Nothing was written: the workbook changed after the preview' },
  'refused.found': { 'zh-CN': '现在是“{found:text}”，预览时是“{before:text}”。', en: 'now holds “{found:text}”; the preview showed “{before:text}”.' },
  'refused.do': { 'zh-CN': '已按现在的内容重新测算，请查看下面的预览后再写入。', en: 'It was worked out anew from what is there now: look at the preview below, then write.' },
  'refused.undo': { 'zh-CN': '没有撤销：写入之后又有改动', en: 'Nothing was undone: cells changed after the write' },
  'refused.found.undo': { 'zh-CN': '现在是“{found:text}”，写入的是“{before:text}”。', en: 'now holds “{found:text}”; “{before:text}” was written.' },
  'refused.undo.do': { 'zh-CN': '要撤销，请先把这些单元格恢复为写入的内容。', en: 'To undo, first put these cells back to what was written.' },
  'done.save': { 'zh-CN': '原文件没有改动，用“另存为”取得填好的文件。', en: 'The file itself is unchanged: use Save a copy to take the filled one.' },
  'sheets': { 'zh-CN': '将写入', en: 'To be written' },
  'new': { 'zh-CN': '新增', en: 'new' },
  'new.together': { 'zh-CN': '新增的测算表互相引用，一并写入或一并不写。', en: 'New sheets point to each other: they are written together or not at all.' },
  'cells': { 'zh-CN': '{count:count} 格，公式 {formulas:count} 个', en: '{count:count} cells, {formulas:count} formulas' },
  'cells.plain': { 'zh-CN': '{count:count} 格', en: '{count:count} {count#cell#cells}' },
  'use.sheet': { 'zh-CN': '写入“{sheet:text}”', en: 'Write {sheet:text}' },
  'use.cell': { 'zh-CN': '写入 {cell:text}', en: 'Write {cell:text}' },
  'blank': { 'zh-CN': '空白', en: 'blank' },
  'formula': { 'zh-CN': '公式', en: 'Formula' },
  'inputs': { 'zh-CN': '引用', en: 'Takes in' },
  'more': { 'zh-CN': '再显示 {count:count} 格', en: 'Show {count:count} more' },
  'texts': { 'zh-CN': '另有表头、项目和说明 {count:count} 格', en: 'and {count:count} cells of headings and notes' },
  'missing': { 'zh-CN': '待补数据', en: 'Missing inputs' },
  'missing.about': { 'zh-CN': '缺少的项目显示“待填”，不按 0 计算。', en: 'What is missing stands as 待填, never as 0.' },
  'given': { 'zh-CN': '本次填写：{title:text}', en: 'Given here: {title:text}' },
  'not-a-number': { 'zh-CN': '请填写数字。', en: 'Give a number.' },
  'stop': { 'zh-CN': '停止测算', en: 'Stop' },
  'stopped': { 'zh-CN': '已停止测算。', en: 'Stopped.' },
  'plan-again': { 'zh-CN': '重新测算', en: 'Work it out again' },
  'left': { 'zh-CN': '未填的空格', en: 'Blank cells that were left' },
  'left.about': { 'zh-CN': '这些空格应有数字，按现有内容不能确定，未填写。说明词语含义或填写数值后，会继续测算。', en: 'These blanks seem to want a figure that nothing settles. Say what a word means or give the number, and the fill goes on.' },
  'left.word': { 'zh-CN': '“{word:text}”的含义不明确', en: 'The meaning of “{word:text}” is not known' },
  'left.scope': { 'zh-CN': '“{word:text}”不属于本次填报范围', en: '“{word:text}” is outside what this fill covers' },
  'left.year': { 'zh-CN': '“{word:text}”不是本年度', en: '“{word:text}” is not this year' },
  'left.unit': { 'zh-CN': '“{word:text}”没有写明单位', en: '“{word:text}” states no unit' },
  'left.part': { 'zh-CN': '缺少“{word:text}”', en: '“{word:text}” is missing' },
  'left.input': { 'zh-CN': '缺少“{word:text}”的测算依据', en: 'Nothing tells what “{word:text}” is calculated from' },
  'left.community': { 'zh-CN': '“{word:text}”不是名单中的社区', en: '“{word:text}” is not a community of the lists' },
  'left.kind': { 'zh-CN': '花名册不能区分“{word:text}”', en: 'The roster does not tell “{word:text}” apart' },
  'left.open': { 'zh-CN': '花名册中“{word:text}”的人员计入哪一类尚未确定', en: 'The kind of the people under “{word:text}” in the roster is not settled' },
  'left.period': { 'zh-CN': '“{word:text}”的数没有依据可以分期', en: 'Nothing tells how much falls into “{word:text}”' },
  'left.disagree': { 'zh-CN': '表内两处依据不一致：{word:text}', en: 'Two inputs of the workbook do not agree: {word:text}' },
  'left.implausible': { 'zh-CN': '算得的金额与人数不相称，请核对单位：{word:text}', en: 'The amount that comes out does not go with the heads, check the units: {word:text}' },
  'left.none': { 'zh-CN': '表内和名单中没有“{word:text}”的数据', en: 'Neither the table nor the lists have data for “{word:text}”' },
  'left.cells': { 'zh-CN': '{count:count} 格', en: '{count:count} {count#cell#cells}' },
  'left.give': { 'zh-CN': '填写数值', en: 'Give the numbers' },
  'left.given': { 'zh-CN': '本次填写 {count:count} 格，写入时一并写入；清空即撤回。', en: '{count:count} {count#cell#cells} given here, written with the rest; clear a field to take it back.' },
  'left.means': { 'zh-CN': '“{word:text}”按', en: '“{word:text}” means' },
  'left.is-community': { 'zh-CN': '“{word:text}”即', en: '“{word:text}” is' },
  'left.choose': { 'zh-CN': '请选择…', en: 'Choose…' },
  'settled': { 'zh-CN': '已说明的词语', en: 'Words that were settled' },
  'settled.word': { 'zh-CN': '“{word:text}”按“{meaning:text}”', en: '“{word:text}”: {meaning:text}' },
  'settled.take-back': { 'zh-CN': '撤回', en: 'Take back' },
  'meaning.none': { 'zh-CN': '不影响含义，照常填写', en: 'changes nothing, fill as usual' },
  'meaning.formal': { 'zh-CN': '正式人员', en: 'formal staff' },
  'meaning.contracted': { 'zh-CN': '聘用人员', en: 'contracted staff' },
  'meaning.persons': { 'zh-CN': '人数', en: 'number of people' },
  'meaning.amount': { 'zh-CN': '金额', en: 'amount of money' },
  'meaning.unit-cost': { 'zh-CN': '人均经费', en: 'cost per person' },
  'meaning.running': { 'zh-CN': '公用经费', en: 'running costs' },
  'meaning.subsidy': { 'zh-CN': '财政补贴', en: 'treasury subsidy' },
  'meaning.task-money': { 'zh-CN': '费随事转', en: 'money that follows tasks' },
  'meaning.paid-service': { 'zh-CN': '有偿服务收入', en: 'income from paid services' },
  'meaning.remainder': { 'zh-CN': '镇财政承担', en: 'carried by the town' },
  'meaning.usable-area': { 'zh-CN': '使用面积', en: 'usable area' },
  'meaning.built-area': { 'zh-CN': '建筑面积', en: 'built area' },
  'fix.one': { 'zh-CN': '修正…', en: 'Fix…' },
  'fix.safe': { 'zh-CN': '一并修正 {count:count} 处…', en: 'Fix {count:count} together…' },
  'fix.safe.about': { 'zh-CN': '只改写法，不会丢失已填内容；写入前先预览。', en: 'Only the way of writing changes and nothing typed is lost; look before it is written.' },
  'fix.title': { 'zh-CN': '拟作的修正', en: 'Fixes to be made' },
  'fix.about': { 'zh-CN': '写入后重新核查，可以撤销。', en: 'After writing the check runs again; it can be undone.' },
  'fix.nothing': { 'zh-CN': '没有可以修正的单元格。', en: 'There is no cell to fix.' },
  'fix.write': { 'zh-CN': '修正 {count:count} 格', en: 'Fix {count:count} {count#cell#cells}' },
  'fix.cancel': { 'zh-CN': '取消', en: 'Cancel' },
  'results.ask': { 'zh-CN': '写入问题清单', en: 'Write findings sheet' },
  'results.title': { 'zh-CN': '拟写入的问题清单', en: 'Findings sheet to be written' },
  'results.about': { 'zh-CN': '只写这一张表，其他工作表不变；写入后可以撤销。', en: 'Only this sheet is written, nothing else changes; it can be undone.' },
  'results.nothing': { 'zh-CN': '问题清单已是最新，没有需要写入的内容。', en: 'The findings sheet is up to date: there is nothing to write.' },
  'results.write': { 'zh-CN': '写入', en: 'Write' },
  'results.done': { 'zh-CN': '已写入工作表“{sheet:text}”。', en: 'Written to the sheet “{sheet:text}”.' },
  'kept': { 'zh-CN': '保留的原值', en: 'Typed values that stay' },
  'kept.cell': { 'zh-CN': '原值 {value:text}，按测算应为 {would:text}', en: '{value:text} stays; it would be {would:text}' },
  'conflicts': { 'zh-CN': '不能填写', en: 'Cannot be written' },
  'notes': { 'zh-CN': '说明', en: 'Notes' },
} as const satisfies Readonly<Record<string, LocalText>>

export type FillKey = keyof typeof fillWords

export interface FillSpeech {
  readonly language: Language
  readonly tell: (key: FillKey, params?: Parameters<typeof fillIn>[2]) => string
}

export function useFillWords(): FillSpeech {
  const language = useContext(LanguageContext)
  return { language, tell: (key, params) => fillIn(fillWords[key], language, params) }
}

/** A value as a line of the fill shows it; a formula by its result. Empty text for a blank cell. */
export function contentText(content: CellContent, language: Language): string {
  const value = isFormula(content) ? content.value : content
  if (value === null) return ''
  if (typeof value === 'object' && isCellError(value)) return value.error
  return typeof value === 'number' ? formatParam(Number(value.toPrecision(12)), 'number', language) : String(value)
}

