import { DECISIONS_NAMESPACE, decisionsIn, decisionsText, decisionsXml } from '../../core/decisions-part'
import { maskJson } from '../../core/mask-json'
import type { Run } from './run'

/**
 * What the person chose for this workbook (standard, day, meanings of words, accepted findings), kept inside it in a custom XML part:
 * it travels with the file and is readable by whoever gets it. Ids of people are masked on the way in, whatever the caller gives.
 * @returns the value that was saved, or `null` when there is none or it cannot be read
 */
export async function loadChoices(run: Run): Promise<unknown> {
  return run(async context => {
    const parts = context.workbook.customXmlParts.getByNamespace(DECISIONS_NAMESPACE).load('items/id')
    await context.sync()
    const [first] = parts.items
    if (first === undefined) return null
    const xml = first.getXml()
    await context.sync()
    return decisionsIn(xml.value)
  })
}

/** Saves in place of what was there; `null` takes the part out of the workbook. Writes only when something is different. */
export async function saveChoices(run: Run, choices: unknown): Promise<void> {
  const json = choices === null ? null : maskJson(JSON.stringify(choices))
  await run(async context => {
    const parts = context.workbook.customXmlParts.getByNamespace(DECISIONS_NAMESPACE).load('items/id')
    await context.sync()
    const [first, ...others] = parts.items
    const old = first?.getXml()
    if (old !== undefined) await context.sync()
    const xml = json === null ? null : decisionsXml(json)
    if (first === undefined) {
      if (xml !== null) context.workbook.customXmlParts.add(xml)
    } else if (xml === null) first.delete()
    else if (decisionsText(old?.value ?? '') !== json) first.setXml(xml)
    for (const other of others) other.delete()
    await context.sync()
  })
}
