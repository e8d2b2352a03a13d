import { describe, expect, it } from 'vitest'
import { refusalOf, valueOf } from './testing/identity-place.ts'
import { explainTransportRule } from './transport-words.ts'
import { judgeTransport, transportRule } from './transport.ts'

const local = valueOf(transportRule(null, null))
const far = valueOf(transportRule('https://luoshi.example', '10.0.0.0/24'))

function seen(
  host: string,
  socket: string,
  proto: string | null = null,
  chain: string | null = null,
) {
  return { host, socket, forwardedProto: proto, forwardedFor: chain }
}

describe('a request', () => {
  it('on this machine needs no TLS', () => {
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080']) {
      const transport = valueOf(judgeTransport(local, seen(host, '::ffff:127.0.0.1')))
      expect(transport).toEqual({ origin: `http://${host}`, secure: false, address: '127.0.0.1' })
    }
  })

  it('from elsewhere, or by a name that is not this machine, is refused', () => {
    expect(judgeTransport(local, seen('192.0.2.1:8080', '192.0.2.77')).ok).toBe(false)
    expect(judgeTransport(local, seen('localhost:8080', '192.0.2.77')).ok).toBe(false)
    expect(judgeTransport(local, seen('evil.example', '127.0.0.1')).ok).toBe(false)
    expect(judgeTransport(local, seen('localhost.evil.example', '127.0.0.1')).ok).toBe(false)
  })

  it('through our proxy is the client’s, by the last address that is no proxy of ours', () => {
    const chain = '198.51.100.1, 203.0.113.9, 10.0.0.7'
    const transport = valueOf(
      judgeTransport(far, seen('luoshi.example', '10.0.0.8', 'https', chain)),
    )
    expect(transport).toEqual({
      origin: 'https://luoshi.example',
      secure: true,
      address: '203.0.113.9',
    })
  })

  it('cannot say by itself that it came over TLS', () => {
    const forged = seen('luoshi.example', '203.0.113.9', 'https', '127.0.0.1')
    expect(refusalOf(judgeTransport(far, forged)).code).toBe('plain-http')
    const asLocal = seen('localhost:8080', '127.0.0.1', 'http', '203.0.113.9')
    expect(judgeTransport(far, asLocal).ok).toBe(false)
  })

  it('over IPv6 counts for its whole /64', () => {
    const from = (chain: string) =>
      valueOf(judgeTransport(far, seen('luoshi.example', '127.0.0.1', 'https', chain))).address
    expect(from('2001:db8:0:7:1::1')).toBe('2001:db8:0:7::/64')
    expect(from('2001:db8::1')).toBe(from('2001:db8::ffff:1'))
  })
})

describe('the setting', () => {
  it.each(['http://luoshi.example', 'luoshi.example', 'https://luoshi.example/path'])(
    'is not %s',
    (url) => {
      expect(refusalOf(transportRule(url, null))).toEqual({ code: 'public-url-unfit', given: url })
    },
  )

  it('names what is no network', () => {
    const refusal = refusalOf(transportRule('https://luoshi.example', '10.0.0.0/24, proxy'))
    expect(refusal).toEqual({ code: 'proxy-unfit', given: 'proxy' })
    expect(explainTransportRule(refusal).zh.what).toBe('可信代理“proxy”不是网络地址。')
  })
})
