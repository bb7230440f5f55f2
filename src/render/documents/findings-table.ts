import type { Finding } from '../../core/finding'
import { element } from '../../pictures'
import type { Child } from '../../pictures/element'
import { message } from '../../messages'
import { PAPER_LEVELS, partedFindings, relatedCells, whereabouts } from '../words'
import { table } from './parts'
import type { Cell } from './parts'
import type { Speech } from './words'

/** Findings that a page lists; the workbook lists all. */
const MOST = 400


/** The findings, numbered, each with room for the handling and a signature; what was accepted stands apart with its reason. */
export function findingsTable(findings: readonly Finding[], speech: Speech): Child {
  const { word, say } = speech, { open, accepted } = partedFindings(findings)
  const row = (finding: Finding, index: number): Cell[] => [
    { look: 'n', content: index + 1 }, say(message(PAPER_LEVELS[finding.severity])), say(finding.message), places(finding), '', '',
  ]
  const header: Cell[] = [
    { look: 'n w4', content: word('number') }, { look: 'w9', content: word('level') }, word('finding'), { look: 'w20', content: word('place') },
    { look: 'w14', content: word('handling') }, { look: 'w9', content: word('signed') },
  ]
  return [
    open.length === 0 ? element('p', {}, word('none')) : table(header, open.slice(0, MOST).map(row), 'findings'),
    open.length > MOST && element('p', {}, word('more-findings', { count: open.length - MOST })),
    accepted.length > 0 && [
      element('h3', {}, word('accepted')),
      table(
        [word('number'), word('finding'), word('place'), word('reason')],
        accepted.slice(0, MOST).map((finding, index) => [{ look: 'n', content: index + 1 }, say(finding.message), places(finding), reason(finding)]),
      ),
    ],
  ]
}

function reason({ accepted }: Finding): string {
  if (accepted === undefined) return ''
  return accepted.reason + (accepted.acceptedOn === undefined ? '' : `（${accepted.acceptedOn}）`)
}

/** The finding's own cells, and those that belong to it; a sheet that was named is not named again. */
function places(finding: Finding): Child {
  const own = whereabouts(finding), sheet = own.slice(0, own.indexOf('!') + 1)
  const related = relatedCells(finding, 6).split(' ').map(each => (sheet !== '' && each.startsWith(sheet) ? each.slice(sheet.length) : each)).join(' ')
  return [own, related !== '' && element('span', { class: 'quiet' }, ` → ${related}`)]
}
