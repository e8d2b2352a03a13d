/** What became of one's own words, for whoever holds the receipt code: plain words, and nothing about anybody else. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { Day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Limit } from '@luoshi/domain/matters/limit'
import { currentRound } from '@luoshi/domain/matters/matter'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import { exitLabels } from '@luoshi/domain/opinions/exits'
import { decideVoice, type Remark, type Voice } from '@luoshi/domain/opinions/voice'
import { oneMoment, todayOf, type Outcome, type World } from '../execute/context.ts'
import { newCommandName } from '../execute/ids.ts'
import { isOpened, loadMatter, loadOpinion } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import { refusedByLedger } from '../execute/refused-by-ledger.ts'
import { hashOfCode } from './receipt-code.ts'
import { refusedByVoice } from './receive-voice.ts'
import { settlementOf } from './settlements.ts'
import { voiceKind } from './voice-kinds.ts'

export type Followed = Readonly<{
  receivedOn: Day
  remark: Remark | null
  mayRemark: boolean
  outcome:
    | Readonly<{ kind: 'waiting' }>
    | Readonly<{ kind: 'replied'; on: Day; reply: string }>
    /** No more than that it was passed on: where to is nobody's business but theirs. */
    | Readonly<{ kind: 'passedOn'; on: Day }>
    | Readonly<{ kind: 'erased' }>
    | Readonly<{ kind: 'left'; why: string; reason: string }>
    | Readonly<{
        kind: 'matter'
        number: number
        status: MatterStatus
        round: number
        due: Limit | null
        closedOn: Day | null
      }>
}>

type Asked = Readonly<{ congress: CongressId; code: string }>

async function find(world: World, { congress, code }: Asked) {
  const [row] = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view
      where congress = $1 and parent = $2 and kind = 'voice' and to_seq is null`,
    values: [congress, hashOfCode(code)],
  })
  if (!row) return null
  const id = idOf('voice', row.id)
  return { id, ...(await voiceKind.load(world.db, congress, id)) }
}

export async function followVoice(world: World, asked: Asked): Outcome<Followed> {
  const found = await find(world, asked)
  if (!found || found.state.status === 'none') return notFound()
  const { state } = found
  const outcome = await outcomeOf(world, asked.congress, state)
  return accept({
    receivedOn: state.receivedOn,
    remark: state.remark?.remark ?? null,
    mayRemark: asksForRemark(outcome),
    outcome,
  })
}

/** Asked once there is something to look at: nobody is asked whether it is solved while it lies in a drawer. */
function asksForRemark(outcome: Followed['outcome']): boolean {
  if (outcome.kind === 'replied' || outcome.kind === 'left') return true
  const done: readonly MatterStatus[] = ['submitted', 'verified', 'satisfied', 'closed', 'exited']
  return outcome.kind === 'matter' && done.includes(outcome.status)
}

async function outcomeOf(
  world: World,
  congress: CongressId,
  voice: Exclude<Voice, { status: 'none' }>,
): Promise<Followed['outcome']> {
  switch (voice.status) {
    case 'received':
      return { kind: 'waiting' }
    case 'replied':
      return { kind: 'replied', on: voice.on, reply: voice.reply }
    case 'sealed':
      return { kind: 'passedOn', on: voice.on }
    case 'settled': {
      const settled = await settlementOf(world.db, congress, voice)
      if (settled?.status === 'replied')
        return { kind: 'replied', on: voice.on, reply: settled.reply }
      return settled?.status === 'erased' ? { kind: 'erased' } : { kind: 'passedOn', on: voice.on }
    }
    case 'takenOver':
      break
  }
  const { state: opinion } = await loadOpinion(world.db, congress, voice.opinion)
  if (opinion.status === 'exited')
    return { kind: 'left', why: exitLabels[opinion.exit].zh, reason: opinion.reason }
  const matter = opinion.status === 'answerable' ? opinion.matter : voice.matter
  if (matter === null) return { kind: 'waiting' }
  const { state } = await loadMatter(world.db, congress, matter)
  if (!isOpened(state)) return { kind: 'waiting' }
  const [row] = await world.db.rows<{ number: number }>(congress, {
    text: 'select number from luoshi.matter_view where congress = $1 and id = $2 and to_seq is null',
    values: [congress, matter],
  })
  const round = currentRound(state)
  return {
    kind: 'matter',
    number: row?.number ?? 0,
    status: state.status,
    round: round?.number ?? 0,
    due: round?.due ?? null,
    closedOn: state.closure?.on ?? null,
  }
}

export async function remarkOnVoice(
  at: World,
  asked: Asked & Readonly<{ remark: Remark }>,
  /** Nobody of the public is sent back because the office wrote in the same moment. */
  looks = 4,
): Outcome<true> {
  const world = oneMoment(at)
  const found = await find(world, asked)
  if (!found) return notFound()
  const settled =
    found.state.status === 'none' ? null : await settlementOf(world.db, asked.congress, found.state)
  const isAnswered = settled?.status === 'replied'
  const told = { remark: asked.remark, isAnswered, today: todayOf(world) }
  const command = { type: 'RemarkOnVoice', ...told } as const
  const ruling = decideVoice(found.state, command)
  if (!ruling.ok) return refusedByVoice(ruling.refusal)
  const done = await world.append({
    congress: asked.congress,
    command: newCommandName(),
    actor: 'public',
    at: world.now(),
    writes: [voiceKind.write(found.id, found, ruling.value)],
  })
  if (done.ok) return accept(true)
  const isOvertaken = done.refusal.code === 'version-conflict' && looks > 1
  return isOvertaken ? remarkOnVoice(at, asked, looks - 1) : refusedByLedger(done.refusal)
}
