/** What can be done with an official: leave the post, another post, leave and back. */
import type { OfficialId } from '@luoshi/domain/kernel/ids'
import {
  beginOfficialLeave,
  endOfficialLeave,
  reappointOfficial,
  type OfficialRow,
} from '@luoshi/server/contract/people'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { BeginLeave, EndLeave } from './leave-dialogs.tsx'
import { OfficialOfUnit } from './official-of-unit.tsx'
import { noPost, PostFields, postOf } from './post-fields.tsx'
import { TransferOfficial } from './transfer-official.tsx'

export type OfficialDoing = 'transfer' | 'reappoint' | 'leave' | 'endLeave'

type Asked = Readonly<{ official: OfficialRow; onClose: () => void }>

export function OfficialDialog({
  what,
  official,
  onClose,
}: Asked & Readonly<{ what: OfficialDoing }>) {
  switch (what) {
    case 'transfer':
      return <TransferOfficial official={official} onClose={onClose} />
    case 'reappoint':
      return <Reappoint official={official} onClose={onClose} />
    case 'leave':
      return <Leave official={official} onClose={onClose} />
    case 'endLeave':
      return <Back official={official} onClose={onClose} />
  }
}

function Reappoint({ official: { id, version, name }, onClose }: Asked) {
  const { people, roster: words } = useWords()
  const [post, setPost] = useState(noPost)
  const to = postOf(post)
  return (
    <ActDialog
      title={words.reappointTitle(name)}
      action={words.reappoint}
      changes={['officials']}
      onClose={onClose}
      send={
        to
          ? () => ask(reappointOfficial, { params: { official: id }, body: { version, to } })
          : lackingOf([people.unit, post.unit], [people.post, post.post])
      }
    >
      <PostFields value={post} onChange={setPost} />
    </ActDialog>
  )
}

function Leave({ official: { id, version, name, unit }, onClose }: Asked) {
  const { roster: words } = useWords()
  return (
    <BeginLeave<OfficialId>
      name={name}
      changes={['officials']}
      onClose={onClose}
      send={(told) =>
        ask(beginOfficialLeave, { params: { official: id }, body: { version, ...told } })
      }
    >
      {(acting, onChange) => (
        <OfficialOfUnit
          label={words.acting}
          hint={words.nobodyYet}
          unit={unit}
          except={id}
          value={acting}
          onChange={onChange}
        />
      )}
    </BeginLeave>
  )
}

function Back({ official: { id, version, name, leave }, onClose }: Asked) {
  return (
    <EndLeave
      name={name}
      leave={leave}
      changes={['officials']}
      onClose={onClose}
      send={() => ask(endOfficialLeave, { params: { official: id }, body: { version } })}
    />
  )
}
