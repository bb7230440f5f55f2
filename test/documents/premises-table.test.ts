import { markup } from '../../src/pictures'
import { premisesTable } from '../../src/render/documents/premises-table'
import { speechIn } from '../../src/render/documents/words'
import type { SiteGiven } from '../checks/readings'
import { reportOf } from '../render/reports'

function rowsOf(sites: readonly SiteGiven[], language: 'zh-CN' | 'en' = 'zh-CN'): readonly string[] {
  const html = premisesTable(reportOf({ sites }), speechIn(language)).map(child => (typeof child === 'object' && child !== null && 'tag' in child ? markup(child) : '')).join('')
  return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(row => [...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(cell => cell[1]).join('|'))
}

test('today and the plan period stand side by side, and what nobody knows says so', () => {
  expect(rowsOf([
    { in: '河东', usable: 220, tenure: 'rented' }, { in: '河东', usable: 180, tenure: 'in-building' }, { in: '河西', built: 300 }, { in: '荷叶', usable: 260, tenure: 'own' },
  ])).toEqual(expect.arrayContaining([
    '社区|现有使用面积|现在缺口|其中自有且保留|规划缺口|含在建的规划期面积|建成后缺口',
    '河东社区|220|0|0|200|180|20', '河西社区|待核实|待核实|待核实|待核实|待核实|待核实', '荷叶社区|260|0|260|0|260|0',
  ]))
  expect(rowsOf([{ in: '河东', usable: 60 }], 'en')[0]).toBe('Community|Usable today|Short today|Own and staying|Short in the plan period|With what is in building|Short when built')
})

test('a workbook without premises has no such table', () => { expect(rowsOf([])).toEqual([]) })
