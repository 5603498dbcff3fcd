/** How models are measured, and what is told of it. */
import type { PeerAnswer, Peers } from './peers.ts'

/** One line of the tables; seconds are of the processor. */
export interface ModelFigure {
  readonly what: string
  readonly data: string
  readonly rows: number
  /** Rows after equal ones are merged. */
  readonly distinct?: number
  /** The quickest run, and the first, which compiles. */
  readonly s: number
  readonly firstS: number
  /** The peer of this run. */
  readonly peer?: string
  readonly peerS?: number
  /** Seconds published, and whose; `~` between published sizes or beyond. */
  readonly published?: string
  readonly timesFaster?: string
  readonly aim?: string
  readonly isMet?: boolean
  /** Likelihood, inertia, loss: ours and the peer's. */
  readonly figure?: string
}

/** How often, beside whom. */
export interface ModelOptions {
  readonly runs: number
  readonly peers: Peers
  /** Peers that take minutes are not asked beyond so many customers. */
  readonly peerRows: number
  readonly say: (figure: ModelFigure) => void
}

/** The quickest of some runs. */
export interface Measured<T> {
  readonly s: number
  readonly firstS: number
  readonly result: T
}

/** To the millisecond. */
export const round = (seconds: number): number => Math.round(seconds * 1000) / 1000

const SETTLED_S = 0.3
const MOST_RUNS = 20

/** Does some work a few times; the quickest counts, since whatever else runs only ever adds. */
export function measured<T>(runs: number, work: (run: number) => T): Measured<T> {
  const first = once(() => work(0))
  let { s, result } = first
  let spent = s
  // What takes milliseconds is repeated until it is compiled, as it is within a server.
  const isSettled = (run: number): boolean => run >= MOST_RUNS || runs === 1 || spent >= SETTLED_S
  for (let run = 1; run < runs || !isSettled(run); run++) {
    const next = once(() => work(run))
    spent += next.s
    s = Math.min(s, next.s)
    result = next.result
  }
  return { s: round(s), firstS: round(first.s), result }
}

function once<T>(work: () => T): { readonly s: number; readonly result: T } {
  const from = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(from)
  return { s: (user + system) / 1e6, result }
}

/** The peer's seconds, or that it is not here. */
export function besidePeer(
  name: string,
  s: number,
  answer: PeerAnswer | undefined,
): Partial<ModelFigure> {
  if (answer === undefined) return { peer: `${name}: not on this machine` }
  const peerS = round(answer.seconds)
  return { peer: name, peerS, timesFaster: times(answer.seconds, s) }
}

/** `a` as so many times `b`. */
export function times(a: number, b: number): string {
  return (a / Math.max(b, 0.001)).toPrecision(2)
}

/** What is told of a measurement. */
export function timesOf({ s, firstS }: Measured<unknown>): {
  readonly s: number
  readonly firstS: number
} {
  return { s, firstS }
}

/** Our figure and the peer's, those that there are. */
export function pair(ours: number | undefined, theirs: number | undefined): string {
  const texts = [ours, theirs].flatMap((v) => {
    if (v === undefined) return []
    return [Math.abs(v).toFixed(Math.abs(v) < 10 ? 5 : 1)]
  })
  return texts.join(' / ')
}
