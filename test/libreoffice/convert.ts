import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Without this LibreOffice shows the values that a file of Excel carries. */
const ALWAYS_RECALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>'

/**
 * Opens a workbook in LibreOffice, which recalculates it, and saves it in another format.
 * @returns the bytes of the files that it made, by name
 */
export function convert(bytes: Uint8Array, to: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'plancheck-office-'))
  try {
    const source = join(folder, 'in.xlsx'), out = join(folder, 'out')
    writeFileSync(source, bytes)
    const user = join(folder, 'profile', 'user')
    mkdirSync(user, { recursive: true })
    writeFileSync(join(user, 'registrymodifications.xcu'), ALWAYS_RECALCULATE)
    // A profile of its own keeps it from talking to one that runs already.
    const done = spawnSync('soffice', [`-env:UserInstallation=file://${join(folder, 'profile')}`, '--headless', '--convert-to', to, '--outdir', out, source], { encoding: 'utf8', timeout: 120_000 })
    if (done.status !== 0) throw new Error(`LibreOffice failed: ${done.stderr}`)
    return new Map(readdirSync(out).map(name => [name, readFileSync(join(out, name))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The workbook as LibreOffice saves it after recalculating. */
export function recalculated(bytes: Uint8Array): Uint8Array {
  const [made] = [...convert(bytes, 'xlsx:Calc MS Excel 2007 XML').values()]
  if (made === undefined) throw new Error('LibreOffice made no file')
  return new Uint8Array(made)
}
