/** What a rule answers: the value, or the reason there is none. Plain data, so it travels as JSON. */
export type Result<Value, Refusal> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; refusal: Refusal }>

export function accept<Value>(value: Value): Readonly<{ ok: true; value: Value }> {
  return { ok: true, value }
}

export function refuse<Refusal>(refusal: Refusal): Readonly<{ ok: false; refusal: Refusal }> {
  return { ok: false, refusal }
}
