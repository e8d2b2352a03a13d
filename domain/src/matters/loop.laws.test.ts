/**
 * The laws of the loop, on histories that any people with any roles try in any order. The auditor below reads only the
 * log, never the states, so a wrong `evolve` cannot hide a broken law.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatterId } from '../kernel/ids.ts'
import { missingParts } from '../plans/plan.ts'
import { roles } from '../people/roles.ts'
import type { Actor } from '../people/rights.ts'
import { County, type Logged } from '../testing/county.ts'
import { inDays, steps } from '../testing/histories.ts'
import {
  byChairs,
  displeased,
  halfPleased,
  he,
  judge,
  liu,
  march1,
  pleased,
  roads,
  water,
  wholePlan,
} from '../testing/samples.ts'
import { axes } from '../verdicts/verdict.ts'
import type { MatterCommand } from './commands.ts'

const today = march1
const votes = fc.constantFrom(pleased, pleased, halfPleased, displeased)
const anyCast = fc.oneof(
  fc.constant(judge({})),
  fc.record({ measures: votes, timeliness: votes, quality: votes }).map((cast) => judge(cast)),
)
const plan = fc.constantFrom(
  wholePlan,
  { ...wholePlan, dueOn: inDays(10) },
  { ...wholePlan, task: '' },
  { measures: ['查'] },
)
const approval = fc.constantFrom(byChairs, { ...byChairs, body: 'workingCommittee' } as const, {
  ...byChairs,
  reference: '',
})

const orders: fc.Arbitrary<MatterCommand> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...steps.filter(({ type }) => type !== 'OpenMatter' && type !== 'JudgeMatter'),
    ),
  },
  {
    weight: 6,
    arbitrary: anyCast,
  },
  {
    weight: 2,
    arbitrary: plan.map(
      (one) => ({ type: 'SubmitPlan', plan: one, signedBy: '刘明远', today }) as const,
    ),
  },
  approval.map((one) => ({ type: 'CloseMatter', approval: one, today }) as const),
  approval.map(
    (one) =>
      ({ type: 'ExitMatter', exit: 'diverted', reason: '转信访', approval: one, today }) as const,
  ),
  fc.constantFrom<MatterCommand[]>(
    { type: 'AskReassignment', reason: '不归我管', today },
    { type: 'GrantReassignment', unit: roads, official: he, reason: '同意', today },
    { type: 'RefuseReassignment', reason: '归你管', today },
    { type: 'ReturnPlan', comments: '太空', today },
    { type: 'ReturnResult', comments: '答非所问', today },
    { type: 'LookBackAtMatter', outcome: 'relapsed', findings: '反弹', today },
    {
      type: 'MoveResponsibility',
      unit: roads,
      official: liu,
      cause: 'unitMerged',
      reason: '合并',
      today,
    },
    { type: 'CommitMatter', until: inDays(300), stages: '分期', approval: byChairs, today },
    { type: 'RedraftMatter', title: '改过的标题', unit: water, today },
  ),
)

const actors: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({ roles: [...roles], unit: water }) },
  { weight: 2, arbitrary: fc.constant({ roles: [...roles], unit: roads }) },
  fc.record({ roles: fc.subarray([...roles]), unit: fc.constantFrom(null, water, roads) }),
)

type Act =
  | Readonly<{ kind: 'raise'; actor: Actor; exit: boolean }>
  | Readonly<{ kind: 'split'; actor: Actor; which: number }>
  | Readonly<{ kind: 'merge'; actor: Actor; which: number; into: number }>
  | Readonly<{ kind: 'order'; actor: Actor; which: number; order: MatterCommand }>
  /** The usual way up to some step, so that long histories really get to closing, and stop just before. */
  | Readonly<{ kind: 'walk'; actor: Actor; which: number; upTo: number; cast: MatterCommand }>

const which = fc.nat({ max: 5 })
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('raise' as const),
      actor: actors,
      exit: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('split' as const), actor: actors, which }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      actor: actors,
      which,
      into: which,
    }),
  },
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('order' as const),
      actor: actors,
      which,
      order: orders,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('walk' as const),
      actor: actors,
      which,
      upTo: fc.oneof(fc.constant(steps.length), fc.integer({ min: 4, max: steps.length })),
      cast: anyCast,
    }),
  },
)

function live(tried: readonly Act[]): County {
  const county = new County()
  for (const act of tried) {
    const matters = [...county.matters.keys()]
    const opinions = [...county.opinions.keys()]
    const matter = (index: number): MatterId | undefined =>
      matters[index % Math.max(1, matters.length)]
    switch (act.kind) {
      case 'raise':
        county.raise(act.actor, '反映的问题', act.exit)
        break
      case 'split': {
        const opinion = opinions[act.which % Math.max(1, opinions.length)]
        if (opinion) county.split(act.actor, opinion, ['前半句', '后半句'])
        break
      }
      case 'merge': {
        const [id, into] = [matter(act.which), matter(act.into)]
        if (id && into)
          county.give(act.actor, id, {
            type: 'MergeMatter',
            into,
            reason: '同一件事',
            approval: byChairs,
            today,
          })
        break
      }
      case 'order': {
        const id = matter(act.which)
        if (id) county.give(act.actor, id, act.order)
        break
      }
      case 'walk': {
        const id = matter(act.which)
        for (const step of steps.slice(0, act.upTo)) {
          if (id) county.give(act.actor, id, step.type === 'JudgeMatter' ? act.cast : step)
        }
        break
      }
    }
  }
  return county
}

const histories = fc.array(acts, { minLength: 5, maxLength: 60, size: 'max' })
const runs = { numRuns: 400 }

/** Every event of a stream before a place in the log, newest first. */
const before = (log: readonly Logged[], stream: string, at: number) =>
  log
    .slice(0, at)
    .filter((one) => one.stream === stream)
    .map(({ event }) => event)
    .toReversed()

describe('whatever people try, in any order', () => {
  it('nothing is closed without a latest verdict that satisfied on every axis', () => {
    let closed = 0
    const law = fc.property(histories, (tried) => {
      const { log } = live(tried)
      log.forEach(({ stream, event }, at) => {
        if (event.type !== 'MatterClosed') return
        closed += 1
        const verdict = before(log, stream, at).find(
          ({ type }) => type === 'MatterJudged' || type === 'MatterReopened',
        )
        if (verdict?.type !== 'MatterJudged')
          throw new Error(`closed after ${verdict?.type ?? 'no verdict'}`)
        expect(axes.map((axis) => verdict[axis].result)).toEqual([
          'satisfied',
          'satisfied',
          'satisfied',
        ])
        expect(verdict.round).toBe(event.round)
      })
    })
    fc.assert(law, runs)
    expect(closed).toBeGreaterThan(20) // the law was really tried
  })

  it('no opinion is lost: every one not split has exactly one matter, or one exit with reason and approver', () => {
    let exits = 0
    const law = fc.property(histories, (tried) => {
      const { log } = live(tried)
      const split = new Set<string>()
      const exited = new Map<string, number>()
      const carriedBy = new Map<string, string>()
      for (const { stream, event } of log) {
        if (event.type === 'OpinionSplit') split.add(stream)
        if (event.type === 'MatterOpened' || event.type === 'MatterTookPart')
          carriedBy.set(stream, event.opinion)
        if (event.type === 'MatterExited') carriedBy.delete(stream)
        if (event.type === 'OpinionExited') {
          exits += 1
          exited.set(stream, (exited.get(stream) ?? 0) + 1)
          expect(event.words?.reason).not.toBe('')
          expect(event.approval.reference).not.toBe('')
        }
      }
      const raised = log
        .filter(({ event }) => event.type === 'OpinionRaised')
        .map(({ stream }) => stream)
      const unsplit = raised.filter((one) => !split.has(one))
      for (const one of unsplit) {
        const matters = [...carriedBy.values()].filter((opinion) => opinion === one).length
        expect(matters + (exited.get(one) ?? 0)).toBe(1)
      }
      expect(unsplit.length).toBe(carriedBy.size + exited.size)
    })
    fc.assert(law, runs)
    expect(exits).toBeGreaterThan(20)
  })

  it('no plan is accepted without its four fixed things', () => {
    let plans = 0
    const law = fc.property(histories, (tried) => {
      const { log } = live(tried)
      log.forEach(({ stream, event }, at) => {
        if (event.type !== 'PlanAccepted') return
        plans += 1
        const submitted = before(log, stream, at).find(({ type }) => type === 'PlanSubmitted')
        if (submitted?.type !== 'PlanSubmitted' || !submitted.words)
          throw new Error('accepted a plan nobody submitted')
        expect(missingParts(submitted.words.plan)).toEqual([])
      })
    })
    fc.assert(law, runs)
    expect(plans).toBeGreaterThan(20)
  })

  it('rounds count up by one and never run out', () => {
    let longest = 0
    const law = fc.property(histories, (tried) => {
      for (const matter of live(tried).matters.values()) {
        if (matter.status === 'none') continue
        expect(matter.rounds.map(({ number }) => number)).toEqual(
          matter.rounds.map((_, index) => index + 1),
        )
        longest = Math.max(longest, matter.rounds.length)
      }
    })
    fc.assert(law, runs)
    expect(longest).toBeGreaterThan(2)
  })

  it('merged matters follow a lead that exists, without circles', () => {
    const law = fc.property(histories, (tried) => {
      const { matters } = live(tried)
      for (const start of matters.values()) {
        let lead = start
        for (let hops = 0; lead.status !== 'none' && lead.mergedInto !== null; hops += 1) {
          expect(hops).toBeLessThan(matters.size)
          const next = matters.get(lead.mergedInto)
          if (!next) throw new Error('merged into nothing')
          lead = next
        }
      }
    })
    fc.assert(law, runs)
  })
})
