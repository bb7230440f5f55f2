import { areaCells } from '../core/area'
import { wholeGap } from '../core/gap'
import type { Language } from '../core/message'
import { seenOf } from '../core/plan'
import type { Verdict } from '../core/verdict'
import type { Judgement, PremisesFigures, Report, UnitReport } from '../core/report'
import { say } from '../messages'

/** The whole tells every judgement in full; a community's misses are among the findings, so there stands only what they do not say. */
export function overallJson(report: Report, language: Language): object {
  const { overall } = report
  const { name: _name, label: _label, assumptions: _assumptions, ranges: _ranges, ...figures } = communityJson(overall, language)
  return {
    communities: report.communities.length,
    ...figures,
    judgements: overall.judgements.map(each => ({ ...judgementJson(each, language), gap: wholeGap(report, each) })),
  }
}

/** One community. Written out field by field: there are tens of thousands, and objects put together from parts cost ten times as much. */
export function communityJson({ name, label, headcount: heads, premises, judgements }: UnitReport, language: Language) {
  const { counted, college, partyLeague } = heads
  const { usableArea, builtArea, ownArea, plannedArea, rooms, roomStates, tenure } = premises ?? NO_PREMISES
  const { demolition, gapNow, gapPlanned, gapWhenBuilt, sites } = premises ?? NO_PREMISES
  const verdicts: Record<string, Verdict> = {}
  for (const judgement of judgements) verdicts[judgement.target.id] = judgement.verdict
  const { assumptions, ranges } = openJson(judgements, language)
  return {
    name,
    label,
    formal: heads.formal,
    contracted: heads.contracted,
    undecided: heads.undecided,
    unknownKind: heads.unknown,
    counted,
    vacant: heads.vacant,
    left: heads.left,
    college,
    collegeShare: counted === 0 ? null : college / counted,
    collegeBlank: heads.collegeBlank,
    averageAge: heads.averageAge,
    ageBlank: heads.ageBlank,
    partyLeague,
    partyLeagueShare: counted === 0 ? null : partyLeague / counted,
    partyLeagueBlank: heads.partyLeagueBlank,
    usableArea,
    builtArea,
    ownArea,
    plannedArea,
    rooms,
    roomStates,
    tenure,
    demolition,
    gapNow,
    gapPlanned,
    gapWhenBuilt,
    sites,
    verdicts,
    assumptions,
    ranges,
  }
}

const NO_PREMISES: { readonly [Key in keyof PremisesFigures]: PremisesFigures[Key] | null } = {
  usableArea: null, builtArea: null, ownArea: null, plannedArea: null, rooms: null, roomStates: null, tenure: null, demolition: null,
  gapNow: null, gapPlanned: null, gapWhenBuilt: null, sites: 0,
}

/** What is assumed and what blanks could still change, by target; left out where nothing is. */
function openJson(
  judgements: UnitReport['judgements'],
  language: Language,
): { readonly assumptions: object; readonly ranges: object } {
  const assumptions: Record<string, string[]> = {}, ranges: Record<string, object> = {}
  for (const { target, remarks, range } of judgements) {
    if (remarks.length > 0) assumptions[target.id] = remarks.map(remark => say(remark, language))
    if (range !== null) ranges[target.id] = range
  }
  return { assumptions, ranges }
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
