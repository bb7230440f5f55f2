export type { Mark } from './marks'
export type { ResultsTable } from './results-sheet'
