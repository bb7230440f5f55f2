import { areaCells } from '../core/area'
import { wholeGap } from '../core/gap'
import type { Language } from '../core/message'
import { seenOf } from '../core/plan'
import type { Headcount, Judgement, PremisesFigures, Report, UnitReport, Verdict } from '../core/report'
import { say } from '../messages'

/** Figures and verdicts of a community, or of the whole. */
export function unitJson(unit: UnitReport, report: Report, language: Language): object {
  const verdicts: Record<string, Verdict> = {}
  for (const judgement of unit.judgements) verdicts[judgement.target.id] = judgement.verdict
  const figures = { ...staffJson(unit.headcount), ...premisesJson(unit.premises), verdicts }
  // The whole tells every judgement in full; a community's misses are among the findings, so here stands only what they do not say.
  return unit.community < 0
    ? { ...figures, judgements: unit.judgements.map(each => ({ ...judgementJson(each, language), gap: wholeGap(report, each) })) }
    : { ...figures, ...openJson(unit, language) }
}

/** What is assumed and what blanks could still change, by target; left out where nothing is. */
function openJson(unit: UnitReport, language: Language): object {
  const assumptions: Record<string, string[]> = {}, ranges: Record<string, object> = {}
  for (const { target, remarks, range } of unit.judgements) {
    if (remarks.length > 0) assumptions[target.id] = remarks.map(remark => say(remark, language))
    if (range !== null) ranges[target.id] = range
  }
  return { assumptions, ranges }
}

function staffJson(heads: Headcount): object {
  const share = (part: number): number | null => (heads.counted === 0 ? null : part / heads.counted)
  return {
    formal: heads.formal,
    contracted: heads.contracted,
    undecided: heads.undecided,
    unknownKind: heads.unknown,
    counted: heads.counted,
    vacant: heads.vacant,
    left: heads.left,
    college: heads.college,
    collegeShare: share(heads.college),
    collegeBlank: heads.collegeBlank,
    averageAge: heads.averageAge,
    ageBlank: heads.ageBlank,
    partyLeague: heads.partyLeague,
    partyLeagueShare: share(heads.partyLeague),
    partyLeagueBlank: heads.partyLeagueBlank,
  }
}

function premisesJson(premises: PremisesFigures | null): object {
  if (premises === null)
    return {
      usableArea: null,
      builtArea: null,
      ownArea: null,
      rooms: null,
      roomStates: null,
      tenure: null,
      demolition: null,
      gapNow: null,
      gapPlanned: null,
      sites: 0,
    }
  const { usableArea, builtArea, ownArea, rooms, roomStates, tenure, demolition, gapNow, gapPlanned, sites } = premises
  return { usableArea, builtArea, ownArea, rooms, roomStates, tenure, demolition, gapNow, gapPlanned, sites }
}

function judgementJson(judgement: Judgement, language: Language): object {
  const { target, verdict, actual, expected, difference, range, parts: fraction, citation, cells } = judgement
  return {
    target: target.id,
    verdict,
    actual,
    expected,
    difference,
    range,
    parts: fraction,
    text: say(judgement.arithmetic, language),
    assumptions: judgement.remarks.map(remark => say(remark, language)),
    cells: cells.map(area => ({ sheet: area.sheet, cells: areaCells(area) })),
    lacking: judgement.lacking.length,
    verified: citation?.verified ?? null,
    seen: citation === null ? null : seenOf(citation),
  }
}
