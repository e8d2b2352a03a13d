import type { papersZh } from './papers.zh.ts'

export const papersEn: typeof papersZh = {
  word: 'Download Word',
  pdf: 'Download PDF',
  menu: 'Papers',
  failed: 'The download failed. Check the connection and try again.',
  templates: 'Templates of papers',
  templatesLead:
    'Head, number, title, opening, closing and the order of sections, as this office writes them; what the sections say always comes from the ledger.',
  setOn: (day: string) => `Last changed ${day}`,
  choose: 'Paper',
  own: ' (own)',
  head: 'Red head',
  headHint: 'Blank: no red head.',
  number: 'Number',
  title: 'Title',
  titleHint: 'A line break divides it.',
  opening: 'Opening',
  closing: 'Closing',
  sections: 'Headings and order of the sections',
  sectionsHint:
    'Numbered by themselves; a blank heading lets the text run on. No section can be left out.',
  section: (n: number) => `Section ${n}`,
  up: 'Up',
  blanks: 'Blanks you may use',
  preview: 'Preview',
  previewHint: 'What is in brackets comes from the ledger.',
  content: '…',
  save: 'Save the template',
  putBack: 'Put the shipped template back',
  back: '← Rule books',
}
