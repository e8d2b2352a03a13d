/** Both servers and the load generator, each in its own process, signed in and ready to be asked. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccountId } from '@luoshi/domain/kernel/ids'
import { engineLayout } from '@luoshi/ledger/engine/engine-layout'
import type { Application } from '@luoshi/server/application'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import { launcherFlags, startChild } from './line-child.ts'
import type { Side, Sides } from './measure.ts'

export async function openSides(
  application: Application,
  county: County,
): Promise<Sides & Readonly<{ close: () => Promise<void> }>> {
  const { database } = application
  const { congress } = county
  const owner = database.ownerPool()
  const [ours, floor, load] = [
    startChild('../sides/our-server.ts', launcherFlags),
    startChild('../sides/floor-server.ts'),
    startChild('../load/load-generator.ts'),
  ]
  const count = async (text: string, values: readonly unknown[]) => {
    const { rows } = await owner.query<{ n: number }>(text, [...values])
    return rows[0]?.n ?? 0
  }
  // Answers of surveys come as behind a proxy, each from an address of its own; all else comes directly.
  const publicUrl = 'https://bench.example'
  const { origin } = await ours.ask<{ origin: string }>({ dataDir: database.dataDir, publicUrl })
  const signedIn = {
    clerk: await signIn(application, county, county.clerk.account, origin),
    staff: await signIn(application, county, county.staff.account, origin),
  }
  const our: Side = {
    pid: ours.pid,
    origin,
    headers: (as) => signedIn[as],
    stored: () =>
      count('select count(*)::int as n from luoshi.ledger_commit where congress = $1', [congress]),
  }
  const given = { config: database.ownerConfig, congress }
  const plain: Side = {
    pid: floor.pid,
    origin: (await floor.ask<{ origin: string }>(given)).origin,
    headers: () => ({}),
    stored: () =>
      count(
        `select count(*) filter (where type <> 'MatterOpened')::int as n from bench_floor.event`,
        [],
      ),
  }
  return {
    ours: our,
    floor: plain,
    load,
    postmaster: await postmasterOf(database.dataDir),
    close: async () => {
      await load.end()
      await Promise.all([ours.end(), floor.end()])
    },
  }
}

export async function postmasterOf(dataDir: string): Promise<number> {
  const file = await readFile(join(engineLayout(dataDir).clusterDir, 'postmaster.pid'), 'utf8')
  return Number(file.split('\n')[0])
}

export async function signIn(
  { identity }: Application,
  { congress }: County,
  account: AccountId,
  origin: string,
): Promise<Readonly<Record<string, string>>> {
  const link = must(await identity.makeDemoLink(congress, account))
  const from = { address: '127.0.0.1', request: 'bench' }
  const token = must(await identity.signInByDemoLink({ token: link, from, oldToken: null }))
  const session = await identity.sessionOf(token)
  if (!session) throw new Error('Not signed in')
  const cookie = `luoshi-${new URL(origin).port}=${token}`
  return { cookie, 'x-luoshi-csrf': session.csrf }
}
