/** Which Tessera this is, and on what it runs. */
import { readFileSync } from 'node:fs'
import type { VersionWire } from '../../../core/contract/index.ts'

/** Reads package.json, which lies four folders up from here both in `src` and in `dist`. */
export function versionInfo(): VersionWire {
  const text = readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')
  const read: unknown = JSON.parse(text)
  const version =
    typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '?'
  return {
    tessera: version,
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
  }
}
