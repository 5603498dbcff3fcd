/** placeholder */
import type { ReactElement } from 'react'
export function ExplainScene(_: Record<string, unknown>): ReactElement {
  return <p />
}
