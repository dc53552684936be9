/** Installation-wide values. */
export interface SettingStore {
  find(name: string): Promise<string | undefined>
  set(name: string, value: string): Promise<void>
  /** The stored value; `value` becomes it if there was none. Two processes get the same. */
  ensure(name: string, value: string): Promise<string>
}
