/**
 * The floor: plain node:http and pg on the same engine and the same rows, as the owner, without sign-in, rights, checks
 * or rendering. It shows what is possible here at all; it is no model of how to do it.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool, type ClientConfig } from 'pg'
import { answerLines } from '../run/line-child.ts'
import { floorAnswer } from './floor-answers.ts'

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  await once(request, 'end')
  return Buffer.concat(parts).toString()
}

let close: () => Promise<void> = async () => undefined

await answerLines(async (line) => {
  const { config, congress }: { config: ClientConfig; congress: string } = JSON.parse(line)
  const pool = new Pool({ ...config, max: 20, idleTimeoutMillis: 30_000 })
  const server = createServer((request, response) => {
    void (async () => {
      try {
        const body = request.method === 'POST' ? await bodyOf(request) : ''
        const answer = await floorAnswer(pool, congress, request.url ?? '/', body)
        response.end(answer)
      } catch (failure) {
        response.statusCode = 500
        response.end(String(failure))
      }
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  close = async () => {
    server.close()
    server.closeAllConnections()
    await pool.end()
  }
  return { origin: `http://127.0.0.1:${address.port}` }
})
await close()
