/**
 * Stating at once that nothing was found on several questions, each with what was looked at. Questions left without
 * grounds are left out; one sentence copied to several is no ground for any of them.
 */
import type { SelfCheckQuestion } from '@luoshi/domain/appraisals/self-check-framework'
import { stepOnSelfCheck, type SelfCheckRow } from '@luoshi/server/contract/self-checks'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

export function CleanSheet({
  row: { id, version },
  questions,
  onClose,
}: Readonly<{
  row: SelfCheckRow
  questions: readonly SelfCheckQuestion[]
  onClose: () => void
}>) {
  const { selfChecks: words } = useWords()
  const [bases, setBases] = useState<Readonly<Record<string, string>>>({})
  const stated = questions.flatMap(({ key: question }) => {
    const basis = (bases[question] ?? '').trim()
    return basis === '' ? [] : [{ question, basis }]
  })
  const repeated = new Set(
    stated
      .filter(({ basis }, at) => stated.some((one, other) => other !== at && one.basis === basis))
      .map(({ question }) => question),
  )
  const isReady = stated.length > 0 && repeated.size === 0
  const told = { type: 'StateNothingFound', stated } as const
  return (
    <ActDialog
      title={words.nothingFound}
      action={questions.length === 1 ? words.nothingFound : words.cleanAction(stated.length)}
      width={720}
      changes={['appraisals']}
      send={
        isReady
          ? () => ask(stepOnSelfCheck, { params: { selfcheck: id }, body: { version, told } })
          : repeated.size > 0
            ? words.basisRepeated
            : lackingOf([words.basis, stated])
      }
      onClose={onClose}
    >
      <p>{words.cleanEffect}</p>
      {questions.length > 1 && <p className="quiet">{words.cleanLeftOut}</p>}
      {questions.map(({ key, text }) => (
        <Field key={key} label={text} hint={repeated.has(key) ? words.basisRepeated : undefined}>
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 1, maxRows: 4 }}
              placeholder={words.basis}
              {...(repeated.has(key) ? { status: 'error' as const } : {})}
              value={bases[key] ?? ''}
              onChange={(event) => setBases((before) => ({ ...before, [key]: event.target.value }))}
            />
          )}
        </Field>
      ))}
    </ActDialog>
  )
}
