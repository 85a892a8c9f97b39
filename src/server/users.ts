import { randomUUID } from 'node:crypto';
import { Failure } from '../failures.ts';
import { type Identity, type Instant, type Role, roles, type User } from '../records.ts';
import { recordId } from '../text/hash.ts';
import {
  hashPassword,
  type PasswordCost,
  passwordCharactersMax,
  passwordCharactersMin,
  passwordFault,
} from './passwords.ts';

/** What somebody is added with. */
export interface NewUser {
  readonly name: string;
  readonly signInName: string;
  readonly email: string | null;
  readonly role: Role;
  /** Null for who signs in by an OpenID provider. */
  readonly password: string | null;
  readonly identity?: Identity | null;
}

/** A user of these; fails, in words, where something will not do. */
export async function newUser(asked: NewUser, now: Instant, cost?: PasswordCost): Promise<User> {
  const signInName = signInNameOf(asked.signInName);
  return {
    // Of chance too: adding somebody twice in one moment must not change whom the first time added.
    id: recordId('user', signInName, now, randomUUID()),
    name: nameOf(asked.name) || signInName,
    signInName,
    email: emailOf(asked.email),
    role: asked.role,
    identity: asked.identity ?? null,
    password: asked.password === null ? null : await checkedPassword(asked.password, signInName, cost),
    made: now,
    disabled: null,
  };
}

/** The hash of a password that will do; fails, in words, for one that will not. */
export async function checkedPassword(password: string, signInName: string, cost?: PasswordCost) {
  const fault = passwordFault(password, signInName);
  if (fault === 'short')
    throw refused(`A password has ${passwordCharactersMin} characters or more`, 'Take some words.');
  if (fault === 'long')
    throw refused(`A password has ${passwordCharactersMax} characters at most`, 'Take a shorter one.');
  if (fault === 'name')
    throw refused('This password is the name to sign in with', 'Take one that nobody would try first.');
  return hashPassword(password, cost);
}

/** The name to sign in with, folded, so that one is not two; fails for what cannot be one. */
export function signInNameOf(text: string): string {
  const folded = folding(text);
  if (/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*$/u.test(folded) && folded.length <= signInCharactersMax) return folded;
  throw refused(
    'This cannot be a name to sign in with',
    `Letters and digits of any script, dots, dashes, underlines, @ and +; ${signInCharactersMax} at most.`,
  );
}

/** As it is looked up, whatever was typed. */
export function folding(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The role of this name; fails, naming them all. */
export function roleOf(text: string): Role {
  const role = roles.find((one) => one === text);
  if (role === undefined) throw refused(`There is no role called ${text.slice(0, 40)}`, `One of ${roles.join(', ')}.`);
  return role;
}

/** What others see: one line. */
export function nameOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, nameCharactersMax)
    .trim();
}

export function emailOf(text: string | null): string | null {
  const email = text?.trim() ?? '';
  if (email === '') return null;
  if (/^[^\s@<>"',;:\\]{1,64}@[^\s@<>"',;:\\]{1,190}$/.test(email)) return email;
  throw refused('This is no address of e-mail', 'Write it as name@news.example, or leave it out.');
}

/** What `saveUser` said, in words; nothing when it was saved. */
export function checkSaved(outcome: 'saved' | 'taken' | 'last-admin'): void {
  if (outcome === 'taken') throw refused('Another user has this name to sign in with', 'Choose another one.');
  if (outcome === 'last-admin')
    throw refused('Nobody would be left who can let people in', 'Make somebody else an admin first.');
}

const signInCharactersMax = 64;
const nameCharactersMax = 60;

function refused(what: string, advice: string): Failure {
  return new Failure('bad-request', what, { retry: 'never', advice });
}
