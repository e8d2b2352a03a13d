/** The views as tabs with their counts; one's own can be added and removed. */
import { listMatters } from '@luoshi/server/contract/matters'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useUndo } from '../ui/undo.tsx'
import { useWords } from '../words/language.ts'
import { filterOf } from './ledger-query.ts'
import { filterCount, type LedgerSearch } from './ledger-search.ts'
import { SaveView } from './save-view.tsx'
import { isSameSearch, useKeepViews, useViews, viewQuery, type View } from './views.ts'

export function ViewTabs({ search }: Readonly<{ search: LedgerSearch }>) {
  const { matters: words } = useWords()
  const views = useViews(words.views)
  const keep = useKeepViews()
  const undoable = useUndo()
  const [saving, setSaving] = useState(false)
  const here = views.find((view) => isSameSearch(view.search, search))
  const own = views
    .filter((view) => view.isOwn)
    .map((view) => ({ name: view.name, query: viewQuery(view.search) }))
  const remove = (view: View) => {
    keep.mutate(own.filter((one) => one.name !== view.name))
    undoable(words.views.removed(view.name), () => keep.mutate(own))
  }
  return (
    <nav className="views no-print" aria-label={words.views.label}>
      {views.map((view) => (
        <span key={view.key} className={view === here ? 'view is-here' : 'view'}>
          <Link
            to="/matters"
            search={{ ...view.search, ...(search.on ? { on: search.on } : {}) }}
            {...(view === here ? { 'aria-current': 'page' as const } : {})}
          >
            {view.name}
            <ViewCount search={view.search} on={search.on} />
          </Link>
          {view.isOwn && view === here && (
            <button
              type="button"
              aria-label={words.views.remove(view.name)}
              onClick={() => remove(view)}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {here === undefined && filterCount(search) > 0 && (
        <Button type="link" size="small" onClick={() => setSaving(true)}>
          + {words.views.save}
        </Button>
      )}
      {saving && (
        <SaveView
          taken={views.map((view) => view.name)}
          onClose={() => setSaving(false)}
          onSave={(name) => keep.mutate([...own, { name, query: viewQuery(search) }])}
        />
      )}
    </nav>
  )
}

function ViewCount({ search, on }: Readonly<{ search: LedgerSearch; on: LedgerSearch['on'] }>) {
  const filter = filterOf({ ...search, ...(on ? { on } : {}) })
  const { data } = useQuery({
    queryKey: ['matters', 'count', filter],
    queryFn: ({ signal }) => ask(listMatters, { query: { ...filter, limit: 1 } }, { signal }),
    staleTime: 30_000,
  })
  return data ? (
    <small className="number">{`${data.total.count}${data.total.exact ? '' : '+'}`}</small>
  ) : null
}
