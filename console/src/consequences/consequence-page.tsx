/** One step of the ladder as a paper, and what may follow it. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import type { Day } from '@luoshi/domain/kernel/day'
import { approvingBodyLabels, type Approval } from '@luoshi/domain/people/approval'
import { moverLabels } from '@luoshi/domain/supervision/consequence-checks'
import { stepTexts } from '@luoshi/domain/supervision/consequence-steps'
import { getConsequence, type ConsequenceDetail } from '@luoshi/server/contract/consequences'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PassedOn } from '../ui/passed-on.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import '../supervision/supervision.css'
import './consequences.css'
import { FollowUps } from './follow-ups.tsx'

const route = getRouteApi('/consequences/$consequence')

export function ConsequencePage() {
  const { consequence } = route.useParams()
  return isId('consequence', consequence) ? (
    <Loaded key={consequence} id={consequence} />
  ) : (
    <NotFound />
  )
}

function Loaded({ id }: Readonly<{ id: Id<'consequence'> }>) {
  const { consequences: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['consequence', id],
    queryFn: () => ask(getConsequence, { params: { consequence: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  return (
    <>
      <PageHead
        title={data.reference}
        lead={
          <Link to="/appraisals/$appraisal" params={{ appraisal: data.appraisal }} search={{}}>
            {data.appraisalTitle}
          </Link>
        }
        actions={
          <>
            <FollowUps consequence={data} />
            <Button onClick={() => window.print()}>{words.print}</Button>
          </>
        }
      />
      <PassedOn before={data.heldBefore} now={`${data.unitName}${data.holderName}`} />
      <Paper paper={data} />
    </>
  )
}

function Paper({ paper }: Readonly<{ paper: ConsequenceDetail }>) {
  const { consequences: words } = useWords()
  const say = useSay()
  const day = useDay()
  return (
    <article className="card notice-paper">
      {paper.lifting && (
        <p className="notice-withdrawn">
          {words.liftedOn(day(paper.lifting.on))}：{paper.lifting.reason}
        </p>
      )}
      <h2>
        {paper.congressName}
        <br />
        {say(stepTexts[paper.step])}
      </h2>
      <p className="notice-reference">{paper.reference}</p>
      <p>{words.to(paper.heldBefore[0]?.unitName ?? paper.unitName)}</p>
      <p className="notice-text">
        {words.paperIntro(paper.congressName, paper.appraisalTitle)}
        {say(stepTexts[paper.step])}
      </p>
      <p className="notice-text consequence-text">{paper.text}</p>
      {paper.matters.length > 0 && (
        <ul className="consequence-matters">
          {paper.matters.map((matter) => (
            <li key={matter.id}>
              {matter.number}　<MatterLink matter={matter.id}>{matter.title}</MatterLink>
            </li>
          ))}
        </ul>
      )}
      <dl className="notice-receipt">
        <Facts paper={paper} />
      </dl>
      <p className="notice-signature">
        {paper.congressName}
        <br />
        {day(paper.on)}
      </p>
      <dl className="notice-receipt">
        <What paper={paper} />
      </dl>
    </article>
  )
}

function useDay(): (one: Day) => string {
  const language = useLanguage()
  return (one) => fullDayText(one, language)
}

function Fact({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="consequence-text">{children}</dd>
    </>
  )
}

function useDecided(): (approval: Approval) => string {
  const { consequences: words } = useWords()
  const say = useSay()
  const day = useDay()
  return ({ body, on, reference }) =>
    words.decidedBy(say(approvingBodyLabels[body]), day(on), reference)
}

function Facts({ paper }: Readonly<{ paper: ConsequenceDetail }>) {
  const { consequences: words } = useWords()
  const say = useSay()
  const day = useDay()
  const decided = useDecided()
  const isMoved = paper.signers > 0 || paper.mover !== 'chairs'
  return (
    <>
      <Fact name={words.law}>{say(stepTexts[paper.step].law)}</Fact>
      {paper.officialName !== '' && (
        <Fact name={words.person}>
          {paper.officialName}　{paper.post}
        </Fact>
      )}
      {paper.target !== '' && <Fact name={words.target}>{paper.target}</Fact>}
      {isMoved && (
        <Fact name={words.movedBy}>
          {say(moverLabels[paper.mover])}
          {paper.signers > 0 && `，${words.signedBy(paper.signers, paper.members)}`}
          {paper.movers !== '' && `：${paper.movers}`}
        </Fact>
      )}
      {paper.material !== '' && <Fact name={words.material}>{paper.material}</Fact>}
      <Fact name={words.decision}>{decided(paper.approval)}</Fact>
      {paper.session !== '' && <Fact name={words.session}>{paper.session}</Fact>}
      {paper.due !== null && <Fact name={words.due}>{day(paper.due)}</Fact>}
    </>
  )
}

function What({ paper }: Readonly<{ paper: ConsequenceDetail }>) {
  const { consequences: words } = useWords()
  const day = useDay()
  const decided = useDecided()
  const { defence, vote, outcome, secondAnswer } = paper
  return (
    <>
      {paper.answers.map((one, index) => (
        <Fact key={`a${index}`} name={words.answers}>
          {words.answerBy(words.way[one.way], day(one.on), one.signer)}
          {'\n'}
          {one.text}
        </Fact>
      ))}
      {paper.ratings.map((one, index) => (
        <Fact key={`r${index}`} name={words.ratings}>
          {words.rating(day(one.on), one.dissatisfied, one.proposers)}
        </Fact>
      ))}
      {secondAnswer && <Fact name={words.secondAnswer}>{decided(secondAnswer)}</Fact>}
      {defence && (
        <Fact name={words.defence}>
          {words.answerBy(words.way[defence.way], day(defence.on), '')}
          {'\n'}
          {defence.text}
        </Fact>
      )}
      {vote && (
        <Fact name={words.vote}>
          {words.voteText(vote.yes, vote.no, vote.abstain, vote.members)}（
          {vote.passed ? words.passed : words.notPassed}）
        </Fact>
      )}
      {outcome && (
        <Fact name={words.outcome}>
          {day(outcome.on)}　{outcome.text}
        </Fact>
      )}
    </>
  )
}
