/** What any thrown thing says to a person. Refusals come worded by the server; everything else is worded here. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { ApiFailure } from '@luoshi/server/contract/client'
import type { Problem } from '@luoshi/server/contract/problem'

export function problemOf(error: unknown): Problem {
  if (error instanceof ApiFailure) return error.problem
  return {
    type: 'about:blank',
    title: 'Page failed',
    status: 0,
    code: 'page-failed',
    ...bilingual(
      '页面没能完成这一步。',
      '请重试；如果仍然如此，请告诉管理员。',
      'The page could not finish this step.',
      'Try again; if it stays so, tell your administrator.',
    ),
  }
}

/** Whether the server refused for this reason. */
export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof ApiFailure && error.problem.code === code
}
