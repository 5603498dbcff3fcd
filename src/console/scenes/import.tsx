/** placeholder */
import type { ReactElement } from 'react'
export function ImportScene(_: Record<string, unknown>): ReactElement {
  return <p />
}
