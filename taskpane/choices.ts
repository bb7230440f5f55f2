import { maskJson } from '../src/core/mask-json'
import type { Choices } from './shown'

/** The corrections, answers, acceptances and own numbers as a mapping file: what the command line's `--mapping` and the workbench read back. Ids of people are masked. */
export function settingsFileText({ mapping, accepted = [], numbers = [] }: Pick<Choices, 'mapping' | 'accepted' | 'numbers'>): string {
  const settings = { ...mapping, ...(accepted.length === 0 ? {} : { accepted }), ...(numbers.length === 0 ? {} : { numbers }) }
  return `${maskJson(JSON.stringify(settings, null, 2))}\n`
}

/** 社区.xlsx -> 社区.设置.json */
export function settingsFileName(workbook: string, word: string): string {
  return `${workbook.replace(/\.[^.]*$/, '')}.${word}.json`
}
