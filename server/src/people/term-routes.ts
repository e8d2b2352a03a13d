/** /api/v1/terms, /api/v1/sessions */
import { accept } from '@luoshi/domain/kernel/result'
import {
  cancelSession,
  changeTerm as changeSpec,
  holdSession,
  listTerms,
  moveSession,
  openTerm as openSpec,
  planSession as planSpec,
} from '../contract/terms.ts'
import type { Outcome, World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { readTerms } from './read-terms.ts'
import { planSession, stepOnSession, type SessionDone } from './sessions.ts'
import { changeTerm, openTerm } from './terms.ts'

export function termRoutes(api: Api, world: World): void {
  async function told(by: Principal, command: Outcome<SessionDone>) {
    const done = await command
    if (!done.ok) return done
    return accept({ ...(await readTerms(world, by)), moved: done.value.moved })
  }
  mount(api, listTerms, async ({ asked }) => accept(await readTerms(world, asked.by)))
  mount(api, openSpec, async ({ asked, body: term }) => {
    const done = await openTerm(world, { ...asked, term })
    return done.ok ? accept(await readTerms(world, asked.by)) : done
  })
  mount(api, changeSpec, async ({ asked, params, body: { version, goOn, ...next } }) => {
    const done = await changeTerm(world, { ...asked, ...params, version, goOn, next })
    if (!done.ok) return done
    const { handOver, left } = done.value
    return accept({ ...(await readTerms(world, asked.by)), handOver, left })
  })
  mount(api, planSpec, ({ asked, body }) =>
    told(asked.by, planSession(world, { ...asked, ...body })),
  )
  mount(api, moveSession, ({ asked, params, body: { version, ...to } }) =>
    told(
      asked.by,
      stepOnSession(world, { ...asked, ...params, version, told: { type: 'MoveSession', ...to } }),
    ),
  )
  mount(api, holdSession, ({ asked, params, body: { version, on } }) =>
    told(
      asked.by,
      stepOnSession(world, { ...asked, ...params, version, told: { type: 'HoldSession', on } }),
    ),
  )
  mount(api, cancelSession, ({ asked, params, body: { version, reason } }) =>
    told(
      asked.by,
      stepOnSession(world, {
        ...asked,
        ...params,
        version,
        told: { type: 'CancelSession', reason },
      }),
    ),
  )
}
