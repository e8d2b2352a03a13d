/** The verifier's report on a ballot's own bulletin, step by step. Source: docs/ballot-protocol.md. */
import { refusalWords } from '@luoshi/ballots/protocol/refusal-words'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { getVerification } from '../../contract/secret-ballots.ts'
import type { AnswerOf } from '../../contract/kit.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { notFound } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { ballotKind } from '../ballot-kind.ts'
import { erasedRegister } from './erase-roll.ts'
import type { Hall } from './hall.ts'
import { stepThatFailed, verifiedFolder, verifierSteps } from './verified-folder.ts'
import { warningsOf } from './warnings.ts'

type Report = AnswerOf<typeof getVerification>

export async function readVerification(
  world: World,
  hall: Hall,
  by: Principal,
  ballot: Id<'ballot'>,
): Outcome<Report> {
  if (scopeOf(by).sees !== 'all') return notFound()
  const { state } = await ballotKind.load(world.db, by.congress, ballot)
  if (state.status === 'none' || !state.course?.seal || !state.course.frozen) return notFound()
  const { eligible, kMin } = state.course.frozen
  const verdict = await verifiedFolder(hall, ballot)
  const isErased = (await erasedRegister(hall, ballot)) !== undefined
  if (verdict.ok)
    return accept({
      verifies: true,
      code: null,
      about: '',
      zh: isErased ? '复核通过；发票登记已依法删除，人数取自删除时的记录。' : '复核通过。',
      en: isErased
        ? 'It verifies; the register was erased by law, its numbers are those on record.'
        : 'It verifies.',
      steps: stepsUpTo(verifierSteps.length),
      warnings: warningsOf(eligible, kMin, verdict.value.warnings),
    })
  const { code, about } = verdict.refusal
  return accept({
    verifies: false,
    code,
    about,
    ...refusalWords(code),
    steps: stepsUpTo(stepThatFailed(verdict.refusal)),
    warnings: warningsOf(eligible, kMin, []),
  })
}

function stepsUpTo(failing: number): Report['steps'] {
  return verifierSteps.map(({ zh, en }, at) => ({
    number: at + 1,
    zh,
    en,
    outcome: at < failing ? 'holds' : at === failing ? 'fails' : 'notYet',
  }))
}
