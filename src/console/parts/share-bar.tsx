/** A share of the whole as a thin bar; the figure beside it says the same in text. */
import type { ReactElement } from 'react'

/** `share` is 0..1; the bar is decoration for the eye and hidden from readers. */
export function ShareBar({ share }: { readonly share: number }): ReactElement {
  return (
    <svg className="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="rest" width="100" height="6" />
      <rect
        className="part"
        width={Math.min(100, Math.max(share > 0 ? 0.8 : 0, share * 100))}
        height="6"
      />
    </svg>
  )
}
