import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/check'
import { wholeGap } from '../../src/core/gap'
import type { Report } from '../../src/core/report'
import { readWorkbookBytes } from '../../src/hosts/xlsx/node'
import { message, say } from '../../src/messages'
import { formatParam } from '../../src/messages/format'
import { loadPolicies } from '../../src/policies'
import { htmlArticle } from '../../src/render/html'
import { reportJson } from '../../src/render/json'
import { markdownReport } from '../../src/render/markdown'
import { summaryText } from '../../src/render/summary'
import { textReport } from '../../src/render/text'

/** One fact, said once, the same everywhere: each number of the board is looked for in every other output of the same report. */
const folder = join(__dirname, '../../samples')
const names = readdirSync(folder).filter(name => name.endsWith('.xlsx'))

async function reports(name: string): Promise<readonly Report[]> {
  const snapshot = await readWorkbookBytes(new Uint8Array(readFileSync(join(folder, name))), name)
  return (await loadPolicies()).map(policy => check(snapshot, { policy }))
}

const shown = (value: number, area: boolean): string => formatParam(value, area ? 'area' : 'count', 'zh-CN')

describe.each(names)('%s', name => {
  test('shortage and surplus read the same in the sentence, the table, the findings, JSON, text, Markdown and HTML', async () => {
    for (const report of await reports(name)) {
      const summary = summaryText(report, 'zh-CN'), text = textReport(report, 'zh-CN'), json = reportJson(report, 'zh-CN')
      const judgements = (json.overall as { judgements: readonly { target: string; gap: unknown; text: string }[] }).judgements
      for (const judgement of report.overall.judgements) {
        const { target } = judgement, gap = wholeGap(report, judgement), arithmetic = say(judgement.arithmetic, 'zh-CN')
        expect(judgements.find(each => each.target === target.id)).toMatchObject({ gap, text: arithmetic })
        expect(text).toContain(arithmetic)
        if (gap === null || judgement.verdict === 'unknown') continue
        const area = target.figure === 'usable-area', person = target.unit === 'person' && judgement.each === true
        const parts = [...(gap.short > 0 ? [shown(gap.short, area)] : []), ...(gap.over > 0 ? [shown(gap.over, area)] : [])]
        if (judgement.each === true) for (const part of parts) expect(arithmetic).toContain(part)
        if (area || person) for (const part of parts) expect(summary).toContain(part)
        const found = report.findings.find(({ rule, subject }) => rule === 'target-missed' && subject === `overall/${target.id}`)
        if (found !== undefined) expect(say(found.message, 'zh-CN')).toContain(arithmetic)
      }
      expect(text).toContain(summary)
      expect(markdownReport(report, 'zh-CN')).toContain(summary.slice(0, -1))
      // The document says it in its paragraph, and what the whole lacks target by target below it.
      expect(htmlArticle(report, 'zh-CN')).toContain(summary.split('；总体未达标')[0]?.split('；待核实：')[0]?.replace(/。$/, ''))
      expect(json.summary).toBe(summary)
    }
  })

  test('people who count are one number', async () => {
    for (const report of await reports(name)) {
      const { counted } = report.overall.headcount
      expect(textReport(report, 'zh-CN')).toContain(`计入 ${formatParam(counted, 'count', 'zh-CN')} 人`)
      const placed = report.communities.reduce((sum, unit) => sum + unit.headcount.counted, 0)
      expect(placed).toBeLessThanOrEqual(counted)
      expect(say(message('report.recognised', { tables: 0, communities: 0, people: counted, rows: 0, skipped: 0 }), 'zh-CN')).toContain(`计入 ${counted}`)
    }
  })
})
