import type { surveyWeightingZh } from './survey-weighting.zh.ts'

export const surveyWeightingEn: typeof surveyWeightingZh = {
  label: 'Weighting',
  hint: 'Fixed once it starts, so that nobody picks the weights that please.',
  margins: 'Margins',
  marginsHint: 'Where only sums are known (so many a town, so many of an age), not each stratum.',
  name: 'Name of the margin, such as age',
  source: 'Source, such as Statistical Yearbook 2025, page 23',
  level: 'Class',
  size: 'People',
  total: (people) => `${people} in all`,
  addLevel: 'Add a class',
  addMargin: 'Add a margin',
  remove: 'Remove',
  nameless: (n) => `stratum ${n}`,
  belongs: (stratum) => `${stratum} belongs to`,
}
