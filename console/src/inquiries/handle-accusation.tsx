/** Diverting an accusation with number and day, and recording what the body reported back. */
import type { Day } from '@luoshi/domain/kernel/day'
import { sealedRouteLabels, sealedRoutes, type SealedRoute } from '@luoshi/domain/opinions/voice'
import { handleAccusation, type AccusationRow } from '@luoshi/server/contract/sealed'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay, useWords } from '../words/language.ts'
import { Line } from './record-dialog.tsx'

export type AccusationDoing = 'divert' | 'outcome'

export function HandleAccusation({
  row: { id, version },
  what,
  onClose,
}: Readonly<{ row: AccusationRow; what: AccusationDoing; onClose: () => void }>) {
  const { accusations: words } = useWords().inquiries
  const { today } = useSession()
  const say = useSay()
  const [route, setRoute] = useState<SealedRoute>('discipline')
  const [text, setText] = useState('')
  const [on, setOn] = useState<Day | null>(today)
  const params = { envelope: id }
  const send = (day: Day) =>
    what === 'divert'
      ? ask(handleAccusation, {
          params,
          body: { version, told: { type: 'DivertAccusation', route, reference: text, on: day } },
        })
      : ask(handleAccusation, {
          params,
          body: { version, told: { type: 'RecordOutcome', outcome: text, on: day } },
        })
  return (
    <ActDialog
      title={what === 'divert' ? words.divertTitle : words.outcomeTitle}
      action={words[what]}
      changes={['accusations']}
      send={
        on === null || text.trim() === ''
          ? lackingOf(
              [what === 'divert' ? words.reference : words.outcomeText, text],
              [words.on, on],
            )
          : () => send(on)
      }
      onClose={onClose}
    >
      {what === 'divert' ? (
        <>
          <Field label={words.route}>
            {(parts) => (
              <Select<SealedRoute>
                {...parts}
                value={route}
                onChange={setRoute}
                options={sealedRoutes.map((one) => ({
                  value: one,
                  label: say(sealedRouteLabels[one]),
                }))}
              />
            )}
          </Field>
          <Line label={words.reference} value={text} onChange={setText} />
        </>
      ) : (
        <Field label={words.outcomeText}>
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={words.on}>
        {(parts) => <DayInput {...parts} max={today} value={on} onChange={setOn} />}
      </Field>
      {what === 'divert' && <p className="consequence">{words.divertEffect}</p>}
    </ActDialog>
  )
}
