import { idOf } from '@luoshi/domain/kernel/ids'
import type { SpeechRow } from '@luoshi/server/contract/meetings'
import { describe, expect, it } from 'vitest'
import { withSpeech } from './with-speech.ts'

const line = (number: number, version: number, text: string): SpeechRow => ({
  id: idOf('speech', `speech_line${number}`),
  version,
  number,
  kind: 'member',
  act: 'remark',
  to: { question: null, matter: null },
  speaker: '温组成',
  text,
  opinions: [],
})

describe('lines that come in live', () => {
  it('stand in the order in which they were taken down, whichever came first', () => {
    const all = [line(3, 1, '三'), line(1, 1, '一')].reduce(withSpeech, [])
    expect(withSpeech(all, line(2, 1, '二')).map(({ text }) => text)).toEqual(['一', '二', '三'])
  })

  it('are replaced by a newer version, never by an older one', () => {
    const all = withSpeech([], line(1, 2, '改正'))
    expect(withSpeech(all, line(1, 1, '原样'))).toEqual(all)
    expect(withSpeech(all, line(1, 3, '再改'))).toMatchObject([{ text: '再改' }])
  })
})
