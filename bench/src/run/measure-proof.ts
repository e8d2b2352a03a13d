/** P1: the whole log as a proof file, verified offline; the floor only unpacks it and hashes every line. */
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { exportProof } from '@luoshi/ledger/proof/export-proof'
import type { Application } from '@luoshi/server/application'
import type { Verified } from '../sides/verifying.ts'
import type { County } from '../data/county.ts'
import { startChild } from './line-child.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

const promised = 1_000_000

export async function measureProof(
  { database, signingKey: key, world }: Application,
  { congress }: County,
  folder: string,
  repeats: number,
): Promise<readonly Single[]> {
  const file = join(folder, 'proof.jsonl')
  const { events } = await exportProof(database.pool, { congress, key, at: world.now() }, file)
  const megabytes = (await stat(file)).size / 1e6
  const ours: Verified[] = []
  const floor: Verified[] = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    floor.push(await verifying(file, true))
    ours.push(await verifying(file, false))
  }
  await rm(file)
  const wrong = [...ours, ...floor].find((one) => one.events !== events)
  if (wrong) throw new Error(`${events} events exported, ${wrong.events} verified`)
  const perMillion = (seen: readonly Verified[]) =>
    spreadOf(seen.map(({ wallMs }) => ((wallMs / 1000) * promised) / events))
  const memory = (seen: readonly Verified[]) => spreadOf(seen.flatMap(({ peakMb }) => peakMb ?? []))
  const measured = `${events.toLocaleString('en')} events measured, ${megabytes.toFixed(0)} MB`
  return [
    {
      id: 'P1',
      name: 'proof verified offline, for 1,000,000 events',
      unit: 's',
      target: 10,
      floor: perMillion(floor),
      ours: perMillion(ours),
      note: events >= promised ? measured : `${measured}, in proportion`,
    },
    {
      id: 'P1m',
      name: 'the most memory the verifier took',
      unit: 'MB',
      target: 300,
      floor: memory(floor),
      ours: memory(ours),
      note: measured,
    },
  ]
}

async function verifying(file: string, floor: boolean): Promise<Verified> {
  const child = startChild('../sides/verifying.ts')
  try {
    return await child.ask<Verified>({ file, floor })
  } finally {
    await child.end()
  }
}
