import { intersection } from './address'
import { refuseLocked } from './cells'
import type { Cells } from './cells'
import type { EmulatedClass, Json } from './node'

export const dataValidation: EmulatedClass<Cells> = {
  type: 'DataValidation',
  scalars: {
    Rule: {
      get: ({ sheet, area }) => (sheet.validations.find(each => intersection(each.area, area) !== null)?.rule ?? {}) as Json,
      set: ({ sheet, area }, rule) => {
        refuseLocked({ sheet, area }, 'DataValidation.rule')
        sheet.validations.push({ area, rule })
      },
    },
    ErrorAlert: { get: () => ({}), set: () => undefined },
    Prompt: { get: () => ({}), set: () => undefined },
    IgnoreBlanks: { get: () => true, set: () => undefined },
  },
  methods: {
    Clear: { writes: true, does: ({ sheet, area }) => {
      for (const each of sheet.validations.filter(one => intersection(one.area, area) !== null))
        sheet.validations.splice(sheet.validations.indexOf(each), 1)
      return undefined
    } },
  },
}
