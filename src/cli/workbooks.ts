import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** What an operand may be beside a file: every file of a folder with one of these endings is a workbook, or says why it cannot be read. */
const ENDINGS = /\.(?:xlsx|xlsm|xltx|xltm|xls|xlsb|et|ods|csv|tsv)$/i

export interface Workbooks {
  readonly files: readonly string[]
  /** A folder or a pattern was named: there may be any number of files, one included. */
  readonly many: boolean
}

/**
 * The workbooks that the operands name: a file as it is, a folder's workbooks in the order of their names, a pattern's files (`*`, `?`, `**` for folders in folders).
 * Lock files (`~$…`) and hidden ones are left out. What names nothing, an empty folder too, stays as it is and has its entry of what is wrong.
 */
export async function workbooksOf(operands: readonly string[], recursive: boolean): Promise<Workbooks> {
  const files: string[] = [], known = new Set<string>()
  let many = false
  const add = (path: string): void => {
    const key = resolve(path)
    if (!known.has(key)) files.push(path)
    known.add(key)
  }
  for (const operand of operands) {
    const found = await stat(operand).catch(() => null)
    if (found?.isDirectory() === true) {
      many = true
      const inside = await workbooksIn(operand, recursive)
      if (inside.length === 0) files.push(operand)
      inside.forEach(add)
    } else if (found === null && /[*?]/.test(operand)) {
      const matched = await matching(operand)
      many ||= matched.length > 0
      if (matched.length === 0) files.push(operand)
      else matched.forEach(add)
    } else {
      known.add(resolve(operand))
      files.push(operand)
    }
  }
  return { files, many }
}

async function workbooksIn(folder: string, recursive: boolean): Promise<string[]> {
  const found: string[] = [], seen = new Set<string>()
  const walk = async (at: string): Promise<void> => {
    const real = await realpath(at).catch(() => at)
    if (seen.has(real)) return
    seen.add(real)
    for (const { name, isFolder } of await entriesOf(at)) {
      if (!isFolder && ENDINGS.test(name)) found.push(join(at, name))
      else if (isFolder && recursive) await walk(join(at, name))
    }
  }
  await walk(folder)
  return found
}

/** Names in a folder, sorted, hidden ones and lock files left out; links are followed. */
async function entriesOf(folder: string): Promise<{ readonly name: string; readonly isFolder: boolean; readonly isLink: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const shown = entries.filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: { name: string; isFolder: boolean; isLink: boolean }[] = []
  for (const entry of shown)
    found.push({
      name: entry.name,
      isLink: entry.isSymbolicLink(),
      isFolder: entry.isSymbolicLink()
        ? (await stat(join(folder, entry.name)).catch(() => null))?.isDirectory() === true
        : entry.isDirectory(),
    })
  return found
}

/** Files that a pattern names, folder by folder. */
async function matching(pattern: string): Promise<string[]> {
  const segments = pattern.split('/'), found: string[] = []
  const walk = async (at: string, index: number): Promise<void> => {
    const segment = segments[index]
    if (segment === undefined) return
    const isLast = index === segments.length - 1
    if (!/[*?]/.test(segment)) {
      const next = index === 0 && segment === '' ? '/' : join(at, segment)
      if (!isLast) await walk(next, index + 1)
      else if ((await stat(next).catch(() => null))?.isFile() === true) found.push(next)
      return
    }
    for (const { name, isFolder, isLink } of await entriesOf(at === '' ? '.' : at)) {
      const next = at === '' ? name : join(at, name)
      if (segment === '**') {
        // A link may lead back up.
        if (isFolder && !isLink) await walk(next, index)
        continue
      }
      if (!matches(name, segment)) continue
      if (isLast && !isFolder) found.push(next)
      else if (!isLast && isFolder) await walk(next, index + 1)
    }
    if (segment === '**') await walk(at, index + 1)
  }
  await walk('', 0)
  return found.sort((a, b) => (a < b ? -1 : 1))
}

/** Whether a name fits a pattern of `*` and `?`: the last star alone is gone back to, so the work grows with the product of the lengths at most. */
export function matches(name: string, pattern: string): boolean {
  const letters = [...name], signs = [...pattern]
  let at = 0, sign = 0, star = -1, from = 0
  while (at < letters.length) {
    if (sign < signs.length && signs[sign] === '*') {
      star = sign++
      from = at
    } else if (sign < signs.length && (signs[sign] === '?' || signs[sign] === letters[at])) {
      at++
      sign++
    } else if (star >= 0) {
      sign = star + 1
      at = ++from
    } else return false
  }
  while (signs[sign] === '*') sign++
  return sign === signs.length
}
