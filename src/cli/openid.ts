import type { Configuration } from '../config.ts';
import { Failure } from '../failures.ts';
import { createOpenId } from '../fetch/openid.ts';
import { groupRolesOf } from '../server/admission.ts';
import type { OpenIdDoor } from '../server/openid.ts';
import { roleOf } from '../server/users.ts';
import { namesIn } from './fetcher.ts';

/** The OpenID provider that is set; null when none is. Fails, in words, where the settings cannot be meant so. */
export function openIdDoor(configuration: Configuration, now: () => number): OpenIdDoor | null {
  const { openidIssuer: issuer, openidClientId: clientId, openidNewRole: newRole } = configuration;
  if (issuer === '') return null;
  if (clientId === '') {
    throw new Failure('openid-client', 'an OpenID provider is set, but not what it calls this desk', {
      retry: 'stop',
      advice: 'Set WATCHFLOOR_OPENID_CLIENT_ID, and WATCHFLOOR_OPENID_CLIENT_SECRET or a file with it.',
    });
  }
  const provider = createOpenId({
    issuer,
    clientId,
    clientSecret: configuration.openidClientSecret,
    scopes: configuration.openidScopes,
    groupsClaim: configuration.openidGroupsClaim,
    allowHosts: namesIn(configuration.openidAllowHosts),
    userAgent: configuration.userAgent,
    now,
  });
  return {
    name: configuration.openidName || new URL(issuer).host,
    provider,
    rules: {
      newRole: newRole === 'none' ? null : roleOf(newRole),
      groupRoles: groupRolesOf(configuration.openidGroupRoles),
    },
  };
}
