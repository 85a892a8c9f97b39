import { createOwnerOf, type OwnerHosts, type OwnerOf, ownersWith } from '../stories/owners.ts';

/** The setting that holds what somebody wrote down of who owns which outlets: JSON, hosts by the owner's name. */
export const OWNERS_SETTING = 'owners';

/** What somebody wrote down, as the setting holds it; what cannot be read is passed over. */
export function ownersIn(setting: string | null): OwnerHosts {
  const value: unknown = setting === null ? {} : JSON.parse(setting);
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]))
      .map(([owner, hosts]) => [owner, hosts.filter((host) => typeof host === 'string')]),
  );
}

/** Who owns an outlet, as far as it is known or was written down. */
export function ownerOfIn(setting: string | null): OwnerOf {
  return createOwnerOf(ownersWith(ownersIn(setting)));
}
