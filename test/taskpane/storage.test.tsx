import { fireEvent, render, screen } from '@testing-library/react'
import { browserSettings } from '../../taskpane/browser-settings'
import { browserStorage } from '../../taskpane/storage'
import { RootGuard } from '../../taskpane/views/root-guard'

const forbidden = (): never => { throw new DOMException('The operation is insecure.', 'SecurityError') }

test.each([
  ['forbidden to name', browserStorage(forbidden)],
  ['forbidden to use', browserStorage(() => ({ getItem: forbidden, setItem: forbidden }))],
  ['missing', browserStorage(() => undefined as unknown as Storage)],
])('storage that is %s keeps for the visit, and stops nothing', (_what, storage) => {
  expect(storage.getItem('a')).toBeNull()
  storage.setItem('a', '1')
  expect(storage.getItem('a')).toBe('1')
  const settings = browserSettings(storage, 'en')
  settings.keepLanguage('zh-CN')
  expect(browserSettings(storage, 'en').language).toBe('zh-CN')
})

test('what is kept is there at the next visit', () => {
  browserStorage().setItem('plancheck.test', 'x')
  expect(browserStorage().getItem('plancheck.test')).toBe('x')
})

test('a page that cannot be drawn says so, and offers to load again', () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const Fails = (): never => { throw new Error('no') }
  render(<RootGuard><Fails /></RootGuard>)
  expect(screen.getByRole('alert').textContent).toMatch(/工作簿没有改动.*The workbook is unchanged/s)
  fireEvent.focus(screen.getByRole('button', { name: /重新载入/ }))
  jest.restoreAllMocks()
})
