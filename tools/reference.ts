// Writes docs/reference/cli.md and errors.md from the specs and words in src: `node tools/reference.ts`.
import { writeFileSync } from 'node:fs'
import { codeReference, commandReference } from '../src/cli/reference.ts'

const folder = new URL('../docs/reference/', import.meta.url)
writeFileSync(new URL('cli.md', folder), commandReference())
writeFileSync(new URL('errors.md', folder), codeReference())
