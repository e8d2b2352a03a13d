/** The protocol's own refusals, as the API answers them: its code, its sentence. */
import { refusalWords } from '@luoshi/ballots/protocol/refusal-words'
import type { ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../../execute/refused.ts'

export function refusedByProtocol({ code, about }: ProtocolRefusal) {
  const { zh, en } = refusalWords(code)
  const where = about === '' ? '' : `（${about}）`
  return refused(409, code, bilingual(`${zh}${where}`, '', `${en}${where}`, ''))
}
