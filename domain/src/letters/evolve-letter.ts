/** What a letter becomes by what has happened to it. */
import { erasedText } from '../kernel/words.ts'
import {
  unsignedOf,
  type ItemFacts,
  type KnownLetter,
  type Letter,
  type LetterAbout,
  type LetterContent,
  type LetterEvent,
} from './letter.ts'

type Beginning = Extract<LetterEvent, { type: 'LetterDrafted' | 'ItemReissued' }>

export function evolveLetter(before: Letter, event: LetterEvent): Letter {
  if (event.type === 'LetterDrafted' || event.type === 'ItemReissued') return begun(event)
  if (before.status === 'none') throw new Error(`${event.type} before LetterDrafted`)
  return later(before, event)
}

function begun(event: Beginning): Letter {
  const { appraisal, replaces, on } = event
  const isReissue = event.type === 'ItemReissued'
  const about: LetterAbout = {
    ...contentOf(event),
    appraisal,
    form: isReissue ? 'reissue' : 'opinion',
    replaces,
    draftedOn: on,
    approval: null,
    minutes: '',
    changes: '',
    returned: null,
    findingsLeft: [],
    issue: isReissue ? { prefix: '', on, reference: event.reference } : null,
    delivery: isReissue ? { how: 'paper', on, by: '' } : null,
    receipts: [],
    heirs: [],
    voided: [],
    withdrawal: null,
  }
  return { status: isReissue ? 'delivered' : 'drafted', ...about }
}

type Later = Exclude<LetterEvent, Beginning>

function later(letter: KnownLetter, event: Later): Letter {
  switch (event.type) {
    case 'LetterRevised':
      return { ...letter, ...contentOf(event), status: 'drafted' }
    case 'LetterApproved': {
      const { approval, minutes, findingsLeft, words } = event
      const changes = words?.changes ?? erasedText
      const decided = { approval, minutes, findingsLeft, changes, returned: null }
      return { ...letter, ...decided, status: 'approved' }
    }
    case 'LetterReturned': {
      const returned = event.words?.reason ?? erasedText
      return { ...letter, status: 'drafted', approval: null, returned }
    }
    case 'LetterIssued': {
      const { prefix, on } = event
      return { ...letter, status: 'issued', issue: { prefix, on, reference: null } }
    }
    case 'LetterHandedOver': {
      const { how, on, words } = event
      return { ...letter, status: 'delivered', delivery: { how, on, by: words?.by ?? erasedText } }
    }
    case 'LetterSigned': {
      const { unit, on, words } = event
      const receipt = { unit, on, signer: words?.signer ?? erasedText }
      return signedByAll({ ...letter, receipts: [...letter.receipts, receipt] })
    }
    case 'LetterItemVoided': {
      const { matter, reissue, on, words } = event
      const gone = { matter, reissue, on, reason: words?.reason ?? erasedText }
      return signedByAll({ ...letter, voided: [...letter.voided, gone] })
    }
    case 'LetterPassedOn': {
      const { from, to, on } = event
      return { ...letter, heirs: [...letter.heirs, { from, to, on }] }
    }
    case 'LetterWithdrawn': {
      const withdrawal = { on: event.on, reason: event.words?.reason ?? erasedText }
      return { ...letter, status: 'withdrawn', withdrawal }
    }
  }
}

/** Received when every unit that still has an item in it has signed. */
function signedByAll(letter: KnownLetter): Letter {
  return { ...letter, status: unsignedOf(letter).length === 0 ? 'received' : 'delivered' }
}

type WithContent = Readonly<{
  items: readonly ItemFacts[]
  words: Extract<LetterEvent, { type: 'LetterDrafted' }>['words']
}>

function contentOf({ items, words }: WithContent): LetterContent {
  const text = (name: 'overall' | 'achievements' | 'suggestions' | 'ballot') =>
    words?.[name] ?? erasedText
  return {
    overall: text('overall'),
    achievements: text('achievements'),
    suggestions: text('suggestions'),
    ballot: text('ballot'),
    to: words?.to ?? [erasedText],
    copies: words?.copies ?? [],
    items: items.map((item, at) => ({
      ...item,
      problem: words?.texts[at]?.problem ?? erasedText,
      request: words?.texts[at]?.request ?? erasedText,
    })),
  }
}
