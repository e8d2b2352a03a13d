/**
 * A document on its way into the record. Nothing in it may vanish: it is confirmed only when every paragraph is either
 * in an opinion or listed as left out, with a reason.
 *
 *     none ──receive──▸ received ──confirm──▸ confirmed
 *
 * Source: issue 2, “paragraphs in = paragraphs mapped + listed as left out, with reasons”.
 */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AppraisalId, OpinionId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'

type Received = Readonly<{ fileName: string; sha256: string; size: number; receivedOn: Day }>

export type LeftOutParagraph = Readonly<{ paragraph: number; reason: string }>

export type Import = ByStatus<{
  none: Nothing
  received: Received
  confirmed: Received & {
    appraisal: AppraisalId
    opinions: readonly OpinionId[]
    paragraphs: number
    leftOut: readonly LeftOutParagraph[]
  }
}>

export type ImportEvent = ByType<{
  DocumentReceived: { sha256: string; size: number; on: Day; words: Words<{ fileName: string }> }
  ImportConfirmed: {
    appraisal: AppraisalId
    opinions: readonly OpinionId[]
    paragraphs: number
    mapped: readonly number[]
    leftOut: readonly number[]
    on: Day
    words: Words<{ reasons: readonly string[] }>
  }
}>

export type ImportCommand = ByType<{
  ReceiveDocument: { fileName: string; sha256: string; size: number; today: Day }
  ConfirmImport: {
    appraisal: AppraisalId
    opinions: readonly OpinionId[]
    /** How many paragraphs were read; they are numbered from 0. */
    paragraphs: number
    mapped: readonly number[]
    leftOut: readonly LeftOutParagraph[]
    today: Day
  }
}>

export type ImportRefusal = ByCode<{
  'import-already-received': Nothing
  'import-not-open': { actual: Import['status'] }
  'paragraphs-unaccounted': { missing: readonly number[] }
  'paragraph-twice': { paragraph: number }
  'paragraph-unknown': { paragraph: number }
  'left-out-without-reason': { paragraph: number }
}>

export const importDecider: Decider<Import, ImportCommand, ImportEvent, ImportRefusal> = {
  initial: { status: 'none' },
  decide: (state, command) => {
    if (command.type === 'ReceiveDocument') {
      if (state.status !== 'none') return refuse({ code: 'import-already-received' })
      const { fileName, sha256, size, today } = command
      return accept([{ type: 'DocumentReceived', sha256, size, on: today, words: { fileName } }])
    }
    if (state.status !== 'received')
      return refuse({ code: 'import-not-open', actual: state.status })
    const fault = accountFault(command)
    if (fault) return refuse(fault)
    const { appraisal, opinions, paragraphs, mapped, leftOut, today } = command
    return accept([
      {
        type: 'ImportConfirmed',
        appraisal,
        opinions,
        paragraphs,
        mapped: [...new Set(mapped)].sort((a, b) => a - b),
        leftOut: leftOut.map(({ paragraph }) => paragraph),
        on: today,
        words: { reasons: leftOut.map(({ reason }) => reason) },
      },
    ])
  },
  evolve: (before, event) => {
    if (event.type === 'DocumentReceived') {
      const { sha256, size, on, words } = event
      const fileName = words?.fileName ?? erasedText
      return { status: 'received', fileName, sha256, size, receivedOn: on }
    }
    if (before.status === 'none') throw new Error('ImportConfirmed before DocumentReceived')
    const { fileName, sha256, size, receivedOn } = before
    const { appraisal, opinions, paragraphs, leftOut, words } = event
    const listed = leftOut.map((paragraph, at) => ({
      paragraph,
      reason: words?.reasons[at] ?? erasedText,
    }))
    const received = { fileName, sha256, size, receivedOn }
    return { ...received, status: 'confirmed', appraisal, opinions, paragraphs, leftOut: listed }
  },
}

type Confirming = Extract<ImportCommand, { type: 'ConfirmImport' }>

/** A paragraph may be in several opinions (a shared lead-in), but not both in one and left out. */
function accountFault({ paragraphs, mapped, leftOut }: Confirming): ImportRefusal | null {
  const used = new Set(mapped)
  const left = new Set<number>()
  for (const { paragraph, reason } of leftOut) {
    if (used.has(paragraph) || left.has(paragraph)) return { code: 'paragraph-twice', paragraph }
    if (reason.trim() === '') return { code: 'left-out-without-reason', paragraph }
    left.add(paragraph)
  }
  for (const paragraph of [...used, ...left]) {
    if (!Number.isInteger(paragraph) || paragraph < 0 || paragraph >= paragraphs) {
      return { code: 'paragraph-unknown', paragraph }
    }
  }
  const all = Array.from({ length: paragraphs }, (_, at) => at)
  const missing = all.filter((paragraph) => !used.has(paragraph) && !left.has(paragraph))
  return missing.length === 0 ? null : { code: 'paragraphs-unaccounted', missing }
}

/** Paragraphs as a person counts them, the first few. */
const numbers = (list: readonly number[], mark: string) =>
  `${list
    .slice(0, 5)
    .map((one) => one + 1)
    .join(mark)}${list.length > 5 ? '…' : ''}`

export function explainImportRefusal(refusal: ImportRefusal): Bilingual {
  switch (refusal.code) {
    case 'import-already-received':
      return bilingual(
        '这份材料已经导入过。',
        '请在导入列表中打开它。',
        'This document has been received already.',
        'Open it from the list of imports.',
      )
    case 'import-not-open':
      return bilingual(
        refusal.actual === 'confirmed' ? '这份材料已经确认入账。' : '没有找到这份材料。',
        '请在导入列表中核对，不要重复确认。',
        refusal.actual === 'confirmed'
          ? 'This document has been confirmed already.'
          : 'There is no such document.',
        'Check the list of imports; do not confirm it twice.',
      )
    case 'paragraphs-unaccounted':
      return bilingual(
        `还有 ${refusal.missing.length} 段没有着落（第 ${numbers(refusal.missing, '、')} 段）。`,
        '请把每一段归入某条意见，或者列为不提取并写明理由。',
        `${refusal.missing.length} paragraph(s) are unaccounted for (${numbers(refusal.missing, ', ')}).`,
        'Put each into an opinion, or list it as left out with a reason.',
      )
    case 'paragraph-twice':
      return bilingual(
        `第 ${refusal.paragraph + 1} 段既归入了意见，又列为不提取。`,
        '请二者选一。',
        `Paragraph ${refusal.paragraph + 1} is both in an opinion and left out.`,
        'Choose one of the two.',
      )
    case 'paragraph-unknown':
      return bilingual(
        `材料中没有第 ${refusal.paragraph + 1} 段。`,
        '材料可能刚刚重新识别过，请刷新后再确认。',
        `The document has no paragraph ${refusal.paragraph + 1}.`,
        'It may just have been read again: reload it, then confirm.',
      )
    case 'left-out-without-reason':
      return bilingual(
        `第 ${refusal.paragraph + 1} 段列为不提取，但没有写明理由。`,
        '请写明理由，例如“标题”“落款”。',
        `Paragraph ${refusal.paragraph + 1} is left out without a reason.`,
        'Give one, such as “title” or “signature”.',
      )
  }
}
