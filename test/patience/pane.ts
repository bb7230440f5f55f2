import { configure } from '@testing-library/react'

/** Pane: views in jsdom. The time is enough for a machine under ten times the load; what hangs still ends. */
jest.setTimeout(60_000)
configure({ asyncUtilTimeout: 20_000 })
