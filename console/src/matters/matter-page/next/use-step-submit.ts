/** Sends a step with the version the person looked at; afterwards everything that shows the matter is read again. */
import type { MatterStep, StepAnswer } from '@luoshi/server/contract/matter-steps'
import { useRef } from 'react'
import { useAct } from '../../../api/act.ts'
import type { Around } from '../around.ts'
import { stepSpecs } from '../steps/step-specs.ts'
import { typedOf } from '../steps/typed.ts'
import { commandKeys } from './command-key.ts'
import type { FormValues } from './form-values.ts'

type Sent = Readonly<{ around: Around; values: FormValues }>

export function useStepSubmit(step: MatterStep) {
  const keys = useRef(commandKeys())
  return useAct<Sent, StepAnswer>(
    ({ around: { detail }, values }) =>
      stepSpecs[step].send(
        {
          params: { matter: detail.id },
          version: detail.version,
          extras: {
            idempotencyKey: keys.current.keyFor([step, detail.id, detail.version, values]),
          },
        },
        typedOf(values),
      ),
    ['matter', 'matters', 'appraisals'],
  )
}
