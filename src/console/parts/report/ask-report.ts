/** Asking for reports: they are costly, so they are kept while they are looked at and stopped when the reader leaves. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReportKindWire, ReportWire } from '../../../core/contract/index.ts'
import { ask, type ApiError } from '../../api.ts'
import { useAsk, type Answer } from '../../data.ts'
import { useLanguage } from '../language.tsx'

/** What a report is told. */
export type Told = Readonly<Record<string, string>>

/** A report speaks of one published moment; it is asked for anew when the segments are evaluated anew. */
const FRESH_MS = 10 * 60_000

/** Which reports there are. */
export function useReports(): Answer<readonly ReportKindWire[]> {
  return useAsk<readonly ReportKindWire[]>('reports', '/reports', { keeps: true })
}

/** One report; the former one stays until the new one is here. Leaving the page stops it at the server too. */
export function useReport(name: string, told: Told, enabled: boolean): Answer<ReportWire> {
  const { locale } = useLanguage()
  return useQuery<ReportWire, ApiError>({
    queryKey: ['report', name, told, locale],
    queryFn: ({ signal }) =>
      ask(`/reports/${encodeURIComponent(name)}`, { locale, signal, query: told }),
    enabled,
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
  })
}
