import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figureIds } from '../../src/judge'
import { rules } from '../../src/rules'
import { auditIds } from '../../src/rules/audit-rules'
import type { Language } from '../../src/core/message'
import { catalogue } from '../../src/messages'
import { hasUnverified, loadPolicies } from '../../src/policies'

const explained = catalogue as Readonly<Record<string, { 'zh-CN': string; en: string } | undefined>>
const head = { en: { figure: '| figure | how it is taken |', check: '| check | finds |', policy: '| standard | targets | compared with the document |' }, 'zh-CN': { figure: '| 指标口径 | 怎样计算 |', check: '| 核查项 | 发现什么 |', policy: '| 标准 | 指标数 | 是否已与文件核对 |' } }

function rows(ids: readonly string[], language: Language, title: string): string {
  return [title, '|---|---|', ...ids.map(id => `| \`${id}\` | ${explained[`explain.${id}`]?.[language] ?? 'NOT EXPLAINED'} |`)].join('\n')
}

/** The tables between `<!-- name -->` and `<!-- /name -->`, from the code. `PLANCHECK_WRITE=1 npx jest test/readme` puts them in. */
async function tables(language: Language): Promise<Readonly<Record<string, string>>> {
  const verified = { en: ['every value', 'no: 未核实 is shown with each such verdict'], 'zh-CN': ['全部已核对', '否：相应结论旁注明未核实'] }[language]
  const policies = await loadPolicies()
  return {
    figures: rows(figureIds, language, head[language].figure),
    checks: rows([...rules.map(rule => rule.id), ...auditIds], language, head[language].check),
    standards: [head[language].policy, '|---|---|---|', ...policies.map(policy => `| \`${policy.id}\` ${policy.title[language]} | ${policy.targets.length} | ${verified[hasUnverified(policy) ? 1 : 0] ?? ''} |`)].join('\n'),
  }
}

test.each([['docs/checks.md', 'en'], ['docs/checks.zh-CN.md', 'zh-CN']] as const)('%s lists every figure, check and standard as the code has them', async (file, language) => {
  const path = join(__dirname, '../..', file)
  let text = readFileSync(path, 'utf8')
  for (const [name, table] of Object.entries(await tables(language))) {
    const between = new RegExp(`<!-- ${name} -->\\n[\\s\\S]*?<!-- /${name} -->`)
    const block = `<!-- ${name} -->\n${table}\n<!-- /${name} -->`
    expect(text).toMatch(between)
    if (process.env['PLANCHECK_WRITE'] === '1') text = text.replace(between, () => block)
    else expect(between.exec(text)?.[0]).toBe(block)
  }
  if (process.env['PLANCHECK_WRITE'] === '1') writeFileSync(path, text)
})
