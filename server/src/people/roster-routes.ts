/** /api/v1/persons */
import { accept } from '@luoshi/domain/kernel/result'
import {
  amendPerson,
  beginLeave,
  endLeave,
  letPersonGo,
  linkPerson,
  listLinkable,
  listPersons,
  registerPerson,
} from '../contract/roster.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { linkableAccounts } from './linkable-accounts.ts'
import { readPerson, readRoster } from './read-roster.ts'
import { changePerson, putPersonOnRoster } from './roster.ts'

export function rosterRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'person'>>) {
    const done = await command
    return done.ok ? readPerson(world, by, done.value.id) : done
  }
  mount(api, listPersons, async ({ asked, query }) =>
    accept({ rows: [...(await readRoster(world, asked.by, query))] }),
  )
  mount(api, listLinkable, ({ asked }) => linkableAccounts(world, asked))
  mount(api, registerPerson, ({ asked, body: { another = false, ...body } }) =>
    shown(asked.by, putPersonOnRoster(world, { ...asked, entry: { ...body, another } })),
  )
  mount(api, amendPerson, ({ asked, params, body: { version, ...seat } }) =>
    shown(
      asked.by,
      changePerson(world, { ...asked, ...params, version, told: { type: 'AmendPerson', ...seat } }),
    ),
  )
  mount(api, linkPerson, ({ asked, params, body: { version, account } }) =>
    shown(
      asked.by,
      changePerson(world, { ...asked, ...params, version, told: { type: 'LinkPerson', account } }),
    ),
  )
  mount(api, beginLeave, ({ asked, params, body: { version, ...leave } }) => {
    const told = { type: 'BeginLeave', self: params.person, ...leave } as const
    return shown(asked.by, changePerson(world, { ...asked, ...params, version, told }))
  })
  mount(api, endLeave, ({ asked, params, body: { version } }) =>
    shown(
      asked.by,
      changePerson(world, { ...asked, ...params, version, told: { type: 'EndLeave' } }),
    ),
  )
  mount(api, letPersonGo, ({ asked, params, body: { version, ...going } }) => {
    const told = { type: 'LetPersonGo', ...going } as const
    return shown(asked.by, changePerson(world, { ...asked, ...params, version, told }))
  })
}
