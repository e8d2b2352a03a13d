/** The county's own layouts: what was learned, renamed or forgotten here; each is also a form for the ledger. */
import { sheetFieldLabels } from '@luoshi/domain/ledgers/sheet-fields'
import { exportLedger } from '@luoshi/server/contract/ledgers'
import { hrefOf } from '@luoshi/server/contract/kit'
import { dropOwnLayout, renameOwnLayout, type OwnLayoutRow } from '@luoshi/server/contract/mappings'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { useMay, useSession } from '../../api/session.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Field } from '../../ui/field.tsx'
import { lackingOf } from '../../ui/lacking.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { WholeDialog } from '../../ui/whole-dialog.tsx'
import { dayText } from '../../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../../words/language.ts'
import { ownLayoutsQuery } from './layouts-query.ts'

export function LayoutsPage() {
  const { columns: words, imports } = useWords()
  const { data, error, refetch } = useQuery(ownLayoutsQuery)
  return (
    <>
      <PageHead
        title={words.layouts}
        lead={words.layoutsLead}
        actions={<Link to="/imports">← {imports.title}</Link>}
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && <EmptyNote title={words.noLayouts}>{words.noLayoutsHint}</EmptyNote>}
      {data?.map((layout) => (
        <OneLayout key={layout.id} layout={layout} />
      ))}
    </>
  )
}

function OneLayout({ layout }: Readonly<{ layout: OwnLayoutRow }>) {
  const { columns: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const { today } = useSession()
  const may = useMay()
  const { message } = App.useApp()
  const confirm = useConfirm()
  const [renaming, setRenaming] = useState(false)
  const { id, name, keptOn, columns } = layout
  const drop = useAct(
    (version: number) => ask(dropOwnLayout, { params: { layout: id }, body: { version } }),
    ['own-layouts'],
  )
  const askDrop = async () => {
    const effects = words.dropEffects
    const sure = { title: words.dropAsk(name), effects, action: words.drop, irreversible: false }
    // What was seen when it was asked: the page may have read a newer one while the question stood there.
    const { version } = layout
    if (await confirm(sure))
      drop.mutate(version, { onSuccess: () => void message.success(words.dropped) })
  }
  return (
    <section className="card" aria-label={name}>
      <div className="card-head">
        <h2>
          {name}
          <small>{words.keptOn(dayText(keptOn, today, language))}</small>
        </h2>
        <span className="page-actions">
          <a href={hrefOf(exportLedger, {}, { layout: id })} download>
            {words.exportIn}
          </a>
          {may('KeepLayout') && (
            <>
              <Button size="small" onClick={() => setRenaming(true)}>
                {words.rename}
              </Button>
              <Button size="small" danger onClick={() => void askDrop()}>
                {words.drop}
              </Button>
            </>
          )}
        </span>
      </div>
      <div className="card-body">
        {drop.error && <ProblemNote error={drop.error} />}
        <p>
          {columns
            .map(({ heading, field }) =>
              field === null ? heading : `${heading}（${say(sheetFieldLabels[field])}）`,
            )
            .filter((text) => text !== '')
            .join('　')}
        </p>
      </div>
      {renaming && <Rename layout={layout} onClose={() => setRenaming(false)} />}
    </section>
  )
}

function Rename({ layout, onClose }: Readonly<{ layout: OwnLayoutRow; onClose: () => void }>) {
  const { columns: words } = useWords()
  const [name, setName] = useState(layout.name)
  const { id, version } = layout
  const send = (seen: number) =>
    ask(renameOwnLayout, { params: { layout: id }, body: { version: seen, name } })
  return (
    <WholeDialog
      now={version}
      title={words.renameTitle}
      action={words.rename}
      send={name.trim() === '' ? lackingOf([words.layoutName, name]) : send}
      changes={['own-layouts']}
      onClose={onClose}
    >
      <Field label={words.layoutName}>
        {(parts) => (
          <Input
            {...parts}
            value={name}
            maxLength={100}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
    </WholeDialog>
  )
}
