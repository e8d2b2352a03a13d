/** A real OpenID provider on this machine, for tests: it has people who sign in with anything as their password. */
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

export type Province = AsyncDisposable &
  Readonly<{
    issuer: string
    /** Signs somebody in there as a browser would; answers the address that it is sent back to. */
    signInAs: (authorize: URL, subject: string) => Promise<URL>
  }>

/** `logins`: the name each subject bears there; may be changed while it runs. */
export async function province(
  client: Readonly<{ id: string; secret: string; redirect: string }>,
  logins: ReadonlyMap<string, string>,
): Promise<Province> {
  const listening = createServer()
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  const issuer = `http://127.0.0.1:${address.port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirect],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, preferred_username: logins.get(sub) ?? sub }),
    }),
  })
  listening.on('request', (request, response) => void provider.callback()(request, response))
  return {
    issuer,
    signInAs: (authorize, subject) => signInAs(issuer, authorize, subject),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        listening.closeAllConnections()
        listening.close(() => resolve())
      }),
  }
}

/** The login form and the consent form of the provider, until it sends the browser away from itself. */
async function signInAs(issuer: string, authorize: URL, subject: string): Promise<URL> {
  const jar = new Map<string, string>()
  let here = authorize
  let form: URLSearchParams | null = null
  for (let hop = 0; hop < 20; hop += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer: Response = await fetch(here, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === null ? {} : { method: 'POST', body: form }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location !== null) {
      here = new URL(location, here)
      form = null
      if (here.origin !== issuer) return here
      continue
    }
    const page = await answer.text()
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
    if (prompt === undefined) throw new Error(`The provider says: ${page.slice(0, 500)}`)
    form = new URLSearchParams({ prompt, login: subject, password: 'any' })
  }
  throw new Error('The provider never lets go')
}
