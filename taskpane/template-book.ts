import type { Policy } from '../src/core/plan'
import { newWorkbookBytes } from '../src/hosts/xlsx'
import { collectChanges, templateChanges } from '../src/template'

/** `plan`: a blank workbook in the canonical layout, budget sheets included; `collect`: the three lists that a community fills in, with drop-downs. */
export type TemplateKind = 'plan' | 'collect'

/** The same workbooks that the command line's `template` makes. */
export async function templateBook(kind: TemplateKind, policy: Policy): Promise<Uint8Array<ArrayBuffer>> {
  const changes = kind === 'collect' ? collectChanges(`${String(policy.year)}-12-31`) : templateChanges(policy)
  return (await newWorkbookBytes(changes)) as Uint8Array<ArrayBuffer>
}
