/**
 * The coverage board. Answers come from the counters of the intake, which know a batch once it is written; the list and
 * the draw from the frames; calls and forms from what staff noted. Who answered is nowhere in it, not even who was asked.
 */
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { InStratum, KnownFrame } from '@luoshi/domain/surveys/frame'
import { sizeOfPopulation, type Population, type Stratum } from '@luoshi/domain/surveys/population'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import { unstated, unstatedLabel } from '@luoshi/domain/surveys/unstated'
import type {
  CoverageShown,
  PopulationReach,
  StratumReach,
} from '../../contract/survey-coverage.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { listRecords } from '../../execute/record.ts'
import { forbidden, notFound } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { frameKind } from '../frames/frame-kind.ts'
import { surveyKind } from '../survey-kind.ts'
import type { ContactKind } from './contacts.ts'
import { idOf } from '@luoshi/domain/kernel/ids'

type Cell = Readonly<{ population: string; stratum: string; channel: string; n: number }>
type Contacted = Cell & Readonly<{ what: ContactKind }>

type Known = Readonly<{
  survey: KnownSurvey
  answered: readonly Cell[]
  contacted: readonly Contacted[]
  frames: readonly KnownFrame[]
}>

export async function readCoverage(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<CoverageShown> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const { state } = await surveyKind.load(world.db, by.congress, survey)
  if (state.status === 'none') return notFound()
  return accept({
    populations: await reachedBy(world, by, survey, state),
    mayNote: state.status === 'open' && may(by, 'NoteSurveyReach', null),
  })
}

/** For whoever may read what the survey found; asks nobody's right. */
export async function reachedBy(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
  state: KnownSurvey,
): Promise<PopulationReach[]> {
  const [answered, contacted, frames] = await Promise.all([
    world.db.rows<Cell>(by.congress, {
      text: `select population, stratum, channel, n::float8 as n from luoshi.survey_answered
        where congress = $1 and survey = $2`,
      values: [by.congress, survey],
    }),
    world.db.rows<Contacted>(by.congress, {
      text: `select population, stratum, channel, what, sum(n)::float8 as n
        from luoshi.survey_contact where congress = $1 and survey = $2
        group by population, stratum, channel, what`,
      values: [by.congress, survey],
    }),
    framesOf(world, by, survey),
  ])
  const known = { survey: state, answered, contacted, frames }
  return state.reach.populations.map((one) => populationReach(known, one))
}

async function framesOf({ db }: World, by: Principal, survey: Id<'survey'>) {
  const records = await listRecords(db, by.congress, 'surveyframe', { parent: survey })
  const states = await Promise.all(
    records.map(({ id }) => frameKind.load(db, by.congress, idOf('surveyframe', id))),
  )
  return states.flatMap(({ state }) => (state.status === 'none' ? [] : [state]))
}

/** So that what is told of the strata makes up the whole. */
const elsewhere: Stratum = { code: unstated, name: unstatedLabel.zh, size: null, quota: null }

const sumOf = (cells: readonly Readonly<{ n: number }>[]) =>
  cells.reduce((sum, { n }) => sum + n, 0)

function populationReach(known: Known, population: Population): PopulationReach {
  const { code, name, kind, sampling, strata } = population
  // The newest list is the one that counts: an older one was replaced.
  const frame = known.frames.find((one) => one.population === code)
  const drawn = frame?.status === 'drawn' ? frame.drawn : null
  const answered = known.answered.filter((one) => one.population === code)
  const isElsewhere = answered.some(({ stratum }) => !strata.some((one) => one.code === stratum))
  const all = isElsewhere ? [...strata, elsewhere] : strata
  const parts = all.map((stratum) => stratumReach(known, population, stratum, frame, drawn))
  return {
    code,
    name,
    kind,
    sampling: sampling.type,
    size: sizeOfPopulation(population),
    listed: frame ? sumOf(frame.strata) : null,
    invited: drawn && sumOf(drawn),
    answered: sumOf(answered),
    strata: parts,
  }
}

function stratumReach(
  { survey, answered, contacted }: Known,
  { code: population }: Population,
  { code, name, size, quota }: Stratum,
  frame: KnownFrame | undefined,
  drawn: readonly InStratum[] | null,
): StratumReach {
  const here = (one: Cell) => one.population === population && one.stratum === code
  const own = answered.filter(here)
  const met = contacted.filter(here)
  const channels = survey.reach.channels
    .filter((one) => one.population === population)
    .filter(({ stratum }) => stratum === null || stratum === code)
    .map(({ code: channel }) => {
      const by = (what: ContactKind) =>
        sumOf(met.filter((one) => one.channel === channel && one.what === what))
      return {
        channel,
        tried: by('tried'),
        refused: by('refused'),
        handedOut: by('handedOut'),
        entered: by('entered'),
        answered: sumOf(own.filter((one) => one.channel === channel)),
      }
    })
  const inOf = (list: readonly InStratum[] | null | undefined) =>
    list ? (list.find((one) => one.code === code)?.n ?? 0) : null
  const invited = inOf(drawn)
  return {
    code,
    name,
    size,
    quota,
    listed: inOf(frame?.strata),
    invited,
    answered: sumOf(own),
    isUnasked: sumOf(own) === 0 && (invited ?? 0) === 0 && sumOf(met) === 0,
    channels,
  }
}
