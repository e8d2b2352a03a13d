/** Looks at the matter as it was: a slider over the moments it changed, or the end of a day. */
import { isDay, type Instant } from '@luoshi/domain/kernel/day'
import { dayInChina } from '@luoshi/domain/kernel/day'
import type { TrailEntry } from '@luoshi/server/contract/matters'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useSession } from '../../../api/session.ts'
import { useShortcuts } from '../../../shell/shortcuts.ts'
import { momentText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { MatterSearch } from '../matter-search.ts'
import { momentsOf, stopAt } from './moments.ts'

export function TimeTravel({
  trail,
  asOf,
  onGo,
}: Readonly<{
  /** As it is now, so that the slider reaches to the end. */
  trail: readonly TrailEntry[]
  asOf: Instant | null
  onGo: (search: MatterSearch) => void
}>) {
  const { asOf: words, keys } = useWords().matterPage
  const language = useLanguage()
  const { today } = useSession()
  const moments = momentsOf(trail)
  const stop = stopAt(moments, asOf)
  const [dragged, setDragged] = useState<number | null>(null)
  const at = dragged ?? stop
  const moment = moments[at]
  const goTo = (next: number) => {
    const found = moments[next]
    onGo(found === undefined || next === moments.length - 1 ? {} : { at: found })
  }
  useEffect(() => {
    if (dragged === null) return
    const timer = window.setTimeout(() => {
      if (dragged !== stop) goTo(dragged)
      setDragged(null)
    }, 250)
    return () => window.clearTimeout(timer)
  })
  useShortcuts([
    { keys: '[', words: keys.earlier, group: 'page', run: () => stop > 0 && goTo(stop - 1) },
    { keys: ']', words: keys.later, group: 'page', run: () => asOf !== null && goTo(stop + 1) },
  ])
  if (moments.length < 2) return null
  return (
    <section className="card time-travel no-print" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Button
        size="small"
        disabled={stop <= 0}
        aria-label={words.before}
        onClick={() => goTo(stop - 1)}
      >
        ◀
      </Button>
      <input
        type="range"
        min={0}
        max={moments.length - 1}
        value={Math.max(0, at)}
        aria-label={words.slider}
        aria-valuetext={`${words.step(at + 1, moments.length)}${moment === undefined ? '' : `，${momentText(moment, today, language)}`}`}
        onChange={(event) => setDragged(Number(event.target.value))}
      />
      <Button
        size="small"
        disabled={stop >= moments.length - 1 && asOf === null}
        aria-label={words.after}
        onClick={() => goTo(stop + 1)}
      >
        ▶
      </Button>
      <span className="time-travel-moment number">
        {moment === undefined ? '—' : momentText(moment, today, language)}
      </span>
      <label className="time-travel-day">
        {words.date}
        <input
          type="date"
          className="control"
          max={today}
          value={asOf === null ? '' : dayInChina(asOf)}
          onChange={(event) => {
            const day = event.target.value
            onGo(isDay(day) && day < today ? { on: day } : {})
          }}
        />
      </label>
    </section>
  )
}
