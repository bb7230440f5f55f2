import { message } from '../../messages'
import { open } from '../figure'
import type { Figure } from '../figure'

/** A target that a staff and premises workbook cannot show: listed, so that nobody takes its absence for a pass. */
export const notRecorded: Figure = { id: 'not-recorded', from: 'nothing', columns: [], whole: 'pooled', take: () => open(message('open.not-recorded')) }
