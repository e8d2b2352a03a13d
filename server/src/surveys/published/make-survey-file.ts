/** The file of a closed survey for strangers, for whoever may see its results; made from its counters, never from rows. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import {
  filePopulation,
  surveyFileKind,
  type SurveyFile,
} from '@luoshi/domain/surveys/published/survey-file'
import { smallestGroupOf } from '@luoshi/domain/surveys/results/smallest-group'
import type { Outcome, World } from '../../execute/context.ts'
import type { Principal } from '../../identity/principal.ts'
import { toldBatches } from '../intake/check-batches.ts'
import { readInvited } from '../frames/read-invited.ts'
import { readCounts } from '../intake/tally.ts'
import { closedSurvey } from '../results/read-results.ts'

export async function makeSurveyFile(
  world: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<SurveyFile> {
  const found = await closedSurvey(world, by, survey)
  if (!found.ok) return found
  const { form, hash, reach, wave, closedOn, taken, smallest: asked } = found.value
  const smallest = smallestGroupOf(asked)
  const [counts, invited, batches] = await Promise.all([
    readCounts(world.db, by.congress, survey),
    readInvited(world.db, by.congress, survey),
    toldBatches(world.db, { congress: by.congress, survey }),
  ])
  return accept({
    kind: surveyFileKind,
    survey,
    from: reach.from,
    closedOn,
    wave: wave.number,
    form,
    hash,
    smallest,
    taken,
    batches: batches.toSorted(
      (one, other) =>
        (one.of < other.of ? -1 : Number(one.of > other.of)) || one.number - other.number,
    ),
    populations: reach.populations.map((population) =>
      filePopulation(
        form,
        population,
        counts.find((one) => one.population === population.code),
        smallest,
        invited,
      ),
    ),
  })
}
