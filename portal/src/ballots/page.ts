/**
 * The voter's page from opening to end: one window, one vault, one hall. Everything it shows follows from what the hall
 * says and what is kept, so a reload at any moment stands where it stood. Source: ballot.md 3.3, 5, 6.
 */
import { fingerprintOf, readManifest, type FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Booth } from './booth.ts'
import { between } from './chance.ts'
import type { Desk, Shown } from './desk.ts'
import type { Place } from './place.ts'
import { changedBallot, otherWindow, waiting, wrong } from './early-screens.ts'
import { findOwn, toBeFound } from './find-own.ts'
import { followHall } from './follow-hall.ts'
import { hallClock } from './hall-clock.ts'
import { hallAt, type Asked, type HallState } from './hall.ts'
import { forNext, goneOf, nothingKept, stepsOf, wouldBeLost, type Kept } from './kept.ts'
import { questionsOf } from './questions.ts'
import { checkIn } from './screens/check-in.ts'
import { ended } from './screens/ended.ts'
import { holding } from './screens/holding.ts'
import { mark } from './screens/mark.ts'
import { refusalText } from './screens/parts.ts'
import { noToken, over, preparing, unused, voided } from './screens/plain.ts'
import { review } from './screens/review.ts'
import { sending } from './screens/sending.ts'
import { sender, type Sender } from './send-ballots.ts'
import type { Stage } from './stage.ts'
import { onTouch } from './on-touch.ts'
import { idleWatch } from './tablet-idle.ts'
import { prepareRequests } from './take-tokens.ts'
import { TakenElsewhere, type Vault } from './vault.ts'
import { whichScreen, type ScreenName } from './which-screen.ts'
import type { Words } from './words.zh.ts'

export type Opening = Readonly<{
  ballot: string
  tablet: boolean
  /** From the link of a slip. */
  codes: readonly string[]
  words: Words
  english: boolean
  vault: Vault
  stage: Stage
}>

type Aside = 'qr' | 'give-up' | 'load'

const asideScreens: Readonly<Record<Aside, () => Promise<(desk: Desk) => Shown>>> = {
  qr: async () => (await import('./screens/token-qr.ts')).tokenQr,
  'give-up': async () => (await import('./screens/give-up.ts')).giveUp,
  load: async () => (await import('./screens/load.ts')).load,
}

const screens: Readonly<Record<Exclude<ScreenName, Aside>, (desk: Desk) => Shown>> = {
  void: voided,
  preparing,
  'check-in': checkIn,
  holding,
  'no-token': noToken,
  mark,
  review,
  sending,
  ended,
  unused,
  over,
}

type Open = Readonly<{ booth: Booth; sender: Sender }>

const counter = () => performance.now()

const hasTokens = (kept: Kept) => stepsOf(kept).some(([, { at }]) => at !== 'asked')

export function openPage({ ballot, tablet, codes, words, english, vault, stage }: Opening): void {
  const hall = hallAt(ballot, tablet, () => kept !== undefined && hasTokens(kept))
  const clock = hallClock(counter, () => Date.now())
  const place: Place = {
    question: 0,
    aside: 'none',
    codes,
    check: { at: 'not yet' },
    forgotten: false,
    person: 0,
  }
  const idle = idleWatch(counter)
  let ours = true
  let state: HallState | undefined
  let kept: Kept | undefined
  let open: Open | undefined
  let preparingFor = ''
  let checkAt: number | undefined

  const plain = (key: string, node: () => Node) => stage.show(key, () => ({ node: node() }))
  const lost = () => {
    ours = false
    plain('elsewhere', () => otherWindow(words, () => void takeOver()))
  }

  async function takeOver(): Promise<void> {
    ours = await vault.hold(true)
    if (open && kept) kept = (await vault.read(kept.mh)) ?? kept
    redraw()
  }

  /** Nothing is done, and nothing is lost, when another window has taken the record. */
  async function guarded(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof TakenElsewhere)) throw error
      lost()
    }
  }

  async function heard(answer: Asked<HallState>): Promise<void> {
    stage.warn(answer.ok ? '' : answer.code === 'unreachable' ? words.retrying : refused(answer))
    if (!answer.ok) return
    state = answer.value
    await openBallot(answer.value)
    redraw()
    if (state.phase === 'issuing') await prepareAhead()
  }

  const refused = (answer: Readonly<{ code: string }>) => refusalText({ words, english }, answer)

  async function openBallot({ mh }: HallState): Promise<void> {
    if (mh === null || open?.booth.frozen.hash === mh) return
    open = undefined
    const bytes = await hall.manifest()
    if (!bytes.ok) return stage.warn(refused(bytes))
    const manifest = await readManifest(bytes.value)
    if (!manifest.ok) return plain('manifest', () => wrong(words.manifestBad))
    const frozen = manifest.value
    if (frozen.hash !== mh) return plain('manifest', () => wrong(words.manifestOther))
    const earlier = await vault.all()
    if (earlier.some((one) => one.mh !== mh && hasTokens(one)))
      return plain('changed', () =>
        changedBallot(words, fingerprintOf(frozen), () => void goOn(earlier, frozen)),
      )
    await begin(frozen)
  }

  async function goOn(earlier: readonly Kept[], frozen: FrozenManifest): Promise<void> {
    for (const one of earlier) if (one.mh !== frozen.hash) await vault.forget(one.mh)
    await begin(frozen)
    // As the holder of old tokens it was asked as nobody; whoever takes new ones has to be known again.
    await heard(await hall.state())
  }

  async function begin(frozen: FrozenManifest): Promise<void> {
    kept = (await vault.read(frozen.hash)) ?? nothingKept(frozen.hash, ballot)
    const booth: Booth = {
      hall,
      clock,
      frozen,
      tablet,
      state: () => state ?? unheard(),
      kept: () => kept ?? nothingKept(frozen.hash, ballot),
      change: async (change) => {
        kept = await vault.change(frozen.hash, nothingKept(frozen.hash, ballot), change)
      },
    }
    open = { booth, sender: sender(booth, counter) }
  }

  /** While the person still compares the fingerprint. */
  async function prepareAhead(): Promise<void> {
    if (!open || !ours || preparingFor === open.booth.frozen.hash) return
    const { booth } = open
    if (hasTokens(booth.kept())) return
    preparingFor = booth.frozen.hash
    await guarded(() => prepareRequests(booth))
  }

  function redraw(): void {
    if (!ours) return lost()
    if (!state) return plain('loading', () => waiting(words.loading))
    if (!open) {
      if (state.mh === null) plain('waiting', () => waiting(words.preparing))
      return
    }
    const { booth, sender } = open
    const desk: Desk = { words, english, ballot, booth, sender, place, ...acts }
    const name = whichScreen(state, booth.kept(), place, questionsOf(booth).length)
    if (name === 'qr' || name === 'give-up' || name === 'load') return void showAside(name, desk)
    const many = stepsOf(booth.kept()).filter(([, { at }]) => at === 'token').length
    const key =
      name === 'mark'
        ? `mark ${place.question}`
        : name === 'check-in'
          ? `check-in ${state.signedIn ?? ''}`
          : `${name} ${many}`
    stage.show(`${key} ${place.forgotten} ${place.person}`, () => screens[name](desk))
  }

  /** What few people need is fetched when they ask for it. */
  async function showAside(name: Aside, desk: Desk): Promise<void> {
    const draw = await asideScreens[name]()
    if (place.aside === name) stage.show(name, () => draw(desk))
  }

  const acts = {
    redraw,
    announce: stage.announce,
    next: () =>
      guarded(async () => {
        await open?.booth.change(forNext)
        const person = place.person + 1
        Object.assign(place, { question: 0, aside: 'none', codes: [], person })
        idle.emptied()
        stage.count('')
        preparingFor = ''
        redraw()
        if (state?.phase === 'issuing') await prepareAhead()
      }),
    forget: () =>
      guarded(async () => {
        if (!kept) return
        await vault.forget(kept.mh)
        kept = nothingKept(kept.mh, ballot)
        place.forgotten = true
        redraw()
      }),
  }

  /** Once a second: ballots leave and are asked after, the published file is looked through when its moment comes. */
  async function tick(): Promise<void> {
    if (!ours || !open || !state) return
    const { booth, sender } = open
    if (tablet) await leftStanding(booth)
    const casting = state.phase !== 'void' && state.phase !== 'preparing'
    if (casting) await sender.tick()
    if (state.phase === 'closed' || state.phase === 'opened') await checkPublished(booth)
    redraw()
  }

  async function leftStanding(booth: Booth): Promise<void> {
    const holds = wouldBeLost(booth.kept())
    const left = idle.left(holds)
    if (left === 'over') return acts.next()
    stage.count(left === null ? '' : holds ? words.tabletIdleToken(left) : words.tabletIdle(left))
  }

  async function checkPublished(booth: Booth): Promise<void> {
    if (toBeFound(goneOf(booth.kept())).length === 0) return
    checkAt ??= counter() + between(4_000, 40_000)
    if (counter() < checkAt) return
    checkAt = counter() + between(20_000, 60_000)
    const answer = await findOwn(booth)
    place.check = answer.ok ? { at: 'done' } : { at: 'failed', code: answer.code }
  }

  /** Keeps the record, or takes it up again when the other window has gone. */
  async function renew(): Promise<void> {
    const holds = await vault.hold(false)
    if (holds && !ours) return takeOver()
    if (!holds && ours) lost()
  }

  redraw()
  followHall(hall, clock, counter, (answer) => guarded(() => heard(answer)))
  if (tablet) onTouch(idle.touched)
  setInterval(() => void guarded(tick), 1_000)
  setInterval(() => void renew(), 2_000)
  addEventListener('pagehide', () => void vault.letGo())
  addEventListener('pageshow', (event) => {
    if (event.persisted) void renew()
  })
}

function unheard(): never {
  throw new Error('The hall has not been heard yet')
}
