export type { Mark } from './marks'
