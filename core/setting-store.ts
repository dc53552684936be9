/** Installation-wide values. */
export interface SettingStore {
  find(name: string): Promise<string | undefined>
  set(name: string, value: string): Promise<void>
  /** Changes the value if it still is `from`; of several processes that do so at once, one gets true. */
  replace(name: string, from: string, to: string): Promise<boolean>
  /** The stored value; `value` becomes it if there was none. Two processes get the same. */
  ensure(name: string, value: string): Promise<string>
}
