import type { LocalText } from '../core/plan'

/** Many workbooks as one. */
export const merge = {
  'merge.done': { 'zh-CN': '{files} 份工作簿已合并：{people} 人、{premises} 处用房、{communities} 个社区，写入 {out:text}', en: '{files} {files#workbook#workbooks} merged: {people} {people#person#people}, {premises} {premises#place#places}, {communities} {communities#community#communities}, written to {out:text}' },
  'merge.file': { 'zh-CN': '{file:text}：{people} 人、{premises} 处用房；未并入 {notRead} 项', en: '{file:text}: {people} {people#person#people}, {premises} {premises#place#places}; {notRead} {notRead#item#items} not taken over' },
  'merge.not-read': { 'zh-CN': '未并入的 {count} 项逐条列在“{sheet:text}”表，请核对', en: 'The {count} {count#item that was#items that were} not taken over {count#is#are} listed on the sheet “{sheet:text}”' },
  'merge.shared': { 'zh-CN': '“{community:text}”在 {count} 份工作簿中出现，已按同一社区合并：{files}', en: '“{community:text}” occurs in {count} workbooks and was merged as one community: {files}' },
  'merge.struck-out': { 'zh-CN': '整行有删除线，删除线没有并入，请在“人员状态”中写明', en: 'the row is struck through; the line was not taken over: write the status instead' },
  'merge.no-day': { 'zh-CN': '各工作簿的截至日期不同或未写明，合并后的表没有写截至日期；核查时请用 --as-of 指明', en: 'The workbooks state several as-of days or none, so the merged one states none; name it with --as-of when checking' },
} as const satisfies Readonly<Record<string, LocalText>>
