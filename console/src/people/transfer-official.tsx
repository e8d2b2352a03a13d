/** An official leaves the post: every open matter goes to the successor in the same act. */
import type { OfficialId } from '@luoshi/domain/kernel/ids'
import { transferOfficial, type OfficialRow } from '@luoshi/server/contract/people'
import { useQuery } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { officialsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/language.ts'

export function TransferOfficial({
  official,
  onClose,
}: Readonly<{ official: OfficialRow; onClose: () => void }>) {
  const { people: words, shell } = useWords()
  const { message } = App.useApp()
  const { data: officials = [] } = useQuery(officialsQuery)
  const [successor, setSuccessor] = useState<OfficialId | null>(null)
  const act = useAct(
    (to: OfficialId) =>
      ask(transferOfficial, {
        params: { official: official.id },
        body: { version: official.version, successor: to },
      }),
    ['officials', 'units', 'matters', 'matter'],
  )
  return (
    <FormDialog
      title={words.transferTitle(official.name)}
      action={words.transferAction}
      ready={successor !== null}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => {
        if (successor === null) return
        act.mutate(successor, {
          onSuccess: ({ moved }) => {
            void message.success(words.moved(moved))
            onClose()
          },
        })
      }}
    >
      <Field label={words.successor} hint={words.successorHint}>
        {(parts) => (
          <Select
            {...parts}
            showSearch={{ optionFilterProp: 'label' }}
            value={successor}
            onChange={setSuccessor}
            options={officials
              .filter((one) => one.status === 'inPost' && one.id !== official.id)
              .map((one) => ({
                value: one.id,
                label: `${one.name}（${one.unitName} ${one.post}）`,
              }))}
          />
        )}
      </Field>
      <p className="consequence">{shell.irreversible}</p>
    </FormDialog>
  )
}
