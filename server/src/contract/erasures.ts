/** Destroying the words of one event because the law says so; that they were there stays on record for ever. */
import * as z from 'zod/mini'
import { line } from './fields.ts'
import { endpoint } from './kit.ts'

export const eraseWords = endpoint({
  method: 'POST',
  path: '/api/v1/erasures',
  summary: 'Erase the words of one event by record (PIPL art. 47); every proof still holds',
  command: 'EraseWords',
  body: z.object({
    /** The position of the event in the log, as its trail shows it. */
    event: z.int().check(z.minimum(1)),
    /** The provision it is done under. It names nobody. */
    ground: line,
  }),
  answer: z.object({ seq: z.int() }),
})
