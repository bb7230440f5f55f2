import { areaCells, areaName } from '../core/area'
import type { Change } from '../core/change'
import type { Finding, Fix } from '../core/finding'
import type { Language, Message } from '../core/message'
import { placeName } from '../core/place'
import type { Question } from '../core/reading'
import type { ReadNotice } from '../core/snapshot'
import { fingerprintOf } from '../core/waiver'
import { messageNamed, say } from '../messages'
import type { MessageKey } from '../messages'

export function findingJson(finding: Finding, language: Language): object {
  const { rule: check, severity, at, subject, evidence, fix, accepted } = finding
  const sheet = at?.sheet ?? null, cell = at === null ? null : areaCells(at), related = finding.related.map(areaName)
  return {
    check,
    severity,
    sheet,
    cell,
    related,
    subject,
    message: finding.message.key,
    params: spokenParams(finding.message, language),
    text: say(finding.message, language),
    evidence,
    fix: fix === null ? null : fixJson(fix),
    // What an acceptance in a mapping file names it by.
    fingerprint: fingerprintOf(finding),
    ...(accepted === undefined ? {} : { accepted }),
  }
}

/** Parameters as plain values: a sentence within the sentence is given as it is said. */
function spokenParams({ params }: Message, language: Language): Record<string, string | number | boolean | null | string[]> {
  const spoken: Record<string, string | number | boolean | null | string[]> = {}
  for (const [name, value] of Object.entries(params)) {
    if (typeof value !== 'object' || value === null) spoken[name] = value
    else if ('key' in value) spoken[name] = say(value, language)
    else if ('zh-CN' in value) spoken[name] = value[language]
    else spoken[name] = value.map(item => (typeof item === 'string' ? item : 'key' in item ? say(item, language) : item[language]))
  }
  return spoken
}

function fixJson(fix: Fix): object {
  return { safe: fix.safe, changes: fix.changes.map(changeJson) }
}

function changeJson(change: Change): object {
  return change.kind === 'cell' ? { sheet: change.sheet, cell: change.cell, before: change.before, after: change.after } : change
}

export function questionJson(question: Question, language: Language): object {
  const { id, kind, places, choices, assumed } = question
  return {
    id,
    kind,
    text: say(question.message, language),
    places: places.map(placeName),
    choices: choices.map(choice => ({ id: choice.id, text: say(choice.message, language) })),
    assumed,
  }
}

export function noticeJson(notice: ReadNotice, language: Language): object {
  const { key, sheet, cell, params } = notice
  return {
    message: key,
    params: spokenParams({ key, params }, language),
    sheet: sheet ?? null,
    cell: cell ?? null,
    text: say(messageNamed(key as MessageKey, params), language),
  }
}
