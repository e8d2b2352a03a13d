/** The official defends himself in writing: reasons, evidence, his signature. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { fileDefence } from '@luoshi/server/contract/defences'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../../api/server.ts'
import { useSession } from '../../../api/session.ts'
import { EvidencePicker } from '../../../self-checks/evidence-picker.tsx'
import { ActDialog } from '../../../ui/act-dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { lackingOf } from '../../../ui/lacking.ts'
import { useWords } from '../../../words/language.ts'

export function FileDefence({
  matter,
  onClose,
}: Readonly<{ matter: MatterId; onClose: () => void }>) {
  const { defence: words } = useWords().matterPage
  const { account } = useSession()
  const [text, setText] = useState('')
  const [signedBy, setSignedBy] = useState(account.name)
  const [files, setFiles] = useState<readonly Evidence[]>([])
  const isReady = text.trim() !== '' && signedBy.trim() !== ''
  const body = { text, signedBy, evidence: [...files] }
  return (
    <ActDialog
      title={words.fileTitle}
      action={words.fileAction}
      width={680}
      changes={['defences', 'desk']}
      send={
        isReady
          ? () => ask(fileDefence, { params: { matter }, body })
          : lackingOf([words.text, text], [words.signedBy, signedBy])
      }
      onClose={onClose}
    >
      <Field label={words.text} hint={words.textHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 5, maxRows: 14 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <EvidencePicker files={files} onChange={setFiles} />
      <Field label={words.signedBy}>
        {(parts) => (
          <Input
            {...parts}
            value={signedBy}
            onChange={(event) => setSignedBy(event.target.value)}
          />
        )}
      </Field>
      <p className="consequence">{words.fileEffect}</p>
    </ActDialog>
  )
}
