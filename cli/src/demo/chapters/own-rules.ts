/** The county adopts rules of its own, and a year later drafts their next edition. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { CountyBookTold } from '@luoshi/server/contract/county-books'
import { draftBook, stepOnBook } from '@luoshi/server/rule-books/book-commands'
import { bookKind } from '@luoshi/server/rule-books/book-kind'
import { decided, known, must, type Story } from '../story.ts'
import { firstEdition, nextEdition, ownRulesName } from '../words/own-rules.ts'
import { sessionOf } from '../words/roster.ts'

type BookId = Id<'book'>

export function planOwnRules(story: Story): void {
  const { world, plan } = story
  const by = story.as('clerk')
  plan(-295, async () => {
    const from = { kind: 'profile', profile: 'seed' } as const
    const { id } = must(await draftBook(world, { by, name: ownRulesName, from }), 'draftBook')
    story.books.set('first', id)
    await change(story, id, firstEdition)
  })
  plan(-286, async () => {
    const approval = decided(story, -286, sessionOf(27), 'standingCommittee')
    await tell(story, known(story.books.get('first'), 'first edition'), {
      type: 'AdoptRuleBook',
      approval,
    })
  })
  plan(-20, async () => {
    const book = known(story.books.get('first'), 'first edition')
    const from = { kind: 'version', book } as const
    const { id } = must(await draftBook(world, { by, name: ownRulesName, from }), 'draftBook')
    await change(story, id, nextEdition)
  })
}

async function change(story: Story, id: BookId, changes: typeof firstEdition): Promise<void> {
  for (const { key, value, text, article } of changes) {
    const source = { text, ref: `《${ownRulesName}》${article}`, verified: true }
    await tell(story, id, { type: 'ChangeSetting', key, value, source })
  }
}

async function tell(story: Story, id: BookId, told: CountyBookTold): Promise<void> {
  const { world, congress } = story
  const { version } = await bookKind.load(world.db, congress, id)
  must(await stepOnBook(world, { by: story.as('clerk'), id, version, told }), told.type)
}
