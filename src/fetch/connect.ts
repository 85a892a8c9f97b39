import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { asFailure } from '../failures.ts';
import { type Guard, hostOf } from './guard.ts';

/** Connects only to addresses the guard let through: names are looked up once, checked, and the checked addresses used. */
export function guardedConnector(guard: Guard, lookup: LookupFunction, limits: { readonly connectSeconds: number }) {
  return (options: buildConnector.Options, callback: buildConnector.Callback): void => {
    const host = hostOf(
      new URL(`http://${options.hostname.includes(':') ? `[${options.hostname}]` : options.hostname}`),
    );
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    const checkedLookup: LookupFunction = (hostname, lookupOptions, done) => {
      lookup(hostname, { ...lookupOptions, all: true }, (error, found) => {
        if (error) return done(error, []);
        const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
        try {
          guard.checkResolved(
            host,
            port,
            addresses.map(({ address }) => address),
          );
        } catch (thrown) {
          return done(asFailure(thrown), []);
        }
        if (lookupOptions.all) return done(null, addresses);
        const [first] = addresses;
        return done(null, first?.address ?? '', first?.family);
      });
    };
    const connect = buildConnector({
      timeout: limits.connectSeconds * 1000,
      lookup: checkedLookup,
      autoSelectFamily: true,
    });
    try {
      // An address written as numbers is never looked up.
      if (isIP(host) !== 0) guard.checkResolved(host, port, [host]);
    } catch (thrown) {
      callback(asFailure(thrown), null);
      return;
    }
    connect(options, (...answer) => {
      const [error, socket] = answer;
      if (error !== null) return callback(error, null);
      try {
        guard.checkSocket(host, port, socket.remoteAddress);
      } catch (thrown) {
        socket.destroy();
        return callback(asFailure(thrown), null);
      }
      return callback(null, socket);
    });
  };
}
