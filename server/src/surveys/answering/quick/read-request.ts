/**
 * Whether these bytes begin with one whole request that sends an answer, said in the plainest way; whatever is unusual is
 * not for here, and node's own parser decides on it, from its first byte on. So nothing can be read in two ways.
 * Source: RFC 9112 §3 and §5 (request line and fields as they are sent), §6 (one length and no transfer coding).
 */

export type QuickRequest = Readonly<{
  survey: string
  /** An answer by an open way, or one with a token. */
  what: 'answers' | 'cast'
  english: boolean
  host: string
  origin: string | undefined
  fetchSite: string | undefined
  forwardedProto: string | null
  forwardedFor: string | null
  /** The other end wants no more than this one. */
  isLast: boolean
  bodyFrom: number
  /** Where the request ends. */
  end: number
}>

const requestLine =
  /^POST \/s\/(survey_[a-z0-9]{4,40})\/(answers|cast)(?:\?lang=(zh|en))? HTTP\/1\.([01])$/
const fieldLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e]*)$/
const headEnd = Buffer.from('\r\n\r\n')
const begin = Buffer.from('POST /s/')
const mostHead = 8_192
const json = /^application\/json(?:; ?charset=utf-8)?$/i

/** Fields that are asked; each at most once. */
const asked = new Set([
  'host',
  'origin',
  'sec-fetch-site',
  'x-forwarded-proto',
  'x-forwarded-for',
  'content-type',
  'content-length',
  'connection',
])

/** With one of these a message may be longer or other than it looks. */
const unusual = new Set([
  'transfer-encoding',
  'content-encoding',
  'te',
  'trailer',
  'expect',
  'upgrade',
  'http2-settings',
])

export function readRequest(bytes: Buffer): QuickRequest | null {
  if (bytes.length < begin.length || bytes.compare(begin, 0, 8, 0, 8) !== 0) return null
  const head = bytes.indexOf(headEnd)
  if (head < 0 || head > mostHead) return null
  const lines = bytes.toString('latin1', 0, head).split('\r\n')
  const [, survey, what, language, minor] = requestLine.exec(lines[0] ?? '') ?? []
  if (survey === undefined) return null
  const fields = fieldsIn(lines)
  const host = fields?.get('host')
  const length = fields?.get('content-length') ?? ''
  const connection = fields?.get('connection')?.toLowerCase() ?? ''
  if (!fields || !host || !/^\d{1,5}$/.test(length)) return null
  if (!json.test(fields.get('content-type') ?? '')) return null
  if (!['', 'keep-alive', 'close'].includes(connection)) return null
  const bodyFrom = head + headEnd.length
  const end = bodyFrom + Number(length)
  if (end > bytes.length) return null
  return {
    survey,
    what: what === 'cast' ? 'cast' : 'answers',
    english: language === 'en',
    host,
    origin: fields.get('origin'),
    fetchSite: fields.get('sec-fetch-site'),
    forwardedProto: fields.get('x-forwarded-proto') ?? null,
    forwardedFor: fields.get('x-forwarded-for') ?? null,
    isLast: connection === 'close' || (minor === '0' && connection !== 'keep-alive'),
    bodyFrom,
    end,
  }
}

/** Null when a line is no plain field, or one that is asked comes twice. */
function fieldsIn(lines: readonly string[]): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>()
  for (let at = 1; at < lines.length; at += 1) {
    const [, name = '', value = ''] = fieldLine.exec(lines[at] ?? '') ?? []
    const field = name.toLowerCase()
    if (field === '' || unusual.has(field)) return null
    if (!asked.has(field)) continue
    if (fields.has(field)) return null
    fields.set(field, value.trimEnd())
  }
  return fields
}
