/** Who answers for a unit while a post in it is empty. */
import type { OfficialId } from '@luoshi/domain/kernel/ids'
import { nameUnitHead, type UnitRow } from '@luoshi/server/contract/people'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { OfficialOfUnit } from './official-of-unit.tsx'

export function NameHead({ unit, onClose }: Readonly<{ unit: UnitRow; onClose: () => void }>) {
  const { roster: words } = useWords()
  const [official, setOfficial] = useState<OfficialId | null>(unit.head)
  return (
    <ActDialog
      title={words.nameHeadTitle(unit.name)}
      action={words.nameHead}
      changes={['units']}
      onClose={onClose}
      send={
        official === null
          ? lackingOf([words.head, official])
          : () =>
              ask(nameUnitHead, {
                params: { unit: unit.id },
                body: { version: unit.version, official },
              })
      }
    >
      <OfficialOfUnit
        label={words.head}
        hint={words.nameHeadHint}
        unit={unit.id}
        value={official}
        onChange={setOfficial}
      />
    </ActDialog>
  )
}
