import type { Language, MessageParams } from '../core/message'
import type { LocalText } from '../core/plan'
import { sayText } from '../messages'

/** The command line's own words: help and what is wrong with the arguments. */
const words = {
  about: { 'zh-CN': '社区规划核查：核对社区人员、用房和预算工作簿是否符合规划。数据只在本机处理。', en: 'Checks community staff, premises and budget workbooks against a plan. Data is processed on this computer only.' },
  usage: { 'zh-CN': '用法', en: 'Usage' },
  verbs: { 'zh-CN': '命令', en: 'Commands' },
  options: { 'zh-CN': '选项', en: 'Options' },
  'exit-codes': { 'zh-CN': '退出码：0 没有错误级问题；1 有错误级问题（fill：缺少依据，有内容没有填写）；2 有文件不能读取，或参数有误。', en: 'Exit codes: 0 nothing at error level; 1 findings at error level (fill: something was left out because an input is missing); 2 a file could not be read, or an argument is wrong.' },
  'more-help': { 'zh-CN': '各命令的说明：plancheck 命令 --help', en: 'Help on a command: plancheck COMMAND --help' },

  'verb-check': { 'zh-CN': '读取工作簿，按标准核查；不改动任何文件', en: 'reads workbooks and checks them against the standard; changes nothing' },
  'verb-audit': { 'zh-CN': '审核公式、合计和表间关系；不改动任何文件', en: 'audits formulas, totals and sheets against each other; changes nothing' },
  'verb-fix': { 'zh-CN': '修正不会丢失内容的问题，写入新文件；--dry-run 只列出将作的改动', en: 'fixes what can be fixed without losing anything, into a new file; --dry-run lists the changes only' },
  'verb-findings': { 'zh-CN': '把问题清单作为一张工作表写入新文件，其他工作表不变；--dry-run 只说明将作的改动', en: 'writes the findings as a sheet of the workbook, into a new file; --dry-run tells the changes only' },
  'verb-fill': { 'zh-CN': '填报预算表，写入新文件；--dry-run 只列出将作的改动', en: 'fills the budget sheets into a new file; --dry-run lists the changes only' },
  'verb-compare': { 'zh-CN': '对比同一份表的前后两版：谁新到、离开、变更，哪些数字和结论变了', en: 'compares two versions: who came, left, changed; which numbers and verdicts moved' },
  'verb-merge': { 'zh-CN': '把多份工作簿的人员和用房并为一份标准格式的工作簿，每行注明来源', en: 'merges the people and premises of many workbooks into one in the canonical layout, each row with its origin' },
  'verb-template': { 'zh-CN': '生成标准格式的新工作簿；--sample 带示例数据', en: 'makes a new workbook in the canonical layout; --sample with sample data' },
  'verb-policies': { 'zh-CN': '列出标准；policies show 编号 显示一个标准及其依据', en: 'lists the standards; policies show ID prints one with its sources' },
  'verb-explain': { 'zh-CN': '说明一项核查或指标的含义、依据和豁免办法', en: 'says what a check or a target means, its source, and how to waive it' },

  'option-policy': { 'zh-CN': '标准的编号，或自己的标准文件（默认 jiangyan-2023）', en: 'a standard\'s id, or your own policy file (default jiangyan-2023)' },
  'option-as-of': { 'zh-CN': '截至日 YYYY-MM-DD（默认：表中所写的日期，否则为标准年度的12月31日）', en: 'the day ages are taken on, YYYY-MM-DD (default: the day the workbook states, else 31 December of the standard\'s year)' },
  'option-vary-as-of': { 'zh-CN': '截至日也作待定：按当年每一天核算哪些结论会变', en: 'take the as-of day as open too: which verdicts turn on some day of its year' },
  'option-mapping': { 'zh-CN': '对照文件：说明列、词语、社区名称，以及已接受的问题', en: 'a mapping file: columns, words, community names and accepted findings' },
  'option-ignore-decisions': { 'zh-CN': '不用工作簿中保存的决定', en: 'leave out the decisions kept in the workbook' },
  'option-format': { 'zh-CN': '输出格式（默认 text）', en: 'output format (default text)' },
  'option-json': { 'zh-CN': '等同于 --format json', en: 'the same as --format json' },
  'option-output': { 'zh-CN': '写入文件，而不是标准输出', en: 'write to a file instead of standard output' },
  'option-recursive': { 'zh-CN': '文件夹连同其中的子文件夹', en: 'of a folder, the folders in it too' },
  'option-community-pages': { 'zh-CN': 'html：每个社区另附一页（其他格式不适用）', en: 'html: a page for each community too; no other format has pages' },
  'option-rule': { 'zh-CN': '只列出这一条核查的问题', en: 'list the findings of this one rule' },
  'option-jobs': { 'zh-CN': '同时处理的文件数（默认：文件多时按处理器数）', en: 'files worked on at once (default: by processors when there are many files)' },
  'option-output-xlsx': { 'zh-CN': '要写入的工作簿', en: 'the workbook to write' },
  'option-fix-rule': { 'zh-CN': '只修正这一项检查找出的问题，包括需要您决定的', en: 'fix what this check found, decisions included' },
  'option-dry-run': { 'zh-CN': '只列出改动，不写文件', en: 'list the changes, write no file' },
  'option-scenario': { 'zh-CN': '主要负责人经费：none 维持现行补贴，principals-instead 统筹替代补贴，principals-plus 补贴加统筹（默认按工作簿，否则 none）', en: 'how the principals are paid: none, principals-instead of the subsidy, principals-plus the subsidy (default: as the workbook says, else none)' },
  'option-sample': { 'zh-CN': '填入源方案的数字和虚构的人员', en: 'with the plan\'s figures and invented people' },
  'option-collect': { 'zh-CN': '生成发给各社区填写的采集表：三张清单，带下拉列表和校验', en: 'a blank workbook for communities to fill in: the three lists with drop-downs and checks' },
  'option-collect-day': { 'zh-CN': '采集表的截至日期（默认：标准年度的12月31日）', en: 'the day that the collecting workbook asks about (default: 31 December of the standard\'s year)' },
  'option-lang': { 'zh-CN': '语言（默认由环境决定，否则为 zh-CN）', en: 'language (default from the environment, else zh-CN)' },
  'option-timeout': { 'zh-CN': '处理时间的上限；多个文件时为每个文件的上限', en: 'how long the work may take; with several files, each of them' },
  'option-help': { 'zh-CN': '显示这份说明', en: 'show this help' },
  'option-version': { 'zh-CN': '显示版本', en: 'show the version' },

  'error-verb': { 'zh-CN': '没有“{verb}”这个命令。可用的命令：{verbs}。', en: 'There is no command "{verb}". Commands: {verbs}.' },
  'error-no-verb': { 'zh-CN': '请写明命令，例如：plancheck check 花名册.xlsx', en: 'Name a command, for example: plancheck check roster.xlsx' },
  'error-option': { 'zh-CN': '没有“{option}”这个选项。plancheck {verb} --help 列出可用的选项。', en: 'There is no option "{option}". plancheck {verb} --help lists the options.' },
  'error-option-value': { 'zh-CN': '选项 {option} 后面要写值。', en: 'The option {option} needs a value.' },
  'error-option-flag': { 'zh-CN': '选项 {option} 不带值。', en: 'The option {option} takes no value.' },
  'error-choice': { 'zh-CN': '{option} 应为下列之一：{choices}；实为“{found}”。', en: '{option} must be one of {choices}; found "{found}".' },
  'error-day': { 'zh-CN': '{option} 应为真实的日期，形如 2023-12-31；实为“{found}”。', en: '{option} must be a real day such as 2023-12-31; found "{found}".' },
  'error-jobs': { 'zh-CN': '--jobs 应为 1 到 64 的整数；实为“{found}”。', en: '--jobs must be a whole number from 1 to 64; found "{found}".' },
  'error-timeout': { 'zh-CN': '--timeout 应为大于 0、不超过 86400 的秒数；实为“{found}”。', en: '--timeout must be seconds, more than 0 and at most 86400; found "{found}".' },
  'error-pipe': { 'zh-CN': '输出没有写完：读取输出的程序已经结束。', en: 'The output is not complete: the program that reads it has ended.' },
  'error-stdout': { 'zh-CN': '输出没有写完（{cause}）。', en: 'The output could not be written in full ({cause}).' },
  'error-no-files': { 'zh-CN': '请写明要核查的文件，例如：plancheck check 花名册.xlsx', en: 'Name the files to check, for example: plancheck check roster.xlsx' },
  'error-no-file-fill': { 'zh-CN': '请写明要填报的工作簿，例如：plancheck fill 社区.xlsx -o 社区-已填.xlsx', en: 'Name the workbook to fill, for example: plancheck fill town.xlsx -o town-filled.xlsx' },
  'error-two-files': { 'zh-CN': '请写明原表和新表，例如：plancheck compare 去年.xlsx 今年.xlsx', en: 'Name the old and the new workbook, for example: plancheck compare last-year.xlsx this-year.xlsx' },
  'error-no-files-merge': { 'zh-CN': '请写明要合并的文件或文件夹，例如：plancheck merge 各社区 -o 汇总.xlsx', en: 'Name the files or the folder to merge, for example: plancheck merge folder -o town.xlsx' },
  'error-community-pages': { 'zh-CN': '--community-pages 只用于 --format html：其他格式不分页；xlsx 的“各社区”表中每个社区占一行。', en: '--community-pages is for --format html alone: no other format has pages; in the xlsx each community has its row in the list of communities.' },
  'error-no-output': { 'zh-CN': '请用 -o 写明要写入的文件。', en: 'Name the file to write with -o.' },
  'error-too-many': { 'zh-CN': '多出的参数：{found}。', en: 'Too many arguments: {found}.' },
  'error-policy': { 'zh-CN': '没有编号为“{id}”的标准，也没有这个文件。可用的标准：{ids}。', en: 'There is no standard with the id "{id}" and no such file. Standards: {ids}.' },
  'error-policy-file': { 'zh-CN': '标准文件 {file} 有误：\n{problems}', en: 'The policy file {file} is not right:\n{problems}' },
  'error-mapping-file': { 'zh-CN': '对照文件 {file} 有误：\n{problems}', en: 'The mapping file {file} is not right:\n{problems}' },
  'error-file': { 'zh-CN': '文件 {file} 不能读取（{cause}）。', en: 'The file {file} cannot be read ({cause}).' },
  'error-no-workbooks': { 'zh-CN': '文件夹 {file} 中没有工作簿。子文件夹中的文件要加 --recursive。', en: 'The folder {file} holds no workbook. Add --recursive for folders in it.' },
  'error-directory': { 'zh-CN': '{file} 是文件夹。请写明其中的文件，例如 {file}/*.xlsx。', en: '{file} is a folder. Name the files in it, for example {file}/*.xlsx.' },
  'error-output-kind': { 'zh-CN': '输出文件须以 {kind} 结尾，否则 Excel 打不开：{file}。', en: 'The output must end in {kind}, or Excel will not open it: {file}.' },
  'error-output-input': { 'zh-CN': '输出文件不能是要读取的文件：{file}。', en: 'The output must not be a file that is read: {file}.' },
  'error-output': { 'zh-CN': '不能写入 {file}（{cause}）。', en: '{file} cannot be written ({cause}).' },
  'error-explain': { 'zh-CN': '没有“{id}”这项核查或指标。可用：{ids}。', en: 'There is no check or target "{id}". Known: {ids}.' },
  'error-policies': { 'zh-CN': '用法：plancheck policies，或 plancheck policies show 编号。', en: 'Usage: plancheck policies, or plancheck policies show ID.' },
  'error-defect': { 'zh-CN': '程序内部出错（{cause}）。工作簿没有改动。请把文件结构（不含个人信息）反馈给我们。', en: 'A defect of the program ({cause}). The workbook is unchanged. Please report the layout of the file, without personal data.' },
  reading: { 'zh-CN': '读取', en: 'reading' },
  written: { 'zh-CN': '已写入 {file}', en: 'written: {file}' },
} as const satisfies Readonly<Record<string, LocalText>>

export type CliWord = keyof typeof words

/** One of the command line's own sentences. */
export function cliSay(key: CliWord, language: Language, params: MessageParams = {}): string {
  return sayText(words[key], params, language)
}

/** All of them, for the test that compares the languages. */
export const cliWords: Readonly<Record<string, LocalText>> = words
