import type { Facts } from '../../src/judge/facts'
import { QuestionList, ROOM } from '../../src/judge/sensitivity/question-list'
import type { Question } from '../../src/judge/sensitivity/question-list'

const CELL: Question = { kind: 'education', place: { sheet: '花名册', row: 3, column: 5 }, community: 0, assumed: 'no', answers: ['no', 'yes'] }

/** So many more open cells, each with a key of its own; how many are listed then, and how many are only counted. */
function added(list: QuestionList, name: string, count: number, room?: number): readonly [listed: number, counted: number] {
  for (let at = 0; at < count; at++) list.add(`${name} ${String(at)}`, CELL, room)
  return [list.size, list.more]
}

test('open cells are listed up to their room, and counted beyond it', () => {
  const list = new QuestionList({} as Facts, [])
  expect(added(list, 'read', 9_999)).toEqual([9_999, 0])
  expect(added(list, 'last', 1)).toEqual([10_000, 0])
  expect(added(list, 'beyond', 2)).toEqual([10_000, 2])
  // What a turn names finds room that others do not.
  expect(added(list, 'community', 30_001, ROOM.community)).toEqual([40_000, 3])
  expect(added(list, 'whole', 10_001, ROOM.whole)).toEqual([50_000, 4])
  // What is listed already is no new cell, however full the list is.
  expect(added(list, 'read', 5)).toEqual([50_000, 4])
})
