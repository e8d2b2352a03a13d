/** Keeping, renaming and deleting the county's own layouts. What a deleted one was is still known to what was exported in it. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { Result } from '@luoshi/domain/kernel/result'
import {
  dropLayout as drop,
  explainLayoutRefusal,
  keepLayout as keep,
  renameLayout as rename,
  type FormWords,
  type OwnForm,
  type OwnLayout,
  type OwnLayoutEvent,
  type OwnLayoutRefusal,
} from '@luoshi/domain/ledgers/own-layout'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { refused } from '../execute/refused.ts'
import { layoutKind, layoutOf, type LayoutId } from './layout-kind.ts'

type Done = Outcome<RecordDone<'layout'>>

export async function keepLayout(
  world: World,
  asked: Asked & Readonly<{ form: OwnForm; words: FormWords }>,
): Done {
  const { by, key, form, words } = asked
  const id = layoutOf(by.congress, form.print)
  const { version } = await layoutKind.load(world.db, by.congress, id)
  return step(world, { by, key, id, version }, (_, today) => keep(form, words, today))
}

type OnLayout = Asked & Readonly<{ id: LayoutId; version: number }>

export function renameLayout(world: World, asked: OnLayout, name: string): Done {
  return step(world, asked, (layout, today) => rename(layout, name, today))
}

export function dropLayout(world: World, asked: OnLayout): Done {
  return step(world, asked, drop)
}

type Rule = (layout: OwnLayout, today: Day) => Result<readonly OwnLayoutEvent[], OwnLayoutRefusal>

function step(world: World, { by, key, id, version }: OnLayout, rule: Rule): Done {
  return takeRecordStep(world, layoutKind, {
    by,
    key,
    command: 'KeepLayout',
    id,
    version,
    decide: (layout) => {
      const ruling = rule(layout, todayOf(world))
      return ruling.ok ? ruling : refusedByLayout(ruling.refusal)
    },
  })
}

export function refusedByLayout(refusal: OwnLayoutRefusal) {
  return refused(409, refusal.code, explainLayoutRefusal(refusal))
}
