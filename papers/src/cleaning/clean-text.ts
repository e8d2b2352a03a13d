/**
 * Makes text that copying has damaged readable, and accounts for every step. The rules run in a fixed
 * order; what is uncertain is offered, never done. The same input gives the same answer, in time
 * linear in its length.
 *
 * Bytes come before forms: the repair reads characters as GBK bytes, so it runs before full-width
 * letters, which shifted bytes often look like, are narrowed.
 *
 * Source: design/documents.md §2.
 */
import { accountOf } from './account.ts'
import { blanks } from './blanks.ts'
import { blanksBetweenHan } from './blanks-between-han.ts'
import { chinesePunctuation } from './chinese-punctuation.ts'
import type { Cleaned, CleaningOptions } from './cleaned.ts'
import { compatForms } from './compat-forms.ts'
import { doubledCommas } from './doubled-commas.ts'
import { enclosedNumbers } from './enclosed-numbers.ts'
import { findGlosses, isGlossed } from './find-glosses.ts'
import { flagLosses } from './flag-losses.ts'
import { fullWidth } from './full-width.ts'
import { htmlComments } from './html-comments.ts'
import { invisibleCharacters } from './invisible-characters.ts'
import { lineEnds } from './line-ends.ts'
import { type Manuscript, manuscript, remark, rewrite } from './manuscript.ts'
import { markdownMarks } from './markdown-marks.ts'
import { offerMergedPunctuation } from './offer-merged-punctuation.ts'
import { pastedImages } from './pasted-images.ts'
import { pinyinGlosses } from './pinyin-glosses.ts'
import { repairDamage } from './repair-damage.ts'
import { isTraditional, simplified } from './simplified.ts'
import { spacedLetters } from './spaced-letters.ts'
import { flagSpamWords } from './spam-words.ts'
import { webLines } from './web-lines.ts'

export function cleanText(text: string, options: CleaningOptions = {}): Cleaned {
  const accepted = new Set(options.accepted)
  const plain = inPlainCharacters(manuscript(text))
  const wasGlossed = isGlossed(findGlosses(plain.text))
  const wasTraditional = isTraditional(plain.text)
  const repaired = repairDamage(plain, accepted, wasGlossed || wasTraditional)
  const unglossed = withoutGlosses(inCommonForms(repaired))
  const isByteDamaged = wasGlossed || (wasTraditional && plain.text.includes('??'))
  const offered = isByteDamaged ? offerMergedPunctuation(unglossed, accepted) : unglossed
  const { paper, isTraditional: isConverted } = inSimplified(offered, options.protectedNames ?? [])
  const tidy = withoutWebTraces(inChinesePunctuation(paper))
  const flagged = remark(tidy, [...flagLosses(tidy.text, wasGlossed), ...flagSpamWords(tidy.text)])
  return accountOf(flagged, isConverted)
}

/** Builds the tables of OpenCC, pinyin and GBK, so that the first reader does not wait for them. */
export function warmUpCleaning(): void {
  cleanText('評(píng)議會(huì)結(jié)束后。整改工作??h人大')
}

function inPlainCharacters(paper: Manuscript): Manuscript {
  const lined = rewrite(paper, 'line-ends', lineEnds(paper.text))
  const blanked = rewrite(lined, 'blanks', blanks(lined.text))
  const visible = rewrite(blanked, 'invisible-characters', invisibleCharacters(blanked.text))
  return rewrite(visible, 'spaced-letters', spacedLetters(visible.text))
}

function inCommonForms(paper: Manuscript): Manuscript {
  const compat = rewrite(paper, 'compat-forms', compatForms(paper.text))
  const narrow = rewrite(compat, 'full-width', fullWidth(compat.text))
  return rewrite(narrow, 'enclosed-numbers', enclosedNumbers(narrow.text))
}

function withoutGlosses(paper: Manuscript): Manuscript {
  const { replacements, remarks } = pinyinGlosses(paper.text)
  return rewrite(remark(paper, remarks), 'pinyin-glosses', replacements)
}

function inSimplified(paper: Manuscript, protectedNames: readonly string[]) {
  const { replacements, remarks, isTraditional } = simplified(paper.text, protectedNames)
  return { paper: rewrite(remark(paper, remarks), 'simplified', replacements), isTraditional }
}

function inChinesePunctuation(paper: Manuscript): Manuscript {
  const wide = rewrite(paper, 'chinese-punctuation', chinesePunctuation(paper.text))
  const single = rewrite(wide, 'doubled-commas', doubledCommas(wide.text))
  return rewrite(single, 'blanks-between-han', blanksBetweenHan(single.text))
}

function withoutWebTraces(paper: Manuscript): Manuscript {
  const uncommented = rewrite(paper, 'html-comments', htmlComments(paper.text))
  const unpictured = rewrite(uncommented, 'pasted-images', pastedImages(uncommented.text))
  const unmarked = rewrite(unpictured, 'markdown-marks', markdownMarks(unpictured.text))
  return rewrite(unmarked, 'web-lines', webLines(unmarked.text))
}
