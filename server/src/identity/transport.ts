/**
 * How a request came: over TLS through our own proxy, or on this machine itself. Everything else is refused, because a
 * password in plain HTTP is everybody's. Also refuses strange host names, which is how a web page far away would reach a
 * server on this machine (DNS rebinding). Source: GB/T 22239-2019 8.1.4.1 c; OWASP ASVS 5.0 12.2.
 */
import { BlockList, isIP } from 'node:net'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'

export type TransportRule = Readonly<{
  /** The https address people use, LUOSHI_PUBLIC_URL; `null`: only on this machine. */
  publicUrl: URL | null
  /** Who may say for whom they speak (x-forwarded-for, -proto). */
  proxies: BlockList
}>

export type Seen = Readonly<{
  host: string
  /** The other end of the connection. */
  socket: string
  forwardedProto: string | null
  forwardedFor: string | null
}>

export type Transport = Readonly<{
  /** Where our own pages come from, as browsers write it in Origin. */
  origin: string
  secure: boolean
  /** The client's address, IPv6 by its /64: one household or office has that many. */
  address: string
}>

export type TransportRefusal = Readonly<{ code: 'plain-http' | 'strange-host'; goTo: URL | null }>

export type TransportRuleRefusal = Readonly<{
  code: 'public-url-unfit' | 'proxy-unfit'
  given: string
}>

/** @param proxies addresses or networks (`10.0.0.0/8`), comma-separated; this machine always is one. */
export function transportRule(
  publicUrl: string | null,
  proxies: string | null,
): Result<TransportRule, TransportRuleRefusal> {
  const list = new BlockList()
  list.addSubnet('127.0.0.0', 8, 'ipv4')
  list.addAddress('::1', 'ipv6')
  for (const one of (proxies ?? '').split(',').map((part) => part.trim())) {
    if (one !== '' && !addTo(list, one)) return refuse({ code: 'proxy-unfit', given: one })
  }
  if (publicUrl === null || publicUrl === '') return accept({ publicUrl: null, proxies: list })
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : null
  if (url === null || url.protocol !== 'https:' || url.pathname !== '/') {
    return refuse({ code: 'public-url-unfit', given: publicUrl })
  }
  return accept({ publicUrl: url, proxies: list })
}

export function judgeTransport(
  { publicUrl, proxies }: TransportRule,
  seen: Seen,
): Result<Transport, TransportRefusal> {
  const socket = plainAddress(seen.socket)
  const direct = seen.forwardedFor === null && seen.forwardedProto === null
  if (direct && isLoopback(socket) && isLoopbackHost(seen.host)) {
    return accept({ origin: `http://${seen.host}`, secure: false, address: socket })
  }
  if (publicUrl === null) return refuse({ code: 'plain-http', goTo: null })
  if (seen.host.toLowerCase() !== publicUrl.host) {
    return refuse({ code: 'strange-host', goTo: publicUrl })
  }
  // Several proxies write a list; the nearest one is last.
  const proto = seen.forwardedProto?.split(',').at(-1)?.trim().toLowerCase()
  if (!isAmong(proxies, socket) || proto !== 'https') {
    return refuse({ code: 'plain-http', goTo: publicUrl })
  }
  const address = network(clientBehind(seen.forwardedFor, proxies) ?? socket)
  return accept({ origin: publicUrl.origin, secure: true, address })
}

/** The last address that is not one of our proxies: what stands before it, the client itself may have made up. */
function clientBehind(forwardedFor: string | null, proxies: BlockList): string | null {
  const chain = (forwardedFor ?? '').split(',').map((part) => plainAddress(part.trim()))
  return chain.filter((one) => isIP(one) !== 0).findLast((one) => !isAmong(proxies, one)) ?? null
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host)
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

function isAmong(list: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function addTo(list: BlockList, one: string): boolean {
  const [address = '', bits] = one.split('/')
  const family = isIP(address)
  if (family === 0) return false
  const width = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits)
  if (!Number.isInteger(width) || width < 0 || width > (family === 6 ? 128 : 32)) return false
  list.addSubnet(address, width, family === 6 ? 'ipv6' : 'ipv4')
  return true
}

/** IPv4 as it is; of IPv6 the first 64 bits, since one client has all the rest to choose from. */
function network(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === '' ? [] : tail.split(':')
  const middle = address.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0
  const groups = [...front, ...Array.from({ length: middle }, () => '0'), ...back]
  const four = groups.slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
  return `${four.join(':')}::/64`
}
