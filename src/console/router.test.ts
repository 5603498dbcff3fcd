/** Proves that addresses can be read back, whatever a customer or segment is called. */
import { array, assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { address, readRoute } from './router.ts'

const name = string({ unit: 'grapheme', minLength: 1 })

test('what was put into an address is read out of it', () => {
  assert(
    property(array(name, { maxLength: 3 }), name, (path, customer) => {
      const route = readRoute(address(path, { customer, segment: undefined }))
      expect(route.path).toEqual(path)
      expect(route.query.get('customer')).toBe(customer)
      expect(route.query.get('segment')).toBeNull()
    }),
  )
})

test('addresses typed by hand never throw', () => {
  assert(
    property(string(), (text) => {
      expect(readRoute(text).path.every((part) => part !== '')).toBe(true)
    }),
  )
  expect(readRoute('#/segments/50%')).toMatchObject({ path: ['segments', '50%'] })
})
