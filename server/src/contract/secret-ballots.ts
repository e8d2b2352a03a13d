/**
 * The course of a ballot cast here, for those who run it: preparation, issuing, voting, close, count keys, paper, count.
 * Opening the ballot, voiding and announcing it are the same calls as for any other: `ballots.ts`.
 *
 * Keys of the count locks and the tellers' signing key are made in the tellers' browsers (`@luoshi/ballots/tellers`);
 * only public keys come here before the close. Voters have pages and addresses of their own: docs/ballot-protocol.md.
 */
import { lockCount } from '@luoshi/domain/ballots/cast-here'
import * as z from 'zod/mini'
import { count, id, instant, line, version } from './fields.ts'
import { endpoint } from './kit.ts'
import { castWarning, contestCount, secretBallot } from './secret-ballot.ts'

const letters = (exactly: number) =>
  z.string().check(z.regex(new RegExp(`^[A-Za-z0-9_-]{${exactly}}$`)))

/** 65 bytes of a point of P-256, 32 of a key, 64 of a signature, 32 of a preparation; base64url without padding. */
const point = letters(87)
const scalar = letters(43)
const signature = letters(86)

const lock = z.int().check(z.minimum(0), z.maximum(lockCount - 1))

const counters = z.object({
  chief: line,
  scrutineers: z.array(line).check(z.maxLength(20)),
  tellers: z.array(line).check(z.maxLength(20)),
})

const params = z.object({ ballot: id('ballot') })

const at = '/api/v1/ballots/:ballot/secret'

export const getSecretBallot = endpoint({
  method: 'GET',
  path: at,
  summary: 'The course of a ballot cast here',
  params,
  answer: secretBallot,
})

/** Event `changed`, data `{"version","issued","paper","received","keys"}`: read the ballot again. `still`: nothing new. */
export const secretBallotStream = endpoint({
  method: 'GET',
  path: `${at}/stream`,
  summary: 'That something changed (server-sent events)',
  params,
  answers: 'text/event-stream',
  answer: z.unknown(),
})

export const prepareCast = endpoint({
  method: 'POST',
  path: `${at}/prepare`,
  summary: 'Begin the preparation: the issuer’s keys are made, one a contest',
  command: 'PrepareCast',
  params,
  body: z.object({ version, issuers: z.union([z.literal(1), z.literal(2)]) }),
  answer: secretBallot,
})

export const registerCountLock = endpoint({
  method: 'POST',
  path: `${at}/register-count-lock`,
  summary: 'Register the public key of a count lock made in the tellers’ browser',
  command: 'RegisterCountLock',
  params,
  body: z.object({ version, lock, pk: point }),
  answer: secretBallot,
})

export const registerTellerKey = endpoint({
  method: 'POST',
  path: `${at}/register-teller-key`,
  summary: 'Register the public key with which the tellers sign the paper counts',
  command: 'RegisterTellerKey',
  params,
  body: z.object({ version, pk: point }),
  answer: secretBallot,
})

const issuerKey = z.object({
  n: z.string().check(z.regex(/^[A-Za-z0-9_-]{342,683}$/)),
  e: z.string().check(z.regex(/^[A-Za-z0-9_-]{2,6}$/)),
})

export const nameSecondIssuer = endpoint({
  method: 'POST',
  path: `${at}/name-second-issuer`,
  summary: 'Register the tellers’ own issuer: where it answers, and its key for each contest',
  command: 'NameSecondIssuer',
  params,
  body: z.object({
    version,
    url: z.string().check(z.maxLength(200), z.regex(/^https?:\/\/[A-Za-z0-9.:[\]-]+$/)),
    keys: z.array(issuerKey).check(z.maxLength(600)),
  }),
  answer: secretBallot,
})

export const freezeManifest = endpoint({
  method: 'POST',
  path: `${at}/freeze-manifest`,
  summary: 'Freeze the manifest: from now on it has a fingerprint',
  command: 'FreezeManifest',
  params,
  body: z.object({ version }),
  answer: secretBallot,
})

export const makeSlips = endpoint({
  method: 'POST',
  path: `${at}/make-slips`,
  summary: 'Make a slip with a code for everybody on the roll; the codes are shown this once',
  command: 'MakeSlips',
  params,
  body: z.object({ version }),
  answer: z.object({
    ballot: secretBallot,
    slips: z.array(z.object({ voter: z.string(), code: z.string() })),
  }),
})

export const openIssuing = endpoint({
  method: 'POST',
  path: `${at}/open-issuing`,
  summary: 'Open issuing: at sign-in, everybody takes a token',
  command: 'OpenIssuing',
  params,
  body: z.object({ version }),
  answer: secretBallot,
})

const ofVoter = z.object({ version, voter: line })

export const takePaper = endpoint({
  method: 'POST',
  path: `${at}/take-paper`,
  summary: 'Record that a voter took paper ballots instead of tokens',
  command: 'TakePaper',
  params,
  body: ofVoter,
  answer: secretBallot,
})

export const takePaperBack = endpoint({
  method: 'POST',
  path: `${at}/take-paper-back`,
  summary: 'A voter gave his paper ballots back unused; he may take a token',
  command: 'TakePaperBack',
  params,
  body: ofVoter,
  answer: secretBallot,
})

/** What the voter's phone shows: for each contest the token, and the signature of its own key that gives it up. */
export const surrenderedToken = z.object({
  c: count,
  pk: point,
  pre: scalar,
  tok: z.array(z.string().check(z.regex(/^[A-Za-z0-9_-]{342,683}$/))).check(z.maxLength(4)),
  sig: signature,
})

export const surrenderToken = endpoint({
  method: 'POST',
  path: `${at}/surrender-token`,
  summary: 'A voter gives up his unused tokens and takes paper ballots',
  command: 'SurrenderToken',
  params,
  body: z.object({
    version,
    voter: line,
    tokens: z.array(surrenderedToken).check(z.maxLength(600)),
  }),
  answer: secretBallot,
})

export const openVoting = endpoint({
  method: 'POST',
  path: `${at}/open-voting`,
  summary: 'Close issuing and open voting',
  command: 'OpenVoting',
  params,
  body: z.object({ version, closesAt: z.nullable(instant) }),
  answer: secretBallot,
})

export const sealBallot = endpoint({
  method: 'POST',
  path: `${at}/seal-ballot`,
  summary: 'Close the box and publish the sealed ballots with a signed statement',
  command: 'SealBallot',
  params,
  body: z.object({
    version,
    /** Names to whom the tellers' own issuer gave a token, contest by contest; empty with one issuer. */
    secondIssued: z.array(z.object({ c: count, voter: line })).check(z.maxLength(20_000)),
  }),
  answer: secretBallot,
})

export const enterCountKey = endpoint({
  method: 'POST',
  path: `${at}/enter-count-key`,
  summary:
    'Enter the count key that two tellers’ shares make; with the second one the ballots open',
  command: 'EnterCountKey',
  params,
  body: z.object({ version, lock, key: scalar }),
  answer: secretBallot,
})

export const countPaper = endpoint({
  method: 'POST',
  path: `${at}/count-paper`,
  summary: 'Enter the paper counts; a second person does so independently where that is asked for',
  command: 'CountPaper',
  params,
  body: z.object({
    version,
    contests: z.array(contestCount).check(z.maxLength(600)),
    counters,
  }),
  answer: secretBallot,
})

export const statePaper = endpoint({
  method: 'POST',
  path: `${at}/state-paper`,
  summary: 'The tellers’ signature of the agreed paper counts (`paper.toSign`)',
  command: 'StatePaper',
  params,
  body: z.object({ version, sig: signature }),
  answer: secretBallot,
})

export const settleCount = endpoint({
  method: 'POST',
  path: `${at}/settle-count`,
  summary:
    'Publish the result after our own verifier has accepted the folder; then it can be announced',
  command: 'SettleCount',
  params,
  body: z.object({ version }),
  answer: secretBallot,
})

/** The verifier's steps of docs/ballot-protocol.md; those after the one that failed were not taken. */
export const getVerification = endpoint({
  method: 'GET',
  path: `${at}/verification`,
  summary: 'What our own verifier says of the published folder, step by step',
  params,
  answer: z.object({
    verifies: z.boolean(),
    /** The protocol's code, and the file and line it is about. */
    code: z.nullable(z.string()),
    about: z.string(),
    zh: z.string(),
    en: z.string(),
    steps: z.array(
      z.object({
        number: z.int(),
        zh: z.string(),
        en: z.string(),
        outcome: z.enum(['holds', 'fails', 'notYet']),
      }),
    ),
    warnings: z.array(castWarning),
  }),
})
