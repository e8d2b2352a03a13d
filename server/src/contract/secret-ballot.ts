/** A ballot cast here as those who run it see it. */
import type { BallotRow } from '@luoshi/domain/ballots/ballot-rows'
import { voteKinds } from '@luoshi/domain/verdicts/counting/rule'
import * as z from 'zod/mini'
import { ballotStatuses } from './ballots.ts'
import { count, day, id, instant, named, sha256, version } from './fields.ts'

/** What one contest came to. `counts`: in the order of the contest's marks. */
export const contestCount = z.object({
  cast: count,
  counts: z.array(count).check(z.maxLength(16)),
  blank: count,
  invalid: count,
})

export const castWarning = z.object({
  /** Counted from 0; null: of the ballot as a whole. */
  contest: z.nullable(z.int()),
  /** `small`: before, too few for a secret. `unanimous`: after, every vote is known. `unused`, `unreturned`: tokens and papers without a ballot. */
  kind: z.enum(['small', 'unanimous', 'unused', 'unreturned']),
  zh: z.string(),
  en: z.string(),
})

/** What is on record of a voter; never when, and never what he voted. */
export const voterStandings = ['none', 'token', 'paper'] as const

export const secretBallot = z.object({
  id: id('ballot'),
  version,
  status: z.enum(ballotStatuses),
  rehearsal: z.boolean(),
  /** As it stands in the manifest, on phones and on the screen. */
  title: z.string(),
  officialName: z.string(),
  session: z.string(),
  heldOn: day,
  /** How many people count the paper ballots, each by himself. */
  entries: z.union([z.literal(1), z.literal(2)]),
  issuers: z.union([z.literal(1), z.literal(2)]),
  /** Progress of the issuer's keys, one a contest. */
  keys: z.object({ made: z.int(), wanted: z.int() }),
  locks: z.array(z.object({ pk: z.nullable(z.string()), by: z.nullable(named) })),
  tellerPk: z.nullable(z.string()),
  secondIssuer: z.nullable(z.object({ url: z.string(), keys: z.int() })),
  /** SHA-256 of the manifest; null until it is frozen. */
  hash: z.nullable(z.string()),
  /** Sixteen digits in four groups: on the phone, the screen and the agenda. */
  fingerprint: z.nullable(z.string()),
  /** A contest a row of the form, in their order. */
  contests: z.array(
    z.object({
      title: z.string(),
      row: z.custom<BallotRow>(),
      marks: z.array(z.object({ field: z.enum(voteKinds), zh: z.string(), en: z.string() })),
    }),
  ),
  eligible: z.int(),
  kMin: z.int(),
  warnings: z.array(castWarning),
  /** How many slips with a code there are; the codes themselves are shown once, when they are made. */
  slips: z.int(),
  /** The roll, and who has taken what; empty until the manifest is frozen. */
  voters: z.array(
    z.object({
      voter: z.string(),
      /** Signs in and takes the token on a phone; otherwise by a slip. */
      hasAccount: z.boolean(),
      standing: z.enum(voterStandings),
    }),
  ),
  issued: z.object({ tokens: z.int(), paper: z.int() }),
  /** Ballots in the box: changes only a batch at a time. */
  received: z.int(),
  closesAt: z.nullable(instant),
  /** Where voters go; null while there is none. */
  addresses: z.object({ vote: z.nullable(z.string()), box: z.nullable(z.string()) }),
  seal: z.nullable(
    z.object({
      sealed: sha256,
      issued: sha256,
      /** Of close.json: what stands on the screen before any share is spoken. */
      close: sha256,
      ballots: z.int(),
      at: instant,
    }),
  ),
  /** Which locks are open. */
  keysIn: z.array(z.boolean()),
  paper: z.object({
    /** Paper ballots were handed out: they have to be counted and stated. */
    isNeeded: z.boolean(),
    /** Another's figures are shown only when one's own are in. */
    entered: z.array(
      z.object({
        by: named,
        on: day,
        isMine: z.boolean(),
        contests: z.nullable(z.array(contestCount)),
      }),
    ),
    differs: z.boolean(),
    /** The exact text the tellers sign, once the counts agree. */
    toSign: z.nullable(z.string()),
    isStated: z.boolean(),
  }),
  /** What the ballots came to, from the opening on, for those who count. */
  result: z.nullable(
    z.object({
      electronic: z.array(contestCount),
      paper: z.array(contestCount),
      total: z.array(contestCount),
    }),
  ),
  /** Files of the bulletin, at /vote/:id/bulletin/FILE. */
  files: z.array(z.object({ name: z.string(), sha256 })),
  may: z.object({
    prepare: z.boolean(),
    registerLock: z.boolean(),
    registerTellerKey: z.boolean(),
    nameSecondIssuer: z.boolean(),
    freeze: z.boolean(),
    makeSlips: z.boolean(),
    openIssuing: z.boolean(),
    takePaper: z.boolean(),
    surrender: z.boolean(),
    openVoting: z.boolean(),
    seal: z.boolean(),
    enterKey: z.boolean(),
    countPaper: z.boolean(),
    statePaper: z.boolean(),
    settle: z.boolean(),
    announce: z.boolean(),
    void: z.boolean(),
  }),
})

export type SecretBallot = z.infer<typeof secretBallot>
