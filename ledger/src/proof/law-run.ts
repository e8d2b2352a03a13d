/**
 * The events of a run that the law is about, on their way from the thread that read them to the one that keeps the law: as
 * objects they would cost more to hand over than to find. Of the two kinds that come by the hundred thousand only names
 * travel, all of a run in one text.
 */
import type { LawEvent } from './law-event.ts'

/** `names`: of an opinion that was raised its stream, of a matter that was opened its stream and its opinion's. */
export type LawRun = Readonly<{
  seqs: Float64Array<ArrayBuffer>
  kinds: Uint8Array<ArrayBuffer>
  names: string
  others: readonly LawEvent[]
}>

const raised = 1
const opened = 2
const other = 0

export function packLaw(events: readonly LawEvent[]): LawRun {
  const seqs = new Float64Array(events.length)
  const kinds = new Uint8Array(events.length)
  const names: string[] = []
  const others: LawEvent[] = []
  for (const [place, event] of events.entries()) {
    const opinion = event.type === 'MatterOpened' ? event.facts['opinion'] : undefined
    seqs[place] = event.seq
    if (event.type === 'OpinionRaised') {
      kinds[place] = raised
      names.push(event.stream)
    } else if (typeof opinion === 'string' && !opinion.includes('\n')) {
      kinds[place] = opened
      names.push(event.stream, opinion)
    } else {
      kinds[place] = other
      others.push(event)
    }
  }
  return { seqs, kinds, names: names.join('\n'), others }
}

type Keeps = Readonly<{
  raise: (opinion: string, seq: number) => void
  open: (matter: string, seq: number, opinion: string) => void
  observe: (event: LawEvent) => void
}>

/** In the order of the log. */
export function goThrough({ seqs, kinds, names, others }: LawRun, law: Keeps): void {
  const name = namesIn(names)
  let rest = 0
  for (let place = 0; place < kinds.length; place += 1) {
    const seq = seqs[place] ?? 0
    if (kinds[place] === raised) law.raise(name(), seq)
    else if (kinds[place] === opened) law.open(name(), seq, name())
    else {
      const event = others[rest]
      rest += 1
      if (event) law.observe(event)
    }
  }
}

function namesIn(text: string): () => string {
  let from = 0
  return () => {
    const border = text.indexOf('\n', from)
    const name = text.slice(from, border < 0 ? text.length : border)
    from += name.length + 1
    return name
  }
}

/** What is handed over and not copied. */
export function memoryOf({ seqs, kinds }: LawRun): readonly ArrayBuffer[] {
  return [seqs.buffer, kinds.buffer]
}
