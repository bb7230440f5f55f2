/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { loadChoices, saveChoices } from '../../src/hosts/office/choices'
import { newId } from '../excel-host/book'
import { loadOffice, open } from './client'

beforeAll(() => loadOffice())

describe('choices in the workbook', () => {
  test('come back, change, and go', async () => {
    const { book, run } = open({ 表: [[1]] })
    expect(await loadChoices(run)).toBeNull()
    await saveChoices(run, { policy: 'jiangyan-2023', words: { '<网格员> & "专职"': 'contracted' } })
    expect(await loadChoices(run)).toEqual({ policy: 'jiangyan-2023', words: { '<网格员> & "专职"': 'contracted' } })
    await saveChoices(run, { policy: 'taiyuan-2020' })
    expect([await loadChoices(run), book.xmlParts.length]).toEqual([{ policy: 'taiyuan-2020' }, 1])
    await saveChoices(run, null)
    expect(book.xmlParts).toEqual([])
  })

  test('loading writes nothing, and saving the same again writes nothing', async () => {
    const { excel, run } = open({ 表: [[1]] })
    await saveChoices(run, { a: 1 })
    excel.forgetWire()
    await loadChoices(run)
    await saveChoices(run, { a: 1 })
    expect(excel.wire.writes).toEqual([])
  })

  test('a full id does not get in', async () => {
    const { book, run } = open({ 表: [[1]] })
    await saveChoices(run, { reason: '张三 990101199001010012 已核；旧证 990101900101001' })
    expect(book.xmlParts[0]?.xml).toContain('990***********0012')
    expect(book.xmlParts[0]?.xml).not.toMatch(/\d{15}/)
  })

  test('a part that somebody broke by hand is as none', async () => {
    const { book, run } = open({ 表: [[1]] })
    book.xmlParts.push({ id: newId(), xml: '<choices xmlns="urn:plancheck:choices:1">{oops</choices>' })
    expect(await loadChoices(run)).toBeNull()
  })
})
