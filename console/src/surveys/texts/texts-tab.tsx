/** Free texts of a survey after its close: opened by one act, then worked through, the nearly equal ones together. */
import type { Id } from '@luoshi/domain/kernel/ids'
import {
  listSurveyTexts,
  openSurveyTexts,
  type SurveyTextRow,
  type SurveyTexts,
} from '@luoshi/server/contract/survey-texts'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { useMay } from '../../api/session.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useSurveyWords } from '../survey-words.ts'
import type { SurveyTabProps } from '../survey-tabs.ts'
import type { Handling } from '../../voices/handling-fields.tsx'
import { HandleTexts } from './handle-texts.tsx'
import { TextGroup } from './text-group.tsx'
import './texts.css'

export function TextsTab({ survey }: SurveyTabProps) {
  const { texts: words } = useSurveyWords()
  const may = useMay()
  if (may('ReadVoices')) return <Readable survey={survey} />
  return (
    <section className="card">
      <EmptyNote title={words.officeOnly} />
    </section>
  )
}

function Readable({ survey }: SurveyTabProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['surveys', survey.id, 'texts'],
    queryFn: () => ask(listSurveyTexts, { params: { survey: survey.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  if (!data.isOpened) return <Sealed survey={survey.id} mayOpen={data.mayOpen} />
  return <Worked survey={survey.id} texts={data} />
}

function Sealed({ survey, mayOpen }: Readonly<{ survey: Id<'survey'>; mayOpen: boolean }>) {
  const { texts: words } = useSurveyWords()
  const [asking, setAsking] = useState(false)
  const act = useAct(
    () => ask(openSurveyTexts, { params: { survey }, body: {} }),
    ['surveys', 'voices'],
  )
  const isEmpty = act.data !== undefined && !act.data.isOpened
  return (
    <section className="card">
      <EmptyNote
        title={isEmpty ? words.none : words.sealed}
        action={
          mayOpen &&
          !isEmpty && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {words.open}
            </Button>
          )
        }
      >
        {!isEmpty && (mayOpen ? words.sealedFix : words.sealedOther)}
      </EmptyNote>
      {asking && (
        <FormDialog
          title={words.openTitle}
          action={words.open}
          lacking={[]}
          pending={act.isPending}
          error={act.error}
          onSubmit={() => act.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p className="consequence">{words.openEffect}</p>
        </FormDialog>
      )}
    </section>
  )
}

/** Groups with most texts first; within the same size by number. */
function groupsOf(rows: readonly SurveyTextRow[]): readonly (readonly SurveyTextRow[])[] {
  const groups = new Map<number, SurveyTextRow[]>()
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row])
  return [...groups.values()].toSorted((a, b) => b.length - a.length)
}

const acts: readonly Handling[] = ['takeOver', 'reply', 'seal']

function Worked({ survey, texts }: Readonly<{ survey: Id<'survey'>; texts: SurveyTexts }>) {
  const { texts: words } = useSurveyWords()
  const [onlyLeft, setOnlyLeft] = useState(true)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [doing, setDoing] = useState<Handling | null>(null)
  const left = texts.rows.filter(({ status }) => status === 'received')
  const shown = onlyLeft ? left : texts.rows
  const chosen = left.filter(({ id }) => picked.has(id))
  const toggle = (ids: readonly string[], on: boolean) =>
    setPicked(
      (before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))),
    )
  return (
    <section className="card survey-texts" aria-label={words.tab}>
      <div className="card-head">
        <h2>
          {words.tab}
          <small>{words.counts(texts.rows.length, left.length)}</small>
        </h2>
        <Checkbox checked={onlyLeft} onChange={({ target }) => setOnlyLeft(target.checked)}>
          {words.onlyLeft}
        </Checkbox>
      </div>
      {chosen.length > 0 && (
        <div className="texts-bar">
          <output>{words.picked(chosen.length)}</output>
          {acts.map((act) => (
            <Button
              key={act}
              type={act === 'takeOver' ? 'primary' : 'default'}
              onClick={() => setDoing(act)}
            >
              {words[act]}
            </Button>
          ))}
        </div>
      )}
      {shown.length === 0 && <EmptyNote title={words.allDone}>{words.allDoneFix}</EmptyNote>}
      {groupsOf(shown).map((rows) => (
        <TextGroup key={rows[0]?.id} rows={rows} picked={picked} onPick={toggle} />
      ))}
      {doing !== null && (
        <HandleTexts
          survey={survey}
          rows={chosen}
          act={doing}
          onDone={() => {
            setPicked(new Set())
            setDoing(null)
          }}
          onClose={() => setDoing(null)}
        />
      )}
    </section>
  )
}
