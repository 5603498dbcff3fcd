/** Keeps the frame standing when a scene fails: says so and offers to reload. */
import { Component, type ReactElement, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useLanguage } from './language.tsx'
import { Problem } from './problem.tsx'

interface State {
  readonly error: unknown
}

/** React asks for a class here; it holds nothing but the error. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Failed error={this.state.error} />
    )
  }
}

function Failed({ error }: { readonly error: unknown }): ReactElement {
  const { t } = useLanguage()
  return (
    <div className="sheet">
      <Problem error={error} />
      <Button className="button" onPress={() => location.reload()}>
        {t('reload')}
      </Button>
    </div>
  )
}
