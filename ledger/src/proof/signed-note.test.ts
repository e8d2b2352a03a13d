import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freshKey } from '../../testing/proof-file.ts'
import { checkpointText, readCheckpointText } from './checkpoint-text.ts'
import { openNote, readVerifierKey, signNote, verifierKey } from './signed-note.ts'

/** The example of the reference implementation (golang.org/x/mod/sumdb/note, which C2SP signed-note is drawn from). */
const published = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: `If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n`,
  signature:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}

function verifierOf(line: string) {
  const verifier = readVerifierKey(line)
  if (!verifier) throw new Error(`no key: ${line}`)
  return verifier
}

describe('a signed note', () => {
  it('of the reference implementation opens', () => {
    const { vkey, text, signature } = published
    expect(openNote(`${text}\n${signature}`, verifierOf(vkey))).toBe(text)
    expect(
      openNote(`${text.replace('answer', 'reason')}\n${signature}`, verifierOf(vkey)),
    ).toBeNull()
  })

  it('opens with the signatures of others beside ours, and not without ours', () => {
    const [ours, theirs] = [freshKey(), freshKey()]
    const note = signNote('text\n', 'luoshi/a', ours.privateKey, ours.publicKey)
    const witness =
      signNote('text\n', 'witness', theirs.privateKey, theirs.publicKey).split('\n\n')[1] ?? ''
    const verifier = verifierOf(verifierKey('luoshi/a', ours.publicKey))
    expect(openNote(note + witness, verifier)).toBe('text\n')
    expect(openNote(`text\n\n${witness}`, verifier)).toBeNull()
  })

  it('does not open when anything in it is changed', () => {
    const key = freshKey()
    const note = signNote('luoshi/a\n12\nAAAA\n', 'luoshi/a', key.privateKey, key.publicKey)
    const verifier = verifierOf(verifierKey('luoshi/a', key.publicKey))
    const law = fc.property(
      fc.nat({ max: note.length - 1 }),
      fc.constantFrom(...'aZ0+/\n '),
      (at, letter) => {
        const changed = note.slice(0, at) + letter + note.slice(at + 1)
        const opened = openNote(changed, verifier)
        expect(opened === null || changed === note).toBe(true)
      },
    )
    fc.assert(law, { numRuns: 500 })
  })
})

it('opens in no other spelling: the bits of base64 that say nothing are nothing', () => {
  const key = freshKey()
  const note = signNote('text\n', 'luoshi/a', key.privateKey, key.publicKey)
  const verifier = verifierOf(verifierKey('luoshi/a', key.publicKey))
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const at = note.indexOf('=\n') - 1
  const other = letters[letters.indexOf(note[at] ?? '') + 1] ?? ''
  const respelt = note.slice(0, at) + other + note.slice(at + 1)
  const base64Of = (text: string) => text.split(' ').at(-1) ?? ''
  expect(Buffer.from(base64Of(respelt), 'base64')).toEqual(Buffer.from(base64Of(note), 'base64'))
  expect(openNote(note, verifier)).toBe('text\n')
  expect(openNote(respelt, verifier)).toBeNull()
})

describe('a verifier key', () => {
  it.each([
    '',
    'a+b+c',
    published.vkey.replace('c74f20a3', 'c74f20a4'),
    published.vkey.slice(0, -4),
    'a b+00000000+AAAA',
  ])('is not %s', (line) => expect(readVerifierKey(line)).toBeNull())
})

describe('the text of a checkpoint', () => {
  it('is read back', () => {
    const body = { origin: 'luoshi/congress_demo', size: 12, root: Buffer.alloc(32, 7) }
    expect(readCheckpointText(checkpointText(body))).toEqual(body)
  })

  it.each([
    '',
    'origin\n',
    'origin\n01\nAAAA\n',
    'origin\n1\nAAAA\n',
    '\n1\n\n',
    `origin\n-1\n${Buffer.alloc(32).toString('base64')}\n`,
  ])('is not %j', (text) => expect(readCheckpointText(text)).toBeNull())
})
