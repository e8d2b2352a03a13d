import type { planNotesZh } from './plan-notes.zh.ts'

export const planNotesEn: typeof planNotesZh = {
  title: 'In the sheet it came with',
  lead: 'A reference for the plan, not a plan: the reporting official submits that.',
  take: 'Fill in what the sheet says',
  takeHint: 'Only what is still empty is filled in. Check each part.',
  analysis: 'Cause',
  task: 'Goal',
  measures: 'Measures',
  due: 'Time limit',
  oversees: 'Oversees',
  leads: 'Leads',
  does: 'Does',
  section: 'Section',
}
