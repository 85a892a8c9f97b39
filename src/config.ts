/**
 * Every setting and every limit a person may change: name, default, unit in the name, range, help, secret or not.
 * Read only here, from the environment (`WATCHFLOOR_` + upper snake case) and `_FILE` for secrets, and passed down as plain values.
 */
export interface Setting {
  readonly name: string;
  readonly default: string | number | boolean | null;
  readonly min?: number;
  readonly max?: number;
  readonly secret?: boolean;
  readonly help: string;
}

export const settings: readonly Setting[] = [
  { name: 'dataFolder', default: 'watchfloor-data', help: 'Folder of the database and the page archive.' },
  { name: 'host', default: '127.0.0.1', help: 'Address to listen on. Anything but loopback needs a password.' },
  { name: 'port', default: 7311, min: 0, max: 65535, help: 'Port of the desk. 0 takes a free one.' },
  { name: 'password', default: null, secret: true, help: 'Password of the desk; asked for by HTTP Basic when set.' },
];
