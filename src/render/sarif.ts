import type { Finding } from '../core/finding'
import type { Language } from '../core/message'
import type { Report } from '../core/report'
import { catalogue, messageNamed, say } from '../messages'
import type { MessageKey } from '../messages'
import { maskText } from '../core/mask'
import { whereabouts } from './words'

/** Around the runs: one log for all files (SARIF 2.1.0, the form that code hosts and editors read). */
export const SARIF_BEFORE = '{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [\n'
export const SARIF_AFTER = '\n]\n}\n'

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const

/** One workbook as a run. */
export function sarifRun(report: Pick<Report, 'file' | 'findings'> & Partial<Pick<Report, 'asOf' | 'policy'>>, language: Language): string {
  const ids = [...new Set(report.findings.map(finding => finding.rule))]
  return JSON.stringify(
    {
      tool: { driver: { name: 'plancheck', rules: ids.map(id => ({ id, shortDescription: { text: described(id, language) } })) } },
      columnKind: 'unicodeCodePoints',
      results: report.findings.map(finding => ({
        ruleId: finding.rule,
        level: LEVELS[finding.severity],
        message: { text: say(finding.message, language) },
        locations: [location(report.file, finding)],
        partialFingerprints: { subject: `${finding.rule}/${finding.subject}` },
        ...(finding.accepted === undefined
          ? {}
          : { suppressions: [{ kind: 'external', status: 'accepted', justification: finding.accepted.reason }] }),
      })),
      ...(report.policy === undefined ? {} : { properties: { asOf: report.asOf, policy: report.policy.id } }),
    },
    null,
    2,
  )
}

/** A file that could not be read is a run that failed. */
export function sarifFailure(file: string, sentence: string): string {
  return JSON.stringify({
    tool: { driver: { name: 'plancheck' } }, results: [],
    invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: sentence }, locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(maskText(file)) } } }] }] }],
  }, null, 2)
}

/** A row of the sheet is the line of a region: what editors can show. The full address is the logical place. */
function location(file: string, finding: Finding): object {
  const box = finding.at?.boxes[0]
  const region =
    box === undefined ? {} : { region: { startLine: box.top, startColumn: box.left, endLine: box.bottom, endColumn: box.right + 1 } }
  const where = whereabouts(finding)
  return { physicalLocation: { artifactLocation: { uri: encodeURI(maskText(file)) }, ...region }, ...(where === '' ? {} : { logicalLocations: [{ fullyQualifiedName: where }] }) }
}

function described(id: string, language: Language): string {
  const key = `explain.${id}`
  return key in catalogue ? say(messageNamed(key as MessageKey), language) : id
}
