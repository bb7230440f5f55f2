import type { ParameterId } from '../parameter-id'

/** An input that a person typed somewhere in the workbook, as a formula in the parameter's own unit. */
export interface KnownInput {
  /** Without `=`. */
  readonly formula: string
  readonly cell: string
  readonly sheet: string
  readonly value: number
}

export interface KnownInputs {
  readonly taken: ReadonlyMap<ParameterId, KnownInput>
  /** Inputs that stand in the workbook with different values, none of which goes before the others: nobody chooses in silence. */
  readonly disagreeing: ReadonlyMap<ParameterId, readonly KnownInput[]>
}
