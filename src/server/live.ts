import type { DeskRequest } from './route.ts';

/** GET `/live`: one `fresh` event whenever rows came in, a comment now and then so that proxies keep the line open. */
export function live(request: DeskRequest): Response {
  const { live: rows, recognition } = request.own;
  const { asking, store, now } = request.tools;
  const encoder = new TextEncoder();
  let leave: (() => void) | null = null;
  let beat: NodeJS.Timeout | null = null;
  let ended = false;
  const stop = () => {
    ended = true;
    leave?.();
    if (beat !== null) clearInterval(beat);
  };
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const close = () => {
        if (ended) return;
        stop();
        controller.close();
      };
      leave = rows.listen({
        fresh: (fresh) => send(`event: fresh\ndata: ${JSON.stringify(fresh)}\n\n`),
        end: close,
        store,
        still: () => recognition.still(asking, now()),
      });
      if (leave === null) {
        // Too many listen: this page asks again later instead.
        send(`retry: ${busyRetryMilliseconds}\n\n`);
        controller.close();
        return;
      }
      send(`retry: ${retryMilliseconds}\n: listening\n\n`);
      beat = setInterval(() => send(': still here\n\n'), beatMilliseconds).unref();
      void rows.closed.then(close);
      request.raw.signal.addEventListener('abort', stop);
    },
    cancel: stop,
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // The connection ends with the stream, so that a server which stops need not wait for it.
      connection: 'close',
      'x-accel-buffering': 'no',
    },
  });
}

const retryMilliseconds = 5_000;
const busyRetryMilliseconds = 60_000;
const beatMilliseconds = 25_000;
