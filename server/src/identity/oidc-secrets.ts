/**
 * Where the secret of a provider is: a variable of the environment that begins with LUOSHI_OIDC_, or a file in the
 * folder for secrets. Whoever configures a provider names a place and never sees the secret; nor can they make the
 * server send another file or variable anywhere, because no other can be named. Source: OWASP ASVS 5.0 13.3.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type OidcSecrets = (from: string) => Promise<string | null>

const inEnvironment = /^env:(LUOSHI_OIDC_[A-Z0-9_]{1,40})$/
const inFile = /^file:([a-z0-9][a-z0-9._-]{0,60})$/

export function isSecretPlace(from: string): boolean {
  return inEnvironment.test(from) || inFile.test(from)
}

/** `null` when there is nothing at that place. */
export function oidcSecretsIn(folder: string, environment: NodeJS.ProcessEnv): OidcSecrets {
  return async (from) => {
    const variable = inEnvironment.exec(from)?.[1]
    if (variable !== undefined) return filled(environment[variable] ?? '')
    const file = inFile.exec(from)?.[1]
    if (file === undefined) return null
    return filled(await readFile(join(folder, file), 'utf8').catch(() => ''))
  }
}

function filled(raw: string): string | null {
  const secret = raw.trim()
  return secret === '' ? null : secret
}
