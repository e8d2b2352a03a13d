/** /api/v1/pending-acts: the endpoints of contract/pending-acts.ts. */
import type { AccountId } from '@luoshi/domain/kernel/ids'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import { erasureGroundLabels } from '@luoshi/domain/inquiries/erasure-grounds'
import { may } from '@luoshi/domain/people/rights'
import { roleLabels } from '@luoshi/domain/people/roles'
import { secondPersons } from '@luoshi/domain/people/second-person'
import {
  approveAct,
  askedOf,
  listPendingActs,
  refuseAct,
  type PendingActRow,
} from '../contract/pending-acts.ts'
import { eraseFile, type ErasingFiles } from '../erasures/erase-file.ts'
import { eraseWords } from '../erasures/erase-words.ts'
import { releaseNow } from '../evidence/scanning/routes.ts'
import type { Outcome, World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import { eraseAsAsked } from '../inquiries/erase-by-two.ts'
import { accountNames } from '../people/account-names.ts'
import { identityRefused } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf, type Asking } from './middleware.ts'
import type { Decided, PendingAct } from './pending-acts.ts'
import type { Principal } from './principal.ts'

type Means = Readonly<{ world: World; identity: Identity; previews: ErasingFiles['previews'] }>

export function pendingActRoutes(api: Api, means: Means): void {
  const { world, identity } = means
  mount(api, listPendingActs, async ({ asked }) => {
    const found = await identity.pendingActs(asked.by)
    if (!found.ok) return refuse(identityRefused(found.refusal))
    const names = await accountNames(world.db, asked.by.congress, found.value.flatMap(accountsIn))
    return accept({ rows: found.value.map((act) => rowOf(act, asked.by, names)) })
  })
  mount(api, approveAct, async ({ asked, params, c }) => {
    const deciding = { id: params.act, decision: 'approve' } as const
    const decided = await identity.decideAct(asked.by, deciding, factsOf(c))
    if (!decided.ok) return refuse(identityRefused(decided.refusal))
    const done = await carryOut(means, decided.value, c)
    if (!done.ok) await identity.actFailed(asked.by, params.act)
    return done
  })
  mount(api, refuseAct, async ({ asked, params, c }) => {
    const found = await identity.pendingActs(asked.by)
    const own = found.ok && found.value.find(({ id }) => id === params.act)?.askedBy
    const decision = own === asked.by.account ? 'withdraw' : 'refuse'
    const decided = await identity.decideAct(asked.by, { id: params.act, decision }, factsOf(c))
    return decided.ok ? accept({ done: true as const }) : refuse(identityRefused(decided.refusal))
  })
}

/** In the name of who asked, whose right is asked again; what was put is parsed like anything that comes from outside. */
async function carryOut(
  { world, identity, previews }: Means,
  { kind, asked, asker }: Decided,
  c: Asking,
): Outcome<Readonly<{ done: true }>> {
  switch (kind) {
    case 'eraseWords': {
      const done = await eraseWords(world, { by: asker, ...askedOf.eraseWords.parse(asked) })
      return done.ok ? accept({ done: true }) : done
    }
    case 'eraseSealed':
      return eraseAsAsked(world, { by: asker }, askedOf.eraseSealed.parse(asked))
    case 'eraseFile': {
      const erasing = { ...askedOf.eraseFile.parse(asked), from: factsOf(c) }
      const done = await eraseFile({ world, identity, previews }, { by: asker, ...erasing })
      return done.ok ? accept({ done: true }) : done
    }
    case 'releaseHeld': {
      const releasing = { ...askedOf.releaseHeld.parse(asked), from: factsOf(c) }
      const done = await releaseNow(world, identity, { by: asker }, releasing)
      return done.ok ? accept({ done: true }) : done
    }
    case 'grantAdministrator': {
      const granting = askedOf.grantAdministrator.parse(asked)
      const done = await identity.grantRoles(asker, granting, factsOf(c))
      return done.ok ? accept({ done: true }) : refuse(identityRefused(done.refusal))
    }
    case 'joinAdministrators': {
      const rules = askedOf.joinAdministrators.parse(asked)
      const done = await identity.setRules(asker, rules, factsOf(c))
      return done.ok ? accept({ done: true }) : refuse(identityRefused(done.refusal))
    }
  }
}

function accountsIn({ kind, asked }: PendingAct): readonly AccountId[] {
  return kind === 'grantAdministrator' ? [askedOf.grantAdministrator.parse(asked).account] : []
}

function rowOf(act: PendingAct, by: Principal, names: ReadonlyMap<string, string>): PendingActRow {
  const { asked: _, ...rest } = act
  const isMine = act.askedBy === by.account
  const waits = act.outcome === null
  return {
    ...rest,
    about: aboutOf(act, names),
    may: {
      decide: waits && !isMine && may(by, secondPersons[act.kind], null),
      withdraw: waits && isMine,
    },
  }
}

function aboutOf(
  { kind, asked }: PendingAct,
  names: ReadonlyMap<string, string>,
): PendingActRow['about'] {
  switch (kind) {
    case 'eraseWords': {
      const { event, ground, approval } = askedOf.eraseWords.parse(asked)
      const number = { zh: `第 ${event} 号记录`, en: `Record ${event}` }
      const reference = approval?.reference ?? ''
      return [number, { zh: ground, en: ground }, { zh: reference, en: reference }]
    }
    case 'eraseSealed': {
      const { ground, approval } = askedOf.eraseSealed.parse(asked)
      const { reference } = approval
      return [
        {
          zh: '封存的内容或者来言一件（内容不在这里显示）',
          en: 'One sealed content or voice, not shown here',
        },
        erasureGroundLabels[ground],
        { zh: reference, en: reference },
      ]
    }
    case 'eraseFile': {
      const { sha256, ground, approval } = askedOf.eraseFile.parse(asked)
      const { reference } = approval
      return [fileName(sha256), { zh: ground, en: ground }, { zh: reference, en: reference }]
    }
    case 'releaseHeld': {
      const { sha256, reason, approval } = askedOf.releaseHeld.parse(asked)
      return [fileName(sha256), { zh: reason, en: reason }, { zh: approval, en: approval }]
    }
    case 'grantAdministrator': {
      const { account, roles } = askedOf.grantAdministrator.parse(asked)
      const name = names.get(account) ?? ''
      const zh = roles.map((role) => roleLabels[role].zh).join('、')
      const en = roles.map((role) => roleLabels[role].en).join(', ')
      return [
        { zh: name, en: name },
        {
          zh: zh === '' ? '收回全部角色' : `改为：${zh}`,
          en: en === '' ? 'no role any more' : `becomes: ${en}`,
        },
      ]
    }
    case 'joinAdministrators':
      return [{ zh: '三员分立改为合设', en: 'The three administrators become one' }]
  }
}

/** By its fingerprint: a name may be what has to go. */
function fileName(sha256: string) {
  const short = sha256.slice(0, 16)
  return { zh: `文件 ${short}`, en: `File ${short}` }
}
