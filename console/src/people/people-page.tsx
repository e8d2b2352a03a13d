/** Units and officials: who must act and who answers in person, and who took over from whom. */
import type { OfficialRow, UnitRow } from '@luoshi/server/contract/people'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { officialsQuery, unitsQuery } from '../api/lists.ts'
import { useMay } from '../api/session.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { MergeUnits } from './merge-units.tsx'
import { OfficialsTable } from './officials-table.tsx'
import { RegisterOfficial, RegisterUnit } from './register.tsx'
import { TransferOfficial } from './transfer-official.tsx'
import { UnitsTable } from './units-table.tsx'

type Doing =
  | Readonly<{ what: 'unit' | 'official' }>
  | Readonly<{ what: 'merge'; unit: UnitRow }>
  | Readonly<{ what: 'transfer'; official: OfficialRow }>

export function PeoplePage() {
  const { people: words } = useWords()
  const units = useQuery(unitsQuery)
  const officials = useQuery(officialsQuery)
  const may = useMay()
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const error = units.error ?? officials.error
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {may('RegisterUnit') && (
              <Button onClick={() => setDoing({ what: 'unit' })}>{words.registerUnit}</Button>
            )}
            {may('RegisterOfficial') && (
              <Button onClick={() => setDoing({ what: 'official' })}>
                {words.registerOfficial}
              </Button>
            )}
          </>
        }
      />
      {error && <ProblemNote error={error} />}
      <Part title={words.units} rows={units.data} none={[words.noUnits, words.noUnitsFix]}>
        <UnitsTable
          units={units.data ?? []}
          onMerge={may('MergeUnits') ? (unit) => setDoing({ what: 'merge', unit }) : null}
        />
      </Part>
      <Part
        title={words.officials}
        rows={officials.data}
        none={[words.noOfficials, words.noOfficialsFix]}
      >
        <OfficialsTable
          officials={officials.data ?? []}
          onTransfer={
            may('TransferOfficial') ? (official) => setDoing({ what: 'transfer', official }) : null
          }
        />
      </Part>
      {doing?.what === 'unit' && <RegisterUnit onClose={close} />}
      {doing?.what === 'official' && <RegisterOfficial onClose={close} />}
      {doing?.what === 'merge' && <MergeUnits unit={doing.unit} onClose={close} />}
      {doing?.what === 'transfer' && <TransferOfficial official={doing.official} onClose={close} />}
    </>
  )
}

function Part({
  title,
  rows,
  none,
  children,
}: Readonly<{
  title: string
  rows: readonly unknown[] | undefined
  none: readonly [string, string]
  children: ReactNode
}>) {
  return (
    <section className="card" aria-label={title}>
      <div className="card-head">
        <h2>
          {title}
          <small className="number">{rows?.length}</small>
        </h2>
      </div>
      {rows === undefined && <Waiting lines={4} />}
      {rows?.length === 0 && <EmptyNote title={none[0]}>{none[1]}</EmptyNote>}
      {rows !== undefined && rows.length > 0 && children}
    </section>
  )
}
