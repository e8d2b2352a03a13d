/**
 * Whether a survey’s file is what the ledger said while it was taken: frozen to these questions and this smallest group,
 * these batches with these roots and no others, closed with so many.
 */
import type { FileFault, ReadSurveyFile } from '@luoshi/domain/surveys/published/check-survey-file'
import { smallestGroupOf } from '@luoshi/domain/surveys/results/smallest-group'
import { proofEvents } from '@luoshi/ledger/proof/proof-events'
import { verifyProof } from '@luoshi/ledger/proof/verify-proof'
import * as z from 'zod/mini'

const started = z.object({ hash: z.string(), smallest: z.optional(z.number()) })
const closed = z.object({ taken: z.record(z.string(), z.number()) })
const written = z.object({
  survey: z.string(),
  of: z.string(),
  number: z.number(),
  rows: z.number(),
  root: z.string(),
})

const fault = (zh: string, en: string): FileFault => ({ zh, en })

export async function faultsAgainstProof(
  file: ReadSurveyFile,
  proof: string,
  vkey: string | undefined,
): Promise<readonly FileFault[]> {
  const verified = await verifyProof(proof, vkey === undefined ? {} : { vkey })
  if (!verified.ok)
    return [fault('台账的证明文件核验不通过', 'The proof of the ledger does not hold')]
  const faults: FileFault[] = []
  const batches = new Set<string>()
  let [isStarted, isClosed] = [false, false]
  for await (const { type, stream, facts } of proofEvents(proof)) {
    const value: unknown = JSON.parse(facts)
    if (type === 'SurveyStarted' && stream === file.survey) {
      isStarted = true
      const { hash, smallest } = started.parse(value)
      if (hash !== file.hash || smallestGroupOf(smallest) !== file.smallest)
        faults.push(
          fault('题目或最小公布人数和开始时登记的不符', 'It started with other questions'),
        )
    }
    if (type === 'SurveyClosed' && stream === file.survey) {
      isClosed = true
      const { taken } = closed.parse(value)
      const isSame = Object.entries(file.taken).every(([key, n]) => taken[key] === n)
      if (!isSame) faults.push(fault('截止时登记的份数不符', 'It closed with another number'))
    }
    if (type !== 'SurveyBatchWritten') continue
    const batch = written.parse(value)
    if (batch.survey === file.survey) batches.add(nameOf(batch))
  }
  if (!isStarted || !isClosed)
    faults.push(
      fault('台账里没有这次调查的开始或截止', 'The ledger does not know it, or not its close'),
    )
  const own = new Set(file.batches.map(nameOf))
  if (own.size !== batches.size || [...own].some((one) => !batches.has(one)))
    faults.push(fault('各批的份数或默克尔根和台账不符', 'The batches are not those of the ledger'))
  return faults
}

type Named = Readonly<{ of: string; number: number; rows: number; root: string }>

function nameOf({ of, number, rows, root }: Named): string {
  return [of, number, rows, root].join(' ')
}
