/** Which scene belongs to which address; scenes beyond the first are fetched when they are needed. */
import { lazy, Suspense, useEffect, type ReactElement } from 'react'
import { ApiError } from './api.ts'
import { useOverview } from './data.ts'
import { readKey } from './key.ts'
import { Boundary } from './parts/boundary.tsx'
import { Frame } from './parts/frame.tsx'
import { useLanguage } from './parts/language.tsx'
import { Skeleton } from './parts/problem.tsx'
import { address, useRoute, type Route } from './router.ts'
import { Access } from './scenes/access.tsx'
import { OverviewScene } from './scenes/overview.tsx'

const SegmentScene = lazy(async () => ({
  default: (await import('./scenes/segment.tsx')).SegmentScene,
}))
const EditScene = lazy(async () => ({
  default: (await import('./scenes/edit/edit.tsx')).EditScene,
}))
const ImportScene = lazy(async () => ({
  default: (await import('./scenes/import/import.tsx')).ImportScene,
}))
const QuarantineScene = lazy(async () => ({
  default: (await import('./scenes/import/quarantine.tsx')).QuarantineScene,
}))
const ExplainScene = lazy(async () => ({
  default: (await import('./scenes/explain.tsx')).ExplainScene,
}))

const ChangesScene = lazy(async () => ({
  default: (await import('./scenes/change/changes.tsx')).ChangesScene,
}))
const ListsScene = lazy(async () => ({
  default: (await import('./scenes/lists/lists.tsx')).ListsScene,
}))
const ListScene = lazy(async () => ({
  default: (await import('./scenes/lists/list.tsx')).ListScene,
}))
const LiveScene = lazy(async () => ({
  default: (await import('./scenes/live/live.tsx')).LiveScene,
}))

const UnderstandScene = lazy(async () => ({
  default: (await import('./scenes/understand/understand.tsx')).UnderstandScene,
}))
const ReportScene = lazy(async () => ({
  default: (await import('./scenes/understand/report.tsx')).ReportScene,
}))

const ModelsScene = lazy(async () => ({
  default: (await import('./scenes/models/models.tsx')).ModelsScene,
}))
const ModelScene = lazy(async () => ({
  default: (await import('./scenes/models/model.tsx')).ModelScene,
}))

const TemplatesScene = lazy(async () => ({
  default: (await import('./scenes/templates/templates.tsx')).TemplatesScene,
}))
const TemplateScene = lazy(async () => ({
  default: (await import('./scenes/templates/template.tsx')).TemplateScene,
}))

function sceneOf({ path, query }: Route): ReactElement {
  const [room, key, action] = path
  if (room === undefined) return <OverviewScene />
  if (room === 'segments' && key !== undefined) {
    return action === 'edit' ? (
      <EditScene key={key} segmentKey={key} />
    ) : (
      <SegmentScene key={key} segmentKey={key} view={action ?? ''} />
    )
  }
  if (room === 'new') return <NewSegment query={query} />
  if (room === 'understand') {
    return key === undefined ? (
      <UnderstandScene />
    ) : (
      <ReportScene key={key} name={key} told={query} />
    )
  }
  if (room === 'models') {
    return key === undefined ? (
      <ModelsScene />
    ) : (
      <ModelScene key={key} model={key} run={query.get('run') ?? ''} />
    )
  }
  if (room === 'changes') return <ChangesScene />
  if (room === 'lists')
    return key === undefined ? <ListsScene /> : <ListScene key={key} name={key} />
  if (room === 'templates') {
    return key === undefined ? <TemplatesScene /> : <TemplateScene key={key} templateKey={key} />
  }
  if (room === 'live') return <LiveScene />
  if (room === 'import') {
    return key === undefined ? (
      <ImportScene />
    ) : (
      <QuarantineScene key={key} importId={Number(key)} />
    )
  }
  if (room === 'explain') {
    return (
      <ExplainScene customer={query.get('customer') ?? ''} segment={query.get('segment') ?? ''} />
    )
  }
  return <NotFound />
}

/** Empty, or with the definition and the reason that the address brings, such as those of a finding. */
function NewSegment({ query }: { readonly query: URLSearchParams }): ReactElement {
  const definition = query.get('definition') ?? ''
  const why = query.get('why') ?? ''
  return (
    <EditScene
      key={`new ${definition}`}
      segmentKey={undefined}
      {...(definition === '' ? {} : { start: { definition, why } })}
    />
  )
}

function NotFound(): ReactElement {
  const { t } = useLanguage()
  return (
    <div className="sheet">
      <h1>{t('notFoundTitle')}</h1>
      <a href={address([])}>{t('toOverview')}</a>
    </div>
  )
}

/** The whole console: the page for a missing key, or the frame with a scene. */
export function App(): ReactElement {
  const route = useRoute()
  const overview = useOverview()
  const { name } = overview.data ?? {}
  useEffect(() => {
    document.title = name === undefined ? 'Tessera' : `${name} · Tessera`
  }, [name])
  const refused = overview.error instanceof ApiError && overview.error.status === 401
  if (readKey() === null || refused) return <Access wrong={readKey() !== null} />
  return (
    <Frame>
      <Boundary key={route.path.join('/')}>
        <Suspense fallback={<Skeleton lines={6} />}>{sceneOf(route)}</Suspense>
      </Boundary>
    </Frame>
  )
}
