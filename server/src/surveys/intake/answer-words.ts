/**
 * Answers as bytes: whoever answers chooses among words that are known beforehand, so an answer is a list of their
 * numbers. The words are numbered as they first come, for as long as the line lives; a part of a tray brings its own.
 *
 *     said: way (2 bytes), then each choice (2 bytes), in the order of the questionnaire
 */
import type { AnswerEntry } from './entries.ts'

/** Whom an answer is counted with, and how it came. */
export type AnsweredWay = Readonly<{ population: string; stratum: string; channel: string }>

/** `one`: the only option; `some`: one of several; `none`: several might be, none was. */
export type ChoiceKind = 'one' | 'some' | 'none'

export type Choice = Readonly<{ question: string; option: string; kind: ChoiceKind }>

/** A choice with its place in the text: the whole member, or one in a list. */
type ChoiceWord = Choice & Readonly<{ name: string; text: string }>

export type AnswerWords = Readonly<{
  wayOf: (way: AnsweredWay) => number
  choiceOf: (choice: Choice) => number
  way: (number: number) => AnsweredWay
  choice: (number: number) => Choice
  /** How many choices there are. */
  choices: () => number
  pack: (entry: Omit<AnswerEntry, 'id'>) => Buffer
  /** Its text as it was packed, to the letter. */
  answerIn: (said: Buffer) => string
}>

export const wordBytes = 2
const most = 0xffff

export function answerWords(): AnswerWords {
  const ways = numbered(
    ({ population, stratum, channel }: AnsweredWay) =>
      JSON.stringify([population, stratum, channel]),
    (way): AnsweredWay => way,
  )
  const choices = numbered(
    ({ question, option, kind }: Choice) => JSON.stringify([question, option, kind]),
    wordOf,
  )
  return {
    wayOf: ways.numberOf,
    choiceOf: choices.numberOf,
    way: ways.of,
    choice: choices.of,
    choices: choices.count,
    pack: ({ population, stratum, channel, answer }) => {
      const numbers = [ways.numberOf({ population, stratum, channel })]
      for (const choice of choicesIn(answer)) numbers.push(choices.numberOf(choice))
      const said = Buffer.allocUnsafe(numbers.length * wordBytes)
      numbers.forEach((number, at) => said.writeUInt16LE(number, at * wordBytes))
      return said
    },
    answerIn: (said) => textOf(said, choices.of),
  }
}

function choicesIn(answer: string): readonly Choice[] {
  const parsed: unknown = JSON.parse(answer)
  if (typeof parsed !== 'object' || parsed === null) throw new Error('An answer is no object')
  return Object.entries(parsed).flatMap(([question, given]: [string, unknown]): Choice[] => {
    if (!Array.isArray(given)) return [{ question, option: String(given), kind: 'one' }]
    if (given.length === 0) return [{ question, option: '', kind: 'none' }]
    return given.map((option) => ({ question, option: String(option), kind: 'some' }))
  })
}

function wordOf(choice: Choice): ChoiceWord {
  const [name, option] = [JSON.stringify(choice.question), JSON.stringify(choice.option)]
  switch (choice.kind) {
    case 'one':
      return { ...choice, name, text: `${name}:${option}` }
    case 'none':
      return { ...choice, name, text: `${name}:[]` }
    case 'some':
      return { ...choice, name, text: option }
  }
}

function textOf(said: Buffer, choice: (number: number) => ChoiceWord): string {
  let text = ''
  /** The question whose list is open. */
  let open = ''
  for (let at = wordBytes; at < said.length; at += wordBytes) {
    const { name, text: own, kind } = choice(said.readUInt16LE(at))
    if (kind === 'some' && open === name) {
      text += `,${own}`
      continue
    }
    const before = `${open === '' ? '' : ']'}${text === '' ? '' : ','}`
    text += kind === 'some' ? `${before}${name}:[${own}` : before + own
    open = kind === 'some' ? name : ''
  }
  return `{${text}${open === '' ? '' : ']'}}`
}

function numbered<Word, Kept extends Word>(
  nameOf: (word: Word) => string,
  keptAs: (word: Word) => Kept,
) {
  const numbers = new Map<string, number>()
  const words: Kept[] = []
  return {
    numberOf: (word: Word): number => {
      const name = nameOf(word)
      const known = numbers.get(name)
      if (known !== undefined) return known
      if (words.length > most) throw new Error('A survey has more words than its answers can name')
      words.push(keptAs(word))
      numbers.set(name, words.length - 1)
      return words.length - 1
    },
    of: (number: number): Kept => {
      const word = words[number]
      if (word === undefined) throw new Error(`No word has the number ${number}`)
      return word
    },
    count: () => words.length,
  }
}
