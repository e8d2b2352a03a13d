/**
 * A paper's identity: the hash of what it says, of the template that worded it, and of its kind. The Word file and the
 * PDF of one paper carry the same text of it, so both have the same hash and both can be checked without anybody.
 */
import { createHash } from 'node:crypto'
import { checkCodeOf, type CheckCode } from '@luoshi/domain/papers/check-code'
import { isPaperKind, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import type { PaperTemplate } from '@luoshi/domain/papers/template'
import type { OfficialPaper } from '../official/paper.ts'
import { bare, saidBy, type Piece } from './said-by.ts'

export type SealedPaper = Readonly<{
  hash: string
  code: CheckCode
  /** What was hashed, to the letter; it travels in the file. */
  truth: string
}>

const format = 'luoshi-paper/1'

export function sealPaper(
  kind: PaperKind,
  template: PaperTemplate,
  paper: OfficialPaper,
): SealedPaper {
  const says = saidBy(paper).map(([part, ...texts]) => [part, ...texts.map(bare)])
  // In the order of its keys, which is fixed here and nowhere else.
  const truth = JSON.stringify({ format, kind, template: hashOf(templateText(template)), says })
  const hash = hashOf(truth)
  return { hash, code: checkCodeOf(hash), truth }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function templateText({ head, number, title, opening, sections, closing }: PaperTemplate): string {
  const parts = sections.map(({ key, heading }) => [key, heading])
  return JSON.stringify([head, number, title, opening, parts, closing])
}

export type ReadTruth = Readonly<{ kind: PaperKind; says: readonly Piece[] }>

/** Null when it is not what {@link sealPaper} writes: it comes out of somebody's file. */
export function readTruth(text: string): ReadTruth | null {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return null
  if (!('format' in value) || value.format !== format || !('kind' in value)) return null
  const { kind } = value
  if (typeof kind !== 'string' || !isPaperKind(kind)) return null
  if (!('says' in value) || !Array.isArray(value.says)) return null
  const says: readonly unknown[] = value.says
  return says.every(isPiece) ? { kind, says } : null
}

function isPiece(value: unknown): value is Piece {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
