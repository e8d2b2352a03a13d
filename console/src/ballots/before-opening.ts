/** What is known before a ballot is opened: the rule book, the meetings held, who is recused, what waits to be judged. */
import type { Recused } from '@luoshi/domain/ballots/ballot'
import type { BallotSubject } from '@luoshi/domain/ballots/ballot-rows'
import type { AppraisalId, MatterId } from '@luoshi/domain/kernel/ids'
import { getBallotRules } from '@luoshi/server/contract/ballots'
import { listMatters } from '@luoshi/server/contract/matters'
import { listMeetings } from '@luoshi/server/contract/meetings'
import { listRecusals } from '@luoshi/server/contract/recusals'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../api/server.ts'

export function useKnown(appraisal: AppraisalId) {
  const { data: rules } = useQuery({
    queryKey: ['ballots', 'rules', appraisal],
    queryFn: () => ask(getBallotRules, { params: { appraisal } }),
  })
  const { data: meetings = [] } = useQuery({
    queryKey: ['meetings', appraisal],
    queryFn: async () => (await ask(listMeetings, { query: { appraisal } })).rows,
  })
  const { data: recusals = [] } = useQuery({
    queryKey: ['recusals', appraisal],
    queryFn: async () => (await ask(listRecusals, { params: { appraisal } })).rows,
  })
  const { data: waiting = [] } = useQuery({
    queryKey: ['matters', 'verified', appraisal],
    queryFn: async () => {
      const query = { appraisal, status: 'verified', sort: 'number', limit: 100 } as const
      return (await ask(listMatters, { query })).rows
    },
  })
  const standing = recusals.filter(({ status }) => status === 'standing')
  return {
    rules,
    meetings: meetings.filter(({ status }) => status === 'inSession' || status === 'closed'),
    recused: standing.map(({ name, reason }) => `${name} ${reason}`).join('\n'),
    waiting,
  }
}

export function subjectOf(about: BallotSubject['type'], matters: readonly MatterId[]) {
  return about === 'official' ? { type: about } : { type: about, matters: [...matters] }
}

export function recusedOf(text: string): Recused[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...reason] = line.split(/[\s，,：:]+/)
      return { name, reason: reason.join(' ') }
    })
}
