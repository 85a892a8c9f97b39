import { Parser } from 'htmlparser2';
import { Failure } from '../failures.ts';

/**
 * Makes XML from outside safe to hand to any parser, without changing what a reader would see: document types are cut out, so
 * that no parser can load or expand anything through them. Definitions of entities, too much text, too many elements and too
 * deep nesting are refused. Linear in the text. Gives the text to parse, or the failure to report.
 */
export function safeXml(text: string, limits: XmlLimits = xmlLimits): string | Failure {
  if (text.length > limits.charactersMax) return tooLarge(`${text.length} characters`);
  const cut = withoutDoctypes(text);
  if (cut instanceof Failure) return cut;
  let depthMax = 0;
  let depth = 0;
  const finished = scanXml(
    cut,
    {
      open() {
        depth++;
        if (depth > depthMax) depthMax = depth;
        return depth <= limits.depthMax;
      },
      close() {
        depth--;
      },
    },
    limits,
  );
  if (depthMax > limits.depthMax) return tooLarge(`elements nested more than ${limits.depthMax} deep`);
  return finished ? cut : tooLarge(`more than ${limits.elementsMax} elements`);
}

/**
 * Reads XML once from front to end, forgiving: what is not closed is closed at its parent's end, unknown entities stay as
 * written. Names come in lower case without their prefix. False when a limit or the handler stopped it early.
 */
export function scanXml(text: string, handler: XmlHandler, limits: XmlLimits = xmlLimits): boolean {
  let elements = 0;
  let stopped = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (stopped) return;
        const goOn = handler.open?.(localName(name), attributes, name) ?? true;
        stopped = !goOn || ++elements > limits.elementsMax;
      },
      ontext(data) {
        if (!stopped) handler.text?.(data);
      },
      onclosetag(name) {
        if (!stopped) handler.close?.(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  // Fed in pieces so that a text past a limit stops early.
  for (let at = 0; at < text.length && !stopped; at += CHUNK_CHARACTERS) {
    parser.write(text.slice(at, at + CHUNK_CHARACTERS));
  }
  if (!stopped) parser.end();
  return !stopped;
}

export interface XmlHandler {
  /** False stops the scan. `fullName` still has its prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>, fullName: string): boolean;
  text?(data: string): void;
  close?(name: string): void;
}

export interface XmlLimits {
  readonly charactersMax: number;
  readonly elementsMax: number;
  readonly depthMax: number;
}

export const xmlLimits: XmlLimits = { charactersMax: 50_000_000, elementsMax: 1_000_000, depthMax: 100 };

/** Text made safe to stand in an element or a double-quoted attribute; characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replace(/[&<>"]/g, (character) => escapes[character]);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const CHUNK_CHARACTERS = 64 * 1024;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Cuts `<!DOCTYPE …>` out wherever a parser would see one; comments and CDATA stay untouched. */
function withoutDoctypes(text: string): string | Failure {
  let kept = '';
  let from = 0;
  for (let at = text.indexOf('<!'); at !== -1; ) {
    let next = at + 2;
    if (text.startsWith('--', at + 2)) {
      next = after(text, '-->', at + 4);
    } else if (text.startsWith('[CDATA[', at + 2)) {
      next = after(text, ']]>', at + 9);
    } else if (/^doctype$/i.test(text.slice(at + 2, at + 9))) {
      const end = doctypeEnd(text, at + 9);
      if (/<!\s{0,9}entity/i.test(text.slice(at, end))) return entities();
      kept += text.slice(from, at);
      from = next = end;
    } else if (/^entity$/i.test(text.slice(at + 2, at + 8))) {
      return entities();
    }
    at = text.indexOf('<!', next);
  }
  return from === 0 ? text : kept + text.slice(from);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** One past the ">" that closes a document type, its internal subset and quoted strings skipped. */
function doctypeEnd(text: string, from: number): number {
  let inSubset = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
    else if (character === '[') inSubset = true;
    else if (character === ']') inSubset = false;
    else if (character === '>' && !inSubset) return at + 1;
  }
  return text.length;
}

function entities(): Failure {
  return new Failure('xml-entities', 'the XML defines entities of its own, as entity bombs do', {
    retry: 'never',
    advice: 'No feed needs them, and Watchfloor never expands them. Ask the outlet, or use another address.',
  });
}

function tooLarge(what: string): Failure {
  return new Failure('xml-too-large', `the XML is too large: ${what}`, {
    retry: 'never',
    advice: 'This is more than any list of news holds. Look for a smaller feed of the same outlet.',
  });
}
