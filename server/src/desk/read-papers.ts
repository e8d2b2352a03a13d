/**
 * Papers and records that wait for a person: to sign for, to answer, to enter, to announce, to look at, to read. One arm
 * for each, of those the person may do; all arms are one question to the database.
 */
import { isDay } from '@luoshi/domain/kernel/day'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import type { DeskTask } from '../contract/desk.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Principal } from '../identity/principal.ts'
import { isAnsweredByUnit } from '../supervision/answering-for.ts'

type Arm = Readonly<{
  command: CommandType
  kind: DeskTask['kind']
  /** Kinds of records, quoted. */
  records: string
  where: string
  label: DeskTask['label']
}>

const most = 30

/** `$2` is the unit and `$3` the account of the one who asks. */
const arms: readonly Arm[] = [
  {
    command: 'SignNotice',
    kind: 'notice',
    records: `'notice'`,
    where: `status = 'issued' and unit = $2`,
    label: { zh: '签收督办文书', en: 'Sign for a paper' },
  },
  {
    command: 'AnswerNotice',
    kind: 'notice',
    records: `'notice'`,
    where: `status = 'received' and unit = $2`,
    label: { zh: '报告督办文书办理情况', en: 'Answer a paper' },
  },
  {
    command: 'AnswerConsequence',
    kind: 'measure',
    records: `'consequence'`,
    where: `status = 'decided' and ${isAnsweredByUnit} and doc ->> 'step' not in ('dismissal', 'removal')`,
    label: { zh: '答复监督措施', en: 'Answer a measure' },
  },
  {
    command: 'AnswerDefence',
    kind: 'defence',
    records: `'defence'`,
    where: `status = 'filed'`,
    label: { zh: '答复书面申辩', en: 'Answer a written defence' },
  },
  {
    command: 'EnterBallot',
    kind: 'ballot',
    records: `'ballot'`,
    where: `doc -> 'source' ->> 'type' = 'countedElsewhere' and (status in ('open', 'differs')
      or status = 'entered' and doc -> 'entered' -> 0 ->> 'by' <> $3)`,
    label: { zh: '录入计票结果', en: 'Enter a count' },
  },
  {
    command: 'DecideSurplus',
    kind: 'ballot',
    records: `'ballot'`,
    where: `status = 'surplus'`,
    label: { zh: '登记对多出票的决定', en: 'Record what the chair decides of surplus forms' },
  },
  {
    command: 'AnnounceBallot',
    kind: 'ballot',
    records: `'ballot'`,
    where: `status = 'counted' and coalesce(doc -> 'source' ->> 'rehearsal', '') <> 'true'`,
    label: { zh: '宣布测评结果', en: 'Announce a ballot' },
  },
  {
    command: 'SignInquiryReport',
    kind: 'inquiryReport',
    records: `'inquiryreport'`,
    where: `status = 'draft' and exists (select from jsonb_array_elements(doc -> 'signatories')
      with ordinality who (one, nth) where one ->> 'account' = $3
        and not exists (select from jsonb_array_elements(doc -> 'signatures') given
          where (given ->> 'place')::int = nth - 1))`,
    label: { zh: '签署调查报告', en: 'Sign the investigation report' },
  },
  {
    command: 'SubmitInquiryReport',
    kind: 'inquiryReport',
    records: `'inquiryreport'`,
    where: `status = 'signed'`,
    label: { zh: '将调查报告提请主任会议', en: 'Put the investigation report before the chairs' },
  },
  {
    command: 'RecordSampleTask',
    kind: 'sample',
    records: `'lookback', 'spotcheck'`,
    where: `status = 'drawn' and exists (select from jsonb_array_elements(doc -> 'tasks') task
      where task -> 'result' = 'null')`,
    label: { zh: '登记回头看、抽查情况', en: 'Record look-backs and spot checks' },
  },
  {
    command: 'ReadVoices',
    kind: 'voices',
    records: `'voice'`,
    where: `status = 'received'`,
    label: { zh: '处理群众来言', en: 'Deal with voices of the public' },
  },
]

type Found = {
  arm: number
  id: string
  parent: string | null
  title: string
  appraisal: string | null
  about: string | null
  due: string | null
}

export async function readPapers(db: CongressDb, by: Principal): Promise<DeskTask[]> {
  const asked = arms.flatMap(({ command, kind, records, where }, arm) =>
    may(by, command, by.unit)
      ? // Voices are dealt with together: one line for all that wait in an appraisal.
        `select ${arm} as arm, min(id) as id, min(parent) as parent, min(title) as title, appraisal, min(due) as due
          from luoshi.record_view where congress = $1 and to_seq is null and kind in (${records})
            and ${where} group by appraisal${kind === 'voices' ? '' : ', id'}`
      : [],
  )
  if (asked.length === 0) return []
  const rows = await db.rows<Found>(by.congress, {
    text: `with who as (select $2::text as unit, $3::text as account)
      select p.arm, p.id, p.parent, p.title, p.appraisal, p.due::text as due, a.title as about
      from (${asked.join(' union all ')}) p
      cross join who
      left join luoshi.appraisal_view a
        on a.congress = $1 and a.id = p.appraisal and a.to_seq is null
      order by p.due nulls last, p.id limit ${most}`,
    values: [by.congress, by.unit, by.account],
  })
  return rows.flatMap(({ arm, id, parent, title, appraisal, about, due }): DeskTask[] => {
    const one = arms[arm]
    if (!one) return []
    const { kind, label } = one
    const inAppraisal = kind === 'voices' || kind === 'inquiryReport'
    const where = inAppraisal ? (appraisal ?? id) : kind === 'defence' ? (parent ?? id) : id
    const day = due !== null && isDay(due) ? due : null
    return [{ kind, id: where, label, title: about ?? title, due: day }]
  })
}
