/** What the scenes ask of the server, kept and refreshed by react-query under one set of keys. */
import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { Programme } from '../core/catalog/index.ts'
import type {
  ExplanationWire,
  ImportWire,
  JobWire,
  MemberPageWire,
  OverviewWire,
  QuarantinePageWire,
  SegmentWire,
} from '../core/contract/index.ts'
import { api, ask, type ApiError } from './api.ts'
import { useLanguage } from './parts/language.tsx'

/** What a question gives. */
export type Answer<T> = UseQueryResult<T, ApiError>

/** The programme at a glance. */
export function useOverview(): Answer<OverviewWire> {
  const { locale } = useLanguage()
  return useQuery({
    queryKey: ['programme', locale],
    queryFn: ({ signal }) => api.programme({ locale, signal }),
    placeholderData: keepPreviousData,
  })
}

/** The programme with its catalogue, for checking definitions in the page. */
export function useCatalogue(): Answer<Programme> {
  const { locale } = useLanguage()
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => api.catalogue({ locale, signal }),
    staleTime: 60_000,
  })
}

/** One segment as it stands in its file. */
export function useSegment(key: string | undefined): Answer<SegmentWire> {
  const { locale } = useLanguage()
  return useQuery({
    queryKey: ['segment', key, locale],
    queryFn: ({ signal }) => api.segment(key ?? '', { locale, signal }),
    enabled: key !== undefined,
    placeholderData: (previous) => (previous?.key === key ? previous : undefined),
  })
}

/** A page of members with their reasons. */
export function useMembers(
  key: string,
  page: { readonly after?: string; readonly search: string; readonly limit: number },
  enabled: boolean,
): Answer<MemberPageWire> {
  const { locale } = useLanguage()
  const { after, search, limit } = page
  return useQuery({
    queryKey: ['members', key, after, search, limit, locale],
    queryFn: ({ signal }) =>
      api.members(
        key,
        { search, limit: String(limit), ...(after === undefined ? {} : { after }) },
        { locale, signal },
      ),
    enabled,
    placeholderData: keepPreviousData,
  })
}

/** Why a customer is in or out. */
export function useExplanation(customer: string, segment: string): Answer<ExplanationWire> {
  const { locale } = useLanguage()
  return useQuery({
    queryKey: ['explain', customer, segment, locale],
    queryFn: ({ signal }) => api.explain(customer, segment, { locale, signal }),
    enabled: customer !== '' && segment !== '',
  })
}

/** The imports so far. */
export function useImports(): Answer<readonly ImportWire[]> {
  const { locale } = useLanguage()
  return useQuery({
    queryKey: ['imports', locale],
    queryFn: ({ signal }) => api.imports({ locale, signal }),
  })
}

/** Rows set aside by an import, from line `after` on. */
export function useQuarantine(id: number, after: number): Answer<QuarantinePageWire> {
  const { locale } = useLanguage()
  return useQuery({
    queryKey: ['quarantine', id, after, locale],
    queryFn: ({ signal }) => api.quarantine(id, after, { locale, signal }),
    placeholderData: keepPreviousData,
  })
}

const isOver = (job: JobWire | undefined): boolean => job !== undefined && job.state !== 'running'

/** Follows a job until it is over, then calls `onEnd` once. */
export function useJob(id: string | undefined, onEnd: (job: JobWire) => void): Answer<JobWire> {
  const { locale } = useLanguage()
  const answer: Answer<JobWire> = useQuery<JobWire, ApiError>({
    queryKey: ['job', id],
    queryFn: ({ signal }) => api.job(id ?? '', { locale, signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (isOver(query.state.data) ? false : 350),
    staleTime: 0,
  })
  const told = useRef<string>(undefined)
  const job = answer.data
  useEffect(() => {
    if (job === undefined || !isOver(job) || told.current === job.id) return
    told.current = job.id
    onEnd(job)
  }, [job, onEnd])
  return answer
}

/** How an answer is kept and asked again. */
export interface AskOptions {
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly enabled?: boolean
  /** Asks again after so many milliseconds, while the page is looked at. */
  readonly every?: number
  /** Shows the former answer until the new one is here. */
  readonly keeps?: boolean
}

/** One question to the server; `kind` says what must change for it to be asked again. */
export function useAsk<T>(kind: string, path: string, options: AskOptions = {}): Answer<T> {
  const { locale } = useLanguage()
  const { query, enabled, every, keeps } = options
  return useQuery<T, ApiError>({
    queryKey: [kind, path, query, locale],
    queryFn: ({ signal }) =>
      ask<T>(path, { locale, signal, ...(query === undefined ? {} : { query }) }),
    enabled: enabled ?? true,
    refetchInterval: every ?? false,
    ...(keeps === true ? { placeholderData: keepPreviousData } : {}),
  })
}

const DERIVED = new Set([
  'programme',
  'segment',
  'members',
  'explain',
  'imports',
  'catalogue',
  'freshness',
  'flow',
  'history',
  'plan',
  'versions',
  'examples',
  'lists',
  'templates',
  'merges',
  'reports',
  'report',
  'models',
])

/** Facts or definitions changed: everything derived from them is asked again, but not a segment that is `gone`. */
export function forgetDerived(client: QueryClient, gone?: string): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [kind, key] }) =>
      DERIVED.has(String(kind)) && (gone === undefined || key !== gone),
  })
}

/** `forgetDerived` for the client of this page. */
export function useForget(): (gone?: string) => void {
  const client = useQueryClient()
  return useCallback((gone) => forgetDerived(client, gone), [client])
}
