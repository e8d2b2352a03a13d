/**
 * The order of test files on two workers: by size, largest first, as the runner does without a memory of earlier runs; but
 * the harness of the bench, a small file of forty seconds, goes first and not last, when nothing is left to run beside it.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const isLong = ({ moduleId }: TestSpecification) => moduleId.includes('/bench/')

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    return [...bySize.filter(isLong), ...bySize.filter((file) => !isLong(file))]
  }
}
