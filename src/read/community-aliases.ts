import { communityName } from '../vocabulary/communities'
import { normalise } from '../vocabulary/normalise'
import type { CommunityIndex } from './communities'
import type { Draft } from './draft'
import { rowOf } from './grid'
import { columnOf } from './settle-table'

/** A column of other names in a list of communities. */
const HEADER = /^(?:社区|居委会)?(?:的)?(?:别名|别称|又名|又称|曾用名|曾用名称|原名|原名称|原社区名|原社区名称|旧称|旧名|简称|俗称|其他名称|其它名称)$/
const MOST_NAMES = 6

/**
 * What the workbook's own list of communities gives as their other names (别名, 曾用名): a roster may use either.
 * A word that would name two communities, or that is itself on the list, says nothing.
 */
export function learnAliases(drafts: readonly Draft[], communities: CommunityIndex): void {
  const meant = new Map<string, string | null>()
  const listed = new Set<string>()
  for (const { classified, settled } of drafts) {
    if (classified.kind !== 'community') continue
    const { found } = settled,
      community = columnOf(settled, 'community')
    const others = settled.columns.filter(column => column.column !== community?.column && HEADER.test(normalise(column.header.split(' / ').at(-1) ?? '')))
    if (community === undefined) continue
    for (let row = found.first; row <= found.last; row++) {
      const cells = rowOf(found.sheet, row),
        label = cells[community.column - 1]
      if (typeof label !== 'string' || label.trim() === '') continue
      const { name } = communityName(label)
      listed.add(name)
      for (const { column } of others) {
        const value = cells[column - 1]
        if (typeof value !== 'string' || value.trim() === '') continue
        for (const part of value.split(/[;；、,，/\n]/).slice(0, MOST_NAMES)) {
          const alias = communityName(part).name
          if (!/^[\u4e00-\u9fff\d]{2,12}$/.test(alias) || alias === name || alias === '暂无') continue
          const before = meant.get(alias)
          meant.set(alias, before === undefined || before === name ? name : null)
        }
      }
    }
  }
  for (const [alias, name] of meant) if (name !== null && !listed.has(alias)) communities.learn(alias, name)
}
