/**
 * The floor of a ballot in the hall: plain node:http and one durable row for whoever took a form, one for the vote. No
 * blinding, no box, no seal: who voted what stands in the table. It shows what taking six thousand requests costs at all.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Pool, type ClientConfig } from 'pg'
import { answerLines } from '../run/line-child.ts'

let close: () => Promise<void> = async () => undefined

await answerLines(async (line) => {
  const { config }: { config: ClientConfig } = JSON.parse(line)
  const pool = new Pool({ ...config, max: 8 })
  await pool.query(`create table if not exists bench_floor.form (voter text primary key, z text not null);
    create table if not exists bench_floor.vote (voter text primary key, vote int not null);
    truncate bench_floor.form, bench_floor.vote`)
  const server = createServer((request, response) => {
    void (async () => {
      let body = ''
      for await (const part of request) body += String(part)
      const { slip, requests, voter, vote } = JSON.parse(body)
      await (request.url === '/form'
        ? pool.query('insert into bench_floor.form values ($1, $2)', [slip, requests[0].z])
        : pool.query('insert into bench_floor.vote values ($1, $2)', [voter, vote]))
      response.end('{}')
    })().catch((failure: unknown) => {
      response.statusCode = 500
      response.end(String(failure))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  close = async () => {
    server.close()
    server.closeAllConnections()
    await pool.end()
  }
  return { origin: `http://127.0.0.1:${address.port}` }
})
await close()
