/**
 * The part of a workbook that holds a person's decisions: a custom XML part whose only content is their JSON. Excel and the file reader
 * use the same one, so that the command line, the workbench and Excel see the same; it travels with the file.
 */
export const DECISIONS_NAMESPACE = 'urn:plancheck:choices:1'

/** The part's XML. @param json the decisions, as text */
export function decisionsXml(json: string): string {
  return `<choices xmlns="${DECISIONS_NAMESPACE}">${json.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</choices>`
}

/** The JSON text in a part's XML; `null` when it is no part of ours. */
export function decisionsText(xml: string): string | null {
  if (!xml.includes(DECISIONS_NAMESPACE)) return null
  const open = xml.indexOf('<choices'), from = open < 0 ? -1 : xml.indexOf('>', open), to = xml.lastIndexOf('</choices')
  if (from < 0 || to < from) return null
  return xml.slice(from + 1, to).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

/** What a part holds; `null` when it holds nothing that can be read: somebody edited it by hand, and the decisions are lost, the workbook is not. */
export function decisionsIn(xml: string): unknown {
  try {
    return JSON.parse(decisionsText(xml) ?? 'null') as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
