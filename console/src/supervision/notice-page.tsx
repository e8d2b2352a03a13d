/** One paper as it is printed, with its receipt; the unit signs and answers here. Layout after domain.md §8.10. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { undeterminedWords } from '@luoshi/domain/matters/limit'
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { chasePaperName } from '@luoshi/domain/supervision/chase'
import { noticeProblemLabels } from '@luoshi/domain/supervision/notice'
import {
  answerNotice,
  getNotice,
  signNotice,
  withdrawNotice,
  type NoticeDetail,
} from '@luoshi/server/contract/supervision'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PassedOn } from '../ui/passed-on.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import './supervision.css'

const route = getRouteApi('/notices/$notice')

export function NoticePage() {
  const { notice } = route.useParams()
  return isId('notice', notice) ? <Notice key={notice} id={notice} /> : <NotFound />
}

function Notice({ id }: Readonly<{ id: Id<'notice'> }>) {
  const { supervision: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['notices', id],
    queryFn: () => ask(getNotice, { params: { notice: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  return (
    <>
      <PageHead
        title={data.reference}
        lead={<Link to="/supervision">{words.back}</Link>}
        actions={<Steps notice={data} />}
      />
      <PassedOn before={data.heldBefore} now={data.unitName} />
      <Paper notice={data} />
    </>
  )
}

const changes = ['notices', 'supervision']

function Steps({ notice }: Readonly<{ notice: NoticeDetail }>) {
  const { supervision: words } = useWords()
  const [writing, setWriting] = useState<'answer' | 'withdraw' | null>(null)
  const { id, version, may } = notice
  const sign = useAct(() => ask(signNotice, { params: { notice: id }, body: { version } }), changes)
  return (
    <>
      {sign.error && <ProblemNote error={sign.error} />}
      {may.sign && (
        <Button type="primary" loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
          {words.sign}
        </Button>
      )}
      {may.answer && (
        <Button type="primary" onClick={() => setWriting('answer')}>
          {words.answer}
        </Button>
      )}
      {may.withdraw && <Button onClick={() => setWriting('withdraw')}>{words.withdraw}</Button>}
      <Button onClick={() => window.print()}>{words.print}</Button>
      <DownloadPaper kind="supervision-notice" record={id} />
      {writing !== null && (
        <Write notice={notice} what={writing} onClose={() => setWriting(null)} />
      )}
    </>
  )
}

function Write({
  notice: { id, version },
  what,
  onClose,
}: Readonly<{ notice: NoticeDetail; what: 'answer' | 'withdraw'; onClose: () => void }>) {
  const { supervision: words } = useWords()
  const [text, setText] = useState('')
  const label = what === 'answer' ? words.answerText : words.withdrawReason
  const params = { notice: id }
  const act = useAct(
    (said: string) =>
      what === 'answer'
        ? ask(answerNotice, { params, body: { version, text: said } })
        : ask(withdrawNotice, { params, body: { version, reason: said } }),
    changes,
  )
  return (
    <FormDialog
      title={what === 'answer' ? words.answerTitle : words.withdrawTitle}
      action={what === 'answer' ? words.answer : words.withdraw}
      lacking={lackingOf([label, text])}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(text, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={label}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}

function Paper({ notice }: Readonly<{ notice: NoticeDetail }>) {
  const { supervision: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { approval, receipt, answer, withdrawal } = notice
  const day = (one: Parameters<typeof fullDayText>[0]) => fullDayText(one, language)
  return (
    <article className="card notice-paper">
      {withdrawal && (
        <p className="notice-withdrawn">
          {words.withdrawnOn(day(withdrawal.on))}：{withdrawal.reason}
        </p>
      )}
      <h2>
        {notice.congressName}
        <br />
        {chasePaperName(notice.level)}书
      </h2>
      <p className="notice-reference">{notice.reference}</p>
      <p>{words.to(notice.addressee)}</p>
      <p className="notice-text">{words.intro(notice.congressName)}</p>
      <table className="sheet notice-matters">
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.matter}</th>
            <th scope="col">{words.dueOn}</th>
          </tr>
        </thead>
        <tbody>
          {notice.matters.map((matter) => (
            <tr key={matter.id}>
              <td className="number">{matter.number}</td>
              <td>
                <MatterLink matter={matter.id}>{matter.title}</MatterLink>
              </td>
              <td>{matter.due === null ? undeterminedWords[language].short : day(matter.due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="notice-text">
        {words.problem}：{say(noticeProblemLabels[notice.problem])}。
      </p>
      <p className="notice-text">
        {words.demand}：{notice.demand}
      </p>
      <p className="notice-text">
        {words.askReport(day(notice.reportBy))}
        {approval && words.decided(say(approvingBodyLabels[approval.body]), approval.reference)}
      </p>
      <p className="notice-signature">
        {notice.congressName}
        <br />
        {day(notice.issuedOn)}
        <br />
        <small>
          {words.issuer}：{notice.issuedBy}
        </small>
      </p>
      <dl className="notice-receipt">
        <dt>{words.receipt}</dt>
        <dd>{receipt === null ? words.notSigned : words.signedBy(receipt.by, day(receipt.on))}</dd>
        {answer && (
          <>
            <dt>{words.answeredOn(day(answer.on))}</dt>
            <dd className="notice-answer">{answer.text}</dd>
          </>
        )}
      </dl>
    </article>
  )
}
