import type { Figure } from '../figure'
import { shareOfStaff } from '../share-of-staff'

/** 党团员比例: Party members, probationary members and League members, each person once. */
export const partyLeagueShare: Figure = {
  id: 'party-league-share', from: 'people', columns: [['politics'], ['name']], whole: 'pooled', rests: 'party',
  take: unit => shareOfStaff(unit, unit.headcount.partyLeague, unit.headcount.partyLeagueBlank, unit.swing?.partyLeague),
  lacks: person => person.partyOrLeague !== 'yes',
}
