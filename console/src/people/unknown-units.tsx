/** Units that a roster names and nobody has registered: registered together, once their names have been looked at. */
import { registerUnit } from '@luoshi/server/contract/people'
import type { CheckedLineRow } from '@luoshi/server/contract/rosters'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useSay, useWords } from '../words/language.ts'

const own = {
  register: (count: number) => ({
    zh: `登记名册里的 ${count} 个新单位`,
    en: `Register the ${count} new units in it`,
  }),
  title: { zh: '登记新单位', en: 'Register new units' },
  look: {
    zh: '请逐个核对：与已登记的单位只差几个字的（如“水利局”和“县水利局”），请先在名册里改成一致的名称，再重新选择文件。',
    en: 'Look at each: one that differs from a registered unit only in its wording should be corrected in the file first.',
  },
}

export function UnknownUnits({ rows }: Readonly<{ rows: readonly CheckedLineRow[] }>) {
  const may = useMay()
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  const names = [...new Set(rows.flatMap(({ unknownUnit }) => unknownUnit ?? []))]
  if (names.length === 0 || !may('RegisterUnit')) return null
  return (
    <p>
      <Button onClick={() => setIsOpen(true)}>{say(own.register(names.length))}</Button>
      {isOpen && <RegisterThem names={names} onClose={() => setIsOpen(false)} />}
    </p>
  )
}

function RegisterThem({
  names,
  onClose,
}: Readonly<{ names: readonly string[]; onClose: () => void }>) {
  const say = useSay()
  const { people } = useWords()
  const queries = useQueryClient()
  const lookAgain = () => void queries.invalidateQueries({ queryKey: ['roster-check'] })
  const act = useAct(async () => {
    // One after another: where one is refused, those before it stand and are not asked for again.
    for (const name of names) await ask(registerUnit, { body: { name } })
  }, ['units', 'roster-check'])
  return (
    <FormDialog
      title={say(own.title)}
      action={people.register}
      lacking={[]}
      pending={act.isPending}
      error={act.error}
      onClose={onClose}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose, onError: lookAgain })}
      width={520}
    >
      <p className="quiet">{say(own.look)}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </FormDialog>
  )
}
