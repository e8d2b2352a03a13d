/** The columns of a county's own sheet: the sheet as it is, what each column means, the opinions that result. */
import { isId, type ImportId } from '@luoshi/domain/kernel/ids'
import { getSheets, applyMapping, previewMapping } from '@luoshi/server/contract/mappings'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { LackingButton } from '../../ui/lacking-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWords, useSay } from '../../words/language.ts'
import { importQuery } from '../imports-query.ts'
import './columns.css'
import { MappedResult } from './mapped-result.tsx'
import { firstDrafts, layoutsToKeep, mappingsOf, sent, type Sheets } from './mapping-state.ts'
import { OneSheet } from './one-sheet.tsx'

export function ColumnsPage() {
  const id = useParams({ strict: false, select: (params) => params['import'] })
  return id !== undefined && isId('import', id) ? <Columns key={id} id={id} /> : <NotFound />
}

function Columns({ id }: Readonly<{ id: ImportId }>) {
  const { columns: words } = useWords()
  const detail = useQuery(importQuery(id))
  const sheets = useQuery({
    queryKey: ['import-sheets', id],
    queryFn: () => ask(getSheets, { params: { import: id } }),
    gcTime: 0,
    staleTime: Infinity,
  })
  const error = detail.error ?? sheets.error
  if (error) return <ProblemNote error={error} onRetry={() => void sheets.refetch()} />
  if (!detail.data || !sheets.data) return <Waiting lines={12} />
  const { fileName, status } = detail.data
  const back = (
    <Link to="/imports/$import" params={{ import: id }}>
      ← {words.back}
    </Link>
  )
  return (
    <div className="columns">
      <PageHead title={words.titleOf(fileName)} lead={words.lead} actions={back} />
      {status === 'confirmed' ? <p>{words.confirmed}</p> : <Mapping id={id} sheets={sheets.data} />}
    </div>
  )
}

const own = {
  refused: { zh: '请先按上面的提示改好', en: 'First mend what is said above' },
}

function Mapping({ id, sheets }: Readonly<{ id: ImportId; sheets: Sheets }>) {
  const { columns: words, shell } = useWords()
  const say = useSay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [seen, setSeen] = useState(sheets.sheets)
  const [drafts, setDrafts] = useState(() => firstDrafts(sheets))
  const mapping = mappingsOf(drafts)
  const result = useQuery({
    queryKey: ['mapped-rows', id, mapping],
    queryFn: () =>
      ask(previewMapping, { params: { import: id }, body: { mapping: sent(mapping) } }),
    enabled: mapping.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
  const act = useAct(
    () =>
      ask(applyMapping, {
        params: { import: id },
        body: { mapping: sent(mapping), keep: layoutsToKeep(drafts) },
      }),
    ['imports', 'own-layouts'],
  )
  const lacking =
    mapping.length === 0
      ? words.noSheet
      : result.error
        ? say(own.refused)
        : result.data
          ? []
          : shell.loading
  const apply = () =>
    act.mutate(undefined, {
      onSuccess: () => {
        queries.removeQueries({ queryKey: ['import', id] })
        void navigate({ to: '/imports/$import', params: { import: id } })
      },
    })
  return (
    <>
      {seen.map((sheet, at) => {
        const draft = drafts[at]
        return (
          draft && (
            <OneSheet
              // The same sheets in the same order, always.
              key={`${at} ${sheet.sight.name}`}
              id={id}
              place={at}
              seen={sheet}
              draft={draft}
              onChange={(next) => setDrafts(drafts.map((one, own) => (own === at ? next : one)))}
              onSeen={(next) => setSeen(seen.map((one, own) => (own === at ? next : one)))}
            />
          )
        )
      })}
      {result.error && <ProblemNote error={result.error} />}
      {result.data && !result.error && <MappedResult found={result.data} />}
      {act.error && <ProblemNote error={act.error} />}
      <div className="page-actions columns-foot">
        <LackingButton
          type="primary"
          size="large"
          loading={act.isPending}
          lacking={lacking}
          onClick={apply}
        >
          {words.apply}
        </LackingButton>
      </div>
    </>
  )
}
