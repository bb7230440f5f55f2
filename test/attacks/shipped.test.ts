import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildProgram } from '../cli/program'

test('what is built carries the licences of what is in it, a bill of materials and a list of hashes', () => {
  const folder = dirname(buildProgram())
  try {
    const bill = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')) as { bomFormat: string; components: { name: string; version: string; licenses: { license: { id: string } }[] }[] }
    const { dependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { dependencies: Record<string, string> }
    expect(bill.bomFormat).toBe('CycloneDX')
    for (const name of ['@borgar/fx', 'zod']) expect(bill.components).toContainEqual(expect.objectContaining({ name, version: dependencies[name], licenses: [{ license: { id: 'MIT' } }] }))
    const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')
    for (const { name, version } of bill.components) expect(notices).toContain(`${name} ${version} (`)
    expect(notices).toMatch(/Permission is hereby granted/)
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n').map(line => line.split('  '))
    expect(sums.map(([, name]) => name).sort()).toEqual(readdirSync(folder).filter(name => name !== 'SHA256SUMS').sort())
    for (const [sum, name] of sums) expect(createHash('sha256').update(readFileSync(join(folder, name ?? ''))).digest('hex')).toBe(sum)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
