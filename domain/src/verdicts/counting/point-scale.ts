/**
 * What a vote is worth under the rule `points`. Counties differ and few publish the map, so all of
 * these are presets to choose from or replace, not law.
 */

export type PointScale = Readonly<{ satisfied: number; basically: number; dissatisfied: number }>

type Preset = Readonly<{ scale: PointScale; source: string; verified: boolean }>

export const pointPresets = {
  /** Told of for 瑞安 2012; the value of 满意 is lost on that page and taken as 100. */
  hundredSeventyThirty: {
    scale: { satisfied: 100, basically: 70, dissatisfied: 30 },
    source: '瑞安市2012年测评折算（满意一档原文残缺，按满分计）',
    verified: false,
  },
  tenEightFive: {
    scale: { satisfied: 10, basically: 8, dissatisfied: 5 },
    source: '好十分、一般八分、差五分的问卷折算',
    verified: false,
  },
  /** Widely assumed, found in no text: everybody dissatisfied would still earn 60 points. */
  hundredEightySixty: {
    scale: { satisfied: 100, basically: 80, dissatisfied: 60 },
    source: '通行折算，未见于人大文件',
    verified: false,
  },
} as const satisfies Record<string, Preset>

export const defaultScale: PointScale = pointPresets.hundredSeventyThirty.scale

/** A scale must rise from 不满意 to 满意, else one more 满意 could lower a grade. */
export function isRising({ satisfied, basically, dissatisfied }: PointScale): boolean {
  const whole = [satisfied, basically, dissatisfied].every((one) => Number.isSafeInteger(one))
  const inOrder = satisfied >= basically && basically >= dissatisfied
  return whole && inOrder && dissatisfied >= 0 && satisfied > 0 && satisfied <= 1000
}
