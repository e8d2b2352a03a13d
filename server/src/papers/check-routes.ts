/**
 *     /check            where a code is typed
 *     /check/:code      what is known of the paper
 *
 * Open to anybody, without a script; looked at by one address only so often, so that nobody goes through all codes.
 */
import { readCheckCode, shownCheckCode } from '@luoshi/domain/papers/check-code'
import { Hono } from 'hono'
import type { World } from '../execute/context.ts'
import type { TransportEnv } from '../identity/middleware.ts'
import { sendPage } from '../identity/page-answer.ts'
import { fewAtATime } from '../voices/few-at-a-time.ts'
import { checkPaper } from './check-paper.ts'
import { askCodePage, checkedPage } from './check-pages.ts'

export function checkRoutes(world: World): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()
  const mayLook = fewAtATime(30, 10)

  routes.get('/check', (c) => {
    const given = c.req.query('code') ?? ''
    if (given === '') return sendPage(c, 200, askCodePage(null))
    const code = readCheckCode(given)
    return code === null
      ? sendPage(c, 400, askCodePage(badCode))
      : c.redirect(`/check/${shownCheckCode(code)}`, 303)
  })

  routes.get('/check/:code', async (c) => {
    const code = readCheckCode(c.req.param('code'))
    if (code === null) return sendPage(c, 400, askCodePage(badCode))
    if (!mayLook(c.var.transport.address, Date.parse(world.now())))
      return sendPage(c, 429, askCodePage(tooOften))
    const found = await checkPaper(world, code)
    return found === null
      ? sendPage(c, 404, askCodePage(unknown))
      : sendPage(c, 200, checkedPage(found))
  })

  return routes
}

const badCode = '查验码是 12 位字母和数字，请对照公文最后一页核对。'
const unknown =
  '没有登记过这个查验码的公文。请核对查验码；核对无误的，这份公文不是从本系统登记发出的，请向发文机关核实。'
const tooOften = '查验得太频繁，请过一会儿再试。'
