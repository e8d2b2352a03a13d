/**
 * Taking out what is sealed, by one person or by two (domain/src/people/second-person.ts). What waits is kept sealed: from an
 * act that waits nobody learns whether it was an accusation, a source or a reply, nor whose.
 */
import type { Erasing } from '@luoshi/domain/inquiries/erase-sealed'
import { accept } from '@luoshi/domain/kernel/result'
import * as z from 'zod/mini'
import { id, version } from '../contract/fields.ts'
import type { Asked, Outcome, World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import type { Identity } from '../identity/identity.ts'
import type { RequestFacts } from '../identity/request-facts.ts'
import { eraseVoice } from '../voices/erase-voice.ts'
import { eraseAccusation, eraseSource } from './erase-sealed.ts'
import { mayOpen } from './seal-envelope.ts'

const target = z.discriminatedUnion('what', [
  z.object({ what: z.literal('accusation'), envelope: id('envelope'), version }),
  z.object({ what: z.literal('source'), inquiry: id('inquiry') }),
  z.object({ what: z.literal('voice'), voice: id('voice'), version }),
])

export type SealedTarget = z.infer<typeof target>

type Told = Omit<Erasing, 'today'>

/** @returns True: it waits for a second person. Whoever may not do it at all has nothing put. */
export async function waitsForSecond(
  world: World,
  identity: Pick<Identity, 'putAct'>,
  asked: Asked,
  { about, told, from }: Readonly<{ about: SealedTarget; told: Told; from: RequestFacts }>,
): Outcome<boolean> {
  if (!mayOpen(asked, 'EraseSealed')) return forbidden()
  const text = JSON.stringify(about)
  const sealed = world.house.close(ownerOf(asked.by.congress), text).toString('base64')
  const act = { kind: 'eraseSealed', asked: { sealed, ...told } } as const
  return accept((await identity.putAct(asked.by, act, from)) !== null)
}

/** Approved: in the name of who asked, whose right and recusal are asked again. */
export async function eraseAsAsked(
  world: World,
  { by }: Asked,
  { sealed, ground, approval }: Told & Readonly<{ sealed: string }>,
): Outcome<Readonly<{ done: true }>> {
  const text = world.house.open(ownerOf(by.congress), Buffer.from(sealed, 'base64'))
  const about = target.parse(JSON.parse(text))
  const told = { by, ground, approval }
  const done = await eraseOne(world, about, told)
  return done.ok ? accept({ done: true }) : done
}

function eraseOne(world: World, about: SealedTarget, told: Asked & Told): Outcome<unknown> {
  switch (about.what) {
    case 'accusation':
      return eraseAccusation(world, { ...told, ...about })
    case 'source':
      return eraseSource(world, { ...told, ...about })
    case 'voice':
      return eraseVoice(world, { ...told, ...about })
  }
}

function ownerOf(congress: string): string {
  return `pending act ${congress}`
}
