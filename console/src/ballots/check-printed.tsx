/** The percentages of a text that went to print, checked against the counts. It warns and never rejects. */
import { voteKinds } from '@luoshi/domain/verdicts/counting/rule'
import { checkPublished } from '@luoshi/domain/verdicts/counting/check-published'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '../ui/field.tsx'
import { useSay, useWords } from '../words/language.ts'
import { useRowName } from './row-names.ts'

type Props = Readonly<{ ballot: BallotDetail; count: NonNullable<BallotDetail['count']> }>

export function CheckPrinted({ ballot, count }: Props) {
  const { ballots: words } = useWords()
  const nameOf = useRowName(ballot)
  return (
    <section className="card ballot-printed no-print" aria-label={words.printed}>
      <div className="card-head">
        <h2>{words.printed}</h2>
      </div>
      <div className="card-body">
        <p className="quiet">{words.printedHint}</p>
        {ballot.rows.map((row, at) => {
          const figures = ballot.results[at]?.report.figures
          const votes = count.rows[at]
          if (!figures || !votes) return null
          const counts = voteKinds.flatMap((kind) =>
            figures.shares[kind] === undefined ? [] : [votes[kind]],
          )
          const [share] = Object.values(figures.shares)
          return (
            <RowCheck key={nameOf(row)} name={nameOf(row)} counts={counts} base={share?.of ?? 0} />
          )
        })}
      </div>
    </section>
  )
}

function RowCheck({
  name,
  counts,
  base,
}: Readonly<{ name: string; counts: readonly number[]; base: number }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const [text, setText] = useState('')
  const printed = text.split(/[\s、，,;；]+/).filter((one) => one !== '')
  const found =
    printed.length === 0
      ? []
      : checkPublished(printed, counts, base).filter(({ code }) => code !== 'parts-do-not-add')
  return (
    <>
      <Field label={name}>
        {(parts) => (
          <Input {...parts} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {printed.length > 0 && found.length === 0 && <p className="sum-good">{words.printedGood}</p>}
      {found.map((warning) => (
        <p key={`${warning.code} ${warning.at}`} className="ballot-warning">
          {say(warning)}
        </p>
      ))}
    </>
  )
}
