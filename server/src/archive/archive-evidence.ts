/** The evidence of an appraisal's matters, each file once, as whoever asks may read it. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Outcome, World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import { mayRead } from '../evidence/file-access.ts'
import type { Principal } from '../identity/principal.ts'
import { mattersOnPaper } from '../papers/matters-on-paper.ts'
import { plainName } from './archive-words.ts'

export type EvidenceItem = Readonly<{
  /** In the archive. */
  name: string
  title: string
  by: string
  on: Day | null
  open: () => Promise<AsyncIterable<Uint8Array>>
}>

/** Of all evidence together, in bytes: a zip without 64-bit sizes holds no more than four. */
const largest = 2 * 1024 * 1024 * 1024

export async function evidenceOfMatters(
  world: World,
  { by, appraisal }: Readonly<{ by: Principal; appraisal: AppraisalId }>,
): Outcome<readonly EvidenceItem[]> {
  const items: EvidenceItem[] = []
  let size = 0
  for (const { number, matter, unitName } of await mattersOnPaper(world, by, { appraisal })) {
    const seen = new Set<string>()
    for (const one of matter.evidence) {
      if (seen.has(one.sha256) || !(await mayRead(world.db, by, one.sha256)).ok) continue
      seen.add(one.sha256)
      size += one.size
      const place = `${String(number).padStart(3, '0')}-${String(seen.size).padStart(2, '0')}`
      items.push({
        name: `${place}-${plainName(one.name)}`,
        title: `第${number}号事项佐证：${one.name}`,
        by: unitName,
        on: null,
        open: () => streamOf(world, one.sha256),
      })
    }
  }
  return size > largest ? tooLarge() : accept(items)
}

async function streamOf({ files }: World, sha256: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await files.stream(sha256)
  if (!found) throw new Error(`The kept file ${sha256} is gone`)
  return found.body
}

function tooLarge() {
  return refused(
    409,
    'archive-too-large',
    bilingual(
      '佐证材料合计超过 2 GB，不能做成一个档案文件。',
      '请先把录像等大文件另行归档，再重试。',
      'The evidence is over 2 GB together.',
      'File recordings apart, then try again.',
    ),
  )
}
