/** The session a verdict was given at: one of those on record, or planned from here; written only where none is on record. */
import { useState } from 'react'
import { useMay } from '../../../api/session.ts'
import { PlanSession } from '../../../people/session-dialogs.tsx'
import { useSessions } from '../../../people/use-sessions.ts'
import { useWords } from '../../../words/language.ts'
import { SelectField } from './select-field.tsx'
import { LineField } from './text-fields.tsx'

type Props = Readonly<{
  name: string
  label: string
  value: string
  onChange: (text: string) => void
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
}>

export function SessionChoice(props: Props) {
  const { roster: words } = useWords()
  const { isPending, known, term, next } = useSessions()
  const may = useMay()
  const [planning, setPlanning] = useState(false)
  const { hint: _, value, onChange, ...rest } = props
  const isListed = value === '' || known.some(({ title }) => title === value)
  const options = known.map(({ title, on }) => ({
    id: title,
    name: `${title}（${on ?? words.undecided}）`,
  }))
  return (
    <>
      {known.length === 0 && !isPending ? (
        <LineField {...props} />
      ) : (
        <SelectField
          {...rest}
          isPending={isPending}
          value={value}
          onChange={onChange}
          // What a draft kept from before the list was there stays choosable.
          options={isListed ? options : [{ id: value, name: value }, ...options]}
        />
      )}
      {term && may('PlanSession') && (
        <button type="button" className="link-button" onClick={() => setPlanning(true)}>
          {words.sessionMissing}
        </button>
      )}
      {planning && term && (
        <PlanSession
          term={term}
          next={next}
          onPlanned={onChange}
          onClose={() => setPlanning(false)}
        />
      )}
    </>
  )
}
