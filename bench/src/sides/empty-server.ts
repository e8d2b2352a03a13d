/**
 * What a server can do here at the most that does nothing: reads each request and answers what an answer of a survey is
 * told. `http`: by node's HTTP; `sockets`: without it, taking each piece for a request. Ends when its input is closed.
 */
import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import { createServer as createSockets, type AddressInfo, type Server } from 'node:net'
import { answerLines } from '../run/line-child.ts'

const body = JSON.stringify({ receipts: [] })
const whole = Buffer.from(
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
)

function byHttp(): Server {
  return createHttp((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      response.end(body)
    })
  })
}

function bySockets(): Server {
  return createSockets({ noDelay: true }, (socket) => {
    socket.on('data', () => socket.write(whole)).on('error', () => undefined)
  })
}

const open: Server[] = []

await answerLines(async (line) => {
  const { kind }: { kind: 'http' | 'sockets' } = JSON.parse(line)
  const server = kind === 'http' ? byHttp() : bySockets()
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const place: AddressInfo = Object.assign({ address: '', family: '', port: 0 }, server.address())
  return { port: place.port }
})
for (const server of open) server.close()
