import type { ArticleBrief } from '../store/store.ts';
import {
  type AlignedPair,
  type Alteration,
  alignTexts,
  alterations,
  percentKept,
  type Run,
  wordRuns,
} from './alignment.ts';
import { articleLine } from './evidence.ts';
import { type Html, html } from './html.ts';
import { type Desk, page, press } from './page.ts';

/** Origin and copy side by side: what was kept, cut, added and changed; altered figures and quotations first. */
export function comparePage(desk: Desk, view: CompareView): Html {
  const { words } = desk;
  const pairs = alignTexts(view.origin.body, view.copy.body);
  const changes = alterations(pairs);
  const count = (kind: AlignedPair['kind']) => pairs.filter((pair) => pair.kind === kind).length;
  const titleRuns =
    view.origin.brief.title === view.copy.brief.title
      ? null
      : wordRuns(view.origin.brief.title ?? '', view.copy.brief.title ?? '');
  const same = pairs.every((pair) => pair.kind === 'kept') && titleRuns === null;
  return page(desk, {
    here: 'compare',
    title: words.compare.title,
    wide: true,
    main: html`<header class="head"><h1>${words.compare.heading}</h1></header>
<p class="lede">${words.compare.summary(count('kept'), count('changed'), count('cut'), count('added'))}${html` · ${words.compare.share(percentKept(pairs))}`}</p>
<section class="first-changes" aria-labelledby="h-first"><h2 id="h-first">${words.compare.first}</h2>${
      same
        ? html`<p class="note">${words.compare.same}</p>`
        : changes.length === 0
          ? html`<p class="note">${words.compare.firstNone}</p>`
          : html`<ul>${changes.map((change) => alterationLine(change, desk))}</ul>`
    }</section>
${pairs.some((pair) => pair.kind === 'changed' && pair.runs === null) && html`<p class="note">${words.compare.tooLong}</p>`}<table class="compare"><thead><tr><th scope="col">${words.compare.origin}<br>${headOf(view.origin.brief, desk)}</th><th scope="col" class="sign"><span class="unseen">${words.compare.change}</span></th><th scope="col">${words.compare.copy}<br>${headOf(view.copy.brief, desk)}</th></tr></thead><tbody>${
      titleRuns !== null &&
      html`<tr class="changed title"><td${press(view.origin.brief.language)}>${side(titleRuns, 'before')}</td><td class="sign">${words.compare.titleChanged}</td><td${press(view.copy.brief.language)}>${side(titleRuns, 'after')}</td></tr>`
    }${pairs.map((pair) => pairRow(pair, view, desk))}</tbody></table>`,
  });
}

export interface CompareView {
  readonly origin: { readonly brief: ArticleBrief; readonly body: string };
  readonly copy: { readonly brief: ArticleBrief; readonly body: string };
}

function headOf(brief: ArticleBrief, desk: Desk): Html {
  return html`<a class="plain" href="/articles/${brief.id}">${articleLine(brief, desk)}</a>`;
}

function pairRow(pair: AlignedPair, view: CompareView, desk: Desk): Html {
  const { words } = desk;
  const left = press(view.origin.brief.language);
  const right = press(view.copy.brief.language);
  const sign = html`<td class="sign">${words.compare[pair.kind]}</td>`;
  if (pair.kind === 'cut') return html`<tr class="cut"><td${left}><del>${pair.before}</del></td>${sign}<td></td></tr>`;
  if (pair.kind === 'added')
    return html`<tr class="added"><td></td>${sign}<td${right}><ins>${pair.after}</ins></td></tr>`;
  if (pair.kind === 'kept')
    return html`<tr class="kept"><td${left}>${pair.before}</td>${sign}<td${right}>${pair.after}</td></tr>`;
  const { runs } = pair;
  return html`<tr class="changed"><td data-side="${words.compare.origin}"${left}>${runs === null ? pair.before : side(runs, 'before')}</td>${sign}<td data-side="${words.compare.copy}"${right}>${runs === null ? pair.after : side(runs, 'after')}</td></tr>`;
}

function side(runs: readonly Run[] | null, which: 'before' | 'after'): Html[] {
  return (runs ?? []).map((run) => {
    if ('same' in run) return html`${run.same}`;
    if (run[which].trim() === '') return html``;
    return which === 'before' ? html`<del>${run.before}</del>` : html`<ins>${run.after}</ins>`;
  });
}

function alterationLine(change: Alteration, desk: Desk): Html {
  const { compare } = desk.words;
  const label = html`<span class="tag plain">${compare[change.kind]}</span>`;
  if (change.before === '') return html`<li>${label} <ins dir="auto">${change.after}</ins> ${compare.inserted}</li>`;
  if (change.after === '') return html`<li>${label} <del dir="auto">${change.before}</del> ${compare.dropped}</li>`;
  return html`<li>${label} <del dir="auto">${change.before}</del> ${compare.became} <ins dir="auto">${change.after}</ins>${change.following !== '' && html`${/^[\p{L}\p{N}]/u.test(change.following) && ' '}<span class="dim" dir="auto">${change.following} …</span>`}</li>`;
}
