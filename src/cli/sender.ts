import type { Configuration } from '../config.ts';
import { createSender, type Sender } from '../send.ts';
import type { Store } from '../store/store.ts';
import { namesIn } from './fetcher.ts';

/** What sends alerts away from here, with its servers and secrets from the settings. Close it to end its idle connections. */
export function openSender(
  configuration: Configuration,
  store: Store,
  now: () => string,
  listening: () => string = () => `http://${configuration.host}:${configuration.port}`,
): Sender {
  return createSender({
    store,
    now,
    desk: () => (configuration.deskAddress === '' ? listening() : configuration.deskAddress),
    secrets: configuration.secrets,
    allowHosts: namesIn(configuration.sendAllowHosts),
    userAgent: configuration.userAgent,
    mail: {
      host: configuration.smtpHost,
      port: configuration.smtpPort,
      security: configuration.smtpSecurity as 'starttls' | 'tls' | 'none',
      user: configuration.smtpUser,
      password: configuration.smtpPassword,
      from: configuration.mailFrom,
    },
  });
}
