/** `tessera segments`: every segment with its published count. */
import { inLocale } from '../../core/base/index.ts'
import { checkSegments } from '../../engine/insight/index.ts'
import {
  listSegments,
  readSnapshot,
  withProgramme,
  type OpenProgramme,
} from '../../engine/run/index.ts'
import type { SegmentWire } from '../../core/contract/index.ts'
import { flag, textOption, type CommandRun } from '../command.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { freshLines } from '../fresh-lines.ts'
import { issueLines } from '../issue-lines.ts'
import { progressLine } from '../progress.ts'
import { tableLines } from '../table.ts'

export const run: CommandRun = async (context, _args, options) => {
  const { out, say, open, locale } = context
  const status = textOption(options, 'status')
  const { segments, snapshot } = await withProgramme(open, async (programme) => ({
    ...(flag(options, 'check') ? await checkAll(context, programme) : {}),
    segments: await listSegments(programme, locale),
    snapshot: await readSnapshot(programme),
  }))
  const shown = segments.filter((s) => status === undefined || s.status === status)
  out.answer(shown, () => [
    ...issueLines(
      context,
      shown.flatMap((s) => s.issues.filter((i) => i.severity === 'error')),
    ),
    ...(shown.length === 0
      ? [say(segments.length === 0 ? 'segments-none' : 'segments-none-such')]
      : tableLines(
          [
            { title: say('col-segment') },
            { title: say('col-status') },
            { title: say('col-members'), right: true },
            { title: say('col-share'), right: true },
            { title: say('col-check') },
            { title: say('col-name') },
          ],
          shown.map((s) => [
            s.key,
            say(`status-${s.status}`),
            s.count === null ? say('none') : out.number(s.count),
            s.share === null ? say('none') : out.percent(s.share),
            s.quality?.label ?? say('none'),
            [inLocale(s.name, locale), ...notesOf(context, s)].join('  '),
          ]),
          process.stdout.columns,
        )),
    ...worstLines(context, shown),
    '',
    ...(snapshot === null
      ? [say('not-evaluated')]
      : [
          say('population-line', {
            population: snapshot.population,
            asOf: say('as-of', { at: out.instant(snapshot.asOf, snapshot.timeZone) }),
            evaluated: out.instant(snapshot.evaluatedAt, snapshot.timeZone),
          }),
          ...freshLines(context, snapshot),
        ]),
  ])
  return EXIT.ok
}

/** Says what it is at: a large base takes minutes. */
async function checkAll(context: Context, programme: OpenProgramme): Promise<object> {
  const line = progressLine(context)
  const idle = { rows: 0, rejected: 0, rowsPerSecond: 0, secondsLeft: null }
  await checkSegments(programme, {
    signal: context.signal,
    all: true,
    report: ({ segment, at, of }) => line.show({ ...idle, phase: segment, progress: at / of }),
  })
  line.clear()
  return {}
}

/** What speaks most against each, and where to read the rest. */
function worstLines({ say }: Context, segments: readonly SegmentWire[]): string[] {
  const lines = segments.flatMap(({ key, quality }) => {
    if (quality === null || quality.worst === null) return []
    const text = quality.outdated
      ? `${quality.worst.text} (${say('check-outdated')})`
      : quality.worst.text
    return [say('check-line', { segment: key, text })]
  })
  return lines.length === 0 ? [] : ['', ...lines, say('check-more')]
}

/** What stands between the file and the count: not applied, kept, or edited since. */
function notesOf({ say }: Context, { stale, standing }: SegmentWire): string[] {
  if (standing.carried) return [`(${say('carried')})`]
  if (standing.pending !== 'none') {
    return [`(${say('not-applied')}: ${say(`pending-${standing.pending}`)})`]
  }
  return stale ? [`(${say('stale')})`] : []
}
