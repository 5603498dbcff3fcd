// Writes docs/reference/cli.md, errors.md, models.md, reports.md and templates.md from what is in src: `node tools/reference.ts`.
import { writeFileSync } from 'node:fs'
import { modelReference } from '../src/core/catalog/index.ts'
import { templateReference } from '../src/core/template/index.ts'
import { reportReference } from '../src/engine/insight/index.ts'
import { codeReference, commandReference } from '../src/cli/reference.ts'

const folder = new URL('../docs/reference/', import.meta.url)
writeFileSync(new URL('cli.md', folder), commandReference())
writeFileSync(new URL('errors.md', folder), codeReference())
writeFileSync(new URL('models.md', folder), modelReference())
writeFileSync(new URL('reports.md', folder), reportReference())
writeFileSync(new URL('templates.md', folder), templateReference())
