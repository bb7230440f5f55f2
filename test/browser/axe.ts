import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/**
 * Serious and critical faults of a page, targets under 24 px included, as short lines. Fluent's own focus dummies are no content, the colours of a
 * sheet are its owner's, and what a dialog hides from everybody is half covered by it.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<Found> } }
    const found = await run.run({ exclude: [['[data-tabster-dummy]'], ['.canvas .cell-text'], ['body > [aria-hidden="true"]']] }, { rules: { 'target-size': { enabled: true } } })
    const grave = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    return grave.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}
