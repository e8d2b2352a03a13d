/** The county's framework of self-checks, read and set by the clerk. */
import {
  evolveFramework,
  noFramework,
  setFramework as decide,
  type CountyFramework,
  type FrameworkEvent,
} from '@luoshi/domain/appraisals/county-framework'
import {
  seedFramework,
  type SelfCheckFramework,
} from '@luoshi/domain/appraisals/self-check-framework'
import { explainSelfCheckRefusal } from '@luoshi/domain/appraisals/self-check-refusals'
import { idOf, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { AnswerOf } from '../contract/kit.ts'
import type { getFramework } from '../contract/self-checks.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { recordKind, takeRecordStep } from '../execute/record.ts'
import { forbidden, refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'

export const frameworkKind = recordKind<'framework', CountyFramework, FrameworkEvent>({
  kind: 'framework',
  events: { FrameworkSet: true },
  initial: noFramework,
  evolve: evolveFramework,
  row: (state) => (state.status === 'none' ? null : { title: '自查提纲', on_day: state.setOn }),
})

function frameworkOf(congress: CongressId): Id<'framework'> {
  return idOf('framework', congress.replace('congress_', 'framework_'))
}

export async function countyFramework({ db }: World, congress: CongressId) {
  return frameworkKind.load(db, congress, frameworkOf(congress))
}

type Shown = AnswerOf<typeof getFramework>

export async function readFramework(world: World, by: Principal): Outcome<Shown> {
  if (!may(by, 'SetSelfCheckFramework', null)) return forbidden()
  const { state, version } = await countyFramework(world, by.congress)
  if (state.status === 'none') return accept({ version, framework: seedFramework, setOn: null })
  return accept({ version, framework: state.framework, setOn: state.setOn })
}

export async function setFramework(
  world: World,
  asked: Asked & Readonly<{ version: number; framework: SelfCheckFramework }>,
): Outcome<Shown> {
  const { by, key, version, framework } = asked
  const done = await takeRecordStep(world, frameworkKind, {
    by,
    key,
    command: 'SetSelfCheckFramework',
    id: frameworkOf(by.congress),
    version,
    decide: () => {
      const ruling = decide(framework, todayOf(world))
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainSelfCheckRefusal(ruling.refusal))
    },
  })
  return done.ok ? readFramework(world, by) : done
}
