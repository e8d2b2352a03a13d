/**
 * The minutes of a secret ballot cast in the house's own box (无记名测评记录): what was issued and what came back, paper
 * beside it, what was sealed and published, whether it verifies, who objected, and who watched. It never says more of a
 * person than that he took a token or a sheet: not even that, here.
 *
 * Source: issue 5; docs/ballot-protocol.md (files, steps of the verifier); domain.md §8.8.
 */
import { rowsOf } from '@luoshi/domain/ballots/ballot-rows'
import type { ContestCount } from '@luoshi/domain/ballots/cast-here'
import type { Counters } from '@luoshi/domain/ballots/ballot'
import { secrecyLabels } from '@luoshi/domain/rule-books/choice-words'
import { methodLabel } from '@luoshi/domain/ballots/ballot-labels'
import { dayInChina, type Instant } from '@luoshi/domain/kernel/day'
import { assemble, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, inGroups } from '../paper-words.ts'
import {
  nameInCell,
  rehearsalMark,
  resultTable,
  table,
  valuesOf,
  type CountedOnPaper,
} from './ballot-papers.ts'

export type CastOnPaper = CountedOnPaper &
  Readonly<{
    /** Four by four, as it stood on the screen. */
    fingerprint: string
    issued: Readonly<{ tokens: number; paper: number }>
    electronic: readonly ContestCount[]
    paper: readonly ContestCount[]
    /** Who counted the paper ballots; nothing where there were none. */
    paperCounters: Counters | null
    seal: Readonly<{ at: Instant; ballots: number; sealed: string; issued: string; close: string }>
    /** The verifier's code where the published folder does not hold. */
    fails: string | null
    /** Receipts of ballots that somebody missed, as they were posted. */
    objections: number
    remarks: readonly string[]
  }>

export function ballotRecordPaper(frame: PaperFrame, ballot: CastOnPaper): OfficialPaper {
  const { fingerprint, fails, remarks, objections } = ballot
  const verdict =
    fails === null
      ? '复核程序核对公布的全部文件，逐票验证并重新计票，结果一致。'
      : `复核程序核对公布的文件，没有通过（${fails}）。`
  const parts = {
    facts: facts(ballot),
    course: [...course(ballot), formsTable(ballot)],
    paper: paperPart(ballot),
    result: [resultTable(ballot)],
    published: [...paragraphs(verdict), hashTable(ballot)],
    remarks: remarks.flatMap(paragraphs),
    objections: paragraphs(
      objections === 0
        ? '公布以后，没有人就选票缺失提出异议。'
        : `公布以后，就选票缺失提出异议${objections}件，${fails === null ? '经核对，所涉选票均在公布的文件中。' : '核对情况见复核结果。'}`,
    ),
    signs: [signs(ballot)],
  }
  return assemble(frame, { ...valuesOf(ballot), fingerprint }, parts)
}

function facts(ballot: CastOnPaper): readonly Block[] {
  const { source, session, heldOn, members, present, recused, fingerprint } = ballot
  const away = recused.length === 0 ? '' : `，回避${recused.length}人`
  return paragraphs(
    [
      `${rehearsalMark(source)}${session}，${dayText(heldOn)}，采用${methodLabel(source).zh}，${secrecyLabels[source.secrecy].zh}。`,
      `应到${members}人，实到${present}人${away}，可以投票${present - recused.length}人。`,
      `票样指纹：${fingerprint}。`,
    ].join('\n'),
  )
}

function course({ issued, seal, electronic }: CastOnPaper): readonly Block[] {
  const sheets = issued.paper === 0 ? '' : `，领用纸质票${issued.paper}人`
  const rows = electronic.length > 1 ? `每人每项一张票证，共${electronic.length}项。` : ''
  return paragraphs(
    [
      `发出票证${issued.tokens}人${sheets}。${rows}`,
      `票箱于${momentText(seal.at)}封存，共封存电子选票${seal.ballots}张。票箱不记录投票的人和时间。`,
    ].join('\n'),
  )
}

/** What went out and what came back, row by row. */
function formsTable(ballot: CastOnPaper): Block {
  const { issued, electronic, paper } = ballot
  const name = nameInCell(ballot)
  const hasPaper = issued.paper > 0
  const cell = (heading: string) => ({ heading, width: 4, align: 'center' as const })
  const columns = [
    { heading: '测评内容', width: 8 },
    ...['发出票证', '收回电子票', '其中废票', '未收回'].map(cell),
    ...(hasPaper ? ['收回纸质票', '其中废票'].map(cell) : []),
    cell('有效票'),
  ]
  const rows = rowsOf(ballot.subject).map((row, at) => {
    const [box, sheets] = [electronic[at] ?? none, paper[at] ?? none]
    const valid = box.cast - box.invalid + sheets.cast - sheets.invalid
    const sent = [issued.tokens, box.cast, box.invalid, issued.tokens - box.cast]
    const onPaper = hasPaper ? [sheets.cast, sheets.invalid] : []
    return [name(row), ...[...sent, ...onPaper, valid].map(String)]
  })
  return table(columns, rows)
}

const none: ContestCount = { cast: 0, counts: [], blank: 0, invalid: 0 }

function paperPart({ issued, paperCounters }: CastOnPaper): readonly Block[] {
  if (issued.paper === 0) return paragraphs('本次没有使用纸质票。')
  const { chief = '', tellers = [] } = paperCounters ?? {}
  const who = tellers.length === 0 ? '' : `由${tellers.join('、')}清点，`
  const watched = chief === '' ? '' : `${chief}总监票，`
  return paragraphs(
    `领用纸质票${issued.paper}人。${who}${watched}清点结果由监票人签名声明，一并公布，与电子票合并计算。`,
  )
}

function hashTable({ seal }: CastOnPaper): Block {
  const columns = [
    { heading: '公布的文件', width: 5 },
    { heading: '校验值（SHA-256）', width: 16 },
  ]
  return table(columns, [
    ['封存选票\nsealed.jsonl', inGroups(seal.sealed, 8)],
    ['发票登记\nissued.jsonl', inGroups(seal.issued, 8)],
    ['封票声明\nclose.json', inGroups(seal.close, 8)],
  ])
}

/** Who watched is known of paper ballots only; the rest is written by hand, the teller who was not there as well. */
function signs({ paperCounters }: CastOnPaper): Block {
  return {
    kind: 'form',
    rows: [
      { label: '总监票人（签名）', text: paperCounters?.chief ?? '', lines: 2 },
      { label: '监票人（签名）', text: paperCounters?.scrutineers.join('、') ?? '', lines: 2 },
      { label: '计票人（签名）', text: paperCounters?.tellers.join('、') ?? '', lines: 2 },
      { label: '说出口令份额的监票人', text: '', lines: 2 },
      { label: '缺席的监票人和代行情况', text: '', lines: 2 },
      { label: '现场异议和处理', text: '', lines: 3 },
    ],
  }
}

function momentText(at: Instant): string {
  const [hour = '', minute = ''] = new Date(Date.parse(at) + 8 * 3_600_000)
    .toISOString()
    .slice(11, 16)
    .split(':')
  return `${dayText(dayInChina(at))}${Number(hour)}时${minute}分`
}
