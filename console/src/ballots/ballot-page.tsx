/** One ballot from its opening to its announcement: figures by two people, the reckoning, one confirmation. */
import { decidingOf, placesOf, subjectLabels } from '@luoshi/domain/ballots/ballot-rows'
import { sheetColumns } from '@luoshi/domain/ballots/ballot-sheet'
import { votesChart } from '@luoshi/domain/ballots/votes-chart'
import { rollStandingLabels, rollStandings } from '@luoshi/domain/ballots/ballot-roll'
import { undeterminedWords } from '@luoshi/domain/matters/limit'
import { voidGroundLabels, methodLabel } from '@luoshi/domain/ballots/ballot-labels'
import { measuresAfter } from '@luoshi/domain/ballots/what-follows'
import { isId, type Id, type MatterId } from '@luoshi/domain/kernel/ids'
import { secrecyLabels } from '@luoshi/domain/rule-books/choice-words'
import { axes, worstOf } from '@luoshi/domain/verdicts/verdict'
import { getBallot, type BallotDetail } from '@luoshi/server/contract/ballots'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { AnnounceResult } from './announce-result.tsx'
import './ballots.css'
import './phone-rows.css'
import { EnterFigures } from './enter-figures.tsx'
import { CastCourse } from './hall/cast-course.tsx'
import { UnanimityGate } from './hall/unanimity-gate.tsx'
import { Measures } from './measures.tsx'
import { DecideSurplus } from './decide-surplus.tsx'
import { OpenBallot } from './open-ballot.tsx'
import { groupHeads, GroupResults } from './group-results.tsx'
import { BarChartFigure } from '../ui/bar-chart-figure.tsx'
import { useRowName } from './row-names.ts'
import { ResultTable } from './result-table.tsx'
import { VoidBallot } from './void-ballot.tsx'

const route = getRouteApi('/ballots/$ballot')

export function BallotPage() {
  const { ballot } = route.useParams()
  return isId('ballot', ballot) ? <Ballot key={ballot} id={ballot} /> : <NotFound />
}

/** Whoever waits for the other person's entry sees it without reloading. */
const waitsMs = 3_000

function Ballot({ id }: Readonly<{ id: Id<'ballot'> }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['ballots', id],
    queryFn: () => ask(getBallot, { params: { ballot: id } }),
    refetchInterval: ({ state }) =>
      ['entered', 'differs'].includes(state.data?.status ?? '') ? waitsMs : false,
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const { members, present, recused, source, voided } = data
  return (
    <>
      <PageHead
        title={`${say(subjectLabels[data.about])} · ${data.session}`}
        lead={
          <>
            <Link
              to="/appraisals/$appraisal"
              params={{ appraisal: data.appraisal }}
              search={{ tab: 'ballots' }}
            >
              {words.back}
            </Link>{' '}
            · {words.status[isNewHere(data) ? 'preparing' : data.status]} ·{' '}
            {fullDayText(data.heldOn, language)} · {say(methodLabel(source))} ·{' '}
            {say(secrecyLabels[source.secrecy])}
          </>
        }
        actions={<Steps ballot={data} />}
      />
      <p className="ballot-facts">
        {words.facts(members, present, recused.length)}
        {data.groups.map((one) => `；${say(groupHeads(one))}`).join('')}
        {recused.map(({ name, reason }) => (name === '' ? '' : `；${name}（${reason}）`)).join('')}
      </p>
      {data.rollCalled && <Roll roll={data.rollCalled} />}
      {voided && (
        <p className="ballot-alarm">
          {words.voided(say(voidGroundLabels[voided.ground]), voided.reason)}
        </p>
      )}
      {data.status === 'surplus' && <p className="ballot-alarm">{words.surplus}</p>}
      {data.sessionWarnings.map((warning) => (
        <p key={warning.zh} className="ballot-warning">
          {say(warning)}
        </p>
      ))}
      {source.type === 'castHere' && <CastCourse id={id} />}
      {data.count && <Counted ballot={data} />}
      {data.may.enter && <EnterFigures key={ownEntry(data)} ballot={data} />}
      {data.may.announce && (
        <UnanimityGate ballot={data}>
          <AnnounceResult ballot={data} />
        </UnanimityGate>
      )}
      {data.status === 'announced' && <Followed ballot={data} />}
    </>
  )
}

/** Begun anew when one's own figures are in; what somebody else enters meanwhile leaves what is typed as it is. */
function ownEntry({ entered }: BallotDetail): string {
  return JSON.stringify(entered.find(({ isMine }) => isMine) ?? null)
}

/** Cast here, it waits for its preparation, not for figures. */
function isNewHere({ source, status }: BallotDetail): boolean {
  return source.type === 'castHere' && status === 'open'
}

/** Who was there, kept apart from how anybody voted. */
function Roll({ roll }: Readonly<{ roll: NonNullable<BallotDetail['rollCalled']> }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const named = ({ name, reason }: (typeof roll)[number]) =>
    reason ? `${name}（${reason}）` : name
  const groups = rollStandings.map((standing) => {
    return [
      say(rollStandingLabels[standing]),
      roll.filter((one) => one.standing === standing),
    ] as const
  })
  return (
    <details className="ballot-facts">
      <summary>{words.roll}</summary>
      {groups.map(([label, lines]) =>
        lines.length === 0 ? null : (
          <p key={label}>
            <b>
              {label} {lines.length}
            </b>
            ：{lines.map(named).join('、')}
          </p>
        ),
      )}
    </details>
  )
}

function Counted({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const language = useLanguage()
  const nameOf = useRowName(ballot)
  const names = ballot.entered.map(({ by }) => by.name).join('、')
  const columns = sheetColumns(ballot.subject, ballot.ruleBook)
  const chart = ballot.count
    ? votesChart(ballot.rows.map(nameOf), columns, ballot.count, language)
    : null
  return (
    <section className="card" aria-label={words.countedTitle}>
      <div className="card-head">
        <h2>
          {words.countedTitle}
          {names !== '' && <small>{words.enteredBy(names)}</small>}
        </h2>
      </div>
      <div className="card-body">
        <ResultTable ballot={ballot} steps />
        <GroupResults ballot={ballot} />
        {chart && <BarChartFigure title={words.chart} chart={chart} />}
      </div>
    </section>
  )
}

function Followed({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const language = useLanguage()
  const overall = worstOf(decidingOf(ballot.subject, ballot.results).map(({ result }) => result))
  const isOfficial = ballot.subject.type === 'official'
  const isOneByOne = ballot.subject.type === 'matters'
  return (
    <section className="card" aria-label={words.outcome}>
      <div className="card-body">
        <p>
          {!isOneByOne && (
            <b className={`outcome-${overall}`}>
              {isOfficial ? words.officialOutcomes[overall] : words.outcomes[overall]}
            </b>
          )}{' '}
          {ballot.announcedOn && words.announcedOn(fullDayText(ballot.announcedOn, language))}
        </p>
        {ballot.demand !== '' && <p>{ballot.demand}</p>}
        {isOfficial && overall !== 'satisfied' && (
          <>
            <p>
              {words.redoBy(
                ballot.redoBy === null
                  ? undeterminedWords[language].short
                  : fullDayText(ballot.redoBy, language),
              )}
            </p>
            <Measures measures={measuresAfter(overall, ballot.round, ballot.ruleBook)} />
          </>
        )}
        <ul className="ballot-verdicts">
          {ballot.judged.map(({ id, number, title, unitName }) => (
            <li key={id}>
              <span className="number quiet">{number}</span>{' '}
              <MatterLink matter={id}>{title}</MatterLink> <span className="quiet">{unitName}</span>
              {isOneByOne && <Outcome ballot={ballot} matter={id} />}
              {ballot.excepted.includes(id) && (
                <b className="outcome-unsatisfied"> {words.setApart}</b>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Judged one by one, each matter has an outcome of its own. */
function Outcome({ ballot, matter }: Readonly<{ ballot: BallotDetail; matter: MatterId }>) {
  const { ballots: words } = useWords()
  const places = placesOf(ballot.subject, matter)
  const outcome = worstOf(axes.flatMap((axis) => ballot.results[places[axis]]?.result ?? []))
  return <b className={`outcome-${outcome}`}> {words.outcomes[outcome]}</b>
}

function Steps({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const [doing, setDoing] = useState<'void' | 'repeat' | 'decide' | null>(null)
  const { may, id, status } = ballot
  const params = { ballot: id }
  return (
    <>
      {(status === 'counted' || status === 'announced') && ballot.count && (
        <Link to="/ballots/$ballot/tally" params={params}>
          {words.tally}
        </Link>
      )}
      {status === 'announced' && (
        <Link to="/ballots/$ballot/announcement" params={params}>
          {words.notice}
        </Link>
      )}
      {may.decide && (
        <Button type="primary" onClick={() => setDoing('decide')}>
          {words.decide}
        </Button>
      )}
      {doing === 'decide' && <DecideSurplus ballot={ballot} onClose={() => setDoing(null)} />}
      {may.void && <Button onClick={() => setDoing('void')}>{words.void}</Button>}
      {may.repeat && (
        <Button type="primary" onClick={() => setDoing('repeat')}>
          {words.repeat}
        </Button>
      )}
      {doing === 'void' && <VoidBallot {...ballot} onClose={() => setDoing(null)} />}
      {doing === 'repeat' && (
        <OpenBallot
          appraisal={ballot.appraisal}
          session={ballot.session}
          about={ballot.about}
          again={ballot}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}
