/** What colours, shapes and lines of a chart mean. */
import type { ReactElement } from 'react'
import { useLanguage } from '../language.tsx'
import type { Figures } from './figures.ts'
import { shadeClass, shadesOf } from './kinds/heat.tsx'
import { Sign } from './kinds/sign.tsx'
import type { Panel } from './panel.ts'

/** Series, the line to compare with, periods that are not complete, shades. */
export function Legend(props: { readonly panel: Panel; readonly figures: Figures }): ReactElement {
  const { t } = useLanguage()
  const { panel, figures } = props
  const { kind, series, reference, y } = panel
  if (kind === 'flow') return <span />
  if (kind === 'heat') return <Shades panel={panel} figures={figures} />
  const hasPartial = panel.marks.some((mark) => mark.isPartial)
  return (
    <span className="row legend quiet">
      {panel.split !== undefined && <span>{t('labelled', { label: panel.split.title })}</span>}
      {(series.length > 1 || (panel.split !== undefined && kind === 'points')) &&
        series.map((name, i) => (
          <span key={name} className="legend-entry">
            <svg width="14" height="12" aria-hidden="true">
              {kind === 'bars' ? (
                <rect className={`bar series-${i % 8}`} x="1" y="1" width="11" height="10" />
              ) : (
                <Sign x={7} y={6} series={i} size={4.2} />
              )}
            </svg>
            {name}
          </span>
        ))}
      {reference !== null && (
        <span className="legend-entry">
          <svg width="18" height="12" aria-hidden="true">
            <line className="reference" x1="0" x2="18" y1="6" y2="6" />
          </svg>
          {t('chartReference', { value: figures.write(y.kind, reference) })}
        </span>
      )}
      {hasPartial && (
        <span className="legend-entry">
          <svg width="18" height="12" aria-hidden="true">
            {kind === 'bars' ? (
              <rect className="bar series-0" data-partial x="3" y="1" width="11" height="10" />
            ) : (
              <line className="line line-0" strokeDasharray="4 3" x1="0" x2="18" y1="6" y2="6" />
            )}
          </svg>
          {t('chartPartial')}
        </span>
      )}
    </span>
  )
}

function Shades(props: { readonly panel: Panel; readonly figures: Figures }): ReactElement | null {
  const { panel, figures } = props
  if (panel.marks.length === 0) return null
  const shades = shadesOf(
    panel.marks.map((mark) => mark.value),
    panel.reference,
  )
  const steps = shades.kind === 'one' ? [0, 1, 2, 3, 4, 5, 6] : [-3, -2, -1, 0, 1, 2, 3]
  return (
    <span className="row legend quiet">
      <span>{panel.unit}</span>
      <span className="legend-entry">
        {figures.short(panel.y.kind, shades.low)}
        <svg width={steps.length * 14} height="12" aria-hidden="true">
          {steps.map((shade, i) => (
            <rect
              key={shade}
              className={`cell ${shadeClass(shades.kind, shade)}`}
              x={i * 14}
              width="14"
              height="12"
            />
          ))}
        </svg>
        {figures.short(panel.y.kind, shades.high)}
      </span>
    </span>
  )
}
