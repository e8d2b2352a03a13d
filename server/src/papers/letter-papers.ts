/** Papers made of a letter: the opinion letter, the notice of re-issue, the receipt form, the record of the talk on it. */
import { accept } from '@luoshi/domain/kernel/result'
import { feedbackTalkPaper } from '@luoshi/papers/official/kinds/feedback-talk'
import { opinionLetterPaper } from '@luoshi/papers/official/kinds/opinion-letter'
import { receiptPaper } from '@luoshi/papers/official/kinds/receipt'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import type { LetterDetail } from '../contract/letters.ts'
import type { Outcome, World } from '../execute/context.ts'
import { readLetter } from '../letters/read-letter.ts'
import { readLetters } from '../letters/read-letters.ts'
import {
  noRecord,
  recordAsked,
  type AskedPaper,
  type PaperLoader,
  type PaperStanding,
} from './asked-paper.ts'

export const opinionLetter: PaperLoader = async (world, asked) => {
  const found = await letterOf(world, asked, ['opinion'])
  if (!found.ok) return found
  const letter = found.value
  return accept({ ...standingOf(letter), paper: (frame) => opinionLetterPaper(frame, letter) })
}

export const reissueNotice: PaperLoader = async (world, asked) => {
  const found = await letterOf(world, asked, ['reissue'])
  if (!found.ok) return found
  const letter = found.value
  return accept({ ...standingOf(letter), paper: (frame) => opinionLetterPaper(frame, letter) })
}

export const receiptForm: PaperLoader = async (world, asked) => {
  const found = await letterOf(world, asked, ['opinion', 'reissue'])
  if (!found.ok) return found
  const letter = found.value
  return accept({ ...standingOf(letter), paper: (frame) => receiptPaper(frame, letter) })
}

/** Told to the official in his post; the units of the letter act, he answers. */
export const feedbackTalk: PaperLoader = async (world, asked) => {
  const found = await letterOf(world, asked, ['opinion'])
  if (!found.ok) return found
  const letter = found.value
  const row = await readAppraisal(world, asked.by, letter.appraisal)
  if (!row.ok) return row
  const { post, unitName } = row.value
  const talk = { ...letter, post, unitName }
  return accept({ ...standingOf(letter), paper: (frame) => feedbackTalkPaper(frame, talk) })
}

function standingOf({ id, issuedOn, draftedOn }: LetterDetail) {
  const standing: PaperStanding = issuedOn === null ? 'draft' : 'issued'
  return { on: issuedOn ?? draftedOn, of: id, standing }
}

/** The latest that still stands; one that was withdrawn only when it is asked for by name. */
async function letterOf(
  world: World,
  asked: AskedPaper,
  forms: readonly LetterDetail['form'][],
): Outcome<LetterDetail> {
  const { by, appraisal } = asked
  let id = recordAsked(asked, 'letter')
  if (id === undefined && appraisal !== undefined) {
    const listed = await readLetters(world, by, appraisal)
    if (!listed.ok) return listed
    id = listed.value.rows.find(
      ({ form, status }) => forms.includes(form) && status !== 'withdrawn',
    )?.id
  }
  if (id === undefined) return noRecord(asked)
  const letter = await readLetter(world, by, id)
  return letter.ok && !forms.includes(letter.value.form) ? noRecord(asked) : letter
}
