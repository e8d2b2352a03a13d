/** /api/v1/ballots */
import { accept } from '@luoshi/domain/kernel/result'
import { officialBallotWords } from '@luoshi/domain/rule-books/choice-words'
import { otherGroups, weighing } from '@luoshi/domain/rule-books/voter-groups'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import {
  announceBallot as announceSpec,
  enterBallot as enterSpec,
  getBallot,
  getBallotRules,
  listBallots,
  openBallot as openSpec,
  decideSurplus as decideSpec,
  voidBallot as voidSpec,
} from '../contract/ballots.ts'
import { listVerdicts } from '../contract/verdicts.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import {
  announceBallot,
  decideSurplus,
  enterBallot,
  openBallot,
  voidBallot,
} from './ballot-steps.ts'
import { readBallot, readBallots } from './read-ballots.ts'
import type { Hall } from './hall/hall.ts'
import { leaveHall } from './hall/leave-hall.ts'
import { withWhatFollows } from './hall/what-follows.ts'
import { readVerdicts } from './read-verdicts.ts'

export function ballotRoutes(api: Api, world: World, hall: Hall): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'ballot'>>) {
    const done = await command
    return done.ok ? readBallot(world, by, done.value.id) : done
  }
  mount(api, listBallots, async ({ asked, query }) =>
    accept({ rows: [...(await readBallots(world, asked.by, query))] }),
  )
  mount(api, listVerdicts, async ({ asked, params }) => {
    const found = await readVerdicts(world, asked.by, params.appraisal)
    return found.ok ? accept({ rows: [...found.value] }) : found
  })
  mount(api, getBallotRules, async ({ asked, params: { appraisal } }) => {
    const found = await readAppraisal(world, asked.by, appraisal)
    if (!found.ok) return found
    const { name, settings } = await world.policies.ruleBookOf(asked.by.congress, appraisal)
    const official = settings.officialBallot.value
    const { zh, en } = officialBallotWords(official)
    const rectificationJudged = settings.rectificationJudged.value
    const { secrecy } = official
    const weights = weighing(settings.voters.value)
    const groups = otherGroups(settings.voters.value).map(({ group }) => {
      return { group, weight: weights.find((one) => one.group === group)?.weight ?? null }
    })
    return accept({ rectificationJudged, secrecy, bookName: name, official: { zh, en }, groups })
  })
  mount(api, getBallot, ({ asked, params }) => readBallot(world, asked.by, params.ballot))
  mount(api, openSpec, ({ asked, body }) =>
    shown(asked.by, openBallot(world, { ...asked, ballot: body })),
  )
  mount(api, enterSpec, ({ asked, params, body }) =>
    shown(asked.by, enterBallot(world, { ...asked, ...params, ...body })),
  )
  mount(api, announceSpec, ({ asked, params, body }) =>
    shown(asked.by, announceBallot(world, { ...asked, ...params, ...body })),
  )
  mount(api, decideSpec, ({ asked, params, body }) =>
    shown(asked.by, decideSurplus(world, { ...asked, ...params, ...body })),
  )
  mount(api, voidSpec, ({ asked, params, body }) => {
    const follow = () => leaveHall(world, hall, { congress: asked.by.congress, ...params })
    const voided = withWhatFollows(hall, { what: 'the box was not emptied', follow }, () =>
      voidBallot(world, { ...asked, ...params, ...body }),
    )
    return shown(asked.by, voided)
  })
}
