/** Says what is well and what is not with a programme and the machine it runs on, without starting anything. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../../../core/base/index.ts'
import type { DoctorWire, FindingWire } from '../../../core/contract/index.ts'
import { findingWords, inspectStore, openStore, supervisorStatus } from '../../store/index.ts'
import { addressesOf } from '../programme/address.ts'
import { checkProgramme } from '../programme/check.ts'
import { locateProgramme } from '../programme/engines.ts'
import { DATA_FOLDER, readFolder } from '../programme/folder.ts'
import type { OpenOptions } from '../open.ts'
import { runningServer } from './serving.ts'
import { failureWire, phrase } from '../wire.ts'
import type { RunCode } from '../words/index.ts'

/** The oldest Node that every library of ours runs on. */
const OLDEST_NODE = [22, 19] as const

/** Looks at Node, programme files, definitions, stores, server and unfinished imports. */
export async function diagnose(options: OpenOptions): Promise<DoctorWire> {
  const { locale } = options
  const folder = locateProgramme(options)
  const dataDir = folder === undefined ? undefined : join(folder, DATA_FOLDER)
  const addresses = dataDir === undefined ? options : addressesOf(dataDir, options, process.env)
  const issues = folder === undefined ? [] : checkProgramme(options).issues
  const findings = [
    nodeFinding(locale),
    programmeFinding(folder, options),
    ...(await inspectStore({
      ...(dataDir === undefined ? {} : { dataDir }),
      ...(addresses.clickhouseUrl === undefined ? {} : { clickhouseUrl: addresses.clickhouseUrl }),
      ...(addresses.postgresUrl === undefined ? {} : { postgresUrl: addresses.postgresUrl }),
    }).then((found) =>
      found.map(({ code, severity, params }): FindingWire => ({
        code,
        severity: severity === 'info' ? 'ok' : severity,
        message: findingWords(code, params, locale),
      })),
    )),
    ...(folder === undefined || dataDir === undefined || !existsSync(dataDir)
      ? []
      : [...(await serverFinding(dataDir, locale)), ...(await importFindings(folder, options))]),
  ]
  const bad = [...findings, ...issues].some((one) => one.severity === 'error')
  return { ok: !bad, findings, issues }
}

function found(
  severity: FindingWire['severity'],
  code: RunCode,
  params: Readonly<Record<string, string | number>>,
  locale: Locale,
): FindingWire {
  return { code, severity, message: phrase(code, params, locale) }
}

function nodeFinding(locale: Locale): FindingWire {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  const params = { version: process.versions.node, needed: OLDEST_NODE.join('.') }
  return found(isNew ? 'ok' : 'error', isNew ? 'run/node-fine' : 'run/node-old', params, locale)
}

function programmeFinding(folder: string | undefined, options: OpenOptions): FindingWire {
  const { locale } = options
  if (folder === undefined) {
    return found('warning', 'run/no-programme', { folder: options.folder ?? options.from }, locale)
  }
  const files = readFolder(folder)
  const params = { folder, count: files.segments.length }
  return found('ok', 'run/programme-found', params, locale)
}

async function serverFinding(dataDir: string, locale: Locale): Promise<readonly FindingWire[]> {
  const note = await runningServer(dataDir)
  if (note === undefined) return []
  const params = { pid: String(note.pid), port: String(note.port) }
  return [found('ok', 'run/server-runs', params, locale)]
}

/** Only where the ledger answers already: the doctor starts nothing. */
async function importFindings(
  folder: string,
  options: OpenOptions,
): Promise<readonly FindingWire[]> {
  const { programme, dataDir } = readFolder(folder)
  const addresses = addressesOf(dataDir, options, process.env)
  const isLocal = addresses.clickhouseUrl === undefined || addresses.postgresUrl === undefined
  if (programme === undefined) return []
  if (isLocal && (await supervisorStatus(dataDir)) === undefined) return []
  try {
    const store = await openStore({
      dataDir,
      programmeId: programme.id,
      command: 'tessera doctor',
      ...addresses,
    })
    try {
      const open = await store.ledger.db
        .selectFrom('import')
        .select(['id', 'file_name', 'state'])
        .where('state', 'in', ['staged', 'publishing'])
        .execute()
      return open.map(({ id, file_name, state }) =>
        found('warning', 'run/import-open', { id, file: file_name, state }, options.locale),
      )
    } finally {
      await store.close()
    }
  } catch (error) {
    const { code, message } = failureWire(error, options.locale)
    return [{ code, severity: 'error', message }]
  }
}
