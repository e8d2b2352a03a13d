/**
 * A congress in which everything there is has been used: every endpoint is called with well-formed calls by whoever may,
 * several times over, so that what the one makes the next can stand on. What is refused is refused by a rule.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import type { Pool } from 'pg'
import type { Endpoint } from '../src/contract/kit.ts'
import { allEndpoints } from '../src/openapi.ts'
import { sampleBodies, samplePath, sampleQuery } from './sample-call.ts'
import type { Browser } from './test-site.ts'

/** Would end what the calls after them need, or tie everybody's hands. */
const ending: readonly string[] = [
  'merge-units',
  'transfer-official',
  'archive-appraisal',
  'change-term',
  'let-person-go',
  'sign-in-rules',
  'sessions/end',
  'accounts/:account/',
  'adjourn-meeting',
  'exit-matter',
]

/** What is asked and answered at once: files that come in, streams and archives made for a while have tests of their own. */
export const callable: readonly Endpoint[] = allEndpoints()
  .map(({ spec }) => spec)
  .filter(
    ({ path, sends, answers }) =>
      path.startsWith('/api/') &&
      sends !== 'bytes' &&
      answers !== 'text/event-stream' &&
      !path.endsWith('/archive-file'),
  )

export const isEnding = ({ path }: Endpoint): boolean => ending.some((part) => path.includes(part))

/** Who tries a call, in this order, until somebody may give it. */
export type People = Readonly<{
  roles: readonly Role[]
  send: (role: Role, method: Endpoint['method'], path: string, body: unknown) => Promise<Response>
}>

/** The clock of a test goes on with every call, and sessions end: whoever is signed out signs in again. */
export function peopleWho(roles: readonly Role[], as: (role: Role) => Promise<Browser>): People {
  const known = new Map<Role, Browser>()
  return {
    roles,
    send: async (role, method, path, body) => {
      const ask = (one: Browser) =>
        method === 'GET' ? one.get(path) : one.send(method, path, body)
      const before = known.get(role)
      const answer = before ? await ask(before) : null
      if (answer && answer.status !== 401) return answer
      const again = await as(role)
      known.set(role, again)
      return ask(again)
    },
  }
}

export type Living = Readonly<{
  pool: Pool
  congress: CongressId
  people: People
  words: string
  sha256: string
  today: string
}>

/** Ids of everything on record and of every account, by kind, and the versions of what has one. */
export async function idsOf({ pool, congress }: Pick<Living, 'pool' | 'congress'>) {
  const { rows } = await pool.query<{ id: string; version: number }>(
    `select stream as id, max(version)::int as version from luoshi.event where congress = $1
      group by stream
      union all select id, 0 from luoshi.account where congress = $1 order by 1`,
    [congress],
  )
  const byKind = Map.groupBy(rows, ({ id }) => id.slice(0, id.indexOf('_')))
  return {
    all: rows.map(({ id }) => id),
    versionOf: (path: string) => rows.findLast(({ id }) => path.includes(id))?.version ?? 0,
    /** Another one each turn; one that nothing bears where there is none. */
    pick: (kind: string, turn: number) => {
      const known = byKind.get(kind) ?? []
      return known[turn % Math.max(1, known.length)]?.id ?? `${kind}_0000none`
    },
  }
}

type Ids = Awaited<ReturnType<typeof idsOf>>

/** @returns Every call that failed inside: there must be none. */
export async function liveIn(living: Living, turns: number): Promise<readonly string[]> {
  const failed: string[] = []
  for (let turn = 0; turn < turns; turn += 1) {
    for (const spec of callable.filter((one) => !isEnding(one))) {
      const ids = await idsOf(living)
      const answers = await callEach(living, spec, turn, ids, ids)
      failed.push(...answers.filter(({ status }) => status >= 500).map(({ what }) => what))
    }
  }
  return failed
}

export type Answered = Readonly<{
  /** The call and its answer, to be told to a person. */
  what: string
  method: Endpoint['method']
  path: string
  asked: string
  status: number
  text: string
}>

/** Every form of one call, by the first who may: `inPath` and `inside` say whose ids it names. */
export async function callEach(
  { people, words, sha256, today: day }: Living,
  spec: Endpoint,
  turn: number,
  inPath: Ids,
  inside: Ids,
): Promise<readonly Answered[]> {
  const filling = { words, day, sha256, version: 0 }
  const path = samplePath(spec, { ...filling, idOf: (kind) => inPath.pick(kind, turn) })
  const idOf = (kind: string) => inside.pick(kind, turn)
  const query = sampleQuery(spec, { ...filling, idOf })
  const address = query === '' ? path : `${path}?${query}`
  const answers: Answered[] = []
  for (const version of new Set([inPath.versionOf(path), 0]))
    for (const body of sampleBodies(spec, { ...filling, idOf, version }))
      answers.push(await callByWhomeverMay(people, spec, address, body))
  return answers
}

async function callByWhomeverMay(
  people: People,
  { method }: Endpoint,
  address: string,
  body: unknown,
): Promise<Answered> {
  const asked = `${address} ${JSON.stringify(body) ?? ''}`
  const path = address.replace(/\?.*$/, '')
  const call = { method, path, asked }
  let last: Answered = { what: `nobody: ${method} ${asked}`, ...call, status: 403, text: '' }
  for (const role of people.roles) {
    const answer = await people.send(role, method, address, body)
    const { status } = answer
    const text = await answer.text()
    last = { what: `${status} ${role}: ${method} ${asked}`, ...call, status, text }
    if (status !== 403 && status !== 404) return last
  }
  return last
}
