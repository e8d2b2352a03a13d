import type { surveyLettersZh } from './survey-letters.zh.ts'

export const surveyLettersEn: typeof surveyLettersZh = {
  replace: 'Make all codes void and new',
  replaceEffects: (n) => [
    `Every earlier code becomes void, and each of the ${n} people drawn is made another. Destroy letters that were printed; replace those that were sent.`,
    'This can be done only while nobody has used an earlier code: nobody knows whose code is whose, and later one person could answer twice.',
  ],
  replaced: (n) => `${n} made in place of the earlier ones`,
  fromFile: 'Print letters from the saved file',
  fromFileWrong: 'This is not the file of this survey’s codes',
  fromFileWrongFix:
    'Choose the CSV file that was saved when the codes were made. It is read on this computer only and not sent.',
  read: (n) => `${n} codes in the file`,
  readHint:
    'The letters can be printed. The file is read on this computer only; nothing is kept once you leave the page.',
}
