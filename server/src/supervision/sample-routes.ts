/** /api/v1/samples */
import {
  assignSampleTask,
  callSampleWord,
  drawSample,
  listSamples,
  recordSampleTask,
  sealSample as sealSpec,
  voidSample,
} from '../contract/samples.ts'
import type { Asked, Outcome, World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { readSamples } from './read-samples.ts'
import {
  sealSample,
  stepOnSample,
  type SampleDone,
  type SampleId,
  type SampleTold,
} from './sample-steps.ts'

type Existing = Readonly<{ sample: SampleId }>

export function sampleRoutes(api: Api, world: World): void {
  async function shown(by: Principal, command: Outcome<SampleDone>) {
    const done = await command
    return done.ok ? readSamples(world, by) : done
  }
  const step = (asked: Asked, { sample }: Existing, version: number, told: SampleTold) =>
    shown(asked.by, stepOnSample(world, { ...asked, sample, version, told }))
  mount(api, listSamples, ({ asked }) => readSamples(world, asked.by))
  mount(api, sealSpec, ({ asked, body }) =>
    shown(asked.by, sealSample(world, { ...asked, ...body })),
  )
  mount(api, callSampleWord, ({ asked, params, body: { version, ...told } }) =>
    step(asked, params, version, { type: 'CallSampleWord', ...told }),
  )
  mount(api, drawSample, ({ asked, params, body: { version, ...told } }) =>
    step(asked, params, version, { type: 'DrawSample', ...told }),
  )
  mount(api, voidSample, ({ asked, params, body: { version, ...told } }) =>
    step(asked, params, version, { type: 'VoidSample', ...told }),
  )
  mount(api, assignSampleTask, ({ asked, params, body: { version, ...told } }) =>
    step(asked, params, version, { type: 'AssignSampleTask', ...told }),
  )
  mount(api, recordSampleTask, ({ asked, params, body: { version, ...told } }) =>
    step(asked, params, version, { type: 'RecordSampleTask', ...told }),
  )
}
