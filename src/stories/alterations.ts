import type { Development, Evidence } from '../records.ts';
import { overlaps } from '../text/spans.ts';
import { changesBetween } from './anchors.ts';
import type { Digest } from './digest.ts';
import type { StatementFact } from './facts.ts';
import { development, type NewTelling } from './tellings.ts';

/** Changes told of one text at most. */
const changesToldMax = 3;

/**
 * What a faithful copy, or a newer text of the same page, changed: a figure, a name or words of a quotation. In a copy it is
 * an alteration, on the page itself a correction; all changes of one text are one development.
 */
export function alterationsOf(
  told: NewTelling,
  digest: Digest,
  before: Digest,
  kind: 'alteration' | 'correction',
): Development[] {
  const verb = kind === 'alteration' ? 'Altered in copying' : 'Edited';
  const lines: string[] = [];
  const [evidence, replaced]: [Evidence[], Evidence[]] = [[], []];
  let statementId: string | null = null;
  for (const { from, to } of changesBetween(before.anchors, digest.anchors)) {
    if (lines.length === changesToldMax) break;
    lines.push(`${from.text} became ${to.text}`);
    evidence.push({ articleId: digest.articleId, where: 'body', spans: [to.span], quote: to.text });
    replaced.push({ articleId: before.articleId, where: 'body', spans: [from.span], quote: from.text });
  }
  for (const statement of digest.facts.statements) {
    if (statement.form === 'indirect' || lines.length === changesToldMax) continue;
    const original = before.facts.statements.find(
      (other) => other.form !== 'indirect' && wordsChanged(other, statement),
    );
    if (original === undefined) continue;
    // A figure or name changed inside the quotation was told already.
    const toldAlready = evidence.some(({ spans }) =>
      spans.some((span) => statement.spans.some((own) => overlaps(span, own))),
    );
    if (toldAlready) continue;
    statementId ??= statement.id;
    lines.push(`quotation of ${statement.shown ?? 'an unnamed speaker'}: ${inMarks(statement.quote)}`);
    evidence.push({ articleId: digest.articleId, where: 'body', spans: statement.spans, quote: statement.quote });
    replaced.push({ articleId: before.articleId, where: 'body', spans: original.spans, quote: original.quote });
  }
  if (lines.length === 0) return [];
  const replaces = { summary: replaced.map(({ quote }) => quote).join('; '), evidence: replaced };
  return [development(told, kind, `${verb}: ${lines.join('; ')}`, evidence, { replaces, statementId })];
}

/** Words of a quotation between marks: its own, where it was taken with them. */
function inMarks(quote: string): string {
  return /^["“”„«»‘’「『]/.test(quote) ? quote : `“${quote}”`;
}

/** True when two quotations are the same but for a few words inside; one that is only cut shorter is not changed. */
function wordsChanged(a: StatementFact, b: StatementFact): boolean {
  const [x, y] = [wordsOf(a.quote), wordsOf(b.quote)];
  const length = Math.min(x.length, y.length);
  if (length < quoteWordsMin || Math.abs(x.length - y.length) > changedWordsMax) return false;
  let head = 0;
  while (head < length && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < length - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail++;
  const changed = Math.max(x.length, y.length) - head - tail;
  return changed >= 1 && changed <= changedWordsMax && head > 0 && tail > 0 && length - changed >= quoteWordsMin - 1;
}

const quoteWordsMin = 6;
const changedWordsMax = 4;

function wordsOf(quote: string): string[] {
  return (
    quote
      .replace(/…$/, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
