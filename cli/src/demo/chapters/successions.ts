/** A unit merges, a head is transferred; what is open goes over with a list, and both sides and a witness sign it. */
import { handOverKind } from '@luoshi/server/people/hand-over-kind'
import { signHandOver } from '@luoshi/server/people/sign-hand-over'
import { mergeUnits, transferPost } from '@luoshi/server/people/succession'
import { dayOf, known, must, type Story } from '../story.ts'

export function planSuccessions(story: Story): void {
  const { world, plan } = story
  const by = story.as('clerk')
  plan(-100, async () => {
    const [unit, into] = [story.unit('floodOffice'), story.unit('water')]
    const official = story.official('liu')
    must(await mergeUnits(world, { by, unit, version: 2, into, official }), 'mergeUnits')
  })
  plan(-25, async () => {
    const [official, successor] = [story.official('oldBao'), story.official('he')]
    const asked = { by, official, version: 1, successor }
    const { handOver } = must(await transferPost(world, asked), 'transferPost')
    story.plan(-24, () => signAll(story, known(handOver, 'hand-over list')))
  })
}

/** The one who left has no account any more: he signs on paper. */
async function signAll(
  story: Story,
  handOver: Parameters<typeof handOverKind.load>[2],
): Promise<void> {
  const { world, congress } = story
  const paper = { name: '翟长林', on: dayOf(story, -24), scan: story.evidence.slice(1) }
  for (const [login, as, signed] of [
    ['clerk', 'leaver', paper],
    ['housing', 'successor', null],
    ['chairs', 'witness', null],
  ] as const) {
    const { version } = await handOverKind.load(world.db, congress, handOver)
    const asked = { by: story.as(login), handOver, version, as, paper: signed }
    must(await signHandOver(world, asked), `signHandOver ${as}`)
  }
}
