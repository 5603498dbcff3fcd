/** The place to drop files, and the progress of sending the first of them. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components'
import type { PreviewWire } from '../../../core/contract/index.ts'
import { sendFile, type ApiError } from '../../api.ts'
import { Icon } from '../../parts/icon.tsx'
import { Progress } from '../../parts/job.tsx'
import { useLanguage } from '../../parts/language.tsx'
import { Problem } from '../../parts/problem.tsx'

/** The place to drop files. */
export function Drop(props: { readonly onFiles: (files: readonly File[]) => void }): ReactElement {
  const { t } = useLanguage()
  const { onFiles } = props
  return (
    <DropZone
      className="drop"
      onDrop={(e) => {
        const dropped = e.items.filter((item) => item.kind === 'file')
        void Promise.all(dropped.map((item) => item.getFile())).then(onFiles)
      }}
    >
      <Icon name="import" />
      <Text slot="label">{t('drop')}</Text>
      <FileTrigger allowsMultiple onSelect={(list) => list && onFiles([...list])}>
        <Button className="button primary">{t('choose')}</Button>
      </FileTrigger>
    </DropZone>
  )
}

/** Sends a file as soon as it is shown and gives back how it was understood; leaving stops the sending. */
export function Sending(props: {
  readonly file: File
  readonly onCancel: () => void
  readonly onPreview: (preview: PreviewWire) => void
}): ReactElement {
  const { t, locale } = useLanguage()
  const { file, onCancel, onPreview } = props
  const [share, setShare] = useState(0)
  const [sendingId] = useState(() => crypto.randomUUID())
  const sending = useQuery<PreviewWire, ApiError>({
    queryKey: ['upload', sendingId],
    queryFn: ({ signal }) =>
      sendFile<PreviewWire>('/uploads', file, {
        locale,
        query: { name: file.name },
        signal,
        onProgress: setShare,
      }),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  const preview = sending.data
  useEffect(() => {
    if (preview !== undefined) onPreview(preview)
  }, [preview, onPreview])
  return (
    <section className="sheet">
      {sending.error ? (
        <Problem error={sending.error} retry={() => void sending.refetch()} />
      ) : (
        <Progress label={t('uploading', { file: file.name })} share={share < 1 ? share : null} />
      )}
      <div className="row">
        <Button className="button" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  )
}
