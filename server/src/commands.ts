/** Every command, bound to one world: what the CLI and the demo call. The HTTP routes call the same functions. */
import { archiveAppraisal, enterPhase, openAppraisal } from './appraisals/appraisal-commands.ts'
import { eraseWords } from './erasures/erase-words.ts'
import type { World } from './execute/context.ts'
import { confirmImport } from './imports/confirm-import.ts'
import { receiveDocument } from './imports/receive-document.ts'
import { bulkStep } from './matters/bulk-step.ts'
import { takeStep } from './matters/take-step.ts'
import { raiseOpinion } from './opinions/raise-opinion.ts'
import { splitOpinion } from './opinions/split-opinion.ts'
import { putOfficialOnRecord, putUnitOnRecord } from './people/register.ts'
import { mergeUnits, transferPost } from './people/succession.ts'

type Act<Asked, Done> = (world: World, asked: Asked) => Done

export type Commands = ReturnType<typeof commandsOf>

export function commandsOf(world: World) {
  const bound =
    <Asked, Done>(act: Act<Asked, Done>) =>
    (asked: Asked) =>
      act(world, asked)
  return {
    takeStep: bound(takeStep),
    bulkStep: bound(bulkStep),
    raiseOpinion: bound(raiseOpinion),
    splitOpinion: bound(splitOpinion),
    receiveDocument: bound(receiveDocument),
    confirmImport: bound(confirmImport),
    openAppraisal: bound(openAppraisal),
    enterPhase: bound(enterPhase),
    archiveAppraisal: bound(archiveAppraisal),
    registerUnit: bound(putUnitOnRecord),
    registerOfficial: bound(putOfficialOnRecord),
    mergeUnits: bound(mergeUnits),
    transferOfficial: bound(transferPost),
    eraseWords: bound(eraseWords),
  }
}
