import './audit.css'
import { useMemo } from 'react'
import { areaNamed } from '../../src/core/area'
import type { Area } from '../../src/core/area'
import type { CheckedPair, CheckedTotal, NotChecked } from '../../src/core/checked'
import { boxName, cellName } from '../../src/core/place'
import { message, say } from '../../src/messages'
import { checkTitle } from '../../src/messages/check-title'
import type { AuditPart } from '../finding-facts'
import type { FindingGroup } from '../shown'
import { useAuditWords } from './audit-words'
import { groupsOf } from './finding-groups'
import { FindingList, FindingWalk } from './finding-list'
import { ProposalPreview } from './proposal-preview'
import { NextSteps } from './nothing'
import type { ScreenProps } from './screen'
import { GoTo } from './go-to'
import { useWords } from './words'

const PARTS: readonly AuditPart[] = ['formulas', 'totals', 'across']
/** Lines of one list that are written out. */
const MOST = 200

/** 审核: what is wrong with formulas, totals and between sheets, and what was held and stands. */
export default function Audit({ view, act }: ScreenProps) {
  const { report } = view, { checked, auditParts } = report, { language } = useWords(), word = useAuditWords()
  const parts = useMemo(() => {
    const found = new Map<AuditPart, FindingGroup[]>()
    for (const group of groupsOf(report, { by: 'cause', accepted: false })) {
      const part = group.about.of === 'cause' ? auditParts.get(group.about.rule) : undefined
      if (part !== undefined) found.set(part, [...(found.get(part) ?? []), group])
    }
    return PARTS.flatMap(part => { const groups = found.get(part); return groups === undefined ? [] : [{ part, groups }] })
  }, [report, auditParts])
  const walked = useMemo(() => parts.flatMap(({ groups }) => groups), [parts])
  const isEmpty = checked.formulas === 0 && checked.totals.length === 0 && checked.pairs.length === 0 && parts.length === 0
  const held = checked.totals.filter(({ holds }) => holds).length
  // What the rules about people and places lack is none of the audit's matter: it stands apart, folded.
  const not = checked.not.filter(each => auditParts.has(each.check)), others = checked.not.filter(each => !auditParts.has(each.check))
  return (
    <div className="audit">
      <p className="headline">{isEmpty ? word('none') : say(message('audit.checked', { formulas: checked.formulas, totals: checked.totals.length, held, pairs: checked.pairs.length, not: not.length }), language)}</p>
      {isEmpty && <NextSteps view={view} act={act} />}
      {!isEmpty && parts.length === 0 && <p>{word('clean')}</p>}
      {parts.length > 0 && <div className="tools"><FindingWalk groups={walked} view={view} act={act} /></div>}
      <ProposalPreview view={view} act={act} />
      {parts.map(({ part, groups }) => (
        <section key={part} className="audit-part" aria-labelledby={`audit-${part}`}>
          <h2 id={`audit-${part}`}>{word(`part.${part}`)} <span className="count">{groups.reduce((sum, { findings }) => sum + findings.length, 0).toLocaleString('en')}</span></h2>
          <FindingList groups={groups} view={view} act={act} />
        </section>
      ))}
      {!isEmpty && <Held view={view} act={act} />}
      {not.length > 0 && (
        <section aria-labelledby="audit-not">
          <h2 id="audit-not">{word('not')} <span className="count">{not.length.toLocaleString('en')}</span></h2>
          <Not not={not} view={view} act={act} />
        </section>
      )}
      {others.length > 0 && (
        <details className="held-list">
          <summary>{word('not.others')} <span className="count">{others.length.toLocaleString('en')}</span></summary>
          <Not not={others} view={view} act={act} />
        </details>
      )}
      {!isEmpty && <p className="buttons"><button type="button" className="chip" onClick={() => void act.papers.saveBook('findings')}>{word('paper')}</button></p>}
    </div>
  )
}

/** 核对情况: counted in a table, and each cell on demand. */
function Held({ view, act }: ScreenProps) {
  const word = useAuditWords(), { formulas, totals, pairs } = view.report.checked
  const count = (all: readonly { readonly holds: boolean }[]) => {
    const held = all.filter(({ holds }) => holds).length
    return [all.length, held, all.length - held]
  }
  const rows: readonly (readonly [string, readonly (number | null)[]])[] = [
    [word('held.formulas'), [formulas, null, null]], [word('held.totals'), count(totals)], [word('held.pairs'), count(pairs)],
  ]
  return (
    <section aria-labelledby="audit-held">
      <h2 id="audit-held">{word('held')}</h2>
      <table className="held">
        <thead><tr><th scope="col">{word('held.item')}</th><th scope="col">{word('held.count')}</th><th scope="col">{word('held.holds')}</th><th scope="col">{word('held.fails')}</th></tr></thead>
        <tbody>
          {rows.map(([name, numbers]) => (
            <tr key={name}><th scope="row">{name}</th>{numbers.map((number, i) => <td key={i}>{number?.toLocaleString('en') ?? '—'}</td>)}</tr>
          ))}
        </tbody>
      </table>
      {totals.length > 0 && <><h3>{word('totals')}</h3>{[...bySheet(totals)].map(([sheet, of]) => <Totals key={sheet} sheet={sheet} totals={of} act={act} />)}</>}
      {pairs.length > 0 && <Pairs pairs={pairs} view={view} act={act} />}
    </section>
  )
}

function Totals({ sheet, totals, act }: { sheet: string; totals: readonly CheckedTotal[]; act: ScreenProps['act'] }) {
  const { language } = useWords(), word = useAuditWords()
  const sorted = [...totals].sort((a, b) => Number(a.holds) - Number(b.holds))
  return (
    <details className="held-list">
      <summary>{sheet} <span className="quiet">{word('totals.sheet', { count: totals.length, held: totals.filter(({ holds }) => holds).length })}</span></summary>
      <ul>
        {sorted.slice(0, MOST).map(({ row, column, parts, relation, holds }) => (
          <li key={`${String(row)}/${String(column)}/${relation}`}>
            <GoTo cells={areaNamed(sheet, cellName(row, column))} act={act} short />
            <span>{word('totals.of', { parts: parts.slice(0, 6).map(boxName).join('、') + (parts.length > 6 ? ' …' : ''), relation: say(message(`paper.relation-${relation}`), language) })}</span>
            <Outcome holds={holds} yes={word('holds')} no={word('fails')} />
          </li>
        ))}
      </ul>
      {sorted.length > MOST && <p className="quiet">{word('more', { count: sorted.length - MOST })}</p>}
    </details>
  )
}

function Pairs({ pairs, view, act }: { pairs: readonly CheckedPair[] } & ScreenProps) {
  const word = useAuditWords(), sorted = [...pairs].sort((a, b) => Number(a.holds) - Number(b.holds))
  return (
    <>
      <h3>{word('pairs')}</h3>
      <details className="held-list" open={sorted.length <= 5}>
        <summary>{word('totals.sheet', { count: pairs.length, held: pairs.filter(({ holds }) => holds).length })}</summary>
        <ul>
          {sorted.slice(0, MOST).map(({ from, against, what, holds }, i) => {
            const area = placeNamed(from, view)
            return (
              <li key={`${String(i)}/${what}`}>
                {area === null ? <span>{from}</span> : <GoTo cells={area} act={act} />}
                <span>{word('against', { against })}</span>
                <Outcome holds={holds} yes={word('agrees')} no={word('differs')} />
              </li>
            )
          })}
        </ul>
        {sorted.length > MOST && <p className="quiet">{word('more', { count: sorted.length - MOST })}</p>}
      </details>
    </>
  )
}

function Outcome({ holds, yes, no }: { holds: boolean; yes: string; no: string }) {
  return <span className={holds ? 'quiet' : 'wrong'}>{holds ? `✓ ${yes}` : `✕ ${no}`}</span>
}

/** What could not be checked: of one reason once, with the checks that it kept from their work. */
function Not({ not, view, act }: { not: readonly NotChecked[] } & ScreenProps) {
  const { language } = useWords(), word = useAuditWords()
  const titles = new Map<string, string[]>(), placed: NotChecked[] = []
  for (const each of not) {
    const { need } = each.why.params
    if (each.why.key !== 'checked.needs' || typeof need !== 'object' || need === null || !('key' in need)) {
      placed.push(each)
      continue
    }
    const why = say(need, language)
    titles.set(why, [...(titles.get(why) ?? []), checkTitle(each.check, language)])
  }
  return (
    <>
      <ul className="plain">
        {placed.slice(0, MOST).map((each, i) => {
          const area = each.sheet === null || each.cell === null ? null : placeNamed(`${each.sheet}!${each.cell}`, view)
          return <li key={i}>{say(each.why, language)} {area !== null && <GoTo cells={area} act={act} />}</li>
        })}
        {[...titles].map(([why, rules]) => (
          <li key={why}>
            {why.slice(0, 1).toUpperCase() + why.slice(1)} <span className="quiet">{word('not.rules', { rules: rules.join(language === 'en' ? ', ' : '、') })}</span>
          </li>
        ))}
      </ul>
      {placed.length > MOST && <p className="quiet">{word('more', { count: placed.length - MOST })}</p>}
    </>
  )
}

/** `预算!B4` as a place, where the workbook has that sheet. */
function placeNamed(name: string, { opened }: ScreenProps['view']): Area | null {
  const at = name.lastIndexOf('!'), sheet = name.slice(0, Math.max(0, at)).replace(/^'|'$/g, '').replaceAll("''", "'"), cells = name.slice(at + 1)
  return at > 0 && /^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(cells) && opened.sheets.some(each => each.name === sheet) ? areaNamed(sheet, cells) : null
}

function bySheet(totals: readonly CheckedTotal[]): ReadonlyMap<string, readonly CheckedTotal[]> {
  const sheets = new Map<string, CheckedTotal[]>()
  for (const total of totals) {
    const of = sheets.get(total.sheet)
    if (of === undefined) sheets.set(total.sheet, [total])
    else of.push(total)
  }
  return sheets
}
