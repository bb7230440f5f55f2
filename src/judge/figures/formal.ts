import type { Figure } from '../figure'
import { headcount } from '../headcount'

/** 正式人员: people in post whose kind is formal. */
export const formal: Figure = { id: 'formal', from: 'people', columns: [['employment'], ['name']], whole: 'each', rests: 'formal', take: unit => headcount(unit, 'formal') }
