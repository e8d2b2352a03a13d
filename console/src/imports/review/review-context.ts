/** What every part of the review page shares: the paper, the decisions, and what the clerk is looking at. */
import type { ImportDetail } from '@luoshi/server/contract/imports'
import type { UnitRow } from '@luoshi/server/contract/people'
import { createContext, useContext } from 'react'
import type { Account } from './model/account.ts'
import type { Paper, Review } from './model/review-shape.ts'
import type { Links } from './links.ts'
import type { Change } from './use-review.ts'

export type Part = 'items' | 'left' | 'repairs'

export type ReviewContext = Readonly<{
  detail: ImportDetail
  paper: Paper
  units: readonly UnitRow[]
  review: Review
  account: Account
  change: Change
  /** The item that is open for work. */
  active: string | null
  /** The paragraph that is chosen on the left. */
  chosen: number | null
  part: Part
  showPart: (part: Part) => void
  /** Opens an item and brings it into sight, its paragraphs too. */
  openItem: (id: string) => void
  /** Chooses a paragraph and brings it into sight; what it belongs to opens. */
  choose: (paragraph: number) => void
  links: Links
}>

const context = createContext<ReviewContext | null>(null)

export const ReviewProvider = context.Provider

export function useReviewPage(): ReviewContext {
  const found = useContext(context)
  if (!found) throw new Error('Used outside the review page')
  return found
}
