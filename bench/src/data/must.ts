/** What the rules must not refuse here; when they do, the bench itself is wrong. */
import type { Result } from '@luoshi/domain/kernel/result'

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
