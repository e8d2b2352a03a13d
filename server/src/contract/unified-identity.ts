/** The province's unified identity (OpenID Connect), as the security administrator configures it. No secret passes here. */
import * as z from 'zod/mini'
import { endpoint } from './kit.ts'

const short = (most: number) => z.string().check(z.maxLength(most))

const provider = z.object({
  label: short(40),
  issuer: short(300),
  clientId: short(200),
  secretFrom: short(80),
  loginClaim: short(80),
  enabled: z.boolean(),
  version: z.int().check(z.minimum(0)),
})

export type UnifiedIdentity = z.infer<typeof provider>

const shown = z.object({ provider: z.nullable(provider), secretThere: z.boolean() })

export const getUnifiedIdentity = endpoint({
  method: 'GET',
  path: '/api/v1/unified-identity',
  summary: 'The provider that people may sign in at, and whether its secret is in its place',
  command: 'SetSignInRules',
  answer: shown,
})

export const setUnifiedIdentity = endpoint({
  method: 'PUT',
  path: '/api/v1/unified-identity',
  summary: 'Configure the provider; the secret itself stays in the environment or in a file',
  command: 'SetSignInRules',
  body: provider,
  answer: shown,
})
