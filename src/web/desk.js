// @ts-check
// What scripts add to a desk that is whole without them: rows that wait behind "3 new", keys, and times that stay right.
// Everything here presses the page's own links and buttons, so there is one way to do each thing.

const rowsSelector = '[data-row]';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let goTimer;
let going = false;

rememberZone();
listenForRows();
linkFactsToNotes();
readQueryWhileTyping();
acceptDroppedFiles();
followRunning();
openEvidenceInPlace();
document.addEventListener('toggle', offerCopies, true);
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/offline.js');
window.setInterval(ageTimes, 30_000);
document.addEventListener('keydown', onKey);

/** The server writes times in the reader's zone; only the browser knows it. */
function rememberZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !document.cookie.includes(`zone=${zone}`)) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox releases still in use
    document.cookie = `zone=${zone}; Path=/; Max-Age=34560000; SameSite=Strict`;
  }
}

/** New rows wait until asked for, so that nothing moves under the reader's eyes; the count in the title tells of them. */
function listenForRows() {
  const bar = document.querySelector('[data-live]');
  const button = document.querySelector('[data-show-new]');
  if (!(bar instanceof HTMLElement) || !(button instanceof HTMLButtonElement) || !('EventSource' in window)) return;
  let waiting = 0;
  const title = document.title.replace(/^\(\d+\) /, '');
  const stream = new EventSource('/live');
  stream.addEventListener('fresh', (event) => {
    const fresh = JSON.parse(event.data);
    waiting += location.search.includes('everything') ? fresh.developments : fresh.alerts || fresh.developments;
    button.textContent = (button.dataset.pattern ?? '#').replace('#', String(waiting));
    bar.hidden = waiting === 0;
    document.title = `(${fresh.waiting || waiting}) ${title}`;
  });
  button.addEventListener('click', async () => {
    await showNew();
    waiting = 0;
    bar.hidden = true;
  });
  window.addEventListener('pagehide', () => stream.close());
}

/** Fetches this page anew and takes over its rows; what was open stays open, the reader's place stays where it is. */
async function showNew() {
  const holder = document.querySelector('[data-rows]');
  if (holder === null) return;
  const next = await pageAt(location.href);
  const rows = next?.querySelector('[data-rows]') ?? null;
  if (next === null || rows === null) return location.reload();
  const known = new Set([...holder.querySelectorAll(rowsSelector)].map((row) => row.id));
  const open = [...holder.querySelectorAll('details[open]')].map((one) => one.closest(rowsSelector)?.id);
  const hadRows = known.size > 0;
  holder.replaceChildren(...[...rows.childNodes].map((node) => document.adoptNode(node)));
  for (const row of holder.querySelectorAll(rowsSelector)) {
    if (hadRows && !known.has(row.id)) row.classList.add('arrived');
    if (open.includes(row.id)) row.querySelector('details')?.setAttribute('open', '');
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target;
  const writing =
    target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
  if (event.key === 'Escape') {
    document.querySelector('dialog[open]')?.remove();
    document.querySelector('.menu[open]')?.removeAttribute('open');
    if (writing) target.blur();
    return;
  }
  if (writing) return;
  if (going) {
    going = false;
    clearTimeout(goTimer);
    return go(event, event.key);
  }
  switch (event.key) {
    case 'j':
      return step(event, 1);
    case 'k':
      return step(event, -1);
    case 'e':
      return toggleEvidence(event);
    case 'a':
    case 's':
    case 'x':
    case 'n':
      return press(event, current()?.querySelector(`[data-key="${event.key}"]`));
    case 'u':
      return press(event, document.querySelector('.undo [data-key="u"]'));
    case 'Enter':
      if (target instanceof Element && target.matches(rowsSelector))
        press(event, target.querySelector('[data-key="Enter"]'));
      return;
    case '.':
      return press(event, document.querySelector('[data-live]:not([hidden]) button'));
    case '/':
      event.preventDefault();
      return /** @type {HTMLElement | null} */ (document.querySelector('.query input, [data-find]'))?.focus();
    case 'g':
      going = true;
      goTimer = setTimeout(() => {
        going = false;
      }, 1200);
      return;
    case '?':
      return void showKeys(event);
    default:
  }
}

/** @param {KeyboardEvent} event @param {string} key */
function go(event, key) {
  const places = {
    f: 'floor',
    s: 'search',
    c: 'calendar',
    p: 'speakers',
    w: 'watches',
    o: 'sources',
    l: 'leads',
    ',': 'settings',
  };
  const place = places[/** @type {keyof typeof places} */ (key)];
  if (place) press(event, document.querySelector(`.places [data-go="${place}"]`));
}

function current() {
  return document.activeElement?.closest(rowsSelector) ?? null;
}

/** @param {KeyboardEvent} event @param {number} by */
function step(event, by) {
  const rows = [...document.querySelectorAll(rowsSelector)];
  if (rows.length === 0) return;
  const row = current();
  const at = row === null ? (by > 0 ? -1 : rows.length) : rows.indexOf(row);
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  event.preventDefault();
  if (next instanceof HTMLElement) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {KeyboardEvent} event */
function toggleEvidence(event) {
  const details = current()?.querySelector('details.proof');
  if (!(details instanceof HTMLDetailsElement)) return press(event, current()?.querySelector('[data-opens]'));
  event.preventDefault();
  details.open = !details.open;
}

/** A link to evidence opens under its line, and closes again; what is fetched once stays. */
function openEvidenceInPlace() {
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-opens]') : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const line = link.parentElement;
    const opened = line?.nextElementSibling;
    if (opened instanceof HTMLElement && opened.matches('.opened')) {
      opened.hidden = !opened.hidden;
      link.setAttribute('aria-expanded', String(!opened.hidden));
      return;
    }
    const found = (await pageAt(link.href))?.querySelector('main .evidence') ?? null;
    if (found === null || line === null) return location.assign(link.href);
    const place = document.createElement('div');
    place.className = 'opened';
    place.append(document.adoptNode(found));
    if (!line.nextElementSibling?.matches('.opened')) line.after(place);
    offerCopies();
    link.setAttribute('aria-expanded', 'true');
  });
}

/** Evidence that is open can be copied: the words, where they stand, and the address that leads to them. */
function offerCopies() {
  const { copy, copied } = document.body.dataset;
  // Browsers give no clipboard to pages that came over plain http from another machine.
  if (copy === undefined || navigator.clipboard === undefined) return;
  for (const links of document.querySelectorAll('[open] .evidence-links, .opened .evidence-links')) {
    if (links.querySelector('button') !== null) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      const figure = button.closest('.evidence');
      const quote = figure?.querySelector('blockquote')?.textContent ?? '';
      const caption = figure?.querySelector('figcaption')?.cloneNode(true);
      if (!(caption instanceof HTMLElement)) return;
      caption.querySelector('.evidence-links')?.remove();
      const link = links.querySelector('a');
      const source = (caption.textContent ?? '').replace(/\s+/g, ' ').trim();
      await navigator.clipboard.writeText(`${quote}\n${source}\n${link?.href ?? ''}`);
      button.textContent = copied ?? copy;
    });
    links.append(button);
  }
}

/** @param {KeyboardEvent} event @param {Element | null | undefined} control */
function press(event, control) {
  if (!(control instanceof HTMLElement)) return;
  event.preventDefault();
  control.click();
}

/** @param {KeyboardEvent} event */
async function showKeys(event) {
  event.preventDefault();
  if (document.querySelector('dialog[open]')?.remove() !== undefined) return;
  const table = (await pageAt('/keys'))?.querySelector('table.keys') ?? null;
  if (table === null) return location.assign('/keys');
  const dialog = document.createElement('dialog');
  dialog.className = 'keys-sheet';
  dialog.setAttribute('aria-label', document.body.dataset.keys ?? '');
  dialog.append(document.adoptNode(table));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** A note and its words light up together. */
function linkFactsToNotes() {
  const text = document.querySelector('.text');
  if (text === null) return;
  /** @param {Event} event */
  const light = (event) => {
    for (const lit of text.querySelectorAll('.lit')) lit.classList.remove('lit');
    const over = event.target instanceof Element ? event.target.closest('[data-facts], [data-fact]') : null;
    if (over === null) return;
    const ids = over.getAttribute('data-facts') ?? over.getAttribute('data-fact') ?? '';
    for (const id of ids.split(' ')) {
      for (const one of text.querySelectorAll(`[data-facts~="${id}"], [data-fact="${id}"]`)) one.classList.add('lit');
    }
  };
  text.addEventListener('mouseover', light);
  text.addEventListener('focusin', light);
}

/** The query as it is understood, while it is typed; on submit the server says the same. */
function readQueryWhileTyping() {
  const field = document.querySelector('[data-query]');
  const place = document.querySelector('[data-reading]');
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || place === null) return;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const asked = field.value;
      const part = await pageAt(`/reading?q=${encodeURIComponent(asked)}`);
      if (part === null || asked !== field.value) return;
      place.replaceChildren(...[...part.body.childNodes].map((node) => document.adoptNode(node)));
    }, 200);
  });
}

/** Work that goes on shows how far it is, each second, without touching what is being written beside it. */
function followRunning() {
  const part = document.querySelector('[data-running]');
  if (part === null) return;
  setTimeout(async () => {
    const next = (await pageAt(location.href))?.getElementById(part.id) ?? null;
    if (next === null) return;
    part.replaceWith(document.adoptNode(next));
    followRunning();
  }, 1000);
}

/**
 * A page of the desk; null where none came, for want of network too.
 * @param {string} address
 */
async function pageAt(address) {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}

/** Files and folders dropped anywhere on the sources page go into its form. */
function acceptDroppedFiles() {
  const form = document.querySelector('[data-drop]');
  const field = form?.querySelector('input[type="file"]');
  if (!(form instanceof HTMLFormElement) || !(field instanceof HTMLInputElement)) return;
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  document.addEventListener('dragleave', () => form.classList.remove('over'));
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    form.classList.remove('over');
    if (event.dataTransfer === null) return;
    // Entries must be taken before the first wait: the list is emptied after the event.
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter((one) => one !== null);
    const dropped = new DataTransfer();
    for (const file of entries.length > 0 ? await filesIn(entries, 0) : event.dataTransfer.files)
      dropped.items.add(file);
    if (dropped.files.length === 0) return;
    field.files = dropped.files;
    form.requestSubmit();
  });
}

const foldersDeepMax = 8;
const droppedFilesMax = 500;

/** @param {FileSystemEntry[]} entries @param {number} depth @returns {Promise<File[]>} */
async function filesIn(entries, depth) {
  /** @type {File[]} */
  const files = [];
  for (const entry of entries) {
    if (files.length >= droppedFilesMax || entry.name.startsWith('.')) continue;
    if (entry instanceof FileSystemFileEntry) {
      files.push(await new Promise((done, failed) => entry.file(done, failed)));
    } else if (entry instanceof FileSystemDirectoryEntry && depth < foldersDeepMax) {
      files.push(...(await filesIn(await entriesOf(entry), depth + 1)));
    }
  }
  return files;
}

/** @param {FileSystemDirectoryEntry} folder @returns {Promise<FileSystemEntry[]>} */
async function entriesOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  // A reader gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise((/** @type {(found: FileSystemEntry[]) => void} */ done, failed) =>
      reader.readEntries(done, failed),
    );
    if (some.length === 0 || all.length >= droppedFilesMax) return all;
    all.push(...some);
  }
}

/** Relative times grow older; those of an hour and more change too slowly to matter. `data-minutes` is "0 min" in the desk's words. */
function ageTimes() {
  const pattern = document.body.dataset.minutes ?? '';
  for (const time of document.querySelectorAll('time')) {
    const shown = (time.textContent ?? '').replace(/\d+/, '0');
    const minutes = Math.floor((Date.now() - Date.parse(time.dateTime)) / 60_000);
    if (shown === pattern && minutes > 0 && minutes < 60) time.textContent = pattern.replace('0', String(minutes));
  }
}
