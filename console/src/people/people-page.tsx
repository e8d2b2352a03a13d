/** Units, officials and the roster of the congress: who must act, who answers, who votes, who listens. */
import type { OfficialRow, UnitRow } from '@luoshi/server/contract/people'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { officialsQuery, unitsQuery } from '../api/lists.ts'
import { useMay } from '../api/session.ts'
import { nowOf } from '../ui/now-of.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'
import { MergeUnits } from './merge-units.tsx'
import { NameHead } from './name-head.tsx'
import { OfficialDialog, type OfficialDoing } from './official-dialogs.tsx'
import { OfficialsTable } from './officials-table.tsx'
import { Part } from './part.tsx'
import { peopleTabs, type PeopleTab } from './people-tabs.ts'
import './people.css'
import { RegisterOfficial, RegisterUnit } from './register.tsx'
import { RosterTab } from './roster-tab.tsx'
import { UnitsTable } from './units-table.tsx'

const route = getRouteApi('/people')

export function PeoplePage() {
  const { people: words, roster } = useWords()
  const may = useMay()
  const { tab = 'units' } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (one: PeopleTab) => {
    switch (one) {
      case 'units':
        return <UnitsTab />
      case 'officials':
        return <OfficialsTab />
      case 'member':
      case 'deputy':
      case 'observer':
      case 'staff':
        return <RosterTab tab={one} />
    }
  }
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <Link className="page-link" to="/people/terms">
              {roster.terms}
            </Link>
            <Link className="page-link" to="/hand-overs">
              {roster.handOvers}
            </Link>
            {may('ImportRoster') && (
              <Link className="page-link" to="/people/import">
                {roster.importAction}
              </Link>
            )}
          </>
        }
      />
      <Tabs
        activeKey={tab}
        onChange={(key) => {
          const next = peopleTabs.find((one) => one === key)
          if (next) void navigate({ search: { tab: next } })
        }}
        items={peopleTabs.map((one) => ({
          key: one,
          label: roster.tabs[one],
          children: one === tab ? show(one) : null,
        }))}
      />
    </>
  )
}

type UnitDoing =
  | Readonly<{ what: 'register' }>
  | Readonly<{ what: 'merge' | 'head'; unit: UnitRow }>

function UnitsTab() {
  const { people: words } = useWords()
  const may = useMay()
  const units = useQuery(unitsQuery)
  const officials = useQuery(officialsQuery)
  const [doing, setDoing] = useState<UnitDoing | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      {units.error && <ProblemNote error={units.error} />}
      <Part
        title={words.units}
        rows={units.data}
        none={[words.noUnits, words.noUnitsFix]}
        action={
          may('RegisterUnit') && (
            <Button onClick={() => setDoing({ what: 'register' })}>{words.registerUnit}</Button>
          )
        }
      >
        <UnitsTable
          units={units.data ?? []}
          officials={officials.data ?? []}
          onMerge={may('MergeUnits') ? (unit) => setDoing({ what: 'merge', unit }) : null}
          onNameHead={may('NameUnitHead') ? (unit) => setDoing({ what: 'head', unit }) : null}
        />
      </Part>
      {doing?.what === 'register' && <RegisterUnit onClose={close} />}
      {doing?.what === 'merge' && (
        <MergeUnits unit={nowOf(units.data, doing.unit)} onClose={close} />
      )}
      {doing?.what === 'head' && <NameHead unit={nowOf(units.data, doing.unit)} onClose={close} />}
    </>
  )
}

function OfficialsTab() {
  const { people: words } = useWords()
  const may = useMay()
  const officials = useQuery(officialsQuery)
  const [registering, setRegistering] = useState(false)
  const [doing, setDoing] = useState<Readonly<{
    what: OfficialDoing
    official: OfficialRow
  }> | null>(null)
  return (
    <>
      {officials.error && <ProblemNote error={officials.error} />}
      <Part
        title={words.officials}
        rows={officials.data}
        none={[words.noOfficials, words.noOfficialsFix]}
        action={
          may('RegisterOfficial') && (
            <Button onClick={() => setRegistering(true)}>{words.registerOfficial}</Button>
          )
        }
      >
        <OfficialsTable
          officials={officials.data ?? []}
          onAct={may('TransferOfficial') ? (what, official) => setDoing({ what, official }) : null}
        />
      </Part>
      {registering && <RegisterOfficial onClose={() => setRegistering(false)} />}
      {doing && (
        <OfficialDialog
          what={doing.what}
          official={nowOf(officials.data, doing.official)}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}
