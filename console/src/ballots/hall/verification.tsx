/** The verifier's steps, each with its outcome, and all that anybody needs to check it without us. */
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { getVerification } from '@luoshi/server/contract/secret-ballots'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api/server.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useSay } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'

const ticks = { holds: '✓', fails: '✗', notYet: '○' } as const

export function Verification({ ballot }: Readonly<{ ballot: SecretBallot }>) {
  const words = useHallWords()
  const say = useSay()
  const { id, files } = ballot
  const { data, error } = useQuery({
    queryKey: ['ballots', id, 'verification', files.map(({ sha256 }) => sha256).join('')],
    queryFn: () => ask(getVerification, { params: { ballot: id } }),
  })
  if (error) return <ProblemNote error={error} />
  if (!data) return <Waiting lines={5} />
  return (
    <section aria-label={words.verification}>
      <h3>
        {words.verification}{' '}
        <small className={data.verifies ? 'sum-good' : 'sum-bad'}>{say(data)}</small>
      </h3>
      {!data.verifies && (
        <p className="ballot-alarm">{words.verifyFails(data.code ?? '', data.about)}</p>
      )}
      <ol className="hall-checks">
        {data.steps.map((step) => (
          <li key={step.number} className={`is-${step.outcome}`}>
            <span aria-label={words.outcomes[step.outcome]}>{ticks[step.outcome]}</span> {say(step)}
          </li>
        ))}
      </ol>
      {data.warnings.map((warning) => (
        <p key={`${warning.kind}${warning.contest}`} className="ballot-warning">
          {say(warning)}
        </p>
      ))}
      <p>{words.verifyYourself}</p>
      <p className="hall-acts">
        <a href={`/vote/${id}/bulletin.zip`} download>
          {words.bulletin}
        </a>
        <a href="/verifier.html" download="luoshi-verifier.html">
          {words.verifierPage}
        </a>
      </p>
      <details>
        <summary>{words.hashes}</summary>
        <dl className="hall-hashes">
          {files.map(({ name, sha256 }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{sha256}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}
