/**
 * Rule: who signs a hand-over list. By account each signs for himself only: the leaver's and the successor's own accounts,
 * and somebody of the committee as witness. On paper the clerk records who signed, with the scanned paper. Nobody signs
 * twice, in whatever role: a witness who is a party witnesses nothing.
 * Source: `hand-over-list.ts`; domain.md §4 (the clerk keeps records, she does not sign for others).
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { AccountId, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { EvidenceFacts } from '../matters/events.ts'
import type { HandOver, HandOverEvent, KnownHandOver, Side, SignerRole } from './hand-over-list.ts'
import type { Role } from './roles.ts'

export type Signer = Readonly<{
  account: AccountId
  name: string
  roles: readonly Role[]
  unit: UnitId | null
  official: OfficialId | null
}>

export type Signing = Readonly<{
  as: SignerRole
  /** Null: by the account of the one who signs. */
  paper: Readonly<{ name: string; on: Day; scan: readonly EvidenceFacts[] }> | null
}>

export type SigningRefusal = ByCode<{
  'hand-over-missing': Nothing
  'hand-over-signed-already': Nothing
  'hand-over-not-yours': Nothing
  'hand-over-one-signs-once': Nothing
  'hand-over-paper-by-clerk': Nothing
  'hand-over-scan-missing': Nothing
  'hand-over-signer-missing': Nothing
  'hand-over-signed-too-early': Nothing
}>

type Ruling = Result<readonly HandOverEvent[], SigningRefusal>

export function signHandOver(list: HandOver, by: Signer, asked: Signing, today: Day): Ruling {
  if (list.status === 'none') return refuse({ code: 'hand-over-missing' })
  if (list.signatures.some((one) => one.as === asked.as))
    return refuse({ code: 'hand-over-signed-already' })
  return asked.paper === null
    ? byAccount(list, by, asked.as, today)
    : onPaper(list, by, asked.as, asked.paper, today)
}

function byAccount(list: KnownHandOver, by: Signer, as: SignerRole, today: Day): Ruling {
  if (list.signatures.some(({ account }) => account === by.account))
    return refuse({ code: 'hand-over-one-signs-once' })
  if (!signersOf(list, by).includes(as)) return refuse({ code: 'hand-over-not-yours' })
  const facts = { as, on: today, account: by.account, paper: [] }
  return accept([{ type: 'HandOverSigned', ...facts, words: { name: by.name } }])
}

function onPaper(
  list: KnownHandOver,
  by: Signer,
  as: SignerRole,
  { name, on, scan }: NonNullable<Signing['paper']>,
  today: Day,
): Ruling {
  if (!by.roles.includes('clerk')) return refuse({ code: 'hand-over-paper-by-clerk' })
  if (name.trim() === '') return refuse({ code: 'hand-over-signer-missing' })
  if (scan.length === 0) return refuse({ code: 'hand-over-scan-missing' })
  if (on < list.on || on > today) return refuse({ code: 'hand-over-signed-too-early' })
  const facts = { as, on, account: null, paper: scan }
  return accept([{ type: 'HandOverSigned', ...facts, words: { name: name.trim() } }])
}

const committees: readonly Role[] = ['clerk', 'chairs', 'member']

/** As what an account may sign this list. */
export function signersOf(list: KnownHandOver, by: Signer): readonly SignerRole[] {
  const atChange = list.cause === 'termChanged'
  const committee = by.roles.some((role) => committees.includes(role))
  const leaver = atChange ? committee : isOf(list.from, by)
  const successor = atChange ? committee : isOf(list.to, by)
  return [
    ...(leaver ? (['leaver'] as const) : []),
    ...(successor ? (['successor'] as const) : []),
    ...(committee ? (['witness'] as const) : []),
  ]
}

/** The official himself; for a side that names no official, an official of that unit. */
function isOf({ unit, official }: Side, by: Signer): boolean {
  if (!by.roles.includes('official')) return false
  return official === null ? unit !== null && by.unit === unit : by.official === official
}

export function explainSigning(refusal: SigningRefusal): Bilingual {
  switch (refusal.code) {
    case 'hand-over-missing':
      return bilingual('没有这份移交清单。', '请从列表进入。', 'No such list.', 'Go by the list.')
    case 'hand-over-signed-already':
      return bilingual(
        '这一栏已经签署。',
        '请刷新查看。',
        'This line is signed already.',
        'Reload.',
      )
    case 'hand-over-not-yours':
      return bilingual(
        '这一栏不由您签署。',
        '移交人、接收人各用本人账号签署；没有账号的，在纸面签字后由经办人上传扫描件。',
        'This line is not yours to sign.',
        'Each side signs with its own account, or on paper that the clerk uploads.',
      )
    case 'hand-over-one-signs-once':
      return bilingual(
        '您已经在这份清单上签署，不能再以另一身份签署。',
        '请由另一个人签署这一栏。',
        'You have signed this list; nobody signs twice.',
        'Let somebody else sign this line.',
      )
    case 'hand-over-paper-by-clerk':
      return bilingual(
        '纸面签字由工委经办人登记。',
        '请把签好的清单交给经办人。',
        'The clerk records signatures on paper.',
        'Give the signed list to the clerk.',
      )
    case 'hand-over-scan-missing':
      return bilingual(
        '没有上传签字的扫描件。',
        '请上传签好字的移交清单。',
        'The scan of the signed paper is missing.',
        'Upload it.',
      )
    case 'hand-over-signer-missing':
      return bilingual(
        '没有填写签字人姓名。',
        '请按纸面填写。',
        'The name of the signer is missing.',
        'Give it as on paper.',
      )
    case 'hand-over-signed-too-early':
      return bilingual(
        '签字日期早于移交日期，或者晚于今天。',
        '请按纸面核对日期。',
        'The day of signing is before the hand-over, or in the future.',
        'Check it against the paper.',
      )
  }
}
