/** What waits of a year's plan, of drawings by lot, of sessions and of hand-overs. */
import { arm, holds, type Arm } from './paper-arm.ts'

/** A plan of a year gone by is history: what it left out is in the rotation. */
const isOfNow = `on_day >= date_trunc('year', $5::timestamp)`
const lotUnsealed = `lot -> 'commitment' = 'null' and not (lot ->> 'isLeftOut')::boolean`
const lotUnopened = `lot -> 'opened' = 'null' and not (lot ->> 'isLeftOut')::boolean`

export const planningArms: readonly Arm[] = [
  arm(
    'RecordPartyConsent',
    'yearPlan',
    `'yearplan'`,
    `status = 'drafting' and doc -> 'subjects' <> '[]' and doc -> 'party' = 'null'`,
    ['记录县委意见', 'Record the Party committee’s consent'],
  ),
  arm(
    'AdoptYearPlan',
    'yearPlan',
    `'yearplan'`,
    `status = 'drafting' and doc -> 'party' <> 'null'`,
    ['记录主任会议通过', 'Record that the chairs adopted it'],
  ),
  arm(
    'PublishYearPlan',
    'yearPlan',
    `'yearplan'`,
    `status = 'adopted' and ${isOfNow} and doc -> 'publishedOn' = 'null'`,
    ['公布年度计划', 'Publish the plan'],
  ),
  arm(
    'OpenAppraisal',
    'yearPlan',
    `'yearplan'`,
    `status = 'adopted' and ${isOfNow} and ${holds('subjects', 'one', `one -> 'appraisal' = 'null' and not (one ->> 'isWithdrawn')::boolean`)}`,
    ['计划中的对象还没有立项', 'Subjects of the plan are not opened yet'],
  ),
  arm(
    'SealLot',
    'drawing',
    `'drawing'`,
    `status = 'committing' and ${holds('participants', 'lot', `lot ->> 'name' = $4 and ${lotUnsealed}`)}`,
    ['抽签：封存您的数', 'Seal your lot'],
  ),
  arm(
    'OpenLot',
    'drawing',
    `'drawing'`,
    `status = 'revealing' and ${holds('participants', 'lot', `lot ->> 'name' = $4 and ${lotUnopened}`)}`,
    ['抽签：公开您的数', 'Open your lot'],
  ),
  arm('DecideDrawing', 'drawing', `'drawing'`, `status in ('committing', 'revealing')`, [
    '抽签还没有抽完',
    'A drawing is not finished',
  ]),
  arm('HoldSession', 'session', `'session'`, `status = 'planned' and on_day < $5`, [
    '会期已过，登记召开、改期或者取消',
    'Its day has passed: held, moved or cancelled?',
  ]),
  arm(
    'NameSuccessor',
    'handOver',
    `'handover'`,
    `doc ->> 'caretaker' = 'true' and doc -> 'followedBy' = 'null'`,
    ['确定接任人员', 'Name the successor'],
  ),
]
