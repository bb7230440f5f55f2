import type { OwnColumn } from './own-table'

/** 审定数, 批复数, 核定金额: money that another office decides. It is never filled, and no whole that other money is reckoned from. */
export function isDecided({ levels, header, meaning }: OwnColumn): boolean {
  return (meaning.measure === 'amount' || meaning.measure === null) && /控制|审核|审定|审批|核定|核准|核减|批复|批准|下达|评审/.test(levels.at(-1) ?? header)
}
