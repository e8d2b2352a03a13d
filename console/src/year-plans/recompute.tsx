/** Anybody can compute it again: in this browser, with the file on the command line, or by hand with sha256sum. */
import { listText } from '@luoshi/domain/appraisals/draw-lots'
import type { OpenDrawing } from '@luoshi/domain/appraisals/drawing'
import { lotCheckLabels, lotFileOf, verifyLot } from '@luoshi/domain/appraisals/verify-lot'
import { Button } from 'antd'
import { saveJson } from '../ui/save-json.ts'
import { useSay } from '../words/language.ts'
import { useYearPlanWords } from './year-plan-words.ts'

type Drawn = Extract<OpenDrawing, Readonly<{ status: 'drawn' }>>

export function Recompute({ drawing }: Readonly<{ drawing: Drawn }>) {
  const words = useYearPlanWords()
  const say = useSay()
  const file = lotFileOf(drawing)
  const report = verifyLot(file)
  const taking = drawing.participants.flatMap(({ opened }) => (opened === null ? [] : [opened]))
  return (
    <section className="card" aria-label={words.drawing.recompute}>
      <div className="card-head">
        <h2>{words.drawing.recompute}</h2>
        <Button className="no-print" onClick={() => saveJson(`${drawing.title}.json`, file)}>
          {words.drawing.downloadLot}
        </Button>
      </div>
      <div className="card-body">
        <ul className="lot-checks">
          {report.checks.map(({ check, ok }) => (
            <li key={check} className={ok ? 'due-green' : 'due-red'}>
              {ok ? '✓' : '×'} {say(lotCheckLabels[check])}
            </li>
          ))}
        </ul>
        <p>{words.drawing.recomputed(report.chosen.join('、'))}</p>
        <h3>{words.drawing.byCommand}</h3>
        <pre>npx luoshi lot verify {drawing.title}.json</pre>
        <h3>{words.drawing.byHand}</h3>
        <ol className="lot-hand">
          {words.drawing.handSteps.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ol>
        <details>
          <summary>{words.drawing.inputs}</summary>
          <pre>{listText(drawing.labels)}</pre>
          <pre>
            {[drawing.listHash, ...taking.map(({ secret, salt }) => `${secret}:${salt}`)].join(
              '\n',
            )}
          </pre>
          <p>
            {words.drawing.seed} <code className="lot-hash">{drawing.seed}</code>
          </p>
        </details>
      </div>
    </section>
  )
}
