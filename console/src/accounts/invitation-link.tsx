/** Shows an invitation once; when the dialog is closed it is gone. */
import { Button, Modal } from 'antd'
import { CopyButton } from '../ui/copy-button.tsx'
import { useWords } from '../words/language.ts'

export type Invitation = Readonly<{ name: string; link: string }>

export function InvitationLink({
  invitation,
  onClose,
}: Readonly<{ invitation: Invitation; onClose: () => void }>) {
  const { accounts: words, shell } = useWords()
  return (
    <Modal
      open
      title={words.linkTitle}
      mask={{ closable: false }}
      keyboard={false}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{shell.close}</Button>}
    >
      <p>{words.linkText(invitation.name)}</p>
      <div className="invitation">
        <code>{invitation.link}</code>
        <CopyButton text={invitation.link}>{words.copy}</CopyButton>
      </div>
    </Modal>
  )
}
