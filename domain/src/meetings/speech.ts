/**
 * What one person says at the meeting, taken down as it is said; several clerks write at once, each line is its own.
 *
 *     none ─take down─▸ taken ─amend─▸ taken          put right by whoever writes, the first words stay in the log
 *                        └─turn─▸ taken (one opinion more)
 *
 * A question and its answer are two lines, the answer naming the question. The official's own lines are the reply (表态),
 * an answer, or a defence (申辩): the right to explain and defend; a defence may name the matter it answers.
 *
 * Source: seed map S12 (remarks are taken down and become opinions on the spot); domain.md §5 phase 3 (⑤ question and answer, ⑥ reply),
 * §4 (允许进行解释和申辩).
 */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { Id, MatterId, OpinionId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { RaiserKind } from '../opinions/opinion.ts'

export const speakerKinds = ['member', 'deputy', 'team', 'public', 'official'] as const

export type SpeakerKind = (typeof speakerKinds)[number]

export const speakerKindLabels: Readonly<
  Record<SpeakerKind, Readonly<{ zh: string; en: string }>>
> = {
  member: { zh: '组成人员', en: 'Member' },
  deputy: { zh: '人大代表', en: 'Deputy' },
  team: { zh: '调查组', en: 'Team' },
  public: { zh: '服务对象', en: 'Service user' },
  official: { zh: '述职人员', en: 'Official' },
}

/** What somebody does by speaking. */
export const speechActs = ['remark', 'question', 'answer', 'reply', 'defence'] as const

export type SpeechAct = (typeof speechActs)[number]

export const speechActLabels: Readonly<Record<SpeechAct, Readonly<{ zh: string; en: string }>>> = {
  remark: { zh: '发言', en: 'Remark' },
  question: { zh: '询问', en: 'Question' },
  answer: { zh: '回答', en: 'Answer' },
  reply: { zh: '表态', en: 'Reply' },
  defence: { zh: '申辩', en: 'Defence' },
}

/** Reply and defence are the official's alone; the official does not question the committee. */
export function actsOf(kind: SpeakerKind): readonly SpeechAct[] {
  return kind === 'official' ? ['reply', 'answer', 'defence'] : ['remark', 'question', 'answer']
}

/** What a line answers: a question taken down before it, or the matter a defence speaks to. */
export type Answering = Readonly<{ question: Id<'speech'> | null; matter: MatterId | null }>

export type TurnedInto = Readonly<{ opinion: OpinionId; matter: MatterId | null }>

export type Speech = ByStatus<{
  none: Nothing
  taken: {
    meeting: Id<'meeting'>
    kind: SpeakerKind
    act: SpeechAct
    to: Answering
    speaker: string
    text: string
    opinions: readonly TurnedInto[]
  }
}>

export type SpeechEvent = ByType<{
  SpeechTaken: {
    meeting: Id<'meeting'>
    kind: SpeakerKind
    /** Absent in records of the first release: a remark, or the official's reply. */
    act?: SpeechAct
    to?: Answering
    words: Words<{ speaker: string; text: string }>
  }
  SpeechAmended: { words: Words<{ speaker: string; text: string }> }
  SpeechTurned: TurnedInto
}>

export type SpeechCommand = ByType<{
  TakeSpeech: {
    meeting: Id<'meeting'>
    kind: SpeakerKind
    act: SpeechAct
    to: Answering
    speaker: string
    text: string
  }
  AmendSpeech: { speaker: string; text: string }
  TurnSpeech: TurnedInto
}>

export type SpeechRefusal = ByCode<{
  'speech-exists': Nothing
  'speech-missing': Nothing
  'speech-empty': Nothing
  'speech-is-reply': Nothing
  'speech-act-unfit': Nothing
}>

export function decideSpeech(
  speech: Speech,
  command: SpeechCommand,
): Result<readonly SpeechEvent[], SpeechRefusal> {
  if (command.type === 'TakeSpeech') {
    if (speech.status !== 'none') return refuse({ code: 'speech-exists' })
    const { meeting, kind, act, to } = command
    const words = wordsOf(command)
    if (words === null) return refuse({ code: 'speech-empty' })
    if (!actsOf(kind).includes(act)) return refuse({ code: 'speech-act-unfit' })
    return accept([{ type: 'SpeechTaken', meeting, kind, act, to, words }])
  }
  if (speech.status === 'none') return refuse({ code: 'speech-missing' })
  if (command.type === 'AmendSpeech') {
    const words = wordsOf(command)
    return words === null
      ? refuse({ code: 'speech-empty' })
      : accept([{ type: 'SpeechAmended', words }])
  }
  const { opinion, matter } = command
  return raiserKindOf(speech.kind) === null
    ? refuse({ code: 'speech-is-reply' })
    : accept([{ type: 'SpeechTurned', opinion, matter }])
}

function wordsOf({ speaker, text }: Readonly<{ speaker: string; text: string }>) {
  return text.trim() === '' ? null : { speaker: speaker.trim(), text: text.trim() }
}

/** Whose opinion it is; what the official says is the reply and no opinion. */
export function raiserKindOf(kind: SpeakerKind): RaiserKind | null {
  return kind === 'official' ? null : kind
}

export function evolveSpeech(before: Speech, event: SpeechEvent): Speech {
  if (event.type === 'SpeechTaken') {
    const { meeting, kind, words } = event
    const { act = kind === 'official' ? 'reply' : 'remark', to = nothing } = event
    return { status: 'taken', meeting, kind, act, to, ...shown(words), opinions: [] }
  }
  if (before.status === 'none') throw new Error(`${event.type} before SpeechTaken`)
  if (event.type === 'SpeechAmended') return { ...before, ...shown(event.words) }
  const { opinion, matter } = event
  return { ...before, opinions: [...before.opinions, { opinion, matter }] }
}

const nothing: Answering = { question: null, matter: null }

function shown(words: Words<{ speaker: string; text: string }>) {
  return words ?? { speaker: erasedText, text: erasedText }
}

export function explainSpeechRefusal(refusal: SpeechRefusal): Bilingual {
  switch (refusal.code) {
    case 'speech-exists':
      return bilingual('这条发言已经记下。', '请刷新查看。', 'It is already taken down.', 'Reload.')
    case 'speech-missing':
      return bilingual('没有这条发言。', '请刷新查看。', 'There is no such speech.', 'Reload.')
    case 'speech-empty':
      return bilingual(
        '没有写发言内容。',
        '写下来再回车。',
        'Nothing was written.',
        'Write it down first.',
      )
    case 'speech-act-unfit':
      return bilingual(
        '发言的身份与类别不相符。',
        '表态和申辩只由述职人员作出；述职人员不向会议提出询问。',
        'Who speaks and what is done do not go together.',
        'Reply and defence are the official’s; the official asks no questions.',
      )
    case 'speech-is-reply':
      return bilingual(
        '述职人员的表态和说明不是意见。',
        '只有组成人员、代表、调查组和服务对象的发言可以列为意见。',
        'What the official says is a reply, not an opinion.',
        'Turn what others said into opinions.',
      )
  }
}
