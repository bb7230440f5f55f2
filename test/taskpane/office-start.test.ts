import { act, renderHook } from '@testing-library/react'
import { openExcel, whenOfficeComes } from '../../taskpane/excel'
import { useDark } from '../../taskpane/theme'

describe('a script of Office that does not come', () => {
  beforeEach(() => {
    jest.useFakeTimers()
    document.body.innerHTML = '<script id="office-js"></script>'
  })
  afterEach(() => { jest.useRealTimers() })

  test('a network that answers nothing is told within three seconds', async () => {
    const opening = openExcel(() => undefined)
    await jest.advanceTimersByTimeAsync(3000)
    await expect(opening).resolves.toEqual({ code: 'office-missing', params: {} })
  })

  test('a network that refuses is told at once', async () => {
    const opening = openExcel(() => undefined)
    document.getElementById('office-js')?.dispatchEvent(new Event('error'))
    await expect(opening).resolves.toEqual({ code: 'office-missing', params: {} })
  })

  test('one that was only slow starts the pane after all, once', () => {
    let started = 0
    whenOfficeComes(() => { started++ })
    document.getElementById('office-js')?.dispatchEvent(new Event('load'))
    document.getElementById('office-js')?.dispatchEvent(new Event('load'))
    expect(started).toBe(1)
  })
})

test.each(['focus', 'pointerover'])('the theme follows Excel while the pane is open: asked anew at %s', event => {
  let dark = false
  const { result, unmount } = renderHook(() => useDark(() => dark))
  expect(result.current).toBe(false)
  dark = true
  act(() => { dispatchEvent(new Event(event)) })
  expect(result.current).toBe(true)
  dark = false
  act(() => { document.dispatchEvent(new Event('visibilitychange')) })
  expect(result.current).toBe(false)
  unmount()
})
