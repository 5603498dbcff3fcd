/** The few drawings of the console: the brand's tile and line icons, all decorative. */
import type { ReactElement } from 'react'

const PATHS = {
  overview: 'M4 20V10M10 20V4M16 20v-7M22 20H2',
  import: 'M12 3v12m0 0-4-4m4 4 4-4M4 20h16',
  explain:
    'M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2V15m0 3v.5M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12 5 5L20 7',
  cross: 'm6 6 12 12M18 6 6 18',
  help: 'M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2V15m0 3v.5',
  globe:
    'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM2 12h20M12 2c3 3 4 6.500 4 10s-1 7-4 10c-3-3-4-6.500-4-10s1-7 4-10Z',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z',
  chevron: 'm8 10 4 4 4-4',
  next: 'm10 7 5 5-5 5',
  previous: 'm14 7-5 5 5 5',
  upload: 'M12 16V4m0 0L8 8m4-4 4 4M4 20h16',
  download: 'M12 4v11m0 0-4-4m4 4 4-4M5 20h14',
  warning:
    'M12 9v5m0 3v.5M10.300 4 2.500 18a2 2 0 0 0 1.700 3h15.600a2 2 0 0 0 1.700-3L13.700 4a2 2 0 0 0-3.400 0Z',
  refresh: 'M20 11a8 8 0 0 0-14.500-3.500L4 9m0-5v5h5M4 13a8 8 0 0 0 14.500 3.500L20 15m0 5v-5h-5',
  edit: 'M4 20h4L19 9l-4-4L4 16v4Z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 5 5',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h.500M4 12h.500M4 18h.500',
  table: 'M4 5h16v14H4ZM4 10h16M4 14.500h16M10 10v9',
  live: 'M3 12h4l3-8 4 16 3-8h4',
  template: 'M4 4h7v7H4ZM13 4h7v7h-7ZM4 13h7v7H4ZM16.500 13.500v6M13.500 16.500h6',
  understand:
    'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900c.600.500 1 1.200 1 2h5c0-.800.400-1.500 1-2A6 6 0 0 0 12 3Z',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM2.500 20a6.500 6.500 0 0 1 13 0M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.500a6.500 6.500 0 0 1 3.500 5.500',
  info: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM12 11v6m0-10v.500',
  good: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20Zm-4.500-10 3 3 6-6',
  bad: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM9 9l6 6m0-6-6 6',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13',
} as const

/** Name of an icon. */
export type IconName = keyof typeof PATHS

/** A line icon in the colour and size of the text around it. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}

/** Four tiles of a mosaic, the last one about to be set. */
export function Mark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="tile-1" x="3" y="3" width="12" height="12" rx="2" />
      <rect className="tile-2" x="17" y="3" width="12" height="12" rx="2" />
      <rect className="tile-3" x="3" y="17" width="12" height="12" rx="2" />
      <rect
        className="tile-4"
        x="17.5"
        y="17.5"
        width="11.5"
        height="11.5"
        rx="2"
        transform="rotate(12 23 23)"
      />
    </svg>
  )
}
