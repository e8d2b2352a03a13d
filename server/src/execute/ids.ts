/** New ids: the kind, and 100 bits of chance in lower-case base 32 without letters that are taken for one another. */
import { idOf, type Id, type IdKind } from '@luoshi/domain/kernel/ids'
import { chance } from '@luoshi/ledger/log/chance'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export function newId<Kind extends IdKind>(kind: Kind): Id<Kind> {
  const letters = Array.from(chance(20), (byte) => alphabet[byte % 32])
  return idOf(kind, `${kind}_${letters.join('')}`)
}

/** The ledger's name for a command nobody has named: never repeated. */
export function newCommandName(): string {
  return `c_${chance(12).toString('hex')}`
}
