/** Somebody was faster: who did what meanwhile, and a way on that keeps what was typed. */
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { Button } from 'antd'
import { useWords } from '../../../words/language.ts'
import { EntryLine } from '../trail/entry-line.tsx'

export function ConflictNote({
  seen,
  now,
  possible,
  onReload,
}: Readonly<{
  seen: MatterDetail
  now: MatterDetail
  /** Whether the step can still be taken. */
  possible: boolean
  onReload: () => void
}>) {
  const { conflict } = useWords().matterPage
  const last = seen.trail.reduce((most, { seq }) => Math.max(most, seq), 0)
  const newer = now.trail.filter(({ seq }) => seq > last)
  return (
    <div className="overtaken-note conflict-note" role="alert">
      <p className="overtaken-title">{conflict.title}</p>
      <ul>
        {newer.map((entry) => (
          <li key={entry.seq}>
            <EntryLine entry={entry} detail={now} />
          </li>
        ))}
      </ul>
      {possible ? (
        <Button size="small" type="primary" onClick={onReload}>
          {conflict.reload}
        </Button>
      ) : (
        <p>{conflict.gone}</p>
      )}
    </div>
  )
}
