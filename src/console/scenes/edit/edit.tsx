/** The definition editor: text with live problems, sentence and count; names; saving without losing anyone's edit. */
import { useEffect, useMemo, useState, type ReactElement } from 'react'
import { inLocale, type Locale } from '../../../core/base/index.ts'
import type { Programme } from '../../../core/catalog/index.ts'
import type { ListWire } from '../../../core/contract/index.ts'
import { useAsk, useCatalogue, useOverview, useSegment } from '../../data.ts'
import { readDefinition } from '../../editor/reading.ts'
import { CountSeries } from '../../parts/count/count-series.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Problem, Skeleton } from '../../parts/problem.tsx'
import { address } from '../../router.ts'
import { Standing } from '../segment/standing.tsx'
import { draftOf, EMPTY_DRAFT, isSame, keep, readKept, type Draft } from './draft.ts'
import { EditDefinition } from './edit-definition.tsx'
import { EditHead } from './edit-head.tsx'
import { EditNames } from './edit-names.tsx'
import { EditStatus } from './edit-status.tsx'
import { Examples } from './examples.tsx'
import { LiveCount } from './live-count.tsx'

/** What a new segment begins with, such as the definition that a finding speaks of. */
interface Start {
  readonly definition: string
  readonly why: string
}

/** Edits a segment, or a new one when there is no key. */
export function EditScene(props: {
  readonly segmentKey: string | undefined
  readonly start?: Start
}): ReactElement {
  const { segmentKey, start } = props
  const { locale } = useLanguage()
  const programme = useCatalogue()
  const overview = useOverview()
  const segment = useSegment(segmentKey)
  const error = programme.error ?? overview.error ?? segment.error
  if (error) return <Problem error={error} />
  if (!programme.data || !overview.data || (segmentKey !== undefined && !segment.data)) {
    return <Skeleton lines={7} />
  }
  const saved = segment.data === undefined ? EMPTY_DRAFT : draftOf(segment.data)
  return (
    <Edit
      segmentKey={segmentKey}
      saved={saved}
      start={startOf(start, locale)}
      programme={programme.data}
      standing={segment.data && <Standing segment={segment.data} />}
      names={Object.fromEntries(
        overview.data.segments.map((s) => [s.key, inLocale(s.name, locale) || s.key]),
      )}
    />
  )
}

function startOf(start: Start | undefined, locale: Locale): Draft | undefined {
  return start && { ...EMPTY_DRAFT, definition: start.definition, why: { [locale]: start.why } }
}

interface EditProps {
  readonly segmentKey: string | undefined
  readonly saved: Draft
  /** Begins with this instead of what is saved, and is no edit that was left unfinished. */
  readonly start: Draft | undefined
  readonly programme: Programme
  /** The segments there are: key -> name. */
  readonly names: Readonly<Record<string, string>>
  /** How the saved file stands to what is in force. */
  readonly standing: ReactElement | undefined
}

/** The draft with its way to change; an unsaved edit of this tab comes back and is kept at every change. */
function useDraft(segmentKey: string | undefined, saved: Draft, start: Draft | undefined) {
  const [base, setBase] = useState(saved)
  const [kept] = useState(() => (start === undefined ? readKept(segmentKey) : undefined))
  const [draft, setDraft] = useState<Draft>(start ?? kept ?? saved)
  const isDirty = !isSame(draft, base)
  const isKept = start === undefined
  useEffect(() => {
    // What the address brings is in the address; a segment begun by hand waits untouched meanwhile.
    if (isKept) keep(segmentKey, isDirty ? draft : undefined)
  }, [segmentKey, draft, isDirty, isKept])
  return {
    draft,
    isDirty,
    wasKept: kept !== undefined && !isSame(kept, saved),
    change: (part: Partial<Draft>) => setDraft((d) => ({ ...d, ...part })),
    restart: (from: Draft) => {
      setBase(from)
      setDraft(from)
    },
  }
}

/** Undefined until they are known; the text is read without them meanwhile. */
function useListNames(): readonly string[] | undefined {
  const { data } = useAsk<readonly ListWire[]>('lists', '/lists')
  return useMemo(() => data?.map((list) => list.name), [data])
}

function Edit({ segmentKey, saved, start, programme, names, standing }: EditProps): ReactElement {
  const { t, locale } = useLanguage()
  const { draft, isDirty, wasKept, change, restart } = useDraft(segmentKey, saved, start)
  const keys = Object.keys(names)
  const { [draft.key]: _itself, ...others } = names
  const lists = useListNames()
  const reading = readDefinition(draft.definition, {
    programme,
    locale,
    segmentNames: others,
    ...(lists === undefined ? {} : { lists }),
  })
  const title =
    segmentKey === undefined
      ? t('newTitle')
      : t('editTitle', { name: inLocale(saved.name, locale) || segmentKey })
  return (
    <>
      <p className="small-text">
        <a href={address(segmentKey === undefined ? [] : ['segments', segmentKey])}>
          {segmentKey === undefined ? t('segments') : inLocale(saved.name, locale) || segmentKey}
        </a>
      </p>
      <EditHead
        title={title}
        segmentKey={segmentKey}
        draft={draft}
        saved={saved}
        keys={keys}
        isDirty={isDirty}
        isSound={reading.ok}
        wasKept={wasKept}
        restart={restart}
      />
      {standing}
      {segmentKey === undefined && draft.definition === '' && (
        <Examples programme={programme} onChoose={change} />
      )}
      <div className="columns">
        <div className="stack">
          <EditDefinition
            text={draft.definition}
            onChange={(definition) => change({ definition })}
            reading={reading}
            programme={programme}
            segmentNames={others}
            lists={lists}
          />
        </div>
        <div className="stack">
          <LiveCount text={draft.definition} isSound={reading.ok} />
          <EditNames draft={draft} isNew={segmentKey === undefined} keys={keys} change={change} />
          <TryOnPast draft={draft} isDisabled={!reading.ok || draft.definition.trim() === ''} />
          <EditStatus status={draft.status} onChange={(status) => change({ status })} />
        </div>
      </div>
    </>
  )
}

/** The definition as it is typed, counted at the end of former periods. */
function TryOnPast(props: { readonly draft: Draft; readonly isDisabled: boolean }): ReactElement {
  const { t } = useLanguage()
  const { draft, isDisabled } = props
  return (
    <section className="sheet" aria-labelledby="try-title">
      <h2 id="try-title">{t('seriesTitle')}</h2>
      <CountSeries
        definition={draft.definition}
        file={draft.key === '' ? 'segment' : draft.key}
        isDisabled={isDisabled}
      />
    </section>
  )
}
