/** The right editor for each setting. A new setting does not compile until it has one here. */
import { copyLabels } from '@luoshi/domain/rule-books/choice-words'
import { copyReceivers, type SettingKey, type Settings } from '@luoshi/domain/rule-books/rule-book'
import { leastSmallestGroup } from '@luoshi/domain/surveys/results/smallest-group'
import { useState, type ReactNode } from 'react'
import { subjectKindLabels, subjectKinds } from '@luoshi/domain/appraisals/year-plan'
import { approvingBodies, approvingBodyLabels } from '@luoshi/domain/people/approval'
import { AxesEditor, OfficialBallotEditor } from './ballot-editors.tsx'
import {
  ActivityNameEditor,
  BasicTreatmentEditor,
  PublicationEditor,
  RectificationEditor,
  ResultClassesEditor,
  RollOverEditor,
} from './choice-editors.tsx'
import { ConsequencesEditor, SelectingEditor } from './list-editors.tsx'
import { DeadlineEditor, ExtensionEditor, LeadEditor, NumberEditor } from './limit-editors.tsx'
import { ManyEditor } from './many-editor.tsx'
import { VotersEditor } from './voters-editor.tsx'

type Editing<Value> = Readonly<{ value: Value; onChange: (next: Value) => void }>
type Editors = { readonly [Key in SettingKey]: (editing: Editing<Settings[Key]>) => ReactNode }

const bodies: Editors['matterApprovers'] = (editing) => (
  <ManyEditor {...editing} options={approvingBodies} labels={approvingBodyLabels} />
)
const deadline: Editors['planDue'] = (editing) => <DeadlineEditor {...editing} />
const lead: Editors['noticeLead'] = (editing) => <LeadEditor {...editing} />

const editors: Editors = {
  activityName: (editing) => <ActivityNameEditor {...editing} />,
  subjectKinds: (editing) => (
    <ManyEditor {...editing} options={subjectKinds} labels={subjectKindLabels} />
  ),
  selecting: (editing) => <SelectingEditor {...editing} />,
  officialBallot: (editing) => <OfficialBallotEditor {...editing} />,
  voters: (editing) => <VotersEditor {...editing} />,
  rectificationJudged: (editing) => <RectificationEditor {...editing} />,
  axes: (editing) => <AxesEditor {...editing} />,
  basicTreatment: (editing) => <BasicTreatmentEditor {...editing} />,
  opinionDraftDue: deadline,
  handOverDue: deadline,
  meetingDue: deadline,
  misassignWindow: deadline,
  defenceWindow: deadline,
  planDue: deadline,
  reportDue: deadline,
  redoDue: deadline,
  rollOver: (editing) => <RollOverEditor {...editing} />,
  surveySmallest: (editing) => <NumberEditor {...editing} min={leastSmallestGroup} max={1000} />,
  noticeLead: lead,
  draftLead: lead,
  reportLead: lead,
  membersLead: lead,
  remindDays: (editing) => <NumberEditor {...editing} min={0} max={365} />,
  silenceDays: (editing) => <NumberEditor {...editing} min={1} max={3660} />,
  lookBackAfter: lead,
  extension: (editing) => <ExtensionEditor {...editing} />,
  warningRounds: (editing) => <NumberEditor {...editing} min={1} max={99} />,
  matterApprovers: bodies,
  exitApprovers: bodies,
  closureApprovers: bodies,
  escalationApprovers: bodies,
  consequences: (editing) => <ConsequencesEditor {...editing} />,
  publication: (editing) => <PublicationEditor {...editing} />,
  resultCopies: (editing) => (
    <ManyEditor {...editing} options={copyReceivers} labels={copyLabels} />
  ),
  publicityDays: (editing) => <NumberEditor {...editing} min={0} max={365} />,
  letterPrefix: (editing) => <ActivityNameEditor {...editing} />,
  resultClasses: (editing) => <ResultClassesEditor {...editing} />,
}

/** Keeps its own typed value, and hands each change up as it is. */
export function SettingEditor<Key extends SettingKey>({
  settingKey,
  initial,
  onChange,
}: Readonly<{
  settingKey: Key
  initial: Settings[Key]
  onChange: (next: unknown) => void
}>) {
  const [value, setValue] = useState<Settings[Key]>(initial)
  const edit: (editing: Editing<Settings[Key]>) => ReactNode = editors[settingKey]
  return edit({
    value,
    onChange: (next) => {
      setValue(next)
      onChange(next)
    },
  })
}
