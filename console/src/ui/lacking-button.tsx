/** A button that waits for something says what: outside a dialog there is no other way to grey one. */
import { Button } from 'antd'
import { useId, type ComponentProps } from 'react'
import type { Lacking } from './lacking.ts'
import { StillLacking } from './still-lacking.tsx'

type Props = Omit<ComponentProps<typeof Button>, 'disabled' | 'aria-describedby'> &
  Readonly<{
    lacking: Lacking
    /** The place on the page, by its id, that says it already: then it is not said a second time. */
    saidAt?: string | undefined
  }>

export function LackingButton({ lacking, saidAt, ...button }: Props) {
  const why = useId()
  const isLacking = lacking.length > 0
  if (saidAt !== undefined)
    return <Button {...button} disabled={isLacking} aria-describedby={saidAt} />
  return (
    <span className="lacking-button">
      <Button {...button} disabled={isLacking} aria-describedby={why} />
      <StillLacking id={why} lacking={lacking} />
    </span>
  )
}
