/** Uploads looked into before they are loaded: previewed, their mapping edited, new traits taken into tessera.yaml. */
import type { Locale } from '../../../core/base/index.ts'
import type { PreviewRequest, PreviewWire } from '../../../core/contract/index.ts'
import type { Mapping } from '../../intake/index.ts'
import { extendProgrammeFile } from '../programme/extend-catalogue.ts'
import { mappingOf } from './imports.ts'
import { previewFile, type Preview, type PreviewOptions } from '../load-preview.ts'
import type { OpenProgramme } from '../open.ts'
import { findUpload, saveUpload, type Upload } from './upload.ts'

/** Stores a file that is being sent and looks into it. */
export async function receiveUpload(
  programme: OpenProgramme,
  given: {
    readonly name: string
    readonly body: AsyncIterable<Uint8Array>
    readonly locale: Locale
  },
): Promise<PreviewWire> {
  const upload = await saveUpload(programme, given)
  return wireOf(upload, await look(programme, upload, { locale: given.locale }))
}

/**
 * The same upload under an edited mapping. Columns sent to a new trait or property write it into tessera.yaml,
 * because nothing can be loaded into what the catalogue does not have.
 */
export async function previewUpload(
  programme: OpenProgramme,
  request: PreviewRequest & { readonly id: string; readonly locale: Locale },
): Promise<PreviewWire> {
  const { locale, columns = {}, answers = {} } = request
  const upload = findUpload(programme, request.id)
  const given: Asked = {
    locale,
    columns,
    // Another kind of rows is another mapping: the old one is forgotten and guessed anew.
    ...(answers['as'] === undefined ? { mapping: mappingOf(request.mapping) } : {}),
    map: Object.entries(answers).map(([option, value]) => {
      return `${option}=${value.replaceAll(',', '\\,')}`
    }),
  }
  const found = await look(programme, upload, given)
  const isNew = (column: string): boolean => columns[column]?.startsWith('new-') === true
  const wanted = new Map(
    found.proposals.filter((p) => isNew(p.column)).map((p) => [p.column, p] as const),
  )
  if (wanted.size === 0) return wireOf(upload, found)
  extendProgrammeFile(programme.folder, [...wanted.values()])
  const { mapping } = found
  return wireOf(upload, await look(programme, upload, { locale, mapping }))
}

interface Asked extends Pick<PreviewOptions, 'locale' | 'columns' | 'map'> {
  readonly mapping?: Mapping
}

async function look(programme: OpenProgramme, upload: Upload, asked: Asked): Promise<Preview> {
  return await previewFile(await programme.current(), {
    ...asked,
    path: upload.path,
    fileName: upload.name,
    folder: programme.folder,
    now: Date.now(),
  })
}

/** A column that could become something new is shown as what the mapping does with it, and the new is offered. */
function wireOf(upload: Upload, { wire }: Preview): PreviewWire {
  const fresh = wire.columns.map(({ to }) => to).filter((to) => to.startsWith('new-'))
  return {
    uploadId: upload.id,
    ...wire,
    columns: wire.columns.map((column) =>
      column.to.startsWith('new-') ? { ...column, to: 'ignore' } : column,
    ),
    choices: [...wire.choices, ...new Set(fresh)],
  }
}
