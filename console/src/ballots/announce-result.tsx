/** The settled count with its reckoning, what follows for the official or for each matter, and the one confirmation. */
import { undeterminedWords } from '@luoshi/domain/matters/limit'
import { judgeRows } from '@luoshi/domain/ballots/ballot-results'
import { decidingOf, placesOf } from '@luoshi/domain/ballots/ballot-rows'
import { measuresAfter } from '@luoshi/domain/ballots/what-follows'
import type { Day } from '@luoshi/domain/kernel/day'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { axes, worstOf, type VerdictOutcome } from '@luoshi/domain/verdicts/verdict'
import { announceBallot, type BallotDetail } from '@luoshi/server/contract/ballots'
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf, type Need } from '../ui/lacking.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { Measures } from './measures.tsx'

type Demand = Readonly<{ reasons: string; until: Day | null; isExcepted: boolean }>

const nothingAsked: Demand = { reasons: '', until: null, isExcepted: false }

export function AnnounceResult({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const language = useLanguage()
  const results = resultsOf(ballot)
  const [demand, setDemand] = useState('')
  const [asked, setAsked] = useState<Readonly<Record<MatterId, Demand>>>({})
  const of = (matter: MatterId) => asked[matter] ?? nothingAsked
  const outcomeOf = (matter: MatterId): VerdictOutcome => {
    if (of(matter).isExcepted) return 'unsatisfied'
    const places = placesOf(ballot.subject, matter)
    return worstOf(axes.flatMap((axis) => results[places[axis]]?.result ?? []))
  }
  const goOn = ballot.judged.filter(({ id }) => outcomeOf(id) !== 'satisfied')
  const isOfficial = ballot.subject.type === 'official'
  const overall = worstOf(decidingOf(ballot.subject, results).map(({ result }) => result))
  const act = useAct(
    () =>
      ask(announceBallot, {
        params: { ballot: ballot.id },
        body: {
          version: ballot.version,
          demand,
          excepted: ballot.judged.flatMap(({ id }) => (of(id).isExcepted ? [id] : [])),
          demands: goOn.map(({ id: matter }) => {
            const { reasons, until } = of(matter)
            return { matter, reasons, until }
          }),
        },
      }),
    ['ballots', 'matters', 'matter', 'appraisals', 'meeting'],
  )
  const lacking = isOfficial
    ? lackingOf([words.demand, overall === 'satisfied' || demand])
    : lackingOf(...goOn.map(({ id }): Need => [words.reasons, of(id).reasons]))
  const redoBy =
    ballot.redoBy === null
      ? undeterminedWords[language].short
      : fullDayText(ballot.redoBy, language)
  return (
    <section className="card" aria-label={words.announceTitle}>
      <div className="card-head">
        <h2>{words.announceTitle}</h2>
      </div>
      <div className="card-body">
        {act.error && <ProblemNote error={act.error} />}
        <Frozen isFrozen={act.isPending}>
          {isOfficial && overall !== 'satisfied' && (
            <>
              <Measures measures={measuresAfter(overall, ballot.round, ballot.ruleBook)} />
              <p>{words.redoBy(redoBy)}</p>
              <Field label={words.demand} hint={words.demandHint}>
                {(parts) => (
                  <Input.TextArea
                    {...parts}
                    autoSize={{ minRows: 2, maxRows: 6 }}
                    placeholder={words.demandDefault(redoBy)}
                    value={demand}
                    onChange={(event) => setDemand(event.target.value)}
                  />
                )}
              </Field>
            </>
          )}
          {!isOfficial && goOn.length === 0 && <p className="sum-good">{words.allSatisfied}</p>}
          {!isOfficial && (
            <ul className="ballot-verdicts">
              {ballot.judged.map((matter) => (
                <MatterVerdict
                  key={matter.id}
                  matter={matter}
                  outcome={outcomeOf(matter.id)}
                  mayExcept={ballot.subject.type === 'report'}
                  redoBy={redoBy}
                  demand={of(matter.id)}
                  onChange={(next) => setAsked((before) => ({ ...before, [matter.id]: next }))}
                />
              ))}
            </ul>
          )}
        </Frozen>
        <LackingButton
          type="primary"
          lacking={lacking}
          loading={act.isPending}
          onClick={() => act.mutate(undefined)}
        >
          {isOfficial ? words.announce : words.announceMatters(ballot.judged.length)}
        </LackingButton>
      </div>
    </section>
  )
}

/** By the same rule that will judge; the server counts again before anything is written. */
function resultsOf(ballot: BallotDetail) {
  if (!ballot.count) return []
  const recusedNames = ballot.recused
  const about = { ...ballot, recused: recusedNames.length, recusedNames }
  const judged = judgeRows(about, ballot.count, ballot.ruleBook)
  return judged.ok ? judged.value : []
}

function MatterVerdict({
  matter: { id, number, title, unitName },
  outcome,
  mayExcept,
  redoBy,
  demand,
  onChange,
}: Readonly<{
  matter: BallotDetail['judged'][number]
  outcome: VerdictOutcome
  mayExcept: boolean
  redoBy: string
  demand: Demand
  onChange: (demand: Demand) => void
}>) {
  const { ballots: words } = useWords()
  return (
    <li>
      <p>
        <span className="number quiet">{number}</span> <MatterLink matter={id}>{title}</MatterLink>{' '}
        <span className="quiet">{unitName}</span>{' '}
        <b className={`outcome-${outcome}`}>{words.outcomes[outcome]}</b>
      </p>
      {mayExcept && (
        <Checkbox
          checked={demand.isExcepted}
          onChange={(event) => onChange({ ...demand, isExcepted: event.target.checked })}
        >
          {words.except}
        </Checkbox>
      )}
      {outcome !== 'satisfied' && (
        <div className="field-row">
          <Field label={words.reasons} hint={words.reasonsHint}>
            {(parts) => (
              <Input.TextArea
                {...parts}
                autoSize={{ minRows: 1, maxRows: 5 }}
                value={demand.reasons}
                onChange={(event) => onChange({ ...demand, reasons: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.until} hint={words.untilHint(redoBy)}>
            {(parts) => (
              <DayInput
                {...parts}
                value={demand.until}
                onChange={(until) => onChange({ ...demand, until })}
              />
            )}
          </Field>
        </div>
      )}
    </li>
  )
}
