/** To whom each group of matters goes, under which letter. */
import { Input } from 'antd'
import { Field } from '../../ui/field.tsx'
import { UnitAndOfficial } from '../../ui/unit-and-official.tsx'
import { useWords } from '../../words/language.ts'
import type { BulkDraft } from './bulk-draft.ts'
import type { HandOverGroup } from './hand-over-groups.ts'

export function HandOverFields({
  draft,
  setDraft,
  groups,
}: Readonly<{
  draft: BulkDraft
  setDraft: (next: BulkDraft) => void
  groups: readonly HandOverGroup[]
}>) {
  const { matters } = useWords()
  return (
    <>
      <Field label={matters.bulk.letter} hint={matters.bulk.letterHint}>
        {(parts) => (
          <Input
            {...parts}
            value={draft.letter}
            onChange={(event) => setDraft({ ...draft, letter: event.target.value })}
          />
        )}
      </Field>
      {groups.map((group) => (
        <fieldset key={group.key} className="hand-over-group">
          <legend>
            {matters.bulk.group(
              group.rows[0]?.unitName ?? matters.noUnit,
              group.rows.length,
              group.rows.map((row) => matters.numberSign(row.number)),
            )}
          </legend>
          <UnitAndOfficial
            value={group.to}
            onChange={(to) =>
              setDraft({ ...draft, choices: { ...draft.choices, [group.key]: to } })
            }
          />
        </fieldset>
      ))}
    </>
  )
}
