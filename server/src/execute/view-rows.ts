/** The row by which each thing is found and listed, made of its state. A rebuild makes the same rows of the same log. */
import type { Appraisal } from '@luoshi/domain/appraisals/appraisal'
import type { Instant } from '@luoshi/domain/kernel/day'
import { erasedText } from '@luoshi/domain/kernel/words'
import { shownDay } from '../contract/limit.ts'
import { currentRound, type OpenedMatter } from '@luoshi/domain/matters/matter'
import type { Opinion } from '@luoshi/domain/opinions/opinion'
import type { Official, Unit } from '@luoshi/domain/people/directory'
import type { ViewRow } from '@luoshi/ledger/projections/view-row'
import { asJsonObject } from './as-json.ts'

export function matterRow(matter: OpenedMatter, at: Instant): ViewRow {
  const round = currentRound(matter)
  const { appraisal, opinion, status, unit, official, title, phase, warned, openedOn } = matter
  return {
    view: 'matter_view',
    number_series: 'matters',
    columns: {
      appraisal,
      opinion,
      status,
      round: round?.number ?? 0,
      unit,
      official,
      title,
      // 待定 has no day, so no list, scan or light takes it for one.
      due: shownDay(round?.due ?? null),
      plan_due: shownDay(round?.planDue ?? null),
      phase,
      warned,
      opened_on: openedOn,
      updated_at: at,
      search: `${title}\n${matter.text}`,
      doc: asJsonObject(matter),
    },
  }
}

export function opinionRow(opinion: Exclude<Opinion, { status: 'none' }>): ViewRow {
  return {
    view: 'opinion_view',
    columns: {
      appraisal: opinion.appraisal,
      status: opinion.status,
      matter: opinion.status === 'answerable' ? opinion.matter : null,
      exit: opinion.status === 'exited' ? opinion.exit : null,
      received_on: opinion.receivedOn,
      channel: opinion.channel,
      text: opinion.words?.text ?? erasedText,
      doc: asJsonObject(opinion),
    },
  }
}

export function appraisalRow(appraisal: Exclude<Appraisal, { status: 'none' }>): ViewRow {
  const { title, unit, official, phase, status } = appraisal
  const columns = { title, subject: official, unit, official, phase, status }
  return { view: 'appraisal_view', columns: { ...columns, doc: asJsonObject(appraisal) } }
}

export function unitRow(unit: Exclude<Unit, { status: 'none' }>): ViewRow {
  const successor = unit.status === 'merged' ? unit.into : null
  const { name, status } = unit
  return { view: 'unit_view', columns: { name, status, successor, doc: asJsonObject(unit) } }
}

export function officialRow(official: Exclude<Official, { status: 'none' }>): ViewRow {
  const { name, unit, post, status } = official
  return {
    view: 'official_view',
    columns: { name, unit, post, status, doc: asJsonObject(official) },
  }
}
