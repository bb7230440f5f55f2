import { modulesOf } from './modules'
import type { Module } from './modules'

const program = modulesOf(['src', 'taskpane'])
const byFile = new Map(program.map(each => [each.file, each]))

/** What each floor stands on, itself apart. The picture in CONTRIBUTING.md says the same. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  messages: ['core'],
  vocabulary: ['core'],
  policies: ['core', 'messages'],
  formula: ['core'],
  pictures: ['core', 'messages'],
  'hosts/memory': ['core'],
  'hosts/office': ['core'],
  'hosts/xlsx': ['core'],
  totals: ['core', 'vocabulary'],
  read: ['core', 'messages', 'vocabulary'],
  judge: ['core', 'messages'],
  rules: ['core', 'messages', 'formula', 'judge', 'totals'],
  budgets: ['core', 'messages', 'vocabulary', 'formula'],
  render: ['core', 'messages', 'pictures'],
  verbs: ['core', 'messages', 'vocabulary', 'formula', 'read', 'judge', 'rules', 'budgets'],
  cli: ['core', 'messages', 'formula', 'policies', 'judge', 'rules', 'render', 'hosts/xlsx', 'verbs'],
}

function floorOf(file: string): string {
  const [top = '', folder = '', part = ''] = file.split('/')
  return top === 'taskpane' ? top : part === '' ? 'verbs' : folder === 'hosts' ? `hosts/${part}` : folder
}

test.each(Object.entries(FLOORS))('%s stands on %j alone', (floor, below) => {
  const above = program.filter(({ file }) => floorOf(file) === floor).flatMap(({ file, imports }) =>
    imports.filter(each => ![floor, ...below].includes(floorOf(each.file))).map(each => `${file} -> ${each.file}`))
  expect(above).toEqual([])
})

test('every floor is in the list, and nothing but the pane stands on the pane', () => {
  expect([...new Set(program.map(({ file }) => floorOf(file)))].sort()).toEqual([...Object.keys(FLOORS), 'taskpane'].sort())
})

test('no imports run in a circle, types among them', () => {
  const done = new Set<string>(), circles: string[] = []
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file) || way.includes(file)) return
    for (const each of byFile.get(file)?.imports ?? []) if (!each.late) visit(each.file, [...way, file])
    done.add(file)
  }
  for (const { file } of program) visit(file, [])
  expect(circles).toEqual([])
})

test('nothing is exported that no other file takes', () => {
  const taken = new Map<string, Set<string>>()
  const add = ({ imports }: Module): void => {
    for (const { file, names } of imports) for (const name of names) taken.set(file, (taken.get(file) ?? new Set()).add(name))
  }
  for (const each of [...program, ...modulesOf(['test'])]) add(each)
  // The one-file page is built with it in the place of its namesake.
  for (const { file } of program) if (/-inline\.tsx?$/.test(file)) taken.set(file, new Set(['*']))
  const dead = program.flatMap(({ file, exports }) => {
    const names = taken.get(file) ?? new Set()
    return names.has('*') ? [] : exports.filter(each => !each.isTypeUsedHere && !each.names.some(name => names.has(name))).map(each => `${file} ${each.names.join(' ')}`)
  })
  expect(dead).toEqual([])
})

test('files end before 300 lines', () => {
  expect(program.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file} ${String(lines)}`)).toEqual([])
})
