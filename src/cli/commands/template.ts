/** `tessera template`: ready segments, shown with defaults from the programme's own data, and made into drafts. */
import { inLocale } from '../../core/base/index.ts'
import type { TemplateParameterWire, TemplateWire } from '../../core/contract/index.ts'
import {
  applyTemplate,
  listTemplates,
  showTemplate,
  withProgramme,
} from '../../engine/run/index.ts'
import { flag, listOption, textOption, UsageMistake, type CommandRun } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { pairsIn } from '../pairs.ts'
import { tableLines } from '../table.ts'

const ACTIONS = ['list', 'show', 'use'] as const

export const run: CommandRun = async (context, [asked = '', key], options) => {
  const { open, out, say, locale, signal } = context
  const action = ACTIONS.find((one) => one === asked)
  if (action === undefined) {
    const wanted = say('wanted-one-of', { options: [...ACTIONS] })
    throw new UsageMistake(say('invalid-value', { value: asked, name: '<action>', wanted }))
  }
  if (action === 'list') {
    const all = await withProgramme(open, (programme) => listTemplates(programme, locale))
    out.answer(all, () => listLines(context, all, flag(options, 'all')))
    return EXIT.ok
  }
  if (key === undefined) {
    throw new UsageMistake(say('missing-argument', { name: 'template', command: 'template' }))
  }
  const parameters = pairsIn(context, listOption(options, 'set'))
  const asOf = textOption(options, 'asOf')
  if (action === 'show') {
    const shown = await withProgramme(open, (programme) =>
      showTemplate(programme, {
        key,
        parameters,
        locale,
        signal,
        ...(asOf === undefined ? {} : { asOf }),
      }),
    )
    out.answer(shown, () => [
      ...templateLines(context, shown),
      ...(shown.count === null
        ? []
        : [
            '',
            say('count-line', {
              count: shown.count.count,
              population: shown.count.population,
              share: out.percent(shown.count.share),
              asOf: say('as-of', { at: out.instant(shown.count.asOf, shown.count.timeZone) }),
            }),
          ]),
    ])
    return shown.fits ? EXIT.ok : EXIT.issues
  }
  const segment = textOption(options, 'segment')
  const used = await withProgramme(open, (programme) =>
    applyTemplate(programme, {
      key,
      parameters,
      locale,
      ...(segment === undefined ? {} : { as: segment }),
    }),
  )
  out.answer(used, () => [say('template-used', { file: used.file }), used.sentence])
  return EXIT.ok
}

function listLines(
  { out, say, locale }: Context,
  all: readonly TemplateWire[],
  withUnfit: boolean,
): readonly string[] {
  const shown = all.filter((t) => t.fits || withUnfit)
  const groups = [...new Set(shown.map((t) => t.groupLabel))]
  const unfit = all.filter((t) => !t.fits).length
  return [
    ...groups.flatMap((group) => [
      out.paint('bold', group),
      ...tableLines(
        [{ title: '' }, { title: '' }, { title: '' }],
        shown
          .filter((t) => t.groupLabel === group)
          .map((t) => [
            `  ${t.key}`,
            inLocale(t.name, locale),
            t.fits ? t.brief : say('template-missing', { missing: t.missing.join('; ') }),
          ]),
        process.stdout.columns,
      ).slice(1),
      '',
    ]),
    ...(unfit === 0 || withUnfit ? [] : [say('template-unfit', { count: unfit })]),
  ]
}

function templateLines({ out, say, locale }: Context, t: TemplateWire): readonly string[] {
  const value = ({ kind, value: v, currency }: TemplateParameterWire): string => {
    if (v === null) return say('none')
    if (typeof v === 'string') return v
    if (kind === 'share') return out.percent(v)
    return `${out.number(v, 2)}${currency === undefined ? '' : ` ${currency}`}`
  }
  return [
    `${out.paint('bold', inLocale(t.name, locale))}  ${out.paint('dim', t.groupLabel)}`,
    inLocale(t.why, locale),
    inLocale(t.use, locale),
    ...(t.missing.length === 0
      ? []
      : ['', say('template-missing', { missing: t.missing.join('; ') })]),
    ...(t.parameters.length === 0 ? [] : ['']),
    ...t.parameters.flatMap((p) => [
      `${out.paint('bold', p.name)}  ${p.label}: ${value(p)}`,
      `  ${p.basis}`,
      ...(p.options.length === 0 ? [] : [`  ${p.options.join(', ')}`]),
    ]),
    ...(t.definition === null ? [] : ['', t.definition, '', t.sentence]),
    ...(t.usedBy.length === 0 ? [] : ['', say('template-used-by', { keys: t.usedBy.join(', ') })]),
  ]
}
