import type {
  Alert,
  Article,
  DatedEvent,
  Development,
  DevelopmentKind,
  Evidence,
  Lead,
  Page,
  Placement,
  Source,
  Span,
  Statement,
  Story,
  Watch,
} from '../../src/records.ts';
import type { PageResults, Store } from '../../src/store/store.ts';
import { recordId, sha256 } from '../../src/text/hash.ts';
import { plainArticle, plainWatch } from '../made.ts';

/**
 * A small archive of invented pages, already read: a running story with a wire text, copies, a window that moved, a denial, a
 * correction, an Arabic and a Korean account; and a page that is only a list. Spans are found by their words.
 */
export const now = '2026-11-24T16:40:00.000Z';

export async function fillStore(store: Store): Promise<void> {
  for (const source of sources) await store.addSource(source);
  for (const watch of watches) await store.saveWatch(watch);
  for (const results of pageResults()) {
    await store.acceptPage(pages.get(results.pageId) as Page);
    await store.savePageResults(results);
  }
}

/** The bytes of a page of this archive. */
export async function content(page: Page): Promise<Uint8Array | null> {
  return bytes.get(page.id) ?? null;
}

export const ferryWatch: Watch = watchOf('Ferry line', '(ferry OR harbour) AND Velmar');
export const watches: readonly Watch[] = [
  ferryWatch,
  watchOf('Mara Lind', 'speaker:"Mara Lind"'),
  watchOf('Strikes', 'strike OR huelga'),
];

export const sources: readonly Source[] = [
  sourceOf('Harbour Courier', 'https://harbour-courier.example/feed.xml', 'good'),
  sourceOf('Velm Daily', 'https://velm-daily.example/rss', 'good'),
  sourceOf('Coast Today', 'https://coast-today.example/news-sitemap.xml', 'failing'),
  sourceOf('Northern Mirror', 'https://northern-mirror.example/world', 'silent'),
];

const pages = new Map<string, Page>();
const bytes = new Map<string, Uint8Array>();

const wireBody = `VELMAR (Meridian Wire) - The ferry line across the Velmar strait will reopen between Nov. 22 and Dec. 1, the harbour board said on Monday, after fourteen months of dredging.

"The channel is deep enough, and the boats are ready," board chair Mara Lind told a press briefing at the old customs house. She said tests with 14 empty crossings had gone without a fault.

Lind thanked the crews and said fares would stay at 6.50 crowns until the spring. The line carried 2.1 million passengers a year before it closed.

The transport minister, Oskar Pell, said in an interview with Radio Kest that the state would pay for a second boat. "We will not leave the islands waiting again," Pell was quoted as saying by the station.

Island councils have pressed for a fixed date since the line, planned for October, did not open in time.`;

const movedBody = `The ferry line across the Velmar strait will open later than announced, the harbour board said on Tuesday, moving its window to between Nov. 27 and Dec. 3.

A pilot boat touched ground on Sunday near the northern mole, and two buoys must be moved first, board chair Mara Lind said. "Four or five days, not a month," she told reporters on the quay.

Pell's ministry denied that money was the cause. "There is no dispute over a single crown," a ministry spokesman said.`;

const arabicBody = `أعلن مجلس ميناء فلمار أن خط العبارات سيعود بين 27 نوفمبر و3 ديسمبر بعد تحريك عوامتين قرب الرصيف الشمالي.

وقالت رئيسة المجلس مارا ليند إن التأخير "أربعة أو خمسة أيام، لا شهر".`;

const koreanBody = `벨마르 항만위원회는 화요일 여객선 운항 재개를 11월 27일부터 12월 3일 사이로 미뤘다고 밝혔다.

마라 린드 위원장은 "나흘이나 닷새면 된다"고 말했다.`;

const spanishBody = `Los estibadores de Puerto Arenal convocan una huelga de 48 horas a partir del 2 de diciembre, según anunció el sindicato en un comunicado.

"No pedimos más que lo firmado en mayo", dijo la portavoz Inés Cordal.`;

/** All pages of the archive in order of receipt, each with what came of it. */
export function pageResults(): PageResults[] {
  const wire = made({
    site: 'Harbour Courier',
    title: 'Velmar ferry line to reopen in late November',
    body: wireBody,
    received: '2026-11-23T09:05:00.000Z',
    credit: 'Meridian Wire',
    leads: [
      lead('Actor Ren Sol', 'most read', 'en', true, 3),
      lead('항만 노조, 임금 협상 재개', 'most read', 'ko', false, 2),
      lead('Ten bridges to cross before you are forty', 'Around the coast', 'en', false, 1),
    ],
    statements: [
      said({
        content: ['The channel is deep enough, and the boats are ready,'],
        speaker: 'Mara Lind',
        role: 'board chair',
        venue: 'a press briefing',
        force: 'say',
      }),
      said({
        content: ['tests with 14 empty crossings had gone without a fault'],
        speaker: 'Mara Lind',
        role: 'board chair',
        form: 'indirect',
      }),
      said({
        content: ['We will not leave the islands waiting again,'],
        speaker: 'Oskar Pell',
        role: 'transport minister',
        venue: 'an interview with Radio Kest',
        relay: 'the station',
        force: 'promise',
      }),
    ],
    events: [
      dated({
        words: 'between Nov. 22 and Dec. 1',
        from: '2026-11-22',
        to: '2026-12-01',
        kind: 'window',
        what: 'The ferry line across the Velmar strait will reopen',
      }),
      dated({
        words: 'October',
        from: '2026-10',
        to: '2026-10',
        kind: 'past',
        precision: 'month',
        status: 'failed',
        what: 'the line',
      }),
      dated({
        words: 'the spring',
        from: null,
        to: null,
        kind: 'deadline',
        precision: 'season',
        open: 'the text does not say which year',
        what: 'fares would stay at 6.50 crowns',
      }),
    ],
  });
  const cut = made({
    site: 'Velm Daily',
    title: 'Ferry line to reopen in late November',
    body: wireBody.split('\n\n').slice(0, 3).join('\n\n'),
    received: '2026-11-23T10:20:00.000Z',
    credit: 'Meridian Wire',
    statements: [
      said({
        content: ['The channel is deep enough, and the boats are ready,'],
        speaker: 'Mara Lind',
        role: 'board chair',
        venue: 'a press briefing',
      }),
    ],
  });
  const altered = made({
    site: 'Coast Today',
    title: 'Boats back on Velmar strait within days',
    body: wireBody
      .replace('14 empty crossings', '40 empty crossings')
      .replace('fares would stay at 6.50 crowns', 'fares would stay at 5.60 crowns')
      .replace(
        'Island councils have pressed',
        'Shops on the quay hope for a good winter.\n\nIsland councils have pressed',
      )
      .replace('The line carried 2.1 million passengers a year before it closed.', ''),
    received: '2026-11-23T12:45:00.000Z',
    credit: null,
  });
  const moved = made({
    site: 'Velm Daily',
    title: 'Velmar ferry slips by five days after pilot boat runs aground',
    body: movedBody,
    received: '2026-11-24T16:12:00.000Z',
    statements: [
      said({
        content: ['Four or five days, not a month,'],
        speaker: 'Mara Lind',
        role: 'board chair',
        venue: 'the quay',
        addressee: 'reporters',
      }),
      said({
        content: ['money was the cause'],
        speaker: null,
        role: "Pell's ministry",
        form: 'indirect',
        force: 'deny',
      }),
      said({
        content: ['There is no dispute over a single crown,'],
        speaker: null,
        role: 'a ministry spokesman',
        force: 'deny',
      }),
    ],
    events: [
      dated({
        words: 'between Nov. 27 and Dec. 3',
        from: '2026-11-27',
        to: '2026-12-03',
        kind: 'window',
        status: 'postponed',
        what: 'The ferry line across the Velmar strait will open',
      }),
    ],
  });
  const arabic = made({
    site: 'مرآة الشمال',
    title: 'تأجيل خط عبارات فلمار خمسة أيام',
    body: arabicBody,
    language: 'ar',
    received: '2026-11-24T16:25:00.000Z',
    statements: [said({ content: ['أربعة أو خمسة أيام، لا شهر'], speaker: 'مارا ليند', role: 'رئيسة المجلس' })],
    events: [
      dated({
        words: 'بين 27 نوفمبر و3 ديسمبر',
        from: '2026-11-27',
        to: '2026-12-03',
        kind: 'window',
        what: 'خط العبارات',
      }),
    ],
  });
  const korean = made({
    site: '한빛 해양신문',
    title: '벨마르 여객선 재개 닷새 늦춰져',
    body: koreanBody,
    language: 'ko',
    received: '2026-11-24T16:31:00.000Z',
    statements: [said({ content: ['나흘이나 닷새면 된다'], speaker: '마라 린드', role: '위원장' })],
  });
  const spanish = made({
    site: 'El Faro del Sur',
    title: 'Huelga de estibadores en Puerto Arenal desde el 2 de diciembre',
    body: spanishBody,
    language: 'es',
    received: '2026-11-24T13:50:00.000Z',
    statements: [
      said({
        content: ['No pedimos más que lo firmado en mayo'],
        speaker: 'Inés Cordal',
        role: 'portavoz',
        venue: 'un comunicado',
      }),
    ],
    events: [
      dated({
        words: 'a partir del 2 de diciembre',
        from: '2026-12-02',
        to: '2026-12-04',
        kind: 'scheduled',
        what: 'una huelga de 48 horas',
      }),
    ],
  });
  const list = made({
    site: 'Northern Mirror',
    title: 'World',
    body: '',
    received: '2026-11-24T15:00:00.000Z',
    kind: 'list',
    leads: [
      lead(
        'Arrest warrant issued for former harbour',
        'Latest',
        'en',
        true,
        1,
        'https://northern-mirror.example/world/4411',
      ),
      lead(
        'Snow closes the Kest pass for a second week',
        'Latest',
        'en',
        false,
        1,
        'https://northern-mirror.example/world/4412',
      ),
      lead('港口将于十二月恢复夜航', 'Latest', 'zh', false, 2, null),
    ],
  });

  const ferry = storyOf(wire, { latest: korean, pageCount: 6, outletCount: 5, independentCount: 3 });
  const strike = storyOf(spanish, { latest: spanish, pageCount: 1, outletCount: 1, independentCount: 1 });
  const opened = ferry;
  return [
    results(wire, opened, null, [
      development(ferry, wire, 'first', wire.article.title ?? '', [
        evidenceOf(wire, 'The ferry line across the Velmar strait will reopen between Nov. 22 and Dec. 1'),
      ]),
    ]),
    results(cut, ferry, { of: wire, share: 1 }, []),
    results(altered, ferry, { of: wire, share: 0.94 }, [
      development(
        ferry,
        altered,
        'alteration',
        'Copy changes a figure: 14 empty crossings became 40',
        [evidenceOf(altered, '40 empty crossings')],
        {
          summary: '14 empty crossings',
          evidence: [evidenceOf(wire, '14 empty crossings')],
        },
      ),
    ]),
    results(spanish, strike, null, [
      development(strike, spanish, 'first', spanish.article.title ?? '', [
        evidenceOf(spanish, 'convocan una huelga de 48 horas a partir del 2 de diciembre'),
      ]),
    ]),
    results(list, null, null, []),
    results(moved, ferry, null, [
      development(
        ferry,
        moved,
        'date',
        'Reopening window moved from 22 Nov–1 Dec to 27 Nov–3 Dec',
        [evidenceOf(moved, 'moving its window to between Nov. 27 and Dec. 3')],
        {
          summary: '22 Nov–1 Dec',
          evidence: [evidenceOf(wire, 'between Nov. 22 and Dec. 1')],
        },
        moved.events[0].id,
      ),
      development(ferry, moved, 'statement', 'Ministry denies that money was the cause of the delay', [
        evidenceOf(moved, "Pell's ministry denied that money was the cause"),
      ]),
    ]),
    results(arabic, ferry, null, [
      development(ferry, arabic, 'coverage', 'First account in Arabic: مرآة الشمال', [
        evidenceOf(arabic, 'أربعة أو خمسة أيام، لا شهر'),
      ]),
    ]),
    results(korean, ferry, null, [
      development(ferry, korean, 'statement', 'Mara Lind: “나흘이나 닷새면 된다”', [
        evidenceOf(korean, '나흘이나 닷새면 된다'),
      ]),
    ]),
  ];
}

interface Made {
  readonly page: Page;
  readonly article: Article;
  readonly leads: readonly Lead[];
  readonly statements: readonly Statement[];
  readonly events: readonly DatedEvent[];
}

interface Draft {
  site: string;
  title: string;
  body: string;
  received: string;
  language?: string;
  credit?: string | null;
  kind?: Article['kind'];
  leads?: Lead[];
  statements?: ((body: string, articleId: string) => Statement)[];
  events?: ((body: string, articleId: string) => DatedEvent)[];
}

/** One page with its article; what it says and dates is found in its body by the words. */
export function made(draft: Draft): Made {
  const source = sources.find((one) => one.title === draft.site) ?? null;
  const text = `<!doctype html><meta charset="utf-8"><title>${draft.title}</title><h1>${draft.title}</h1>${draft.body
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}<script>document.title = 'scripts ran'</script>`;
  const host = source === null ? 'invented.example' : new URL(source.address).host;
  const url = `https://${host}/${sha256(draft.title).slice(0, 8)}`;
  const page: Page = {
    id: recordId('page', url, sha256(text)),
    url,
    finalUrl: url,
    name: null,
    sourceId: source?.id ?? null,
    received: draft.received,
    sha256: sha256(text),
    byteCount: text.length,
    contentType: 'text/html; charset=utf-8',
    status: 200,
    hint: {},
    stored: null,
  };
  pages.set(page.id, page);
  bytes.set(page.id, new TextEncoder().encode(text));
  const id = recordId('article', page.id, 1);
  const article = plainArticle(draft.body, {
    id,
    pageId: page.id,
    kind: draft.kind ?? 'article',
    title: draft.title,
    published: { value: draft.received, precision: 'instant', from: 'meta' },
    credit:
      draft.credit == null
        ? null
        : { agency: draft.credit, evidence: `(${draft.credit})`, form: 'dateline', others: [] },
    language: draft.language ?? 'en',
    site: draft.site,
    notes: draft.credit == null ? [] : [`credit "${draft.credit}" against site "${draft.site}"`],
  });
  return {
    page,
    article,
    leads: draft.leads ?? [],
    statements: (draft.statements ?? []).map((make) => make(draft.body, id)),
    events: (draft.events ?? []).map((make) => make(draft.body, id)),
  };
}

/** What came of one page, as the pipeline would give it to the store. */
export function results(
  one: Made,
  story: Story | null,
  copy: { of: Made; share: number } | null,
  developments: Development[],
): PageResults {
  const placement: Placement | null =
    story === null
      ? null
      : {
          articleId: one.article.id,
          storyId: story.id,
          copyOf: copy?.of.article.id ?? null,
          originId: copy?.of.article.id ?? one.article.id,
          share: copy?.share ?? null,
          reason: copy === null ? 'an account of its own' : 'its text stands in the origin',
          byHand: false,
        };
  const matching =
    story === null
      ? []
      : watches.filter((watch) =>
          story.title.includes('Huelga') ? watch.name === 'Strikes' : watch.name === 'Ferry line',
        );
  const alerts: Alert[] =
    developments.length === 0
      ? []
      : matching.map((watch) => ({
          id: recordId('alert', watch.id, one.article.id),
          watchId: watch.id,
          storyId: developments[0].storyId,
          articleId: one.article.id,
          developmentIds: developments.map((development) => development.id),
          at: one.page.received,
          summary: developments[0].summary,
          matched: [{ where: 'body' as const, span: [0, 6] as Span, text: one.article.body.slice(0, 6) }],
        }));
  return {
    pageId: one.page.id,
    reading: {
      article: one.article,
      leads: one.leads,
      statements: one.statements,
      events: one.events,
      dates: [],
      figures: [],
      mentions: [],
    },
    problems: [],
    placement,
    revised: [],
    story,
    developments,
    alerts,
    deliveries: [],
    memory: null,
    at: one.page.received,
  };
}

function storyOf(
  first: Made,
  more: { latest: Made } & Pick<Story, 'pageCount' | 'outletCount' | 'independentCount'>,
): Story {
  const { latest, ...counts } = more;
  return {
    id: recordId('story', first.article.id),
    title: first.article.title ?? '',
    language: first.article.language,
    opened: first.page.received,
    latest: latest.page.received,
    ...counts,
  };
}

function development(
  story: Story,
  one: Made,
  kind: DevelopmentKind,
  summary: string,
  evidence: Evidence[],
  replaces: Development['replaces'] = null,
  eventId: string | null = null,
): Development {
  const id = recordId('development', story.id, one.article.id, kind);
  return {
    id,
    storyId: story.id,
    articleId: one.article.id,
    kind,
    at: one.page.received,
    summary,
    evidence,
    replaces,
    statementId: null,
    eventId,
  };
}

function evidenceOf(one: Made, words: string): Evidence {
  return { articleId: one.article.id, where: 'body', spans: [spanOf(one.article.body, words)], quote: words };
}

function spanOf(body: string, words: string): Span {
  const start = body.indexOf(words);
  if (start === -1) throw new Error(`not in the body: ${words}`);
  return [start, start + words.length];
}

function said(draft: {
  content: string[];
  speaker: string | null;
  role?: string;
  venue?: string;
  addressee?: string;
  relay?: string;
  form?: Statement['form'];
  force?: Statement['force'];
}): (body: string, articleId: string) => Statement {
  return (body, articleId) => {
    const content = draft.content.map((words) => spanOf(body, words));
    return {
      id: recordId('statement', articleId, content[0][0]),
      content,
      cue: null,
      form: draft.form ?? 'direct',
      verb: 'say',
      force: draft.force ?? 'say',
      negated: false,
      speaker: { span: null, name: draft.speaker, reason: 'as written', role: draft.role ?? null, roleSpan: null },
      venue: draft.venue === undefined ? null : { span: [0, 1], text: draft.venue },
      addressee: draft.addressee === undefined ? null : { span: [0, 1], text: draft.addressee },
      saidOn: null,
      relay: draft.relay === undefined ? [] : [{ span: [0, 1], text: draft.relay }],
    };
  };
}

function dated(draft: {
  words: string;
  from: string | null;
  to: string | null;
  kind: DatedEvent['kind'];
  what: string;
  precision?: DatedEvent['precision'];
  status?: DatedEvent['status'];
  open?: string;
}): (body: string, articleId: string) => DatedEvent {
  return (body, articleId) => {
    const expression = spanOf(body, draft.words);
    return {
      id: recordId('event', articleId, expression[0]),
      expression: [expression],
      from: draft.from,
      to: draft.to,
      precision: draft.precision ?? 'day',
      certain: true,
      open: draft.open ?? null,
      partial: null,
      kind: draft.kind,
      status: draft.status ?? 'planned',
      what: spanOf(body, draft.what),
      who: null,
    };
  };
}

function lead(
  title: string,
  block: string,
  language: string,
  cutOff: boolean,
  count: number,
  href: string | null = null,
): Lead {
  return { title, href, teaser: null, block, language, cutOff, count };
}

function watchOf(name: string, query: string): Watch {
  return plainWatch(recordId('watch', name), query, { name, created: '2026-11-20T08:00:00.000Z' });
}

function sourceOf(title: string, address: string, state: Source['health']['state']): Source {
  const failing = state === 'failing';
  return {
    id: recordId('source', address),
    kind: address.includes('sitemap') ? 'sitemap' : address.endsWith('/world') ? 'listing' : 'feed',
    address,
    title,
    owner: title === 'Velm Daily' ? 'Velm Group' : null,
    added: '2026-11-20T08:00:00.000Z',
    paused: false,
    health: {
      state,
      since: failing ? '2026-11-24T11:00:00.000Z' : '2026-11-21T08:00:00.000Z',
      lastTried: '2026-11-24T16:30:00.000Z',
      lastGood: failing ? '2026-11-24T10:45:00.000Z' : '2026-11-24T16:30:00.000Z',
      lastItem: state === 'silent' ? '2026-11-17T06:00:00.000Z' : '2026-11-24T16:12:00.000Z',
      nextDue: '2026-11-24T17:05:00.000Z',
      intervalSeconds: 1800,
      failuresInRow: failing ? 6 : 0,
      failure: failing
        ? {
            code: 'status-403',
            what: 'coast-today.example/news-sitemap.xml answered 403: it refuses to answer',
            advice: 'The site may not want automatic readers. Look for a feed, or ask the outlet.',
            retry: 'later',
            at: '2026-11-24T16:30:00.000Z',
          }
        : null,
      etag: null,
      lastModified: null,
    },
  };
}
