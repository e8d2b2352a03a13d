/** Answers of invited people on the device: sealed when the form is sent, on their way when their time has come. */
import type { Outbox, Pending, Sealed } from './invited.ts'
import { sendOnce, type Sent } from './sending.ts'

export type Kept = Readonly<{ pending: Pending | null; outbox: Outbox | null }>

export const nothingKept: Kept = { pending: null, outbox: null }

type Filled = Readonly<{ answers: Readonly<Record<string, unknown>>; texts: TextsOf }>
type TextsOf = readonly Readonly<{ question: string; text: string }>[]

/** `filled`: the body as it is sent by others, of which the answers and texts are taken. */
export async function seal(
  door: string,
  code: string,
  filled: string,
  kept: Kept,
  keep: (kept: Kept) => void,
): Promise<Sealed> {
  const { sealAnswer } = await import('./invited.ts')
  const { answers, texts }: Filled = JSON.parse(filled)
  const { pending } = kept
  return sealAnswer({
    door,
    code,
    answers,
    texts,
    pending,
    keep: (fresh) => keep({ pending: fresh, outbox: null }),
  })
}

/** One after the other, each forgotten when it was received. */
export async function sendOutbox(
  door: string,
  outbox: Outbox,
  keep: (rest: Outbox) => void,
): Promise<Sent> {
  const receipts: string[] = []
  let rest = outbox
  for (const message of outbox.messages) {
    const sent = await sendOnce(`${door}/cast`, message)
    if (sent.kind !== 'received') return sent
    receipts.push(...sent.receipts)
    rest = { ...rest, messages: rest.messages.filter((one) => one !== message) }
    // The last receipt is shown before its message is forgotten.
    if (rest.messages.length > 0) keep(rest)
  }
  return { kind: 'received', receipts }
}
