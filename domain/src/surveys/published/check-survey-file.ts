/**
 * Whether a file of a closed survey holds together: its questions are those that were frozen, nothing is told of a group
 * below the smallest, everybody who answered is counted once, and every figure follows from what is told. Whether it is
 * what was really taken is said by the ledger's proof, beside it.
 */
import { leastSmallestGroup } from '../results/smallest-group.ts'
import { questionnaireHash } from '../questionnaire-hash.ts'
import type { GroupCounts, ProtectedQuestion } from '../results/protect-counts.ts'
import { resultsFrom, type FileBatch, type FilePopulation, type SurveyFile } from './survey-file.ts'

/** As it was read: its figures are compared with what comes out, and with nothing else. */
type ReadPopulation = Omit<FilePopulation, 'results'> & Readonly<{ results: unknown }>

export type ReadSurveyFile = Omit<SurveyFile, 'populations' | 'kind'> &
  Readonly<{ populations: readonly ReadPopulation[] }>

export type FileFault = Readonly<{ zh: string; en: string }>

const fault = (zh: string, en: string): FileFault => ({ zh, en })

export function faultsOfSurveyFile(file: ReadSurveyFile): readonly FileFault[] {
  return [
    ...(questionnaireHash(file.form) === file.hash
      ? []
      : [fault('题目和校验码不符', 'The questions do not have the hash they were frozen to')]),
    ...(file.smallest >= leastSmallestGroup
      ? []
      : [
          fault(`最小公布人数低于${leastSmallestGroup}人`, 'The smallest group is below the floor'),
        ]),
    ...totalFaults(file),
    ...file.populations.flatMap((one) => populationFaults(file, one)),
  ]
}

function totalFaults({ taken, batches, populations }: ReadSurveyFile): readonly FileFault[] {
  const of = (kind: FileBatch['of']) => batches.filter((one) => one.of === kind)
  const rows = (kind: FileBatch['of']) => of(kind).reduce((sum, one) => sum + one.rows, 0)
  const answered = populations.reduce((sum, { told }) => sum + told.answered, 0)
  const isWhole = (kind: FileBatch['of']) =>
    of(kind)
      .map(({ number }) => number)
      .toSorted((a, b) => a - b)
      .every((number, at) => number === at + 1)
  const batchesFit =
    rows('answers') === taken.answers &&
    rows('texts') === taken.texts &&
    of('answers').length === taken.answerBatches &&
    of('texts').length === taken.textBatches &&
    isWhole('answers') &&
    isWhole('texts')
  return [
    ...(batchesFit
      ? []
      : [fault('各批份数和截止时登记的不符', 'The batches are not what was taken at the close')]),
    ...(answered === taken.answers
      ? []
      : [
          fault(
            `各类对象作答人数合计${answered}，收到答卷${taken.answers}份`,
            `${answered} are counted, ${taken.answers} answers were taken`,
          ),
        ]),
  ]
}

function populationFaults(
  { form, smallest }: ReadSurveyFile,
  one: ReadPopulation,
): readonly FileFault[] {
  const { told, population, results } = one
  const about = population.name
  const strata = new Set(population.strata.map(({ code }) => code))
  const bad = told.questions.filter((asked) => !isToldRight(asked, told.answered, smallest, strata))
  const isSame = told.smallest === smallest && isAlike(resultsFrom(form, one), results)
  return [
    ...bad.map(({ key }) =>
      fault(
        `${about}：题目 ${key} 的人数对不上，或者有不足${smallest}人的组`,
        `${about}: the counts of ${key} do not add up, or a group is below ${smallest}`,
      ),
    ),
    ...(isSame
      ? []
      : [fault(`${about}：比例或者区间算出来不一样`, `${about}: a figure comes out otherwise`)]),
  ]
}

function isToldRight(
  { many, detail, groups }: ProtectedQuestion,
  answered: number,
  smallest: number,
  strata: ReadonlySet<string>,
): boolean {
  if (detail === 'nothing') return groups.length === 0
  const named = groups.flatMap(({ group }) => group.strata)
  const reached = groups.reduce((sum, { group }) => sum + group.answered, 0)
  return (
    new Set(named).size === named.length &&
    [...strata].every((key) => named.includes(key)) &&
    reached === answered &&
    groups.every((one) => one.base >= smallest && addsUp(one, many))
  )
}

function addsUp({ group, base, options }: GroupCounts, many: boolean): boolean {
  const isCount = options.every(({ n }) => Number.isSafeInteger(n) && n >= 0 && n <= base)
  const sum = options.reduce((all, { n }) => all + n, 0)
  return isCount && base <= group.answered && (many || sum === base)
}

/** Fractions to the ninth place: engines may differ in the last digit of a root. */
function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 1e-9
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const [left, right] = [fieldsOf(one), fieldsOf(other)]
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && isAlike(value, right.get(key)))
  )
}

function fieldsOf(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, one]) => one !== undefined))
}
