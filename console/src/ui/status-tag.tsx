/** The status of a matter by word, colour and shape: the shape fills as the matter moves on. */
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { useSay } from '../words/language.ts'

type Tone = 'draft' | 'work' | 'ask' | 'good' | 'off'

/** `filled`: eighths of the way from draft to struck off, or a sign of its own. */
type Look = Readonly<{ tone: Tone; filled: number | 'check' | 'ask' | 'follow' | 'leave' }>

const looks: Readonly<Record<MatterStatus, Look>> = {
  drafted: { tone: 'draft', filled: 0 },
  approved: { tone: 'draft', filled: 1 },
  issued: { tone: 'work', filled: 2 },
  misassigned: { tone: 'ask', filled: 'ask' },
  received: { tone: 'work', filled: 3 },
  planned: { tone: 'work', filled: 4 },
  inProgress: { tone: 'work', filled: 5 },
  committed: { tone: 'work', filled: 5 },
  submitted: { tone: 'work', filled: 6 },
  verified: { tone: 'work', filled: 7 },
  satisfied: { tone: 'good', filled: 8 },
  closed: { tone: 'good', filled: 'check' },
  merged: { tone: 'off', filled: 'follow' },
  exited: { tone: 'off', filled: 'leave' },
}

const signs = {
  check: 'M4.2 8.3l2.6 2.6 5-5.4',
  ask: 'M8 4v4.6M8 11.2v.6',
  follow: 'M4.5 8h6M8 5.3L10.8 8 8 10.7',
  leave: 'M5.3 10.7l5-5M6.4 5.4h4.2v4.2',
} as const

/** A slice of the circle of radius 4.5 around (8, 8), from the top clockwise. */
export function slicePath(eighths: number): string {
  if (eighths <= 0) return ''
  if (eighths >= 8) return 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z'
  const angle = (eighths / 8) * 2 * Math.PI
  const x = (8 + 4.5 * Math.sin(angle)).toFixed(2)
  const y = (8 - 4.5 * Math.cos(angle)).toFixed(2)
  return `M8 8V3.5A4.5 4.5 0 ${eighths > 4 ? 1 : 0} 1 ${x} ${y}z`
}

export function StatusGlyph({ status }: Readonly<{ status: MatterStatus }>) {
  const { filled } = looks[status]
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6.6"
        fill={filled === 'check' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.4"
      />
      {typeof filled === 'number' ? (
        <path d={slicePath(filled)} fill="currentColor" />
      ) : (
        <path
          d={signs[filled]}
          fill="none"
          stroke={filled === 'check' ? '#fff' : 'currentColor'}
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      )}
    </svg>
  )
}

export function StatusTag({ status }: Readonly<{ status: MatterStatus }>) {
  const say = useSay()
  return (
    <span className={`status status-${looks[status].tone}`}>
      <StatusGlyph status={status} />
      {say(statusLabels[status])}
    </span>
  )
}
