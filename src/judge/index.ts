export { judge } from './judge'
export type { Judged } from './judge'
export { figureIds, figures } from './figures'
