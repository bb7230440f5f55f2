import { maskJson } from '../src/core/mask'
import type { Choices } from './shown'

/** The corrections, answers and acceptances as a mapping file: what the command line's `--mapping` and the workbench read back. Ids of people are masked. */
export function settingsFileText({ mapping, accepted = [] }: Pick<Choices, 'mapping' | 'accepted'>): string {
  return `${maskJson(JSON.stringify({ ...mapping, ...(accepted.length === 0 ? {} : { accepted }) }, null, 2))}\n`
}

/** 社区.xlsx -> 社区.设置.json */
export function settingsFileName(workbook: string, word: string): string {
  return `${workbook.replace(/\.[^.]*$/, '')}.${word}.json`
}
