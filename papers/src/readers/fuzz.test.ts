import { describe, expect, it } from 'vitest'
import { fuzzedFile, readers } from '../../testing/fuzz/fuzzed-file.ts'
import { parseDocument } from '../parse.ts'

/** `npm run fuzz` goes on where this stops: more files, other seeds, in processes of their own. */
const perReader = 40

describe('files changed by chance, the same ones every time', () => {
  it.each(readers)(
    '.%s: each is read or refused with a sentence, and the reader never falls over',
    async (reader) => {
      const codes: string[] = []
      for (let seed = 1; seed <= perReader; seed += 1) {
        const answer = await parseDocument(fuzzedFile(reader, seed), { fileName: `意见.${reader}` })
        codes.push(answer.ok ? 'read' : answer.refusal.zh)
      }
      expect(codes.filter((code) => code !== 'read' && !code.endsWith('。'))).toEqual([])
      expect(codes).toContain('read')
      expect(fuzzedFile(reader, 7)).toEqual(fuzzedFile(reader, 7))
    },
    60_000,
  )
})
