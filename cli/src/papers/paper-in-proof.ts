/** What a ledger's proof says of a paper: whether its hash was ever issued, and whether it is the one that stands. */
import { verifyProof } from '@luoshi/ledger/proof/verify-proof'
import { proofEvents } from '@luoshi/ledger/proof/proof-events'

export type PaperInProof =
  /** The proof itself does not hold: nothing follows from it. */
  | Readonly<{ status: 'proof-broken' }>
  | Readonly<{ status: 'unknown' }>
  | Readonly<{
      status: 'registered'
      seq: number
      /** When it was registered. */
      at: string
      standing: 'latest' | 'replaced' | 'withdrawn'
    }>

/** What takes the record back that a paper is made of. */
const withdrawing = new Set([
  'LetterWithdrawn',
  'NoticeWithdrawn',
  'BriefingWithdrawn',
  'BallotVoided',
])

type Issued = Readonly<{ hash: string; line: string; of: string; seq: number; at: string }>

export type PapersInProof = (hash: string) => PaperInProof

/** All papers that a proof knows. */
export async function papersInProof(
  proof: string,
  vkey: string | undefined,
): Promise<PapersInProof> {
  const verified = await verifyProof(proof, vkey === undefined ? {} : { vkey })
  if (!verified.ok) return () => ({ status: 'proof-broken' })
  const byHash = new Map<string, Issued>()
  const latest = new Map<string, string>()
  const withdrawn = new Set<string>()
  for await (const { type, stream, facts, seq, at } of proofEvents(proof)) {
    if (withdrawing.has(type)) withdrawn.add(stream)
    const issued = type === 'PaperIssued' ? readIssued(facts, seq, at) : null
    if (issued === null) continue
    latest.set(issued.line, issued.hash)
    byHash.set(issued.hash, issued)
  }
  return (hash) => {
    const own = byHash.get(hash)
    if (own === undefined) return { status: 'unknown' }
    const { seq, at, of, line } = own
    const isLatest = latest.get(line) === hash
    const standing = withdrawn.has(of) ? 'withdrawn' : isLatest ? 'latest' : 'replaced'
    return { status: 'registered', seq, at, standing }
  }
}

function readIssued(facts: string, seq: number, at: string): Issued | null {
  const value: unknown = JSON.parse(facts)
  if (typeof value !== 'object' || value === null) return null
  const { hash, of } = textsOf(value)
  if (hash === undefined || of === undefined) return null
  const { paper = '', scope = '' } = textsOf(value)
  return { hash, of, line: `${paper}/${of}/${scope}`, seq, at }
}

function textsOf(value: object): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}
