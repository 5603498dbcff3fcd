import { expect, test } from 'vitest'
import { id, join, print, raw, sql, value } from './index.ts'

test('values are bound, never written into the text', () => {
  const s = print(
    sql`SELECT ${id('db', 'a`b')} WHERE x = ${value("'; DROP", 'String')} AND y IN (${join([value(1, 'UInt8'), value(1, 'UInt8')], ', ')})`,
  )
  expect(s.text).toBe('SELECT `db`.`a\\`b` WHERE x = {p0:String} AND y IN ({p1:UInt8}, {p1:UInt8})')
  expect(s.params).toEqual({ p0: "'; DROP", p1: 1 })
})

test('values of different types never share a parameter', () => {
  const s = print(sql`${value(1, 'UInt8')}${raw(' ')}${value(1, 'UInt16')}${value('1', 'UInt8')}`)
  expect(Object.keys(s.params)).toHaveLength(3)
})
