/** Makes the proposed opinions of a draft: one, or one for each member of a list inside it. */
import { type Deadline, deadlineWithin, readDeadline } from './deadline.ts'
import type { FieldKind } from './field-labels.ts'
import { inlineListIn } from './inline-list.ts'
import type { Inferred, ProposedOpinion } from './opinion.ts'
import type { OpinionDraft, Words } from './opinion-draft.ts'
import { speechOf } from './raised-by.ts'
import { splitUnits, unitsWithin } from './split-units.ts'

export type Unnumbered = Omit<ProposedOpinion, 'number'>

type Part = Readonly<{ text: string; title: string; paragraphs: readonly number[] }>

export type Setting = Readonly<{ year: number | undefined; inRecord: boolean }>

export function finishOpinion(
  draft: OpinionDraft,
  { year, inRecord }: Setting,
): readonly Unnumbered[] {
  const { raisedBy, words } = spoken(draft.words, inRecord)
  if (words.length === 1 && saysNothing(words[0]?.text ?? '')) return []
  const common = fieldsOf(draft, year)
  return partsOf(words, draft.title).map((part) => {
    const guessed = guesses(part.text, common, year)
    const due = common.due ?? guessed.due
    const units = common.units.length > 0 ? common.units : guessed.units
    return {
      ...(draft.path === '' ? {} : { path: draft.path }),
      text: part.text,
      ...(saysMore(part) ? { title: part.title } : {}),
      ...(draft.category === undefined ? {} : { category: draft.category }),
      ...(units[0] === undefined ? {} : { unit: units[0] }),
      units,
      ...common.others,
      ...dueFields(due),
      ...(raisedBy === undefined ? {} : { raisedBy }),
      inferred: [...new Set([...common.inferred, ...guessed.inferred, ...yearGuess(due)])],
      doubts: draft.doubts,
      paragraphs: [...new Set([...part.paragraphs, ...draft.fieldParagraphs])].sort(
        (a, b) => a - b,
      ),
    }
  })
}

/** A title that is the whole text is no title. */
function saysMore({ title, text }: Part): boolean {
  return title !== '' && title !== text.replace(/[。；;]$/, '')
}

/** 没有意见。 */
export function saysNothing(text: string): boolean {
  return /^(?:我|我们|本人)?(?:没有|暂无|无|没什么|没啥)(?:其他)?(?:意见|建议|异议|问题|意见建议)?[。！]?$/.test(
    text.trim(),
  )
}

type Spoken = Readonly<{ raisedBy: string | undefined; words: readonly Words[] }>

function spoken(words: readonly Words[], inRecord: boolean): Spoken {
  const first = words[0]
  if (first === undefined) return { raisedBy: undefined, words }
  const speech = speechOf(first.text, inRecord)
  return { raisedBy: speech.raisedBy, words: [{ ...first, text: speech.text }, ...words.slice(1)] }
}

/** The members of a list inside the words, each with the paragraphs it touches; else the words as one. */
function partsOf(words: readonly Words[], title: string): readonly Part[] {
  const text = words.map((one) => one.text).join('\n')
  if (text.trim() === '') return []
  const list = inlineListIn(text)
  if (list === undefined)
    return [{ text: text.trim(), title, paragraphs: words.map((one) => one.paragraph) }]
  const places = placesOf(words)
  const lead = leadTitle(list.lead)
  return list.members
    .filter((member) => member.text !== '')
    .map((member) => ({
      text: member.text,
      title: title === '' || member.text.startsWith(title) || inlineListIn(title) ? lead : title,
      paragraphs: places
        .filter((place) => place.from < member.to && place.to > member.from)
        .map((place) => place.paragraph),
    }))
}

function leadTitle(lead: string): string {
  const words = lead.replace(/[。：:，,]$/, '')
  return [...words].length <= 40 ? words : ''
}

function placesOf(words: readonly Words[]) {
  let from = 0
  return words.map((one) => {
    const place = { paragraph: one.paragraph, from, to: from + one.text.length }
    from = place.to + 1
    return place
  })
}

type Common = Readonly<{
  units: readonly string[]
  due: Deadline | undefined
  others: Partial<Pick<ProposedOpinion, 'co' | 'person' | 'measure' | 'goal' | 'progress'>>
  inferred: readonly Inferred[]
}>

function fieldsOf(draft: OpinionDraft, year: number | undefined): Common {
  const wordsOf = (kind: FieldKind): readonly string[] =>
    draft.fields.filter((field) => field.kind === kind).map((field) => field.words)
  const line = (kind: 'person' | 'measure' | 'goal' | 'progress') => {
    const words = wordsOf(kind).join(kind === 'person' ? '、' : '\n')
    return words === '' ? {} : { [kind]: words }
  }
  const co = wordsOf('co').flatMap(splitUnits)
  const due = wordsOf('due')[0]
  const inferable = ['unit', 'due', 'measure', 'person'] as const
  return {
    units: [...new Set(wordsOf('unit').flatMap(splitUnits))],
    due: due === undefined ? undefined : readDeadline(due, year),
    others: {
      ...(co.length === 0 ? {} : { co }),
      ...line('person'),
      ...line('measure'),
      ...line('goal'),
      ...line('progress'),
    },
    inferred: inferable.filter((kind) => draft.shared.has(kind)),
  }
}

function guesses(text: string, common: Common, year: number | undefined) {
  const units = common.units.length > 0 ? [] : unitsWithin(text)
  const due = common.due === undefined ? deadlineWithin(text, year) : undefined
  const inferred: Inferred[] = []
  if (units.length > 0) inferred.push('unit')
  if (due !== undefined) inferred.push('due')
  return { units, due, inferred }
}

function dueFields(
  due: Deadline | undefined,
): Partial<Pick<ProposedOpinion, 'due' | 'dueKind' | 'dueDay'>> {
  if (due === undefined) return {}
  return {
    due: due.kind === 'date' && due.day !== undefined ? due.day : due.words,
    dueKind: due.kind,
    ...(due.day === undefined ? {} : { dueDay: due.day }),
  }
}

function yearGuess(due: Deadline | undefined): readonly Inferred[] {
  return due?.yearInferred === true ? ['due-year'] : []
}
