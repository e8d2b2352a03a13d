/**
 * Rule: what lies sealed is erased under one of the five cases of 个人信息保护法第四十七条, approved by the chairs or the
 * Standing Committee, and only after it was dealt with: an accusation that nobody has passed on is not made to vanish.
 * Case and approval are facts; which words went, and of what kind they were, is nowhere.
 * Source: PIPL art. 47; domain.md §3.5, §13. That dealing with it comes first is inferred.
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Voice } from '../opinions/voice.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import type { Envelope } from './envelope.ts'
import type { ErasedFacts, ErasureGround } from './erasure-grounds.ts'

export type Erasing = Readonly<{ ground: ErasureGround; approval: Approval; today: Day }>

export type EraseRefusal = ByCode<{
  'erased-already': Nothing
  'nothing-sealed': Nothing
  'not-dealt-with': Nothing
  'erasure-needs-chairs': Nothing
  'erasure-reference-missing': Nothing
  'erasure-approval-to-come': Nothing
}>

type Ruling = Result<ErasedFacts, EraseRefusal>

export function eraseEnvelope(envelope: Envelope, erasing: Erasing): Ruling {
  if (envelope.status === 'none') return refuse({ code: 'nothing-sealed' })
  if (envelope.status === 'erased') return refuse({ code: 'erased-already' })
  return envelope.status === 'noted' ? refuse({ code: 'not-dealt-with' }) : approved(erasing)
}

export function eraseVoice(voice: Voice, erasing: Erasing): Ruling {
  if (voice.status === 'none') return refuse({ code: 'nothing-sealed' })
  if (voice.erasedOn !== undefined) return refuse({ code: 'erased-already' })
  return voice.status === 'received' ? refuse({ code: 'not-dealt-with' }) : approved(erasing)
}

function approved({ ground, approval, today }: Erasing): Ruling {
  if (approval.body !== 'chairs' && approval.body !== 'standingCommittee')
    return refuse({ code: 'erasure-needs-chairs' })
  const fault = approvalFault(approval, today)
  if (fault === 'reference-missing') return refuse({ code: 'erasure-reference-missing' })
  if (fault === 'in-the-future') return refuse({ code: 'erasure-approval-to-come' })
  return accept({ ground, approval, on: today })
}

export function explainEraseRefusal({ code }: EraseRefusal): Bilingual {
  return words[code]
}

const words: Readonly<Record<EraseRefusal['code'], Bilingual>> = {
  'erased-already': bilingual(
    '这份内容已经依法删除。',
    '不需要再办理。',
    'It was erased already.',
    'There is nothing left to do.',
  ),
  'nothing-sealed': bilingual(
    '没有找到封存的内容。',
    '请刷新页面核对。',
    'Nothing sealed was found.',
    'Reload the page and look again.',
  ),
  'not-dealt-with': bilingual(
    '还没有处理的来言和线索不能删除。',
    '请先移送、答复或者列为事项，再依法删除。',
    'What nobody has dealt with yet is not erased.',
    'Pass it on, answer it or make it a matter first.',
  ),
  'erasure-needs-chairs': bilingual(
    '删除封存内容须经主任会议或者常委会会议批准。',
    '请填写主任会议或者常委会会议的批准。',
    'Only the chairs or the Standing Committee approve erasing what is sealed.',
    'Give their approval.',
  ),
  'erasure-reference-missing': bilingual(
    '没有填写批准的会议次数或者文号。',
    '请按会议纪要填写。',
    'The session or number of the approval is missing.',
    'Give it as the minutes have it.',
  ),
  'erasure-approval-to-come': bilingual(
    '批准的日期还没有到。',
    '请填写实际批准的日期。',
    'The approval is of a day that has not come.',
    'Give the day on which it was approved.',
  ),
}
