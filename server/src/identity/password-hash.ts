/**
 * Passwords as argon2id (RFC 9106), written as a PHC string, so that every hash says how it was made and the cost can
 * grow from year to year. Source: OWASP Password Storage (at least 19 MiB, two passes, one lane); ASVS 5.0 11.4.2.
 */
import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Random } from './secret-token.ts'

/** `memory` in KiB. */
export type HashCost = Readonly<{ memory: number; passes: number }>

/** About 0.15 s on a small office server. */
export const hashCost: HashCost = { memory: 32_768, passes: 2 }

const derive = promisify(argon2)

export async function hashPassword(password: string, cost: HashCost, random: Random) {
  const salt = random(16)
  const tag = await tagOf(password, salt, cost)
  return written(cost, salt, tag)
}

/**
 * @throws when `kept` is no hash of ours: that is a damaged database and not a wrong password.
 */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const { cost, salt, tag } = parse(kept)
  return timingSafeEqual(await tagOf(password, salt, cost), tag)
}

/** Whether a hash was made cheaper than today's rule asks. */
export function isOutgrown(kept: string, cost: HashCost): boolean {
  const made = parse(kept).cost
  return made.memory < cost.memory || made.passes < cost.passes
}

/** A hash that no password has: work for attempts on accounts that do not exist. Chance itself is its tag. */
export function unusableHash(cost: HashCost, random: Random): string {
  return written(cost, random(16), random(32))
}

function tagOf(password: string, nonce: Buffer, { memory, passes }: HashCost): Promise<Buffer> {
  const message = Buffer.from(password)
  return derive('argon2id', { message, nonce, parallelism: 1, tagLength: 32, memory, passes })
}

function parse(kept: string): Readonly<{ cost: HashCost; salt: Buffer; tag: Buffer }> {
  const shape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/.exec(kept)
  const [, memory, passes, salt, tag] = shape ?? []
  if (salt === undefined || tag === undefined) throw new Error('Not an argon2id hash of ours')
  return {
    cost: { memory: Number(memory), passes: Number(passes) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function written({ memory, passes }: HashCost, salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${base64(salt)}$${base64(tag)}`
}

/** PHC strings carry base64 without padding. */
function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
