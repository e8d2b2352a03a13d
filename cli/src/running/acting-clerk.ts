/** Whose hand a command on this machine writes with: commands go on record under a real account, never under none. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Principal } from '@luoshi/server/identity/principal'
import type { Office } from './office.ts'

export type NoSuchClerk = Readonly<{ code: 'account-not-found'; words: Bilingual }>

/** The account with this login; without one, the only active clerk. */
export async function actingClerk(
  { identity }: Pick<Office, 'identity'>,
  congress: CongressId,
  login: string | undefined,
): Promise<Result<Principal, NoSuchClerk>> {
  const console = idOf('account', 'account_console')
  const operator: Principal = {
    account: console,
    name: '本机',
    congress,
    roles: ['admin'],
    unit: null,
    official: null,
  }
  const listed = await identity.accounts(operator)
  const active = listed.ok ? listed.value.filter(({ status }) => status === 'active') : []
  const found = active.filter((one) =>
    login === undefined ? one.roles.includes('clerk') : one.login === login,
  )
  const [only, ...more] = found
  if (!only || more.length > 0) {
    const words = bilingual(
      login === undefined ? '没有或者不止一个可用的经办人账号。' : `没有可用的账号“${login}”。`,
      '请用 --as 写明以谁的名义办理。',
      login === undefined
        ? 'There is no clerk account, or more than one.'
        : `There is no active account “${login}”.`,
      'Say with --as in whose name this is done.',
    )
    return refuse({ code: 'account-not-found', words })
  }
  const { id, name, roles, unit, official } = only
  return accept({ account: id, name, congress, roles, unit, official })
}
