/** The operations that write: an opinion with its matter, the way to a unit, an entry of progress. */
import { randomBytes } from 'node:crypto'
import type { Flow } from '../load/job.ts'
import { said } from '../data/said.ts'
import { times, type Operation } from './operation.ts'
import type { Scene } from './scene.ts'

export function writeOperations(scene: Scene): readonly Operation[] {
  const { scale } = scene
  const raised = raisings(scene)
  const handed = handOvers(scene)
  const writes = { as: 'clerk', differ: () => null } as const
  return [
    {
      id: 'W1',
      name: 'raise an opinion with its matter: one command, two streams',
      target: { cpuMs: 1.3, wallMs: null },
      concurrency: 8,
      count: Math.ceil(120 * scale),
      ...writes,
      ...raised,
    },
    {
      id: 'W1h',
      name: 'raise, approve, hand over: three commands',
      target: { cpuMs: 3.9, wallMs: null },
      concurrency: 8,
      count: Math.ceil(48 * scale),
      ...writes,
      ...handed,
    },
    {
      id: 'W2',
      name: 'one entry of progress on a matter',
      target: { cpuMs: 1.3, wallMs: null },
      concurrency: 8,
      count: Math.ceil(120 * scale),
      ...writes,
      as: 'staff',
      ...progress(scene),
    },
    {
      id: 'W3',
      name: 'one command alone, c=1, p50',
      target: { cpuMs: null, wallMs: 2 },
      concurrency: 1,
      count: Math.ceil(30 * scale),
      ...writes,
      ...raised,
    },
  ]
}

type Sides = Pick<Operation, 'ours' | 'floor'>

function raisings({ county, appraisal }: Scene): Sides {
  const { unit } = county.working
  let place = 5_000_000
  const words = () => said((place += 1))
  return {
    ours: (count) =>
      times(count, () => {
        const { title, text } = words()
        const disposition = { kind: 'matter', title, unit }
        const facts = {
          channel: 'forum',
          raiserKind: 'public',
          raiser: '群众',
          receivedOn: county.today,
        }
        return [
          {
            method: 'POST',
            path: '/api/v1/opinions',
            body: { appraisal, text, ...facts, disposition },
          },
        ]
      }),
    floor: (count) =>
      times(count, () => {
        const facts = {
          channel: 'forum',
          raiserKind: 'public',
          raiser: '群众',
          receivedOn: county.today,
        }
        const body = { id: randomBytes(10).toString('hex'), appraisal, unit, ...words(), ...facts }
        return [{ method: 'POST', path: '/raise', body }]
      }),
  }
}

function handOvers(scene: Scene): Sides {
  const { county } = scene
  const raise = raisings(scene)
  const approval = { body: 'chairs', on: county.today, reference: '第42次主任会议' }
  const letter = { ...county.working, letter: '测人常〔2026〕8号' }
  const step = (version: number, type: string, words: unknown) => ({
    method: 'POST' as const,
    path: '/step',
    body: { version, type, words: JSON.stringify(words) },
  })
  return {
    ours: (count) =>
      raise.ours(count).map((flow) => [
        ...flow,
        {
          method: 'POST',
          path: '/api/v1/matters/{matter}/approve-matter',
          body: { version: 1, approval },
        },
        {
          method: 'POST',
          path: '/api/v1/matters/{matter}/hand-over-matter',
          body: { version: 2, ...letter },
        },
      ]),
    floor: (count) =>
      raise.floor(count).map((flow) => {
        const id = `matter_${idOfRaising(flow)}`
        const steps = [step(1, 'MatterApproved', approval), step(2, 'MatterHandedOver', letter)]
        return [...flow, ...steps.map((one) => ({ ...one, body: { ...one.body, matter: id } }))]
      }),
  }
}

function idOfRaising([raise]: Flow): string {
  const body = raise?.body
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : ''
}

/** The same matters in turn, each at the version it has come to; at a time never twice the same. */
function progress({ working, workingOnFloor }: Scene): Sides {
  const text = '已完成现场排查，第一批点位动工，群众代表到场查看。'
  const nextOf = (all: { id: string; version: number }[]) => {
    let place = 0
    return () => {
      const one = all[place++ % all.length]
      if (!one) throw new Error('No matter is worked on')
      return { id: one.id, version: one.version++ }
    }
  }
  const ours = nextOf(working.map((one) => ({ ...one })))
  const floor = nextOf(workingOnFloor.map((one) => ({ ...one })))
  return {
    ours: (count) =>
      times(count, () => {
        const { id, version } = ours()
        const body = { version, text, evidence: [] }
        return [{ method: 'POST', path: `/api/v1/matters/${id}/report-progress`, body }]
      }),
    floor: (count) =>
      times(count, () => {
        const { id, version } = floor()
        const body = {
          matter: id,
          version,
          type: 'ProgressReported',
          words: JSON.stringify({ text }),
        }
        return [{ method: 'POST', path: '/step', body }]
      }),
  }
}
