/**
 * A hall for the voter's page: server and box on two ports, everything in memory, the same HTTP as the product's. It can
 * lose answers, swap the manifest and drop ballots, and it remembers every request so that a test can look for what should
 * never have been sent. Development: `node portal/testing/run-hall.ts`.
 */
import { serve, type ServerType } from '@hono/node-server'
import { ballotBox, type BallotBox } from '@luoshi/ballots/box/ballot-box'
import type { BoxRow } from '@luoshi/ballots/box/box-row'
import { closeEvent, type IssuedLine } from '@luoshi/ballots/bulletin/bulletin'
import { newContestKey, type ContestKey } from '@luoshi/ballots/issuing/blind-sign'
import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import { freezeManifest, type FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { newSigningPair, type SigningPair } from '@luoshi/ballots/protocol/p256'
import { newLock } from '@luoshi/ballots/tellers/count-lock'
import type { PortalFiles } from '@luoshi/server/http/portal-files'
import { boxApp } from './hall-box.ts'
import type { Hall, HallShape } from './hall-parts.ts'
import { hallApp } from './hall-server.ts'

const usual: HallShape = {
  title: '县人大常委会第三十一次会议述职评议测评',
  contests: ['赵志远　县交通运输局局长', '钱慧敏　县水利局局长', '孙立国　县教育局局长'],
  questions: [{ t: '总体评价', options: ['满意', '基本满意', '不满意', '弃权'] }],
  roll: ['周正', '吴敏', '郑强', '王芳', '冯涛'],
  kMin: 1,
  issuers: 1,
  bits: 2048,
  rehearsal: false,
}

/** Making keys is slow; a process makes each once. */
const lent = new Map<string, ContestKey>()

function keyAt(bits: 2048 | 3072, issuer: number, contest: number): ContestKey {
  const place = `${bits} ${issuer} ${contest}`
  const key = lent.get(place) ?? newContestKey(bits)
  lent.set(place, key)
  return key
}

export async function openHall(portal: PortalFiles, asked: Partial<HallShape> = {}): Promise<Hall> {
  const shape = { ...usual, ...asked }
  const keys = Array.from({ length: shape.issuers }, (_, issuer) =>
    shape.contests.map((_, contest) => keyAt(shape.bits, issuer, contest)),
  )
  const server = await newSigningPair(true)
  const frozen = await manifestOf(shape, keys, server)
  const rows: BoxRow[] = []
  const hall: Hall = {
    url: '',
    boxUrl: '',
    ballot: 'ballot_test',
    shape,
    frozen,
    phase: 'issuing',
    closesAt: null,
    faults: { loseTokens: 0, loseCasts: 0, ahead: 0, drop: new Set() },
    heard: [],
    issued: keys.map(() => []),
    rows,
    objections: [],
    bulletin: {},
    box: boxOver(frozen, server, rows),
    keys,
    open: () => {
      hall.phase = 'voting'
      hall.box.open()
    },
    close: async () => {
      await hall.box.close()
      hall.bulletin = await closeEvent({
        frozen: hall.frozen,
        secret: server.secret,
        issued: issuedLines(hall),
        ballots: rows.filter(({ id }) => !hall.faults.drop.has(id)),
        at: new Date().toISOString(),
      })
      hall.phase = 'closed'
    },
    newRound: async () => {
      hall.frozen = await manifestOf({ ...shape, title: `${shape.title}（第二轮）` }, keys, server)
      rows.length = 0
      for (const register of hall.issued) register.length = 0
      hall.box = boxOver(hall.frozen, server, rows)
      hall.phase = 'issuing'
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([stop(main), stop(side)])
    },
  }
  const side = await listen(boxApp(hall).fetch)
  const main = await listen(hallApp(hall, portal).fetch)
  return Object.assign(hall, { url: main.url, boxUrl: side.url })
}

async function manifestOf(
  { title, contests, questions, roll, kMin }: HallShape,
  keys: readonly (readonly ContestKey[])[],
  server: SigningPair,
): Promise<FrozenManifest> {
  const tellers = await newSigningPair(true)
  const locks = [await newLock(), await newLock()]
  return freezeManifest({
    v: 'rd-ballot/v1',
    title,
    kMin,
    serverPk: toBase64url(server.point),
    tellerPk: toBase64url(tellers.point),
    locks: locks.map(({ pk }) => ({ pk })),
    contests: contests.map((one, at) => ({
      title: one,
      eligible: roll.length,
      ptLen: 32,
      questions,
      issuers: keys.map((own) => own[at]?.issuer ?? { n: '', e: '' }),
    })),
  })
}

function boxOver(frozen: FrozenManifest, { secret }: SigningPair, rows: BoxRow[]): BallotBox {
  return ballotBox({
    frozen,
    secret,
    store: {
      idOf: async (contest, pk) => rows.find((row) => row.contest === contest && row.pk === pk)?.id,
      write: async (batch) => void rows.push(...batch),
    },
  })
}

function issuedLines({ issued }: Hall): readonly IssuedLine[] {
  return issued.flatMap((register, i) =>
    register.map(({ contest: c, voter: v }): IssuedLine => ({ c, i, v })),
  )
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Readonly<{ url: string; server: ServerType }>> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://localhost:${port}`, server }),
    )
  })
}

function stop({ server }: Readonly<{ server: ServerType }>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
