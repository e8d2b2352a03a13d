/** What is still missing or wrong in a form, by field, in words. The server's rules have the last word. */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import { missingParts } from '@luoshi/domain/plans/plan'
import { axes } from '@luoshi/domain/verdicts/verdict'
import type { Messages } from '../../../words/zh.ts'
import {
  attendanceFields,
  attendanceName,
  isCount,
  voteFields,
  voteName,
} from '../steps/judgement.ts'
import type { FieldSpec } from '../steps/step-spec.ts'
import { namesIn, planTyped } from '../steps/typed.ts'
import { listOf, textOf, type FormValues } from './form-values.ts'

export type FieldErrors = Readonly<Record<string, string>>

type Words = Messages['matterPage']
export type Check = Readonly<{ words: Words; dayText: (day: Day) => string }>

export function checkFields(
  fields: readonly FieldSpec[],
  values: FormValues,
  check: Check,
): FieldErrors {
  return Object.assign({}, ...fields.map((field) => errorsOf(field, values, check)))
}

function errorsOf(field: FieldSpec, values: FormValues, check: Check): FieldErrors {
  const { form, plan, fields: labels } = check.words
  switch (field.kind) {
    case 'approval':
      return approvalErrors(values, form)
    case 'plan':
      return missingParts(planTyped(values)).length > 0 ? { plan: plan.incomplete } : {}
    case 'judgement':
      return judgementErrors(values, form)
    case 'files':
      return !field.optional && values.files.length === 0 ? { [field.name]: form.needFiles } : {}
    case 'people':
      return namesIn(listOf(values, field.name)).length === 0
        ? { [field.name]: form.required(labels[field.words]) }
        : {}
    case 'day': {
      const fault = dayFault(textOf(values, field.name), field, check)
      return fault === null ? {} : { [field.name]: fault }
    }
    case 'line':
    case 'session':
    case 'text':
    case 'choice':
    case 'unit':
    case 'official':
    case 'matter': {
      if (field.optional || textOf(values, field.name).trim() !== '') return {}
      const typed = field.kind === 'line' || field.kind === 'text'
      return { [field.name]: (typed ? form.required : form.choose)(labels[field.words]) }
    }
  }
}

function dayFault(
  text: string,
  { min, max }: Readonly<{ min?: Day; max?: Day }>,
  { words, dayText }: Check,
): string | null {
  if (!isDay(text)) return words.form.wrongDay
  if (max !== undefined && text > max) return words.form.notAfter(dayText(max))
  return min !== undefined && text < min ? words.form.notBefore(dayText(min)) : null
}

function approvalErrors(values: FormValues, form: Words['form']): FieldErrors {
  return {
    ...(textOf(values, 'approval.body') === '' ? { 'approval.body': form.choose(form.body) } : {}),
    ...(isDay(textOf(values, 'approval.on')) ? {} : { 'approval.on': form.wrongDay }),
    ...(textOf(values, 'approval.reference').trim() === ''
      ? { 'approval.reference': form.required(form.reference) }
      : {}),
  }
}

function judgementErrors(values: FormValues, form: Words['form']): FieldErrors {
  const names = [
    ...attendanceFields.map(attendanceName),
    ...axes.flatMap((axis) => voteFields.map((field) => voteName(axis, field))),
  ]
  const wrong = names.filter((name) => !isCount(textOf(values, name)))
  return Object.fromEntries(wrong.map((name) => [name, form.wholeNumber]))
}
