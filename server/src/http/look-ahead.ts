/**
 * Which requests say by their address what they will need first, and the one question that brings it together with the
 * session. Every other request asks for its session alone.
 */
import { isId } from '@luoshi/domain/kernel/ids'
import type { Context } from 'hono'
import type { Ahead, AheadAsked } from '../execute/ahead.ts'
import type { Identity } from '../identity/identity.ts'
import type { LiveSession } from '../identity/sessions.ts'
import { jsonOf } from './mount.ts'

export type Entered = Readonly<{ session: LiveSession; ahead: Ahead | null }>

export async function enterWithLook(
  identity: Identity,
  token: string | null,
  c: Context,
): Promise<Entered | null> {
  const asked = token === null ? null : await aheadAsked(c)
  if (asked === null) {
    const session = await identity.sessionOf(token)
    return session && { session, ahead: null }
  }
  const seen = await identity.sessionAnd(token, asked)
  return seen && { session: seen.session, ahead: { ...asked, found: seen.found } }
}

const ofMatter = /^\/api\/v1\/matters\/(matter_[a-z0-9]+)(\/[a-z-]+)?$/

/** A page as of a past moment needs other things, and asks for them itself. */
async function aheadAsked(c: Context): Promise<AheadAsked | null> {
  const { method, path } = c.req
  if (method === 'POST' && path === '/api/v1/opinions') return raisingAsked(c)
  const [, which = '', step] = ofMatter.exec(path) ?? []
  if (!isId('matter', which)) return null
  if (method === 'POST' && step !== undefined) return { wanted: 'step', which, also: null }
  return method === 'GET' && step === undefined && c.req.query('asOf') === undefined
    ? { wanted: 'matter', which, also: null }
    : null
}

/** Looks only for the two ids; whether the rest is right, the contract says when its turn comes. */
async function raisingAsked(c: Context): Promise<AheadAsked | null> {
  const sent = await jsonOf(c)
  const appraisal = textAt(sent.ok ? sent.value : null, 'appraisal')
  if (appraisal === null || !isId('appraisal', appraisal)) return null
  const unit = textAt(sent.ok ? fieldAt(sent.value, 'disposition') : null, 'unit')
  const also = unit !== null && isId('unit', unit) ? unit : null
  return { wanted: 'raising', which: appraisal, also }
}

function fieldAt(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return null
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function textAt(value: unknown, name: string): string | null {
  const found = fieldAt(value, name)
  return typeof found === 'string' ? found : null
}
