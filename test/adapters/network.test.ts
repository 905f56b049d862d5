import fc from 'fast-check'
import { expect, it } from 'vitest'
import { networkOf } from '../../src/adapters/http/network.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1::7', '2001:db8:0:1::/64'],
  ['2001:DB8:0000:0001:ffff::7', '2001:db8:0:1::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('a neighbour in another network of IPv6, or with another address of IPv4, is somebody else', () => {
  expect(networkOf('2001:db8:0:2::7')).not.toBe(networkOf('2001:db8:0:1::7'))
  expect(networkOf('192.0.2.8')).not.toBe(networkOf('192.0.2.7'))
})

it('all addresses of a network of IPv6 count as one, however they are written', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((one) => one.toString(16))
  fc.assert(
    fc.property(fc.tuple(group, group, group, group), fc.tuple(group, group, group, group), (head, tail) => {
      const long = [...head, ...tail]
        .map((one) => one.padStart(4, '0'))
        .join(':')
        .toUpperCase()
      expect(networkOf(long)).toBe(networkOf(`${head.join(':')}::1`))
    }),
  )
})
