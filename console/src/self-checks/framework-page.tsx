/** The county's own framework of self-checks: what every unit will be asked, until it is changed here. */
import type { SelfCheckFramework } from '@luoshi/domain/appraisals/self-check-framework'
import { getFramework, setFramework } from '@luoshi/server/contract/self-checks'
import { useQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { Frozen } from '../ui/frozen.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { frameworkToSend } from './framework-draft.ts'
import { FrameworkEditor } from './framework-editor.tsx'
import './self-checks.css'

export function FrameworkPage() {
  const { selfChecks: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const { data, error, refetch } = useQuery({
    queryKey: ['self-check-framework'],
    queryFn: () => ask(getFramework, {}),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const lead =
    data.setOn === null
      ? words.frameworkSeed
      : words.frameworkSet(dayText(data.setOn, today, language))
  return (
    <>
      <PageHead title={words.framework} lead={lead} />
      <HeldForm now={data}>
        {({ version, framework }, saved) => (
          <Editing version={version} framework={framework} onSaved={saved} />
        )}
      </HeldForm>
    </>
  )
}

function Editing({
  version,
  framework,
  onSaved,
}: Readonly<{ version: number; framework: SelfCheckFramework; onSaved: () => void }>) {
  const { selfChecks: words, shell } = useWords()
  const { message } = App.useApp()
  const [parts, setParts] = useState(framework)
  const sent = frameworkToSend(parts)
  const act = useAct(
    async (whole: NonNullable<typeof sent>) => {
      const saved = await ask(setFramework, { body: { version, framework: whole } })
      onSaved()
      return saved
    },
    ['self-check-framework', 'appraisals'],
  )
  return (
    <section className="card" aria-label={words.framework}>
      <div className="card-body">
        <p className="quiet">{words.frameworkPageHint}</p>
        {act.error && <ProblemNote error={act.error} />}
        <Frozen isFrozen={act.isPending}>
          <FrameworkEditor parts={parts} onChange={setParts} />
        </Frozen>
        <p className="framework-save">
          <LackingButton
            type="primary"
            lacking={sent === null ? words.frameworkLacks : []}
            loading={act.isPending}
            onClick={() =>
              sent && act.mutate(sent, { onSuccess: () => void message.success(shell.recorded) })
            }
          >
            {words.saveFramework}
          </LackingButton>
        </p>
      </div>
    </section>
  )
}
