/**
 * A county in memory for laws: several opinions and matters, people with roles, every command through the rights table
 * and the deciders, every event kept in one log. It joins opinions and matters as the server's one commit does.
 */
import { idOf, type MatterId, type OpinionId } from '../kernel/ids.ts'
import type { MatterCommand } from '../matters/commands.ts'
import type { MatterEvent } from '../matters/events.ts'
import { matterDecider } from '../matters/matter-decider.ts'
import type { Matter } from '../matters/matter.ts'
import type { OpinionEvent, Opinion } from '../opinions/opinion.ts'
import { opinionDecider, type OpinionCommand } from '../opinions/opinion-decider.ts'
import { may, type Actor } from '../people/rights.ts'
import { appraisal, march1, policy } from './samples.ts'

export type Logged = Readonly<{ stream: string; event: MatterEvent | OpinionEvent }>

const opinions = opinionDecider(policy)
const nobodyYet: Matter = { status: 'none' }
const notRaised: Opinion = { status: 'none' }

export class County {
  readonly log: Logged[] = []
  readonly matters = new Map<MatterId, Matter>()
  readonly opinions = new Map<OpinionId, Opinion>()
  #next = 0

  raise(
    actor: Actor,
    text: string,
    exit: boolean,
    partOf: OpinionId | null = null,
  ): OpinionId | null {
    if (!may(actor, 'RaiseOpinion', null)) return null
    this.#next += 1
    const opinion = idOf('opinion', `opinion_${String(this.#next).padStart(6, '0')}`)
    const matter = idOf('matter', `matter_${String(this.#next).padStart(6, '0')}`)
    const facts = {
      appraisal,
      channel: 'forum',
      raiserKind: 'public',
      receivedOn: march1,
      phase: 'during',
      source: null,
    } as const
    const carried = exit ? null : matter
    const raising = {
      type: 'RaiseOpinion',
      opinion,
      matter: carried,
      text,
      raiser: '',
      partOf,
      today: march1,
      ...facts,
    } as const
    if (!this.#tell(opinion, raising)) return null
    if (exit) {
      const approval = { body: 'chairs', on: march1, reference: '第12次主任会议' } as const
      this.#tell(opinion, {
        type: 'ExitOpinion',
        exit: 'answeredOnTheSpot',
        reason: '当场答复',
        approval,
        today: march1,
      })
    } else {
      const opening = {
        type: 'OpenMatter',
        opinion,
        appraisal,
        phase: 'during',
        unit: null,
        title: text,
        text,
      } as const
      this.#order(matter, { ...opening, today: march1 })
    }
    return opinion
  }

  give(actor: Actor, id: MatterId, command: MatterCommand): boolean {
    const matter = this.matters.get(id) ?? nobodyYet
    const unit = matter.status === 'none' ? null : matter.unit
    if (!may(actor, command.type, unit)) return false
    if (command.type === 'OpenMatter' || command.type === 'TakePart') return false // only together with an opinion
    if (command.type === 'MergeMatter' && !this.#canLead(id, command.into)) return false
    if (!this.#order(id, command)) return false
    if (command.type === 'ExitMatter' && matter.status !== 'none') {
      const { exit, reason, approval, today } = command
      this.#tell(matter.opinion, { type: 'ExitOpinion', exit, reason, approval, today })
    }
    return true
  }

  split(actor: Actor, id: OpinionId, texts: readonly string[]): boolean {
    const opinion = this.opinions.get(id)
    if (opinion?.status !== 'answerable' || texts.length < 2) return false
    const carrier = this.matters.get(opinion.matter)
    if (carrier?.status !== 'drafted' || !may(actor, 'SplitOpinion', carrier.unit)) return false
    this.#next += 1
    const first = idOf('opinion', `opinion_${String(this.#next).padStart(6, '0')}`)
    const { channel, raiserKind, receivedOn, phase, source } = opinion
    const facts = { appraisal, channel, raiserKind, receivedOn, phase, source, partOf: id }
    const text = texts[0] ?? ''
    this.#tell(first, {
      type: 'RaiseOpinion',
      opinion: first,
      matter: opinion.matter,
      text,
      raiser: '',
      today: march1,
      ...facts,
    })
    this.#order(opinion.matter, {
      type: 'TakePart',
      opinion: first,
      title: text,
      text,
      today: march1,
    })
    const others = texts.slice(1).flatMap((part) => this.raise(actor, part, false, id) ?? [])
    return this.#tell(id, {
      type: 'SplitOpinion',
      parts: [first, ...others],
      reason: '',
      today: march1,
    })
  }

  #canLead(id: MatterId, into: MatterId): boolean {
    let lead: MatterId | null = into
    while (lead !== null) {
      if (lead === id) return false
      const matter: Matter | undefined = this.matters.get(lead)
      if (!matter || matter.status === 'none' || matter.status === 'exited') return false
      lead = matter.mergedInto
    }
    return true
  }

  #order(id: MatterId, command: MatterCommand): boolean {
    const decider = matterDecider(id, policy)
    const before = this.matters.get(id) ?? decider.initial
    const outcome = decider.decide(before, command)
    if (!outcome.ok) return false
    this.log.push(...outcome.value.map((event) => ({ stream: id, event })))
    this.matters.set(id, outcome.value.reduce(decider.evolve, before))
    return true
  }

  #tell(id: OpinionId, command: OpinionCommand): boolean {
    const before = this.opinions.get(id) ?? notRaised
    const outcome = opinions.decide(before, command)
    if (!outcome.ok) return false
    this.log.push(...outcome.value.map((event) => ({ stream: id, event })))
    this.opinions.set(id, outcome.value.reduce(opinions.evolve, before))
    return true
  }
}
