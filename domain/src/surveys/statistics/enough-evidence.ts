/**
 * When a share says too little to be read as a share: fewer than 30 effective answers, or an interval of 30 points and
 * more. It is then shown as “not enough evidence”, still with its n and interval.
 *
 * Source: National Center for Health Statistics, Data Presentation Standards for Proportions (Parker et al. 2017, Vital
 * and Health Statistics 2/175). A whole population that was asked is small, not uncertain.
 */
import type { Share } from './share.ts'

const fewestAnswers = 30
const widestInterval = 0.3

export function isEnough({ effective, low, high }: Share): boolean {
  return effective === null || (effective >= fewestAnswers && high - low < widestInterval)
}
