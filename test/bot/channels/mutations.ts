import fc from 'fast-check'

/** Values a hostile or future platform may put where we expect something else. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1e300, '', '\0', '\ud800', [], {}, [null], [[]]),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.jsonValue(),
)

/** A copy of one of the bodies with one to four of its values replaced, removed or wrapped. */
export function mutated(bodies: readonly unknown[]): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'remove', 'wrap'), odd })
  return fc
    .tuple(fc.constantFrom(...bodies), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([body, changes]) => {
      const root = { body: structuredClone(body) }
      for (const { at, how, odd: value } of changes) {
        const slots = slotsOf(root)
        const [holder, key] = slots[at % slots.length]!
        if (how === 'remove' && holder !== root) Reflect.deleteProperty(holder, key)
        // A copy each time: the same empty list put into itself would go round for ever.
        else
          Reflect.set(
            holder,
            key,
            how === 'wrap' ? [Reflect.get(holder, key)] : structuredClone(value),
          )
      }
      return root.body
    })
}

/** Every place of a value that holds another. */
function slotsOf(holder: object): [object, string][] {
  return Object.entries(holder).flatMap(([key, value]: [string, unknown]) => {
    const below = typeof value === 'object' && value !== null ? slotsOf(value) : []
    return [[holder, key] as [object, string], ...below]
  })
}
