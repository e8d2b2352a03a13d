/** A letter as it is printed. Layout after domain.md §8.4 and §8.13 (一、 then （一）). */
import type { Day } from '@luoshi/domain/kernel/day'
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import type { LetterDetail } from '@luoshi/server/contract/letters'
import { Link } from '@tanstack/react-router'
import { MatterLink } from '../ui/matter-link.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'

type Shown = Readonly<{ letter: LetterDetail }>

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 一 … 十, 十一 … 二百: as papers number their items. */
function numeral(at: number): string {
  const n = at + 1
  if (n <= 10) return numerals[at] ?? ''
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (n >= 100) return String(n)
  return `${tens === 1 ? '' : (numerals[tens - 1] ?? '')}十${ones === 0 ? '' : (numerals[ones - 1] ?? '')}`
}

function useDay() {
  const language = useLanguage()
  return (day: Day) => fullDayText(day, language)
}

export function LetterPaper({ letter }: Shown) {
  const { letters: words } = useWords()
  const day = useDay()
  const { congressName, form, reference, to, copies, before } = letter
  const isReissue = form === 'reissue'
  const date = letter.issuedOn ?? letter.draftedOn
  return (
    <article className="card letter-paper">
      <Marks letter={letter} />
      <h2>
        {congressName}
        <br />
        {isReissue ? words.aboutReissue : words.about(letter.activityName, letter.officialName)}
      </h2>
      <p className="letter-reference">{reference ?? words.noReference}</p>
      <p>
        {words.toWhom(
          isReissue ? letter.items.map((item) => item.unitName).join('、') : to.join('、'),
        )}
      </p>
      <p className="letter-text">
        {isReissue ? words.reissueIntro(before?.reference ?? '') : words.session(letter.session)}
      </p>
      <Parts letter={letter} />
      <p className="letter-signature">
        {congressName}
        <br />
        {day(date)}
      </p>
      {copies.length > 0 && (
        <p className="letter-copies">{words.copiesPrinted(copies.join('、'))}</p>
      )}
      <Record letter={letter} />
    </article>
  )
}

/** What makes this copy void, and what took its place. */
function Marks({ letter }: Shown) {
  const { letters: words } = useWords()
  const day = useDay()
  const { withdrawal, returned, before, after } = letter
  return (
    <>
      {withdrawal && (
        <p className="letter-void">{words.withdrawnOn(day(withdrawal.on), withdrawal.reason)}</p>
      )}
      {returned !== null && <p className="letter-void">{words.returnedFor(returned)}</p>}
      {before && (
        <p className="no-print quiet">
          {words.replaces}{' '}
          <Link to="/letters/$letter" params={{ letter: before.id }}>
            {before.reference}
          </Link>
        </p>
      )}
      {after.length > 0 && (
        <p className="no-print quiet">
          {words.replacedBy}{' '}
          {after.map(({ id, reference }) => (
            <Link key={id} to="/letters/$letter" params={{ letter: id }}>
              {reference === '' ? words.noReference : reference}{' '}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}

function Parts({ letter }: Shown) {
  const { letters: words } = useWords()
  const { sections, form } = letter
  const shown = [
    { name: 'overall', text: sections.overall },
    { name: 'achievements', text: sections.achievements },
    { name: 'problems', text: null },
    { name: 'suggestions', text: sections.suggestions },
    { name: 'ballot', text: sections.ballot },
    { name: 'limits', text: null },
  ] as const
  const printed = shown.filter(({ text }) => text === null || text.trim() !== '')
  return printed.map(({ name, text }, at) => (
    <section key={name}>
      <h3>
        {numeral(at)}、
        {form === 'reissue' && name === 'overall' ? words.reissueReason : words.sections[name]}
      </h3>
      {name === 'problems' && <Items letter={letter} />}
      {name === 'limits' && <Limits letter={letter} />}
      {text?.split('\n').map((line, place) => (
        <p key={place} className="letter-text">
          {line}
        </p>
      ))}
    </section>
  ))
}

function Items({ letter }: Shown) {
  const { letters: words } = useWords()
  const day = useDay()
  return letter.items.map((item, at) => (
    <div key={item.matter} className={item.voided ? 'letter-item-void' : undefined}>
      <p className="letter-text">
        <b>
          （{numeral(at)}）
          <MatterLink matter={item.matter}>{words.matterNumber(item.number)}</MatterLink>
        </b>
        {`　${item.problem}`}
      </p>
      {item.request !== '' && (
        <p className="letter-text">
          {words.requestPrinted}：{item.request}
        </p>
      )}
      <p className="letter-answers">{words.answers(item.unitName, item.officialName)}</p>
      {item.voided === null && (item.heldBy !== null || item.successorName !== null) && (
        <p className="letter-answers">
          {words.passedOn(
            item.heldBy === null ? null : item.unitName,
            item.heldBy ?? item.unitName,
            item.successorName ?? item.officialName,
          )}
        </p>
      )}
      {item.voided && (
        <p className="letter-void">
          {words.voided(day(item.voided.on))}
          <Link to="/letters/$letter" params={{ letter: item.voided.reissue }}>
            {item.voided.reference}
          </Link>
          {`　${words.voidedReason(item.voided.reason)}`}
        </p>
      )}
    </div>
  ))
}

function Limits({ letter }: Shown) {
  const { letters: words } = useWords()
  const say = useSay()
  const day = useDay()
  return (
    <>
      {letter.limits.map(({ kind, due, words: counted }) => (
        <p key={kind} className="letter-text">
          {due === null ? words.limitOpen[kind] : words.limit[kind](day(due))}。
          <small className="quiet">（{say(counted)}）</small>
        </p>
      ))}
      {letter.delivery === null && <p className="quiet letter-text">{words.limitsDraft}</p>}
    </>
  )
}

/** What stands below the paper: who approved it, how it was delivered, who signed. */
function Record({ letter }: Shown) {
  const { letters: words } = useWords()
  const say = useSay()
  const day = useDay()
  const { approval, minutes, changes, delivery, receipts, units, findingsLeft } = letter
  const waiting = units.filter(({ signedOn }) => signedOn === null).map(({ name }) => name)
  if (approval === null && delivery === null) return null
  return (
    <dl className="letter-record">
      {approval && (
        <dd>
          {words.approvedBy(
            say(approvingBodyLabels[approval.body]),
            approval.reference,
            day(approval.on),
          )}
          {minutes !== '' && `　${words.minutesPrinted(minutes)}`}
        </dd>
      )}
      {changes !== '' && (
        <dd>
          {words.changesPrinted}：{changes}
        </dd>
      )}
      {findingsLeft > 0 && <dd className="no-print">{words.findingsLeft(findingsLeft)}</dd>}
      {delivery && (
        <dd>{words.deliveredOn(day(delivery.on), words.delivered[delivery.how], delivery.by)}</dd>
      )}
      {delivery && (
        <>
          <dt>{words.receipt}</dt>
          {receipts.map(({ unitName, signer, on }) => (
            <dd key={unitName}>{words.receiptLine(unitName, signer, day(on))}</dd>
          ))}
          {waiting.length > 0 && <dd>{words.waitsFor(waiting.join('、'))}</dd>}
        </>
      )}
    </dl>
  )
}
