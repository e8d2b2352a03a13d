/** The page of one appraisal: its head, and the tabs that each part of the campaign brings (shell/appraisal-tabs.ts). */
import { isId, type AppraisalId } from '@luoshi/domain/kernel/ids'
import { getAppraisal } from '@luoshi/server/contract/appraisals'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { Suspense } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { appraisalTabsFor } from '../shell/appraisal-tabs.ts'
import { NotFound } from '../shell/not-found.tsx'
import { ArchiveFile } from '../papers/archive-file.tsx'
import { PaperMenu } from '../papers/download-paper.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import './appraisals.css'
import { Appraised } from './appraised.tsx'
import { AppraisalSteps } from './appraisal-steps.tsx'

const route = getRouteApi('/appraisals/$appraisal')

export function AppraisalPage() {
  const { appraisal } = route.useParams()
  return isId('appraisal', appraisal) ? <Appraisal key={appraisal} id={appraisal} /> : <NotFound />
}

function Appraisal({ id }: Readonly<{ id: AppraisalId }>) {
  const words = useWords()
  const { roles } = useSession()
  const { tab } = route.useSearch()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: ['appraisals', id],
    queryFn: () => ask(getAppraisal, { params: { appraisal: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const tabs = appraisalTabsFor(roles)
  const open = tabs.find(({ key }) => key === tab) ?? tabs[0]
  return (
    <>
      <PageHead
        title={data.title}
        lead={
          <>
            <Link to="/appraisals">{words.appraisals.title}</Link> · <Appraised appraisal={data} />{' '}
            · {data.session} · {data.ruleBook.name}
            {data.status === 'archived' && (
              <>
                {' '}
                <span className="round">{words.appraisals.archived}</span>
              </>
            )}
          </>
        }
        actions={
          <>
            <PaperMenu appraisal={id} />
            <ArchiveFile appraisal={id} />
            <AppraisalSteps appraisal={data} />
          </>
        }
      />
      <Tabs
        className="appraisal-tabs"
        activeKey={open?.key ?? ''}
        items={tabs.map(({ key, label, show: Show }) => ({
          key,
          label: label(words),
          children: key === open?.key && (
            <Suspense fallback={<Waiting lines={6} />}>
              <Show appraisal={data} />
            </Suspense>
          ),
        }))}
        onChange={(key) =>
          void navigate({
            to: '/appraisals/$appraisal',
            params: { appraisal: id },
            search: { tab: key },
            resetScroll: false,
          })
        }
      />
    </>
  )
}
