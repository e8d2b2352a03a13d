/** The law of the ledger, counted each time: raised = matters + exits. */
import type { Desk } from '@luoshi/server/contract/desk'
import { useWords } from '../words/language.ts'

/** @param left - Matters in the ledger that left by an exit after they had been numbered; they count as exits. */
export function LawLine({ law, left }: Readonly<{ law: Desk['law']; left: number }>) {
  const { desk } = useWords()
  return (
    <section className={`card law ${law.holds ? '' : 'is-broken'}`} aria-label={desk.law}>
      <h2>{desk.law}</h2>
      <p className="law-line number">{desk.lawLine(law.raised, law.matters, law.exits)}</p>
      <p className={law.holds ? 'law-holds' : 'law-broken'}>
        <span aria-hidden="true">{law.holds ? '✓ ' : '✕ '}</span>
        {law.holds ? desk.lawHolds : desk.lawBroken}
      </p>
      <p className="law-explain">{desk.lawExplain}</p>
      {left > 0 && <p className="law-explain">{desk.lawLeft(law.matters + left, left)}</p>}
    </section>
  )
}
