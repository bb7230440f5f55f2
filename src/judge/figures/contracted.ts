import type { Figure } from '../figure'
import { headcount } from '../headcount'

/** 聘用人员: people in post who are contracted, temporary or dispatched. */
export const contracted: Figure = { id: 'contracted', from: 'people', columns: [['employment'], ['name']], whole: 'each', rests: 'contracted', take: unit => headcount(unit, 'contracted') }
