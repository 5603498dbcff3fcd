/** Writes new traits and properties into tessera.yaml, keeping its comments and order. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, parseDocument, type Document } from 'yaml'
import { parseProgramme } from '../../../core/catalog/index.ts'
import type { Proposal } from '../../intake/index.ts'
import { PROGRAMME_FILE_NAME } from './folder.ts'
import { Refusal } from '../refusal.ts'

/** Adds what is not there yet. Throws a Refusal when the file would no longer read (a reserved name, for example). */
export function extendProgrammeFile(folder: string, proposals: readonly Proposal[]): void {
  if (proposals.length === 0) return
  const path = join(folder, PROGRAMME_FILE_NAME)
  const document = parseDocument(readFileSync(path, 'utf8'))
  for (const proposal of proposals) add(document, proposal)
  const text = document.toString({ lineWidth: 0 })
  const read = parseProgramme(text, PROGRAMME_FILE_NAME)
  if (!read.ok) {
    throw new Refusal(
      'the additions do not fit tessera.yaml',
      { code: 'run/programme-invalid', params: { count: read.issues.length } },
      { issues: read.issues, texts: new Map([[PROGRAMME_FILE_NAME, text]]) },
    )
  }
  writeFileSync(`${path}.new`, text, { flush: true })
  renameSync(`${path}.new`, path)
}

function add(document: Document, { on, event, property }: Proposal): void {
  const inEvent = ['events', event ?? 'purchase']
  const path =
    on === 'trait'
      ? ['traits']
      : on === 'product'
        ? ['products']
        : on === 'property'
          ? [...inEvent, 'properties']
          : [...inEvent, 'elements', on, 'properties']
  for (let depth = 1; depth <= path.length; depth++) {
    const part = path.slice(0, depth)
    // `purchase:` with nothing after it is written as null, which takes no keys.
    if (!isMap(document.getIn(part))) document.setIn(part, document.createNode({}))
  }
  const { name, type } = property
  if (!document.hasIn([...path, name])) document.setIn([...path, name], type)
}
