/** A unit merges into another: its open matters go with it in the same act. */
import { mergeUnits, type UnitRow } from '@luoshi/server/contract/people'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import type { Responsible } from '../ui/responsible.ts'
import { UnitAndOfficial } from '../ui/unit-and-official.tsx'
import { useWords } from '../words/language.ts'

export function MergeUnits({ unit, onClose }: Readonly<{ unit: UnitRow; onClose: () => void }>) {
  const { people: words, shell } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [into, setInto] = useState<Responsible>({ unit: null, official: null })
  const act = useAct(
    ({ unit: target, official }: Responsible) =>
      target === null || official === null
        ? Promise.reject(new Error('nobody to merge into'))
        : ask(mergeUnits, {
            params: { unit: unit.id },
            body: { version: unit.version, into: target, official },
          }),
    ['units', 'officials', 'matters', 'matter', 'hand-overs'],
  )
  return (
    <FormDialog
      title={words.mergeTitle(unit.name)}
      action={words.mergeAction}
      lacking={lackingOf(
        [words.mergeInto, into.unit !== unit.id && into.unit],
        [words.mergeOfficial, into.official],
      )}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() =>
        act.mutate(into, {
          onSuccess: ({ moved, handOver }) => {
            void message.success(words.moved(moved))
            onClose()
            if (handOver !== null)
              void navigate({ to: '/hand-overs/$handOver', params: { handOver } })
          },
        })
      }
    >
      <UnitAndOfficial
        value={into}
        onChange={setInto}
        except={unit.id}
        labels={{ unit: words.mergeInto, official: words.mergeOfficial }}
      />
      <p>{words.mergeEffect(unit.openMatters)}</p>
      <p className="consequence">{shell.irreversible}</p>
    </FormDialog>
  )
}
