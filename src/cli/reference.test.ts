// The written reference says what the program says.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeReference, commandReference } from './reference.ts'

const read = (name: string): string =>
  readFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), 'utf8')

test('the reference of commands is current: run node tools/reference.ts', () => {
  expect(read('cli.md')).toBe(commandReference())
})

test('the reference of codes is current: run node tools/reference.ts', () => {
  expect(read('errors.md')).toBe(codeReference())
})
