import { describe, expect, it } from 'vitest'
import { mostFilesOnMatter } from '../evidence/file-kinds.ts'
import { given } from '../testing/given.ts'
import { upTo } from '../testing/histories.ts'
import { evidence, march1, policy, theMatter } from '../testing/samples.ts'
import { matterDecider } from './matter-decider.ts'

const decider = matterDecider(theMatter, policy)
const report = (files: number) =>
  ({
    type: 'ReportProgress',
    text: '已更换管网三百米',
    evidence: Array.from({ length: files }, () => evidence).flat(),
    today: march1,
  }) as const

describe('the files of a matter', () => {
  it('are as many as the limit allows, over all entries, and one more is told of', () => {
    const almost = given(decider, [...upTo('AcceptPlan'), report(mostFilesOnMatter - 1)])
    expect(almost.when(report(1)).happens('ProgressReported')).toMatchObject({
      evidence: { length: mostFilesOnMatter },
    })
    almost.when(report(2)).isRefused('too-many-files')
  })

  it('do not keep an entry without files from being made', () => {
    const full = given(decider, [...upTo('AcceptPlan'), report(mostFilesOnMatter)])
    full.when(report(0)).happens('ProgressReported')
    full.when(report(1)).isRefused('too-many-files')
  })
})
