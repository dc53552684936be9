import { describe, expect, test } from 'vitest'
import { isPrivateAddress, kindOfApiRoot, urlBelow } from '../../../bot/channels/api-root.ts'

describe('kindOfApiRoot', () => {
  test.each([
    ['https://api.telegram.org', 'remote'],
    ['https://bot-api.zaloplatforms.com/', 'remote'],
    ['https://cong.example.vn:8443/telegram', 'remote'],
    ['http://127.0.0.1:8081', 'loopback'],
    ['http://localhost:8081', 'loopback'],
    ['http://[::1]:8081', 'loopback'],
    ['https://127.0.0.1:8443', 'loopback'],
    ['http://api.telegram.org', 'refused'],
    ['http://10.0.0.5:8081', 'refused'],
    ['http://127.0.0.1.example.vn', 'refused'],
    ['http://localhost.example.vn', 'refused'],
    ['https://u:p@api.telegram.org', 'refused'],
    ['https://api.telegram.org/?a=1', 'refused'],
    ['https://api.telegram.org/#a', 'refused'],
    ['ftp://127.0.0.1', 'refused'],
    ['api.telegram.org', 'refused'],
    ['', 'refused'],
  ])('%s is %s', (root, kind) => {
    expect(kindOfApiRoot(root)).toBe(kind)
  })
})

describe('isPrivateAddress', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    'khong phai dia chi',
  ])('%s is not public', (address) => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  test.each(['8.8.8.8', '172.32.0.1', '203.162.0.1', '2606:4700::1111'])('%s is', (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  })
})

test('a root may have a path of its own and a slash at its end', () => {
  expect(urlBelow('https://cong.example.vn/telegram/', 'bot1:a/getMe').href).toBe(
    'https://cong.example.vn/telegram/bot1:a/getMe',
  )
})
