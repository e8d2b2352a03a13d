/** One hand-over list as it is printed and signed: every open matter with its day and state, and three signatures. */
import { isId, type Id, type OfficialId } from '@luoshi/domain/kernel/ids'
import { signerRoles, type SignerRole } from '@luoshi/domain/people/hand-over-list'
import { undatedWords } from '@luoshi/domain/matters/limit'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import {
  nameSuccessor,
  signHandOver,
  type HandOverDetail,
} from '@luoshi/server/contract/hand-overs'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { SideText } from './hand-overs-page.tsx'
import { OfficialOfUnit } from './official-of-unit.tsx'
import './people.css'
import { handOverQuery } from './queries.ts'
import { SignOnPaper } from './sign-on-paper.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

const route = getRouteApi('/hand-overs/$handOver')

export function HandOverPage() {
  const { handOver } = route.useParams()
  return isId('handover', handOver) ? <Shown id={handOver} /> : <NotFound />
}

type Doing = Readonly<{ what: 'sign'; as: SignerRole }> | Readonly<{ what: 'paper' | 'successor' }>

function Shown({ id }: Readonly<{ id: Id<'handover'> }>) {
  const { roster: words } = useWords()
  const may = useMay()
  const { roles } = useSession()
  const { data, error } = useQuery(handOverQuery(id))
  const [doing, setDoing] = useState<Doing | null>(null)
  if (error) return <ProblemNote error={error} />
  if (!data) return <Waiting lines={10} />
  const { list } = data
  const close = () => setDoing(null)
  const kept = list.caretaker && list.followedBy === null
  return (
    <>
      <PageHead
        title={words.handOverNumber(list.on.slice(0, 4), list.number)}
        lead={words.handOverCauses[list.cause]}
        actions={
          <>
            {kept && may('NameSuccessor') && (
              <Button onClick={() => setDoing({ what: 'successor' })}>{words.nameSuccessor}</Button>
            )}
            {data.maySign.map((as) => (
              <Button key={as} onClick={() => setDoing({ what: 'sign', as })}>
                {words.signAs(words.signers[as])}
              </Button>
            ))}
            {list.status === 'drawn' && roles.includes('clerk') && (
              <Button onClick={() => setDoing({ what: 'paper' })}>{words.signPaper}</Button>
            )}
            <Button onClick={() => window.print()}>{words.print}</Button>
            <DownloadPaper kind="hand-over-list" record={list.id} />
          </>
        }
      />
      <Paper detail={data} />
      {doing?.what === 'sign' && <Sign detail={data} as={doing.as} onClose={close} />}
      {doing?.what === 'paper' && <SignOnPaper detail={data} onClose={close} />}
      {doing?.what === 'successor' && <Successor detail={data} onClose={close} />}
    </>
  )
}

type Asked = Readonly<{ detail: HandOverDetail; onClose: () => void }>

function Sign({ detail: { list }, as, onClose }: Asked & Readonly<{ as: SignerRole }>) {
  const { roster: words } = useWords()
  return (
    <ActDialog
      title={words.signTitle(words.signers[as])}
      action={words.signAs(words.signers[as])}
      changes={['hand-overs']}
      onClose={onClose}
      send={() =>
        ask(signHandOver, {
          params: { handOver: list.id },
          body: { version: list.version, as, paper: null },
        })
      }
    >
      <p>{words.handOverText(list.matters)}</p>
      <p className="consequence">{words.signNote}</p>
    </ActDialog>
  )
}

function Successor({ detail: { list }, onClose }: Asked) {
  const { roster: words } = useWords()
  const [successor, setSuccessor] = useState<OfficialId | null>(null)
  if (list.to.unit === null) return null
  return (
    <ActDialog
      title={words.nameSuccessor}
      action={words.nameSuccessor}
      changes={['hand-overs', 'officials', 'matters', 'matter']}
      onClose={onClose}
      send={
        successor
          ? () =>
              ask(nameSuccessor, {
                params: { handOver: list.id },
                body: { version: list.version, successor },
              })
          : lackingOf([words.successor, successor])
      }
    >
      <OfficialOfUnit
        label={words.successor}
        hint={words.nameSuccessorHint}
        unit={list.to.unit}
        {...(list.to.official === null ? {} : { except: list.to.official })}
        value={successor}
        onChange={setSuccessor}
      />
    </ActDialog>
  )
}

function Paper({ detail: { list, matters, signatures } }: Readonly<{ detail: HandOverDetail }>) {
  const { roster: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  const title = words.handOverNumber(list.on.slice(0, 4), list.number)
  return (
    <article className="card hand-over-paper">
      <h2>{words.handOvers}</h2>
      <p className="hand-over-number">{title}</p>
      <dl className="hand-over-sides">
        <dt>{words.from}</dt>
        <dd>
          <SideText side={list.from} committee={words.wholeCommittee} />
        </dd>
        <dt>{words.to}</dt>
        <dd>
          <SideText side={list.to} committee={words.nextCommittee} />
        </dd>
        <dt>{words.date}</dt>
        <dd>{fullDayText(list.on, language)}</dd>
      </dl>
      {list.caretaker && (
        <p>
          {words.caretakerNote}{' '}
          {list.followedBy !== null && (
            <Link to="/hand-overs/$handOver" params={{ handOver: list.followedBy }}>
              {words.followed}
            </Link>
          )}
        </p>
      )}
      <p>{matters.length === 0 ? words.noMattersListed : words.handOverText(matters.length)}</p>
      {matters.length > 0 && (
        <SheetScroll>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{words.number}</th>
                <th scope="col">{words.matter}</th>
                <th scope="col">{words.due}</th>
                <th scope="col">{words.stateThen}</th>
                <th scope="col">{words.stateNow}</th>
              </tr>
            </thead>
            <tbody>
              {matters.map((one) => (
                <tr key={one.matter}>
                  <td className="number">{one.number}</td>
                  <td>
                    <MatterLink matter={one.matter}>{one.title}</MatterLink>
                  </td>
                  <td>{one.due ?? say(undatedWords(one.status))}</td>
                  <td>{say(statusLabels[one.status])}</td>
                  <td className="quiet">{say(statusLabels[one.now])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      )}
      <dl className="hand-over-signatures">
        {signerRoles.map((role) => {
          const signed = signatures.find(({ as }) => as === role)
          return (
            <div key={role}>
              <dt>{words.signers[role]}</dt>
              <dd>
                {signed ? (
                  <>
                    <strong>{signed.name}</strong>
                    <small>
                      {fullDayText(signed.on, language)} ·{' '}
                      {signed.byAccount ? words.byAccount : words.byPaper}
                    </small>
                  </>
                ) : (
                  <span className="quiet">{words.unsigned}</span>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </article>
  )
}
