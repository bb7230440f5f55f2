import { message } from '../../messages'
import { listsCommunities } from '../facts'
import { open } from '../figure'
import type { Figure } from '../figure'

/** 示范社区数: communities marked as model ones. */
export const modelCommunities: Figure = {
  id: 'model-communities', from: 'communities', columns: [['model']], whole: 'pooled',
  take: unit => {
    const { yes, no, open: blank } = unit.model
    if (yes + no === 0) return open(message('open.no-model-column'))
    if (!listsCommunities(unit.facts.reading)) return open(message('open.not-the-whole', { count: yes + no + blank }))
    const range = { low: yes, high: yes + blank }
    return { value: yes, ...range, open: message('open.model-blank', { count: blank }), ...(blank > 0 ? { range } : {}) }
  },
}
