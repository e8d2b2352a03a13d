/**
 * The plain server of V1: node:http, the rows of the floor in grouped inserts, acknowledged when they are committed; no
 * rights, no checks, no counters, no proof. While one group is written the next one gathers. Ends when its input is closed.
 */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'
import { answerLines } from '../run/line-child.ts'

type Waiting = Readonly<{ id: string; stratum: string; answer: string; response: ServerResponse }>

const most = 256
const clients = 2
const body = JSON.stringify({ receipts: [] })
const head = { 'content-type': 'application/json', 'content-length': body.length }

let waiting: Waiting[] = []
let writing = 0
const pools: Pool[] = []

async function write(): Promise<void> {
  const [pool] = pools
  if (writing >= clients || waiting.length === 0 || !pool) return
  const group = waiting.slice(0, most)
  waiting = waiting.slice(most)
  writing += 1
  await pool.query(
    `insert into bench_floor.answer select 'plain', decode(x.id, 'hex'), 'people', x.stratum, x.answer, 1
      from unnest($1::text[], $2::text[], $3::text[]) x (id, stratum, answer)`,
    [
      group.map(({ id }) => id),
      group.map(({ stratum }) => stratum),
      group.map(({ answer }) => answer),
    ],
  )
  for (const { response } of group) response.writeHead(200, head).end(body)
  writing -= 1
  void write()
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const said: { id: string; stratum: string; answers: object } = JSON.parse(
      Buffer.concat(parts).toString(),
    )
    waiting.push({
      id: said.id,
      stratum: said.stratum,
      answer: JSON.stringify(said.answers),
      response,
    })
    void write()
  })
})

await answerLines(async (line) => {
  const { config }: { config: object } = JSON.parse(line)
  pools.push(new Pool({ ...config, max: clients }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place: AddressInfo = Object.assign({ address: '', family: '', port: 0 }, server.address())
  return { port: place.port }
})
server.closeAllConnections()
server.close()
for (const pool of pools) await pool.end()
