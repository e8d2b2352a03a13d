/** Reading a protected name: asked first, then shown with everybody who has ever read it. */
import { readSource } from '@luoshi/server/contract/sealed'
import type { InquiryRow } from '@luoshi/server/contract/inquiries'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

export function SourceDialog({ row, onClose }: Readonly<{ row: InquiryRow; onClose: () => void }>) {
  const { records: words } = useWords().inquiries
  const { today } = useSession()
  const language = useLanguage()
  const act = useAct(() => ask(readSource, { params: { inquiry: row.id }, body: {} }), [])
  return (
    <FormDialog
      title={words.readTitle}
      action={act.data ? words.close : words.readSource}
      lacking={[]}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => (act.data ? onClose() : act.mutate(undefined))}
      onClose={onClose}
    >
      {act.data ? (
        <>
          <p className="sealed-name">{act.data.name}</p>
          <ul className="quiet">
            {act.data.readings.map(({ name, on }, at) => (
              // Several readings by one person on one day are several lines.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>{words.readBy(name, dayText(on, today, language))}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className="consequence">{words.readEffect}</p>
      )}
    </FormDialog>
  )
}
