/**
 * Bytes that may still come out of one archive when it is unpacked, with all that is passed over: an archive of little else than
 * bombs would be unpacked for days, though none of them is ever held.
 */
export class InflateBudget {
  readonly bytesMax: number;
  #left: number;

  constructor(bytesMax: number = inflatedBytesMax) {
    this.bytesMax = bytesMax;
    this.#left = bytesMax;
  }

  /** Takes so many bytes off; true when they were too many. */
  spend(bytes: number): boolean {
    this.#left -= bytes;
    return this.isSpent;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }

  get problem(): string {
    return `more than ${this.bytesMax} bytes come out of it; the rest was left out`;
  }
}

/** As `WATCHFLOOR_IMPORT_INFLATED_BYTES_MAX` unless somebody says otherwise. */
const inflatedBytesMax = 64e9;
