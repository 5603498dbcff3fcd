/** The written reference of reports, made from what they say of themselves. */
import { REPORTS } from '../reports.ts'
import { REPORT_GROUPS, type ReportParameter } from './kind.ts'
import { GROUP_WORDS } from './wire.ts'

/** docs/reference/reports.md. */
export function reportReference(): string {
  const groups = REPORT_GROUPS.flatMap((group) => {
    const reports = REPORTS.filter((report) => report.group === group)
    if (reports.length === 0) return []
    return [
      `## ${GROUP_WORDS[group].en}`,
      '',
      ...reports.flatMap((report) => [
        `### \`${report.name}\`: ${report.title.en}`,
        '',
        report.about.en,
        '',
        ...(report.needs.length === 0
          ? []
          : [
              `Needs of the catalogue: ${report.needs.map((slot) => `\`${slot}\``).join(', ')}.`,
              '',
            ]),
        ...report.parameters.map(parameterLine),
        ...(report.parameters.length === 0 ? [] : ['']),
      ]),
    ]
  })
  return `${[HEAD, '', ...groups].join('\n').trimEnd()}\n`
}

function parameterLine(p: ReportParameter): string {
  const takes =
    p.kind === 'choice'
      ? (p.choices ?? []).map((choice) => `\`${choice.value}\``).join(', ')
      : p.range === undefined
        ? (KIND_WORDS[p.kind] ?? p.kind)
        : `${p.kind} ${p.range[0]} to ${p.range[1]}`
  const preset =
    p.required === true ? '; required' : p.default === undefined ? '' : `; default \`${p.default}\``
  const help = p.help === undefined ? '' : ` ${p.help.en}`
  return `- \`${p.name}\` (${takes}${preset}): ${p.label.en}.${help}`
}

/** Kinds that do not say what to write. */
const KIND_WORDS: Readonly<Partial<Record<ReportParameter['kind'], string>>> = {
  segments: 'segments with commas',
}

const HEAD = `# Reports

Written by \`node tools/reference.ts\`. A report speaks of the published state: findings in words first, then the tables behind
them with intervals and numbers of customers, then how it was computed. Each is there over every door:

\`\`\`sh
npx tessera report                                  # which there are
npx tessera report profile --set segment=vip        # told something
npx tessera report concentration --csv --table curve
\`\`\`

\`GET /api/v1/reports\`, \`GET /api/v1/reports/profile?segment=vip\`, \`GET /api/v1/reports/concentration/table.csv?table=curve\`; the page
"Understand" of the console. Figures of fewer than 11 customers are not shown. What is inferred has an interval (95 % unless said)
and a status; where the data cannot answer, the report says so.`
