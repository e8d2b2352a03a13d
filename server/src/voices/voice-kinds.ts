/** Calls and voices as records. A voice is found by the hash of its receipt code, and its row holds no text. */
import { evolveCall, type Call, type CallEvent } from '@luoshi/domain/opinions/call'
import { evolveVoice, type Voice, type VoiceEvent } from '@luoshi/domain/opinions/voice'
import { recordKind } from '../execute/record.ts'

const noCall: Call = { status: 'none' }
const noVoice: Voice = { status: 'none' }

export const callKind = recordKind({
  kind: 'call',
  events: { CallOpened: true, CallClosed: true } satisfies Record<CallEvent['type'], true>,
  initial: noCall,
  evolve: evolveCall,
  row: (call) =>
    call.status === 'none'
      ? null
      : { title: '征求意见', appraisal: call.appraisal, on_day: call.openedOn, due: call.until },
})

export const voiceKind = recordKind({
  kind: 'voice',
  events: {
    VoiceReceived: true,
    VoiceTakenOver: true,
    VoiceReplied: true,
    VoiceSealed: true,
    VoiceSettled: true,
    VoiceErased: true,
    VoiceRemarked: true,
  } satisfies Record<VoiceEvent['type'], true>,
  initial: noVoice,
  evolve: evolveVoice,
  row: (voice) =>
    voice.status === 'none'
      ? null
      : {
          title: '群众来言',
          appraisal: voice.appraisal,
          parent: voice.code,
          on_day: voice.receivedOn,
        },
  series: (voice) => (voice.status === 'none' ? undefined : `voices ${voice.appraisal}`),
})
