/** placeholder */
import type { ReactElement } from 'react'
export function EditScene(_: Record<string, unknown>): ReactElement {
  return <p />
}
