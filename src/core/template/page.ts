/** The reference page of templates, made from the same data as the gallery. */
import { LOCALES } from '../base/index.ts'
import { needsOf } from './compose.ts'
import { TEMPLATES } from './gallery.ts'
import { TEMPLATE_GROUPS, type Parameter, type Template } from './template.ts'
import { GROUP_WORDS, PARAMETER_WORDS, SLOT_WORDS } from './words/labels.ts'
import { statisticNote } from './words/basis.ts'

/** `docs/reference/templates.md`. */
export function templateReference(): string {
  return [
    '<!-- Written by tools/reference.ts; edit the templates in src/core/template, not here. -->',
    '# Templates',
    '',
    `${TEMPLATES.length} ready segments. \`tessera template list\` shows those that fit the catalogue of a programme, with`,
    'defaults taken from its own data; `tessera template show <key>` one of them with its count, and `tessera template use',
    '<key>` writes it as a draft. What a template needs is found by role and type, whatever things are called; holes in',
    'braces stand for what the catalogue has (`{purchase}`, `{amount}`) or for parameters (`{quiet}`; `{quiet#}` is the',
    `number alone). Names and texts exist in ${LOCALES.join(', ')}.`,
    '',
    ...TEMPLATE_GROUPS.flatMap((group) => [
      `## ${GROUP_WORDS[group].en}`,
      '',
      ...TEMPLATES.filter((t) => t.group === group).flatMap(section),
    ]),
  ].join('\n')
}

function section(template: Template): readonly string[] {
  const [name, why, use] = template.words.en
  const needs = [...new Set(needsOf(template).map((slot) => SLOT_WORDS[slot].en))]
  return [
    `### ${name}`,
    '',
    `\`${template.key}\``,
    '',
    `${why} *${use}*`,
    '',
    '```text',
    template.definition,
    '```',
    '',
    `Needs ${needs.join('; ')}.`,
    '',
    ...template.parameters.map(line),
    ...(template.parameters.length === 0 ? [] : ['']),
  ]
}

function line({ name, kind, from, least }: Parameter): string {
  const bound = least === undefined ? '' : `, at least ${least}`
  const start =
    typeof from === 'number'
      ? kind === 'share'
        ? `${Math.round(from * 100)}% to start with`
        : `${from} to start with`
      : statisticNote(from)
  return `- \`${name}\` (${kind}): ${PARAMETER_WORDS[name].en.toLowerCase()}; ${start}${bound}`
}
