import { HostError } from '../../core/workbook'
import type { Run } from './run'

/** Namespace of the part of the workbook that holds what the person chose. */
export const CHOICES_NAMESPACE = 'urn:plancheck:choices:1'

/**
 * What the person chose for this workbook (standard, day, meanings of words, accepted findings), kept inside it in a custom XML part:
 * it travels with the file and is readable by whoever gets it. Ids of people are masked on the way in, whatever the caller gives.
 * @returns the value that was saved, or `null` when there is none or it cannot be read
 */
export async function loadChoices(run: Run): Promise<unknown> {
  return run(async context => {
    const parts = context.workbook.customXmlParts.getByNamespace(CHOICES_NAMESPACE).load('items/id')
    await context.sync()
    const [first] = parts.items
    if (first === undefined) return null
    const xml = first.getXml()
    await context.sync()
    return parsed(xml.value)
  })
}

/** Saves in place of what was there; `null` takes the part out of the workbook. Writes only when something is different. */
export async function saveChoices(run: Run, choices: unknown): Promise<void> {
  const json = choices === null ? null : withoutIds(JSON.stringify(choices))
  await run(async context => {
    const parts = context.workbook.customXmlParts.getByNamespace(CHOICES_NAMESPACE).load('items/id')
    await context.sync()
    const [first, ...others] = parts.items
    const old = first?.getXml()
    if (old !== undefined) await context.sync()
    const xml = json === null ? null : `<choices xmlns="${CHOICES_NAMESPACE}">${escaped(json)}</choices>`
    if (first === undefined) {
      if (xml !== null) context.workbook.customXmlParts.add(xml)
    } else if (xml === null) first.delete()
    else if (textOf(old?.value ?? '') !== json) first.setXml(xml)
    for (const other of others) other.delete()
    await context.sync()
  })
}

function parsed(xml: string): unknown {
  const text = textOf(xml)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    // Somebody edited the part by hand: the choices are lost, the workbook is not.
    if (error instanceof SyntaxError) return null
    throw new HostError('host-failed', { cause: 'choices' }, { cause: error })
  }
}

function textOf(xml: string): string {
  const body = /<choices[^>]*>([\s\S]*)<\/choices>/.exec(xml)?.[1] ?? ''
  return body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** 18-digit ids, first three and last four left, as everywhere in this program; old 15-digit ids likewise. */
export function withoutIds(text: string): string {
  return text.replace(/(?<!\d)(\d{3})\d{11}(\d{3}[\dXx])(?!\d)/g, '$1***********$2').replace(/(?<!\d)(\d{3})\d{8}(\d{4})(?!\d)/g, '$1********$2')
}
