/**
 * The voter's page and the plain page beside it.
 *
 *     GET  /vote/:id · /vote/:id/trust
 *
 * Source: ballot.md §3.1, §7.2.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { Hono, type Context } from 'hono'
import { notFound } from '../../execute/refused.ts'
import { refusedAnswer } from '../../http/mount.ts'
import type { PortalFiles } from '../../http/portal-files.ts'
import type { TransportEnv } from '../../identity/middleware.ts'
import { isRehearsal } from '../ballot-kind.ts'
import { sendTrustPage, sendVotePage, type VoteShell } from '../vote-page.ts'
import { manifestOf } from './cast-state.ts'
import { findVote } from './find-vote.ts'
import type { VotePages } from './vote-routes.ts'

type Deps = Pick<VotePages, 'world' | 'hall'> &
  Readonly<{
    portal: PortalFiles | null
    congressName: (congress: CongressId) => Promise<string | null>
  }>

export function votePages({ world, hall, portal, congressName }: Deps): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()

  async function shellOf(raw: string): Promise<VoteShell | null> {
    const found = await findVote(world, raw)
    if (!found) return null
    const { congress, ballot, state } = found
    const frozen = await manifestOf(world, congress, state)
    const second = URL.parse(state.course?.secondIssuer ?? '')?.origin
    return {
      ballot,
      title: frozen?.manifest.title ?? '无记名测评',
      congress: (await congressName(congress)) ?? '',
      rehearsal: isRehearsal(state),
      origins: [hall.box?.origin(), second].flatMap((origin) => origin ?? []),
    }
  }

  async function page(c: Context<TransportEnv>, send: typeof sendVotePage): Promise<Response> {
    const shell = await shellOf(c.req.param('id') ?? '')
    return shell ? send(c, portal, shell) : refusedAnswer(c, notFound().refusal)
  }

  routes.get('/vote/:id', (c) => page(c, sendVotePage))
  routes.get('/vote/:id/trust', (c) => page(c, sendTrustPage))
  return routes
}
