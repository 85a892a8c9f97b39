import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { Failure } from '../failures.ts';
import type { PasswordHash } from '../records.ts';

/** What one check of a password costs whoever guesses: N, r and p of scrypt (RFC 7914). */
export type PasswordCost = Pick<PasswordHash, 'cost' | 'blockSize' | 'parallel'>;

/** One of the equal choices of OWASP's password storage cheat sheet: 32 MB and about a quarter of a second a check. */
export const passwordCost: PasswordCost = { cost: 32_768, blockSize: 8, parallel: 3 };

/** A hash to keep in the place of a password. */
export async function hashPassword(password: string, cost: PasswordCost = passwordCost): Promise<PasswordHash> {
  const salt = randomBytes(saltBytes);
  const hash = await derived(password, salt, cost);
  return { scheme: 'scrypt', ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Checks of passwords, a few at a time: guesses wait for one another, not the desk for them. */
export interface PasswordChecks {
  /**
   * Whether a password is the one that a hash was made of. Without a hash it takes the same time and is false. Fails with `busy`
   * when too many wait. `known`: it comes from where its user was signed in before, so it does not wait behind strangers.
   */
  verify(password: string, against: PasswordHash | null, known: boolean): Promise<boolean>;
}

export function createPasswordChecks(cost: PasswordCost = passwordCost): PasswordChecks {
  const lines = { known: new Line(), strangers: new Line() };
  // Of nobody's password: made once, so that an unknown name takes as long as a known one.
  let nobodys: Promise<PasswordHash> | null = null;
  return {
    async verify(password, against, known) {
      return (known ? lines.known : lines.strangers).run(async () => {
        nobodys ??= hashPassword(randomBytes(saltBytes).toString('base64'), cost);
        const kept = against ?? (await nobodys);
        const expected = Buffer.from(kept.hash, 'base64');
        const given = await derived(password, Buffer.from(kept.salt, 'base64'), kept);
        return timingSafeEqual(given, expected) && against !== null;
      });
    },
  };
}

/** Why a password will not do, as an index into words; null when it will. */
export function passwordFault(password: string, signInName: string): 'short' | 'long' | 'name' | null {
  const characters = [...normal(password)].length;
  if (characters < passwordCharactersMin) return 'short';
  if (characters > passwordCharactersMax) return 'long';
  return normal(password).toLowerCase().includes(signInName) && characters - signInName.length < 6 ? 'name' : null;
}

/** NIST SP 800-63B asks for 8 at least and 64 or more at most, and for no rules about their kinds. */
export const passwordCharactersMin = 12;
export const passwordCharactersMax = 256;

/** One after another; more than so many may not wait. */
class Line {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting >= waitingMax) {
      throw new Failure('busy', 'Too many people sign in at this moment', {
        retry: 'later',
        advice: 'Try again in some seconds.',
      });
    }
    this.#waiting++;
    const before = this.#last;
    const mine = (async () => {
      await before;
      return work();
    })();
    // The next one waits for this one, however it ends; how it ends is told to whoever asked.
    this.#last = mine.catch(() => undefined).finally(() => this.#waiting--);
    return mine;
  }
}

const saltBytes = 16;
const hashBytes = 32;
const waitingMax = 16;

function derived(password: string, salt: Uint8Array, { cost, blockSize, parallel }: PasswordCost): Promise<Buffer> {
  const options: ScryptOptions = {
    N: cost,
    r: blockSize,
    p: parallel,
    // Section 2 of the RFC: 128 N r bytes, and 128 r p beside them.
    maxmem: 128 * blockSize * (cost + parallel) + 1_000_000,
  };
  return new Promise((resolve, reject) => {
    scrypt(normal(password), salt, hashBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

/** Two keyboards may write one sign in two ways: NIST SP 800-63B, 5.1.1.2. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
