/** Public calls: one over and dealt with, one open with voices that wait to be read. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import {
  closeCall,
  openCall,
  replyToVoice,
  sealVoice,
  takeOverVoice,
} from '@luoshi/server/voices/handle-voice'
import { receiveVoice } from '@luoshi/server/voices/receive-voice'
import { callKind } from '@luoshi/server/voices/voice-kinds'
import { paces } from '../calendar.ts'
import { officials, subjects, units, type AppraisalKey } from '../county.ts'
import { appraisalOf, dayOf, known, must, type Story } from '../story.ts'
import { callNotice, heardOnHealth, heardOnTransport, type Heard } from '../words/voices.ts'

export function planVoices(story: Story): void {
  const began = paces.transport.open + 13
  story.plan(began, async () => {
    const call = await open(story, 'transport', began + 20)
    for (const [at, one] of heardOnTransport.entries())
      story.plan(began + 2 + at, () => hear(story, 'transport', call, one))
    story.plan(began + 20, () => close(story, call))
  })
  story.plan(-12, async () => {
    const call = await open(story, 'health', 18)
    for (const [at, one] of heardOnHealth.entries())
      story.plan(-9 + at, () => hear(story, 'health', call, one))
  })
}

async function open(story: Story, key: AppraisalKey, until: number): Promise<Id<'call'>> {
  const asked = {
    by: story.as('clerk'),
    appraisal: appraisalOf(story, key),
    notice: callNotice(units[key], officials[subjects[key]].name),
    until: dayOf(story, until),
  }
  return must(await openCall(story.world, asked), 'openCall').id
}

async function close({ world, congress, as }: Story, call: Id<'call'>): Promise<void> {
  const { version } = await callKind.load(world.db, congress, call)
  must(await closeCall(world, { by: as('clerk'), call, version }), 'closeCall')
}

async function hear(
  story: Story,
  key: AppraisalKey,
  call: Id<'call'>,
  { text, outcome }: Heard,
): Promise<void> {
  const { world, congress } = story
  must(await receiveVoice(world, { congress, call, text }), 'receiveVoice')
  const which = { by: story.as('clerk'), voice: await lastVoice(story), version: 1 }
  switch (outcome.kind) {
    case 'matter': {
      const asked = { ...which, title: outcome.title, unit: story.unit(key) }
      must(await takeOverVoice(world, asked), 'takeOverVoice')
      return
    }
    case 'reply':
      must(await replyToVoice(world, { ...which, reply: outcome.reply }), 'replyToVoice')
      return
    case 'sealed': {
      const sealed = { route: 'discipline', reference: '清人常移〔密〕2号' } as const
      must(await sealVoice(world, { ...which, ...sealed }), 'sealVoice')
      return
    }
    case 'waits':
  }
}

/** Whoever writes learns nothing but a code; the clerk finds what waits on her list. */
async function lastVoice({ world, congress }: Story): Promise<Id<'voice'>> {
  const [row] = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'voice'
      and status = 'received' and to_seq is null order by on_day desc, from_seq desc limit 1`,
    values: [congress],
  })
  return idOf('voice', known(row, 'voice').id)
}
