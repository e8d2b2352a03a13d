/** /api/v1/ballots/:ballot/secret: the course of a ballot cast here, for those who run it. */
import { accept } from '@luoshi/domain/kernel/result'
import * as specs from '../../contract/secret-ballots.ts'
import type { Outcome, World } from '../../execute/context.ts'
import type { RecordDone } from '../../execute/record.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../../http/mount.ts'
import type { Principal } from '../../identity/principal.ts'
import { streamOf } from './course-stream.ts'
import type { Hall } from './hall.ts'
import {
  freezeManifest,
  makeSlips,
  nameSecondIssuer,
  prepareCast,
  registerCountLock,
  registerTellerKey,
} from './prepare-steps.ts'
import { readCourseNews, readSecretBallot } from './read-secret-ballot.ts'
import { readVerification } from './read-verification.ts'
import { openIssuing, openVoting, surrenderToken, takePaper, takePaperBack } from './vote-steps.ts'

export function secretBallotRoutes(api: Api, world: World, hall: Hall): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'ballot'>>) {
    const done = await command
    return done.ok ? readSecretBallot(world, hall, by, done.value.id) : done
  }
  mount(api, specs.getSecretBallot, ({ asked, params }) =>
    readSecretBallot(world, hall, asked.by, params.ballot),
  )
  mountRaw(api, specs.secretBallotStream, async ({ asked: { by }, params, c }) => {
    const found = await readSecretBallot(world, hall, by, params.ballot)
    if (!found.ok) return refusedAnswer(c, found.refusal)
    return streamOf(c, () => readCourseNews(world, hall, by, params.ballot))
  })
  mount(api, specs.getVerification, ({ asked, params }) =>
    readVerification(world, hall, asked.by, params.ballot),
  )
  preparing()
  voting()
  counting()

  function preparing(): void {
    mount(api, specs.prepareCast, ({ asked, params, body }) =>
      shown(asked.by, prepareCast(world, hall, { ...asked, ...params, ...body })),
    )
    mount(api, specs.registerCountLock, ({ asked, params, body }) =>
      shown(asked.by, registerCountLock(world, { ...asked, ...params, ...body })),
    )
    mount(api, specs.registerTellerKey, ({ asked, params, body }) =>
      shown(asked.by, registerTellerKey(world, { ...asked, ...params, ...body })),
    )
    mount(api, specs.nameSecondIssuer, ({ asked, params, body }) =>
      shown(asked.by, nameSecondIssuer(world, { ...asked, ...params, ...body })),
    )
    mount(api, specs.freezeManifest, ({ asked, params, body }) =>
      shown(asked.by, freezeManifest(world, hall, { ...asked, ...params, ...body })),
    )
    mount(api, specs.makeSlips, async ({ asked, params, body }) => {
      const done = await makeSlips(world, { ...asked, ...params, ...body })
      if (!done.ok) return done
      const ballot = await readSecretBallot(world, hall, asked.by, done.value.id)
      if (!ballot.ok) return ballot
      return accept({ ballot: ballot.value, slips: done.value.slips.map((one) => ({ ...one })) })
    })
  }

  function voting(): void {
    mount(api, specs.openIssuing, ({ asked, params, body }) =>
      shown(asked.by, openIssuing(world, { ...asked, ...params, ...body })),
    )
    mount(api, specs.takePaper, ({ asked, params, body }) =>
      shown(asked.by, takePaper(world, { ...asked, ...params, ...body })),
    )
    mount(api, specs.takePaperBack, ({ asked, params, body }) =>
      shown(asked.by, takePaperBack(world, { ...asked, ...params, ...body })),
    )
    mount(api, specs.surrenderToken, ({ asked, params, body }) =>
      shown(asked.by, surrenderToken(world, hall, { ...asked, ...params, ...body })),
    )
    mount(api, specs.openVoting, ({ asked, params, body }) =>
      shown(asked.by, openVoting(world, hall, { ...asked, ...params, ...body })),
    )
  }

  function counting(): void {
    // The verifier and its boxes are loaded at the first close, not at every start.
    const steps = () => import('./count-steps.ts')
    mount(api, specs.sealBallot, async ({ asked, params, body }) => {
      const { sealBallot } = await steps()
      return shown(asked.by, sealBallot(world, hall, { ...asked, ...params, ...body }))
    })
    mount(api, specs.enterCountKey, async ({ asked, params, body }) => {
      const { enterCountKey } = await steps()
      return shown(asked.by, enterCountKey(world, hall, { ...asked, ...params, ...body }))
    })
    mount(api, specs.countPaper, async ({ asked, params, body }) => {
      const { countPaper } = await steps()
      return shown(asked.by, countPaper(world, { ...asked, ...params, ...body }))
    })
    mount(api, specs.statePaper, async ({ asked, params, body }) => {
      const { statePaper } = await steps()
      return shown(asked.by, statePaper(world, hall, { ...asked, ...params, ...body }))
    })
    mount(api, specs.settleCount, async ({ asked, params, body }) => {
      const { settleCount } = await steps()
      return shown(asked.by, settleCount(world, hall, { ...asked, ...params, ...body }))
    })
  }
}
