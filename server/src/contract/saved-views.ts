/** Filters a person has kept under a name. Personal, so they are no events. */
import * as z from 'zod/mini'
import { line } from './fields.ts'
import { endpoint } from './kit.ts'

export const savedViews = z.object({
  views: z
    .array(
      z.object({ name: line, query: z.record(z.string(), z.string().check(z.maxLength(500))) }),
    )
    .check(z.maxLength(50)),
})

export const getSavedViews = endpoint({
  method: 'GET',
  path: '/api/v1/saved-views',
  summary: 'My saved views',
  answer: savedViews,
})

export const putSavedViews = endpoint({
  method: 'PUT',
  path: '/api/v1/saved-views',
  summary: 'Replace my saved views',
  body: savedViews,
  answer: savedViews,
})
