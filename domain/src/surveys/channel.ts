/**
 * The ways by which a population is reached. A poster or a link lets anybody in, so it never serves a population whose
 * people were drawn; a code lets one person in once; what staff enter for somebody is told apart from what came by itself.
 *
 * Source: domain.md §11 (channels found; SMS with unique code, S64; service counters; telephone, S65).
 */
import type { Day } from '../kernel/day.ts'
import { isFromList, type Sampling } from './population.ts'

export const channelKinds = [
  'poster',
  'link',
  'counter',
  'code',
  'sms',
  'phone',
  'visit',
  'paper',
] as const

export type ChannelKind = (typeof channelKinds)[number]

export const channelLabels: Readonly<Record<ChannelKind, Readonly<{ zh: string; en: string }>>> = {
  poster: { zh: '二维码海报', en: 'QR poster' },
  link: { zh: '短链接', en: 'Short link' },
  counter: { zh: '服务窗口、自助终端', en: 'Counter or kiosk' },
  code: { zh: '邀请码信函', en: 'Letters with codes' },
  sms: { zh: '短信邀请码', en: 'Codes by text message' },
  phone: { zh: '电话访问', en: 'Telephone' },
  visit: { zh: '入户访问', en: 'Interviewer' },
  paper: { zh: '纸质问卷', en: 'Paper forms' },
}

/** `population` and `stratum` are codes; a channel without a stratum asks whoever answers where they belong. */
export type Channel = Readonly<{
  code: string
  kind: ChannelKind
  population: string
  stratum: string | null
  /** Where the poster hangs, the counter stands, who calls. */
  place: string
  /** Absent while it lets answers in. What came by it before stays. */
  shut?: Readonly<{ on: Day; because: string }>
}>

const openKinds: readonly ChannelKind[] = ['poster', 'link', 'counter']
const codedKinds: readonly ChannelKind[] = ['code', 'sms']
const staffedKinds: readonly ChannelKind[] = ['phone', 'visit', 'paper']

/** Anybody may walk in; nothing but brakes keeps one person from answering twice. */
export function isOpenChannel(kind: ChannelKind): boolean {
  return openKinds.includes(kind)
}

/** One person, one code, one answer. */
export function isCodedChannel(kind: ChannelKind): boolean {
  return codedKinds.includes(kind)
}

/** Entered by somebody of the office for whoever answered. */
export function isStaffedChannel(kind: ChannelKind): boolean {
  return staffedKinds.includes(kind)
}

export function channelFits(kind: ChannelKind, sampling: Sampling): boolean {
  return isFromList(sampling) ? !isOpenChannel(kind) : !isCodedChannel(kind)
}

/** Still lets answers in. */
export function isInUse({ shut }: Channel): boolean {
  return shut === undefined
}
