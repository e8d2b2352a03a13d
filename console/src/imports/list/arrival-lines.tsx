/** What happens to each document that was brought in, and what to do about a refusal. */
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useWords } from '../../words/language.ts'
import type { Arrival, Arrivals } from './use-arrivals.ts'

export function ArrivalLines({ arrivals }: Readonly<{ arrivals: Arrivals }>) {
  const { imports: words } = useWords()
  return (
    <div className="arrivals" aria-live="polite">
      {arrivals.all.map((one) => (
        <div key={one.key} className={`arrival is-${one.state}`}>
          <ArrivalState arrival={one} />
          {one.state === 'refused' && (
            <Button size="small" onClick={() => arrivals.dismiss(one.key)}>
              {words.dismiss}
            </Button>
          )}
        </div>
      ))}
    </div>
  )
}

function ArrivalState({ arrival }: Readonly<{ arrival: Arrival }>) {
  const { imports: words } = useWords()
  switch (arrival.state) {
    case 'waiting':
      return <p className="quiet">{arrival.name}</p>
    case 'sending':
      return (
        <>
          <p>
            {arrival.percent < 100
              ? words.uploading(arrival.name, arrival.percent)
              : words.reading(arrival.name)}
          </p>
          <progress
            max={100}
            {...(arrival.percent < 100 ? { value: arrival.percent } : {})}
            aria-label={arrival.name}
          />
        </>
      )
    case 'read':
      return (
        <p>
          {words.readDone(arrival.name)}　
          <Link to="/imports/$import" params={{ import: arrival.import }}>
            {words.openRead} →
          </Link>
        </p>
      )
    case 'refused':
      return (
        <>
          <h2>{words.failed(arrival.name)}</h2>
          <ProblemNote error={arrival.error} />
        </>
      )
  }
}
