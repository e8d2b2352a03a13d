/** Whose hands a paper has been in before, the first one first. */
import * as z from 'zod/mini'
import { day } from './fields.ts'

/** `officialName` is empty where the paper goes to a unit and to no person. */
export const heldBefore = z.array(
  z.object({ unitName: z.string(), officialName: z.string(), until: day }),
)

export type HeldBefore = z.infer<typeof heldBefore>[number]
