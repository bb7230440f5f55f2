import { defaultPolicy } from '../../src/policies'

export const policies = { plan: defaultPolicy }
