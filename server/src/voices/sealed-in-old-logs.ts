/**
 * In logs of the first release a voice that was an accusation left an event of its own, `VoiceSealed`, whose words hold the
 * number it was passed on under. Nobody is shown them: not whoever looks for words to erase, and no proof file carries them.
 * That there was such an event, and which office it went to, stands among its facts; facts are hashed into the log, and a log
 * whose past could be changed would prove nothing.
 * Source: domain.md §3.5, §13 (accusations never to the accused or the unit).
 */
const sealedTypes: readonly string[] = ['VoiceSealed']

export function isSealedInOldLogs({ type }: Readonly<{ type: string }>): boolean {
  return sealedTypes.includes(type)
}

/** The same for a query; `type` is its column. */
export const notSealedInOldLogs = (type: string) => `${type} <> all ('{VoiceSealed}')`
