/** What else the paper says about the opinion; shown for checking, with a mark where it was inferred. */
import { useWords } from '../../../words/language.ts'
import type { Proposal } from '../model/review-shape.ts'
import { Inferred } from './unit-field.tsx'

export function ItemFacts({ proposal }: Readonly<{ proposal: Proposal }>) {
  const { imports: words } = useWords()
  const { inferred } = proposal
  const isDue = inferred.includes('due') || inferred.includes('due-year')
  const facts = [
    { name: words.item.due, text: proposal.due, guessed: isDue },
    { name: words.item.measure, text: proposal.measure, guessed: inferred.includes('measure') },
    { name: words.item.person, text: proposal.person, guessed: inferred.includes('person') },
    { name: words.item.co, text: proposal.co?.join('、'), guessed: false },
    { name: words.item.source, text: proposal.source, guessed: false },
    { name: words.item.goal, text: proposal.goal, guessed: false },
    { name: words.item.progress, text: proposal.progress, guessed: false },
    ...Object.entries(proposal.extras ?? {}).map(([name, text]) => ({
      name,
      text,
      guessed: false,
    })),
  ].filter(({ text }) => text !== undefined && text !== '')
  if (facts.length === 0) return null
  return (
    <div className="item-facts">
      <dl>
        {facts.map(({ name, text, guessed }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {text}
              {guessed && <Inferred />}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{words.item.factsHint}</p>
    </div>
  )
}
