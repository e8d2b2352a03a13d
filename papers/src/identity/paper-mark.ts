/**
 * What stands at the foot of a paper beside its own words: the code with which anybody can check it, or that it is a
 * draft. Outside of the text's box, so that no line and no imprint moves.
 * Source: GB/T 9704-2012, 5.2.1 (the box), 7.4, 7.5.
 */
import { shownCheckCode, type CheckCode } from '@luoshi/domain/papers/check-code'
import type { SealedPaper } from './sealed-paper.ts'

export type PaperMark =
  | Readonly<{ status: 'draft' }>
  /** `site` is where the check page is; null when the house has no address of its own. */
  | Readonly<{ status: 'issued'; sealed: SealedPaper; site: string | null }>

export const draftMark = '草稿　尚未登记，不能查验'

/** What the picture holds: the address of the check page, else the code alone. */
export function markAddress({ code }: SealedPaper, site: string | null): string {
  return site === null ? `LUOSHI:${shownCheckCode(code)}` : `${site}/check/${shownCheckCode(code)}`
}

export function markLines(code: CheckCode): readonly [string, string] {
  return [`查验码 ${shownCheckCode(code)}`, '扫码或凭码核对真伪']
}

/** The word of the file's properties under which the hash stands. */
export const hashWord = 'luoshi-paper-sha256'
