import { readAccusation, type AccusationRow } from '@luoshi/server/contract/sealed'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/language.ts'

export function ReadAccusation({
  row: { id, version },
  onClose,
}: Readonly<{ row: AccusationRow; onClose: () => void }>) {
  const { accusations: words, records } = useWords().inquiries
  const act = useAct(
    () => ask(readAccusation, { params: { envelope: id }, body: { version } }),
    ['accusations'],
  )
  return (
    <FormDialog
      title={words.readTitle}
      action={act.data ? records.close : words.read}
      lacking={[]}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => (act.data ? onClose() : act.mutate(undefined))}
      onClose={onClose}
    >
      <p className={act.data ? 'as-written' : 'consequence'}>
        {act.data?.text ?? words.readEffect}
      </p>
    </FormDialog>
  )
}
