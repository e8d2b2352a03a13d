/** What can be done with a report now: send it for comment, comment on it, sign it. */
import {
  commentOnReport,
  sendReport,
  signReport,
  type ReportDetail,
} from '@luoshi/server/contract/reports'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'

const stale = ['report', 'reports', 'appraisals', 'guide']

type Shown = Readonly<{ report: ReportDetail; onClose: () => void }>

export function ReportSteps({ report }: Readonly<{ report: ReportDetail }>) {
  const { reports: words } = useWords()
  const [act, setAct] = useState<'send' | 'comment' | 'sign' | null>(null)
  const { may } = report
  const close = () => setAct(null)
  return (
    <>
      {may.send && (
        <Button type={may.sign ? 'default' : 'primary'} onClick={() => setAct('send')}>
          {words.send}
        </Button>
      )}
      {may.comment && (
        <Button type="primary" onClick={() => setAct('comment')}>
          {words.comment}
        </Button>
      )}
      {may.sign && (
        <Button type="primary" onClick={() => setAct('sign')}>
          {words.sign}
        </Button>
      )}
      {act === 'send' && <Send report={report} onClose={close} />}
      {act === 'comment' && <Comment report={report} onClose={close} />}
      {act === 'sign' && <Sign report={report} onClose={close} />}
    </>
  )
}

function Send({ report: { id, version }, onClose }: Shown) {
  const { reports: words } = useWords()
  return (
    <ActDialog
      title={words.send}
      action={words.send}
      changes={stale}
      onClose={onClose}
      send={() => ask(sendReport, { params: { report: id }, body: { version } })}
    >
      <p>{words.sendNote}</p>
    </ActDialog>
  )
}

function Comment({ report: { id, version }, onClose }: Shown) {
  const { reports: words } = useWords()
  const [text, setText] = useState('')
  const body = { version, text }
  return (
    <ActDialog
      title={words.comment}
      action={words.comment}
      changes={stale}
      onClose={onClose}
      send={
        text.trim() === ''
          ? lackingOf([words.commentText, text])
          : () => ask(commentOnReport, { params: { report: id }, body })
      }
    >
      <Field label={words.commentText}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 4, maxRows: 12 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}

function Sign({ report: { id, version }, onClose }: Shown) {
  const { reports: words } = useWords()
  const { account } = useSession()
  const [signer, setSigner] = useState(account.name)
  const body = { version, signer }
  return (
    <ActDialog
      title={words.sign}
      action={words.sign}
      changes={stale}
      onClose={onClose}
      send={
        signer.trim() === ''
          ? lackingOf([words.signer, signer])
          : () => ask(signReport, { params: { report: id }, body })
      }
    >
      <p className="quiet">{words.signNote}</p>
      <Field label={words.signer}>
        {(parts) => (
          <Input {...parts} value={signer} onChange={(event) => setSigner(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  )
}
