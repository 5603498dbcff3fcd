/** The reference page of models, made from the table of kinds. */
import { MODEL_SPECS } from './kinds.ts'
import { MODEL_NOTES } from './notes.ts'
import type { ModelSetting, ModelSpec, ModelSettings } from './spec.ts'

const INTRO = `<!-- Written by tools/reference.ts; edit the kinds in src/core/catalog/model, not here. -->
# Models

A model says a number of each customer: a group, a probability, a value. Its file \`models/<key>.yaml\` names the kind and what
it is told; its scores are named \`<key>.<output>\` and are asked for in definitions as any other score:

\`\`\`yaml
# models/value.yaml
kind: lifetime
refresh: weekly # daily, weekly, monthly, or never: by hand
margin: 0.35
\`\`\`

    score(value.clv) >= 100 and score(value.p_alive) < 0.5

\`tessera model init <kind>\` writes a first file with every setting as a comment, filled from the catalogue;
\`tessera model run [key]\` computes now, \`tessera model list\` shows how models stand, and \`tessera model show <key>\` what the last
run found, in words first, with its history. Over HTTP: \`/api/v1/models\`.

- **When.** A running server computes what is due: once in each day, week (from Monday) or month of the programme's calendar, and
  when a file has changed. One model is computed at a time, whoever asks; a run whose process died is closed and done again.
- **As of.** A run speaks of the state at the instant it began, and its scores hold from that instant on. Only values that differ from
  those that hold are written, rounded by what they are (money to cents, probabilities to four digits), and members follow at once.
- **Status.** \`ok\`; \`weak\`: few data, or a doubtful assumption; \`not-identified\`: the data cannot answer; \`none\`: there are none. A model that
  has nothing to say writes nothing: what it said last stays, and is called stale. Where only a part cannot be answered (whether
  customers leave at all, for example) the scores of that part are taken back. The reasons stand in the run's findings.
- **History.** Every run is kept with its settings, parameters and findings; every score keeps the values it had, with the version of
  the run that said them.
- Amounts are those of the catalogue: refunds are subtracted, currencies converted, events that do not count left out, merged
  customers are one. \`tessera check\` (and \`plan\`, and the page of models) reads files wholly: names, numbers, and what stands in them in the
  segment language, with line, column and what would be right. A file with a mistake gives no scores; segments that ask for them keep
  their members.
`

/** `docs/reference/models.md`. */
export function modelReference(): string {
  return [INTRO, ...MODEL_SPECS.flatMap(section)].join('\n')
}

function section(spec: ModelSpec): readonly string[] {
  const usual: ModelSettings = Object.fromEntries(
    spec.settings.flatMap(({ name, default: value, example }) => {
      const shown = value ?? example
      return shown === undefined ? [] : [[name, shown]]
    }),
  )
  const notes = MODEL_NOTES[spec.kind]
  return [
    `## ${spec.label[0]}`,
    '',
    `\`kind: ${spec.kind}\`, usually \`models/${spec.key}.yaml\`, ${spec.refresh}. ${spec.about[0]}`,
    '',
    ...(notes === undefined ? [] : [notes, '']),
    '| setting | takes | default | |',
    '|---|---|---|---|',
    ...spec.settings.map(row),
    '',
    '| score | |',
    '|---|---|',
    ...spec
      .outputs(usual)
      .map((output) => `| \`${spec.key}.${output.name}\` | ${cell(output.label[0])} |`),
    '',
  ]
}

function row(setting: ModelSetting): string {
  const { name, kind, label, default: value, choices, range, required } = setting
  const takes =
    choices?.join(', ') ?? (range === undefined ? kind : `${kind}, ${range[0]} to ${range[1]}`)
  const usual =
    value === undefined ? (required === true ? 'needed' : '') : `\`${JSON.stringify(value)}\``
  return `| \`${name}\` | ${takes} | ${usual} | ${cell(label[0])} |`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
