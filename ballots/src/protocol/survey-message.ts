/** What the one-time key of a survey's token signs: the answers or the text it is spent on, as the exact text that is sent. */
import { bytesOf, joined, u16, type Bytes } from './bytes.ts'

export function surveyMessage(
  mh: Uint8Array,
  contest: number,
  pk: Uint8Array,
  body: string,
): Bytes {
  return joined(bytesOf('rd-ballot/v1/survey\0'), mh, u16(contest), pk, bytesOf(body))
}
