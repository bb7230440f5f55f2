import { messySample } from './sample-messy'
import { perCommunitySample } from './sample-per-community'
import { planSample } from './sample-plan'
import { workbook } from './workbook'
import type { Book } from './workbook'

export { workbook }

/** The workbooks of `samples/`, by file name. */
export const SAMPLES: Readonly<Record<string, Book>> = {
  '计划现状示例.xlsx': planSample,
  '杂乱表示例.xlsx': messySample,
  '一社区一表示例.xlsx': perCommunitySample,
}
