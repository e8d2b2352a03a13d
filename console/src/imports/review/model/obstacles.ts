/** What still stands in the way of confirming, in the order of the page. The server decides in the end by the same rules. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Account } from './account.ts'
import type { Item, Origin, Paper, Review } from './review-shape.ts'
import { textOf } from './words-of.ts'

export type Obstacle =
  | Readonly<{ code: 'open-paragraphs'; count: number; paragraph: number }>
  | Readonly<{ code: 'no-items' }>
  | Readonly<{ code: 'too-many-items'; count: number }>
  | Readonly<{ code: 'title-missing' | 'day-missing' | 'day-later'; item: string; place: number }>
  | Readonly<{ code: 'exit-unfinished'; item: string; place: number }>
  | Readonly<{ code: 'text-too-long'; item: string; place: number }>
  | Readonly<{ code: 'no-appraisal' }>

/** One act takes so many (contract/imports.ts). */
export const mostItems = 2000

/** contract/fields.ts */
const longestText = 20_000

export function originOf({ own }: Item, common: Origin): Origin {
  return {
    channel: own.channel ?? common.channel,
    raiserKind: own.raiserKind ?? common.raiserKind,
    raiser: own.raiser ?? common.raiser,
    receivedOn: own.receivedOn ?? common.receivedOn,
  }
}

export function obstaclesOf(
  review: Review,
  account: Account,
  { paper, today }: Readonly<{ paper: Paper; today: Day }>,
): readonly Obstacle[] {
  const [paragraph] = account.open
  const { items } = review
  return [
    ...(paragraph === undefined
      ? []
      : [{ code: 'open-paragraphs', count: account.open.length, paragraph } as const]),
    ...(items.length === 0 ? [{ code: 'no-items' } as const] : []),
    ...(items.length > mostItems ? [{ code: 'too-many-items', count: items.length } as const] : []),
    ...items.flatMap((item, place) =>
      faultOf(item, place, { common: review.common, paper, today }),
    ),
    ...(review.appraisal === null ? [{ code: 'no-appraisal' } as const] : []),
  ]
}

function faultOf(
  item: Item,
  place: number,
  { common, paper, today }: Readonly<{ common: Origin; paper: Paper; today: Day }>,
): Obstacle[] {
  const { receivedOn } = originOf(item, common)
  const where = { item: item.id, place: place + 1 }
  if (receivedOn === null) return [{ code: 'day-missing', ...where }]
  if (receivedOn > today) return [{ code: 'day-later', ...where }]
  if (textOf(item, paper).length > longestText) return [{ code: 'text-too-long', ...where }]
  if (item.exit === null) {
    return item.title.trim() === '' ? [{ code: 'title-missing', ...where }] : []
  }
  const { reason, on, reference } = item.exit
  const full = reason.trim() !== '' && on !== null && on <= today && reference.trim() !== ''
  return full ? [] : [{ code: 'exit-unfinished', ...where }]
}
