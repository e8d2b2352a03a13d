/** Whom one has to trust and whom not, in plain words, for everybody who runs or watches a ballot. */
import { isId } from '@luoshi/domain/kernel/ids'
import { trustInShort, trustWords } from '@luoshi/domain/ballots/trust-words'
import { getRouteApi, Link } from '@tanstack/react-router'
import { NotFound } from '../../shell/not-found.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useSay } from '../../words/language.ts'
import { useHallWords } from './hall-words.ts'
import './hall.css'

const route = getRouteApi('/ballots/$ballot/trust')

export function TrustPage() {
  const words = useHallWords()
  const say = useSay()
  const { ballot } = route.useParams()
  if (!isId('ballot', ballot)) return <NotFound />
  return (
    <>
      <PageHead
        title={words.trust}
        lead={
          <Link to="/ballots/$ballot" params={{ ballot }}>
            {words.backToBallot}
          </Link>
        }
      />
      <section className="card">
        <div className="card-body hall-trust">
          <p className="ballot-note">{words.promise}</p>
          <ol>
            {trustInShort.map((sentence) => (
              <li key={sentence.zh}>{say(sentence)}</li>
            ))}
          </ol>
          <dl>
            {trustWords.map(({ question, answer }) => (
              <div key={question.zh}>
                <dt>{say(question)}</dt>
                <dd>{say(answer)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
    </>
  )
}
