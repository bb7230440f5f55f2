import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/check'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { defaultPolicy } from '../../src/policies'
import { reportPieces } from '../../src/render/json'
import { reportJsonSchema, reportSchema } from './report-schema'

const root = join(__dirname, '../..'), file = join(root, 'docs/report.schema.json')

test.each(['计划现状示例', '杂乱表示例', '一社区一表示例'])('the report of %s is of the shape that docs/report.schema.json tells', async name => {
  const snapshot = await readWorkbookBytes(new Uint8Array(readFileSync(join(root, 'samples', `${name}.xlsx`))), `${name}.xlsx`)
  const result = reportSchema.safeParse(JSON.parse([...reportPieces(check(snapshot, { policy: defaultPolicy }), 'zh-CN')].join('')))
  expect(result.success ? [] : result.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([])
})

test('docs/report.schema.json is that schema (PLANCHECK_WRITE=1 writes it)', () => {
  const text = reportJsonSchema()
  if (process.env['PLANCHECK_WRITE'] === '1') writeFileSync(file, text)
  expect(readFileSync(file, 'utf8')).toBe(text)
})
