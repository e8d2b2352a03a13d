/** I2: ten thousand paragraphs from bytes to matters; the floor puts the same paragraphs into one table in one statement. */
import type { Pool } from 'pg'
import type { Principal } from '@luoshi/server/identity/principal'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { said } from '../data/said.ts'
import type { Imported, ImportJob } from '../sides/importing.ts'
import { launcherFlags, startChild } from './line-child.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

export type ImportAsked = Readonly<{
  dataDir: string
  by: Principal
  appraisal: AppraisalId
  owner: Pool
  paragraphs: number
  repeats: number
}>

export async function measureImport(asked: ImportAsked): Promise<readonly Single[]> {
  const { dataDir, by, appraisal, owner, paragraphs, repeats } = asked
  const lines = Array.from({ length: paragraphs }, (_, place) => said(place + 7_000_000).text)
  const text = lines.map((line, place) => `${place + 1}. ${line}`).join('\n')
  const job: ImportJob = { dataDir, by, appraisal, text }
  const ours: Imported[] = []
  const floor: number[] = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    floor.push(await plainly(owner, lines))
    const one = await importing(job)
    if (one.paragraphs !== paragraphs || one.opinions !== paragraphs)
      throw new Error(
        `${paragraphs} paragraphs given, ${one.paragraphs} read, ${one.opinions} raised`,
      )
    ours.push(one)
  }
  const number = paragraphs.toLocaleString('en')
  const whole = paragraphs === 10_000
  const read = spreadOf(ours.map(({ readMs }) => readMs / 1000)).median.toFixed(2)
  return [
    {
      id: 'IM',
      name: `import of ${number} paragraphs: read, kept, confirmed as matters`,
      unit: 's',
      target: whole ? 5 : null,
      floor: spreadOf(floor),
      ours: spreadOf(ours.map(({ wallMs }) => wallMs / 1000)),
      note: `${read} s of it until it can be reviewed`,
    },
    {
      id: 'IMm',
      name: 'the most memory the importing process took',
      unit: 'MB',
      target: whole ? 300 : null,
      floor: null,
      ours: spreadOf(ours.flatMap(({ peakMb }) => peakMb ?? [])),
      note: '',
    },
  ]
}

async function plainly(owner: Pool, lines: readonly string[]): Promise<number> {
  const began = performance.now()
  await owner.query(
    `insert into bench_floor.paragraph (text) select value from jsonb_array_elements_text($1::jsonb)`,
    [JSON.stringify(lines)],
  )
  return (performance.now() - began) / 1000
}

async function importing(job: ImportJob): Promise<Imported> {
  const child = startChild('../sides/importing.ts', launcherFlags)
  try {
    return await child.ask<Imported>(job)
  } finally {
    await child.end()
  }
}
