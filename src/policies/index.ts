import type { Policy } from '../core/plan'
import jiangyan from './jiangyan-2023.json'

/** What a JSON import has: the compiler widens its literals, so a test holds every shipped file against the schema instead. */
type Shipped = { readonly default: object }

const shipped: Readonly<Record<string, () => Promise<Shipped>>> = {
  'jiangyan-2023': () => import('./jiangyan-2023.json'),
  'national-14th-five-year': () => import('./national-14th-five-year.json'),
  'gansu-longnan-2022': () => import('./gansu-longnan-2022.json'),
  'xinjiang-changji-2023': () => import('./xinjiang-changji-2023.json'),
  'shandong-2017': () => import('./shandong-2017.json'),
  'taiyuan-2020': () => import('./taiyuan-2020.json'),
  'henan-2022': () => import('./henan-2022.json'),
  'beijing-2020': () => import('./beijing-2020.json'),
  'complete-community-2022': () => import('./complete-community-2022.json'),
  'embedded-facilities-guide': () => import('./embedded-facilities-guide.json'),
  'hubei-14th-five-year': () => import('./hubei-14th-five-year.json'),
}

/** Ids of the standards that come with the program, the default one first. */
export const policyIds: readonly string[] = Object.keys(shipped)

/** The source plan: what is checked when nobody says otherwise. */
export const defaultPolicy = jiangyan as object as Policy

/** A shipped standard; `null` when there is none of that id. */
export async function loadPolicy(id: string): Promise<Policy | null> {
  if (id === defaultPolicy.id) return defaultPolicy
  const load = Object.hasOwn(shipped, id) ? shipped[id] : undefined
  return load === undefined ? null : ((await load()).default as Policy)
}

/** Every shipped standard, in the order of `policyIds`. */
export async function loadPolicies(): Promise<Policy[]> {
  const all = await Promise.all(policyIds.map(id => loadPolicy(id)))
  return all.filter(policy => policy !== null)
}

/** True when some value of the standard was never compared with its document: shown as 未核实. */
export function hasUnverified(policy: Policy): boolean {
  return policy.targets.some(target => target.history.some(value => !value.citation.verified))
}
