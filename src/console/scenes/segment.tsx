/** placeholder */
import type { ReactElement } from 'react'
export function SegmentScene(_: Record<string, unknown>): ReactElement {
  return <p />
}
