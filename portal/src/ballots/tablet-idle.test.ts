import { describe, expect, it } from 'vitest'
import { idleWatch } from './tablet-idle.ts'

function standing() {
  let now = 0
  const watch = idleWatch(() => now)
  return { watch, pass: (seconds: number) => (now += seconds * 1000) }
}

describe('a tablet left standing', () => {
  it('is emptied after a minute, says so twenty seconds before, and begins anew with every touch', () => {
    const { watch, pass } = standing()
    pass(500)
    expect(watch.left(false)).toBeNull()
    watch.touched()
    pass(39)
    expect(watch.left(false)).toBeNull()
    pass(6)
    expect(watch.left(false)).toBe(15)
    watch.touched()
    expect(watch.left(false)).toBeNull()
    pass(60)
    expect(watch.left(false)).toBe('over')
    watch.emptied()
    pass(600)
    expect(watch.left(false)).toBeNull()
  })

  it('keeps an unused token three minutes, and warns the last of them', () => {
    const { watch, pass } = standing()
    watch.touched()
    pass(119)
    expect(watch.left(true)).toBeNull()
    pass(1)
    expect(watch.left(true)).toBe(60)
    pass(60)
    expect(watch.left(true)).toBe('over')
  })
})
