/** What issues of the language say in English. */
import type { IssueWord } from './issue-word.ts'

export const EN: Readonly<Record<IssueWord, string>> = {
  'did-you-mean': 'Did you mean {nearest}?',
  'write-instead': 'Write: {fix}',
  'known-names': 'Known: {known}.',
  'expected-condition': 'a condition or a value',
  'expected-name': 'a name',
  'expected-operator': 'a question such as `=`, `in`, `between` or `contains`',
  or: 'or',
  'type-text': 'text',
  'type-category': 'a category',
  'type-number': 'a number',
  'type-money': 'an amount of money',
  'type-boolean': 'true or false',
  'type-date': 'a date',
  'type-instant': 'an instant',
  'type-duration': 'a duration',
  'type-length': 'a distance',
  'type-list': 'a list',
  'type-geo': 'a place',
  'segment/text-too-long':
    'The definition is longer than {limit} characters. Split it into several segments and join them with `in segment`.',
  'segment/bad-character':
    'The character {found} has no meaning here. Remove it, or put it between quotes if it belongs to a text.',
  'segment/open-text': 'This text has no end. Close it with {expected} on the same line.',
  'segment/open-name':
    'This name is empty or has no end. Close it with a backtick (`) on the same line.',
  'segment/bad-escape': '{found} means nothing inside a text. For a backslash, write two.',
  'segment/bad-number': '{found} is no number. Put a space between the number and its unit.',
  'segment/number-range':
    '{found} is out of range: numbers have at most twelve digits before the point and six after it.',
  'segment/bad-date':
    '{found} does not exist in the calendar, or lies outside of the years 1900 to 2299.',
  'segment/date-shape':
    '{found} could be read in two ways. Write the date as year-month-day: 2026-01-31.',
  'segment/instant-offset':
    '{found} does not say in which time zone. Add Z for UTC, or an offset such as +02:00.',
  'segment/empty': 'The definition is empty. To take in the whole base, write `everyone`.',
  'segment/expected': 'Expected {expected} here, not {found}.',
  'segment/expected-at-end': 'The definition ends too early: expected {expected}.',
  'segment/expected-value': 'A value is needed here, but this is a condition.',
  'segment/expected-comparison':
    'This is a value alone. Say what is asked of it, for example with `=`, `>`, `in (...)` or `is known`.',
  'segment/misplaced-not':
    'After a value, `not` goes with `in` only. Put `not` before the whole condition.',
  'segment/unknown-function': 'There is no function {found}.',
  'segment/missing-connective': 'Before {found}, `and` or `or` is missing.',
  'segment/reserved-name': '{name} is a word of the language. As a name, put it between backticks.',
  'segment/calendar-duration':
    '{found} have no fixed length. Write days, or ask with a window: `joined within last 6 months`.',
  'segment/rolling-unit': 'Quarters are whole periods. Write `previous {count} quarters`.',
  'segment/whole-number': 'A whole number is needed here, not {found}.',
  'segment/window-count': 'A window needs a whole number from 1 to {limit} here, not {found}.',
  'segment/out-of-range': 'A number from {low} to {high} is needed here, not {found}.',
  'segment/too-deep':
    'The definition is nested more than {limit} levels deep. Name its parts with measure, or split it into segments.',
  'segment/only-in-where':
    '{found} asks about the parts of one event: use it inside where, as in `any(purchase where any item (...))`.',
  'segment/not-in-where':
    '{found} speaks of the customer, but where speaks of one event. Move it outside of where.',
  'segment/measure-twice': 'The measure {name} is defined twice. Rename one of them.',
  'segment/comment-lost':
    'Formatting would lose this comment. Move comments to the top of the definition.',
  'segment/json-version': 'This document is not a definition of version {version}.',
  'segment/json-shape': 'This part of the document is not as expected: {reason}.',
  'segment/unknown-trait': 'There is no trait or measure {name}.',
  'segment/unknown-event': 'There is no event {name}.',
  'segment/unknown-element': 'The event {event} has no part {name}.',
  'segment/unknown-property': '{of} has no property {name}.',
  'segment/unknown-segment': 'There is no segment "{name}".',
  'segment/unknown-category': 'The category tree has no "{name}".',
  'segment/unknown-measure': 'There is no measure {name}.',
  'segment/unknown-zone': '"{name}" is no time zone. Use an IANA name such as Europe/Paris.',
  'segment/no-tree':
    '{name} belongs to no category tree, so that nothing can be under it. Use = instead, or give it a tree in the catalogue.',
  'segment/no-role':
    '{word} needs a trait with the role {role}. Give that role to a date in the catalogue.',
  'segment/sensitive':
    '{name} is sensitive and may not be used in definitions. Ask the privacy officer, or leave it out.',
  'segment/too-large':
    'With its measures written out, the definition has more than {limit} parts. Simplify the measures.',
  'segment/measure-cycle':
    'These measures refer to each other in a circle: {path}. Break the circle.',
  'segment/measure-broken':
    "The programme's measure {name} has an error. Mend it in tessera.yaml first.",
  'segment/segment-cycle':
    'These segments refer to each other in a circle: {path}. Break the circle.',
  'segment/refers-to-broken':
    'The segment "{segment}" has an error, so this definition has no meaning either. Mend that one first.',
  'segment/type-mismatch': '{leftType} cannot be compared with {rightType}.',
  'segment/wrong-type': '{expectedTypes} is needed here, but this is {foundType}.',
  'segment/measure-type': '{fn} cannot be taken of {name}, which is {foundType}.',
  'segment/no-comparison': '{op} cannot be asked of {type}.',
  'segment/bad-arithmetic': '{leftType} {op} {rightType} makes no sense.',
  'segment/currency-mismatch':
    'Amounts in {left} and in {right} cannot be put together. Converted are only amounts whose rows name their currency (`currencyFrom` in the catalogue).',
  'segment/not-money':
    'This amount in {currency} stands beside something that is not money. Remove {currency}.',
  'segment/empty-text': 'Empty text is a missing value. Ask with `is missing` or `is known`.',
  'segment/bad-pattern': '"{pattern}" is not a valid RE2 pattern. Check brackets and backslashes.',
  'segment/at-least-range':
    'at least {count} of {parts} conditions: the number must be from 1 to {parts}.',
  'segment/list-needs-has': 'A list is asked with `has any`, `has all` or `has none`.',
  'segment/unknown-score': 'There is no score {name}.',
  'segment/no-consent':
    'No trait of the catalogue says who agreed to {purpose} by {channel}. Give one the role consent, with this channel and purpose.',
  'segment/prefix-measure':
    '{fn} cannot be taken over several kinds of event at once. Name one kind; any, count, sum, min, max, first and last work with `*`.',
  'segment/no-refund':
    'No event of the catalogue takes {event} back, so that there is nothing to subtract. Write `sum`, or give the refund `refundOf` in the catalogue.',
  'segment/refund-differs':
    '`net` asks the same of {event} and of {refund}, but {refund} lacks a property that is used here, or has it in another type or currency. Add it in the catalogue, or write the difference of two sums.',
  'segment/window-not-here': '{found} sets the time that is looked at itself. Remove this window.',
  'segment/share-needs-where':
    'A share is of what meets a condition, over all: write one with `where`.',
  'segment/trend-no-measure':
    'A trend needs a measure that is taken in each period, such as `sum(purchase.amount)`.',
  'segment/state-one-trait':
    'Only a condition on exactly one trait or one list can be asked for how long it has held, such as `tier = "gold" for at least 90 days`.',
  'segment/not-length':
    'A distance stands beside a number without a unit. Write the unit: m, km or mi.',
  'segment/then-not-needs-within':
    '`then not` needs the time in which it must not happen: add `within 7 days`.',
  'segment/only-negative':
    'This only says what customers did not do or are not, so it takes in everyone who never did anything. Add a positive condition if that is not meant.',
  'segment/includes-zero':
    'Customers with none at all are in as well. To leave them out, use `between 1 and ...`.',
  'segment/not-equal-missing':
    'Customers without a value are not in. To take them in, add `or ... is missing`.',
  'segment/never-true': 'This can never hold: the lower end is above the upper one. Swap them.',
  'segment/empty-window':
    'Nothing can lie in this window: it ends before it begins. Swap its ends.',
  'segment/unknown-value': '"{value}" is not among the known values.',
  'segment/unknown-list': 'There is no list "{name}" yet; nobody is on it.',
}
