/** “下载 Word” beside a print button, and the menu of an appraisal's papers. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { paperFormats, type PaperFormat } from '@luoshi/domain/papers/formats'
import { paperKindAbout, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { hrefOf } from '@luoshi/server/contract/kit'
import { getPaper } from '@luoshi/server/contract/papers'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useSay, useWords } from '../words/language.ts'
import { savePaper } from './save-paper.ts'

type Asked = Readonly<{ kind: PaperKind; appraisal?: AppraisalId; record?: string }>

function useSavePaper() {
  const { papers: words } = useWords()
  const { message } = App.useApp()
  const say = useSay()
  const [isBusy, setBusy] = useState(false)
  const save = async ({ kind, ...query }: Asked, format: PaperFormat) => {
    setBusy(true)
    try {
      const refused = await savePaper(hrefOf(getPaper, { kind, format }, query))
      if (refused) {
        const { zh, en } = refused
        void message.error(say({ zh: `${zh.what}${zh.fix}`, en: `${en.what} ${en.fix}` }), 8)
      }
    } catch {
      void message.error(words.failed)
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, save }
}

export function DownloadPaper(asked: Asked) {
  const { papers: words } = useWords()
  const { isBusy, save } = useSavePaper()
  const labels: Readonly<Record<PaperFormat, string>> = { docx: words.word, pdf: words.pdf }
  return paperFormats.map((format) => (
    <Button key={format} loading={isBusy} onClick={() => void save(asked, format)}>
      {labels[format]}
    </Button>
  ))
}

/** Papers of an appraisal as a whole, which have no page of their own. */
const ofAppraisal = [
  'implementation-plan',
  'notice',
  'interview-record',
  'chair-script',
  'meeting-minutes',
  'receipt',
  'feedback-talk',
  'rectification-plan',
  'three-lists',
  'ballot-sheet',
  'archive-catalogue',
] as const satisfies readonly PaperKind[]

export function PaperMenu({ appraisal }: Readonly<{ appraisal: AppraisalId }>) {
  const { papers: words } = useWords()
  const say = useSay()
  const { isBusy, save } = useSavePaper()
  const items = ofAppraisal.map((kind) => ({ key: kind, label: say(paperKindAbout[kind]) }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const kind = ofAppraisal.find((one) => one === key)
          if (kind) void save({ kind, appraisal }, 'docx')
        },
      }}
    >
      <Button loading={isBusy}>{words.menu}</Button>
    </Dropdown>
  )
}
