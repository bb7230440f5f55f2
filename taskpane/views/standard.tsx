import './standard.css'
import { Button } from '@fluentui/react-components'
import { isOwn, policyFileText } from '../../src/core/own-number'
import type { DatedValue, Policy } from '../../src/core/plan'
import { download } from '../download'
import { inForce } from '../figures'
import { citationText } from './citation'
import { useWords } from './words'
import type { ScreenProps } from './screen'
import { TargetLine } from './standard-target'
import { FileButton } from './start'
import { Unverified } from './verdict'

/** 标准: what must be reached, by which document and in which words; unverified values say so. */
export default function Standard({ view, act }: ScreenProps) {
  const { tell, language } = useWords()
  const { policy, asOf } = view.report
  const values = policy.targets.flatMap(target => inForce(target, asOf) ?? [])
  const own = values.filter(isOwn).length, open = values.filter(value => !value.citation.verified).length - own
  const save = () => download(`${policy.id}.${tell('standard.export.name')}.json`, policyFileText(policy), 'application/json')
  return (
    <>
      <section aria-labelledby="in-force">
        <h2 id="in-force">{policy.title[language]} <span className="quiet">{tell('standard.year', { year: String(policy.year) })}</span></h2>
        {policy.note !== undefined && <p className="quiet">{policy.note[language]}</p>}
        {own > 0 && <p className="notice">{tell('standard.own-count', { count: own })}</p>}
        {open > 0 && <p className="notice">{tell('standard.unverified-count', { count: open })}</p>}
      </section>
      <section aria-labelledby="targets">
        <h2 id="targets">{tell('standard.targets')}</h2>
        <ul className="targets">{policy.targets.map(target => <TargetLine key={target.id} target={target} policy={policy} view={view} act={act} />)}</ul>
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
        <p className="buttons">
          <Button onClick={save}>{tell('standard.export')}</Button>
          <FileButton label={tell('standard.own')} accept=".json,application/json" onFile={act.ownPolicy} />
        </p>
        <p className="quiet">{tell('standard.own.note')}</p>
      </section>
    </>
  )
}

function Citation({ citation, policy }: { citation: DatedValue['citation']; policy: Policy }) {
  return <p className="cite">{citationText(citation, policy, useWords())}</p>
}
