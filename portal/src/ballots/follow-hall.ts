/** Asks the hall how it stands, again and again: seldom enough for three thousand phones, never in step with them. */
import { between } from './chance.ts'
import type { HallClock } from './hall-clock.ts'
import type { Asked, Hall, HallState, Phase } from './hall.ts'

const pauses: Readonly<Record<Phase, readonly [number, number]>> = {
  preparing: [4_000, 7_000],
  issuing: [4_000, 7_000],
  voting: [4_000, 8_000],
  closed: [6_000, 12_000],
  opened: [20_000, 40_000],
  void: [20_000, 40_000],
}

export type Following = Readonly<{ askNow: () => void }>

export function followHall(
  hall: Hall,
  clock: HallClock,
  counter: () => number,
  heard: (answer: Asked<HallState>) => Promise<void>,
): Following {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failed = 0
  const ask = async () => {
    const began = counter()
    const answer = await hall.state()
    if (answer.ok) clock.heard(answer.value.now, began, counter())
    failed = answer.ok ? 0 : failed + 1
    await heard(answer)
    const [least, most] = answer.ok ? pauses[answer.value.phase] : [2_000, 4_000]
    timer = setTimeout(() => void ask(), between(least, most) * Math.min(1 + failed, 5))
  }
  void ask()
  return {
    askNow: () => {
      clearTimeout(timer)
      void ask()
    },
  }
}
