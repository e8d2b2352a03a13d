/** Where somebody can be reached, as it is sealed: address and signing secret, for one person and channel. */
import type { HouseSeal } from '../execute/house-seal.ts'

export type Reach = Readonly<{ address: string; secret: string | null }>

type Owner = Readonly<{ congress: string; account: string; channel: string }>

export function closeReach(house: HouseSeal, owner: Owner, { address, secret }: Reach): Buffer {
  return house.close(contactOwner(owner), JSON.stringify([address, secret]))
}

/** @throws when it is another person's, or of another channel. */
export function openReach(house: HouseSeal, owner: Owner, sealed: Buffer): Reach {
  const kept: unknown = JSON.parse(house.open(contactOwner(owner), sealed))
  const [address, secret]: readonly unknown[] = Array.isArray(kept) ? kept : []
  if (typeof address !== 'string') throw new Error('A sealed contact holds no address')
  return { address, secret: typeof secret === 'string' ? secret : null }
}

/** Whose row it is, for the seal. */
export function contactOwner({ congress, account, channel }: Owner): string {
  return `${congress} ${account} ${channel}`
}
