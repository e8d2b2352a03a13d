/** Ids of identity's own things: 20 characters of chance, so that nobody counts accounts by them. */
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import type { Random } from './secret-token.ts'

export function newAccountId(random: Random): AccountId {
  return idOf('account', `account_${random(10).toString('hex')}`)
}

export function newCongressId(random: Random): CongressId {
  return idOf('congress', `congress_${random(10).toString('hex')}`)
}
