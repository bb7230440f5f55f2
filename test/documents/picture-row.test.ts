import { element } from '../../src/pictures'
import type { Picture } from '../../src/pictures'
import { placed } from '../../src/render/documents/picture-row'

const picture = (title: string, height: number): Picture => ({ kind: 'usable-area', title, drawing: element('svg', { height }), note: null, table: { header: [], rows: [] } })
const [low, high, tall] = [picture('low', 100), picture('high', 300), picture('tall', 560)]
const added = [picture('一', 150), picture('二', 150)]

test.each<[string, readonly (readonly (readonly Picture[])[])[], readonly (readonly (readonly string[])[])[]]>([
  ['under the shortest column that has room', [[[high], [low], [tall]]], [[['high'], ['low', '一', '二'], ['tall']]]],
  ['under one, then under the other', [[[low], [picture('lower', 90)], [tall]]], [[['low', '二'], ['lower', '一'], ['tall']]]],
  ['beside two', [[[low], [high]]], [[['low', '二'], ['high'], ['一']]]],
  ['in a row of their own where no column has room', [[[tall], [tall], [tall]]], [[['tall'], ['tall'], ['tall']], [['一'], ['二']]]],
  ['in the last of two rows', [[[tall], [tall], [tall]], [[low]]], [[['tall'], ['tall'], ['tall']], [['low'], ['一'], ['二']]]],
  ['alone', [[]], [[['一'], ['二']]]],
])('two more pictures stand %s', (_name, rows, wanted) => {
  expect(placed(rows, added).map(row => row.map(column => column.map(({ title }) => title)))).toEqual(wanted)
})
