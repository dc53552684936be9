import { BlockList, isIP } from 'node:net'

/** `remote`: https somewhere else. `loopback`: this machine, where plain http is harmless. */
export type ApiRootKind = 'remote' | 'loopback' | 'refused'

/**
 * Whether a bot's token may be sent to that root. Only https, or http on this machine, and no
 * credentials, query or fragment in it. Private media hosts are accepted by a channel only when
 * the root is `loopback`.
 */
export function kindOfApiRoot(root: string): ApiRootKind {
  const url = readUrl(root)
  if (url === undefined || hasCredentials(url)) return 'refused'
  if (url.search !== '' || url.hash !== '') return 'refused'
  if (isLoopbackHost(url.hostname) && isHttp(url)) return 'loopback'
  return url.protocol === 'https:' ? 'remote' : 'refused'
}

/** The address of something below a root, which may have a path of its own. */
export function urlBelow(root: string, path: string): URL {
  return new URL(`${root.replace(/\/+$/, '')}/${path}`)
}

/**
 * Whether a platform's own server can fetch a picture from there: https on a public name or
 * address; plain http on this machine only beside a loopback root.
 */
export function isFetchablePhoto(photo: string, root: ApiRootKind): boolean {
  const url = readUrl(photo)
  if (url === undefined || hasCredentials(url)) return false
  if (root === 'loopback' && isLoopbackHost(url.hostname)) return isHttp(url)
  return url.protocol === 'https:' && isPublicHost(url.hostname)
}

/** Whether media may be fetched from there: https on a host of the list, or this machine beside a loopback root. */
export function isMediaSource(
  url: URL,
  allowed: { readonly domains: readonly string[]; readonly root: ApiRootKind },
): boolean {
  if (hasCredentials(url)) return false
  if (allowed.root === 'loopback' && isLoopbackHost(url.hostname)) return isHttp(url)
  const isListed = allowed.domains.some((domain) => url.hostname.endsWith(`.${domain}`))
  return url.protocol === 'https:' && url.port === '' && isListed
}

/** Loopback, link-local, private, shared, documentation, multicast and reserved addresses; also what is no address. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  return family === 4 ? notPublic.ipv4.check(address) : notPublic.ipv6.check(address, 'ipv6')
}

/** The URL that a text is, if it is one. */
export function readUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

function hasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== ''
}

function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function isPublicHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$|\.$/g, '')
  if (isIP(bare) !== 0) return !isPrivateAddress(bare)
  const topLevel = bare.split('.').at(-1) ?? ''
  return bare.includes('.') && !LOCAL_DOMAINS.has(topLevel)
}

function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:'
}

/** RFC 6761, RFC 6762, RFC 8375: names that mean something only inside a network. */
const LOCAL_DOMAINS = new Set([
  'localhost',
  'local',
  'internal',
  'lan',
  'home',
  'arpa',
  'test',
  'invalid',
])

/**
 * IANA special-purpose address registries (RFC 6890). Two lists, since one list takes an IPv4
 * address for its IPv4-mapped form, all of which is blocked.
 */
const notPublic = {
  ipv4: networks('ipv4', [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ]),
  ipv6: networks('ipv6', [
    ['::', 96],
    ['::ffff:0:0', 96],
    ['64:ff9b::', 96],
    ['100::', 64],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
  ]),
}

function networks(
  family: 'ipv4' | 'ipv6',
  blocks: readonly (readonly [network: string, prefix: number])[],
): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of blocks) list.addSubnet(network, prefix, family)
  return list
}
