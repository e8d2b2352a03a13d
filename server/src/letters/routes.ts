/** /api/v1/letters, and the letters of an appraisal */
import { lintWording } from '@luoshi/domain/letters/lint-wording'
import { accept } from '@luoshi/domain/kernel/result'
import {
  approveLetter as approveSpec,
  draftLetter as draftSpec,
  getLetter,
  getLetterDraft,
  handOverLetter as handOverSpec,
  issueLetter as issueSpec,
  lintLetter,
  listLetters,
  listOwnLetters,
  returnLetter as returnSpec,
  reviseLetter as reviseSpec,
  signLetter as signSpec,
  withdrawLetter as withdrawSpec,
} from '../contract/letters.ts'
import { mayGive, type Outcome, type World } from '../execute/context.ts'
import type { RecordDone } from '../execute/record.ts'
import { forbidden } from '../execute/refused.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import {
  approveLetter,
  draftLetter,
  handOverLetter,
  issueLetter,
  returnLetter,
  reviseLetter,
  signLetter,
  withdrawLetter,
} from './letter-steps.ts'
import { proposeDraft } from './propose-draft.ts'
import { readLetter } from './read-letter.ts'
import { readLetters, readOwnLetters } from './read-letters.ts'

export function letterRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<RecordDone<'letter'>>) {
    const done = await command
    return done.ok ? readLetter(world, by, done.value.id) : done
  }
  mount(api, listLetters, ({ asked, params }) => readLetters(world, asked.by, params.appraisal))
  mount(api, listOwnLetters, async ({ asked }) =>
    accept({ rows: await readOwnLetters(world, asked.by) }),
  )
  mount(api, getLetterDraft, ({ asked, params, query }) =>
    proposeDraft(world, { ...asked, ...params, replaces: query.replaces ?? null }),
  )
  mount(api, lintLetter, async ({ asked, body }) =>
    mayGive(asked, 'DraftLetter')
      ? accept({ findings: lintWording(body).map((one) => ({ ...one })) })
      : forbidden(),
  )
  mount(api, getLetter, ({ asked, params }) => readLetter(world, asked.by, params.letter))
  mount(api, draftSpec, ({ asked, params, body }) =>
    shown(asked.by, draftLetter(world, { ...asked, ...params, ...body })),
  )
  mount(api, reviseSpec, ({ asked, params, body }) =>
    shown(asked.by, reviseLetter(world, { ...asked, ...params, ...body })),
  )
  mount(api, approveSpec, ({ asked, params, body }) =>
    shown(asked.by, approveLetter(world, { ...asked, ...params, ...body })),
  )
  mount(api, returnSpec, ({ asked, params, body }) =>
    shown(asked.by, returnLetter(world, { ...asked, ...params, ...body })),
  )
  mount(api, issueSpec, ({ asked, params, body }) =>
    shown(asked.by, issueLetter(world, { ...asked, ...params, ...body })),
  )
  mount(api, handOverSpec, ({ asked, params, body }) =>
    shown(asked.by, handOverLetter(world, { ...asked, ...params, ...body })),
  )
  mount(api, signSpec, ({ asked, params, body }) =>
    shown(asked.by, signLetter(world, { ...asked, ...params, ...body })),
  )
  mount(api, withdrawSpec, ({ asked, params, body }) =>
    shown(asked.by, withdrawLetter(world, { ...asked, ...params, ...body })),
  )
}
