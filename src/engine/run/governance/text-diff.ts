/** Two texts compared line by line. */
import type { DiffLineWire } from '../../../core/contract/index.ts'

/**
 * The shortest way from one text to the other, removed lines before added ones. Cost: lines times lines;
 * definitions have few.
 */
export function diffLines(from: readonly string[], to: readonly string[]): readonly DiffLineWire[] {
  const common = commonLengths(from, to)
  const lines: DiffLineWire[] = []
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const [old, fresh] = [from[i], to[j]]
    if (old !== undefined && old === fresh) {
      lines.push({ mark: ' ', text: old })
      i += 1
      j += 1
    } else if (old !== undefined && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      lines.push({ mark: '-', text: old })
      i += 1
    } else {
      lines.push({ mark: '+', text: fresh ?? '' })
      j += 1
    }
  }
  return removedFirst(lines)
}

/** `[i][j]`: the most lines that the rests from i and from j have in common. */
function commonLengths(from: readonly string[], to: readonly string[]): readonly number[][] {
  const common = Array.from({ length: from.length + 1 }, () => Array<number>(to.length + 1).fill(0))
  for (let i = from.length - 1; i >= 0; i--) {
    const [row, below] = [common[i] ?? [], common[i + 1] ?? []]
    for (let j = to.length - 1; j >= 0; j--) {
      row[j] =
        from[i] === to[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return common
}

/** Within a run of changed lines, what went comes before what came. */
function removedFirst(lines: readonly DiffLineWire[]): readonly DiffLineWire[] {
  const sorted: DiffLineWire[] = []
  let run: DiffLineWire[] = []
  const close = (): void => {
    sorted.push(...run.filter((l) => l.mark === '-'), ...run.filter((l) => l.mark === '+'))
    run = []
  }
  for (const line of lines) {
    if (line.mark === ' ') {
      close()
      sorted.push(line)
    } else run.push(line)
  }
  close()
  return sorted
}
