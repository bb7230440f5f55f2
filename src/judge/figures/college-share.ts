import { EDUCATION_KEYS } from '../../core/columns'
import { collegeAnswer } from '../person-facts'
import type { Figure } from '../figure'
import { shareOfStaff } from '../share-of-staff'

/** 大专以上比例: formal and contracted people together, the highest diploma obtained, in-service study included unless the policy says full-time only. */
export const collegeShare: Figure = {
  id: 'college-share', from: 'people', columns: [EDUCATION_KEYS, ['name']], whole: 'pooled', rests: 'college',
  take: unit => shareOfStaff(unit, unit.headcount.college, unit.headcount.collegeBlank, unit.swing?.college),
  lacks: (person, unit) => collegeAnswer(person, unit.facts.settings) !== 'yes',
}
