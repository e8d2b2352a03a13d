/** Destroying the words of one event because the law says so; that they were there stays on record for ever. */
import * as z from 'zod/mini'
import { approval, instant, line, sha256 } from './fields.ts'
import { endpoint } from './kit.ts'

export const eraseWords = endpoint({
  method: 'POST',
  path: '/api/v1/erasures',
  summary: 'Erase the words of one event by record (PIPL art. 47); every proof still holds',
  command: 'EraseWords',
  stepUp: true,
  body: z.object({
    /** The position of the event in the log, as its trail shows it. */
    event: z.int().check(z.minimum(1)),
    /** The provision it is done under. It names nobody. */
    ground: line,
    /** Who approved it. Only programs of before leave it out; the page always asks. */
    approval: z.optional(approval),
  }),
  /** Null: it waits for the security administrator, where the three are apart. */
  answer: z.object({ seq: z.nullable(z.int()) }),
})

export const eraseFile = endpoint({
  method: 'POST',
  path: '/api/v1/erasures/files',
  summary: 'Destroy the content of a file by record (PIPL art. 47); its fingerprint stays',
  command: 'EraseWords',
  stepUp: true,
  body: z.object({ sha256, ground: line, approval }),
  /** False: it waits for the security administrator, where the three are apart. */
  answer: z.object({ erased: z.boolean() }),
})

export const findWords = endpoint({
  method: 'GET',
  path: '/api/v1/erasures/candidates',
  summary:
    'Records whose words hold a text, or the record of that number; each look is in the audit',
  command: 'EraseWords',
  query: z.object({ text: z.string().check(z.minLength(2), z.maxLength(60)) }),
  answer: z.object({
    rows: z.array(
      z.object({
        event: z.int(),
        stream: z.string(),
        type: z.string(),
        at: instant,
        by: z.string(),
        /** Every text that would be gone. */
        words: z.array(z.string()),
        /** Files it brought whose content is there. */
        files: z.array(z.object({ sha256, name: z.string() })),
      }),
    ),
    more: z.boolean(),
  }),
})

export type WordsFound = z.infer<(typeof findWords)['answer']>['rows'][number]
