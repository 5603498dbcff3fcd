/** Title and save button of the editor, with what to do when somebody else saved meanwhile. */
import { useEffect, type ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { Conflict } from './conflict.tsx'
import { KEY_PATTERN, tidyText, type Draft } from './draft.ts'
import { Icon } from '../../parts/icon.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { useSave } from './save.ts'

interface Props {
  readonly title: string
  readonly segmentKey: string | undefined
  readonly draft: Draft
  readonly saved: Draft
  readonly keys: readonly string[]
  readonly isDirty: boolean
  readonly isSound: boolean
  readonly wasKept: boolean
  readonly restart: (from: Draft) => void
}

/** Why the draft cannot be saved yet, if so. */
function useObstacle({ draft, segmentKey, keys, isSound }: Props): string | undefined {
  const { t } = useLanguage()
  if (Object.keys(tidyText(draft.name)).length === 0) return t('nameNeeded')
  if (!KEY_PATTERN.test(draft.key)) return t('keyBad')
  if (segmentKey === undefined && keys.includes(draft.key)) return t('keyTaken')
  return isSound || draft.status !== 'active' ? undefined : t('waitsForFix')
}

/** Saves by button or Ctrl+S; an active segment must be sound, a draft need not be. */
export function EditHead(props: Props): ReactElement {
  const { t } = useLanguage()
  const { title, draft, saved, segmentKey, isDirty, wasKept, restart } = props
  const obstacle = useObstacle(props)
  const { save, theirs, isSaving, settle } = useSave({ segmentKey, saved, restart })
  const canSave = isDirty && obstacle === undefined && !isSaving
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 's') return
      e.preventDefault()
      if (canSave) save(draft)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [canSave, draft, save])
  return (
    <div className="head">
      <div className="head-text">
        <h1>{title}</h1>
        <output className="quiet small-text">
          {isDirty && wasKept ? t('draftKept') : isDirty ? t('unsaved') : ''}
          {isDirty && obstacle !== undefined && ` · ${obstacle}`}
        </output>
      </div>
      <div className="row">
        {isDirty && (
          <Button className="button" onPress={() => restart(saved)}>
            {t('discard')}
          </Button>
        )}
        <Button className="button" isDisabled={!canSave} onPress={() => save(draft, true)}>
          {t('saveReview')}
        </Button>
        <Button className="button primary" isDisabled={!canSave} onPress={() => save(draft)}>
          <Icon name="check" />
          {t('save')}
        </Button>
      </div>
      {theirs && <Conflict mine={draft} theirs={theirs} settle={settle} />}
    </div>
  )
}
