import type { Figure } from '../figure'
import { headcount } from '../headcount'

/** 工作人员总数: formal and contracted people together. */
export const staffCount: Figure = { id: 'staff-count', from: 'people', columns: [['employment'], ['name']], whole: 'each', rests: 'counted', take: unit => headcount(unit, 'counted') }
