import type { DatedValue, Policy, Target } from '../../src/core/plan'
import { inForce, quantity } from '../figures'
import { citationText } from './citation'
import { useWords } from './words'
import type { ScreenProps } from './screen'
import { FileButton } from './start'
import { Unverified } from './verdict'

/** 标准: what must be reached, by which document and in which words; unverified values say so. */
export default function Standard({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  const { policy, asOf } = view.report
  const open = policy.targets.filter(target => inForce(target, asOf)?.citation.verified === false).length
  return (
    <>
      <section aria-labelledby="in-force">
        <h2 id="in-force">{policy.title[language]} <span className="quiet">{tell('standard.year', { year: String(policy.year) })}</span></h2>
        {policy.note !== undefined && <p className="quiet">{policy.note[language]}</p>}
        {open > 0 && <p className="notice">{tell('standard.unverified-count', { count: open })}</p>}
      </section>
      <section aria-labelledby="targets">
        <h2 id="targets">{tell('standard.targets')}</h2>
        <ul className="targets">{policy.targets.map(target => <TargetLine key={target.id} target={target} policy={policy} asOf={asOf} />)}</ul>
      </section>
      {policy.rates.length > 0 && (
        <details className="table">
          <summary><span className="table-name">{tell('standard.rates')}</span> <span className="quiet">{tell('standard.rates.note')}</span></summary>
          <ul className="plain">
            {policy.rates.map(rate => <li key={rate.id}>{rate.title[language]}{language === 'en' ? ': ' : '：'}{rate.value.toLocaleString('en')} {rate.unit}{!rate.citation.verified && <Unverified citation={rate.citation} />}<Citation citation={rate.citation} policy={policy} /></li>)}
          </ul>
        </details>
      )}
      <section aria-labelledby="sources">
        <h2 id="sources">{tell('standard.sources')}</h2>
        <ul className="plain">
          {Object.entries(policy.sources).map(([key, source]) => (
            <li key={key}>{source.title} <span className="quiet">{[source.number, source.issuer, source.date].filter(Boolean).join(' · ')}</span></li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="change">
        <h2 id="change">{tell('standard.choose')}</h2>
        <ul className="policies">
          {view.policies.map(other => (
            <li key={other.id}>
              <label><input type="radio" name="policy" checked={other.id === policy.id} onChange={() => act.choose({ policy: other.id })} /> {other.title[language]}</label>
              {other.targets.some(target => target.history.some(({ citation }) => !citation.verified)) && <Unverified />}
            </li>
          ))}
        </ul>
        <p><FileButton label={tell('standard.own')} accept=".json,application/json" onFile={act.ownPolicy} /></p>
        <p className="quiet">{tell('standard.own.note')}</p>
      </section>
    </>
  )
}

function TargetLine({ target, policy, asOf }: { target: Target; policy: Policy; asOf: string }) {
  const { tell, language } = useWords()
  const now = inForce(target, asOf)
  const others = target.history.filter(value => value !== now)
  return (
    <li className="target">
      <p className="target-line">
        <strong>{target.title[language]}</strong>
        <span>{now === null ? tell('standard.not-in-force', { asOf }) : wanted(now, target, language, tell)}</span>
        <span className="quiet">{tell(`standard.scope.${target.scope}`)}</span>
        {now?.citation.verified === false && <Unverified citation={now.citation} />}
      </p>
      {now !== null && <Citation citation={now.citation} policy={policy} />}
      {others.map(value => <p key={value.from} className="quiet">{period(value, tell)}{language === 'en' ? ': ' : '：'}{wanted(value, target, language, tell)}</p>)}
    </li>
  )
}

type Tell = ReturnType<typeof useWords>['tell']

function wanted(value: DatedValue, target: Target, language: 'zh-CN' | 'en', tell: Tell): string {
  if (typeof value.value !== 'number') return tell('standard.by-size')
  return tell(`board.target.${target.comparison}`, { value: quantity(value.value, target.unit, language) })
}

function period(value: DatedValue, tell: Tell): string {
  return value.to === undefined ? tell('standard.from', { from: value.from }) : tell('standard.from-to', { from: value.from, to: value.to })
}

function Citation({ citation, policy }: { citation: DatedValue['citation']; policy: Policy }) {
  return <p className="cite">{citationText(citation, policy, useWords())}</p>
}
