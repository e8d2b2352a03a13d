/** Acts by which opinions come in: raised, split, heard in public, in an investigation, at the meeting; and what is sealed. */
import { addDays } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { recordInquiry, noteFinding } from '../../src/inquiries/record-inquiry.ts'
import {
  handleAccusation,
  listAccusations,
  noteAccusation,
} from '../../src/inquiries/seal-envelope.ts'
import {
  beginMeeting,
  closeMeeting,
  conveneMeeting,
  takeSpeech,
  turnSpeech,
} from '../../src/meetings/meeting-steps.ts'
import { raiseOpinion } from '../../src/opinions/raise-opinion.ts'
import { splitOpinion } from '../../src/opinions/split-opinion.ts'
import {
  closeCall,
  openCall,
  replyToVoice,
  sealVoice,
  takeOverVoice,
} from '../../src/voices/handle-voice.ts'
import { receiveVoice } from '../../src/voices/receive-voice.ts'
import { approval } from '../test-county.ts'
import { at } from './cast.ts'
import { anAppraisal, type Act } from './stage.ts'

/** Stands in every accusation and nowhere else. */
export const secretWord = '密举报甲乙丙'

export const raise: Act = async (stage, choice) => {
  const appraisal = (await anAppraisal(stage, choice.a))?.id
  if (appraisal === undefined) return
  const unit = at(await stage.units(), choice.b)?.id ?? null
  const matter = { kind: 'matter', title: '路灯不亮', unit } as const
  const exit = { kind: 'exit', exit: 'diverted', reason: '转信访', approval } as const
  const facts = {
    channel: 'forum',
    raiserKind: 'public',
    raiser: '',
    text: '路灯不亮，桥也坏了。',
  } as const
  const receivedOn = stage.county.clock.today()
  const disposition = choice.c % 5 === 0 ? exit : matter
  const by = await stage.cast.who('RaiseOpinion', null, choice)
  const asked = { by, appraisal, raising: { ...facts, receivedOn, disposition } }
  await stage.took('RaiseOpinion', raiseOpinion(stage.county.world, asked))
}

export const split: Act = async (stage, choice) => {
  const { db } = stage.county.world
  const matter = at(await stage.matters(), choice.a)
  if (!matter) return
  const opinion = idOf('opinion', matter.opinion)
  const [row] = await db.rows<{ version: number }>(stage.county.congress, {
    text: 'select version from luoshi.opinion_view where congress = $1 and id = $2 and to_seq is null',
    values: [stage.county.congress, opinion],
  })
  const part = (text: string) => ({ text, title: text, unit: null })
  const by = await stage.cast.who('SplitOpinion', null, choice)
  const parts = [part('路灯不亮'), part('桥也坏了')]
  const asked = { by, opinion, version: row?.version ?? 0, parts, reason: '两件事' }
  await stage.took('SplitOpinion', splitOpinion(stage.county.world, asked))
}

export const call: Act = async (stage, choice) => {
  const { world, congress, clock } = stage.county
  const open = at(await stage.records('call', 'open'), choice.a)
  if (!open) {
    const appraisal = (await anAppraisal(stage, choice.a))?.id
    if (appraisal === undefined) return false
    const by = await stage.cast.who('OpenCall', null, choice)
    const asked = { by, appraisal, notice: '请提意见', until: addDays(clock.today(), 60) }
    return stage.took('OpenCall', openCall(world, asked))
  }
  const id = idOf('call', open.id)
  if (choice.c % 7 === 0) {
    const by = await stage.cast.who('CloseCall', null, choice)
    return stage.took('CloseCall', closeCall(world, { by, call: id, version: open.version }))
  }
  // The public has no account and no command of the rights table.
  return (await receiveVoice(world, { congress, call: id, text: '村里的路坏了很久。' })).ok
}

export const voice: Act = async (stage, choice) => {
  const { world } = stage.county
  const found = at(await stage.records('voice', 'received'), choice.a)
  if (!found) return false
  const which = { voice: idOf('voice', found.id), version: found.version }
  if (choice.c % 3 === 0) {
    const by = await stage.cast.who('TakeOverVoice', null, choice)
    const taking = { by, ...which, title: '村路损坏', unit: null }
    return stage.took('TakeOverVoice', takeOverVoice(world, taking))
  }
  if (choice.c % 3 === 1) {
    const by = await stage.cast.who('ReplyToVoice', null, choice)
    return stage.took('ReplyToVoice', replyToVoice(world, { by, ...which, reply: '已转告。' }))
  }
  const by = await stage.cast.who('SealVoice', null, choice)
  const to = { route: 'discipline', reference: '1号' } as const
  return stage.took('SealVoice', sealVoice(world, { by, ...which, ...to }))
}

export const inquire: Act = async (stage, choice) => {
  const { world, clock } = stage.county
  const found = at(await stage.records('inquiry'), choice.a)
  if (found && choice.c % 2 === 0) {
    const by = await stage.cast.who('RecordInquiry', null, choice)
    const inquiry = idOf('inquiry', found.id)
    const text = '养护经费拨付慢，影响质量。'
    const noting = {
      kind: 'problem',
      heading: 'hotspots',
      text,
      title: '拨付慢',
      unit: null,
    } as const
    const asked = { by, inquiry, version: found.version, ...noting }
    return stage.took('RecordInquiry', noteFinding(world, asked))
  }
  const appraisal = (await anAppraisal(stage, choice.a))?.id
  if (appraisal === undefined) return false
  const telling = {
    method: 'interview',
    on: clock.today(),
    place: '县公路局',
    tookPart: '秦岚',
    whom: '',
    protectedName: choice.b % 2 === 0 ? '章敏之' : null,
    found: '经费拨付慢。',
    ratings: null,
    evidence: [],
  } as const
  const by = await stage.cast.who('RecordInquiry', null, choice)
  return stage.took('RecordInquiry', recordInquiry(world, { by, appraisal, telling }))
}

export const accuse: Act = async (stage, choice) => {
  const { world, clock } = stage.county
  const appraisal = (await anAppraisal(stage, choice.a))?.id
  if (appraisal === undefined) return false
  const by = await stage.cast.who('HandleAccusation', null, choice)
  const listed = await listAccusations(world, by, appraisal)
  const noted = listed.ok ? listed.value.rows.find(({ status }) => status === 'noted') : undefined
  if (noted && choice.c % 2 === 0) {
    const on = clock.today()
    const told = { type: 'DivertAccusation', route: 'discipline', reference: secretWord } as const
    const asked = { by, envelope: noted.id, version: noted.version }
    return stage.took(
      'HandleAccusation',
      handleAccusation(world, asked, { ...told, today: on, on }),
    )
  }
  const who = await stage.cast.who('NoteAccusation', null, choice)
  const noting = noteAccusation(world, { by: who, appraisal, text: secretWord })
  return stage.took('NoteAccusation', noting)
}

export const meeting: Act = async (stage, choice) => {
  const { world, clock } = stage.county
  const [held] = await stage.records('meeting', 'convened', 'inSession')
  if (!held) {
    const appraisal = (await anAppraisal(stage, choice.a))?.id
    if (appraisal === undefined) return false
    const by = await stage.cast.who('ConveneMeeting', null, choice)
    const about = { appraisals: [appraisal], session: '第31次', heldOn: clock.today() }
    const agenda = [{ part: 'speeches', text: '审议发言', speaker: '' }] as const
    const asked = { by, meeting: { ...about, members: 33, agenda } }
    return stage.took('ConveneMeeting', conveneMeeting(world, asked))
  }
  const which = { meeting: idOf('meeting', held.id), version: held.version }
  if (held.status === 'convened') {
    const by = await stage.cast.who('BeginMeeting', null, choice)
    const asked = { by, ...which, present: 29, absent: [] }
    return stage.took('BeginMeeting', beginMeeting(world, asked))
  }
  if (choice.c % 6 === 0) {
    const by = await stage.cast.who('CloseMeeting', null, choice)
    return stage.took('CloseMeeting', closeMeeting(world, { by, ...which }))
  }
  const by = await stage.cast.who('TakeSpeech', null, choice)
  const said = { kind: 'member', speaker: '王委员', text: '路修得太慢。' } as const
  const taking = takeSpeech(world, { by, meeting: which.meeting, ...said })
  return stage.took('TakeSpeech', taking)
}

export const turn: Act = async (stage, choice) => {
  const { world } = stage.county
  const speech = at(await stage.records('speech'), choice.a)
  const appraisal = (await anAppraisal(stage, choice.b))?.id
  if (!speech || appraisal === undefined) return false
  const by = await stage.cast.who('TurnSpeech', null, choice)
  const which = { speech: idOf('speech', speech.id), version: speech.version }
  const meant = { appraisal: speech.appraisal ?? appraisal, title: '加快修路', unit: null }
  return stage.took('TurnSpeech', turnSpeech(world, { by, ...which, ...meant }))
}
