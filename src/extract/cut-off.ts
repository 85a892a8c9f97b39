/**
 * True when a headline shows by itself that it was cut: an ellipsis, a bracket or quotation mark left open, a dangling dash, or
 * a last word that cannot be one (a lone capital, a prefix that lost its hyphen, an article). A headline that ends on a whole
 * word by chance shows nothing; `isStartOf` tells such a one by the full headline elsewhere on the page.
 */
export function isCutOff(headline: string): boolean {
  const text = headline.trim();
  if (/(?:…|\.{2,3}|‥)["'”’»\])]?$/.test(text)) return true;
  if (opens(text, '[', ']') || opens(text, '(', ')') || opens(text, '「', '」') || opens(text, '《', '》')) return true;
  if (opens(text, '“', '”') || opens(text, '«', '»')) return true;
  if (/[-–—,:·&/+]$/.test(text)) return true;
  const words = text.split(/\s+/);
  if (words.length < 3) return false;
  const last = words[words.length - 1];
  const before = words[words.length - 2].toLowerCase().replace(/[^\p{L}]/gu, '');
  if (/^[B-HJ-Z]$/.test(last)) return !takesLetter.has(before);
  return neverLast.has(last);
}

/** True when `part` is the beginning of the longer `whole`, broken off inside it. Both are folded the same way. */
export function isStartOf(part: string, whole: string): boolean {
  return part.length >= START_CHARACTERS_MIN && whole.length > part.length && whole.startsWith(part);
}

const START_CHARACTERS_MIN = 8;

function opens(text: string, open: string, close: string): boolean {
  if (!text.includes(open)) return false;
  let depth = 0;
  for (const char of text) {
    if (char === open) depth++;
    else if (char === close && depth > 0) depth--;
  }
  return depth > 0;
}

/** Words that a letter may follow as a name: "Plan B", "vitamin C". */
const takesLetter = new Set(
  'plan vitamin group grade class type series serie section hepatitis generation gen league division article model formula big exhibit category lot line block gate terminal zone unit team level variant section tier appendix mr ms jay malcolm kenny'.split(
    ' ',
  ),
);
/** Endings no headline has: prefixes that lost their hyphen, articles and prepositions that ask for a word. */
const neverLast = new Set(
  'ex non pre anti multi semi the a an of and or for with from by at as into than der die das ein eine und oder für dem den des am im beim vom zum zur le les la un une des du de et ou pour el los las una y con del da do dos das uma di il gli della и в на с по от для из'.split(
    ' ',
  ),
);
