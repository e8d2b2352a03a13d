/**
 * The law of rights: no event in the log whose actor had not the right at that moment. Computed anew from the rights
 * table, the directory, the roster, the delegations and the recusals as they stood before the commit; of the code that
 * decides, nothing is used but the table itself.
 */
import { inPersonCommands } from '@luoshi/domain/people/delegation'
import { isCommandType, rights, type CommandType } from '@luoshi/domain/people/rights'
import { isRole } from '@luoshi/domain/people/roles'
import { commandsOf, ofPeople, ofThePublic } from './commands-of-events.ts'
import { textIn, type Account, type History, type Logged, type Row } from './history.ts'

type Standing = Readonly<{ roles: readonly string[]; unit: string | null; official: string | null }>

const administrators = ['admin', 'securityAdmin', 'auditAdmin']
/** Laid down by a recusal: those of the committee's side. */
const recusable = ['clerk', 'chairs', 'member', 'team', 'deputy']

/** Where somebody acted just before a commit: by the post, by the roster, else by what the account was given. */
function standingOf(
  history: History,
  { id, roles, unit, official }: Account,
  seq: number,
): Standing {
  const known = history.allAt('person', seq).filter(({ account }) => account === id)
  const serving = known.filter(({ status }) => status !== 'left')
  if (known.length > 0 && serving.length === 0)
    return { roles: roles.filter((role) => administrators.includes(role)), unit: null, official }
  const post = official === null ? undefined : history.rowAt(official, seq)
  const listed = serving.find(({ capacity }) => capacity === 'unitStaff')?.unit ?? null
  const place = official === null ? (listed ?? unit) : post?.status === 'inPost' ? post.unit : null
  const stands = place !== null && history.rowAt(place, seq)?.status === 'active'
  return { roles, unit: stands ? place : null, official }
}

type Acting = Readonly<{ standing: Standing; people: readonly string[]; isDeputy: boolean }>

function actingAt(history: History, { actor, at, facts, first }: Logged): Acting | string {
  const account = history.accounts.get(actor)
  if (!account) return 'nobody of that name'
  const own = standingOf(history, account, first - 1)
  const absent = textIn(facts, 'onBehalfOf')
  if (absent === null) return { standing: own, people: [actor], isDeputy: false }
  const giver = history.accounts.get(absent)
  const moment = new Date(at)
  const lent = history.lent.filter(
    (one) =>
      one.delegator === absent &&
      one.deputy === actor &&
      one.starts_at <= moment &&
      one.ends_at > moment &&
      (one.ended_at === null || one.ended_at > moment),
  )
  if (!giver || lent.length === 0) return 'nothing was lent'
  const theirs = standingOf(history, giver, first - 1)
  if (theirs.unit !== own.unit) return 'the deputy is of another unit'
  const roles = theirs.roles.filter((role) => lent.some((one) => one.roles.includes(role)))
  return { standing: { ...theirs, roles }, people: [actor, absent], isDeputy: true }
}

function isRecused(history: History, people: readonly string[], appraisal: string, seq: number) {
  return history
    .allAt('recusal', seq)
    .filter((one) => one.status === 'standing' && one.appraisal === appraisal)
    .some(({ account, parent }) => {
      const person = parent === null ? undefined : history.rowAt(parent, seq)
      const named = [account, person?.account].filter((one) => typeof one === 'string')
      return named.some((one) => people.includes(one))
    })
}

/** Whose business the thing was before the commit; what is only now begun, as it was after it. */
function thingOf(history: History, { stream, first, last }: Logged): Row | undefined {
  return history.rowAt(stream, first - 1) ?? history.rowAt(stream, last)
}

function answering(thing: Row | undefined): readonly string[] {
  if (!thing || (thing.kind === 'matter' && thing.round === 0)) return []
  return thing.unit === null ? thing.units : [...thing.units, thing.unit]
}

/** Why an event should not be there, or null. */
function fault(history: History, event: Logged, moved: ReadonlySet<number>): string | null {
  if (ofThePublic.has(event.type)) return event.actor === 'public' ? null : 'not of the public'
  const commands = commandsOf[event.type]
  if (!commands) return 'an event that the auditor does not know'
  const acting = actingAt(history, event)
  if (typeof acting === 'string') return acting
  const thing = thingOf(history, event)
  const recused =
    thing?.appraisal != null && isRecused(history, acting.people, thing.appraisal, event.first - 1)
  const leaves = event.type === 'HandOverSigned' && event.facts['as'] === 'leaver'
  const isLeaver = leaves && acting.standing.official === thing?.leaver
  const can = (command: CommandType) =>
    isCommandType(command) &&
    !(acting.isDeputy && inPersonCommands.has(command)) &&
    (!ofPeople.has(command) || moved.has(event.first)) &&
    acting.standing.roles.filter(isRole).some((role) => {
      const relation = rights[command][role]
      if (relation === undefined) return false
      if (recused && recusable.includes(role) && !ofPeople.has(command)) return false
      const { unit } = acting.standing
      return relation === 'any' || isLeaver || (unit !== null && answering(thing).includes(unit))
    })
  return commands.some(can) ? null : `no right to any of ${commands.join(', ')}`
}

/** @returns What no right stood behind, and how many events were looked at. */
export function auditRights(history: History, from: number) {
  const moved = new Set(
    history.log.filter(({ type }) => type === 'HandOverDrawn').map(({ first }) => first),
  )
  const looked = history.log.filter(({ seq }) => seq > from)
  const wrong = looked.flatMap((event) => {
    const why = fault(history, event, moved)
    return why === null ? [] : [`${event.seq} ${event.type} by ${event.actor}: ${why}`]
  })
  return { wrong, looked: looked.length }
}
