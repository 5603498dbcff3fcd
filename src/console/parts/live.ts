/** How fresh the numbers are, asked again all the time; what depends on them is asked again when they move. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { FreshnessWire } from '../../core/contract/index.ts'
import { useAsk, type Answer } from '../data.ts'

/** Soon enough to feel live, seldom enough to cost nothing. */
const POLL_MS = 3000
/** A base of millions is not asked for its overview more often than this. */
const REFRESH_MS = 6000

/** What the published numbers change. What somebody reads line by line stays until it is asked for. */
const MOVING = new Set(['programme', 'segment', 'flow'])

/** The freshness, polled by whoever looks at the page. */
export function useFreshness(): Answer<FreshnessWire> {
  return useAsk<FreshnessWire>('freshness', '/freshness', { every: POLL_MS, keeps: true })
}

/** Asks anew for counts when the state has been carried on; the former ones stay on the page meanwhile. */
export function useLiveCounts(): void {
  const client = useQueryClient()
  const watermark = useFreshness().data?.watermark
  const seen = useRef<{ watermark: string; at: number }>(undefined)
  useEffect(() => {
    if (watermark === null || watermark === undefined) return
    const now = Date.now()
    const last = seen.current
    if (last !== undefined && (last.watermark === watermark || now - last.at < REFRESH_MS)) return
    seen.current = { watermark, at: now }
    if (last === undefined) return
    void client.invalidateQueries({
      predicate: ({ queryKey: [kind] }) => MOVING.has(String(kind)),
    })
  }, [client, watermark])
}
