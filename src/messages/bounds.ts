import type { LocalText } from '../core/plan'

/** What is refused because it is no file, has no end, or is more work than any real workbook. */
export const bounds = {
  'error.empty-file': { 'zh-CN': '文件 {file:text} 是空的，没有内容可以读取。', en: 'The file {file:text} is empty; there is nothing to read.' },
  'error.input-device': { 'zh-CN': '{file:text} 是设备，不是文件。请写明工作簿文件。', en: '{file:text} is a device and not a file. Name a workbook file.' },
  'error.input-silent': { 'zh-CN': '管道 {file:text} 在 {seconds:count} 秒内没有给出内容，已停止读取。请先把内容存为文件。', en: 'The pipe {file:text} gave nothing for {seconds:count} s, so that reading was stopped. Save its content as a file first.' },
  'error.input-endless': { 'zh-CN': '管道 {file:text} 给出的内容超过 {megabytes:count} MB，已停止读取。请先把内容存为文件。', en: 'The pipe {file:text} gave more than {megabytes:count} MB, so that reading was stopped. Save its content as a file first.' },
  'error.file-too-large': { 'zh-CN': '文件 {file:text} 超过 {megabytes:count} MB，本程序不读取。请拆分后再试。', en: 'The file {file:text} is larger than {megabytes:count} MB and is not read. Split it and try again.' },
  'error.too-much-work': {
    'zh-CN': '“{where:text}”中的{what:text}超过 {limit:count}，远多于真实的工作簿，已停止读取。请删除多余的内容或拆分后再试。',
    en: 'There are more than {limit:count} {what:text} in "{where:text}", far more than in any real workbook, so that reading was stopped. Remove what is superfluous, or split it, and try again.',
  },
  'error.output-kind': { 'zh-CN': '{file:text} 不是普通文件（而是文件夹、设备或管道），没有写入。', en: '{file:text} is no ordinary file (but a folder, a device or a pipe); nothing was written.' },
  'error.output-link': { 'zh-CN': '{file:text} 是别人建立的链接，为安全起见没有写入。', en: '{file:text} is a link that somebody else made; nothing was written, for safety.' },
  'error.timeout': { 'zh-CN': '处理 {file:text} 超过了 --timeout 规定的 {seconds} 秒，已停止。', en: 'Work on {file:text} took longer than the {seconds} s that --timeout allows and was stopped.' },
  'work.cells': { 'zh-CN': '单元格', en: 'cells' },
  'work.far-cells': { 'zh-CN': '第 2,048 列以后的单元格', en: 'cells beyond column 2,048' },
  'work.formulas': { 'zh-CN': '公式', en: 'formulas' },
  'work.merges': { 'zh-CN': '合并单元格', en: 'merged cells' },
  'work.sheets': { 'zh-CN': '工作表', en: 'sheets' },
  'work.text': { 'zh-CN': '一个单元格里的文字', en: 'characters of one cell' },
  'work.nesting': { 'zh-CN': '元素的嵌套层数', en: 'levels of nesting' },
} as const satisfies Readonly<Record<string, LocalText>>
