/** Plays planned deeds in the order of their days, with a clock that says it is that day. */
import { addDays, instant, type Day, type Instant } from '@luoshi/domain/kernel/day'

export type Deed = Readonly<{ day: number; act: () => Promise<void> }>

export type Past = Readonly<{
  now: () => Instant
  plan: (day: number, act: () => Promise<void>) => void
  /**
   * Earlier days first; on one day in the order they were planned, a minute apart, from nine in the morning. What is done
   * may plan what follows from it, on the same day or later.
   */
  play: () => Promise<void>
}>

/** @param from - Days before `today` at which the clock starts, for what is done before anything is played. */
export function openPast(today: Day, from: number): Past {
  const deeds: Deed[] = []
  let moment = momentOf(today, from, 0)
  return {
    now: () => moment,
    plan: (day, act) => void deeds.push({ day, act }),
    play: async () => {
      let [last, minute] = [Number.NaN, 0]
      for (let next = takeNext(deeds); next; next = takeNext(deeds)) {
        const { day, act } = next
        minute = day === last ? minute + 1 : 0
        last = day
        moment = momentOf(today, day, minute)
        await act()
      }
    },
  }
}

function takeNext(deeds: Deed[]): Deed | undefined {
  const earliest = deeds.reduce((so, { day }) => Math.min(so, day), Infinity)
  const place = deeds.findIndex(({ day }) => day === earliest)
  return place < 0 ? undefined : deeds.splice(place, 1)[0]
}

/** Nine in the morning in China is one o'clock in UTC. */
function momentOf(today: Day, offset: number, minute: number): Instant {
  const [hour, rest] = [1 + Math.floor(minute / 60), minute % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return instant(`${addDays(today, offset)}T${two(hour)}:${two(rest)}:00.000Z`)
}
