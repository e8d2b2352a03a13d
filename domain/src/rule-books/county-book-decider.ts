/** What may happen to a version of a county's 办法 next. Source: see county-book.ts. */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import { checkSetting } from './check-rule-book.ts'
import { contradictionsOf } from './contradictions.ts'
import {
  evolveCountyBook,
  noCountyBook,
  type BookId,
  type BookOrigin,
  type CountyBook,
  type CountyBookEvent,
} from './county-book.ts'
import type { CountyBookRefusal } from './county-book-refusals.ts'
import { hashOfBook } from './hash-of-book.ts'
import { neutralRef } from './neutral.ts'
import type { RuleBook, SettingKey, Source } from './rule-book.ts'

export type CountyBookCommand = ByType<{
  /** `book`: the book it begins with, under the county's own name. */
  DraftRuleBook: {
    series: BookId
    edition: number
    origin: BookOrigin
    book: RuleBook
    today: Day
  }
  NameRuleBook: { name: string; today: Day }
  ChangeSetting: { key: SettingKey; value: unknown; source: Source; today: Day }
  AdoptRuleBook: { approval: Approval; today: Day }
  WithdrawRuleBook: { approval: Approval; reason: string; today: Day }
  DropRuleBook: { today: Day }
}>

type Ruling = Result<readonly CountyBookEvent[], CountyBookRefusal>
type Told<Type extends CountyBookCommand['type']> = Extract<
  CountyBookCommand,
  Readonly<{ type: Type }>
>

export const countyBookDecider: Decider<
  CountyBook,
  CountyBookCommand,
  CountyBookEvent,
  CountyBookRefusal
> = {
  initial: noCountyBook,
  decide: (state, command) => {
    if (command.type === 'DraftRuleBook') return draft(state, command)
    if (state.status === 'none') return refuse({ code: 'book-not-there' })
    if (command.type === 'WithdrawRuleBook') return withdraw(state, command)
    if (state.status !== 'drafting') return refuse({ code: 'book-not-a-draft' })
    const { today: on } = command
    switch (command.type) {
      case 'NameRuleBook': {
        const name = command.name.trim()
        if (name === '') return refuse({ code: 'book-name-missing' })
        return accept([{ type: 'RuleBookNamed', name, on }])
      }
      case 'ChangeSetting':
        return changeSetting(command)
      case 'AdoptRuleBook':
        return adopt(state.book, command)
      case 'DropRuleBook':
        return accept([{ type: 'RuleBookDropped', on }])
    }
  },
  evolve: evolveCountyBook,
}

function draft(state: CountyBook, command: Told<'DraftRuleBook'>): Ruling {
  if (state.status !== 'none') return refuse({ code: 'book-already-there' })
  const { series, edition, origin, today: on } = command
  const name = command.book.name.trim()
  if (name === '') return refuse({ code: 'book-name-missing' })
  const book = { ...command.book, name }
  return accept([{ type: 'RuleBookDrafted', series, edition, origin, book, on }])
}

function changeSetting({ key, value, source, today: on }: Told<'ChangeSetting'>): Ruling {
  const checked = checkSetting(key, { value, source })
  if (!checked.ok) return refuse({ code: 'setting-refused', refusal: checked.refusal })
  if (source.verified && source.ref.trim() === neutralRef)
    return refuse({ code: 'source-names-no-document' })
  return accept([{ type: 'SettingChanged', key, settings: checked.value, on }])
}

/** 办法 are the committee's, or the chairs' where the committee left it to them; no single deputy director adopts one. */
function adopt(book: RuleBook, { approval, today: on }: Told<'AdoptRuleBook'>): Ruling {
  const contradictions = contradictionsOf(book)
  if (contradictions.length > 0) return refuse({ code: 'book-contradicts-itself', contradictions })
  const fault = faultOf(approval, on)
  if (fault) return refuse(fault)
  return accept([{ type: 'RuleBookAdopted', approval, hash: hashOfBook(book), on }])
}

function withdraw(state: CountyBook, command: Told<'WithdrawRuleBook'>): Ruling {
  if (state.status !== 'adopted') return refuse({ code: 'book-not-adopted' })
  const { approval, today: on } = command
  const reason = command.reason.trim()
  if (reason === '') return refuse({ code: 'reason-missing' })
  const fault = faultOf(approval, on)
  if (fault) return refuse(fault)
  return accept([{ type: 'RuleBookWithdrawn', approval, on, words: { reason } }])
}

function faultOf(approval: Approval, today: Day): CountyBookRefusal | null {
  if (approval.body !== 'standingCommittee' && approval.body !== 'chairs')
    return { code: 'adopted-by-whom' }
  const fault = approvalFault(approval, today)
  return fault === null ? null : { code: 'approval-faulty', fault }
}
