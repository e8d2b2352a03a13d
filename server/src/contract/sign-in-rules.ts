/** How a congress lets its people in, as its security administrator sets it. */
import { adminModes } from '@luoshi/domain/people/admin-separation'
import { roles } from '@luoshi/domain/people/roles'
import * as z from 'zod/mini'
import { endpoint } from './kit.ts'

const someRoles = z.array(z.enum(roles)).check(z.maxLength(12))

export const signInRules = z.object({
  admins: z.enum(adminModes),
  smallOffice: z.int().check(z.minimum(0), z.maximum(100_000)),
  idleMinutes: z.int().check(z.minimum(5), z.maximum(60)),
  passwordDays: z.int().check(z.minimum(0), z.maximum(366)),
  dormantDays: z.int().check(z.minimum(0), z.maximum(730)),
  oneSession: z.boolean(),
  askedRoles: someRoles,
  forcedRoles: someRoles,
  version: z.int().check(z.minimum(0)),
})

/** `waits`: joining the administrators waits for another one of them. */
const shown = z.object({ rules: signInRules, accounts: z.int(), waits: z.optional(z.boolean()) })

export type RulesAnswer = z.infer<typeof shown>

export const getSignInRules = endpoint({
  method: 'GET',
  path: '/api/v1/sign-in-rules',
  summary: 'The rules of signing in, and how many accounts there are',
  command: 'SetSignInRules',
  answer: shown,
})

export const setSignInRules = endpoint({
  method: 'PUT',
  path: '/api/v1/sign-in-rules',
  summary: 'Set the rules of signing in',
  command: 'SetSignInRules',
  stepUp: true,
  body: signInRules,
  answer: shown,
})
