/** What the clerk may do with a running appraisal: enter a later phase, archive it when every matter has ended. */
import { originOf, phaseLabels, phases, type Phase } from '@luoshi/domain/appraisals/phases'
import { archiveAppraisal, enterPhase, type AppraisalRow } from '@luoshi/server/contract/appraisals'
import { App, Button, Dropdown } from 'antd'
import { useAct } from '../api/act.ts'
import { problemOf } from '../api/problem.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { useLanguage, useSay, useWords } from '../words/language.ts'

export function AppraisalSteps({ appraisal }: Readonly<{ appraisal: AppraisalRow }>) {
  const { appraisals: words, matters, shell } = useWords()
  const say = useSay()
  const may = useMay()
  const language = useLanguage()
  const confirm = useConfirm()
  const { message } = App.useApp()
  const tell = {
    onSuccess: () => void message.success(shell.recorded),
    onError: (error: Error) => {
      const { what, fix } = problemOf(error)[language]
      void message.error(`${what}${fix}`, 8)
    },
  }
  const params = { appraisal: appraisal.id }
  const { version } = appraisal
  const enter = useAct(
    (phase: Phase) => ask(enterPhase, { params, body: { version, phase } }),
    ['appraisals'],
  )
  const archive = useAct(() => ask(archiveAppraisal, { params, body: { version } }), ['appraisals'])
  if (appraisal.status === 'archived' || !may('EnterPhase')) return null
  const ahead = phases.slice(phases.indexOf(appraisal.phase) + 1)
  const go = async (phase: Phase) => {
    const sure = await confirm({
      title: words.enterPhase(say(phaseLabels[phase])),
      effects: [
        words.enterEffect(say(phaseLabels[appraisal.phase]), say(phaseLabels[phase])),
        words.enterOrigin(matters.phases[originOf(phase)]),
      ],
      action: words.enterPhase(say(phaseLabels[phase])),
    })
    if (sure) enter.mutate(phase, tell)
  }
  const shut = async () => {
    const sure = await confirm({
      title: words.archiveTitle(appraisal.title),
      effects: [words.archiveEffect],
      action: words.archive,
    })
    if (sure) archive.mutate(undefined, tell)
  }
  const [next, ...later] = ahead
  return (
    <div className="appraisal-steps">
      {next !== undefined && (
        <Button loading={enter.isPending} onClick={() => void go(next)}>
          {words.enterPhase(say(phaseLabels[next]))}
        </Button>
      )}
      {next === undefined && (
        <Button loading={archive.isPending} onClick={() => void shut()}>
          {words.archive}
        </Button>
      )}
      {next !== undefined && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...later.map((phase) => ({
                key: phase,
                label: words.enterPhase(say(phaseLabels[phase])),
                onClick: () => void go(phase),
              })),
              { key: 'archive', label: words.archive, onClick: () => void shut() },
            ],
          }}
        >
          <Button aria-label={shell.rooms.more}>⋯</Button>
        </Dropdown>
      )}
    </div>
  )
}
