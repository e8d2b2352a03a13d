/** The agenda before the meeting: the usual order as a start; every point can be reworded, removed or added. */
import type { AgendaPoint } from '@luoshi/domain/meetings/agenda'
import { Button, Input } from 'antd'
import { useWords } from '../words/language.ts'

export function AgendaEditor({
  points,
  onChange,
}: Readonly<{
  points: readonly AgendaPoint[]
  onChange: (points: readonly AgendaPoint[]) => void
}>) {
  const { meetings: words } = useWords()
  const change = (at: number, part: Partial<AgendaPoint>) =>
    onChange(points.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <fieldset className="meeting-set">
      <legend>{words.agenda}</legend>
      <p className="quiet">{words.agendaHint}</p>
      {points.map(({ text, speaker }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a point is its place in the order
        <div key={at} className="agenda-edit">
          <Input
            aria-label={words.point(at + 1)}
            value={text}
            onChange={(event) => change(at, { text: event.target.value })}
          />
          <Input
            aria-label={`${words.point(at + 1)} ${words.pointSpeaker}`}
            placeholder={words.pointSpeaker}
            value={speaker}
            onChange={(event) => change(at, { speaker: event.target.value })}
          />
          <Button
            type="text"
            aria-label={`${words.removePoint} ${words.point(at + 1)}`}
            onClick={() => onChange(points.filter((_, place) => place !== at))}
          >
            {words.removePoint}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange([...points, { part: 'other', text: '', speaker: '' }])}
      >
        {words.addPoint}
      </Button>
    </fieldset>
  )
}
