import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { audit } from '../../src/audit'
import { areaCells } from '../../src/core/area'
import { cellKey, parseBox } from '../../src/core/place'
import { readWorkbookFile } from '../../src/hosts/xlsx/node'
import { readSnapshot } from '../../src/read'

/**
 * Scores the audit against labelled cells: `npm run audit:score -- DIR LABELS [--skip name,name] [--dump FILE]`.
 * LABELS holds one `{"file", "sheet", "cell"}` a line. Only the cells of a finding itself count, never the related ones.
 */
interface Label { readonly file: string; readonly sheet: string; readonly cell: string }

const fileName = (file: string): string => (file.split(/[\\/]/).pop() ?? '').replace(/\.(xlsx|xlsm|xls)$/i, '').toLowerCase()
const sheetName = (name: string): string => name.replace(/[\u2018\u2019]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase()

function cellsOf(cell: string): string[] {
  return cell.split(',').flatMap(part => {
    const box = parseBox(part), names: string[] = []
    if (box !== null) for (let row = box.top; row <= box.bottom; row++) for (let column = box.left; column <= box.right; column++) names.push(`${row},${column}`)
    return names
  })
}

interface Tally { flagged: Set<string>; findings: number; hit: number }

/** Milliseconds of processor time of this process so far: what else runs on the machine does not count. */
function processor(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : (100 * part / whole).toFixed(1))

export async function score(list: readonly string[]): Promise<void> {
  const [folder = '.', labelFile = '', ...rest] = list, skip = new Set((rest[rest.indexOf('--skip') + 1] ?? '').toLowerCase().split(','))
  const dump = rest.includes('--list')
  const labels = readFileSync(labelFile, 'utf8').split('\n').filter(text => text !== '').map(text => JSON.parse(text) as Label).filter(label => !rest.includes('--skip') || !skip.has(fileName(label.file)))
  const wrong = new Set(labels.flatMap(label => cellsOf(label.cell).map(cell => `${fileName(label.file)}|${sheetName(label.sheet)}|${cell}`)))
  const all: Tally = { flagged: new Set(), findings: 0, hit: 0 }, onFormulas: Tally = { flagged: new Set(), findings: 0, hit: 0 }
  const rules = new Map<string, { cells: number; right: number; findings: number; hit: number }>(),
    times: number[] = [],
    formulaCells = new Set<string>()
  for (const file of readdirSync(folder).filter(name => /\.xls[xm]$/i.test(name)).sort()) {
    const name = fileName(file)
    if (rest.includes('--skip') && skip.has(name)) continue
    const snapshot = await readWorkbookFile(join(folder, file)), reading = readSnapshot(snapshot), start = processor()
    const { findings } = audit(snapshot, reading)
    times.push(processor() - start)
    for (const finding of findings) {
      const at = finding.at, named = at === null ? null : areaCells(at)
      if (at === null || named === null) continue
      const sheet = snapshot.sheets.find(each => each.name === at.sheet)
      const places = cellsOf(named), cells = places.map(cell => `${name}|${sheetName(at.sheet)}|${cell}`)
      const withFormula = cells.filter((_cell, index) => {
        const [row = 0, column = 0] = (places[index] ?? '').split(',').map(Number)
        return sheet?.formulas.has(cellKey(row, column)) === true
      })
      for (const cell of withFormula) formulaCells.add(cell)
      for (const [tally, which] of [[all, cells], [onFormulas, withFormula]] as const) {
        if (which.length === 0) continue
        tally.findings++
        if (which.some(cell => wrong.has(cell))) tally.hit++
        for (const cell of which) tally.flagged.add(cell)
      }
      const key = `${finding.rule} ${finding.severity}`, known = rules.get(key) ?? { cells: 0, right: 0, findings: 0, hit: 0 }
      rules.set(key, {
        cells: known.cells + cells.length,
        right: known.right + cells.filter(cell => wrong.has(cell)).length,
        findings: known.findings + 1,
        hit: known.hit + (cells.some(cell => wrong.has(cell)) ? 1 : 0),
      })
      if (dump) console.log(`${cells.some(cell => wrong.has(cell)) ? '+' : '-'} ${name} ${at.sheet}!${named} ${finding.rule} ${finding.severity} ${JSON.stringify(finding.evidence)} ${finding.fix === null ? '' : JSON.stringify(finding.fix.changes[0])}`)
    }
  }
  if (dump) for (const cell of wrong) if (!all.flagged.has(cell)) console.log(`missed ${cell}`)
  const show = (title: string, tally: Tally): void => {
    const right = [...tally.flagged].filter(cell => wrong.has(cell)).length, p = right / tally.flagged.size || 0, r = right / wrong.size
    console.log(`${title}: ${tally.flagged.size} cells, P ${percent(right, tally.flagged.size)} R ${percent(right, wrong.size)} F1 ${percent(2 * p * r / (p + r) || 0, 1)}; ${tally.findings} findings, P ${percent(tally.hit, tally.findings)}`)
  }
  show('all findings', all)
  show('on formula cells', onFormulas)
  for (const [rule, { cells, right, findings, hit }] of [...rules].sort()) console.log(`  ${rule}: cells ${right} of ${cells} (${percent(right, cells)}%), findings ${hit} of ${findings} (${percent(hit, findings)}%)`)
  times.sort((a, b) => a - b)
  console.log(`${times.length} workbooks, median ${(times[times.length >> 1] ?? 0).toFixed(1)} ms, longest ${(times.at(-1) ?? 0).toFixed(1)} ms of processor time after reading`)
}
