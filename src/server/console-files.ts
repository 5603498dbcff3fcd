/** The built console: hashed files may be kept for ever, the page itself never. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { Handler } from 'hono'
import { phrase } from '../engine/run/index.ts'
import { localeOf } from './ask.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}

/** Serves files of a folder; any path without an ending is the one page, which finds its own way. */
export function consoleFiles(folder: string | undefined): Handler {
  return async (c) => {
    if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
      return c.text(phrase('run/console-missing', {}, localeOf(c)), 503)
    }
    const asked = pathOf(c.req.path)
    const isPage = asked === '' || extname(asked) === ''
    const path = join(folder, isPage ? 'index.html' : asked)
    if (!path.startsWith(folder + sep) || !existsSync(path) || !statSync(path).isFile()) {
      return c.text(phrase('run/not-found', {}, localeOf(c)), 404)
    }
    const isHashed = asked.startsWith('assets/')
    return c.body(Readable.toWeb(createReadStream(path)) as ReadableStream, 200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  }
}

/** The path inside the folder; one that cannot be decoded names nothing. */
function pathOf(asked: string): string {
  try {
    return normalize(decodeURIComponent(asked)).replace(/^[/\\]+/, '')
  } catch {
    return 'undecodable.txt'
  }
}
