/** Entering the count: the form, who counted, and where two entries differ. What is typed survives a reload of the page. */
import { sheetColumns } from '@luoshi/domain/ballots/ballot-sheet'
import { voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import { mainGroup } from '@luoshi/domain/rule-books/voter-groups'
import { enterBallot, type BallotDetail } from '@luoshi/server/contract/ballots'
import { Input } from 'antd'
import { Fragment, useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay, useWords } from '../words/language.ts'
import { draftOf, emptyDraft, wholeCountOf, type BallotDraft } from './ballot-draft.ts'
import { EntryGrid } from './entry-grid.tsx'
import { useKeptDraft } from './kept-draft.ts'
import { useRowName } from './row-names.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

const names = (text: string) =>
  text
    .split(/[、，,;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const own = { figures: { zh: '票数（每一格都要填）', en: 'the figures (every box)' } }

export function EnterFigures({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const mine = ballot.entered.find(({ isMine }) => isMine)
  const other = ballot.entered.find(({ isMine }) => !isMine)
  const say = useSay()
  const { account } = useSession()
  const groups = ballot.groups.map(({ group }) => group)
  const { draft, change, forget } = useKeptDraft(ballot.id, account.id, () =>
    mine?.count ? draftOf(mine.count) : emptyDraft(ballot.rows.length, groups),
  )
  const [chief, setChief] = useState(mine?.counters?.chief ?? '')
  const [scrutineers, setScrutineers] = useState((mine?.counters?.scrutineers ?? []).join('、'))
  const [tellers, setTellers] = useState((mine?.counters?.tellers ?? []).join('、'))
  const asked = sheetColumns(ballot.subject, ballot.ruleBook).map(({ field }) => field)
  const count = wholeCountOf(draft, asked, groups)
  const counters = { chief, scrutineers: names(scrutineers), tellers: names(tellers) }
  const act = useAct(
    (settled: NonNullable<typeof count>) =>
      ask(enterBallot, {
        params: { ballot: ballot.id },
        body: { version: ballot.version, count: settled, counters },
      }),
    ['ballots'],
  )
  return (
    <section className="card" aria-label={words.enterTitle}>
      <div className="card-head">
        <h2>{mine ? words.correct : words.enterTitle}</h2>
      </div>
      <div className="card-body">
        {other && ballot.status === 'entered' && (
          <p className="ballot-note">{words.blind(other.by.name)}</p>
        )}
        {mine && ballot.status === 'entered' && (
          <p className="ballot-note">{words.waitsForOther}</p>
        )}
        {ballot.differences.length > 0 && <Differences ballot={ballot} />}
        {act.error && <ProblemNote error={act.error} />}
        <Frozen isFrozen={act.isPending}>
          <AllForms ballot={ballot} draft={draft} onChange={change} />
          <div className="field-row">
            <Field label={words.chief}>
              {(parts) => (
                <Input
                  {...parts}
                  value={chief}
                  onChange={(event) => setChief(event.target.value)}
                />
              )}
            </Field>
            <Field label={words.scrutineers} hint={words.namesHint}>
              {(parts) => (
                <Input
                  {...parts}
                  value={scrutineers}
                  onChange={(event) => setScrutineers(event.target.value)}
                />
              )}
            </Field>
            <Field label={words.tellers} hint={words.namesHint}>
              {(parts) => (
                <Input
                  {...parts}
                  value={tellers}
                  onChange={(event) => setTellers(event.target.value)}
                />
              )}
            </Field>
          </div>
        </Frozen>
        <LackingButton
          type="primary"
          lacking={lackingOf(
            [say(own.figures), count],
            [words.chief, chief],
            [words.tellers, counters.tellers],
          )}
          loading={act.isPending}
          onClick={() => count && act.mutate(count, { onSuccess: forget })}
        >
          {words.enter}
        </LackingButton>
      </div>
    </section>
  )
}

type FormsProps = Readonly<{
  ballot: BallotDetail
  draft: BallotDraft
  onChange: (draft: BallotDraft) => void
}>

/** The members' forms, then those of each group that votes beside them. */
function AllForms({ ballot, draft, onChange }: FormsProps) {
  const say = useSay()
  if (ballot.groups.length === 0)
    return <EntryGrid ballot={ballot} draft={draft} onChange={onChange} />
  const main = mainGroup(ballot.ruleBook.settings.voters.value)
  return (
    <>
      <h3>{say(voterGroupLabels[main])}</h3>
      <EntryGrid ballot={ballot} draft={draft} onChange={onChange} />
      {ballot.groups.map(({ group }) => (
        <Fragment key={group}>
          <h3>{say(voterGroupLabels[group])}</h3>
          <EntryGrid
            ballot={ballot}
            group={group}
            draft={draft.groups?.[group] ?? emptyDraft(ballot.rows.length)}
            onChange={(own) => onChange({ ...draft, groups: { ...draft.groups, [group]: own } })}
          />
        </Fragment>
      ))}
    </>
  )
}

function Differences({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const nameOf = useRowName(ballot)
  const columns = sheetColumns(ballot.subject, ballot.ruleBook)
  const [first, second] = ballot.entered
  const fieldName = (field: string) => {
    if (field === 'issued' || field === 'returned' || field === 'invalid') return words[field]
    const column = columns.find((one) => one.field === field)
    return column ? say(column) : field
  }
  return (
    <div className="ballot-differences" role="alert">
      <p>
        <b>{words.differs}</b> {words.differsFix}
      </p>
      <SheetScroll className="ballot-scroll">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{first?.by.name}</th>
              <th scope="col">{second?.by.name}</th>
            </tr>
          </thead>
          <tbody>
            {ballot.differences.map(({ group, row, field, first: one, second: two }) => {
              const of = row === null ? undefined : ballot.rows[row]
              return (
                <tr key={`${group}.${row}.${field}`}>
                  <th scope="row">
                    {group ? `${say(voterGroupLabels[group])} ` : ''}
                    {of ? `${nameOf(of)} ` : ''}
                    {fieldName(field)}
                  </th>
                  <td className="number">{one}</td>
                  <td className="number">{two}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </SheetScroll>
    </div>
  )
}
