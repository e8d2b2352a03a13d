/** The box's HTTP: text in, fixed answers out, no cookie, connection closed. */
import { Hono } from 'hono'
import type { Hall } from './hall-parts.ts'

export function boxApp(hall: Hall): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('access-control-allow-origin', '*')
    c.header('connection', 'close')
    c.header('cache-control', 'no-store')
  })
  app.post('/cast/:mh', async (c) => {
    const text = await c.req.text()
    const headers = JSON.stringify(c.req.header())
    hall.heard.push({ who: 'box', line: c.req.path, headers, body: text })
    const answer = await hall.box.cast(c.req.param('mh'), text)
    if (hall.faults.loseCasts > 0) {
      hall.faults.loseCasts -= 1
      return c.text('lost', 502)
    }
    if (!answer.ok) return c.text(JSON.stringify({ code: answer.refusal.code }), 409)
    if (answer.value.kind === 'pooled') return c.text(JSON.stringify({ code: 'POOLED' }), 202)
    return c.text(JSON.stringify(answer.value.receipt), 200)
  })
  return app
}
