/** Text that knows where it may be broken: a group is printed on one line if it fits, else broken. */

/** A document before it is laid out. */
export type Doc =
  | string
  | { readonly kind: 'concat'; readonly parts: readonly Doc[] }
  /** A line break inside a broken group; `flat` otherwise. */
  | { readonly kind: 'line'; readonly flat: string }
  /** Always a line break. */
  | { readonly kind: 'hard' }
  | { readonly kind: 'indent'; readonly of: Doc }
  | { readonly kind: 'group'; readonly of: Doc }
  /** Parts with a separator, as many on a line as fit. */
  | { readonly kind: 'fill'; readonly parts: readonly string[] }

/** A space, or a break. */
export const LINE: Doc = { kind: 'line', flat: ' ' }
/** Nothing, or a break. */
export const SOFT_LINE: Doc = { kind: 'line', flat: '' }
/** Always a break. */
export const HARD_LINE: Doc = { kind: 'hard' }

/** One after the other. */
export function concat(...parts: readonly Doc[]): Doc {
  return { kind: 'concat', parts }
}

/** Flat if it fits, else broken at its own lines. */
export function group(...parts: readonly Doc[]): Doc {
  return { kind: 'group', of: concat(...parts) }
}

/** Broken lines inside start two spaces further in. */
export function indent(...parts: readonly Doc[]): Doc {
  return { kind: 'indent', of: concat(...parts) }
}

/** Parts with something between. */
export function joinDocs(parts: readonly Doc[], between: Doc): Doc {
  return concat(...parts.flatMap((part, i) => (i === 0 ? [part] : [between, part])))
}

interface Work {
  readonly doc: Doc
  readonly indent: number
  readonly flat: boolean
}

/** Lays a document out in lines of at most `width` characters where its groups allow it. */
export function layOut(doc: Doc, width: number): string {
  let out = ''
  let column = 0
  const write = (text: string): void => {
    out += text
    column += text.length
  }
  const breakLine = (to: number): void => {
    out += `\n${' '.repeat(to)}`
    column = to
  }
  const open: Work[] = [{ doc, indent: 0, flat: false }]
  for (let work = open.pop(); work !== undefined; work = open.pop()) {
    const { doc: d, indent: at, flat } = work
    if (typeof d === 'string') write(d)
    else if (d.kind === 'hard') breakLine(at)
    else if (d.kind === 'line') {
      if (flat) write(d.flat)
      else breakLine(at)
    } else if (d.kind === 'indent') open.push({ doc: d.of, indent: at + 2, flat })
    else if (d.kind === 'fill') {
      d.parts.forEach((part, i) => {
        const text = i < d.parts.length - 1 ? `${part},` : part
        if (i > 0 && !flat && column + 1 + text.length > width) breakLine(at)
        else if (i > 0) write(' ')
        write(text)
      })
    } else if (d.kind === 'group') {
      // What follows on the same line (a closing parenthesis, `>= 5`) must fit as well.
      const isFlat = flat || fits(d.of, width - column, open)
      open.push({ doc: d.of, indent: at, flat: isFlat })
    } else {
      for (let i = d.parts.length - 1; i >= 0; i -= 1) {
        open.push({ doc: d.parts[i] ?? '', indent: at, flat })
      }
    }
  }
  return out
}

/** Whether `doc` printed flat, and what comes after it up to the next possible break, fits in `room`. */
function fits(doc: Doc, room: number, after: readonly Work[]): boolean {
  let left = room
  let rest = after.length
  const open: { readonly doc: Doc; readonly flat: boolean }[] = [{ doc, flat: true }]
  while (left >= 0) {
    let work = open.pop()
    if (work === undefined) {
      rest -= 1
      work = after[rest]
      if (work === undefined) return true
    }
    const { doc: d, flat } = work
    if (typeof d === 'string') left -= d.length
    else if (d.kind === 'hard') return true
    else if (d.kind === 'line') {
      if (!flat) return true
      left -= d.flat.length
    } else if (d.kind === 'fill') left -= d.parts.join(', ').length
    else if (d.kind === 'concat') {
      for (let i = d.parts.length - 1; i >= 0; i -= 1) open.push({ doc: d.parts[i] ?? '', flat })
    } else open.push({ doc: d.of, flat: flat && d.kind !== 'group' ? true : flat })
  }
  return false
}
