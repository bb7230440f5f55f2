import { cellName, sheetReference } from '../../core/place'
import type { Measured, PremisesRow, Tenure } from '../../core/reading'
import type { Report, UnitReport } from '../../core/report'
import type { Snapshot } from '../../core/snapshot'
import { message } from '../../messages'
import type { Workspace } from '../../formula/workspace'
import type { SourceFigure, Sourced } from './source'

const STATES: Readonly<Record<Tenure, string>> = {
  own: '自有', rented: '租借', borrowed: '租借', shared: '合用', 'in-building': '在建', 'to-be-demolished': '列入拆迁', none: '无用房', unclear: '待核实', blank: '待核实',
}

/** Area, rooms and state of a community: references to the cells with the areas, words for the rest. */
export function premisesFigure(figure: Extract<SourceFigure, 'usable' | 'own' | 'builtOnly' | 'rooms' | 'state'>, unit: UnitReport, sites: readonly PremisesRow[], snapshot: Snapshot, report: Report, workspace: Workspace): Sourced {
  const { premises } = unit
  if (premises === null) return figure === 'state' ? { value: '未填报', why: message('fill.value.state') } : null
  switch (figure) {
    case 'usable':
      return premises.usableArea === null ? null : sumOfCells(sites.filter(site => site.tenure !== 'in-building'), premises.usableArea, snapshot, workspace)
    case 'own': {
      const own =
        premises.ownArea ?? (premises.gapPlanned !== null && premises.gapPlanned > 0 && premises.gapPlanned === standard(report) ? 0 : null)
      return own === null ? null : sumOfCells(sites.filter(isOwn), own, snapshot, workspace)
    }
    case 'builtOnly':
      return { value: premises.usableArea === null && premises.builtArea !== null ? '是' : '否', why: message('fill.value.state') }
    case 'rooms': {
      const states = Object.values(premises.roomStates)
      const absent = states.filter(state => state === 'absent').length, there = states.filter(state => state === 'present' || state === 'shared').length
      return there === 4 ? { value: '齐全', why: message('fill.value.state') } : absent > 0 ? { value: `缺${String(absent)}室`, why: message('fill.value.state') } : null
    }
    case 'state':
      return { value: premises.demolition ? '列入拆迁' : STATES[premises.tenure], why: message('fill.value.state') }
  }
}

function isOwn(site: PremisesRow): boolean {
  return site.tenure !== 'in-building' && site.tenure !== 'rented' && site.tenure !== 'borrowed' && site.tenure !== 'none' && site.tenure !== 'unclear' && site.tenure !== 'to-be-demolished' && site.demolition !== 'yes'
}

function standard(report: Report): number | null {
  return report.overall.judgements.concat(report.communities[0]?.judgements ?? []).find(judgement => judgement.target.id === 'usable-area')?.expected ?? null
}

/** The areas as references, where every one is a number in its cell and they come to the total; else the total with the reason. */
function sumOfCells(sites: readonly PremisesRow[], total: number, snapshot: Snapshot, workspace: Workspace): Sourced {
  const cells: string[] = []
  let plain = true
  for (const site of sites) {
    const measures = [site.usable ?? site.unspecified, site.activity].filter((measured): measured is Measured => measured !== null)
    for (const { place, raw } of measures) {
      if (typeof raw !== 'number') plain = false
      cells.push(`${sheetReference(place.sheet)}!${cellName(place.row, place.column)}`)
    }
  }
  const written = [...new Set(cells)]
  if (plain && written.length > 0 && written.length <= 60) {
    const formula = written.length > 3 ? `SUM(${written.join(',')})` : written.join('+')
    const value = workspace.calculate(`=${formula}`, snapshot.sheets[0]?.name ?? '', 1, 1)
    if (typeof value === 'number' && Math.abs(value - total) < 1e-6) return { formula }
  }
  if (written.length === 0) return { value: total, why: message('fill.value.state'), inputs: [] }
  return { value: total, why: message('fill.value.area'), inputs: written }
}
