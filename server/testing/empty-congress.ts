/** A server on an empty data folder, founded by the key ceremony, and the people of a small office invited one by one. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import pino from 'pino'
import { createAccount } from '../src/contract/accounts.ts'
import { startServer } from '../src/serve.ts'
import { personAt, type HttpPerson } from './http-person.ts'
import { value } from './test-county.ts'

export type EmptyCongress = AsyncDisposable &
  Readonly<{
    url: string
    folder: string
    /** The first person of the congress, who only keeps the accounts. */
    admin: HttpPerson
    invite: (login: string, name: string, role: Role, seat?: Seat) => Promise<HttpPerson>
  }>

type Seat = Readonly<{ unit: UnitId; official: OfficialId | null }>

const password = '青山-Oboe-七里-39'

export async function emptyCongress(): Promise<EmptyCongress> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-from-empty-'))
  const server = value(
    await startServer({
      dataDir: join(folder, 'data'),
      port: 0,
      host: '127.0.0.1',
      logger: pino({ level: 'silent' }),
    }),
  )
  const { url, application } = server
  const token = await application.identity.makeSetupLink()
  if (token === null) throw new Error('The data folder is not empty')
  const admin = personAt(url)
  await foundBy(admin, token)
  return {
    url,
    folder,
    admin,
    invite: async (login, name, role, seat) => {
      const { unit = null, official = null } = seat ?? {}
      const body = { login, name, roles: [role], unit, official }
      const { invitation } = await admin.call(createAccount, { body })
      const person = personAt(url)
      const invited = new URL(invitation, url).searchParams.get('token') ?? ''
      await person.submit('/accept-invitation', { token: invited, password, repeat: password })
      return person
    },
    [Symbol.asyncDispose]: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function foundBy(admin: HttpPerson, token: string): Promise<void> {
  const page = await admin.page(`/setup?token=${token}`)
  const fingerprint = /(?:[0-9A-F]{4} ){7}[0-9A-F]{4}/.exec(page)?.[0] ?? ''
  await admin.submit('/setup', {
    token,
    congress: '云岭县人民代表大会常务委员会',
    county: '云岭县',
    name: '办公室管理员',
    login: 'office',
    password,
    repeat: password,
    end: fingerprint.slice(-9),
  })
}
