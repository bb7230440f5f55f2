import { sampleFiles } from './sample-files'
import type { SampleFile } from './sample-files'

/** The plan's own situation first: it is what a newcomer should see. */
const FIRST = '计划现状示例'

/** The sample workbooks, carried in the program itself: opening one needs no connection. */
export const samples: readonly SampleFile[] = [...sampleFiles].sort((a, b) => Number(b.name === FIRST) - Number(a.name === FIRST))
