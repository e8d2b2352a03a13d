/** What a stranger needs to check us: the latest signed checkpoint and the whole proof as one file. */
import * as z from 'zod/mini'
import { endpoint } from './kit.ts'

export const getCheckpoint = endpoint({
  method: 'GET',
  path: '/api/v1/checkpoint',
  summary: 'The latest signed checkpoint (C2SP tlog-checkpoint)',
  answer: z.string(),
  answers: 'text/plain',
})

export const getProof = endpoint({
  method: 'GET',
  path: '/api/v1/proof',
  summary: 'The whole proof, to be checked offline with `luoshi verify`',
  command: 'ExportProof',
  // The whole of it, with every word that names somebody.
  stepUp: true,
  answer: z.string(),
  answers: 'application/gzip',
})
