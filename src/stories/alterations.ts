import type { Development, Evidence } from '../records.ts';
import { changesBetween } from './anchors.ts';
import { development, type NewTelling } from './developments.ts';
import type { Digest } from './digest.ts';
import type { StatementFact } from './facts.ts';

/** Alterations told of one copy at most. */
export const alterationsPerArticleMax = 2;

/**
 * What a faithful copy, or a newer text of the same page, changed: a figure, a name or words of a quotation. In a copy it is
 * an alteration, on the page itself a correction.
 */
export function alterationsOf(
  told: NewTelling,
  digest: Digest,
  before: Digest,
  kind: 'alteration' | 'correction',
): Development[] {
  const found: Development[] = [];
  const verb = kind === 'alteration' ? 'altered in copying' : 'edited';
  for (const { from, to } of changesBetween(before.anchors, digest.anchors)) {
    const what = to.number ? 'Figure' : 'Name';
    const evidence: Evidence[] = [{ articleId: digest.articleId, where: 'body', spans: [to.span], quote: to.text }];
    found.push(
      development(told, kind, `${what} ${verb}: ${from.text} became ${to.text}`, evidence, {
        replaces: {
          summary: from.text,
          evidence: [{ articleId: before.articleId, where: 'body', spans: [from.span], quote: from.text }],
        },
      }),
    );
  }
  for (const statement of digest.facts.statements) {
    if (statement.form === 'indirect') continue;
    const original = before.facts.statements.find(
      (other) => other.form !== 'indirect' && wordsChanged(other, statement),
    );
    if (original === undefined) continue;
    found.push(
      development(
        told,
        kind,
        `Quotation of ${statement.shown ?? 'an unnamed speaker'} ${verb}: “${statement.quote}”`,
        [{ articleId: digest.articleId, where: 'body', spans: statement.spans, quote: statement.quote }],
        {
          replaces: {
            summary: `“${original.quote}”`,
            evidence: [{ articleId: before.articleId, where: 'body', spans: original.spans, quote: original.quote }],
          },
          statementId: statement.id,
        },
      ),
    );
  }
  return found.slice(0, alterationsPerArticleMax);
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
