/** A wide or long table in a box of its own, so that the page itself never scrolls sideways. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- a scrolling box must take the focus, and it is no fieldset */
import type { ReactElement, ReactNode } from 'react'

/** The box takes the focus, because without it the keyboard could not scroll it. */
export function Scroll(props: {
  readonly label: string
  readonly short?: boolean
  readonly children: ReactNode
}): ReactElement {
  const { label, short, children } = props
  return (
    <div
      className={short === true ? 'scroll short' : 'scroll'}
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      {children}
    </div>
  )
}
