/** Talks to the server: one function per question, answers in the contract's shapes, problems as `ApiError`. */
import type { Locale } from '../core/base/index.ts'
import type { Programme } from '../core/catalog/index.ts'
import type {
  ApplyRequest,
  CountRequest,
  CountSeriesRequest,
  CountSeriesWire,
  CountWire,
  ExplanationWire,
  FreezeRequest,
  FrozenCheckWire,
  FrozenPageWire,
  FrozenWire,
  ImportWire,
  IssueWire,
  JobWire,
  ListEditRequest,
  ListEditWire,
  ListPageWire,
  ListWire,
  LoadRequest,
  MemberPageWire,
  MergeRequest,
  MergeWire,
  ModelInitWire,
  NewWriteKeyWire,
  OverviewWire,
  PreviewRequest,
  PreviewWire,
  ProblemWire,
  QuarantinePageWire,
  SaveSegmentRequest,
  SegmentWire,
  TemplateUsedWire,
  TrailWire,
  UseTemplateRequest,
  WriteKeyWire,
} from '../core/contract/index.ts'
import { readKey } from './key.ts'

/** A refusal or failure; `status` 0 means that the server did not answer. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly issues: readonly IssueWire[]

  constructor(problem: Pick<ProblemWire, 'status' | 'code' | 'detail' | 'issues'>) {
    super(problem.detail)
    this.name = 'ApiError'
    this.status = problem.status
    this.code = problem.code
    this.issues = problem.issues ?? []
  }
}

/** How something is asked. */
export interface Options {
  readonly locale: Locale
  readonly signal?: AbortSignal
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string | undefined>>
}

function urlOf(path: string, options: Pick<Options, 'locale' | 'query'>): string {
  const query = new URLSearchParams({ locale: options.locale })
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, value)
  }
  return `/api/v1${path}?${query.toString()}`
}

function headersOf(locale: Locale, json: boolean): Headers {
  const headers = new Headers({ 'accept-language': locale })
  const key = readKey()
  if (key !== null) headers.set('authorization', `Bearer ${key}`)
  if (json) headers.set('content-type', 'application/json')
  return headers
}

async function send(path: string, options: Options): Promise<Response> {
  const { signal, body, method, locale } = options
  const response = await fetch(urlOf(path, options), {
    method: method ?? 'GET',
    headers: headersOf(locale, body !== undefined),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted === true) throw cause
    throw unanswered()
  })
  if (!response.ok) throw problemOf(response.status, await response.text())
  return response
}

function unanswered(): ApiError {
  return new ApiError({ status: 0, code: 'console/no-answer', detail: '' })
}

function problemOf(status: number, text: string): ApiError {
  try {
    const problem = JSON.parse(text) as Partial<ProblemWire>
    return new ApiError({
      status,
      code: problem.code ?? `http/${status}`,
      detail: problem.detail ?? problem.title ?? text,
      issues: problem.issues ?? [],
    })
  } catch {
    return new ApiError({ status, code: `http/${status}`, detail: text.slice(0, 300) })
  }
}

/** Asks and reads the answer; throws `ApiError`. */
export async function ask<T>(path: string, options: Options): Promise<T> {
  const response = await send(path, options)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

const part = encodeURIComponent

/** Every question of the console to the server. */
export const api = {
  programme: (o: Options): Promise<OverviewWire> => ask('/programme', o),
  catalogue: (o: Options): Promise<Programme> => ask('/catalogue', o),
  segment: (key: string, o: Options): Promise<SegmentWire> => ask(`/segments/${part(key)}`, o),
  saveSegment: (body: SaveSegmentRequest, o: Options): Promise<SegmentWire> =>
    ask(`/segments/${part(body.key)}`, { ...o, method: 'PUT', body }),
  deleteSegment: (key: string, o: Options): Promise<void> =>
    ask(`/segments/${part(key)}`, { ...o, method: 'DELETE' }),
  members: (
    key: string,
    page: { after?: string; limit?: string; search?: string },
    o: Options,
  ): Promise<MemberPageWire> => ask(`/segments/${part(key)}/members`, { ...o, query: page }),
  explain: (customer: string, segment: string, o: Options): Promise<ExplanationWire> =>
    ask('/explain', { ...o, query: { customer, segment } }),
  count: (body: CountRequest, o: Options): Promise<CountWire> =>
    ask('/count', { ...o, method: 'POST', body }),
  evaluate: (asOf: string | undefined, o: Options): Promise<JobWire> =>
    ask('/evaluate', { ...o, method: 'POST', body: asOf === undefined ? {} : { asOf } }),
  jobs: (o: Options): Promise<readonly JobWire[]> => ask('/jobs', o),
  job: (id: string, o: Options): Promise<JobWire> => ask(`/jobs/${part(id)}`, o),
  cancelJob: (id: string, o: Options): Promise<void> =>
    ask(`/jobs/${part(id)}`, { ...o, method: 'DELETE' }),
  preview: (id: string, body: PreviewRequest, o: Options): Promise<PreviewWire> =>
    ask(`/uploads/${part(id)}/preview`, { ...o, method: 'POST', body }),
  load: (body: LoadRequest, o: Options): Promise<JobWire> =>
    ask('/imports', { ...o, method: 'POST', body }),
  imports: (o: Options): Promise<readonly ImportWire[]> => ask('/imports', o),
  quarantine: (id: number, after: number, o: Options): Promise<QuarantinePageWire> =>
    ask(`/imports/${id}/quarantine`, { ...o, query: { after: String(after) } }),
  history: (query: Readonly<Record<string, string>>, o: Options): Promise<TrailWire> =>
    ask('/history', { ...o, query }),
  countSeries: (body: CountSeriesRequest, o: Options): Promise<CountSeriesWire> =>
    ask('/count/series', { ...o, method: 'POST', body }),
  freeze: (body: FreezeRequest, o: Options): Promise<FrozenWire> =>
    ask('/snapshots', { ...o, method: 'POST', body }),
  verifyFrozen: (name: string, o: Options): Promise<FrozenCheckWire> =>
    ask(`/snapshots/${part(name)}/verify`, { ...o, method: 'POST' }),
  frozenMembers: (name: string, after: string, o: Options): Promise<FrozenPageWire> =>
    ask(`/snapshots/${part(name)}/members`, { ...o, query: { after, limit: '500' } }),
  apply: (body: ApplyRequest, o: Options): Promise<JobWire> =>
    ask('/apply', { ...o, method: 'POST', body }),
  restore: (key: string, version: number, o: Options): Promise<SegmentWire> =>
    ask(`/segments/${part(key)}/versions/${version}/restore`, { ...o, method: 'POST' }),
  list: (name: string, after: string, o: Options): Promise<ListPageWire> =>
    ask(`/lists/${part(name)}`, { ...o, query: { after, limit: '500' } }),
  createList: (name: string, body: ListEditRequest, o: Options): Promise<ListWire> =>
    ask(`/lists/${part(name)}`, { ...o, method: 'PUT', body }),
  editList: (name: string, body: ListEditRequest, o: Options): Promise<ListEditWire> =>
    ask(`/lists/${part(name)}`, { ...o, method: 'POST', body }),
  createKey: (name: string, o: Options): Promise<NewWriteKeyWire> =>
    ask('/write-keys', { ...o, method: 'POST', body: { name } }),
  revokeKey: (key: string, o: Options): Promise<WriteKeyWire> =>
    ask(`/write-keys/${part(key)}`, { ...o, method: 'DELETE' }),
  applyTemplate: (key: string, body: UseTemplateRequest, o: Options): Promise<TemplateUsedWire> =>
    ask(`/templates/${part(key)}`, { ...o, method: 'POST', body }),
  addModel: (kind: string, o: Options): Promise<ModelInitWire> =>
    ask('/models', { ...o, method: 'POST', body: { kind } }),
  runModel: (key: string, o: Options): Promise<JobWire> =>
    ask(`/models/${part(key)}/run`, { ...o, method: 'POST' }),
  merge: (body: MergeRequest, o: Options): Promise<MergeWire> =>
    ask('/merges', { ...o, method: 'POST', body }),
  unmerge: (alias: string, o: Options): Promise<MergeWire> =>
    ask(`/merges/${part(alias)}`, { ...o, method: 'DELETE' }),
} as const

/** Sends a file's bytes to `path` and tells how far it is; `fetch` cannot report that. */
export function sendFile<T>(
  path: string,
  file: File,
  options: Options & { readonly onProgress: (share: number) => void },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(path, options))
    headersOf(options.locale, false).forEach((value, name) => request.setRequestHeader(name, value))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.addEventListener('progress', (e) =>
      options.onProgress(e.lengthComputable && e.total > 0 ? e.loaded / e.total : 0),
    )
    request.addEventListener('error', () => reject(unanswered()))
    request.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    request.addEventListener('load', () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as T)
        : reject(problemOf(request.status, request.responseText)),
    )
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** Fetches a file with the key (a plain link cannot carry it) and hands it to the browser's downloads. */
export async function download(path: string, name: string, options: Options): Promise<void> {
  const response = await send(path, options)
  saveBlob(await response.blob(), name)
}

/** Hands bytes made in the page to the browser's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
