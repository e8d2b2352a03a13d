/**
 * The pages on which the public writes and follows: no script, no cookie, no name, no address kept.
 *
 *     /voice/:congress/:call           write
 *     /voice/:congress/follow          what became of it, by the receipt code (sent in the body, never in an address)
 */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { isId, type CongressId } from '@luoshi/domain/kernel/ids'
import { takesVoices, type Call } from '@luoshi/domain/opinions/call'
import { remarks, type Remark } from '@luoshi/domain/opinions/voice'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { todayOf, type World } from '../execute/context.ts'
import { isSurelyOurs } from '../identity/forgery.ts'
import { originsOf, type TransportEnv } from '../identity/middleware.ts'
import { sendPage } from '../identity/page-answer.ts'
import { fewAtATime } from './few-at-a-time.ts'
import { followVoice, remarkOnVoice } from './follow-voice.ts'
import { followPage, followedPage, sayNoPage, thanksPage, writePage } from './pages.ts'
import { readReceiptCode } from './receipt-code.ts'
import { receiveVoice } from './receive-voice.ts'
import { callKind } from './voice-kinds.ts'

export type PublicPages = Readonly<{
  world: World
  /** The name of a congress, or null when there is none of this id. */
  congressName: (congress: CongressId) => Promise<string | null>
}>

export function publicVoicePages({ world, congressName }: PublicPages): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()
  const mayWrite = fewAtATime(10, 60)
  const mayLook = fewAtATime(30, 10)
  routes.use('/voice/*', bodyLimit({ maxSize: 64 * 1024 }))

  async function placeOf(raw: string) {
    if (!isId('congress', raw)) return null
    const name = await congressName(raw)
    return name === null ? null : { congress: raw, name }
  }

  routes.get('/voice/:congress/follow', async (c) => {
    const place = await placeOf(c.req.param('congress'))
    if (!place) return sendPage(c, 404, sayNoPage(nowhere))
    return sendPage(c, 200, followPage(place, null))
  })

  routes.post('/voice/:congress/follow', async (c) => {
    const place = await placeOf(c.req.param('congress'))
    if (!place) return sendPage(c, 404, sayNoPage(nowhere))
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin))
      return sendPage(c, 403, sayNoPage(foreign))
    if (!mayLook(c.var.transport.address, Date.parse(world.now())))
      return sendPage(c, 429, followPage(place, tooOften.zh.what + tooOften.zh.fix))
    const fields = new URLSearchParams(await c.req.text())
    const code = readReceiptCode(fields.get('code') ?? '')
    if (code === null) return sendPage(c, 400, followPage(place, badCode))
    const remark = remarks.find((one): one is Remark => one === fields.get('remark'))
    if (remark) await remarkOnVoice(world, { congress: place.congress, code, remark })
    const found = await followVoice(world, { congress: place.congress, code })
    if (!found.ok) return sendPage(c, 404, followPage(place, badCode))
    return sendPage(c, 200, followedPage(place, code, found.value))
  })

  routes.get('/voice/:congress/:call', async (c) => {
    const place = await placeOf(c.req.param('congress'))
    const call = place ? await callOf(world, place.congress, c.req.param('call')) : null
    if (!place || !call) return sendPage(c, 404, sayNoPage(nowhere))
    return takesVoices(call, todayOf(world))
      ? sendPage(c, 200, writePage(place, call, c.req.path, '', null))
      : sendPage(c, 410, sayNoPage(over))
  })

  routes.post('/voice/:congress/:call', async (c) => {
    const place = await placeOf(c.req.param('congress'))
    const id = c.req.param('call')
    const call = place ? await callOf(world, place.congress, id) : null
    if (!place || !call || !isId('call', id)) return sendPage(c, 404, sayNoPage(nowhere))
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin))
      return sendPage(c, 403, sayNoPage(foreign))
    const text = new URLSearchParams(await c.req.text()).get('text') ?? ''
    const again = (status: 409 | 429, why: string) =>
      sendPage(c, status, writePage(place, call, c.req.path, text, why))
    if (!mayWrite(c.var.transport.address, Date.parse(world.now())))
      return again(429, tooOften.zh.what + tooOften.zh.fix)
    const received = await receiveVoice(world, { congress: place.congress, call: id, text })
    if (!received.ok) {
      const { what, fix } = received.refusal.words.zh
      return again(409, what + fix)
    }
    return sendPage(c, 200, thanksPage(place, received.value.code))
  })

  return routes
}

async function callOf(
  world: World,
  congress: CongressId,
  id: string,
): Promise<Exclude<Call, { status: 'none' }> | null> {
  if (!isId('call', id)) return null
  const { state } = await callKind.load(world.db, congress, id)
  return state.status === 'none' ? null : state
}

const badCode = '没有找到这个回执码。请对照回执核对，字母不分大小写。'

const nowhere = bilingual(
  '没有找到这次征求意见。',
  '请核对公告上的网址。',
  'There is no such call.',
  'Check the address.',
)
const over = bilingual(
  '这次征求意见已经结束。',
  '您可以直接向县人大常委会来信来访反映；已经提交的意见，仍可凭回执码查看。',
  'This call is over.',
  'You may still write to the committee.',
)
const foreign = bilingual(
  '这个请求不是从本页面发出的，没有保存。',
  '请从公告上的网址重新进入。',
  'Not sent from this page.',
  'Come in again by the address in the notice.',
)
const tooOften = bilingual(
  '提交得太频繁。',
  '请过一会儿再试；已经提交的不会丢失。',
  'Too often.',
  'Try again later.',
)
