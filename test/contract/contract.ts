import type { Workbook } from '../../src/core/workbook'
import { describeReading } from './reading'
import type { SheetSpec, WorkbookSpec } from './workbook-spec'
import { describeWriting } from './writing'

export { shown } from './shown'

export interface HostTraits {
  /** Does the host tell merged areas? A host may leave them out. */
  readonly merges?: boolean
  /** Does the host know which cells an array formula fills? */
  readonly arrays?: boolean
  /** Can the host tell the 1904 date system? */
  readonly dates1904?: boolean
  /** Does the host report chart sheets? */
  readonly chartsheets?: boolean
}

/** A host with what it can tell, and a way to make a fresh workbook of it. */
export interface ContractHost extends Required<HostTraits> {
  readonly open: (spec: WorkbookSpec | SheetSpec) => Promise<Workbook>
}

/**
 * What every host must do alike (the contract of the port). Run it with a factory that makes a fresh workbook out of a spec.
 * @param traits what the host cannot tell; everything is expected when left out
 */
export function describeHostContract(name: string, makeWorkbook: (spec: WorkbookSpec) => Promise<Workbook>, traits: HostTraits = {}): void {
  const { merges = true, arrays = true, dates1904 = true, chartsheets = true } = traits
  const open: ContractHost['open'] = spec => makeWorkbook('sheets' in spec ? spec : { sheets: [spec] })
  describe(`host contract: ${name}`, () => {
    const host = { open, merges, arrays, dates1904, chartsheets }
    describeReading(host)
    describeWriting(host)
  })
}
