/** Whom a subject is about, from the registers. */
import type { Subject } from '@luoshi/domain/appraisals/year-plan'
import { useQuery } from '@tanstack/react-query'
import { officialsQuery, unitsQuery } from '../api/lists.ts'

/** 公路局 · 王某（局长）, from the registers. */
export function useSubjectName(): (subject: Pick<Subject, 'unit' | 'official'>) => string {
  const { data: units = [] } = useQuery(unitsQuery)
  const { data: officials = [] } = useQuery(officialsQuery)
  return ({ unit, official }) => {
    const one = officials.find(({ id }) => id === official)
    const name = units.find(({ id }) => id === unit)?.name ?? ''
    return one ? `${name} · ${one.name}（${one.post}）` : name
  }
}
