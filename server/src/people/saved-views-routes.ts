/** /api/v1/saved-views: filters a person keeps under a name. */
import { accept } from '@luoshi/domain/kernel/result'
import { getSavedViews, putSavedViews, savedViews } from '../contract/saved-views.ts'
import type { World } from '../execute/context.ts'
import { mount, type Api } from '../http/mount.ts'

export function savedViewRoutes(api: Api, { db, now }: World): void {
  mount(api, getSavedViews, async ({ asked: { by } }) => {
    const [row] = await db.rows<{ views: unknown }>(by.congress, {
      text: 'select views from luoshi.saved_views where congress = $1 and account = $2',
      values: [by.congress, by.account],
    })
    const kept = savedViews.safeParse(row?.views)
    return accept(kept.success ? kept.data : { views: [] })
  })
  mount(api, putSavedViews, async ({ asked: { by }, body }) => {
    await db.rows(by.congress, {
      text: `insert into luoshi.saved_views values ($1, $2, $3, $4)
        on conflict (congress, account) do update
          set views = excluded.views, saved_at = excluded.saved_at`,
      values: [by.congress, by.account, JSON.stringify(body), now()],
    })
    return accept(body)
  })
}
