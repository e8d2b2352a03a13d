/**
 * Who makes percentages: every source file that prints one is named here with what it is of. Those of surveys are made in
 * two places only, which give the people and the interval with it; a new file that prints a percentage fails until
 * somebody has looked at it. Source: issue 6 point 5 (no screen, paper or field can show a bare percentage).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const layers = ['domain', 'papers', 'ballots', 'server', 'console', 'portal', 'cli']

/** Of a survey. */
const ofSurveys: Readonly<Record<string, string>> = {
  'domain/src/surveys/statistics/share-words.ts':
    'with n and interval, or with “everyone answered”',
  'domain/src/surveys/results/interval-chart.ts':
    'beside its people, on a box that is the interval',
}

/** Looked at: shares of votes, lines and weights that a rule book sets, sizes on a screen. */
const ofOtherThings: Readonly<Record<string, string>> = {
  'console/src/ballots/group-fields.tsx': 'weight of a group of voters, by the rule',
  'console/src/ballots/group-results.tsx': 'weight of a group of voters, by the rule',
  'console/src/matters/matter-page/evidence/viewer/stage.tsx': 'size of a picture',
  'console/src/matters/matter-page/evidence/viewer/viewer.tsx': 'size of a picture',
  'console/src/rule-books/editors/weight-sum.tsx': 'weights by the rule',
  'console/src/words/columns.en.ts': 'cells of a column that fit',
  'console/src/words/columns.zh.ts': 'cells of a column that fit',
  'console/src/words/imports.en.ts': 'how much of a file has been sent',
  'console/src/words/imports.zh.ts': 'how much of a file has been sent',
  'console/src/words/matter-page.en.ts': 'how much of a file has been sent',
  'console/src/words/matter-page.zh.ts': 'how much of a file has been sent',
  'console/src/words/year-plans.en.ts': 'line of the rule, beside the raters',
  'console/src/year-plans/choose-subjects.tsx': 'votes of those who rated, beside their counts',
  'console/src/words/year-plans.zh.ts': 'line of the rule, beside the raters',
  'domain/src/inquiries/ratings.ts': 'of those who rated, beside the counts of each grade',
  'domain/src/rule-books/ballot-contradictions.ts': 'lines of a rule',
  'domain/src/rule-books/ballot-examples.ts': 'weights by the rule',
  'domain/src/rule-books/choice-words.ts': 'lines and weights of a rule',
  'domain/src/rule-books/weight-contradictions.ts': 'weights by the rule',
  'domain/src/rule-books/weighted-words.ts': 'weights by the rule',
  'domain/src/rule-books/worked-example.ts': 'raters of an example of a rule',
  'domain/src/verdicts/counting/check-published.ts': 'shares of votes, beside their counts',
  'domain/src/verdicts/counting/percent.ts': 'shares of votes, beside their counts',
  'domain/src/verdicts/counting/rule-with-lines.ts': 'lines of a rule',
  'domain/src/verdicts/counting/shares.ts': 'shares of votes, beside their counts',
  'domain/src/verdicts/counting/weighted.ts': 'weighted shares of votes',
  'papers/src/lint/pdf-last-words.ts': 'how much closer letters stand than their font has them',
  'papers/src/readers/sheet-number.ts': 'a number as somebody’s own sheet shows it',
}

/** A value and then the sign; the browser’s own way; the Chinese way. A style sheet’s width is none. */
const makes = /\}\s*[%％]|\}\s*per ?cent|style: ?'percent'|百分之\$\{|\+ ?'[%％]|percentText\(/u

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !/\.test\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name))
    .filter((path) => !/\/(?:node_modules|dist|testing)\//.test(path))
}

const found = layers
  .flatMap((layer) => sourcesBelow(join(root, layer, 'src')))
  .filter((path) => makes.test(readFileSync(path, 'utf8')))
  .map((path) => relative(root, path).replaceAll('\\', '/'))
  .toSorted()

it('of a survey, percentages are made in two places, and both say of how many and how sure', () => {
  const own = found.filter((path) => /\/(?:surveys|effect)\//.test(path))
  expect(own).toEqual(Object.keys(ofSurveys).toSorted())
})

it('every other file that prints a percentage was looked at', () => {
  const others = found.filter((path) => !(path in ofSurveys))
  expect(others).toEqual(Object.keys(ofOtherThings).toSorted())
})

it.each([
  '`${share}%`',
  '`${share} %`',
  "`${share}` + '%'",
  "{ style: 'percent' }",
  '`百分之${n}`',
])('sees %s', (source) => expect(makes.test(source)).toBe(true))
