/** Loading files: chosen, sent, understood, corrected, rehearsed, loaded, reported; one file after another. */
import { useState, type ReactElement } from 'react'
import type { PreviewWire } from '../../../core/contract/index.ts'
import { useLanguage } from '../../parts/language.tsx'
import { Drop, Sending } from './import-file.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportPreview } from './import-preview.tsx'

/** The import page: the file under work, or the place to drop one, and the history below. */
export function ImportScene(): ReactElement {
  const { t, n } = useLanguage()
  const [files, setFiles] = useState<readonly File[]>([])
  const [preview, setPreview] = useState<PreviewWire>()
  const file = files[0]
  const next = (): void => {
    setPreview(undefined)
    setFiles(files.slice(1))
  }
  return (
    <>
      <div className="head-text">
        <h1>{t('importTitle')}</h1>
        <p className="quiet">{t('importIntro')}</p>
      </div>
      {file === undefined && <Drop onFiles={setFiles} />}
      {file !== undefined && preview === undefined && (
        <Sending
          key={`${file.name} ${files.length}`}
          file={file}
          onCancel={() => setFiles([])}
          onPreview={setPreview}
        />
      )}
      {preview !== undefined && (
        <ImportPreview
          key={preview.uploadId}
          preview={preview}
          onPreview={setPreview}
          onNext={next}
          hasMore={files.length > 1}
        />
      )}
      {files.length > 1 && <p className="quiet">{n('filesLeft', files.length - 1)}</p>}
      <ImportHistory />
    </>
  )
}
