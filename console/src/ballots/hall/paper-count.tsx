/** Paper ballots beside those cast here: entered by two people, each for himself, then signed by the tellers. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { countPaper, statePaper } from '@luoshi/server/contract/secret-ballots'
import { signPaperCounts } from '@luoshi/ballots/tellers/teller-key'
import { refusalWords } from '@luoshi/ballots/protocol/refusal-words'
import { readShare } from '@luoshi/ballots/tellers/share-text'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../api/server.ts'
import { Field } from '../../ui/field.tsx'
import { LackingButton } from '../../ui/lacking-button.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { SheetScroll } from '../../ui/sheet-scroll.tsx'
import { useSay, useWords } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'
import { emptyPaper, paperOf, sumOf, withFigure, type PaperDraft } from './paper-draft.ts'
import { StepButton } from './step-button.tsx'
import { useStep } from './use-secret-ballot.ts'

export function PaperCount({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const { paper, entries, may } = ballot
  const mine = paper.entered.find(({ isMine }) => isMine)
  const isFull = paper.entered.length >= entries
  const isAgreed = isFull && !paper.differs
  return (
    <section className="hall-paper" aria-label={words.paperTitle}>
      <h3>
        {words.paperTitle} <small>{paper.isStated ? words.paperStated : ''}</small>
      </h3>
      <p>{words.paperWhat(ballot.issued.paper)}</p>
      {paper.entered.map(({ by, isMine }) => (
        <p key={by.id} className="quiet">
          {isMine ? words.paperMine : words.paperBy(by.name)}
        </p>
      ))}
      {paper.differs && <p className="ballot-alarm">{words.paperDiffers}</p>}
      {!paper.isStated && may.countPaper && (!isAgreed || mine === undefined) && (
        // Emptied by one's own entry alone: the other counts at the same time, and what is half typed stays.
        <Entry key={mine ? 'again' : 'first'} ballot={ballot} />
      )}
      {paper.toSign !== null && may.statePaper && <Sign ballot={ballot} body={paper.toSign} />}
    </section>
  )
}

function Entry({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const { ballots } = useWords()
  const say = useSay()
  const { id, version, contests } = ballot
  const marks = contests[0]?.marks ?? []
  const [draft, setDraft] = useState<PaperDraft>(() => emptyPaper(contests.length, marks.length))
  const [names, setNames] = useState({ chief: '', scrutineers: '', tellers: '' })
  const counts = paperOf(draft)
  const lacking = lackingOf(
    [words.figures, counts],
    [ballots.chief, names.chief],
    [ballots.tellers, names.tellers],
  )
  const columns = [...marks.map((mark) => say(mark)), words.blank, words.spoiled]
  return (
    <>
      <SheetScroll className="ballot-scroll">
        <table className="sheet ballot-grid">
          <thead>
            <tr>
              <th scope="col">{words.contest}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col">{words.cast}</th>
            </tr>
          </thead>
          <tbody>
            {contests.map(({ title }, row) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {columns.map((column, at) => (
                  <td key={column} data-label={column}>
                    <input
                      className="control control-count"
                      inputMode="numeric"
                      autoComplete="off"
                      maxLength={6}
                      aria-label={`${title} ${column}`}
                      value={draft[row]?.[at] ?? ''}
                      onChange={({ target }) => setDraft(withFigure(draft, row, at, target.value))}
                    />
                  </td>
                ))}
                <td className="number" data-label={words.cast}>
                  {sumOf(draft[row] ?? [])}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
      <div className="field-row">
        {(['chief', 'scrutineers', 'tellers'] as const).map((who) => (
          <Field key={who} label={ballots[who]} hint={who === 'chief' ? '' : ballots.namesHint}>
            {(parts) => (
              <Input
                {...parts}
                value={names[who]}
                onChange={({ target }) => setNames({ ...names, [who]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <StepButton
        ballot={id}
        label={words.paperEnter}
        lacking={lacking}
        send={() =>
          ask(countPaper, {
            params: { ballot: id },
            body: {
              version,
              contests: counts ?? [],
              counters: {
                chief: names.chief.trim(),
                scrutineers: listed(names.scrutineers),
                tellers: listed(names.tellers),
              },
            },
          })
        }
      />
    </>
  )
}

function listed(text: string): string[] {
  return text
    .split(/[、,，\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** The key stays in this browser: only the signature is sent. */
function Sign({ ballot, body }: Readonly<{ ballot: SecretBallot; body: string }>) {
  const words = useHallWords()
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const step = useStep(ballot.id)
  const pk = ballot.tellerPk ?? ''
  const secret = readShare(pk, typed)
  const isWrong = typed.replaceAll(/\s/g, '').length >= 56 && !secret.ok
  const sign = async () => {
    if (!secret.ok) return
    const signature = await signPaperCounts({ pk, secret: secret.value }, body)
    if (!signature.ok) {
      setRefused(say(refusalWords(signature.refusal.code)))
      return
    }
    const { id, version } = ballot
    const sent = { version, sig: signature.value }
    step.mutate(() => ask(statePaper, { params: { ballot: id }, body: sent }))
  }
  return (
    <>
      {step.error && <ProblemNote error={step.error} />}
      {refused !== null && <p className="ballot-alarm">{refused}</p>}
      <p>{words.signWhat}</p>
      <Field label={words.signKey} fault={isWrong ? words.shareWrong : null}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            className="hall-code"
            autoComplete="off"
            spellCheck={false}
            rows={3}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <LackingButton
        type="primary"
        lacking={lackingOf([words.signKey, secret.ok])}
        loading={step.isPending}
        onClick={() => void sign()}
      >
        {words.sign}
      </LackingButton>
    </>
  )
}
