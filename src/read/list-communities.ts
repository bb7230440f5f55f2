import type { Place } from '../core/place'
import type { ReadNotice } from '../core/snapshot'
import { communityName, isCommunityLabel } from '../vocabulary/communities'
import { normalise } from '../vocabulary/normalise'
import type { CommunityIndex } from './communities'
import type { Draft } from './draft'
import { mayHaveSections } from './list-facts'
import type { Told } from './mapping'
import { bareCommunityName, communityInText } from './place-names'
import { sectionWords } from './section-words'
import { hasKey } from './settle-table'

/** The one community of each list that does not name communities row by row: by its title, reporting unit, sheet's name. */
export function decideListCommunities(
  drafts: readonly Draft[],
  known: ReadonlySet<string>,
  perSheet: ReadonlyMap<string, number>,
  told: Told,
  communities: CommunityIndex,
  notices: ReadNotice[],
  fileName: string,
): void {
  const blocks = blockNames(drafts)
  const ofSheets = new Map<string, string>(sheetsOfCommunities(drafts))
  for (const draft of drafts) {
    const { sheet } = draft.settled.found
    const label =
      communityInText(sheet.name) ??
      (known.has(communityName(sheet.name).name) ? normalise(sheet.name) : null) ??
      bareCommunityName(sheet.name)
    if (label !== null) ofSheets.set(sheet.name, label)
  }
  for (const draft of drafts) {
    if (draft.classified.kind === 'other') continue
    const { found } = draft.settled,
      { sheet, header } = found
    const place: Place = { sheet: sheet.name, row: header.top, column: header.left }
    const toldName = told.listCommunity(found)
    const title = draft.heading.titles.map(communityInText).find(name => name !== null) ?? null
    const reporter = draft.heading.reportingUnit === null ? null : communityInText(draft.heading.reportingUnit)
    const byName = ofSheets.get(sheet.name) ?? null
    const sure = byName !== null && (isCommunityLabel(byName) || known.has(communityName(byName).name))
    let label = toldName ?? null
    if (label === null && sure && perSheet.get(sheet.name) === 1) {
      label = byName
      if (title !== null && communities.nameOf(title) !== communities.nameOf(byName) && !hasKey(draft.settled, 'community')) {
        notices.push({ key: 'notice.community-disagrees', params: { sheet: sheet.name, title, used: byName }, sheet: sheet.name })
      }
    }
    label ??= title ?? reporter ?? headerPlace(draft) ?? (sure ? byName : null)
    if (!hasKey(draft.settled, 'community') && !mayHaveSections(draft.settled)) label ??= draft.heading.bareReporter ?? blocks.get(draft) ?? null
    if (label === null && byName !== null && !hasKey(draft.settled, 'community') && draft.classified.kind === 'staff') {
      label = byName
      if (!draft.settled.found.heading.some(cell => String(cell.value).includes(byName)))
        notices.push({ key: 'notice.community-from-sheet-name', params: { sheet: sheet.name, used: byName }, sheet: sheet.name })
    }
    if (label === null && !hasKey(draft.settled, 'community') && !mayHaveSections(draft.settled)) {
      // One file a community is sent in under the community's name.
      const byFile = communityInText(fileName.replace(/\.[A-Za-z]{2,5}$/, ''))
      const [only] = known.size === 1 ? known : []
      const found = byFile ?? only ?? null
      if (found !== null) {
        label = found
        notices.push({
          key: byFile !== null ? 'notice.community-from-file-name' : 'notice.community-only-one',
          params: { sheet: sheet.name, used: found },
          sheet: sheet.name,
        })
      }
    }
    if (label !== null) draft.community = communities.find(label, place)
  }
}

/** 清泉社区 | 姓名 | 性别: the place of the list stands where the first column's word would. */
function headerPlace({ settled }: Draft): string | null {
  if (hasKey(settled, 'community')) return null
  const places = settled.columns.filter(column => column.key === null && isCommunityLabel(normalise(column.header)))
  const [only] = places
  return places.length === 1 && only !== undefined && only.column === settled.found.header.left ? normalise(only.header) : null
}

/**
 * 松涛 alone above one block and 柳荫 above the next, under the same header words: names of communities without their suffix.
 * One such line alone may be anything.
 */
function blockNames(drafts: readonly Draft[]): ReadonlyMap<Draft, string> {
  const named = new Map<Draft, string>()
  const groups = new Map<string, { readonly draft: Draft; readonly name: string | null }[]>()
  for (const draft of drafts) {
    if (draft.classified.kind !== 'staff' && draft.classified.kind !== 'premises') continue
    const { sheet, levels } = draft.settled.found
    const key = `${sheet.name}\n${levels.map(level => level.join('/')).join('|')}`
    const group = groups.get(key) ?? []
    group.push({ draft, name: bareBlockName(draft.heading.titles[0] ?? '') })
    groups.set(key, group)
  }
  for (const group of groups.values()) {
    const names = new Set(group.map(({ name }) => name))
    if (group.length < 2 || names.has(null) || names.size !== group.length) continue
    for (const { draft, name } of group) if (name !== null) named.set(draft, name)
  }
  return named
}

/** 附件1泰山, 泰山花名册: what stands around a place in the names of sheets. */
const AROUND_PLACE = /^(?:附件|附表|表)(?:[\d一二三四五六七八九十]{1,3})?[-—_.、：:]?|[-—_(（]?(?:正式|聘用|在编|编外|聘用制|合同制|劳务派遣)(?:人员|工)?[)）]?$|[-—_]?(?:社区)?(?:工作)?(?:人员)?(?:花名册|名册|名单|情况表|登记表|信息表|统计表|一览表|情况|表)$/g

/**
 * Sheets that are called alike but for a name, each with one list under the same header words: the names are those of communities.
 * One such sheet alone may be called after anything.
 */
function sheetsOfCommunities(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const groups = new Map<string, { readonly sheet: string; readonly name: string | null }[]>()
  for (const draft of drafts) {
    if (draft.classified.kind !== 'staff' && draft.classified.kind !== 'premises') continue
    if (hasKey(draft.settled, 'community')) continue
    const { sheet, levels } = draft.settled.found
    const plain = normalise(sheet.name), core = plain.replace(AROUND_PLACE, '')
    if (core === plain) continue
    const around = plain.replace(core, '').replace(/[\d一二三四五六七八九十]/g, '')
    // 清泉正式, 荷叶正式 beside 清泉聘用, 荷叶聘用 are two groups of the same names.
    const key = `${levels.map(level => level.join('/')).join('|')}\n${around}`
    groups.set(key, [...(groups.get(key) ?? []), { sheet: sheet.name, name: bareBlockName(core) }])
  }
  const named = new Map<string, string>()
  for (const group of groups.values()) {
    const names = new Set(group.map(({ name }) => name))
    if (group.length < 2 || names.has(null) || names.size !== group.length) continue
    for (const { sheet, name } of group) if (name !== null) named.set(sheet, name)
  }
  return named
}

/** A line that could be a community's bare name, and no kind or group of people. */
function bareBlockName(line: string): string | null {
  const name = bareCommunityName(line)
  return name !== null && sectionWords(name, { isKnown: () => false, bare: 'yes' })?.community === name ? name : null
}
