/** Putting a ballot on record before it is counted: what it is on, who was there, who takes no part, who enters it. */
import type { RollTold } from '@luoshi/domain/ballots/ballot-roll'
import type { BallotSubject } from '@luoshi/domain/ballots/ballot-rows'
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, Id, MatterId } from '@luoshi/domain/kernel/ids'
import { quorumOf } from '@luoshi/domain/meetings/meeting'
import { secrecyLabels } from '@luoshi/domain/rule-books/choice-words'
import { secrecies, type Secrecy } from '@luoshi/domain/rule-books/official-ballot'
import { openBallot, type BallotDetail } from '@luoshi/server/contract/ballots'
import type { MeetingRow } from '@luoshi/server/contract/meetings'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { useMembers } from '../api/members.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { SessionField } from '../people/session-field.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay, useWords } from '../words/language.ts'
import { isHere, rollHere, sourceOf, WayField, wayOf, type BallotWay } from './ballot-way.tsx'
import { firstRoll, rollAt, RollField } from './roll-field.tsx'
import { recusedOf, subjectOf, useKnown } from './before-opening.ts'
import { ChooseMatters } from './choose-matters.tsx'
import {
  GroupFields,
  groupNeeds,
  groupsDraftOf,
  invitedOf,
  type GroupsDraft,
} from './group-fields.tsx'

type Props = Readonly<{
  appraisal: AppraisalId
  session: string
  about: BallotSubject['type']
  /** The void ballot that is held again. */
  again?: BallotDetail
  onClose: () => void
}>

type Draft = Readonly<{
  meeting: Id<'meeting'> | null
  session: string
  heldOn: Day | null
  members: number | null
  present: number | null
  way: BallotWay
  secrecy: Secrecy
  entries: 1 | 2
  /** Null until it is touched: then it is what the recusals on record say. */
  recused: string | null
  chosen: readonly MatterId[] | null
  /** Which state of the hall the ballot was held in; null where there is no meeting. */
  moment: number | null
  /** Null: only heads are counted. */
  roll: readonly RollTold[] | null
  groups: GroupsDraft
}>

export function OpenBallot({ appraisal, session, about, again, onClose }: Props) {
  const { ballots: words, roster } = useWords()
  const say = useSay()
  const { today } = useSession()
  const navigate = useNavigate()
  const known = useKnown(appraisal)
  const onRoster = useMembers()
  const [draft, setDraft] = useState<Draft>({
    meeting: again?.meeting ?? null,
    session,
    heldOn: isDay(today) ? today : null,
    members: again?.members ?? null,
    present: again?.present ?? null,
    way: wayOf(again?.source),
    secrecy: again?.source.secrecy ?? 'secret',
    entries: again?.entries ?? 2,
    recused: again ? again.recused.map(({ name, reason }) => `${name} ${reason}`).join('\n') : null,
    chosen: again ? again.judged.map(({ id }) => id) : null,
    moment: null,
    roll: null,
    groups: groupsDraftOf(again?.groups),
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const atMeeting = (meeting: MeetingRow | undefined) =>
    change(
      meeting
        ? {
            meeting: meeting.id,
            session: meeting.session,
            heldOn: meeting.heldOn,
            members: meeting.members,
            ...inHall(meeting, meeting.moments.at(-1)),
          }
        : { meeting: null, moment: null },
    )
  const inHall = (meeting: MeetingRow, moment: MeetingRow['moments'][number] | undefined) => ({
    moment: moment ? meeting.moments.indexOf(moment) : null,
    present: moment?.present ?? meeting.present,
    roll: moment ? rollAt(onRoster, meeting.members, moment) : null,
  })
  const { heldOn } = draft
  const at = known.meetings.find(({ id }) => id === draft.meeting)
  const here = isHere(draft.way)
  const roll = draft.roll ?? (here ? rollHere(onRoster, again) : null)
  const members = roll?.length ?? draft.members ?? (onRoster.length >= 3 ? onRoster.length : null)
  const present = roll?.filter(({ standing }) => standing === 'present').length ?? draft.present
  const matters = draft.chosen ?? known.waiting.map(({ id }) => id)
  const recused = draft.recused ?? known.recused
  const others = about === 'official' ? (known.rules?.groups ?? []) : []
  const act = useAct(
    (sure: Readonly<{ heldOn: Day; members: number; present: number }>) =>
      ask(openBallot, {
        body: {
          appraisal,
          ...sure,
          meeting: draft.meeting,
          session: draft.session,
          subject: subjectOf(about, matters),
          source: sourceOf(draft.way, draft.secrecy),
          recused: roll ? [] : recusedOf(recused),
          ...(roll ? { roll: roll.map((one) => ({ ...one })) } : {}),
          entries: draft.entries,
          replaces: again?.id ?? null,
          ...(others.length > 0 ? { groups: invitedOf(others, draft.groups) } : {}),
        },
      }),
    ['ballots'],
  )
  const lacking = lackingOf(
    [roster.sessionOf, draft.session],
    [words.heldOn, heldOn],
    [words.members, members],
    [words.present, present],
    [words.roll, !here || roll],
    ...groupNeeds(others, draft.groups, say),
    [words.chooseMatters, about === 'official' || matters],
  )
  return (
    <FormDialog
      title={again ? words.repeat : words.openTitle[about]}
      action={words.open}
      width={720}
      lacking={lacking}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() =>
        heldOn !== null &&
        members !== null &&
        present !== null &&
        act.mutate(
          { heldOn, members, present },
          {
            onSuccess: ({ id }) => {
              onClose()
              void navigate({ to: '/ballots/$ballot', params: { ballot: id } })
            },
          },
        )
      }
    >
      {again && <p className="ballot-note">{words.replacesNote}</p>}
      <Field label={words.meeting}>
        {(parts) => (
          <Select
            {...parts}
            value={draft.meeting ?? 'none'}
            onChange={(id) => atMeeting(known.meetings.find((one) => one.id === id))}
            options={[
              { value: 'none', label: words.noMeeting },
              ...known.meetings.map((one) => ({ value: one.id, label: one.session })),
            ]}
          />
        )}
      </Field>
      {at && at.moments.length > 1 && (
        <Field label={words.moment} hint={words.momentHint}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.moment}
              onChange={(index) => change(inHall(at, at.moments[index ?? 0]))}
              options={at.moments.map(({ point, present: there }, index) => ({
                value: index,
                label: words.momentOf(
                  point === null ? null : (at.agenda[point]?.text ?? null),
                  there,
                ),
              }))}
            />
          )}
        </Field>
      )}
      <div className="field-row">
        <SessionField
          value={draft.session}
          onChange={(next, on) => change({ session: next, ...(on === null ? {} : { heldOn: on }) })}
        />
        <Field label={words.heldOn}>
          {(parts) => (
            <DayInput {...parts} value={heldOn} onChange={(next) => change({ heldOn: next })} />
          )}
        </Field>
      </div>
      <div className="field-row">
        <Field label={words.members}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={3}
              disabled={roll !== null}
              value={members}
              onChange={(next) => change({ members: next })}
            />
          )}
        </Field>
        <Field
          label={words.present}
          hint={members === null ? '' : words.presentHint(quorumOf(members))}
        >
          {(parts) => (
            <InputNumber
              {...parts}
              min={0}
              disabled={roll !== null}
              value={present}
              onChange={(next) => change({ present: next })}
            />
          )}
        </Field>
      </div>
      <div className="field-row">
        <WayField way={draft.way} onChange={(way) => change({ way })} />
        <Field
          label={words.secrecy}
          hint={known.rules && words.secrecyRule(say(secrecyLabels[known.rules.secrecy]))}
        >
          {(parts) => (
            <Select
              {...parts}
              disabled={here}
              value={here ? 'secret' : draft.secrecy}
              onChange={(secrecy) => change({ secrecy })}
              options={secrecies.map((one) => ({ value: one, label: say(secrecyLabels[one]) }))}
            />
          )}
        </Field>
        <Field label={words.entries}>
          {(parts) => (
            <Select
              {...parts}
              value={draft.entries}
              onChange={(entries) => change({ entries })}
              options={([2, 1] as const).map((one) => ({
                value: one,
                label: words.entriesOf[one],
              }))}
            />
          )}
        </Field>
      </div>
      {onRoster.length >= 3 && (
        <Checkbox
          disabled={here}
          checked={roll !== null}
          onChange={({ target }) => change({ roll: target.checked ? firstRoll(onRoster) : null })}
        >
          {words.byName}
        </Checkbox>
      )}
      {roll && (
        <RollField members={onRoster} roll={roll} onChange={(next) => change({ roll: next })} />
      )}
      <Field label={words.recused} hint={roll ? words.recusedByRoll : words.recusedHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            disabled={roll !== null}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={recused}
            onChange={(event) => change({ recused: event.target.value })}
          />
        )}
      </Field>
      <GroupFields groups={others} draft={draft.groups} onChange={(groups) => change({ groups })} />
      {about === 'report' && <p className="ballot-note">{words.reportNote}</p>}
      {about !== 'official' && (
        <ChooseMatters
          waiting={known.waiting}
          chosen={matters}
          onChange={(chosen) => change({ chosen })}
        />
      )}
    </FormDialog>
  )
}
