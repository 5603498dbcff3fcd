/** What intake says, in English. */
import type { IntakeCode } from './codes.ts'

/** One sentence per code. */
export const en: Readonly<Record<IntakeCode, string>> = {
  'intake/bad-quote': 'A quote is not closed, or text follows a closing quote.',
  'intake/wrong-cell-count': 'The row does not have as many cells as the others.',
  'intake/bad-bytes': 'The row holds bytes that are not text in the encoding of the file.',
  'intake/too-long': 'The row or one of its cells is too long.',
  'intake/bad-json': 'The line is not a JSON object.',
  'intake/id-conflict':
    'The same id is already known with other content; remove the row or give it its own id.',
  'intake/with-its-order':
    'Another line of the same order cannot be read; the whole order waits for it.',
  'intake/order-of-two-customers': 'The lines of this order name different customers.',
  'intake/told-twice':
    'An earlier row of the file says something else of the same one; keep one of them.',
  'intake/set-aside': 'Left out by a rule of the mapping: {reason}',
  'intake/no-customer': 'No customer is named (a guest purchase, for example).',
  'intake/no-id': 'The id is missing.',
  'intake/no-instant': 'The date is missing.',
  'intake/required-missing': 'A required value is missing.',
  'intake/bad-number': 'This is not a number, or it is too large.',
  'intake/bad-boolean': 'This is neither yes nor no.',
  'intake/bad-date': 'There is no such day, or it is written another way than the rest.',
  'intake/bad-instant':
    'There is no such date and time, or it is written another way than the rest.',
  'intake/bad-place': 'This is not a latitude and a longitude.',
  'intake/mapping-syntax': 'The mapping is not valid YAML: {detail}',
  'intake/mapping-shape': 'In the mapping, {path}: {detail}',
  'intake/unknown-event':
    'The catalogue has no event "{event}". Known: {known}. Add it to tessera.yaml.',
  'intake/unknown-field':
    'The catalogue has no "{field}" here. Known: {known}. Add it to tessera.yaml or map another.',
  'intake/missing-role': 'No column is named for {role}. Say which: --map {role}=Column',
  'intake/missing-column': 'The file has no column "{column}". It has: {known}',
  'intake/required-unmapped': '"{property}" is required and no column fills it.',
  'intake/bad-override': '"{text}" is not understood; write key=value.',
  'intake/rounded': '{count} rows had more than six decimals and were rounded.',
  'intake/unknown-categories':
    '{count} values of {property} are not in the tree of categories, so that `under` does not find them: {values}. Add them to the tree, or mend the rows.',
  'intake/states-not-counted':
    '{count} rows have a {property} that counts for nothing: {values}. Only these count: {counting}. List others among the values of that property if that is meant.',
  'intake/columns-unused': 'Columns that nothing was made of: {columns}',
  'intake/already-loaded': 'This file was loaded before (import {load}); nothing was added.',
  'intake/unreadable-file': '{file} cannot be read: {reason}',
  'intake/empty-file': '{file} is empty.',
  'intake/no-rows': '{file} holds no rows, at most the names of columns.',
  'intake/unknown-encoding': 'The encoding "{encoding}" is not known.',
  'intake/json-array': '{file} is one JSON array; write one object per line (NDJSON).',
  'intake/bad-parquet': '{file} is not a Parquet file that can be read: {reason}',
  'intake/wrong-ending':
    '{file} is not what its name says: its content is not {kind}, or it is damaged.',
  'intake/workbook':
    '{file} is a workbook or an archive, not a text table; save the sheet as CSV and load that.',
  'intake/not-text':
    '{file} is not a text table: it holds bytes that no text has. Export the data as CSV, NDJSON or Parquet.',
  'intake/customer-key-collision':
    'Two customer ids share one internal key; nothing was loaded. Please report this.',
  'intake/miscounted':
    'The records do not add up ({read} read); nothing was loaded. Please report this.',
  'intake/cancelled': 'Stopped; nothing was loaded.',
  'intake/not-ready': 'The file cannot be loaded yet: {count} things to settle.',
  'intake/quarantine-unknown':
    '{file} is not a quarantine file of this programme (its note is missing).',
  'intake/quarantine-header':
    '{file} does not begin with the line line,column,code,reason,raw, so its rows cannot be told apart; nothing was loaded. Keep that first line and all five columns, and save it as CSV in UTF-8.',
  'intake/nothing-left': 'The quarantine file holds no rows: nothing is left to load.',
  'intake/ask-encoding': 'Which encoding is the file in? {bytes} bytes could be several.',
  'intake/ask-delimiter': 'What separates the cells, "{first}" or "{second}"? Both fit.',
  'intake/ask-header': 'Is the first row the names of the columns? It reads: {first}',
  'intake/ask-missing': 'Does "{mark}" in {column} mean that nothing is known?',
  'intake/ask-decimal': 'Is the mark in "{example}" ({column}) the decimal mark? Which one is it?',
  'intake/ask-dates':
    'Which comes first in {column}, the day or the month? "{example}" can be read both ways.',
  'intake/ask-kind': 'What does {file} hold?',
  'intake/ask-role': 'Which column holds the {role}?',
  'intake/ask-which': 'Several columns could be the {role}. Which one is it?',
  'intake/ask-refunds':
    'Are the rows whose {column} starts with "{prefix}" (such as {example}) refunds? {measure} is negative in {negative} of the {rows} that were looked at.',
  'intake/took-refunds':
    'Rows whose {column} starts with "{prefix}" (such as {example}) were taken for refunds, because {measure} is negative in {negative} of the {rows} that were looked at. If they are not, remove `routes` from the mapping.',
  'intake/evidence-given': 'as you said',
  'intake/evidence-first-bytes': 'the first bytes of the file',
  'intake/evidence-mark': 'a byte order mark',
  'intake/evidence-zeros': 'every second byte is zero',
  'intake/evidence-ascii': 'plain ASCII so far',
  'intake/evidence-utf8': '{bytes} bytes beyond ASCII are valid UTF-8',
  'intake/evidence-single-byte': '{bytes} bytes beyond ASCII are not UTF-8',
  'intake/evidence-alike': '{percent} % of rows have {cells} cells',
  'intake/evidence-words': 'the first row reads like names',
  'intake/evidence-values': 'the first row holds values',
  'intake/evidence-unlike': 'the first row is unlike those below',
  'intake/evidence-recurs': 'texts of the first row appear again below',
  'intake/evidence-mark-among-values': 'stands among numbers or dates',
  'intake/evidence-numbers':
    '{dot} numbers with a point, {comma} with a comma, {either} readable both ways',
  'intake/evidence-epoch': 'numbers that count from 1970',
  'intake/evidence-dates': 'dates such as {example}',
  'intake/evidence-year-first': '{rows} dates start with the year',
  'intake/evidence-none': 'nothing in the file tells',
  'intake/message-shape': 'The message, or this part of it, is no JSON object.',
  'intake/message-type': 'The type is none of track, identify, page, screen, group, alias.',
  'intake/message-deep': 'The body is nested too deeply.',
  'intake/message-large': 'The message has {size} bytes; at most {limit} are taken.',
  'intake/message-event':
    'The catalogue has no event "{event}". Add it to tessera.yaml, or add this name to the aliases of an event.',
  'intake/message-page': 'The catalogue has no event named page and none with the role web.',
  'intake/message-group':
    'The catalogue has no trait whose name begins with group_ for what this call says.',
  'intake/message-text': 'This is not a text, or it is too long.',
  'intake/message-list': 'This is not a list of the expected values, or it is too long.',
  'intake/message-time': 'This is not a time from 1900 to 2299; write ISO 8601 with its offset.',
  'intake/message-sensitive': '"{property}" is declared sensitive and is not taken over HTTP.',
}
