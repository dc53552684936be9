/** Configuration that cannot be used: one sentence that names the variable and says what to do. */
export class ConfigRefusal extends Error {
  override readonly name = 'ConfigRefusal'
}
