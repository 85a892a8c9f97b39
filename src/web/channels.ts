import type { StoredAlert } from '../store/store.ts';
import { type Html, html } from './html.ts';
import { actButton, type Desk, mayPost, told } from './page.ts';
import { timeTag } from './times.ts';
import { alertWords } from './words/summaries.ts';

/** The part of the settings on channels: what is set up, what could not be sent, and a form for one more. */
export function channelsPart(desk: Desk, { channels, kinds, failed, canTry }: ChannelsView): Html {
  const { channels: words } = desk.words;
  const list = channels.map(
    ({ name, kind, address, watches }) =>
      html`<li class="watch"><div class="watch-main"><b>${name}</b> <span class="tag plain">${kind}</span> <code>${told(address, desk)}</code> <span class="dim">${words.watches(watches)}</span></div><div class="acts">${canTry && actButton(desk, `/channels/${name}/trial`, words.trial)}${actButton(desk, `/channels/${name}/remove`, words.remove)}</div></li>`,
  );
  const lost = failed.map(
    ({ id, channel, stored, due, what, advice, alerts }) =>
      html`<li class="watch"><div class="watch-main"><b>${channel}</b> <span dir="auto">${stored === null ? words.gone : alertWords(stored, desk.words)}</span>${alerts > 1 && html` <span class="dim">${words.alerts(alerts)}</span>`}<p class="note">${told(what, desk)}. ${told(advice, desk)} <span class="dim">${timeTag(due, desk)}</span></p></div><div class="acts">${actButton(desk, `/deliveries/${id}/again`, words.again)}</div></li>`,
  );
  return html`<section aria-labelledby="h-channels"><h2 id="h-channels">${words.heading}</h2><p class="note">${words.text}</p>${
    list.length > 0 && html`<ul class="list">${list}</ul>`
  }${lost.length > 0 && html`<h2>${words.failed}</h2><ul class="list">${lost}</ul>`}
${mayPost(desk, '/channels') && html`<form class="editor" method="post" action="/channels"><div class="fields"><label><span class="label">${words.name}</span><input name="name" maxlength="40" pattern="[A-Za-z0-9][A-Za-z0-9._\\-]*" autocomplete="off" required></label><label><span class="label">${words.kind}</span><select name="kind">${kinds.map((kind) => html`<option>${kind}</option>`)}</select></label><label><span class="label">${words.address}</span><input name="address" maxlength="2000" autocomplete="off"></label></div><p class="note">${words.addressHelp}</p><p><button>${words.add}</button></p></form>`}</section>`;
}

export interface ChannelsView {
  /** Addresses are shown without what could be a key. */
  readonly channels: readonly {
    readonly name: string;
    readonly kind: string;
    readonly address: string;
    readonly watches: number;
  }[];
  readonly kinds: readonly string[];
  readonly failed: readonly FailedDelivery[];
  /** Whether this desk can send a trial message. */
  readonly canTry: boolean;
}

export interface FailedDelivery {
  readonly id: string;
  readonly channel: string;
  /** The alert that was to be told; null when it was removed. */
  readonly stored: Pick<StoredAlert, 'alert' | 'developments'> | null;
  readonly alerts: number;
  readonly due: string;
  readonly what: string;
  readonly advice: string;
}
