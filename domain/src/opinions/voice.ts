/**
 * A voice: what somebody of the public wrote to the committee in an open call, without a name. Who wrote it holds a
 * receipt code and nothing else; with it she follows what became of her own words.
 *
 *     none ─receive─▸ received ─take over─▸ takenOver      carried by a numbered matter, as any opinion is
 *                        └reply or seal──▸ settled         answered in words (not for this appraisal, why, where to go);
 *                                                          or an accusation: routed out, never itemised, never shown again
 *     takenOver, settled by a reply ─remark─▸ (same)       she says whether it is solved
 *     takenOver, settled ─erase (PIPL)─▸ (same)            her text is gone
 *
 * Which of the two settled it lies in a sealed envelope (`inquiries/envelope.ts`): a proof that is handed out must not
 * say that there was an accusation, nor where it went. `replied` and `sealed` are states of older records.
 *
 * The text itself is not in the log: an accusation must not travel with a proof. The log commits to it by a salted hash.
 * Source: domain.md §13 (accusations sealed, routed out), §14 (“nobody dares to speak”: receipt code); seed map S20.
 */
import type { Day } from '../kernel/day.ts'
import type { ErasedFacts } from '../inquiries/erasure-grounds.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import { isId, type AppraisalId, type Id, type MatterId, type OpinionId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'

/** Where accusations go. Source: domain.md §4, §13 (L19, L23). */
export const sealedRoutes = ['discipline', 'lettersAndVisits', 'judicial'] as const

export type SealedRoute = (typeof sealedRoutes)[number]

export const sealedRouteLabels: Readonly<
  Record<SealedRoute, Readonly<{ zh: string; en: string }>>
> = {
  discipline: { zh: '纪委监委', en: 'Discipline and supervision' },
  lettersAndVisits: { zh: '信访机构', en: 'Letters and visits' },
  judicial: { zh: '公安、司法机关', en: 'Police and justice' },
}

export const remarks = ['solved', 'partly', 'notSolved'] as const

export type Remark = (typeof remarks)[number]

export const remarkLabels: Readonly<Record<Remark, Readonly<{ zh: string; en: string }>>> = {
  solved: { zh: '已经解决', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  notSolved: { zh: '没有解决', en: 'Not solved' },
}

/** An open call, or a survey whose free texts were opened after its close. */
export type VoiceSource = Id<'call'> | Id<'survey'>

type Received = Readonly<{
  appraisal: AppraisalId
  call: VoiceSource
  /** Of a survey: the code of the question it answers. */
  question?: string
  /** SHA-256 of the receipt code: who holds the code finds it again, who holds this finds nobody. */
  code: string
  receivedOn: Day
  remark: Readonly<{ on: Day; remark: Remark }> | null
  /** Its text was taken out because the law says so; absent while it is there. */
  erasedOn?: Day
}>

export type Voice = ByStatus<{
  none: Nothing
  received: Received
  takenOver: Received & { opinion: OpinionId; matter: MatterId | null; on: Day }
  settled: Received & { on: Day; envelope: Id<'envelope'> }
  replied: Received & { on: Day; reply: string }
  sealed: Received & { on: Day; route: SealedRoute; reference: string }
}>

export type VoiceEvent = ByType<{
  VoiceReceived: {
    appraisal: AppraisalId
    call: VoiceSource
    code: string
    text: string
    on: Day
    question?: string
  }
  VoiceTakenOver: { opinion: OpinionId; matter: MatterId | null; on: Day }
  VoiceSettled: { envelope: Id<'envelope'>; on: Day }
  VoiceErased: ErasedFacts
  VoiceReplied: { on: Day; words: Words<{ reply: string }> }
  VoiceSealed: { route: SealedRoute; on: Day; words: Words<{ reference: string }> }
  VoiceRemarked: { remark: Remark; on: Day }
}>

export type VoiceCommand = ByType<{
  /** `code` and `text` are hashes; `length` is that of the text in characters. */
  ReceiveVoice: {
    appraisal: AppraisalId
    call: VoiceSource
    code: string
    text: string
    length: number
    question?: string
    today: Day
  }
  TakeOverVoice: { opinion: OpinionId; matter: MatterId | null; today: Day }
  /** `envelope`: where the words of it are sealed. */
  ReplyToVoice: { reply: string; envelope: Id<'envelope'>; today: Day }
  SealVoice: { route: SealedRoute; reference: string; envelope: Id<'envelope'>; today: Day }
  /** `isAnswered`: its envelope holds a reply. */
  RemarkOnVoice: { remark: Remark; isAnswered: boolean; today: Day }
}>

export const longestVoice = 5000
const shortestVoice = 5

export type VoiceRefusal = ByCode<{
  'voice-exists': Nothing
  'voice-too-short': { least: number }
  'voice-too-long': { most: number }
  'voice-already-handled': Nothing
  'voice-reply-missing': Nothing
  'voice-reference-missing': Nothing
  'voice-not-open-to-remarks': Nothing
}>

type Ruling = Result<readonly VoiceEvent[], VoiceRefusal>

export function decideVoice(voice: Voice, command: VoiceCommand): Ruling {
  switch (command.type) {
    case 'ReceiveVoice': {
      if (voice.status !== 'none') return refuse({ code: 'voice-exists' })
      const { appraisal, call, code, text, length, question, today } = command
      // Of a survey every text counts, “无” as well: it was asked for.
      const least = isId('survey', call) ? 1 : shortestVoice
      if (length < least) return refuse({ code: 'voice-too-short', least })
      if (length > longestVoice) return refuse({ code: 'voice-too-long', most: longestVoice })
      const asked = question === undefined ? {} : { question }
      return accept([{ type: 'VoiceReceived', appraisal, call, code, text, on: today, ...asked }])
    }
    case 'RemarkOnVoice':
      return isOpenToRemarks(voice, command.isAnswered)
        ? accept([{ type: 'VoiceRemarked', remark: command.remark, on: command.today }])
        : refuse({ code: 'voice-not-open-to-remarks' })
    case 'TakeOverVoice':
    case 'ReplyToVoice':
    case 'SealVoice':
      return voice.status === 'received'
        ? handle(command)
        : refuse({ code: 'voice-already-handled' })
  }
}

function isOpenToRemarks({ status }: Voice, isAnswered: boolean): boolean {
  return status === 'takenOver' || status === 'replied' || (status === 'settled' && isAnswered)
}

type Handling = Extract<VoiceCommand, { type: 'TakeOverVoice' | 'ReplyToVoice' | 'SealVoice' }>

function handle(command: Handling): Ruling {
  switch (command.type) {
    case 'TakeOverVoice': {
      const { opinion, matter, today } = command
      return accept([{ type: 'VoiceTakenOver', opinion, matter, on: today }])
    }
    case 'ReplyToVoice': {
      if (command.reply.trim() === '') return refuse({ code: 'voice-reply-missing' })
      return accept([{ type: 'VoiceSettled', envelope: command.envelope, on: command.today }])
    }
    case 'SealVoice': {
      if (command.reference.trim() === '') return refuse({ code: 'voice-reference-missing' })
      return accept([{ type: 'VoiceSettled', envelope: command.envelope, on: command.today }])
    }
  }
}

export function evolveVoice(before: Voice, event: VoiceEvent): Voice {
  if (event.type === 'VoiceReceived') {
    const { appraisal, call, code, on, question } = event
    const asked = question === undefined ? {} : { question }
    return { status: 'received', appraisal, call, code, receivedOn: on, remark: null, ...asked }
  }
  if (before.status === 'none') throw new Error(`${event.type} before VoiceReceived`)
  const { appraisal, call, code, receivedOn, remark, question } = before
  const asked = question === undefined ? {} : { question }
  const base = { appraisal, call, code, receivedOn, remark, ...asked }
  switch (event.type) {
    case 'VoiceTakenOver': {
      const { opinion, matter, on } = event
      return { status: 'takenOver', ...base, opinion, matter, on }
    }
    case 'VoiceSettled':
      return { status: 'settled', ...base, on: event.on, envelope: event.envelope }
    case 'VoiceErased':
      return { ...before, erasedOn: event.on }
    case 'VoiceReplied':
      return { status: 'replied', ...base, on: event.on, reply: event.words?.reply ?? erasedText }
    case 'VoiceSealed': {
      const { route, on, words } = event
      return { status: 'sealed', ...base, on, route, reference: words?.reference ?? erasedText }
    }
    case 'VoiceRemarked':
      return { ...before, remark: { on: event.on, remark: event.remark } }
  }
}

export function explainVoiceRefusal(refusal: VoiceRefusal): Bilingual {
  switch (refusal.code) {
    case 'voice-exists':
      return bilingual(
        '这条意见已经收到。',
        '请不要重复提交。',
        'Already received.',
        'There is no need to send it again.',
      )
    case 'voice-too-short':
      return bilingual(
        '内容太短，看不出说的是什么事。',
        `请写明时间、地点和事情，不少于${refusal.least}个字。`,
        'Too short to tell what it is about.',
        `Say what happened, where and when, in at least ${refusal.least} characters.`,
      )
    case 'voice-too-long':
      return bilingual(
        `内容超过${refusal.most}字。`,
        '请分成几条提交，一条说一件事。',
        `Longer than ${refusal.most} characters.`,
        'Send it in parts, one matter in each.',
      )
    case 'voice-already-handled':
      return bilingual(
        '这条来言已经处理过。',
        '请刷新查看处理结果。',
        'It was already dealt with.',
        'Reload to see how.',
      )
    case 'voice-reply-missing':
      return bilingual(
        '没有填写答复。',
        '请写明理由和可以找谁，提交人会看到。',
        'There is no reply.',
        'Say why, and who can help; the writer will read it.',
      )
    case 'voice-reference-missing':
      return bilingual(
        '没有填写转办凭据。',
        '请填写移交的文号或者签收凭据。',
        'There is no proof of the transfer.',
        'Give the number of the letter or the receipt.',
      )
    case 'voice-not-open-to-remarks':
      return bilingual(
        '还没有处理结果，不能评价。',
        '请过几天再来查看。',
        'There is no result yet.',
        'Come back in a few days.',
      )
  }
}
