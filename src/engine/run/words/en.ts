/** English words for what verbs and stores refuse. */
import type { RunCode } from './codes.ts'

export const en: Readonly<Record<RunCode, string>> = {
  'run/no-programme':
    'There is no tessera.yaml in {folder} or above it. Name the folder with --programme, or write a programme with "tessera init".',
  'run/programme-exists': 'There is a programme in {folder} already; choose another folder.',
  'run/programme-invalid': 'The programme cannot be used before these errors are mended ({count}).',
  'run/id-changed':
    'The id of this programme changed from {was} to {is}; stop and start again to open the other one.',
  'run/segment-unknown': 'There is no segment "{segment}". {near}',
  'run/segment-exists': 'There is a segment "{segment}" already; choose another key.',
  'run/segment-used': 'Segment "{segment}" is used by {users}; change those first.',
  'run/stale-revision':
    'Segment "{segment}" was changed by someone else meanwhile; look at the new version and save again.',
  'run/customer-unknown':
    'No customer "{customer}" is known. Ids are compared exactly, capitals included.',
  'run/not-evaluated': 'Nothing has been evaluated yet; run "tessera evaluate".',
  'run/not-in-snapshot':
    'Segment "{segment}" is not in the published evaluation: only segments that are active and applied are computed. See what waits to be applied, apply it, then evaluate.',
  'run/definition-invalid': 'The definition has errors.',
  'run/bad-instant':
    '"{text}" is no time we understand; write a day (2026-01-31) or an instant with its offset (2026-01-31T10:00Z).',
  'run/bad-request': 'The request does not have the expected shape.',
  'run/fact-type-changed':
    'Column {column} of {table} holds {stored} but the catalogue now says {wanted}; undo that change of type, or give the property a new name.',
  'run/job-unknown': 'There is no job {job}; finished jobs are forgotten after a while.',
  'run/upload-unknown': 'There is no upload {upload}; send the file again.',
  'run/upload-too-large':
    'The file is larger than {limit} bytes; load it with "tessera load" instead.',
  'run/import-unknown': 'There is no import {import}.',
  'run/no-quarantine': 'Import {import} set no rows aside, or its file has been removed.',
  'run/file-missing': 'There is no file {file}.',
  'run/file-denied': 'We may not read or write {file}; check its owner and permissions.',
  'run/not-a-file':
    '{file} cannot be used: a file was expected where a folder is, or the other way round ({reason}).',
  'run/disk-full': 'The disk is full; free some space and try again. Nothing was half-written.',
  'run/not-signed-in':
    'The access key is missing or wrong. Open the address that "tessera up" prints.',
  'run/wrong-host': 'This address is not served; use the one that "tessera up" prints.',
  'run/not-found': 'There is nothing at this address.',
  'run/console-missing': 'The console has not been built; run: npm run build',
  'run/port-busy': 'Port {port} is in use; choose another with --port.',
  'run/node-fine': 'Node {version} is recent enough.',
  'run/node-old': 'Node {version} is too old; install {needed} or newer.',
  'run/programme-found': 'The programme lies in {folder} ({count} segments).',
  'run/server-runs': 'A console is served on port {port} (process {pid}).',
  'run/import-open':
    'Import {id} of {file} is not finished ({state}): it is under way, or the next opening rolls it forward or drops it.',
  'run/demo-size':
    'A demo needs at least 1 customer and 1 to 8 years; {customers} customers and {years} years were asked for.',
  'run/demo-column': 'A demo file has no column {column}. Please report this.',
  'run/stores-differ':
    'The facts and the ledger do not belong together: the address of one of them was changed. Give both old addresses, or move both.',
  'run/keeps-applied': 'Version {version} of "{segment}" stays in force until its file is mended.',
  'run/members-carried':
    '"{segment}" keeps the members of its last good evaluation: the definition in force no longer fits the catalogue. Apply one that does.',
  'run/segment-check': 'Check of "{segment}": {text}',
  'run/near-duplicate':
    'Segment "{segment}" has nearly the same members as "{other}": {share} % of the members of either are in both. Merge them, or say what the difference is for.',
  'run/under-privacy-floor':
    'Segment "{segment}" has fewer than {floor} members: people in it could be recognised, so nothing about it will be shown.',
  'run/under-activation-floor':
    'Segment "{segment}" has fewer than {floor} members: too few to be activated, or for a test to find anything.',
  'run/not-applied':
    'The files differ from what is in force in {count} places: {segments}. See what would change with "tessera plan".',
  'run/examples-fail':
    'Examples fail ({count}), so nothing was applied. Mend them, or apply with --force and say why.',
  'run/why-needed':
    'Say why: what is applied in spite of failing examples keeps the reason with it.',
  'run/version-unknown': 'Segment "{segment}" has no version {version}.',
  'run/example-not-in': 'This customer is meant to be in the segment but is not. {reason}',
  'run/example-not-out': 'This customer is not meant to be in the segment but is. {reason}',
  'run/example-name': 'The catalogue knows no "{name}" here. {near}',
  'run/example-value': '"{value}" is no {type}.',
  'run/example-time':
    '"{text}" is no time: write a day (2026-01-31), or a day and hour (2026-01-31T10:00, with an offset if it is not the programme’s).',
  'run/example-broken': 'The example cannot be tried before the definition is mended.',
  'run/list-unknown': 'There is no list "{list}". {near}',
  'run/list-exists': 'There is a list "{list}" already.',
  'run/list-name':
    '"{list}" cannot be the name of a list: use letters, digits, spaces and . _ -, beginning with a letter or digit; or segment:<key>:include, segment:<key>:exclude for members by hand.',
  'run/list-rows': 'No column "{column}" was found in {file}; name it with --column.',
  'run/counts-proposed':
    '{event} events count when {property} is one of: {values}; not when it is: {idle}. This is a proposal from a sample; correct "counts" in tessera.yaml.',
  'run/ids-unknown': 'Nobody has these ids, which were left out: {ids} ({count} in all).',
  'run/score-unknown': 'The catalogue names no score "{score}". {near}',
  'run/score-columns':
    '{file} needs a column customer_id and, each once, columns of scores: {wanted}.',
  'run/score-column-unread':
    'Column "{column}" is no score of the catalogue, so it was not read. {near}',
  'run/score-customer': 'Nobody has the id "{customer}"; the value was left out.',
  'run/score-objected': '"{customer}" objects to profiling; the value was left out.',
  'run/score-value':
    '"{value}" is no number that can be kept, so score {score} of {customer} was left out.',
  'run/write-key-missing':
    'No write key was sent. Send one as the user of Basic authentication; "tessera key create" makes one.',
  'run/write-key-unknown': 'The write key {key} is not known here, or it was revoked.',
  'run/write-key-none': 'There is no write key {key}.',
  'run/message-limit': 'The body has more than {limit} bytes; send smaller batches.',
  'run/message-json': 'The body is not JSON of the expected shape.',
  'run/messages-refused': 'The message was refused; nothing of it is kept as a fact.',
  'run/arrivals-full': 'More events wait than may wait; try again in {seconds} s.',
  'run/ledger-not-durable':
    'The ledger runs with fsync off, so that an acknowledged event could be lost; turn it on.',
  'run/merge-same': '"{customer}" and "{alias}" are the same customer already.',
  'run/merge-taken': '"{alias}" is part of the customer "{customer}" already; undo that first.',
  'run/merge-order': '"{customer}" was itself merged into "{into}" later; undo that first.',
  'run/merge-unknown': '"{alias}" is not merged into another customer.',
  'run/not-taken-in':
    'The file is loaded, but the published memberships do not know of it yet: {reason} It is taken in by the next evaluation.',
  'run/not-held-then':
    'Nothing was published at {at}, or nothing of that time is kept; ask for what is true of it instead (--reading recomputed).',
  'run/frozen-exists': 'There is a snapshot called {name} already; snapshots never change.',
  'run/frozen-unknown': 'There is no snapshot called {name}; "tessera snapshot list" shows them.',
  'run/frozen-name':
    '{name} cannot name a snapshot: up to 63 small letters, digits, dots, hyphens and underscores.',
  'run/template-unknown': 'There is no template "{template}". {near}',
  'run/template-parameter':
    '"{value}" does not fit parameter {name} of template {template}. It takes: {known}.',
  'run/template-unfit': 'Template {template} does not fit this programme. Missing: {missing}.',
  'run/template-taken':
    'There is a segment "{segment}" already. Give the new one a key of its own, such as "{free}".',
  'run/segment-key':
    '"{key}" is no key of a segment: lower-case letters, digits, _ and -, beginning with a letter, at most 60.',
  'run/name-left-behind':
    'Values of "{name}" ({table}) are stored, but the catalogue has no such name any more. If it was renamed, write the old name back, or load the files again under the new one.',
  'run/report-unknown': 'There is no report "{report}"; there is {near}.',
  'run/report-parameter': 'Report {report}: {name} = "{value}" does not fit. It takes: {wanted}.',
  'run/report-lacks':
    '{report} cannot be made: the catalogue has no {missing}. Name it in tessera.yaml.',
  'run/model-unknown': 'There is no model "{model}"; there is {near}.',
  'run/model-kind-unknown': 'There is no kind of model "{kind}"; there is {near}.',
  'run/model-exists': '{file} is there already. Give the new model a key of its own.',
  'run/model-key':
    '"{key}" is no key of a model: lower-case letters, digits and _, beginning with a letter, at most 40.',
  'run/model-lacks':
    'Model {model} cannot be computed: the catalogue has no {missing}. Name it in tessera.yaml, or in the model’s file.',
  'run/model-failed':
    'The model could not be computed because of a mistake inside Tessera. Please report this.',
  'run/model-run-unknown': 'Model {model} has no run {run}.',
  'run/failed': 'Something failed: {reason}',
  'store/access-denied':
    'The engine refused the permission; give its user the rights that the reference lists.',
  'store/bad-address': 'The address of {what} cannot be understood.',
  'store/bad-data': 'The engine could not read a stored value.',
  'store/bad-login': 'The engine refused the user or password.',
  'store/busy': 'Someone else is working on it: {holder}. Try again when they are done.',
  'store/cancelled': 'The work was cancelled.',
  'store/cluster': 'Cluster {cluster} cannot be used: {reason}',
  'store/data-directory':
    'The data directory {path} cannot be used; check its owner and permissions.',
  'store/disk-full': 'The disk of the engine is full; free some space and try again.',
  'store/engine-busy': 'The engine is too busy; try again shortly.',
  'store/engine-down': 'The engine does not answer. "tessera doctor" says more.',
  'store/engine-missing':
    'The engine {engine} is not installed for this platform; run npm install again.',
  'store/engine-start': 'The engine {engine} did not start: {reason}',
  'store/engine-version': 'The engine {engine} has version {found}; at least {needed} is needed.',
  'store/ledger-newer': 'The ledger was written by a newer Tessera ({migration}); update this one.',
  'store/ledger-version':
    'The ledger on disk is of PostgreSQL {found}; this Tessera brings {needed}.',
  'store/lock-lost': 'The connection that held the lock broke; try again.',
  'store/locked':
    'Process {pid} ({command}) holds the data directory and does not answer. Wait a moment; if that does not help, end it (kill -9 {pid}) and try again.',
  'store/locked-row': 'Two writers met in the ledger; try again.',
  'store/no-data-directory': 'Local engines need a data directory.',
  'store/no-os-user': 'PostgreSQL does not run as root, and there is no account to run it as.',
  'store/query-limit': 'The question is larger than the limits allow; narrow it.',
  'store/query-refused':
    'The engine refused a statement. Please report this with the query id from the log.',
  'store/supervisor-start': 'The local engines in {path} did not start: {reason}',
  'store/supervisor-version':
    'Another version of Tessera runs the engines (process {pid}, {command}); stop it first with "tessera stop".',
  'store/unknown-database': 'The database is gone; open the programme again.',
  'store/unknown-table': 'A table is gone; open the programme again.',
}
