/** A signature on a hand-over list, by account or on paper. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { isBesideSigning } from '@luoshi/domain/people/beside-signing'
import type { HandOver, SignerRole } from '@luoshi/domain/people/hand-over-list'
import {
  explainSigning,
  signHandOver as decide,
  type Signing,
} from '@luoshi/domain/people/sign-hand-over'
import type { Day } from '@luoshi/domain/kernel/day'
import { evidenceKept } from '../evidence/evidence-kept.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { handOverKind } from './hand-over-kind.ts'

type SigningAsked = Asked &
  Readonly<{
    handOver: Id<'handover'>
    version: number
    as: SignerRole
    paper: Readonly<{ name: string; on: Day; scan: readonly Evidence[] }> | null
  }>

export async function signHandOver(
  world: World,
  asked: SigningAsked,
): Outcome<RecordDone<'handover'>> {
  const { key, handOver, version, as } = asked
  const { state } = await handOverKind.load(world.db, asked.by.congress, handOver)
  const by = signerOf(state, asked.by)
  return takeRecordStep(world, handOverKind, {
    by,
    key,
    command: 'SignHandover',
    id: handOver,
    version,
    isBeside: isBesideSigning,
    // Both sides' officials sign; which of them may is the rule's matter.
    unitOf: (list) => {
      if (list.status === 'none') return null
      return by.unit === list.from.unit ? list.from.unit : list.to.unit
    },
    decide: async (list) => {
      const kept = await evidenceKept(world.db, asked.by.congress, asked.paper?.scan ?? [])
      if (!kept.ok) return kept
      const ruling = decide(list, by, { as, paper: paperOf(asked.paper) }, todayOf(world))
      return ruling.ok ? ruling : refused(409, ruling.refusal.code, explainSigning(ruling.refusal))
    },
  })
}

/** Whoever left acts for no unit any more, or for another; this list he still signs, as what he was. */
function signerOf(list: HandOver, by: Principal): Principal {
  const isLeaver =
    list.status !== 'none' && by.official !== null && by.official === list.from.official
  return isLeaver ? { ...by, unit: list.from.unit } : by
}

/** The names of files stay out of the facts. */
function paperOf(paper: SigningAsked['paper']): Signing['paper'] {
  if (paper === null) return null
  const scan = paper.scan.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType }))
  return { name: paper.name, on: paper.on, scan }
}
