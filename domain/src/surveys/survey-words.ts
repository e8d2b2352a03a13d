/**
 * What a survey says in words, taken apart from its shape: codes, kinds and numbers are facts and stay; every text could
 * name somebody and goes into the erasable part of the event, in the order in which it is read.
 */
import { erasedText } from '../kernel/words.ts'
import type { Option, Question, Questionnaire } from './questionnaire.ts'
import type { Population } from './population.ts'
import type { Reach } from './reach.ts'
import type { Wording } from './wording.ts'

/** Reads or replaces one text after the other. */
type Pass = (said: string) => string

export function formTexts(form: Questionnaire): readonly string[] {
  return collected((pass) => passForm(form, pass))
}

export function formShape(form: Questionnaire): Questionnaire {
  return passForm(form, () => '')
}

export function formWith(shape: Questionnaire, texts: readonly string[] | null): Questionnaire {
  return passForm(shape, saidAgain(texts))
}

export function reachTexts(reach: Reach): readonly string[] {
  return collected((pass) => passReach(reach, pass))
}

export function reachShape(reach: Reach): Reach {
  return passReach(reach, () => '')
}

export function reachWith(shape: Reach, texts: readonly string[] | null): Reach {
  return passReach(shape, saidAgain(texts))
}

function collected(walk: (pass: Pass) => unknown): readonly string[] {
  const texts: string[] = []
  walk((said) => {
    texts.push(said)
    return said
  })
  return texts
}

function saidAgain(texts: readonly string[] | null): Pass {
  let place = 0
  return () => {
    const said = texts === null ? erasedText : (texts[place] ?? '')
    place += 1
    return said
  }
}

/** No translation stays none: an empty one is written as null in the shape, so both passes count alike. */
function passWording({ zh, en }: Wording, pass: Pass): Wording {
  return { zh: pass(zh), en: en === null ? null : pass(en) }
}

function passOptions(options: readonly Option[], pass: Pass): readonly Option[] {
  return options.map(({ code, text }) => ({ code, text: passWording(text, pass) }))
}

function passForm({ title, questions }: Questionnaire, pass: Pass): Questionnaire {
  return {
    title: passWording(title, pass),
    questions: questions.map((question) => passQuestion(question, pass)),
  }
}

function passQuestion(question: Question, pass: Pass): Question {
  const text = passWording(question.text, pass)
  switch (question.type) {
    case 'choice':
      return { ...question, text, options: passOptions(question.options, pass) }
    case 'matrix':
      return { ...question, text, rows: passOptions(question.rows, pass) }
    case 'scale':
    case 'text':
      return { ...question, text }
  }
}

function passReach(reach: Reach, pass: Pass): Reach {
  return {
    ...reach,
    populations: reach.populations.map((population) => ({
      ...population,
      name: pass(population.name),
      sizeSource: pass(population.sizeSource),
      strata: population.strata.map((stratum) => ({ ...stratum, name: pass(stratum.name) })),
      ...passWeighting(population, pass),
    })),
    channels: reach.channels.map((channel) => ({ ...channel, place: pass(channel.place) })),
  }
}

function passWeighting({ weighting }: Population, pass: Pass): Pick<Population, 'weighting'> {
  if (weighting === undefined) return {}
  if (weighting.type !== 'margins') return { weighting }
  const margins = weighting.margins.map((margin) => ({
    ...margin,
    name: pass(margin.name),
    source: pass(margin.source),
    levels: margin.levels.map((level) => ({ ...level, name: pass(level.name) })),
  }))
  return { weighting: { type: 'margins', margins } }
}
